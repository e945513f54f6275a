import { a as targetsOf, i as changes, o as updateEdits } from "./change.js";

export { targetsOf };