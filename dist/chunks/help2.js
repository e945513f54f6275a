import { t as helpText } from "./help.js";

export { helpText };