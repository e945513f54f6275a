import { B as entryPath, R as changesOf, V as printEntry, z as compareEntries } from "./model.js";

export { changesOf, compareEntries, entryPath, printEntry };