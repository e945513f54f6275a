import { $ as formatDay, Q as dayOfInstant, Z as addMonths, et as isTimeZone, nt as parseInstant, rt as weekday, tt as parseDay } from "./model.js";

export { addMonths, dayOfInstant, formatDay, isTimeZone, parseDay, parseInstant, weekday };