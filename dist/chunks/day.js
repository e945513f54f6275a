import { $ as dayOfInstant, Q as addMonths, et as formatDay, it as weekday, nt as parseDay, rt as parseInstant, tt as isTimeZone } from "./model.js";

export { addMonths, dayOfInstant, formatDay, isTimeZone, parseDay, parseInstant, weekday };