import { a as readFiles, i as fileProblem, o as readText, r as createFiles, s as writeFiles } from "./io.js";

export { createFiles, fileProblem, readFiles, readText, writeFiles };