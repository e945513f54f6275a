import { a as writeFiles, i as readText, n as fileProblem, r as readFiles, t as createFiles } from "./files2.js";

export { createFiles, fileProblem, readFiles, readText, writeFiles };