import { U as NOTHING_WRITTEN, W as RepositoryError } from "./io.js";

export { NOTHING_WRITTEN, RepositoryError };