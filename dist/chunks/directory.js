import { n as findStore, t as directoryRepository } from "./io.js";

export { directoryRepository, findStore };