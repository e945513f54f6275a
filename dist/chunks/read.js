import { S as readStore } from "./model.js";

export { readStore };