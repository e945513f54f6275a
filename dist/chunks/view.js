import { c as entriesOf, d as viewMarkdown, f as viewTerminal, l as explanationOf, s as diagnosticSummary, u as replyView } from "./render.js";

export { diagnosticSummary, entriesOf, explanationOf, replyView, viewMarkdown, viewTerminal };