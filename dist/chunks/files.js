import { i as writeFiles, n as readFiles, r as readText, t as createFiles } from "./files2.js";

export { createFiles, readFiles, readText, writeFiles };