import { x as RepositoryError } from "./io.js";

export { RepositoryError };