import { v as clock } from "./io.js";

export { clock };