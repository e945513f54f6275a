import { a as viewTerminal, i as viewMarkdown, n as entriesOf, r as replyView, t as diagnosticSummary } from "./view.js";

export { diagnosticSummary, entriesOf, replyView, viewMarkdown, viewTerminal };