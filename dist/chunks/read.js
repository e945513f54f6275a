import { O as readStore } from "./model.js";

export { readStore };