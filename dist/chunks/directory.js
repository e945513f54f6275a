import { n as findStore, r as versionsOf, t as directoryRepository } from "./io.js";

export { directoryRepository, findStore, versionsOf };