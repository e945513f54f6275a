import { t as clock } from "./clock2.js";

export { clock };