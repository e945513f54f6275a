import { o as helpText } from "./command.js";

export { helpText };