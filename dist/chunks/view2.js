import { i as viewTerminal, n as entriesOf, r as viewMarkdown, t as diagnosticSummary } from "./view.js";

export { diagnosticSummary, entriesOf, viewMarkdown, viewTerminal };