import { a as viewMarkdown, i as replyView, n as entriesOf, o as viewTerminal, r as explanationOf, t as diagnosticSummary } from "./view.js";

export { diagnosticSummary, entriesOf, explanationOf, replyView, viewMarkdown, viewTerminal };