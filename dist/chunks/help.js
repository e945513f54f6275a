import { a as helpText } from "./command.js";

export { helpText };