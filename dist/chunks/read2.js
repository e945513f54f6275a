import { t as readStore } from "./read.js";

export { readStore };