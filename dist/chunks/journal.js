import { H as compareEntries, U as entryPath, V as changesOf, W as printEntry } from "./model.js";

export { changesOf, compareEntries, entryPath, printEntry };