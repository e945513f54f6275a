import { t as OFF_RECORD } from "./thread2.js";

export { OFF_RECORD };