import { r as helpText } from "./command.js";

export { helpText };