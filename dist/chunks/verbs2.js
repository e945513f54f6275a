import { i as unknownVerb, n as findVerb, r as guess, t as VERBS } from "./verbs.js";

export { VERBS, findVerb, guess, unknownVerb };