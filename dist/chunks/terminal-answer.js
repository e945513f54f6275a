import { t as terminalAnswer } from "./render.js";

export { terminalAnswer };