import { i as updateEdits, n as changes, r as targetsOf, t as CHANGING } from "./update.js";

export { targetsOf };