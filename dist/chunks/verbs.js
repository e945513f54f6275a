import { c as guess, l as unknownVerb, o as VERBS, s as findVerb } from "./command.js";

export { VERBS, findVerb, guess, unknownVerb };