import { m as OFF_RECORD } from "./io.js";

export { OFF_RECORD };