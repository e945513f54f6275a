import { c as createFiles, d as readText, f as stagedName, l as fileProblem, p as writeFiles, u as readFiles } from "./io.js";

export { createFiles, fileProblem, readFiles, readText, stagedName, writeFiles };