import { d as createFiles, f as fileProblem, g as writeFiles, h as stagedName, m as readText, p as readFiles, u as assertNew } from "./io.js";

export { assertNew, createFiles, fileProblem, readFiles, readText, stagedName, writeFiles };