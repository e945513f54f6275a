import { a as diagnosticSummary, c as replyView, l as viewMarkdown, o as entriesOf, s as explanationOf, u as viewTerminal } from "./render.js";

export { diagnosticSummary, entriesOf, explanationOf, replyView, viewMarkdown, viewTerminal };