// src/model/code-span.ts
const LONGEST = 80;
/**
* What a person wrote, for use inside a message: one line in backticks, shortened, so that neither Markdown, a mention nor a
* terminal makes anything else of it.
*/
function codeSpan(text) {
	const line = text.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, " ");
	const characters = Array.from(line.replaceAll("`", "'").trim());
	const shown = characters.length > LONGEST ? `${characters.slice(0, 79).join("")}…` : characters.join("");
	return `\`${shown === "" ? " " : shown}\``;
}

export { codeSpan as t };