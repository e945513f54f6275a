import { c as findVerb, l as guess, s as VERBS, u as unknownVerb } from "./command.js";

export { VERBS, findVerb, guess, unknownVerb };