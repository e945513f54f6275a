import { c as actorOf } from "./io.js";

export { actorOf };