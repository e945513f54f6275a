import { h as clock } from "./io.js";

export { clock };