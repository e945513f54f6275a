import { c as explanationOf, d as viewTerminal, l as replyView, o as diagnosticSummary, s as entriesOf, u as viewMarkdown } from "./render.js";

export { diagnosticSummary, entriesOf, explanationOf, replyView, viewMarkdown, viewTerminal };