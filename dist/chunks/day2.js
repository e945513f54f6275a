import { a as parseDay, i as isTimeZone, n as dayOfInstant, o as parseInstant, r as formatDay, s as weekday, t as addMonths } from "./day.js";

export { addMonths, dayOfInstant, formatDay, isTimeZone, parseDay, parseInstant, weekday };