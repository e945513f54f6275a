import { i as printEntry, n as compareEntries, r as entryPath, t as changesOf } from "./journal.js";

export { changesOf, compareEntries, entryPath, printEntry };