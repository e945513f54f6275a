import { n as idsOf, r as run } from "./change.js";

export { idsOf, run };