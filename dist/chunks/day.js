import { G as isTimeZone, H as addMonths, J as weekday, K as parseDay, U as dayOfInstant, W as formatDay, q as parseInstant } from "./model.js";

export { addMonths, dayOfInstant, formatDay, isTimeZone, parseDay, parseInstant, weekday };