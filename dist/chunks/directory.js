import { a as directoryRepository, i as commitWrites, o as findStore, r as assertInside, s as versionsOf } from "./io.js";

export { assertInside, commitWrites, directoryRepository, findStore, versionsOf };