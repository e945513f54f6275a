import { f as changes, m as updateEdits, p as targetsOf } from "./change.js";

export { targetsOf };