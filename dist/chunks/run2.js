import { n as run, t as idsOf } from "./run.js";

export { idsOf, run };