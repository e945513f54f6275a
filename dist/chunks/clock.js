import { g as clock } from "./io.js";

export { clock };