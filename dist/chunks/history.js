import { t as gitHistoryOf } from "./model.js";

export { gitHistoryOf };