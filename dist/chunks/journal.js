import { F as entryPath, I as printEntry, N as changesOf, P as compareEntries } from "./model.js";

export { changesOf, compareEntries, entryPath, printEntry };