import { g as updateEdits, h as targetsOf, m as changes } from "./change.js";

export { targetsOf };