import { t as analyse } from "./status.js";

export { analyse };