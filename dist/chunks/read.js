import { E as readStore } from "./model.js";

export { readStore };