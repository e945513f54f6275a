import { $ as weekday, J as dayOfInstant, Q as parseInstant, X as isTimeZone, Y as formatDay, Z as parseDay, q as addMonths } from "./model.js";

export { addMonths, dayOfInstant, formatDay, isTimeZone, parseDay, parseInstant, weekday };