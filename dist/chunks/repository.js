import { t as RepositoryError } from "./repository2.js";

export { RepositoryError };