import { b as RepositoryError } from "./io.js";

export { RepositoryError };