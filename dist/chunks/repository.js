import { B as NOTHING_WRITTEN, V as RepositoryError } from "./io.js";

export { NOTHING_WRITTEN, RepositoryError };