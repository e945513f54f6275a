import { t as parseArgv } from "./command.js";

export { parseArgv };