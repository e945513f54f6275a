import { l as actorOf } from "./io.js";

export { actorOf };