import { x as clock } from "./io.js";

export { clock };