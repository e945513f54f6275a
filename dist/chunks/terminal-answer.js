import { n as yamlAnswer, t as terminalAnswer } from "./render.js";

export { terminalAnswer, yamlAnswer };