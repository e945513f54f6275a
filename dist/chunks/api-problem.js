import { i as statusOf, n as graphqlErrors, r as isLimit, t as apiProblem } from "./api-problem2.js";

export { apiProblem, graphqlErrors, isLimit, statusOf };