import { a as fileProblem, c as writeFiles, i as createFiles, o as readFiles, s as readText } from "./io.js";

export { createFiles, fileProblem, readFiles, readText, writeFiles };