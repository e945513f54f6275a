import { t as initialFiles } from "./change.js";

export { initialFiles };