import { n as analyse } from "./analysis.js";

export { analyse };