import { At as parseInstant, Ct as codeSpan, Dt as dayOfInstant, I as changeText, L as trackingOf, Ot as formatDay, P as compareDiagnostics, R as approversText, W as isPolicy, kt as parseDay, xt as idOfFile } from "./model.js";
import { s as explain, v as taskProgress, y as calendarOf } from "./analysis.js";

// src/render/escape.ts
/**
* People's text inside generated text. Whatever stands in a title, a scope or a note is shown as it was written and never
* becomes markup, a mention, an issue link or a terminal command.
*/
const ZERO_WIDTH_SPACE = "​";
const ANSI = /[\u001B\u009B](?:\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[[\]()#;?]*[0-9;?]*[ -/]*[@-~])?/g;
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
const ADDRESS = /\b(?:https?|ftp):\/\/[^\s<>]+/gi;
/** Text on one line of a terminal or a log: no control characters, no ANSI sequences, white space folded to one blank. */
function plain(text) {
	return text.replace(ANSI, "").replace(/\s+/g, " ").replace(CONTROL, "").trim();
}
/** The first `limit` characters (code points) of a text that is longer, ending in `…`. */
function clip(text, limit) {
	if (text.length <= limit) return text;
	const points = [...text];
	return points.length <= limit ? text : `${points.slice(0, limit - 1).join("").trimEnd()}…`;
}
/** Mentions notify people and references write into other issues' timelines; GitHub makes both after Markdown, so a backslash would not stop them. */
function unlinked(text) {
	return text.replaceAll("@", `@${ZERO_WIDTH_SPACE}`).replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`).replace(/(GH-)(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}`).replace(/:(?=(?:[a-z+-][a-z0-9_+-]*|100|1234|8ball):)/gi, `:${ZERO_WIDTH_SPACE}`).replace(/(?:mailto|xmpp):(?=\S)/gi, (scheme) => scheme + ZERO_WIDTH_SPACE).replace(/www\.(?=\S)/gi, (www) => www + ZERO_WIDTH_SPACE).replace(/(?:https?|ftp):(?=\/\/)/gi, (scheme) => scheme + ZERO_WIDTH_SPACE).replace(/\b(?=[0-9]*[a-f])[0-9a-f]{7,64}\b/gi, (sha) => sha.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`));
}
function escaped(text) {
	return unlinked(text).replace(/[\\`*[\]|~$]/g, "\\$&").replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_").replace(/&(?=#?\w+;)/g, "&amp;").replaceAll("<", "&lt;");
}
/** A web address as code, which can be copied as it is and which GitHub makes no link of; punctuation behind it is not part of it. */
function address(found) {
	const end = found.replace(/[.,:;!?'")\]*_~]+$/, "");
	return code(end) + escaped(found.slice(end.length));
}
/** One line of text as inline Markdown. */
function inline(line) {
	let out = "";
	let at = 0;
	for (const match of line.matchAll(ADDRESS)) {
		out += escaped(line.slice(at, match.index)) + address(match[0]);
		at = match.index + match[0].length;
	}
	return out + escaped(line.slice(at));
}
/** Escapes what would open a heading, a quote, a list or a rule at the start of a line. */
function atStart(out) {
	return out.replace(/^(?:>|#(?=#*(?:\s|$))|[+=-](?=[\s=-]|$)|:(?=-))/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
/**
* Text as inline Markdown that reads exactly as written, also at the start of a line and inside a table cell. Line breaks become
* blanks, web addresses code: whoever may write a title does not choose where our comments lead.
*/
function md(text) {
	return atStart(inline(plain(text)));
}
/** A sentence of the engine as Markdown: what it put between backticks becomes code, all else reads as written. */
function prose(sentence) {
	return plain(sentence).split(/(`[^`]+`)/).map((piece, i) => i % 2 === 1 ? code(piece.slice(1, -1)) : i === 0 ? atStart(inline(piece)) : inline(piece)).join("");
}
/**
* Inline code that reads exactly as written, with as many backticks as it takes. A vertical bar stands outside the code, escaped:
* inside, a table would need a backslash that would show everywhere else.
*/
function code(text) {
	return plain(text).split("|").map((piece) => piece === "" ? "" : span(piece)).join("\\|");
}
function span(text) {
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	const pad = /^`|`$|^ .*[^ ].* $/.test(text) ? " " : "";
	return fence + pad + text + pad + fence;
}
/**
* A path as part of a link's address. A file's name may be anybody's invention: no character of it may end the link, mention
* somebody or be read as markup.
*/
function pathUrl(path) {
	const safe = (part) => encodeURIComponent(part.toWellFormed()).replace(/[!'()*_~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
	return path.split("/").map(safe).join("/");
}
/** Text inside an HTML tag such as `<summary>`, where Markdown is not read. */
function html(text) {
	const entities = {
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;",
		"\"": "&quot;"
	};
	return unlinked(plain(text)).replace(/[&<>"]/g, (c) => entities[c] ?? c);
}
/** Text as (part of) a Mermaid label, by Mermaid's own character codes; letters of any language stay as they are. */
function mermaid(text) {
	return plain(text).replace(/[#;"`:%<>\\$]|&(?=#?\w+;)/g, (c) => `#${c.charCodeAt(0)};`);
}
/**
* Text inside a commit message: GitHub reads mentions, closing keywords (`fixes #12`, also with an issue's address) and
* `[skip ci]` there, and none of them may come from a milestone's title.
*/
function commitText(text) {
	return unlinked(plain(text)).replace(/\[(?=\s*(?:skip|no|ci|actions)\b)/gi, `[${ZERO_WIDTH_SPACE}`);
}
/**
* Text as one line of a job's log. The runner carries out a line that begins with `::name` and `##[name]` wherever it stands
* (actions/runner, ActionCommand.cs), comparing by culture, which overlooks characters that have no width: those go first.
*/
function logLine(text) {
	return plain(text.replace(/\p{Default_Ignorable_Code_Point}/gu, "")).replace(/##(?=\[)/g, "## ").replace(/^::/, ": :");
}

// src/render/change-subject.ts
/** Options that say how a command runs or where it applies, not what it changes. */
const MANNER = /* @__PURE__ */ new Set([
	...[
		"bulk",
		"milestones",
		"force",
		"dry-run",
		"plan",
		"reason",
		"monitor",
		"dashboard",
		"analytics",
		"calendar-days"
	],
	"keep-going",
	...[
		"json",
		"format",
		"commit",
		"push",
		"actor",
		"now"
	]
]);
const SHIFT = /^([+-]) ?(\d+) ?(d|days?|w|weeks?|m|months?)$/i;
const UNITS = {
	d: "day",
	w: "week",
	m: "month"
};
/** `+5days` → `+5 days`, `-1w` → `-1 week`; anything else stays as it is. */
function shiftText(text) {
	const [, sign, amount, unit] = SHIFT.exec(text.trim()) ?? [];
	if (sign === void 0 || amount === void 0 || unit === void 0) return text;
	return `${sign}${amount} ${UNITS[unit.charAt(0).toLowerCase()] ?? unit}${Number(amount) === 1 ? "" : "s"}`;
}
function option(name, given, values) {
	if (typeof given !== "string" || !values) return name;
	const text = shiftText(plain(given));
	return text.length <= 16 && /^[\w+.:, -]+$/.test(text) ? `${name} ${text}` : name;
}
/** True if the command asks for a change, not only for a look at the dashboard or a milestone. */
function asksChange(intent) {
	if (intent.verb === "sync" || intent.verb === "import") return true;
	return Object.entries(intent.options).some(([name, given]) => !MANNER.has(name) && given !== false);
}
/** The milestones that a command names, as argument or by `--milestones`. */
function targets(intent) {
	const listed = intent.options["milestones"];
	const bulk = typeof listed === "string" ? listed.split(",") : [];
	return [...new Set([...intent.args, ...bulk].map((id) => plain(id)).filter((id) => id !== ""))];
}
function phrase(intents, values, ids) {
	const verbs = [...new Set(intents.map((intent) => intent.verb))].join(" and ");
	const each = intents.flatMap(targets);
	const all = [...new Set(each)];
	const named = ids && all.length <= 3 ? all.join(", ") : `${all.length} milestones`;
	const same = each.length === all.length && new Set(intents.map((intent) => JSON.stringify(intent.options))).size === 1;
	const changed = /* @__PURE__ */ new Map();
	for (const intent of intents) for (const [name, given] of Object.entries(intent.options)) if (!MANNER.has(name) && given !== false) changed.set(name, option(name, given, values && same));
	return [
		verbs,
		all.length === 0 ? "" : named,
		[...changed.values()].join(", ")
	].filter((part) => part !== "").join(" ");
}
/** What the commands change in one line of at most `limit` characters: `update M05 timeline +5 days`. */
function changeSubject(intents, limit) {
	const tries = [
		phrase(intents, true, true),
		phrase(intents, false, true),
		phrase(intents, false, false)
	];
	return tries.find((text) => text.length <= limit) ?? clip(tries[2] ?? "", limit);
}

// src/render/bar.ts
/** Percentages are numbers from 0 to 100. Only 100 looks finished and only 0 looks untouched, whatever the rounding says. */
/** `88%`, `87.5%`: at most one decimal; 99.96 reads `99.9%`, never `100%`. */
function percent(value) {
	const rounded = Math.round(value * 10) / 10;
	if (value < 100 && rounded >= 100) return "99.9%";
	if (value > 0 && rounded <= 0) return "0.1%";
	return `${rounded}%`;
}
/** A bar of `cells` characters. */
function bar$1(value, cells) {
	let filled = Math.round(Math.min(Math.max(value, 0), 100) / 100 * cells);
	if (value < 100) filled = Math.min(filled, cells - 1);
	if (value > 0) filled = Math.max(filled, 1);
	filled = Math.min(Math.max(filled, 0), cells);
	return "█".repeat(filled) + "░".repeat(cells - filled);
}

// src/render/when.ts
const MINUTE = 6e4;
/** An ISO 8601 instant as `2024-07-20 16:30 UTC`; a bare date and anything unreadable stay as they are. */
function instant(at) {
	const ms = parseInstant(at);
	if (ms === void 0) return at;
	const minutes = Math.floor(ms / MINUTE) - dayOfInstant(ms, "UTC") * 1440;
	const two = (n) => String(n).padStart(2, "0");
	return `${formatDay(dayOfInstant(ms, "UTC"))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)} UTC`;
}
/** `1 day`, `3 days`. */
function days(count) {
	return `${count} ${Math.abs(count) === 1 ? "day" : "days"}`;
}
/** `+2 days`, `-1 day`, `0 days`. */
function signedDays(count) {
	return count > 0 ? `+${days(count)}` : days(count);
}
/** `1 milestone`, `3 milestones`. */
function counted(count, one, many = `${one}s`) {
	return `${count} ${count === 1 ? one : many}`;
}

// src/render/label.ts
const HEALTH = {
	done: ["✅", "Done"],
	on_track: ["🟢", "On track"],
	at_risk: ["🟠", "At risk"],
	late: ["🔴", "Late"],
	blocked: ["⛔", "Blocked"],
	pending: ["⏳", "Pending"]
};
const STATUS = {
	completed: ["✅", "Done"],
	in_progress: ["🟡", "Active"],
	planning: ["⏳", "Pending"],
	blocked: ["⛔", "Blocked"],
	cancelled: ["🚫", "Cancelled"]
};
const EDGE = {
	satisfied: ["✅", "Satisfied"],
	in_progress: ["🟡", "In progress"],
	waiting: ["⏳", "Waiting"],
	at_risk: ["🟠", "At risk"],
	blocked: ["⛔", "Blocked"]
};
const EXTERNAL = {
	ok: ["🟢", "OK"],
	at_risk: ["🟠", "At risk"],
	blocked: ["⛔", "Blocked"],
	done: ["✅", "Done"]
};
const TASK = {
	...STATUS,
	pending: STATUS.planning
};
const IMPACT = {
	low: ["🟢", "Low"],
	medium: ["🟡", "Medium"],
	high: ["🔴", "High"],
	critical: ["🔴", "Critical"]
};
const ACTION = {
	urgent: ["🎯", "URGENT"],
	high: ["🔧", "HIGH"],
	medium: ["📋", "MEDIUM"],
	low: ["💡", "LOW"]
};
const CHECK = {
	ok: ["✅", "ok:"],
	warning: ["⚠️", "warning:"],
	error: ["❌", "error:"],
	"no-data": ["➖", ""]
};
const SETS = {
	health: HEALTH,
	status: STATUS,
	edge: EDGE,
	external: EXTERNAL,
	task: TASK,
	impact: IMPACT,
	action: ACTION,
	severity: {
		error: ["❌", "error"],
		warning: ["⚠️", "warning"],
		info: ["ℹ️", "info"]
	},
	rating: {
		green: ["🟢", "on target"],
		amber: ["🟡", "near target"],
		red: ["🔴", "off target"],
		none: ["➖", "not rated"]
	}
};
/** The word for a value of a closed set, with its sign in front unless `emoji` is off. */
function label(set, value, emoji) {
	const [sign, word] = SETS[set][value] ?? ["", String(value)];
	return emoji && sign !== "" ? `${sign} ${word}` : word;
}
/** Only the sign, with a blank after it; nothing if `emoji` is off. */
function sign(set, value, emoji) {
	const found = SETS[set][value]?.[0];
	return emoji && found ? `${found} ` : "";
}
/** What stands before a check's text. A check without data says so in words, for it must not look passed. */
function checkMark(check, emoji) {
	const [symbol, word] = CHECK[check.mark];
	const noData = check.mark === "no-data" && !/^no data/i.test(check.text) ? "no data:" : "";
	return [emoji ? symbol : word, noData].filter((part) => part !== "").join(" ");
}
/**
* The matrix's last column: how a finished milestone came in against its due date; for the others how it stands, with the
* projected finish where that is not the due date, as far as `detail` allows.
*/
function outlook(row, detail = "dates") {
	if (row.status === "cancelled") return "–";
	const late = row.variance_days;
	if (row.status === "completed") {
		if (late === null) return row.due === null ? "no due date" : "no data";
		return late === 0 ? "On time" : signedDays(late);
	}
	const word = row.health === "pending" && row.blocked_by.length > 0 ? "Dependent" : HEALTH[row.health][1];
	if (detail === "word" || row.projected_finish === null || row.projected_finish === row.due) return word;
	const by = late === null ? "" : ` (${late === 0 ? "on time" : signedDays(late)})`;
	return detail === "days" ? word + by : `${word} · ${row.projected_finish}${by}`;
}
/** What is left of a milestone, and why it stands as it does: `2 days left, at risk: reason`. */
function standing(row) {
	if (row.status === "completed") return `done, ${outlook(row).replace(/^On/, "on")}`;
	if (row.status === "cancelled") return "cancelled";
	const left = row.remaining_days === null ? "remaining work: no data" : `${days(row.remaining_days)} left`;
	const why = row.reasons.map((reason) => reason.text).join("; ");
	if (why === "" || row.health === "on_track") return `${left}, ${outlook(row).replace(/^./, (c) => c.toLowerCase())}`;
	const word = HEALTH[row.health][1];
	return `${left}, ${why.startsWith(word) ? why.replace(/^./, (c) => c.toLowerCase()) : `${word.toLowerCase()}: ${why}`}`;
}

// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [fillRows=true]
*   Whether to fill rows with empty cells up to the most cells in a row
*   (default: `true`).
*
*   When `true`, all rows have as many cells as the longest row:
*
*   ```markdown
*   | Alpha | B    |   |
*   | ----- | ---- | - |
*   | C     |      |   |
*   | D     | Echo | F |
*   ```
*
*   When `false`, rows keep their cells,
*   and the delimiter row has as many cells as the header row:
*
*   ```markdown
*   | Alpha | B    |
*   | ----- | ---- |
*   | C     |
*   | D     | Echo | F |
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* Get the length of a cell.
*
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* Serialize a cell value.
*
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* Get the alignment character code from a value.
*
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/render/width.ts
/** How many columns of a terminal a text takes: East Asian wide characters and emoji take two, combining marks none. */
const WIDE = /[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Emoji_Modifier}/u;
const COLOUR = /\u001B\[[0-9;]*m/g;
const INVISIBLE = /^[\p{M}\p{Cf}\p{Cc}]+$/u;
/** Where a character on the screen may be more than one code point. */
const JOINED = /\p{M}|\u200D|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u1100-\u11FF]/u;
let segmenter;
/** The text character by character as a reader sees them. The segmenter takes long to start, and plain text needs none. */
function graphemes(text) {
	if (!JOINED.test(text)) return Array.from(text);
	segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
function columns(grapheme) {
	if (INVISIBLE.test(grapheme)) return 0;
	return EMOJI.test(grapheme) || WIDE.test(grapheme) ? 2 : 1;
}
/** Columns that `text` takes; colours take none. */
function width(text) {
	if (/^[\x20-\x7E█░│─]*$/.test(text)) return text.length;
	let sum = 0;
	for (const segment of graphemes(text.replace(COLOUR, ""))) sum += columns(segment);
	return sum;
}
/** `text`, without colours, cut to at most `limit` columns, the last of them `…` if anything is missing. */
function shorten(text, limit) {
	if (width(text) <= limit) return text;
	let out = "";
	let used = 0;
	for (const segment of graphemes(text)) {
		used += columns(segment);
		if (used > limit - 1) break;
		out += segment;
	}
	return limit > 0 ? `${out.trimEnd()}…` : "";
}
/** `text` cut or filled with blanks to exactly `size` columns. */
function pad(text, size) {
	const cut = shorten(text, size);
	return cut + " ".repeat(size - width(cut));
}
/** `text` broken between words into lines of at most `limit` columns; a longer word stands alone. */
function wrap(text, limit) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) if (line !== "" && width(line) + 1 + width(word) > limit) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return [...lines, line];
}

// src/render/md-table.ts
const WIDEST = 120;
/**
* A GitHub table of cells that are Markdown already. Small tables are aligned for people who read the source; long or wide ones
* are not, for the padding would be most of the text.
*/
function table(columns, rows) {
	const given = columns.map((column) => typeof column === "string" ? { title: column } : column);
	const kept = given.map((column, i) => !column.optional || rows.some((row) => (row[i] ?? "") !== ""));
	const pick = (cells) => cells.filter((_, i) => kept[i]);
	return markdownTable([pick(given.map((column) => column.title)), ...rows.map((row) => pick(row))], {
		align: pick(given.map((column) => column.align ?? "")),
		alignDelimiters: rows.length <= 60 && rows.every((row) => row.every((cell) => cell.length <= WIDEST)),
		padding: true,
		stringLength: width
	});
}

// src/render/page.ts
/** The page as the dashboard file: links lead from its folder to the store, which stands where the dashboard's path begins. */
function dashboardPage(status, state) {
	const { path, emoji } = state.config.dashboard;
	const up = "../".repeat(path.split("/").length - 1);
	return {
		status,
		state,
		emoji,
		href: (file) => `${up}.milestones/${pathUrl(file)}`
	};
}
/** The page as a file in the store's `reports/`. */
function reportPage(status, state) {
	return {
		status,
		state,
		emoji: state.config.dashboard.emoji,
		href: (file) => `../${pathUrl(file)}`
	};
}
/** The page inside a comment or a job summary, where only whole addresses lead anywhere; `store` is the store's, without a slash. */
function elsewherePage(status, state, store) {
	return {
		status,
		state,
		emoji: state.config.dashboard.emoji,
		href: store === null ? null : (path) => `${store}/${pathUrl(path)}`
	};
}
/** A milestone's id, linked to its file where that is possible. */
function link(page, row) {
	return page.href === null ? md(row.id) : `[${md(row.id)}](${page.href(row.file)})`;
}
/** Titles are cut in tables and lists: the whole one is in the file that the id links to. */
function title(text) {
	return md(clip(text, 100));
}
/** `M05 Integration Testing Framework`, the id linked. */
function named$2(page, row) {
	return `${link(page, row)} ${title(row.title)}`;
}
/** The rows by id, for sections that name milestones they did not list. */
function rowsById(status) {
	return new Map(status.milestones.map((row) => [row.id, row]));
}
/** A folded part of a page. Blank lines inside make GitHub read its content as Markdown again. */
function folded(summary, content) {
	return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
/** `… 12 more in …`, or nothing if none are missing. */
function more(missing, where) {
	return missing > 0 ? `\n\n… ${missing} more ${where}` : "";
}

// src/render/critical-path.ts
const CHAINS$1 = 5;
const MEMBERS$1 = 25;
const FLOAT_ROWS = 100;
function chains({ status: { schedule } }) {
	const shown = schedule.critical_paths.slice(0, CHAINS$1);
	const text = shown.map((path) => `**${chain(path)}**`);
	const missing = schedule.critical_path_count - shown.length;
	const rest = missing > 0 ? [`… and ${counted(missing, "more chain")}`] : [];
	return [...text, ...rest].join("<br>\n");
}
/** `M01 → M02 → M05`; a chain of hundreds keeps its two ends. */
function chain(ids, shown = md) {
	if (ids.length <= 30) return ids.map(shown).join(" → ");
	return [
		...ids.slice(0, 15),
		`… ${ids.length - 30} more …`,
		...ids.slice(-15)
	].map(shown).join(" → ");
}
/** Who is next to become critical: open milestones with some float, but no more than the tolerance. */
function nearly({ status, state }, rows) {
	const near = nearlyCritical(status.schedule.near_critical, rows).map((row) => `${md(row.id)} (${float(row)})`);
	if (near.length === 0) return "";
	return `Nearly critical, with at most ${days(state.config.tolerance.nearCritical)} of float: ${(near.length <= MEMBERS$1 ? near : [...near.slice(0, MEMBERS$1), `${near.length - MEMBERS$1} more`]).join(", ")}.`;
}
function float(row) {
	return days(row.total_float_days ?? 0);
}
/** The nearly critical milestones that are not over, the least float first. */
function nearlyCritical(ids, rows) {
	return ids.flatMap((id) => rows.get(id) ?? []).filter((row) => row.status !== "completed" && row.status !== "cancelled").sort((a, b) => (a.total_float_days ?? 0) - (b.total_float_days ?? 0));
}
/** The critical path as chains of ids, then every unfinished or finished member with what is left of it and why it stands so. */
function criticalPath(page) {
	const { schedule } = page.status;
	const rows = rowsById(page.status);
	const cycle = schedule.cycle ? `${page.emoji ? "⛔ " : ""}Dependency cycle: **${chain([...schedule.cycle, schedule.cycle[0] ?? ""])}**. Its members have no schedule until one of these edges goes.` : "";
	if (schedule.critical_paths.length === 0) return cycle;
	const members = schedule.critical.flatMap((id) => rows.get(id) ?? []);
	const list = (members.length <= MEMBERS$1 ? members : members.filter((row) => row.status !== "completed")).slice(0, MEMBERS$1).map((row) => {
		const mark = row.health === "done" ? sign("status", row.status, page.emoji) : sign("health", row.health, page.emoji);
		const progress = row.status === "completed" || row.progress === 0 ? "" : `${percent(row.progress)}, `;
		return `- ${mark}${named$2(page, row)} — ${progress}${prose(standing(row))}`;
	});
	const hidden = members.length - list.length;
	const length = `Planned length: ${schedule.length_days} working days from ${schedule.start}${schedule.planned_finish === null ? "" : ` to ${schedule.planned_finish}`}.`;
	const rest = hidden > 0 ? more(hidden, `on the critical path`) : "";
	return [
		cycle,
		chains(page),
		length,
		list.join("\n") + rest,
		nearly(page, rows)
	].filter((part) => part.trim() !== "").join("\n\n");
}
/** How many working days each unfinished milestone can slip: without moving the project (total), without moving anyone (free). */
function floats$1(page) {
	const known = page.status.milestones.filter((row) => row.total_float_days !== null && row.status !== "cancelled" && row.status !== "completed");
	if (known.length === 0) return "";
	const rows = known.toSorted((a, b) => (a.total_float_days ?? 0) - (b.total_float_days ?? 0)).slice(0, FLOAT_ROWS).map((row) => [
		link(page, row),
		row.planned_start === null ? "–" : `${row.planned_start} → ${row.planned_finish ?? "no data"}`,
		row.projected_start === null ? "–" : `${row.projected_start} → ${row.projected_finish ?? "no data"}`,
		row.duration_days === null ? "no data" : days(row.duration_days),
		row.total_float_days === null ? "no data" : days(row.total_float_days),
		row.free_float_days === null ? "no data" : days(row.free_float_days),
		row.critical ? "yes" : ""
	]);
	const columns = [
		"ID",
		"Planned",
		"Projected",
		"Duration",
		"Total float",
		"Free float",
		{
			title: "Critical",
			optional: true
		}
	];
	const note = more(known.length - rows.length, "with more float");
	return folded("Schedule and float of open milestones, in working days", table(columns, rows) + note);
}

// src/render/decided.ts
/** The request, or the change made by hand, that an answer decides about, and the decision; null for any other answer. */
function decisionOf({ decision, status }) {
	const entries = decision.kind === "planned" ? decision.plan.entries : [];
	const entry = entries.find(({ kind }) => kind === "approved" || kind === "rejected");
	const heard = decision.kind === "planned" ? decision.plan.heard : void 0;
	const change = heard?.change ?? status?.changes.find(({ id }) => id === entry?.of);
	if (!entry || !change || entries.filter(({ kind }) => kind === entry.kind).length > 1) return null;
	return {
		entry,
		change,
		complete: change.state !== "pending" && change.state !== "unapproved",
		dismissed: heard?.dismissed ?? []
	};
}
const aboutOf = ({ milestones }) => milestones.length === 0 ? "" : ` for ${milestones.length > 3 ? `${milestones.length} milestones` : milestones.join(", ")}`;
/** The decision in a few words, with its sign; null for any other answer. */
function decidedText(answer) {
	const decided = decisionOf(answer);
	if (decided === null) return null;
	const { entry, change, complete } = decided;
	const what = `${change.id}${aboutOf(change)}`;
	if (entry.kind === "rejected") return {
		sign: "🚫",
		words: `Rejected: ${what}`
	};
	if (!complete) return {
		sign: "⏳",
		words: `Approved by ${entry.actor}, others are still asked: ${what}`
	};
	return {
		sign: "✅",
		words: `${answer.decision.kind === "planned" && answer.decision.plan.edits.length > 0 ? "Approved and applied" : "Approved"}: ${what}`
	};
}
/** What became of a request by a decision about it, and who else has to decide. */
function decidedLine({ entry, change, complete, dismissed }) {
	const what = change.command === null ? "made by hand" : code(clip(change.command, 300));
	const asked = `${code(change.id)} (${what}${change.command === null ? "" : `, asked for by ${md(change.actor)}`})`;
	if (entry.kind === "rejected") return `${asked} was rejected by ${md(entry.actor)}; it will not be carried out.`;
	const by = `approved by ${change.approved_by.map(md).join(", ")}`;
	const lost = dismissed.map((each) => ` The approval by ${md(each.by)} does not count: ${md(each.why)}.`).join("");
	if (complete) return `${asked} is ${by}.${lost}`;
	const open = change.waiting_for.filter(({ received, needed }) => received < needed);
	const missing = [...new Set(open.flatMap((rule) => rule.missing))].map(md).join(", ");
	return `${asked} is ${by} and still waits for ${missing === "" ? "approvals that hold: the comment of an earlier one was edited or is gone" : missing}.${lost} ${change.command === null ? "It is in force meanwhile." : "Nothing has changed yet."}`;
}

// src/render/budget.ts
const NOTE_ROOM = 400;
/**
* The parts one below the other, within `limit` by the given measure. Whatever has to go is named at the end together with
* `instead` (where to read on); a text that is still too long after that is cut at a line's end, visibly.
*/
function budgeted(parts, limit, instead, measure = (text) => text.length) {
	const kept = parts.filter((part) => part.text !== "");
	const gone = [];
	const whole = () => kept.map((part) => part.text).join("\n\n");
	let size = measure(whole());
	while (size > limit - (gone.length > 0 ? NOTE_ROOM : 0)) {
		const rank = Math.max(...kept.map((part) => part.drop ?? -1));
		const victim = rank < 0 ? void 0 : kept.findLast((part) => part.drop === rank);
		if (!victim) break;
		kept.splice(kept.indexOf(victim), 1);
		gone.unshift(victim);
		size = measure(whole());
	}
	const names = gone.map((part) => part.name ?? "a section");
	const note = gone.length > 0 ? `Left out for length: ${names.join(", ")}. ${instead}` : "";
	if (size <= limit - NOTE_ROOM || gone.length === 0) {
		if (size <= limit) return `${[whole(), note].filter((text) => text !== "").join("\n\n")}\n`;
	}
	return `${cut(whole(), limit - NOTE_ROOM * 2, measure)}\n\n… cut here for length. ${[note, gone.length > 0 ? "" : instead].join("").trim()}\n`;
}
/** As many whole lines from the start as fit. */
function cut(text, limit, measure) {
	let used = 0;
	const lines = [];
	for (const line of text.split("\n")) {
		used += measure(line) + 1;
		if (used > limit) break;
		lines.push(line);
	}
	return lines.join("\n");
}
/** Size in bytes of UTF-8, what limits on files and job summaries count. */
function bytes(text) {
	return new TextEncoder().encode(text).length;
}

// src/render/focus-facts.ts
/** `2 days left`, `due today`, `overdue by 3 days`: working days from the day of the analysis. Empty without a due date. */
function timeLeft(row, status, state) {
	const { dayOf, workingDaysBetween } = calendarOf(state.config.calendar);
	const [today, due] = [dayOf(status.as_of), dayOf(row.due)];
	if (today === null || due === null) return "";
	if (due === today) return "due today";
	const left = workingDaysBetween(today, due);
	return due > today ? `${days(left)} left` : `overdue by ${days(0 - left)}`;
}
/** `88% complete (22 of 25 tasks) · 🟢 On track · active · high priority · owner alice`. */
function headline$1(row, emoji, voice) {
	const { tasks } = row;
	const done = tasks.total === 0 ? "" : ` (${tasks.completed} of ${counted(tasks.total, "task")})`;
	const state = label("status", row.status, false);
	return [
		`${voice.strong(percent(row.progress))} complete${done}`,
		voice.strong(row.status === "cancelled" ? label("status", row.status, emoji) : label("health", row.health, emoji)),
		row.status === "cancelled" || state === label("health", row.health, false) ? null : state.toLowerCase(),
		`${row.priority} priority`,
		row.critical ? "on the critical path" : row.near_critical ? "nearly critical" : null,
		row.owner === null ? null : `owner ${voice.text(row.owner)}`
	].filter((fact) => fact !== null).join(" · ");
}
function finished(row, due, voice) {
	if (row.actual_end === null) return `finished, no date given · ${due}`;
	const late = row.variance_days;
	const against = late === null ? "" : late === 0 ? ", on time" : `, ${signedDays(late)}`;
	return `finished ${voice.strong(row.actual_end)}${against} · ${due}`;
}
/** Due date, what is left until then on the day of the analysis, projected dates, remaining work and float; working days. */
function timeline$2(row, status, state, voice) {
	const slipped = row.slippage_days ? ` (baseline ${row.baseline_due}, ${signedDays(row.slippage_days)})` : "";
	const due = row.due === null ? "no due date" : `due ${voice.strong(row.due)}${slipped}`;
	if (row.status === "completed") return finished(row, due, voice);
	if (row.status === "cancelled") return due;
	const left = timeLeft(row, status, state);
	const dates = voice.strong(`${row.projected_start ?? "…"} → ${row.projected_finish}`);
	return [
		`${due}${left === "" ? "" : `, ${left} as of ${status.as_of}`}`,
		row.projected_finish === null ? "projected dates: no data" : `projected ${dates}`,
		row.remaining_days === null ? null : `${days(row.remaining_days)} of work left`,
		row.total_float_days === null ? null : `float ${days(row.total_float_days)}`
	].filter((part) => part !== null).join(" · ");
}
/** Why it stands as it does, and what else to look at; on track or done, the timeline has said the dates already. */
function reasons(row, voice) {
	if (row.health === "done") return [];
	const said = row.health === "on_track" ? ["on-track", "due-soon"] : [];
	return row.reasons.filter(({ rule }) => !said.includes(rule)).map((reason) => voice.prose(reason.text));
}

// src/render/focus-lists.ts
const ROWS$13 = 50;
const GRAVITY = {
	critical: 4,
	high: 3,
	medium: 2,
	low: 1
};
function amount(value, unit, voice) {
	if (value === null) return "no data";
	return `${value}${unit === "" || unit === "%" ? unit : ` ${voice.text(unit)}`}`;
}
function met({ value, target, better }, emoji) {
	if (value === null || target === null) return "";
	const good = better === "higher" ? value >= target : value <= target;
	const word = good ? "met" : "missed";
	return emoji ? `${good ? "✅" : "❌"} ${word}` : word;
}
/** Rows of metric, value, target and whether it is met; `≥` or `≤` says which side of the target is good. */
function quality$2(milestone, emoji, voice) {
	return milestone.quality.slice(0, ROWS$13).map((metric) => {
		const side = metric.better === "higher" ? "≥" : "≤";
		const target = metric.target === null ? "no target" : `${side} ${amount(metric.target, metric.unit, voice)}`;
		return [
			voice.text(clip(metric.name, 100)),
			amount(metric.value, metric.unit, voice),
			target,
			met(metric, emoji)
		];
	});
}
/** Success criteria with what has been verified. */
function criteria(milestone, emoji, voice) {
	const mark = (verified) => {
		if (verified === true) return emoji ? "✅ " : "verified: ";
		if (verified === "partial") return emoji ? "🟡 partly: " : "partly: ";
		if (verified === false) return emoji ? "❌ " : "not met: ";
		return "";
	};
	return milestone.criteria.slice(0, ROWS$13).map((item) => `${mark(item.verified)}${voice.text(clip(item.text, 300))}`);
}
/** What the milestone needs, what it waits for outside, and what waits for it. */
function blockers(row, page, voice) {
	const rows = rowsById(page.status);
	const { dependencies, external } = page.status;
	const name = (id) => {
		const other = rows.get(id);
		return other ? voice.milestone(other) : voice.text(id);
	};
	const needs = dependencies.filter((edge) => edge.to === row.id).map((edge) => {
		const other = rows.get(edge.from);
		const finish = other?.actual_end ?? other?.projected_finish;
		const when = finish ? `, ${other?.status === "completed" ? "finished" : "projected"} ${finish}` : "";
		const lag = edge.lag_days === 0 ? "" : `, lag ${signedDays(edge.lag_days)}`;
		return `${sign("edge", edge.state, page.emoji)}needs ${name(edge.from)}: ${label("edge", edge.state, false).toLowerCase()}${when}${lag}`;
	});
	const outside = external.filter((item) => item.milestone === row.id).map((item) => {
		const text = [
			label("external", item.status, false).replace(/^(?!OK)./, (c) => c.toLowerCase()),
			item.progress === null ? null : percent(item.progress),
			item.due === null ? null : `due ${item.due}`,
			item.owner === null ? null : `owner ${voice.text(clip(item.owner, 60))}`,
			item.note === null ? null : voice.text(clip(item.note, 200))
		].filter((fact) => fact !== null).join(", ");
		return `${sign("external", item.status, page.emoji)}needs ${voice.text(clip(item.name, 80))} (outside): ${text}`;
	});
	const next = dependencies.filter((edge) => edge.from === row.id).map((edge) => `needed by ${name(edge.to)}`);
	return [
		...needs,
		...outside,
		...next
	].slice(0, ROWS$13);
}
/** Risks that are open or have struck, the gravest first, with what is done about them. */
function riskList(milestone, emoji, voice) {
	const live = milestone.risks.filter((risk) => risk.status === "open" || risk.status === "occurred");
	const grave = (impact) => impact === null ? 0 : GRAVITY[impact];
	return live.toSorted((a, b) => grave(b.impact) - grave(a.impact) || (b.probability ?? -1) - (a.probability ?? -1)).slice(0, ROWS$13).map((risk) => {
		const impact = risk.impact === null ? "impact: no data" : `${label("impact", risk.impact, emoji)}`;
		const facts = [
			risk.status === "occurred" ? "has occurred" : null,
			risk.probability === null ? null : `probability ${percent(risk.probability * 100)}`,
			risk.delay === null ? null : `delay ${risk.delay.amount}${risk.delay.unit}`,
			risk.mitigation === null ? null : `mitigation: ${voice.text(clip(risk.mitigation, 200))}`
		].filter((fact) => fact !== null);
		const details = facts.length > 0 ? ` — ${facts.join(", ")}` : "";
		return `${voice.strong(impact)}: ${voice.text(clip(risk.description, 200))}${details}`;
	});
}
/** Who works on it: roles in full-time equivalents, people in percent of their day. */
function resources$1(milestone, voice) {
	const lines = milestone.resources.slice(0, ROWS$13).map((item) => {
		const name = [item.who, item.role].filter((text) => text !== null).map((text) => voice.text(clip(text, 80)));
		const facts = [
			item.fte === null ? null : `${item.fte} FTE`,
			item.allocation === null ? null : `${percent(item.allocation)} allocated`,
			item.skill === null ? null : `skill ${voice.text(clip(item.skill, 60))}`
		].filter((fact) => fact !== null);
		return `${name.join(", ") || "unnamed"}${facts.length > 0 ? `: ${facts.join(", ")}` : ""}`;
	});
	const { budget } = milestone;
	if (budget && (budget.planned !== null || budget.actual !== null)) {
		const money = (value) => value === null ? "no data" : `${value} ${voice.text(budget.currency ?? "")}`.trim();
		lines.push(`Budget: ${money(budget.actual)} spent of ${money(budget.planned)} planned`);
	}
	return lines;
}

// src/render/figures.ts
/** How computed figures and the reasons for missing ones are written on every page. */
/** A number as people read it: two decimals below 100, one below 1,000, none and grouped thousands beyond. */
function figure(value) {
	const size = Math.abs(value);
	const scale = size >= 1e3 ? 1 : size >= 100 ? 10 : 100;
	const [whole = "", part] = String(Math.round(value * scale) / scale + 0).split(".");
	return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part === void 0 ? "" : `.${part}`);
}
/** `a, b and 3 more`: the first `limit` of them. */
function some(items, limit = 5) {
	const shown = items.slice(0, limit).join(", ");
	return items.length > limit ? `${shown} and ${items.length - limit} more` : shown;
}
/** What has no data, gathered by reason: `velocity, quality (nothing is finished yet); risks (no risk is recorded)`. */
function missing(facts) {
	const byReason = /* @__PURE__ */ new Map();
	for (const { name, text, reason } of facts) if (text === null) byReason.set(reason ?? "", [...byReason.get(reason ?? "") ?? [], name.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())]);
	return [...byReason].map(([why, names]) => names.join(", ") + (why === "" ? "" : ` (${why})`)).join("; ");
}

// src/render/analytics-facts.ts
const share = (value) => value === null ? null : percent(value);
const spoken = (value) => value?.replaceAll("_", " ") ?? null;
/** A figure with the word for how it develops, where that is known. */
const developing = (text, word) => text === null || word === null ? text : `${text}, ${word}`;
function velocity$1({ metrics: { velocity: m }, trends }) {
	const test = m.trend_test;
	const { reasons } = m;
	const found = trends?.velocity_analysis;
	const off = found?.improvement_percentage ?? null;
	const next = m.forecast;
	const range = (of, unit) => `${unit} ${figure(of.expected)} (${figure(of.low)} to ${figure(of.high)})`;
	const expected = next === null ? null : [
		next.milestones_per_week === null ? "" : range(next.milestones_per_week, "milestones"),
		next.hours_per_week === null ? "" : range(next.hours_per_week, "hours"),
		`with ${percent(next.probability)} probability`
	];
	const against = off === null ? null : off === 0 ? `as planned, ${figure(found?.current_velocity ?? 0)} a week` : `${figure(found?.current_velocity ?? 0)} instead of ${figure(found?.baseline_velocity ?? 0)} milestones a week (${off > 0 ? "+" : ""}${percent(off)})`;
	const trend = m.trend === null ? null : `${spoken(m.trend)}${test ? ` (${test.of}; Mann–Kendall, p = ${figure(test.p_value)})` : ""}`;
	const steady = m.sustainability === null ? null : m.sustainability + (m.variation === null ? "" : ` (weeks vary by ${percent(m.variation * 100)})`);
	return {
		title: "Velocity",
		facts: [
			{
				name: "Trend",
				text: trend,
				reason: reasons.trend
			},
			{
				name: "Against the baseline",
				text: against,
				reason: found?.reasons.improvement_percentage
			},
			{
				name: "Sustainability",
				text: steady,
				reason: reasons.sustainability
			},
			{
				name: "Expected in a week",
				text: expected?.filter((text) => text !== "").join(", ") ?? null,
				reason: reasons.forecast
			}
		]
	};
}
function efficiency$1({ metrics: { efficiency: m }, trends }) {
	const found = trends?.efficiency_indicators;
	const missed = (found?.practices ?? []).filter((p) => !p.met).map((p) => p.practice.replaceAll("_", " "));
	const maturity = spoken(found?.process_maturity);
	return {
		title: "Efficiency",
		facts: [
			{
				name: "Actual against estimated effort",
				text: m.value === null || m.actual_hours === null || m.estimated_hours === null ? null : `${percent(m.value * 100)} (${figure(m.actual_hours)} of ${figure(m.estimated_hours)} hours)`,
				reason: m.reason ?? m.reasons.actual_hours
			},
			{
				name: "Accuracy of estimates",
				text: share(m.estimate_accuracy_percent),
				reason: m.reasons.estimate_accuracy_percent
			},
			{
				name: "Estimated within 25%",
				text: m.within_25_percent === null ? null : `${percent(m.within_25_percent)} of the milestones`,
				reason: m.reasons.within_25_percent
			},
			{
				name: "Rework",
				text: share(m.rework_percent),
				reason: m.reasons.rework_percent
			},
			{
				name: "Tasks with a defect",
				text: share(m.defect_percent),
				reason: m.reasons.defect_percent
			},
			{
				name: "Technical debt",
				text: share(m.technical_debt_percent),
				reason: m.reasons.technical_debt_percent
			},
			{
				name: "Process maturity",
				text: maturity === null ? null : maturity + (missed.length === 0 ? "" : ` (not kept: ${missed.join(", ")})`),
				reason: found?.reasons.process_maturity
			}
		]
	};
}
function timeline$1({ metrics: { timeline: m } }) {
	const late = (value, ahead, behind, even) => value === null ? null : value === 0 ? even : `${days(Math.abs(value))} ${value > 0 ? behind : ahead}`;
	const slip = late(m.average_slip_days, "early", "late", "no slip");
	const buffer = m.buffer_used_percent === null || m.buffer_days === null ? null : `${percent(m.buffer_used_percent)} of ${days(m.buffer_days)}`;
	const baseline = m.buffer_remaining_on_baseline_percent === m.buffer_remaining_percent ? null : m.buffer_remaining_on_baseline_percent;
	const outside = `${m.external_active} open, ${m.external_resolved} resolved in seven days`;
	return {
		title: "Timeline",
		facts: [
			{
				name: "On time against the baseline",
				text: developing(share(m.on_baseline_percent), slip === null ? null : `on average ${slip}`),
				reason: m.reasons.on_baseline_percent
			},
			{
				name: "Buffer used",
				text: developing(buffer, baseline === null ? null : `${percent(baseline)} left before the baseline`),
				reason: m.reasons.buffer_used_percent
			},
			{
				name: "Critical path against the baseline",
				text: late(m.critical_path_variance_days, "ahead", "behind", "as planned"),
				reason: m.reasons.critical_path_variance_days
			},
			...m.external_active + m.external_resolved === 0 ? [] : [{
				name: "External dependencies",
				text: outside
			}],
			{
				name: "Time to resolve a dependency",
				text: m.dependency_resolution_days === null ? null : days(m.dependency_resolution_days),
				reason: m.reasons.dependency_resolution_days
			}
		]
	};
}
function quality$1({ metrics: { quality: m }, voice }) {
	const name = (check) => `${voice.text(check.milestone)} ${voice.text(clip(check.name, 60))}`;
	const amount = (value, unit) => figure(value) + (unit === "%" || unit === "" ? unit : ` ${voice.text(unit)}`);
	const missed = m.checks.filter((check) => check.met === false).map((check) => `${name(check)} ${amount(check.value ?? 0, check.unit)} (target ${amount(check.target ?? 0, check.unit)})`);
	const ahead = m.checks.flatMap((check) => check.expected === null ? [] : [`${name(check)} ${amount(check.value ?? 0, check.unit)} → ${amount(check.expected, check.unit)}`]);
	return {
		title: "Quality",
		facts: [
			{
				name: "Accepted the first time",
				text: developing(share(m.value), m.first_time_trend),
				reason: m.reason
			},
			{
				name: "Satisfaction",
				text: developing(m.satisfaction === null ? null : `${figure(m.satisfaction)} of 5`, m.satisfaction_trend),
				reason: m.reasons.satisfaction
			},
			{
				name: "Targets met",
				text: developing(share(m.targets_met_percent), missed.length === 0 ? null : `missed: ${some(missed, 3)}`),
				reason: m.reasons.targets_met_percent
			},
			...ahead.length === 0 ? [] : [{
				name: "Expected at the projected finish",
				text: some(ahead)
			}]
		]
	};
}
function risk$1({ metrics: { risk: m, velocity: { window_weeks: weeks } } }) {
	const before = m.exposure_before_days === null ? null : `${days(m.exposure_before_days)} ${weeks} ${weeks === 1 ? "week" : "weeks"} earlier`;
	return {
		title: "Risks",
		facts: [
			{
				name: "Expected delay",
				text: developing(developing(m.value === null ? null : days(m.value), before), m.trend),
				reason: m.reason
			},
			{
				name: "Identified before they occurred",
				text: share(m.identified_early_percent),
				reason: m.reasons.identified_early_percent
			},
			{
				name: "Mitigations that held",
				text: share(m.mitigation_success_percent),
				reason: m.reasons.mitigation_success_percent
			},
			{
				name: "Time to resolve one",
				text: m.average_resolution_days === null ? null : days(m.average_resolution_days),
				reason: m.reasons.average_resolution_days
			},
			{
				name: "Escalated",
				text: share(m.escalation_percent),
				reason: m.reasons.escalation_percent
			}
		]
	};
}
/** The figures behind the metrics, topic by topic; reasons are ready to print. */
function topics({ metrics, trends }, voice) {
	if (metrics === null) return [];
	const given = {
		metrics,
		trends,
		voice
	};
	return [
		velocity$1,
		efficiency$1,
		timeline$1,
		quality$1,
		risk$1
	].map((topic) => {
		const { title, facts } = topic(given);
		return {
			title,
			facts: facts.map((fact) => fact.reason ? {
				...fact,
				reason: voice.prose(fact.reason)
			} : fact)
		};
	});
}
/** The topics that know nothing at all, each with the reason of its first figure. */
function withoutData(all) {
	const none = all.filter(({ facts }) => facts.every((fact) => fact.text === null));
	return missing(none.map(({ title, facts }) => ({
		name: title,
		text: null,
		reason: facts[0]?.reason
	})));
}

// src/render/development.ts
/** How the project develops, in one sentence; empty where nothing is known. */
function development({ metrics, trends }) {
	return [
		["velocity", metrics?.velocity.trend?.replaceAll("_", " ")],
		["quality", metrics?.quality.first_time_trend ?? null],
		["risks", metrics?.risk.trend ?? null],
		["process maturity", trends?.efficiency_indicators.process_maturity ?? null]
	].flatMap(([name, word]) => word === null || word === void 0 ? [] : [`${name}: ${word}`]).join(", ").replace(/^./, (c) => c.toUpperCase());
}
/** What could be done better, each with its figure. */
function improvements({ trends }, voice) {
	return (trends?.efficiency_indicators.improvement_opportunities ?? []).map(({ text }) => voice.prose(clip(text, 200)));
}
/** The weeks as lines with a bar each, the highest of them full: milestones where hours are not known. */
function weekBars({ metrics }, cells) {
	const series = metrics?.velocity.series ?? [];
	const hours = series.some((week) => week.hours > 0);
	const of = (week) => hours ? week.hours : week.milestones;
	const most = Math.max(0, ...series.map(of));
	if (most === 0) return [];
	return series.map((week) => {
		const filled = of(week) === 0 ? 0 : Math.max(1, Math.round(of(week) / most * cells));
		const amount = hours ? `${figure(week.hours)} h, ` : "";
		return `${week.start} – ${week.end} ${"█".repeat(filled).padEnd(cells)} ${amount}${counted(week.milestones, "milestone")}`;
	});
}

// src/render/paint.ts
const CODES = {
	bold: "1",
	dim: "2",
	red: "31",
	green: "32",
	yellow: "33",
	blue: "34",
	cyan: "36"
};
/** `text` in a colour, or as it is. */
function paint(terminal, colour, text) {
	return terminal.color && colour !== null && text !== "" ? `\u001B[${CODES[colour]}m${text}\u001B[0m` : text;
}
/** Colour of a health, a milestone's or an edge's state; null for those that need no attention. */
function colourOf(value) {
	if (value === "late" || value === "blocked") return "red";
	if (value === "at_risk") return "yellow";
	if (value === "done" || value === "completed" || value === "on_track" || value === "satisfied") return "green";
	return value === "in_progress" ? "cyan" : null;
}

// src/render/voice.ts
function markdownVoice(page) {
	return {
		text: md,
		prose,
		strong: (said) => `**${said}**`,
		milestone: (row) => named$2(page, row)
	};
}
function terminalVoice(terminal) {
	return {
		text: plain,
		prose: plain,
		strong: (said) => paint(terminal, "bold", said),
		milestone: (row) => `${row.id} ${plain(row.title)}`
	};
}

// src/render/analytics.ts
const known = (topic) => topic.facts.some((fact) => fact.text !== null);
function topicText(topic) {
	const lines = topic.facts.flatMap(({ name, text }) => text === null ? [] : [`- ${name}: ${text}`]);
	const gone = missing(topic.facts);
	if (lines.length === 0) return "";
	return [
		`**${topic.title}**\n`,
		...lines,
		...gone === "" ? [] : [`- No data: ${gone}`]
	].join("\n");
}
/** Velocity week by week, and the figures behind the metrics, folded below how the project develops. */
function analytics(page) {
	const { status } = page;
	if (status.metrics === null || status.milestones.length === 0) return "";
	const voice = markdownVoice(page);
	const all = topics(status, voice);
	const bars = weekBars(status, 24);
	const better = improvements(status, voice);
	if (!all.some(known) && bars.length === 0) return "**Analytics:** no data yet; the metrics above say what is missing.";
	const chart = bars.length === 0 ? "" : `**Velocity, week by week**\n\n\`\`\`text\n${bars.join("\n")}\n\`\`\``;
	const advice = better.length === 0 ? "" : `**What could be better**\n\n${better.map((text) => `- ${text}`).join("\n")}`;
	const unknown = withoutData(all);
	const content = [
		chart,
		...all.map(topicText),
		advice,
		unknown === "" ? "" : `No data yet: ${unknown}.`
	].filter((text) => text !== "").join("\n\n");
	const summary = all.filter((topic) => known(topic) || topic.title === "Velocity" && chart !== "").map(({ title }) => title.toLowerCase()).join(", ").replace(/^./, (c) => c.toUpperCase());
	const head = development(status);
	return [
		"## Analytics",
		head === "" ? "" : `${head}.`,
		folded(summary, content)
	].filter((text) => text !== "").join("\n\n");
}

// src/render/lists.ts
const ROWS$12 = 50;
const SEVERITY = {
	critical: 4,
	high: 3,
	medium: 2,
	low: 1
};
/** An id that links to its milestone where there is one. */
function linked(page, id) {
	if (id === null) return "–";
	const row = rowsById(page.status).get(id);
	return row ? link(page, row) : md(id);
}
/** Open risks of open milestones, as the metric counts them, the gravest first: by impact, then by probability. */
function openRisks(status) {
	const rows = rowsById(status);
	const over = (id) => ["completed", "cancelled"].includes(rows.get(id)?.status ?? "");
	const open = status.risks.filter((risk) => risk.status === "open" && !over(risk.milestone));
	const grave = (risk) => risk.impact ? SEVERITY[risk.impact] : 0;
	return open.toSorted((a, b) => grave(b) - grave(a) || (b.probability ?? -1) - (a.probability ?? -1));
}
/** Open risks as a table. */
function risks(page) {
	const open = openRisks(page.status);
	if (open.length === 0) return "";
	const rows = open.slice(0, ROWS$12).map((risk) => [
		risk.impact === null ? "no data" : label("impact", risk.impact, page.emoji),
		linked(page, risk.milestone),
		md(clip(risk.description, 200)),
		risk.probability === null ? "" : percent(risk.probability * 100),
		risk.delay_days === null ? "" : days(risk.delay_days),
		risk.mitigation === null ? "" : md(clip(risk.mitigation, 200))
	]);
	const optional = [
		"Probability",
		"Delay",
		"Mitigation"
	].map((title) => ({
		title,
		optional: true
	}));
	return table([
		"Impact",
		"ID",
		"Risk",
		...optional
	], rows) + more(open.length - ROWS$12, "in the milestones’ files");
}
const SESSION = {
	healthy: "🟢 Healthy",
	constrained: "🟠 Constrained",
	blocked: "⛔ Blocked"
};
/** Work sessions that are open. */
function sessions(page) {
	const { sessions: all } = page.status;
	if (all.length === 0) return "";
	const rows = all.slice(0, ROWS$12).map((session) => [
		md(session.id),
		linked(page, session.milestone),
		session.by === null ? "" : md(session.by),
		session.progress === null ? "no data" : percent(session.progress),
		session.last_checkpoint === null ? "" : instant(session.last_checkpoint),
		session.health === null ? "" : page.emoji ? SESSION[session.health] : SESSION[session.health].replace(/^\S+ /, ""),
		session.health === null || session.reason === null ? "" : prose(clip(session.reason, 200))
	]);
	const columns = [
		"Session",
		"ID",
		{
			title: "By",
			optional: true
		},
		"Progress"
	];
	const optional = [
		"Last checkpoint",
		"Health",
		"Why"
	].map((title) => ({
		title,
		optional: true
	}));
	return table([...columns, ...optional], rows) + more(all.length - ROWS$12, "in `.milestones/sessions/`");
}
/** Changes that lack an approval, those in force first: what, by whom, whose answer, until when; and how approvals stand. */
function approvals$2(page) {
	const { pending, unapproved, automatic, received, needed } = trackingOf(page.status.changes);
	const open = [...unapproved, ...pending];
	if (open.length === 0) return "";
	const rows = open.slice(0, ROWS$12).map((change) => [
		code(change.id),
		change.state === "unapproved" ? `${page.emoji ? "⚠️ " : ""}${change.command === "sync" ? "on GitHub" : "by hand"}, in force unapproved: ${change.milestones.map(md).join(", ") || "policy"}` : change.command === null ? "no data" : code(clip(change.command, 200)),
		md(change.actor),
		change.waiting_for.map((each) => `${md(each.received === 0 ? each.from : each.missing.join(", ") || "nobody more")} (${md(each.rule)}, ${each.received} of ${each.needed})`).join(", "),
		change.approved_by.map(md).join(", "),
		change.waiting_for.flatMap((rule) => rule.answer_by ?? []).toSorted()[0] ?? "",
		change.waiting_for.flatMap((rule) => rule.expires ?? []).toSorted()[0] ?? ""
	]);
	const optional = [
		"Approved by",
		"Answer by",
		"Expires"
	].map((title) => ({
		title,
		optional: true
	}));
	const blocked = pending.slice(0, ROWS$12).map((change) => md(changeText(change)));
	const facts = [
		`Requests pending: ${pending.length}`,
		`auto-approved: ${automatic}`,
		`sign-offs: ${received} of ${needed} received`,
		`implementation blocked: ${blocked.length === 0 ? "nothing" : blocked.join("; ")}`
	];
	return `${table([
		"Change",
		"What",
		"By",
		"Needs",
		...optional
	], rows)}${more(open.length - ROWS$12, "in the journal")}\n\n${facts.join(" · ")}`;
}
/** What to do next, in the order the analysis ranked it. */
function actions(page) {
	const { actions: all } = page.status;
	const lines = all.slice(0, 15).map((item, i) => {
		const cause = item.cause === "" ? "" : ` — ${prose(clip(item.cause, 200))}`;
		return `${i + 1}. **${label("action", item.priority, page.emoji)}** ${prose(clip(item.text, 200))}${cause}`;
	});
	return lines.join("\n") + more(all.length - lines.length, "of lower rank");
}
/** The last changes, newest first, as many as `dashboard.activity` allows. */
function activity(page) {
	return page.status.activity.slice(0, page.state.config.dashboard.activity).map((item) => `- ${instant(item.at)} · ${md(item.id)} by ${md(item.actor)}: ${prose(clip(item.text, 200))}`).join("\n");
}
/** Errors and warnings in the store's files; infos stay with `git milestone validate`. */
function diagnostics(page) {
	return diagnosticTable(page.status.diagnostics.filter((d) => d.severity !== "info"), page.emoji, page.href);
}
/** Findings as a table, each linked to its line where that is possible. */
function diagnosticTable(found, emoji, href, limit = ROWS$12) {
	if (found.length === 0) return "";
	const rows = found.slice(0, limit).map((d) => {
		const place = `${d.file}:${d.line}:${d.column}`;
		return [
			label("severity", d.severity, emoji),
			href === null ? code(place) : `[${code(place)}](${href(d.file)}#L${d.line})`,
			prose(clip(d.message, 300)),
			d.hint === null ? "" : prose(clip(d.hint, 300))
		];
	});
	const note = more(found.length - limit, "(`git milestone validate` lists all)");
	return table([
		"",
		"Where",
		"What",
		{
			title: "What to do",
			optional: true
		}
	], rows) + note;
}

// src/render/conflicts.ts
const ROWS$11 = 30;
/** What the store and GitHub disagree about, and how to settle it. */
function conflicts(page) {
	const open = page.status.conflicts ?? [];
	if (open.length === 0) return "";
	const rows = open.slice(0, ROWS$11).map(({ id, milestones, evidence }) => [
		code(id),
		linked(page, milestones[0] ?? null),
		prose(clip(evidence, 300))
	]);
	return `Neither side is changed until somebody decides: make both sides the same, or comment \`/milestone sync --prefer=store\` or \`/milestone sync --prefer=github\`.\n\n${table([
		"Conflict",
		"ID",
		"What"
	], rows)}${more(open.length - ROWS$11, "in `state/github.yaml`")}`;
}

// src/render/dependencies.ts
const ROWS$10 = 100;
/** The dependency matrix: open edges, satisfied ones (folded once there are many), and what the project waits for outside. */
function dependencies$1(page) {
	const { dependencies: edges, external } = page.status;
	const line = (edge) => [
		`${md(edge.from)} → ${md(edge.to)}`,
		edge.lag_days === 0 ? "" : signedDays(edge.lag_days),
		label("edge", edge.state, page.emoji)
	];
	const columns = [
		"Dependency",
		{
			title: "Lag",
			optional: true
		},
		"State"
	];
	const listed = (some) => table(columns, some.slice(0, ROWS$10).map(line)) + more(some.length - ROWS$10, "in the milestones’ files");
	const satisfied = edges.filter((edge) => edge.state === "satisfied");
	const open = edges.filter((edge) => edge.state !== "satisfied");
	const parts = [];
	if (edges.length > 0 && edges.length <= 20) parts.push(listed(edges));
	else {
		if (open.length > 0) parts.push(listed(open));
		if (satisfied.length > 0) parts.push(folded(counted(satisfied.length, "satisfied dependency", "satisfied dependencies"), listed(satisfied)));
	}
	if (external.length > 0) {
		const rows = external.slice(0, ROWS$10).map((item) => [
			`${md(clip(item.name, 80))} → ${md(item.milestone)}`,
			label("external", item.status, page.emoji),
			item.progress === null ? "" : percent(item.progress),
			item.owner === null ? "" : md(clip(item.owner, 60)),
			item.due ?? "",
			item.note === null ? "" : md(clip(item.note, 120))
		]);
		const optional = [
			"Progress",
			"Owner",
			"Due",
			"Note"
		].map((title) => ({
			title,
			optional: true
		}));
		parts.push(table([
			"From outside",
			"State",
			...optional
		], rows) + more(external.length - ROWS$10, "in the milestones’ files"));
	}
	return parts.join("\n\n");
}

// src/render/earned-value.ts
const MEASURES = [
	[
		"pv",
		"Planned value",
		"PV"
	],
	[
		"ev",
		"Earned value",
		"EV"
	],
	[
		"ac",
		"Actual cost",
		"AC"
	],
	[
		"sv",
		"Schedule variance",
		"SV"
	],
	[
		"cv",
		"Cost variance",
		"CV"
	],
	[
		"spi",
		"Schedule performance",
		"SPI"
	],
	[
		"cpi",
		"Cost performance",
		"CPI"
	],
	[
		"bac",
		"Budget at completion",
		"BAC"
	],
	[
		"eac",
		"Estimate at completion",
		"EAC"
	],
	[
		"etc",
		"Estimate to complete",
		"ETC"
	],
	[
		"vac",
		"Variance at completion",
		"VAC"
	]
];
/** Earned value in each unit that has any: `hours`, then the project's currency. */
function accounts({ hours, money }, voice) {
	const found = hours === null ? [] : [{
		unit: "hours",
		value: hours
	}];
	return money === null ? found : [...found, {
		unit: voice.text(money.currency),
		value: money
	}];
}
/** `hours: SPI 1.07, CPI 0.93, 795 expected for a budget of 736`. */
function accountText({ unit, value }) {
	const { spi, cpi, eac, bac } = value;
	return `${unit}: ${[
		spi === null ? "" : `SPI ${figure(spi)}`,
		cpi === null ? "" : `CPI ${figure(cpi)}`,
		eac === null ? `budget ${figure(bac)}` : `${figure(eac)} expected for a budget of ${figure(bac)}`
	].filter((text) => text !== "").join(", ")}`.replace(/^./, (c) => c.toUpperCase());
}
/** Why figures are missing, and which milestones an account leaves out. */
function accountNotes({ unit, value }, voice) {
	const gone = missing(MEASURES.map(([key, , short]) => ({
		name: short,
		text: value[key] === null ? null : "",
		reason: value.reasons[key] === void 0 ? null : voice.prose(value.reasons[key])
	})));
	const left = value.left_out.map(voice.text);
	return [gone === "" ? "" : `No data in ${unit}: ${gone}.`, left.length === 0 ? "" : `In ${unit}, ${counted(value.milestones, "milestone")}; without a budget: ${some(left, 10)}.`].filter((text) => text !== "");
}
/** Why there is no earned value in any unit; empty if there is some. */
function withoutValue(evm, voice) {
	if (evm.hours !== null || evm.money !== null) return "";
	const why = [evm.reasons.hours, evm.reasons.money].flatMap((text) => text === void 0 ? [] : [voice.prose(text)]);
	return `no data${why.length === 0 ? "" : `: ${why.join(", and ")}`}.`;
}
/** Earned value in hours and money; the table is folded. */
function earnedValue(page) {
	const { evm, milestones } = page.status;
	if (evm === null || milestones.length === 0) return "";
	const voice = markdownVoice(page);
	const none = withoutValue(evm, voice);
	if (none !== "") return `**Earned value:** ${none}`;
	const all = accounts(evm, voice);
	const cell = (value) => value === null ? "no data" : figure(value);
	const rows = MEASURES.filter(([key]) => all.some(({ value }) => value[key] !== null)).map(([key, name, short]) => [
		name,
		short,
		...all.map(({ value }) => cell(value[key]))
	]);
	const units = all.map(({ unit }) => ({
		title: unit === "hours" ? "Hours" : unit,
		align: "r"
	}));
	const notes = all.flatMap((each) => accountNotes(each, voice));
	const body = [table([
		"Measure",
		"",
		...units
	], rows), ...notes].join("\n\n");
	return [
		"## Earned value",
		all.map((each) => `- ${accountText(each)}`).join("\n"),
		folded("All measures", body)
	].join("\n\n");
}

// src/render/gantt.ts
/** GitHub stops drawing at 50,000 characters, readers long before. */
const BARS = 60;
const CHARACTERS$1 = 45e3;
const SECTIONS$2 = [
	"completed",
	"in_progress",
	"blocked",
	"planning"
];
const TAGS = {
	completed: ["done"],
	in_progress: ["active"],
	blocked: [],
	planning: []
};
const THEME = `%%{init: ${JSON.stringify({ themeVariables: {
	critBkgColor: "#fff1e5",
	critBorderColor: "#cf222e",
	activeTaskBkgColor: "#ddf4ff",
	taskBkgColor: "#d8dee4",
	taskBorderColor: "#57606a",
	taskTextColor: "#1f2328"
} })}}%%`;
/** A fenced block that GitHub draws. */
function fenced$1(lines) {
	return `\`\`\`mermaid\n${lines.join("\n")}\n\`\`\``;
}
/** Task names run to the first colon, and one that begins like a directive or a date would be taken for it: hence the code for its first character. */
function taskName(row) {
	const text = `${row.id} ${clip(row.title, 60)}`;
	const risky = /^(?:M\d|[A-Z]+-\d)/.test(text) ? "" : `#${text.charCodeAt(0)};`;
	return risky === "" ? mermaid(text) : risky + mermaid(text.slice(1));
}
function dates(row) {
	const start = row.projected_start ?? row.planned_start;
	const finish = row.actual_end ?? row.projected_finish ?? row.planned_finish;
	if (finish === null) return null;
	return [start === null || start > finish ? finish : start, finish];
}
/**
* The schedule as a Mermaid gantt with absolute, inclusive dates: Mermaid's own calendar (`excludes`) would move bars away from
* the dates that were computed.
*/
function gantt({ status, emoji }, limit = BARS) {
	const lost = (row) => row.status === "completed" && row.projected_finish === null && (dates(row)?.[1] ?? "") > status.as_of;
	const dated = status.milestones.filter((row) => row.status !== "cancelled" && dates(row) !== null && !lost(row));
	const done = (row) => row.status === "completed" ? 1 : 0;
	const start = (row) => dates(row)?.[0] ?? "";
	const byStart = (a, b) => start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0;
	const kept = dated.toSorted((a, b) => done(a) - done(b) || (done(a) ? byStart(b, a) : byStart(a, b))).slice(0, limit).toSorted(byStart);
	if (kept.length === 0) return {
		text: "",
		missing: 0
	};
	const lines = [
		THEME,
		"gantt",
		"  dateFormat YYYY-MM-DD",
		"  inclusiveEndDates",
		"  axisFormat %m-%d"
	];
	for (const section of SECTIONS$2) {
		const rows = kept.filter((row) => row.status === section);
		if (rows.length > 0) lines.push(`  section ${mermaid(label("status", section, emoji))}`);
		for (const row of rows) lines.push(`  ${taskName(row)} :${bar(row, TAGS[section])}`);
	}
	const text = fenced$1(lines);
	if (text.length > CHARACTERS$1) return gantt({
		status,
		emoji
	}, Math.floor(limit / 2));
	return {
		text,
		missing: dated.length - kept.length
	};
}
function bar(row, tags) {
	const [start, finish] = dates(row) ?? ["", ""];
	const crit = row.critical && row.status !== "completed" ? ["crit"] : [];
	if (row.duration_days === 0) return [
		...crit,
		...tags,
		"milestone",
		finish,
		"0d"
	].join(", ");
	return [
		...crit,
		...tags,
		start,
		finish
	].join(", ");
}

// src/render/flowchart.ts
/** GitHub stops drawing at 500 edges or 50,000 characters, readers long before. */
const NODES = 80;
const EDGES = 200;
const CHARACTERS = 45e3;
const CLASSES = {
	done: "fill:#d1fadf,stroke:#1a7f37,color:#0b1f12",
	on_track: "fill:#dbeafe,stroke:#0969da,color:#0b1726",
	at_risk: "fill:#fef3c7,stroke:#bf8700,color:#241a02",
	late: "fill:#fee2e2,stroke:#cf222e,color:#2b0a0c",
	blocked: "fill:#f3c6cd,stroke:#82071e,color:#2b0a0c",
	pending: "fill:#eaeef2,stroke:#57606a,color:#1f2328"
};
const OUTSIDE = {
	ok: "on_track",
	at_risk: "at_risk",
	blocked: "blocked",
	done: "done"
};
/** A name that Mermaid cannot take for a keyword or a shape, whatever the id holds. */
function node(id) {
	if (/^[A-Z]+\d+$/.test(id)) return id;
	return `n_${id.replace(/[^A-Za-z0-9]/g, (c) => `_${c.charCodeAt(0).toString(16)}`)}`;
}
/** Consecutive members of a critical path, as `from → to`. */
function criticalEdges({ status }) {
	return new Set(status.schedule.critical_paths.flatMap((path) => path.slice(1).map((to, i) => `${path[i] ?? ""} → ${to}`)));
}
/** The milestones with dependencies: those that are not finished first, as many as can be drawn. */
function drawn({ status }, limit) {
	const tied = /* @__PURE__ */ new Set([...status.dependencies.flatMap((edge) => [edge.from, edge.to]), ...status.external.map((item) => item.milestone)]);
	const rows = status.milestones.filter((row) => tied.has(row.id) && row.status !== "cancelled");
	const open = rows.filter((row) => row.status !== "completed");
	const kept = new Set([...open, ...rows.filter((row) => row.status === "completed")].slice(0, limit));
	return {
		rows: rows.filter((row) => kept.has(row)),
		missing: rows.length - kept.size
	};
}
/** The dependencies as a Mermaid flowchart: colours by health, thick arrows along the critical path, dotted ones from outside. */
function flowchart(page, limit = NODES) {
	const { rows, missing } = drawn(page, limit);
	const ids = new Set(rows.map((row) => row.id));
	const edges = page.status.dependencies.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
	const outside = page.status.external.filter((item) => ids.has(item.milestone));
	if (edges.length + outside.length === 0) return {
		text: "",
		missing: 0
	};
	const critical = criticalEdges(page);
	const used = new Set(rows.map((row) => row.health));
	const lines = ["flowchart LR"];
	for (const row of rows) lines.push(`  ${node(row.id)}["${mermaid(row.id)} ${mermaid(clip(row.title, 50))}"]:::${row.health}`);
	for (const edge of edges) {
		const arrow = critical.has(`${edge.from} → ${edge.to}`) ? "==>" : "-->";
		const lag = edge.lag_days === 0 ? "" : `|"${edge.lag_days > 0 ? "lag" : "lead"} ${Math.abs(edge.lag_days)}d"|`;
		lines.push(`  ${node(edge.from)} ${arrow}${lag} ${node(edge.to)}`);
	}
	outside.forEach((item, i) => {
		const look = OUTSIDE[item.status];
		used.add(look);
		lines.push(`  out_${i + 1}(["${mermaid(clip(item.name, 50)) || "–"}"]):::${look} -.-> ${node(item.milestone)}`);
	});
	for (const [name, style] of Object.entries(CLASSES)) if (used.has(name)) lines.push(`  classDef ${name} ${style}`);
	const text = fenced$1(lines);
	const fits = text.length <= CHARACTERS && edges.length + outside.length <= EDGES;
	return fits || limit < 2 ? {
		text: fits ? text : "",
		missing: fits ? missing : rows.length
	} : flowchart(page, Math.floor(limit / 2));
}

// src/render/forecast.ts
/** So many milestones are listed. */
const FORECAST_ROWS = 25;
/** True if no length and no risk spreads the dates: the runs then only repeat the projection. */
function certain({ p50, p95, risk_adjusted: risky, milestones }) {
	return milestones.every((m) => m.spread === "none") && p50 === p95 && risky.p50 === p50 && risky.p95 === p95;
}
/** The milestones whose dates differ between the runs: of the others a chance would only repeat the projection. */
function spreading({ milestones }) {
	return milestones.filter((m) => m.spread !== "none" || m.p50 !== m.p95);
}
/** The one sentence that stands for a forecast without dates or without a spread; empty if there is one to show. */
function withoutForecast(forecast, voice) {
	const why = forecast.reason === null ? "no data" : voice.prose(forecast.reason);
	if (forecast.p50 === null) return `No forecast: ${why}.`;
	return certain(forecast) ? `No forecast beyond the projected finish ${forecast.p50}: ${why}.` : "";
}
/** What the dates stand on: number of runs, the history, and whose length decides the end. */
function forecastNotes(forecast, voice, name) {
	const { runs, history, enough_history, reason, drivers } = forecast;
	const strongest = drivers.map((driver) => `${name(driver.id)} ${percent(driver.variance_share)}`);
	const basis = reason === null ? `The spread comes from ${history === 0 ? "three-point estimates" : `three-point estimates and ${counted(history, "completed milestone")}`}` : `${enough_history ? "History" : "Not enough history"}: ${voice.prose(reason)}`;
	const shares = spreading(forecast).length === 0 ? "" : " On time: the share that meets the due date; critical: the share in which the milestone decides the end.";
	return [
		`Of ${figure(runs)} simulated runs half end by P50, 85% by P85 and 95% by P95.${shares}`,
		`${basis}.`,
		strongest.length === 0 ? "" : `Whose length decides the end, in shares of its variance: ${some(strongest)}.`
	].filter((text) => text !== "");
}
/** The rows of the forecast: the project, the same with its open risks, then milestone by milestone. */
function forecastRows(status, forecast, name, strong) {
	const rows = rowsById(status);
	const date = (day) => day ?? "no data";
	const share = (value) => value === null ? "" : percent(value);
	const dates = (of) => [
		date(of.p50),
		date(of.p85),
		date(of.p95)
	];
	const last = status.milestones.flatMap((row) => row.status === "cancelled" || row.due === null ? [] : [row.due]).sort().at(-1) ?? "–";
	const project = [
		strong("Project"),
		last,
		...dates(forecast),
		"",
		""
	];
	const risky = [
		strong("With open risks"),
		last,
		...dates(forecast.risk_adjusted),
		"",
		""
	];
	const each = spreading(forecast).slice(0, 25).map((m) => [
		name(m.id),
		rows.get(m.id)?.due ?? "–",
		...dates(m),
		share(m.on_time),
		share(m.criticality)
	]);
	return openRisks(status).length === 0 ? [project, ...each] : [
		project,
		risky,
		...each
	];
}
/** When the project and its milestones end in half, 85 % and 95 % of the simulated runs. */
function forecast(page) {
	const found = page.status.forecast;
	const live = page.status.milestones.some((row) => row.status !== "completed" && row.status !== "cancelled");
	if (found === null || !live) return "";
	const voice = markdownVoice(page);
	const none = withoutForecast(found, voice);
	if (none !== "") return none;
	const rows = rowsById(page.status);
	const name = (id) => {
		const row = rows.get(id);
		return row ? link(page, row) : voice.text(id);
	};
	const cells = forecastRows(page.status, found, name, (text) => `**${text.replaceAll(" ", "\xA0")}**`);
	const columns = [
		"",
		"Due",
		"P50",
		"P85",
		"P95",
		...["On\xA0time", "Critical"].map((title) => ({
			title,
			optional: true
		}))
	];
	return [table(columns, cells) + more(spreading(found).length - 25, "in `git milestone status --json`"), ...forecastNotes(found, voice, name)].join("\n\n");
}

// src/render/matrix.ts
/** Up to this many milestones stand in one table; beyond, finished ones are folded away. */
const ONE_TABLE = 50;
const OPEN_ROWS = 200;
const FINISHED_ROWS = 100;
const URGENCY = {
	late: 0,
	blocked: 1,
	at_risk: 2,
	on_track: 3,
	pending: 4,
	done: 5
};
/** Late ones first, then by due date; the sort is stable, so ties stay in order of their ids. */
function mostUrgent(rows, limit) {
	const due = (row) => row.due ?? "9999";
	const sorted = rows.toSorted((a, b) => URGENCY[a.health] - URGENCY[b.health] || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
	const kept = new Set(sorted.slice(0, limit));
	return rows.filter((row) => kept.has(row));
}
function lines(page, rows) {
	const cells = rows.map((row) => [
		link(page, row),
		title(row.title),
		`${bar$1(row.progress, 6)}\u00A0${percent(row.progress)}`,
		label("status", row.status, page.emoji).replaceAll(" ", "\xA0"),
		row.due ?? "–",
		outlook(row, "days")
	]);
	return table([
		"ID",
		"Milestone",
		"Progress",
		"Status",
		"Due",
		"Variance"
	], cells);
}
/** Where to find what a table had no room for. */
function inFolder(page, folder) {
	const path = `\`.milestones/${folder}/\``;
	return `in ${page.href === null ? path : `[${path}](${page.href(`${folder}/`)})`}`;
}
/** The status matrix: every milestone with progress, status, due date and how it stands against it. */
function matrix$1(page) {
	const all = page.status.milestones;
	if (all.length === 0) return "";
	if (all.length <= ONE_TABLE) return lines(page, all);
	const open = all.filter((row) => row.status !== "completed" && row.status !== "cancelled");
	const closed = all.filter((row) => row.status === "completed" || row.status === "cancelled");
	const shown = mostUrgent(open, OPEN_ROWS);
	const parts = [(shown.length < open.length ? `The ${shown.length} most urgent of ${counted(open.length, "open milestone")}:\n\n` : "") + lines(page, shown) + more(open.length - shown.length, inFolder(page, "active"))];
	if (closed.length > 0) {
		const rows = closed.toSorted((a, b) => (a.actual_end ?? "") < (b.actual_end ?? "") ? 1 : a.actual_end === b.actual_end ? 0 : -1).slice(0, FINISHED_ROWS);
		const rest = more(closed.length - rows.length, inFolder(page, "completed"));
		parts.push(folded(`${counted(closed.length, "finished milestone")}, latest first`, lines(page, rows) + rest));
	}
	return (open.length === 0 ? parts.slice(1) : parts).join("\n\n");
}

// src/render/metrics.ts
const TREND = {
	increasing: "increasing",
	decreasing: "decreasing",
	no_trend: "no trend"
};
function velocity({ velocity: m }) {
	if (m.value === null) return [];
	const off = m.versus_target_percent;
	const versus = off === null || off === 0 ? "" : `, ${percent(Math.abs(off))} ${off > 0 ? "above" : "below"} target`;
	const trend = m.trend === null || m.trend_test?.of === "milestones" ? "" : `, ${TREND[m.trend]}`;
	return [`${m.n} in ${counted(m.weeks, "week")}${versus}`, m.hours_per_week === null ? "" : `${figure(m.hours_per_week)} estimated hours a week${trend}`];
}
function efficiency({ efficiency: m }) {
	if (m.value === null || m.actual_hours === null || m.estimated_hours === null) return [];
	const off = Math.round((m.value - 1) * 1e3) / 10;
	const how = off === 0 ? "as estimated" : `${percent(Math.abs(off))} ${off > 0 ? "over" : "under"} the estimates`;
	return [`${figure(m.actual_hours)} hours for ${figure(m.estimated_hours)}: ${how}`];
}
function timeline({ timeline: m }) {
	const room = m.room_days;
	const where = room === null || room === 0 ? "" : `${days(Math.abs(room))} ${room > 0 ? "before" : "after"} `;
	return [room === null ? "" : `projected ${where}${where === "" ? "on " : ""}the last due date`, m.buffer_remaining_percent === null ? "" : `${percent(m.buffer_remaining_percent)} of buffer left`];
}
function risk({ risk: m }, voice) {
	const grave = m.high_open.map((id) => voice.text(clip(id, 40)));
	const unknown = m.unquantified.length;
	return [
		m.n === 0 ? "" : `${m.open} open`,
		grave.length === 0 ? "" : `${grave.length} of high impact: ${some(grave)}`,
		m.trend === null ? "" : m.trend,
		m.reason !== null || unknown === 0 ? "" : `${unknown} without probability or delay`
	];
}
function quality({ quality: m }) {
	const known = m.checks.filter((check) => check.met !== null);
	const met = known.filter((check) => check.met).length;
	return [known.length === 0 ? "" : `${met} of ${counted(known.length, "quality target")} met`, m.satisfaction === null ? "" : `satisfaction ${figure(m.satisfaction)} of 5`];
}
function capacity({ capacity: m }, voice) {
	const over = [...new Map(m.over_allocated.map((each) => [each.who, each])).values()];
	return [m.value === null ? "" : counted(m.people, "person", "people"), over.length === 0 ? "" : `over-allocated: ${some(over.map((each) => voice.text(clip(each.who, 40))))}`];
}
const KINDS$1 = [
	{
		key: "velocity",
		name: "Velocity",
		side: "≥",
		target: figure,
		detail: velocity,
		show: (value) => `${figure(value)} ${value === 1 ? "milestone" : "milestones"}/week`
	},
	{
		key: "efficiency",
		name: "Efficiency",
		side: "≤",
		target: figure,
		detail: efficiency,
		show: (value) => `${figure(value)} actual/estimate`
	},
	{
		key: "timeline",
		name: "Timeline",
		side: "≥",
		target: percent,
		detail: timeline,
		show: (value) => `${percent(value)} on time`
	},
	{
		key: "risk",
		name: "Risks",
		side: "≤",
		target: days,
		detail: risk,
		show: (value) => `${days(value)} expected delay`
	},
	{
		key: "quality",
		name: "Quality",
		side: "≥",
		target: percent,
		detail: quality,
		show: (value) => `${percent(value)} right first time`
	},
	{
		key: "capacity",
		name: "Capacity",
		side: "≤",
		target: percent,
		detail: capacity,
		show: (value) => `${percent(value)} used`
	}
];
function detail(kind, metrics, voice) {
	const m = metrics[kind.key];
	const unrated = m.value !== null && m.rating === null ? m.reasons.rating : void 0;
	const why = [m.reason, unrated === void 0 ? null : `not rated: ${unrated}`].flatMap((text) => text === null ? [] : [voice.prose(text)]);
	const parts = kind.detail(metrics, voice).filter((text) => text !== "");
	return (m.value === null ? [...why, ...parts] : [...parts, ...why]).join("; ");
}
/** The six performance metrics in the order of the dashboard. */
function metricLines(metrics, voice) {
	return KINDS$1.map((kind) => {
		const { value, target, rating } = metrics[kind.key];
		return {
			name: kind.name,
			rating,
			value: value === null ? null : kind.show(value),
			target: target === null ? "–" : `${kind.side} ${kind.target(target)}`,
			detail: detail(kind, metrics, voice)
		};
	});
}
/** The one line that stands for metrics none of which has data; empty if there are some. */
function withoutMetrics(metrics, voice) {
	if (Object.values(metrics).some((m) => m.value !== null || m.rating !== null)) return "";
	const facts = KINDS$1.map(({ key, name }) => ({
		name: name.toLowerCase(),
		text: null,
		reason: metrics[key].reason === null ? null : voice.prose(metrics[key].reason)
	}));
	return `No data yet: ${missing(facts)}.`;
}
/** Performance metrics as a table: value and rating, target, and what stands behind them. */
function metrics(page) {
	const found = page.status.metrics;
	if (found === null || page.status.milestones.length === 0) return "";
	const voice = markdownVoice(page);
	const none = withoutMetrics(found, voice);
	if (none !== "") return none;
	const tight = (text) => text.replaceAll(" ", "\xA0");
	const rows = metricLines(found, voice).map((line) => [
		tight(sign("rating", line.rating ?? "none", page.emoji) + line.name),
		page.emoji ? "" : tight(label("rating", line.rating ?? "none", false)),
		tight(line.value ?? "no data"),
		tight(line.target),
		line.detail
	]);
	return table([
		"Metric",
		{
			title: "Rating",
			optional: true
		},
		"Value",
		"Target",
		"Details"
	], rows);
}

// src/render/overview.ts
/** `4 of 8 milestones done, 2 active, 2 pending`; cancelled ones do not count. */
function countsText({ project: { milestones: count } }) {
	const live = count.total - count.cancelled;
	return [
		`${count.completed} of ${counted(live, "milestone")} done`,
		count.active > 0 ? `${count.active} active` : null,
		count.blocked > 0 ? `${count.blocked} blocked` : null,
		count.pending > 0 ? `${count.pending} pending` : null,
		count.cancelled > 0 ? `${count.cancelled} cancelled` : null
	].filter((part) => part !== null).join(", ");
}
/** `**72%** complete · 🟢 **On track** · 4 of 8 milestones done, 2 active · projected finish 2024-08-09`. */
function healthLine({ status, emoji }) {
	const { progress, health } = status.project;
	return [
		progress === null ? null : `**${percent(progress)}** complete`,
		`**${label("health", health, emoji)}**`,
		countsText(status),
		health === "done" || status.schedule.projected_finish === null ? null : `projected finish ${status.schedule.projected_finish}`
	].filter((part) => part !== null).join(" · ");
}
/** Health, why, and the bar. A project without milestones says how to begin instead. */
function overview(page) {
	const { project } = page.status;
	if (project.milestones.total === 0) return "No milestones yet. Add `.milestones/active/M01.yaml`; its one required line is `title: …`.";
	const reasons = project.reasons.map((reason) => `- ${prose(reason.text)}`).join("\n");
	const progress = project.progress === null ? "" : `\`${bar$1(project.progress, 60)}\` ${percent(project.progress)}`;
	return [
		healthLine(page),
		progress,
		reasons
	].filter((part) => part !== "").join("\n\n");
}
/** The last change, which is what the page is as of; empty before the first one. `activity` is newest first. */
function asOf({ status }) {
	const last = status.activity[0];
	return last ? `As of ${instant(last.at)} · ${md(last.id)} by ${md(last.actor)}` : "";
}

// src/render/resource-facts.ts
const named$1 = (text, voice) => voice.text(clip(text, 40));
/** People are counted in percent of a full-time person, roles in full-time equivalents. */
function loadText(kind, value) {
	return kind === "person" ? percent(value) : `${figure(value / 100)} FTE`;
}
function overAllocated(load) {
	return load.capacity_percent !== null && load.load_percent > load.capacity_percent;
}
/** `2024-07-26 – 2024-08-01`, or the one day. */
function windowText({ start, end }) {
	return start === end ? start : `${start} – ${end}`;
}
/** What is asked of the team as a whole, who is over-allocated and when, which skills are missing. Empty without any data. */
function capacityFacts({ metrics, change_facts }, emoji, voice) {
	if (metrics === null) return [];
	const m = metrics.capacity;
	const spare = m.optimisation_percent ? ` (${percent(m.optimisation_percent)} could move to the critical path)` : "";
	const idle = m.idle_percent ? `, while ${percent(m.idle_percent)} is idle${spare}` : "";
	const used = m.value === null ? "" : `${percent(m.value)} of the capacity of ${counted(m.people, "person", "people")} is asked for${idle}`;
	const over = m.over_allocated.map((each) => `${named$1(each.who, voice)} ${percent(each.load_percent)} of ${percent(each.capacity_percent ?? 0)} on ${windowText(each.window)} (${some(each.milestones.map(voice.text))})`);
	const lacking = (m.skills?.missing ?? []).map((skill) => named$1(skill, voice));
	const skills = m.skills === null ? "" : `${m.skills.covered} of ${counted(m.skills.needed, "needed skill")} covered${lacking.length === 0 ? "" : `, missing: ${some(lacking)}`}${m.cross_training_percent === null ? "" : `; ${percent(m.cross_training_percent)} of the team have more than one`}`;
	const single = (change_facts?.cross_training ?? []).map((each) => `${named$1(each.skill, voice)} (${named$1(each.known_by, voice)})`);
	const nobody = m.value === null ? [] : m.unassigned.map(voice.text);
	return [
		used,
		over.length === 0 ? "" : `${emoji ? "🔴 " : ""}Over-allocated: ${some(over)}`,
		skills,
		single.length === 0 ? "" : `Known by one person only: ${some(single)}`,
		nobody.length === 0 ? "" : `Nobody’s share is given for ${some(nobody)}`
	].filter((text) => text !== "");
}

// src/render/resources.ts
const ROWS$9 = 60;
function loads(page, all) {
	const milestones = rowsById(page.status);
	const name = (id) => {
		const row = milestones.get(id);
		return row ? link(page, row) : md(id);
	};
	const rows = all.slice(0, ROWS$9).map((load) => {
		const over = overAllocated(load);
		const used = load.utilisation_percent === null ? "–" : percent(load.utilisation_percent);
		return [
			md(clip(load.who, 60)),
			load.window.start,
			load.window.end,
			loadText(load.kind, load.load_percent).replaceAll(" ", "\xA0"),
			load.capacity_percent === null ? "none" : loadText(load.kind, load.capacity_percent).replaceAll(" ", "\xA0"),
			over ? `${page.emoji ? "🔴\xA0" : ""}**${used}**${page.emoji ? "" : "\xA0over"}` : used,
			load.milestones.map(name).join(", ")
		];
	});
	return table([
		"Who",
		"From",
		"To",
		"Load",
		"Capacity",
		"Used",
		"Milestones"
	], rows) + more(all.length - rows.length, "in `git milestone status --json`");
}
/** Who has how much to do and when; the loads themselves are folded. */
function resources(page) {
	const { status } = page;
	if (status.metrics === null || status.resources === null || status.milestones.length === 0) return "";
	const voice = markdownVoice(page);
	const facts = capacityFacts(status, page.emoji, voice);
	const all = status.resources;
	if (facts.length === 0 && all.length === 0) {
		const { reason } = status.metrics.capacity;
		return `**Resources:** no data${reason === null ? "" : `: ${voice.prose(reason)}`}.`;
	}
	const people = new Set(all.map((load) => `${load.kind} ${load.who}`)).size;
	return [
		"## Resources",
		facts.map((fact) => `- ${fact}`).join("\n"),
		all.length === 0 ? "" : folded(`Load of ${counted(people, "person or role", "people and roles")}`, loads(page, all))
	].filter((text) => text !== "").join("\n\n");
}

// src/render/status-page.ts
/** GitHub shows Markdown files up to 512 KB; the rest is room for the page to grow between two runs. */
const LIMIT$4 = 4e5;
const GENERATED = "<!-- Generated by git-milestone from .milestones/. Do not edit: change the YAML there, then run `git milestone update`. -->";
/** The sections of the dashboard by the names that `dashboard.sections` uses, in their default order. */
const SECTIONS$1 = {
	progress: {
		title: "",
		show: overview,
		drop: 0
	},
	milestones: {
		title: "Milestones",
		show: matrix$1,
		drop: 1
	},
	critical_path: {
		title: "Critical path",
		show: withFloats,
		drop: 4
	},
	timeline: {
		title: "Timeline",
		show: (page) => drawing(gantt(page)),
		drop: 8
	},
	dependencies: {
		title: "Dependencies",
		show: dependencies$1,
		drop: 7
	},
	graph: {
		title: "Dependency graph",
		show: (page) => drawing(flowchart(page)),
		drop: 9
	},
	metrics: {
		title: "Performance metrics",
		show: metrics,
		drop: 3
	},
	forecast: {
		title: "Forecast",
		show: forecast,
		drop: 4
	},
	conflicts: {
		title: "Conflicts with GitHub",
		show: conflicts,
		drop: 2
	},
	approvals: {
		title: "Approvals",
		show: approvals$2,
		drop: 2
	},
	risks: {
		title: "Open risks",
		show: risks,
		drop: 5
	},
	sessions: {
		title: "Active sessions",
		show: sessions,
		drop: 6
	},
	activity: {
		title: "Recent activity",
		show: activity,
		drop: 3
	},
	actions: {
		title: "Next actions",
		show: actions,
		drop: 2
	},
	analytics: {
		title: "",
		show: analytics,
		drop: 12
	},
	resources: {
		title: "",
		show: resources,
		drop: 11
	},
	earned_value: {
		title: "",
		show: earnedValue,
		drop: 10
	},
	diagnostics: {
		title: "Problems in the files",
		show: diagnostics,
		drop: 2
	}
};
const SECTION_NAMES = Object.keys(SECTIONS$1);
function withFloats(page) {
	return [criticalPath(page), floats$1(page)].filter((text) => text !== "").join("\n\n");
}
function drawing({ text, missing }) {
	if (text === "" && missing === 0) return "";
	if (text === "") return `Too many dependencies between ${counted(missing, "milestone")} to draw.`;
	return missing === 0 ? text : `${text}\n\n${counted(missing, "more milestone")} not drawn: finished or later ones go first.`;
}
/** Figures leave out files with errors, so the page says so before it gives any. */
function warning({ status, emoji }) {
	const files = new Set(status.diagnostics.filter((d) => d.severity === "error").map((d) => d.file));
	if (files.size === 0) return "";
	const what = `${counted(files.size, "file has", "files have")} errors`;
	return `${emoji ? "❌ " : ""}**${what}: the figures below may leave ${files.size === 1 ? "it" : "them"} out.** See [the list](#problems-in-the-files).`;
}
/**
* The dashboard file as Markdown, the same bytes for the same arguments. Sections without data are left out; a page over the
* size limit loses whole sections, and says which.
*/
function statusPage(status, state) {
	const page = dashboardPage(status, state);
	const names = state.config.dashboard.sections?.map((name) => name.trim().toLowerCase().replaceAll("-", "_"));
	const unknown = (names ?? []).filter((name) => !(name in SECTIONS$1));
	const parts = (names ? [...new Set(names)].filter((name) => name in SECTIONS$1) : SECTION_NAMES).flatMap((name) => {
		const section = SECTIONS$1[name];
		const text = section?.show(page) ?? "";
		if (!section || text === "") return [];
		return [{
			text: section.title === "" ? text : `## ${section.title}\n\n${text}`,
			drop: section.drop,
			name: section.title || name.replaceAll("_", " ")
		}];
	});
	const hint = unknown.length === 0 ? "" : `\`dashboard.sections\` names ${unknown.map(code).join(", ")}, which ${unknown.length === 1 ? "is no section" : "are no sections"}. There are: ${SECTION_NAMES.join(", ")}.`;
	const name = status.project.name;
	const head = [
		GENERATED,
		`# ${name === null ? "Milestones" : `${md(name)}: milestones`}`,
		warning(page),
		hint,
		asOf(page)
	];
	return budgeted([...head.map((text) => ({ text })), ...parts], LIMIT$4, "Run `git milestone status` for all of it.", bytes);
}

// src/render/task-path.ts
const SHOWN$3 = 10;
/** Hours with at most one decimal. */
function hours(value) {
	return `${Math.round(value * 10) / 10} h`;
}
/**
* How far each task may slip, by id: `critical`, or its total float. Nothing for what is finished, and for a task without an
* estimate unless something hangs on it: its float would only be the length of everything else.
*/
function floats(row, tasks) {
	const known = new Map(row.task_schedule?.tasks.map((task) => [task.id, task]));
	const shown = /* @__PURE__ */ new Map();
	for (const { id, status } of tasks) {
		const task = known.get(id);
		if (!task || status === "completed" || status === "cancelled") continue;
		if (task.critical) shown.set(id, "critical");
		else if (task.total_float_hours !== null && task.estimated_hours !== null) shown.set(id, hours(task.total_float_hours));
	}
	return shown;
}
/** What the network of a milestone's tasks says as a whole: its critical path, what is left, a cycle, what has no estimate. */
function taskPath(row, tasks, voice) {
	const network = row.task_schedule;
	if (network === null) return [];
	const titles = new Map(tasks.map((task) => [task.id, task.title]));
	const title = (id) => voice.text(clip(titles.get(id) ?? id, 40));
	const chain = (ids) => ids.length <= SHOWN$3 ? ids.map(title).join(" → ") : [
		...ids.slice(0, SHOWN$3 / 2).map(title),
		`… ${ids.length - SHOWN$3} more …`,
		...ids.slice(-5).map(title)
	].join(" → ");
	const lines = [];
	if (network.cycle) lines.push(`Task cycle: ${voice.strong(chain([...network.cycle, network.cycle[0] ?? ""]))}. None of these can begin until one of the dependencies goes.`);
	const [path] = network.critical_paths;
	const same = network.remaining_path.join("\n") === path?.filter((id) => network.remaining_path.includes(id)).join("\n");
	const left = network.remaining_hours === 0 ? "" : `${hours(network.remaining_hours)}`;
	if (path) {
		const facts = [
			hours(network.length_hours),
			left !== "" && same ? `${left} of it left` : "",
			network.critical_path_count > 1 ? `the first of ${counted(network.critical_path_count, "path")} as long` : ""
		];
		lines.push(`Critical path: ${voice.strong(chain(path))} (${facts.filter((fact) => fact !== "").join(", ")})`);
	}
	if (left !== "" && !(path && same)) lines.push(`Longest chain of what is left: ${voice.strong(chain(network.remaining_path))} (${left})`);
	const open = network.unestimated.filter((id) => tasks.find((task) => task.id === id)?.status !== "completed");
	if (open.length > 0) lines.push(`No estimate, so counted as taking no time: ${listed(open.map(title))}`);
	return lines;
}
function listed(items) {
	const rest = items.length - SHOWN$3;
	return rest <= 0 ? items.join(", ") : `${items.slice(0, SHOWN$3).join(", ")} and ${rest} more`;
}

// src/render/tasks.ts
const ROWS$8 = 100;
/** A task's id with its title; tasks without an own title show the id once. */
function named(task) {
	return task.title === task.id ? md(task.id) : md(clip(task.title, 100));
}
/** Progress of a task by the engine's rule, with the weights in force for its milestone. */
function progressOf(task, milestone, config) {
	return taskProgress(task, milestone.phaseWeights ?? config.phaseWeights);
}
/** Every task with status, progress, who does it and how far it may slip, in the file's order; below, their critical path. */
function taskTable(milestone, row, page) {
	const { state, emoji } = page;
	if (milestone.tasks.length === 0) return "";
	const slack = floats(row, milestone.tasks);
	const rows = milestone.tasks.slice(0, ROWS$8).map((task) => [
		named(task),
		label("task", task.status, emoji),
		task.status === "cancelled" ? "–" : percent(progressOf(task, milestone, state.config)),
		task.assignedTo === null ? "" : md(task.assignedTo),
		task.estimatedHours === null ? "" : hours(task.estimatedHours),
		task.actualHours === null ? "" : hours(task.actualHours),
		(slack.get(task.id) ?? "").replace("critical", "**critical**")
	]);
	const columns = [
		"Task",
		"Status",
		{
			title: "Progress",
			align: "r"
		},
		{
			title: "Assignee",
			optional: true
		},
		{
			title: "Estimate",
			align: "r",
			optional: true
		},
		{
			title: "Spent",
			align: "r",
			optional: true
		},
		{
			title: "Float",
			align: "r",
			optional: true
		}
	];
	const network = taskPath(row, milestone.tasks, markdownVoice(page)).map((line) => `- ${line}`);
	const below = network.length === 0 ? "" : `\n\n${network.join("\n")}`;
	return table(columns, rows) + more(milestone.tasks.length - ROWS$8, "in the milestone’s file") + below;
}
/**
* Unfinished tasks so that each comes after those it depends on; those that need nothing come first, in the file's order. Members of a cycle, which
* never come free, stand at the end. O(tasks + dependencies).
*/
function inDependencyOrder(tasks) {
	const open = tasks.filter((task) => task.status !== "completed" && task.status !== "cancelled");
	const byId = new Map(open.map((task) => [task.id, task]));
	const waiting = new Map(open.map((task) => [task, new Set(task.dependsOn.filter((id) => byId.has(id) && id !== task.id)).size]));
	const needing = /* @__PURE__ */ new Map();
	for (const task of open) for (const id of new Set(task.dependsOn)) needing.set(id, [...needing.get(id) ?? [], task]);
	const order = [];
	const ready = open.filter((task) => waiting.get(task) === 0);
	for (const task of ready) {
		order.push(task);
		for (const next of needing.get(task.id) ?? []) {
			const left = (waiting.get(next) ?? 0) - 1;
			waiting.set(next, left);
			if (left === 0) ready.push(next);
		}
	}
	const placed = new Set(order);
	return [...order, ...open.filter((task) => !placed.has(task))];
}
/** The remaining work of a milestone in the order in which it can be done. Hours left = estimate × (1 − progress). */
function steps(milestone, config) {
	const order = inDependencyOrder(milestone.tasks);
	const open = new Set(order.map((task) => task.id));
	return order.map((task) => ({
		task,
		hoursLeft: task.estimatedHours === null ? null : task.estimatedHours * (1 - progressOf(task, milestone, config) / 100),
		after: task.dependsOn.filter((id) => open.has(id))
	}));
}
/** The steps as a numbered list with the sum of their hours. No clock times: nobody recorded any. */
function nextSteps$1(milestone, config) {
	const all = steps(milestone, config);
	if (all.length === 0) return "";
	const lines = all.slice(0, 30).map(({ task, hoursLeft, after }, i) => {
		const facts = [
			hoursLeft === null ? "no estimate" : `${hours(hoursLeft)} left`,
			task.assignedTo === null ? null : md(task.assignedTo),
			task.status === "blocked" ? "blocked" : null,
			after.length > 0 ? `after ${after.map(md).join(", ")}` : null
		];
		return `${i + 1}. ${named(task)} (${md(task.id)}) — ${facts.filter((fact) => fact !== null).join(", ")}`;
	});
	const estimated = all.flatMap((step) => step.hoursLeft ?? []);
	const sum = estimated.reduce((total, value) => total + value, 0);
	const missing = all.length - estimated.length;
	const without = missing > 0 ? `; ${missing} of ${all.length} tasks without an estimate` : "";
	const total = estimated.length > 0 ? `\n\nTogether ${hours(sum)}${without}.` : "";
	return lines.join("\n") + more(all.length - lines.length, "in the milestone’s file") + total;
}

// src/render/focus.ts
const LIMIT$3 = 4e5;
/** Items as a Markdown list. */
function list(items) {
	return items.map((item) => `- ${item}`).join("\n");
}
function parts(page, row, milestone, level) {
	const { status, state, emoji } = page;
	const voice = markdownVoice(page);
	const section = (name, text, drop) => ({
		text: text === "" ? "" : `${level} ${name}\n\n${text}`,
		drop,
		name
	});
	const of = (text) => milestone ? text(milestone) : "";
	return [
		{ text: headline$1(row, emoji, voice) },
		{ text: `\`${bar$1(row.progress, 50)}\` ${percent(row.progress)}` },
		{ text: timeline$2(row, status, state, voice) },
		{ text: list(reasons(row, voice)) },
		{ text: of((known) => known.description === null ? "" : md(known.description)) },
		section("Tasks", of((known) => taskTable(known, row, page)), 6),
		section("Quality", of((known) => qualityTable(quality$2(known, emoji, voice))), 5),
		section("Success criteria", of((known) => list(criteria(known, emoji, voice))), 4),
		section("Dependencies", list(blockers(row, page, voice)), 3),
		section("Risks", of((known) => list(riskList(known, emoji, voice))), 2),
		section("Resources", of((known) => list(resources$1(known, voice))), 1),
		section("Next steps", of((known) => nextSteps$1(known, state.config)), 7)
	];
}
function qualityTable(rows) {
	return rows.length === 0 ? "" : table([
		"Metric",
		"Value",
		"Target",
		{
			title: "Result",
			optional: true
		}
	], rows);
}
/** The focus view inside another text: no generated-file line, headings of the given level. */
function focusBody(page, id, level) {
	const row = page.status.milestones.find((m) => m.id === id);
	if (!row) return `${code(id)} is not a milestone of this project.`;
	const texts = parts(page, row, page.state.milestones.find((m) => m.id === id), `${level}#`).map((part) => part.text);
	return [`${level} ${link(page, row)} ${title(row.title)}`, ...texts].filter((text) => text !== "").join("\n\n");
}
/**
* The focus view of one milestone as a Markdown file in `.milestones/reports/`: progress, timeline, tasks, quality, dependencies,
* risks, resources and what comes next. Days left count from `status.as_of`.
*/
function focusPage(status, state, id) {
	const page = reportPage(status, state);
	const row = status.milestones.find((m) => m.id === id);
	if (!row) return `${GENERATED}\n\n${focusBody(elsewherePage(status, state, null), id, "#")}\n`;
	const milestone = state.milestones.find((m) => m.id === id);
	const head = [{ text: GENERATED }, { text: `# ${link(page, row)} ${title(row.title)}` }];
	return budgeted([...head, ...parts(page, row, milestone, "##")], LIMIT$3, `The whole of it is in ${link(page, row)}.`, bytes);
}

// src/render/edits.ts
const ROWS$7 = 50;
const VALUE$1 = 200;
/** The milestone (or session) that a file of the store is about: its name without folder and ending. */
function subject(file) {
	return /^archive\/([^/]+)\//.exec(file)?.[1] ?? file.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
}
/** A path inside a file as people write it: `dependencies.requires[0].lag`; the whole file is `(file)`. */
function field(path) {
	const text = path.map((key) => typeof key === "number" ? `[${key}]` : `.${key}`).join("");
	return text === "" ? "(file)" : text.replace(/^\./, "");
}
/** A value of a file on one line: lists with commas, mappings as `key: value`, `none` for one that is not there. */
function value(given) {
	if (given === null || given === void 0) return "none";
	if (Array.isArray(given)) return given.length === 0 ? "none" : given.map(value).join(", ");
	if (typeof given === "object") return `{${Object.entries(given).map(([key, item]) => `${key}: ${value(item)}`).join(", ")}}`;
	return given === "" ? "empty" : String(given);
}
/** Every field that changes, before and after, as a table. */
function editTable(edits) {
	const rows = edits.slice(0, ROWS$7).map((edit) => [
		md(subject(edit.file)),
		code(field(edit.path)),
		md(clip(value(edit.before), VALUE$1)),
		md(clip(value(edit.after), VALUE$1))
	]);
	if (rows.length === 0) return "";
	return table([
		"ID",
		"Field",
		"Before",
		"After"
	], rows) + more(edits.length - ROWS$7, "in the commit");
}

// src/render/sync.ts
const ROWS$6 = 30;
const HOW = "To settle it: make both sides the same, or synchronise with --prefer=store or --prefer=github";
/** What is settled by saying which side is right; anything else says itself what to do. */
const PREFERABLE = /* @__PURE__ */ new Set(["field", "deleted-on-github"]);
const SHOWN$2 = {
	due: "due date",
	reason: "reason"
};
function told(operation) {
	const { kind, set } = operation;
	const where = kind === "update-issue" ? `issue #${operation.number}` : `milestone ${operation.id}`;
	if (kind === "create-milestone") return `GitHub: ${where} created`;
	return `GitHub: ${where}: ${Object.entries(set).map(([name, given]) => `${SHOWN$2[name] ?? name} → ${given === null ? "none" : clip(Array.isArray(given) ? given.join(", ") : String(given), 80)}`).join(", ")}`;
}
/** True if a synchronisation changed anything on either side. */
function syncChanged({ edits, adopted, told: written }) {
	return edits.length + adopted.length + written.length > 0;
}
/** The outcome of what only synchronises, as a heading; null for anything else. */
function syncTitle({ intents, outcome, sync }) {
	const [first] = intents;
	if (!first) {
		if (sync === null || !syncChanged(sync)) return null;
		return outcome === "shown" ? "Synchronised with GitHub" : outcome === "planned" ? "Would synchronise with GitHub" : null;
	}
	if (sync === null || intents.some(({ verb }) => verb !== "sync" && verb !== "import")) return null;
	const what = first.args[0] ?? "the milestones";
	const [done, could] = first.verb === "import" ? ["Imported", "import"] : ["Synchronised", "synchronise"];
	const where = first.verb === "import" ? "from" : "with";
	if (outcome === "applied") return `${done} ${what} ${where} GitHub`;
	if (outcome === "planned") return `Would ${could} ${what} ${where} GitHub (dry run)`;
	if (outcome !== "unchanged") return null;
	const open = sync.conflicts.length;
	return open > 0 ? `${counted(open, "conflict")} with GitHub to decide` : `Nothing to ${could} ${where} GitHub`;
}
/** `due: a → b`; a task that came with its issue by its id and title. */
function changed({ path, before, after }) {
	const added = Array.isArray(after) && before === void 0 ? after : path.length === 2 && before === void 0 ? [after] : [];
	const names = (path[0] === "tasks" ? added.map((task) => task) : []).map((task) => `${String(task?.id)} (${clip(String(task?.title), 60)})`);
	if (path[0] === "tasks" && path.length <= 2 && names.length > 0) return `${names.length === 1 ? "task" : `${names.length} tasks`} added: ${clip(names.join(", "), 300)}`;
	return `${field(path)}: ${clip(value(before), 80)} → ${clip(value(after), 80)}`;
}
function left({ left: count, problems }) {
	if (count === 0) return [];
	const why = problems.length > 0 ? "" : ": a limit of GitHub was reached";
	return [{
		mark: "warning",
		text: `${counted(count, "change")} not processed${why}; the next run will resume`
	}];
}
function waiting({ waiting: count }) {
	if (count === 0) return [];
	return [{
		mark: "warning",
		text: `GitHub is told of ${counted(count, "change")} once the pull request is merged`
	}];
}
/** An import brings in many at once, of which nobody reads a line each. */
function adoptedLines(ids) {
	if (ids.length <= 3) return ids.map((id) => ({
		mark: "ok",
		text: `Store: ${id} adopted from GitHub`
	}));
	return [{
		mark: "ok",
		text: `Store: ${ids.length} milestones adopted from GitHub: ${clip(ids.join(", "), 300)}`
	}];
}
/** What a synchronisation found and did, worst first; empty where both sides agreed. */
function syncLines(report) {
	const adopted = new Set(report.adopted);
	const own = report.edits.filter((edit) => !adopted.has(subject(edit.file)));
	const lines = [
		...report.problems.map((text) => ({
			mark: "error",
			text
		})),
		...report.conflicts.map(({ id, text }) => ({
			mark: "warning",
			text: `Conflict ${id}: ${text}`
		})),
		...report.conflicts.some(({ kind }) => PREFERABLE.has(kind)) ? [{
			mark: "warning",
			text: HOW
		}] : [],
		...left(report),
		...waiting(report),
		...report.overruled.map((text) => ({
			mark: "warning",
			text: `Overruled ${text}`
		})),
		...adoptedLines(report.adopted),
		...own.map((edit) => ({
			mark: "ok",
			text: `Store: ${subject(edit.file)} ${changed(edit)}`
		})),
		...report.told.map((operation) => ({
			mark: "ok",
			text: told(operation)
		})),
		...report.notices.map((text) => ({
			mark: "ok",
			text
		}))
	];
	const more = lines.length - ROWS$6;
	return more <= 0 ? lines : [...lines.slice(0, ROWS$6), {
		mark: "ok",
		text: `… ${more} more`
	}];
}

// src/render/answer-parts.ts
const REFUSALS = 20;
const DIAGNOSTICS$1 = 10;
const OUTCOMES = {
	applied: ["✅", "Applied"],
	requested: ["⏳", "Waiting for approval"],
	proposed: ["🔀", "Proposed in a pull request"],
	planned: ["👀", "Planned (dry run)"],
	shown: ["📊", "Milestone status"],
	unchanged: ["➖", "Nothing to change"],
	refused: ["❌", "Refused"]
};
/** Signs are on unless the store's policy turns them off; an unreadable store has no policy. */
function emojiOf(answer) {
	return answer.state?.config.dashboard.emoji ?? true;
}
/** True if the answer is the dashboard or a focus view itself: `status`, or `update` without anything to change. */
function looksOnly(answer) {
	return answer.outcome === "shown" || answer.outcome === "unchanged" && !answer.intents.some(asksChange);
}
/** The outcome in a few words, with what it was about where that is known. */
function outcomeText(answer) {
	const look = looksOnly(answer);
	const [sign, words] = OUTCOMES[look ? "shown" : answer.outcome];
	const decided = answer.outcome === "applied" ? decidedText(answer) : null;
	if (decided !== null) return `${emojiOf(answer) ? `${decided.sign} ` : ""}${decided.words}`;
	const synced = syncTitle(answer);
	const open = answer.outcome === "unchanged" && (answer.sync?.conflicts.length ?? 0) > 0;
	if (synced !== null) return `${emojiOf(answer) ? `${open ? "⚠️" : look ? "🔄" : sign} ` : ""}${synced}`;
	const about = look ? "" : changeSubject(answer.intents, 80);
	return `${emojiOf(answer) ? `${sign} ` : ""}${words}${about === "" ? "" : `: ${about}`}`;
}
/** Who, under which id, in which commit; or that nothing was written; and where the change waits, if it does. */
function outcomeLine(answer) {
	return [becameOf(answer), noticeText(answer)].filter((text) => text !== "").join(" ");
}
/** The notice, in which the pull request that GitHub named is a link. */
function noticeText({ notice, pullRequest }) {
	if (notice === null) return "";
	const link = pullRequest === null ? "" : `<${encodeURI(pullRequest)}>`;
	return (pullRequest === null ? [notice] : notice.split(pullRequest)).map((piece, i) => i === 0 ? prose(piece) : prose(`x${piece}`).slice(1)).join(` ${link}`);
}
function becameOf(answer) {
	const { decision, commit, outcome } = answer;
	const plan = decision.kind === "planned" ? decision.plan : null;
	if (outcome === "refused") return `Nothing was changed. Asked by ${md(answer.actor)}.`;
	const synced = answer.sync !== null && (!looksOnly(answer) || syncChanged(answer.sync));
	if (plan === null && synced) return syncLine(answer);
	if (plan === null) {
		if (commit !== null) return `Generated files brought up to date in commit ${commitLink(commit)}.`;
		return looksOnly(answer) ? "" : "The files already say so. Nothing was written.";
	}
	if (outcome === "planned") return `Nothing was written. Plan ${code(plan.hash)}: the same command with \`--plan=${plan.hash}\` applies it only if nothing has changed until then.`;
	if (outcome === "requested") {
		const id = plan.entries[0]?.id ?? "";
		return `Nothing has changed yet. ${code(id)} was asked for by ${md(answer.actor)}; an approver comments \`/milestone approve ${id}\`, or \`/milestone reject ${id} --reason="…"\`.`;
	}
	const decided = decisionOf(answer);
	const ids = plan.entries.map((entry) => code(entry.id)).slice(0, 20);
	const recorded = `${[
		ids.length === 0 ? "" : decided === null ? `${ids.length === 1 ? "Change" : "Changes"} ${ids.join(", ")}` : `Recorded as ${ids.join(", ")}`,
		`by ${md(answer.actor)}`,
		commit === null ? "" : `in commit ${commitLink(commit)}`
	].filter((part) => part !== "").join(" ")}.`;
	return decided === null ? recorded : `${decidedLine(decided)} ${recorded}`;
}
function syncLine({ outcome, commit, sync }) {
	if (outcome === "planned") return "Nothing was written, neither here nor on GitHub.";
	if (sync !== null && sync.waiting > 0) return "GitHub follows once the pull request is merged.";
	const found = (sync?.conflicts.length ?? 0) + (sync?.left ?? 0) + (sync?.problems.length ?? 0) > 0 ? "What both sides could agree on is the same in the store and on GitHub." : "Store and GitHub say the same.";
	return commit === null ? found : `${found} The store’s part is commit ${commitLink(commit)}.`;
}
function commitLink(commit) {
	const sha = code(commit.sha.slice(0, 7));
	return commit.url === null ? sha : `[${sha}](${encodeURI(commit.url)})`;
}
/** Checks as a list, each with its mark. */
function checkList(checks, emoji) {
	return checks.slice(0, 50).map((check) => `- ${checkMark(check, emoji)} ${prose(clip(check.text, 500))}`).join("\n");
}
/** What was applied on whose authority, and whose approval is missing; the missing ones first. */
function approvalList({ approvals }, emoji) {
	const needed = approvals.filter((a) => a.outcome === "required");
	const automatic = approvals.filter((a) => a.outcome === "automatic");
	const lines = needed.map((a) => `- ${emoji ? "⏳ " : ""}Needs ${md(approversText(a))}: ${md(a.rule)} — ${prose(a.reason)}${deadlines(a)}`);
	for (const a of automatic.slice(0, 20)) lines.push(`- ${emoji ? "✅ " : ""}Automatic: ${md(a.rule)} — ${prose(a.reason)}`);
	return lines.join("\n");
}
function deadlines({ answerBy, expires }) {
	return (answerBy === null ? "" : `; an answer is wanted by ${answerBy}`) + (expires === null ? "" : `; expires after ${expires}`);
}
function refusalText(refusal, emoji) {
	const { intent, message, hint, diagnostics } = refusal;
	const command = intent === null ? "" : `${code(clip(intent.text, 200))}: `;
	const found = diagnostics.slice(0, DIAGNOSTICS$1).map((d) => {
		const help = d.hint === null ? "" : ` — ${prose(clip(d.hint, 300))}`;
		return `  - ${code(`${d.file}:${d.line}:${d.column}`)} ${prose(clip(d.message, 300))}${help}`;
	});
	const missing = diagnostics.length - found.length;
	return [
		`- ${command}${prose(clip(message, 1e3))}`,
		hint === null ? "" : `  <br>${emoji ? "💡 " : ""}${prose(clip(hint, 1e3))}`,
		...found,
		missing > 0 ? `  - … ${missing} more: run \`git milestone validate\`` : ""
	].filter((line) => line !== "").join("\n");
}
/** What was wrong with each command, how to mend it, and where. */
function refusalList(refusals, emoji) {
	const shown = refusals.slice(0, REFUSALS).map((refusal) => refusalText(refusal, emoji));
	const missing = refusals.length - shown.length;
	return [...shown, ...missing > 0 ? [`- … ${counted(missing, "more refusal")}`] : []].join("\n");
}
/** The four phases of the run, each with what its checks found. */
function phaseText({ phases }, emoji) {
	return phases.map((phase) => `**${md(phase.title)}**\n\n${checkList(phase.lines, emoji)}`).join("\n\n");
}
/** The dashboard's part in a reply, by its three switches: health, matrix and critical path; metrics and forecast; sessions and activity. */
function excerpt$1(page, sections) {
	return [
		...sections.dashboard ? [
			overview(page),
			asOf(page),
			matrix$1(page),
			titled("Critical path", criticalPath(page))
		] : [],
		...sections.analytics ? [titled("Performance metrics", metrics(page)), titled("Forecast", forecast(page))] : [],
		...sections.monitor ? [titled("Active sessions", sessions(page)), titled("Recent activity", activity(page))] : []
	].filter((part) => part !== "").join("\n\n");
}
/** The focus views that were asked for. */
function focusText(page, ids) {
	return ids.slice(0, 5).map((id) => focusBody(page, id, "####")).join("\n\n");
}
function titled(name, text) {
	return text === "" ? "" : `**${name}**\n\n${text}`;
}

// src/render/impact.ts
const ROWS$5 = 30;
function arrow$1(shift, text) {
	if (shift === void 0) return "";
	const side = (value) => value === null || value === void 0 ? "no data" : text(value);
	return `${side(shift.before)} → ${side(shift.after)}`;
}
/** `2024-08-05 → 2024-08-10 (+5 days)`; empty if the projected finish stays. */
function finishMove(moved) {
	const by = moved.finishDays === void 0 ? "" : ` (${signedDays(moved.finishDays)})`;
	return moved.projectedFinish === void 0 ? "" : arrow$1(moved.projectedFinish, String) + by;
}
/** All that moves of one milestone, as one line of plain text; empty if nothing does that is not among its fields. */
function moveText(moved, emoji) {
	const { totalFloat, critical, health } = moved;
	return [
		finishMove(moved),
		totalFloat ? `float ${arrow$1(totalFloat, days)}` : "",
		critical ? critical.after ? "critical from now on" : "no longer critical" : "",
		health ? arrow$1(health, (value) => label("health", value, emoji)) : ""
	].filter((part) => part !== "").join(", ");
}
function pathsText(paths, written) {
	const shown = paths.slice(0, 3).map((path) => chain(path, written));
	return paths.length === 0 ? "none" : shown.join("; ") + (paths.length > 3 ? "; …" : "");
}
/** The critical paths before and after, each id through `written`; empty if they stay. */
function criticalPathText({ criticalPaths: { before, after } }, written) {
	if (JSON.stringify(before) === JSON.stringify(after)) return "";
	return `Critical path: ${pathsText(before, written)} ⇒ ${pathsText(after, written)}`;
}
/** What becomes of the project's projected finish, in one sentence. */
function finishText({ projectFinish, projectFinishDays }) {
	const { before, after } = projectFinish;
	if (before === after) return after === null ? "" : `The project still finishes on ${after}.`;
	const by = before === null || after === null ? "" : ` (${signedDays(projectFinishDays).replace("day", "working day")})`;
	return `The project's projected finish moves: ${before ?? "no data"} → ${after ?? "no data"}${by}.`;
}
/** Every milestone that moves, edited ones first, with dates, float, criticality and health before → after. */
function impactTable({ milestones }, emoji) {
	const moved = milestones.filter((m) => !m.edited || Object.keys(m).length > 3);
	if (moved.length === 0) return "";
	const rows = [...moved.filter((m) => m.edited), ...moved.filter((m) => !m.edited)].slice(0, ROWS$5).map((m) => [
		md(m.id),
		title(m.title),
		arrow$1(m.due, String),
		finishMove(m),
		arrow$1(m.totalFloat, days),
		arrow$1(m.critical, (value) => value ? "yes" : "no"),
		arrow$1(m.health, (value) => label("health", value, emoji)),
		arrow$1(m.progress, percent)
	]);
	const columns = [
		"ID",
		"Milestone",
		...[
			"Due",
			"Projected finish",
			"Float",
			"Critical",
			"Health",
			"Progress"
		].map((name) => ({
			title: name,
			optional: true
		}))
	];
	return table(columns, rows) + more(moved.length - ROWS$5, "that move");
}
/** How the critical path and the people assigned change; one line each, only if they do. */
function impactLines(impact) {
	const lines = impact.assigned.slice(0, ROWS$5).map(({ id, fte }) => `- Assigned to ${md(id)}: ${round(fte.before)} → ${round(fte.after)} FTE`);
	const path = criticalPathText(impact, md);
	return [...lines, ...path === "" ? [] : [`- ${path}`]].join("\n");
}
function round(value) {
	return Math.round(value * 100 + 1e-9) / 100;
}

// src/render/report.ts
const LINES$1 = 50;
const STEPS$1 = 30;
/** What stands before a line: the mark of a check, or nothing. */
function lineMark({ mark, text }, emoji) {
	return mark === null ? "" : `${checkMark({
		mark,
		text
	}, emoji)} `;
}
function bullets(lines, emoji) {
	return [...lines.slice(0, LINES$1).map((line) => `- ${lineMark(line, emoji)}${prose(clip(line.text, 800))}`), ...lines.length > LINES$1 ? [`- … ${lines.length - LINES$1} more`] : []].join("\n");
}
function section$2({ title, lines }, emoji) {
	return lines.length === 0 ? "" : `**${md(title)}**\n\n${bullets(lines, emoji)}`;
}
/** A block of code that nothing in the text can end. */
function fenced(text, language) {
	const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
/** The assessment of the impact as a list; empty without a report. */
function assessmentText(report, emoji) {
	return report === null ? "" : bullets(report.impact, emoji);
}
/** Resources and priority before and after, and whether the people are there. */
function detailParts(report, emoji) {
	return (report?.details ?? []).map((each) => ({
		text: section$2(each, emoji),
		drop: 2,
		name: each.title
	}));
}
/** The steps of a plan, numbered; folded where they have been carried out. */
function stepsPart(report, done) {
	if (report === null || report.steps.length === 0) return { text: "" };
	const text = report.steps.slice(0, STEPS$1).map((step, i) => `${i + 1}. ${prose(clip(step, 500))}`).join("\n");
	return {
		text: done ? folded("Implementation plan", text) : `**Implementation plan**\n\n${text}`,
		drop: 4,
		name: "implementation plan"
	};
}
/** The results of a bulk update: each milestone, those left as they are, and how they go together. */
function batchParts(report, emoji) {
	return (report?.batch ?? []).map((each) => ({
		text: section$2(each, emoji),
		drop: 3,
		name: each.title
	}));
}
/** Who has signed what kind of change off, and how approvals stand. */
function signOffParts(report, emoji) {
	return (report?.signOffs ?? []).map((each) => ({
		text: section$2(each, emoji),
		drop: 2,
		name: each.title
	}));
}
/** The impact as YAML, folded. */
function yamlPart(report) {
	if (report === null || report.yaml === "") return { text: "" };
	return {
		text: folded("Impact as YAML", fenced(report.yaml, "yaml")),
		drop: 5,
		name: "impact as YAML"
	};
}
/** A report's line without markup, for terminals. */
function plainLine(line, emoji) {
	return lineMark(line, emoji) + plain(line.text.replaceAll("`", ""));
}

// src/render/comment.ts
/** GitHub refuses comments above 65,536 characters. */
const LIMIT$2 = 65536;
const SECTIONS = [
	"monitor",
	"dashboard",
	"analytics"
];
/** Address of the store: as given, else beside the commit or the run whose address is known. */
function storeUrl(answer, extras) {
	if (extras.storeUrl !== void 0) return extras.storeUrl;
	const commit = answer.commit?.url?.match(/^(https?:\/\/.+)\/commit\/([0-9a-f]+)$/);
	if (commit) return `${commit[1]}/blob/${commit[2]}/.milestones`;
	const run = extras.runUrl?.match(/^(https?:\/\/.+)\/actions\/runs\/\d+/);
	return run ? `${run[1]}/blob/HEAD/.milestones` : null;
}
function section$1(name, text) {
	return text === "" ? "" : `**${name}**\n\n${text}`;
}
/** What a synchronisation did; where it was only planned, nothing bears the mark of what is done. */
function syncSection(report, planned, emoji) {
	const lines = syncLines(report);
	if (!planned) return section$1("GitHub", checkList(lines, emoji));
	return section$1("Would be done", [checkList(lines.filter(({ mark }) => mark !== "ok"), emoji), ...lines.flatMap(({ mark, text }) => mark === "ok" ? [`- ${prose(clip(text, 500))}`] : [])].filter((text) => text !== "").join("\n"));
}
/**
* The parts of an answer in order. Under a size limit they go in this order: dashboard, focus views, phases, approvals,
* checks; the outcome, what changed, its impact and refusals stay.
*/
function answerParts(answer, extras) {
	const emoji = emojiOf(answer);
	const { decision, status, state, outcome } = answer;
	const store = storeUrl(answer, extras);
	const page = status && state ? elsewherePage(status, state, store) : null;
	const parts = [{ text: outcome === "shown" && answer.views.length > 0 && answer.focus.length === 0 ? "" : `### ${md(outcomeText(answer))}` }, { text: outcomeLine(answer) }];
	if (decision.kind === "refused") parts.push({ text: refusalList(decision.refusals, emoji) });
	if (decision.kind === "planned") {
		const { plan } = decision;
		const { report } = plan;
		const impact = [
			assessmentText(report, emoji),
			plan.edits.length > 0 ? finishText(plan.impact) : "",
			impactTable(plan.impact, emoji),
			impactLines(plan.impact)
		];
		parts.push({ text: section$1(outcome === "applied" ? "Changed" : "Would change", editTable(plan.edits)) });
		parts.push({ text: section$1("Impact", impact.filter((text) => text !== "").join("\n\n")) });
		parts.push(...detailParts(report, emoji));
		parts.push({
			text: plan.edits.length > 0 ? section$1("Change validation", checkList(plan.checks, emoji)) : "",
			drop: 1,
			name: "change validation"
		});
		parts.push(stepsPart(report, outcome === "applied"));
		parts.push({
			text: section$1("Approvals", approvalList(plan, emoji)),
			drop: 2,
			name: "approvals"
		});
		parts.push(...signOffParts(report, emoji), ...batchParts(report, emoji), yamlPart(report));
	}
	if (answer.sync) parts.push({
		text: syncSection(answer.sync, outcome === "planned", emoji),
		drop: 3,
		name: "synchronisation"
	});
	for (const view of answer.views) parts.push({
		text: view,
		drop: 3,
		name: "a view"
	});
	const shown = looksOnly(answer);
	const phases = phaseText(answer, emoji);
	if (page && answer.focus.length > 0) {
		const text = focusText(page, answer.focus);
		const name = `Focus: ${answer.focus.map(html).join(", ")}`;
		parts.push({
			text: shown ? text : folded(name, text),
			drop: 5,
			name: "focus views"
		});
	}
	const beside = shown && (answer.views.length > 0 || answer.focus.length > 0);
	const dashboard = page && (!beside || namesSections(answer)) ? excerpt$1(page, answer.sections) : "";
	if (dashboard !== "") parts.push({
		text: shown && !beside ? dashboard : folded("Dashboard", dashboard),
		drop: 6,
		name: "dashboard"
	});
	if (phases !== "" && !beside) parts.push({
		text: folded("What was done and checked", phases),
		drop: 4,
		name: "phases of the run"
	});
	parts.push({ text: footer$1(answer, extras, store) });
	return parts;
}
/** True if a command says in so many words that it wants a part of the dashboard. */
function namesSections({ intents }) {
	return intents.some(({ options }) => SECTIONS.some((name) => options[name] === true));
}
function footer$1(answer, { runUrl }, store) {
	const links = [store && answer.state ? `[Dashboard](${encodeURI(dashboardUrl(answer.state.config.dashboard.path, store))})` : "", runUrl === null ? "" : `[Run](${encodeURI(runUrl)})`].filter((link) => link !== "");
	return links.length === 0 ? "" : `<sub>${links.join(" · ")}</sub>`;
}
function dashboardUrl(path, store) {
	return `${store.replace(/\/\.milestones$/, "")}/${path}`;
}
/** Where to read on when parts had to go. */
function instead(answer, extras) {
	const store = storeUrl(answer, extras);
	const path = answer.state?.config.dashboard.path ?? "STATUS.md";
	return `See ${store === null ? `\`${path}\`` : `[${md(path)}](${encodeURI(dashboardUrl(path, store))})`}.`;
}
/**
* The reply on GitHub as Markdown of at most 65,536 characters. Its first line is the hidden marker by which a later run finds it
* again; anything in it that would end the HTML comment early is taken out.
*/
function replyText(answer, extras) {
	const marker = `<!-- ${extras.marker.replace(/^\s*<!--\s*|\s*-->\s*$/g, "").replace(/\s+/g, " ").replace(/-{2,}|>/g, (run) => [...run].map((c) => c === "-" ? "%2D" : "%3E").join(""))} -->`;
	const [first, ...rest] = answerParts(answer, extras);
	const head = { text: `${marker}\n${first?.text ?? ""}` };
	return budgeted([head, ...rest], LIMIT$2, instead(answer, extras));
}

// src/render/failure.ts
/**
* The reply to a command that could not be carried out for a reason outside of it. It carries no marker of an answer, so that
* the job can be run again and then gives one.
*/
function failureText(message, hint, runUrl) {
	return [
		"### ❌ Something went wrong",
		md(message),
		`${md(hint)} Then run the [job](${encodeURI(runUrl)}) again: nothing is applied twice.`
	].join("\n\n");
}

// src/render/summary.ts
/** GitHub refuses job summaries above 1 MiB, line ends and other steps included; hence the room. */
const LIMIT$1 = 1e6;
const DIAGNOSTICS = 500;
/** The answer as a job summary: the reply, without its marker, with every finding in the store's files. */
function summaryText(answer, extras) {
	const found = answer.state?.diagnostics ?? [];
	const table = diagnosticTable([...found], emojiOf(answer), null, DIAGNOSTICS);
	const findings = table === "" ? [] : [{
		text: `**Findings in the store**\n\n${table}`,
		drop: 3,
		name: "findings"
	}];
	return budgeted([...answerParts(answer, extras), ...findings], LIMIT$1, instead(answer, extras), bytes);
}

// src/render/usage.ts
/** What a run has asked of the GitHub API, and what that leaves, as a line of Markdown. */
function usageText({ requests, limits }) {
	const left = limits.map(({ resource, limit, remaining, resetAt }) => `${remaining} of ${limit} left (${resource}, until ${resetAt.slice(11, 16)} UTC)`);
	return `<sub>${[`${counted(requests, "request")} to GitHub`, ...left].join(" · ")}</sub>\n`;
}

// src/render/box.ts
const textOf = (cell) => typeof cell === "string" ? cell : cell.text;
/** Width of every column: as wide as its widest cell, shrinkable ones less where the terminal ends before, the widest first. */
function sizes(columns, rows, limit) {
	const size = columns.map((column, i) => rows.reduce((most, row) => Math.max(most, width(textOf(row[i] ?? ""))), width(column.title)));
	let over = size.reduce((sum, n) => sum + n + 3, 1) - limit;
	const widest = [...size.keys()].sort((a, b) => (size[b] ?? 0) - (size[a] ?? 0));
	for (const i of widest) {
		const natural = size[i] ?? 0;
		const less = Math.min(Math.max(over, 0), Math.max(0, natural - (columns[i]?.shrink ?? natural)));
		size[i] = natural - less;
		over -= less;
	}
	return size;
}
/** A table in box-drawing characters, aligned also with emoji and East Asian text. Cells are plain text without ANSI. */
function box(columns, rows, terminal) {
	const size = sizes(columns, rows, terminal.width);
	const rule = (left, middle, right) => paint(terminal, "dim", left + size.map((n) => "─".repeat(n + 2)).join(middle) + right);
	const edge = paint(terminal, "dim", "│");
	const line = (cells, head) => {
		const texts = columns.map((column, i) => {
			const cell = cells[i] ?? "";
			const room = size[i] ?? 0;
			const filled = column.right ? right(textOf(cell), room) : pad(textOf(cell), room);
			return ` ${paint(terminal, head ? "bold" : typeof cell === "string" ? null : cell.colour, filled)} `;
		});
		return edge + texts.join(edge) + edge;
	};
	return [
		rule("┌", "┬", "┐"),
		line(columns.map((column) => column.title), true),
		rule("├", "┼", "┤"),
		...rows.map((row) => line(row, false)),
		rule("└", "┴", "┘")
	].join("\n");
}
function right(text, size) {
	const cut = pad(text, size).trimEnd();
	return " ".repeat(Math.max(0, size - width(cut))) + cut;
}
/** A title with a line of the same width below it, and what belongs to it; nothing without content. */
function block(terminal, title, content) {
	return content === "" ? "" : `${paint(terminal, "bold", title)}\n${content}`;
}
/** Lines as the branches of a tree; one that is too long goes on below itself. */
function tree(lines, terminal) {
	return lines.flatMap((line, i) => {
		const last = i === lines.length - 1;
		const [first = "", ...rest] = wrap(line, terminal.width - 4);
		return [`${last ? "└──" : "├──"} ${first}`, ...rest.map((text) => `${last ? " " : "│"}   ${text}`)];
	});
}
/** A line that goes on below itself, further lines `indent` columns to the right. */
function hanging(text, indent, terminal) {
	return wrap(text, terminal.width - indent).join(`\n${" ".repeat(indent)}`);
}

// src/render/explain.ts
/** A derivation as Markdown. */
function mdExplanation({ title, sections }) {
	const parts = sections.map((section) => `### ${md(section.title)}\n\n${section.lines.map(({ text }) => `- ${prose(text)}`).join("\n")}`);
	return `${[`## ${md(title)}`, ...parts].join("\n\n")}\n`;
}
/** A derivation for a terminal. */
function terminalExplanation({ title, sections }, terminal) {
	const parts = sections.map((section) => {
		const lines = section.lines.map(({ text }) => plain(text));
		return block(terminal, plain(section.title).toUpperCase(), tree(lines, terminal).join("\n"));
	});
	return `${[paint(terminal, "bold", plain(title)), ...parts].join("\n\n")}\n`;
}

// src/render/log.ts
const EDITS = 20;
/** `applied`, or what an entry answers: `approved C-7f3a`, `undone C-7f3a as C-10a6 asked`. */
function kind(entry) {
	const asked = entry.request === void 0 ? "" : ` as ${entry.request} asked`;
	return entry.of === null ? entry.kind : `${entry.kind} ${entry.of}${asked}`;
}
/** Whose approval an entry asks for, and who gave one for what. */
function approvals$1({ approvals: all, actor }) {
	return all.flatMap((decision) => {
		const kinds = decision.kinds.length > 0 ? `, ${decision.kinds.join(" and ")} sign-off` : "";
		if (decision.outcome === "required") return [`needs ${approversText(decision)}: ${decision.rule}${kinds}`];
		if (decision.outcome !== "given") return [];
		const names = [.../* @__PURE__ */ new Set([...decision.all, ...decision.any])].join(" and ");
		const by = decision.by ?? actor;
		return [`approved by ${by}${names === by ? "" : ` for ${names}`}: ${decision.rule}${kinds}`];
	});
}
/** The journal for a terminal, latest first, with what became of its predictions; `entries` as the journal has them, oldest first. */
function terminalLog(entries, { color = false, width = 100 } = {}, outcomes = () => []) {
	if (entries.length === 0) return "The journal is empty.\n";
	const cut = (text) => shorten(text, width);
	return `${entries.toReversed().map((entry) => {
		const head = `${paint({ color }, "yellow", plain(entry.id))} ${instant(entry.at)} ${plain(entry.actor)} ${plain(kind(entry))}`;
		const lines = entry.changes.slice(0, EDITS).map((change) => {
			const where = `${plain(subject(change.file))} ${plain(field(change.path))}`;
			return cut(`    ${where}: ${plain(value(change.before))} → ${plain(value(change.after))}`);
		});
		const missing = entry.changes.length - lines.length;
		return [
			head,
			entry.command === null ? "" : cut(`    ${plain(entry.command)}`),
			entry.reason === null ? "" : cut(`    reason: ${plain(entry.reason)}`),
			...lines,
			missing > 0 ? `    … ${missing} more` : "",
			...approvals$1(entry).map((line) => cut(`    ${plain(line)}`)),
			...outcomes(entry).map((line) => cut(`    ${plain(line)}`)),
			entry.source === null || entry.source === "cli" ? "" : cut(`    ${plain(entry.source)}`)
		].filter((line) => line !== "").join("\n");
	}).join("\n\n")}\n`;
}
/** The same as Markdown. */
function mdLog(entries, outcomes = () => []) {
	if (entries.length === 0) return "The journal is empty.\n";
	return `${entries.toReversed().map((entry) => {
		const lines = entry.changes.slice(0, EDITS).map((change) => {
			const sides = [change.before, change.after].map((side) => md(clip(value(side), 200)));
			return `  - ${md(subject(change.file))} ${code(field(change.path))}: ${sides.join(" → ")}`;
		});
		const missing = entry.changes.length - lines.length;
		const command = entry.command === null ? "" : `: ${code(clip(entry.command, 300))}`;
		const reason = entry.reason === null ? "" : ` — ${md(clip(entry.reason, 300))}`;
		const source = entry.source !== null && /^https?:\/\//.test(entry.source) ? ` ([source](${encodeURI(entry.source)}))` : "";
		return [
			`- ${instant(entry.at)} · ${code(entry.id)} ${md(kind(entry))} by ${md(entry.actor)}${command}${reason}${source}`,
			...lines,
			...missing > 0 ? [`  - … ${missing} more`] : [],
			...[...approvals$1(entry), ...outcomes(entry)].map((line) => `  - ${md(line)}`)
		].join("\n");
	}).join("\n")}\n`;
}

// src/render/predictions.ts
const LISTED = 10;
/** Kinds whose changes took place, so that there is something to compare. */
const REAL = /* @__PURE__ */ new Set([
	"applied",
	"undone",
	"resolved"
]);
/** True if the entry itself finishes the milestone: that is no prediction. */
function finishes({ changes }, milestone) {
	return changes.some(({ file, path, after }) => idOfFile(file) === milestone && path.join(".") === "status" && after === "completed");
}
/**
* Predicted against actual impact: for each projected finish that an entry said would move, where it went, and the actual
* end, or the projection as it is now, with the working days between (positive = later than predicted).
*/
function outcomesOf(state, status) {
	const calendar = calendarOf(state.config.calendar);
	const rows = new Map(status.milestones.map((row) => [row.id, row]));
	const undone = new Set(status.changes.filter((change) => change.state === "undone").map((change) => change.id));
	return (entry) => {
		const { id, of, kind } = entry;
		if (!REAL.has(kind) || undone.has(id) || undone.has(of ?? "")) return [];
		const impact = (entry.impact ?? []).filter(({ milestone }) => !finishes(entry, milestone));
		const lines = impact.slice(0, LISTED).map(({ milestone, before, after }) => {
			const row = rows.get(milestone);
			const predicted = `${milestone} predicted ${before ?? "no date"} → ${after ?? "no date"}`;
			const finish = row?.actual_end ?? row?.projected_finish ?? null;
			if (finish === null) return `${predicted}; now: no data`;
			const [from, to] = [calendar.dayOf(after), calendar.dayOf(finish)];
			const off = from === null || to === null ? null : calendar.workingDaysBetween(from, to);
			const by = off === null ? "" : off === 0 ? ", as predicted" : `, ${signedDays(off)}`;
			return `${predicted}; ${row?.actual_end ? "finished" : "now projected"} ${finish}${by}`;
		});
		const missing = more(impact.length - lines.length, "predictions").trim();
		return missing === "" ? lines : [...lines, missing];
	};
}

// src/render/terminal-diagnostics.ts
const COLOURS$2 = {
	error: "red",
	warning: "yellow",
	info: "blue"
};
/** Tabs and control characters as one blank each: they take unknown room, and the caret has to stand below its column. */
function printable(text) {
	return text.replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, " ");
}
/** Length of the YAML token that starts here: a quoted scalar, or all up to the next separator or comment. */
function tokenLength(rest) {
	return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,\]}#:]+(?::[^\s,\]}]+)*(?: [^\s,\]}#:]+)*)/.exec(rest)?.[0].length ?? 1;
}
function excerpt(line, column, room) {
	const at = Math.min(Math.max(column - 1, 0), line.length);
	const from = at > room * .7 ? at - Math.floor(room * .5) : 0;
	const lead = from > 0 ? "…" : "";
	const tail = line.length - from > room ? "…" : "";
	const text = `${lead}${printable(line.slice(from, from + room))}${tail}`;
	const before = lead.length + width(printable(line.slice(from, at)));
	const token = line.slice(at, Math.min(at + tokenLength(line.slice(at)), from + room));
	return {
		text: text.trimEnd(),
		before,
		under: Math.max(1, width(printable(token)))
	};
}
function shown(d, files, terminal) {
	const title = paint(terminal, COLOURS$2[d.severity], `${d.severity}[${d.code}]`);
	const edge = (text) => paint(terminal, "blue", text);
	const number = String(d.line);
	const gap = " ".repeat(number.length);
	const lines = [`${title}${paint(terminal, "bold", `: ${plain(d.message)}`)}`, `${gap}${edge("-->")} ${plain(d.file)}:${d.line}:${d.column}`];
	const source = files.get(d.file)?.split(/\r\n|\n|\r/)[d.line - 1];
	if (source !== void 0 && source.trim() !== "") {
		const { text, before, under } = excerpt(source, d.column, Math.max(20, terminal.width - number.length - 5));
		const caret = paint(terminal, COLOURS$2[d.severity], "^".repeat(under));
		lines.push(`${gap} ${edge("|")}`, `${edge(`${number} |`)} ${text}`, `${gap} ${edge("|")} ${" ".repeat(before)}${caret}`);
	}
	if (d.hint !== null) lines.push(`${gap} ${edge("=")} ${paint(terminal, "cyan", "help")}: ${plain(d.hint)}`);
	return lines.join("\n");
}
/** `2 errors, 1 warning`; empty for none. */
function diagnosticCount(diagnostics) {
	const count = (severity) => diagnostics.filter((d) => d.severity === severity).length;
	return [
		[count("error"), "error"],
		[count("warning"), "warning"],
		[count("info"), "info"]
	].flatMap(([n, word]) => n === 0 ? [] : word === "info" ? `${n} info` : counted(n, word)).join(", ");
}
/**
* Findings as compilers print them, the gravest first: message, place, source line with carets below the token, and what to do.
* `files` is the text of every readable file by path; a finding in another one has no source line.
*/
function terminalDiagnostics(diagnostics, files, { color = false, width = 100 } = {}) {
	if (diagnostics.length === 0) return "";
	const sorted = diagnostics.toSorted(compareDiagnostics);
	return `${sorted.map((d) => shown(d, files, {
		color,
		width
	})).join("\n\n")}\n\n${diagnosticCount(sorted)}\n`;
}

// src/render/terminal-analytics.ts
const COLOURS$1 = {
	green: "green",
	amber: "yellow",
	red: "red"
};
function filled(text, { width }) {
	return text === "" ? "" : wrap(text, width).join("\n");
}
function metricText({ metrics }, emoji, terminal) {
	if (metrics === null) return "";
	const voice = terminalVoice(terminal);
	const none = withoutMetrics(metrics, voice);
	if (none !== "") return filled(none, terminal);
	return metricLines(metrics, voice).map((line) => {
		const rating = emoji || line.rating === null ? "" : `, ${label("rating", line.rating, false)}`;
		const target = line.target === "–" ? rating.slice(2) : `target ${line.target}${rating}`;
		const goal = target === "" ? "" : ` (${target})`;
		const name = `${sign("rating", line.rating ?? "none", emoji)}${line.name.toUpperCase()}:`;
		return hanging(`${name} ${line.value ?? "no data"}${line.value === null ? "" : goal}${line.detail === "" ? "" : ` — ${line.detail}`}`, emoji ? 3 : 2, terminal).replace(name, paint(terminal, line.rating === null ? null : COLOURS$1[line.rating], name));
	}).join("\n");
}
function forecastText(status, terminal) {
	const { forecast } = status;
	const open = status.milestones.some((row) => row.status !== "completed" && row.status !== "cancelled");
	if (forecast === null || !open) return "";
	const voice = terminalVoice(terminal);
	const none = withoutForecast(forecast, voice);
	if (none !== "") return filled(none, terminal);
	const id = (name) => name;
	const narrow = terminal.width < 90;
	const shares = spreading(forecast).length > 0;
	const columns = [
		{
			title: "",
			shrink: 10,
			shown: true
		},
		{
			title: "DUE",
			shown: !narrow
		},
		...[
			"P50",
			"P85",
			"P95"
		].map((title) => ({
			title,
			shown: true
		})),
		{
			title: "ON TIME",
			right: true,
			shown: shares
		},
		{
			title: "CRITICAL",
			right: true,
			shown: shares && !narrow
		}
	];
	const rows = forecastRows(status, forecast, id, id).map((row) => row.filter((_, i) => columns[i]?.shown));
	const left = spreading(forecast).length - 25;
	return [box(columns.filter((column) => column.shown), rows, terminal) + (left > 0 ? `\n… ${left} more: --json lists all` : ""), ...forecastNotes(forecast, voice, id).map((text) => filled(text, terminal))].join("\n");
}
function analyticsText(status, terminal) {
	const all = topics(status, terminalVoice(terminal));
	const bars = weekBars(status, Math.min(40, Math.max(8, terminal.width - 52)));
	const known = all.filter((topic) => topic.facts.some((fact) => fact.text !== null));
	if (known.length === 0 && bars.length === 0) return "";
	const parts = known.map((topic) => {
		const lines = topic.facts.flatMap(({ name, text }) => text === null ? [] : [`${name}: ${text}`]);
		const gone = missing(topic.facts);
		return [topic.title, ...tree([...lines, ...gone === "" ? [] : [`No data: ${gone}`]], terminal)].join("\n");
	});
	const better = improvements(status, terminalVoice(terminal));
	const advice = better.length === 0 ? "" : ["What could be better", ...tree(better, terminal)].join("\n");
	const head = filled(development(status), terminal);
	const unknown = withoutData(all);
	const rest = unknown === "" ? "" : filled(`No data yet: ${unknown}.`, terminal);
	return [
		head,
		bars.join("\n"),
		...parts,
		advice,
		rest
	].filter((text) => text !== "").join("\n");
}
function valueText({ evm }, terminal) {
	const voice = terminalVoice(terminal);
	if (evm === null || withoutValue(evm, voice) !== "") return "";
	const all = accounts(evm, voice);
	return tree(all.flatMap((each) => [accountText(each), ...accountNotes(each, voice)]), terminal).join("\n");
}
/** Performance metrics, forecast, analytics, resources and earned value for a terminal; the last three only where there is data. */
function terminalAnalytics(status, emoji, terminal) {
	if (status.milestones.length === 0) return [];
	const capacity = tree(capacityFacts(status, emoji, terminalVoice(terminal)), terminal).join("\n");
	return [
		block(terminal, "PERFORMANCE METRICS", metricText(status, emoji, terminal)),
		block(terminal, "FORECAST", forecastText(status, terminal)),
		block(terminal, "ANALYTICS", analyticsText(status, terminal)),
		block(terminal, "RESOURCES", capacity),
		block(terminal, "EARNED VALUE", valueText(status, terminal))
	];
}

// src/render/terminal-status.ts
/** Where the terminal's width is not known. */
const DEFAULT_WIDTH = 100;
const ROWS$4 = 500;
function head({ status, terminal, emoji }) {
	const { name, progress, health, reasons, milestones } = status.project;
	const title = paint(terminal, "bold", `${name === null ? "" : `${plain(name)}: `}milestone status`);
	const last = status.activity[0];
	const asOf = last ? `as of ${instant(last.at)} · ${plain(last.id)} by ${plain(last.actor)}` : "";
	if (milestones.total === 0) return `${title}\n\nNo milestones yet. Add .milestones/active/M01.yaml; its one required line is "title: …".`;
	const figure = progress === null ? "" : percent(progress);
	const word = paint(terminal, colourOf(health), label("health", health, emoji).toUpperCase());
	const finish = status.schedule.projected_finish;
	const facts = [
		figure,
		word,
		countsText(status),
		finish === null || health === "done" ? "" : `projected finish ${finish}`
	];
	const why = health === "on_track" || health === "done" ? [] : reasons.map((r) => hanging(plain(r.text), 2, terminal));
	const line = progress === null ? "" : bar$1(progress, Math.min(60, terminal.width));
	return `${asOf === "" ? title : `${title}\n${paint(terminal, "dim", asOf)}`}\n\n${[
		line,
		...wrap(facts.filter((fact) => fact !== "").join(" · "), terminal.width),
		...why
	].filter((text) => text !== "").join("\n")}`;
}
/** How much a matrix line says: the bar and the variance grow with the terminal, but a title is worth more than either. */
function room({ terminal }) {
	if (terminal.width >= 130) return {
		cells: 24,
		detail: "dates"
	};
	return terminal.width >= 90 ? {
		cells: 10,
		detail: "days"
	} : {
		cells: 0,
		detail: "word"
	};
}
function cells(row, view) {
	const { emoji } = view;
	const { cells: size, detail } = room(view);
	const health = row.status === "completed" ? (row.variance_days ?? 0) > 0 ? "at_risk" : "done" : row.health;
	return [
		row.id,
		plain(row.title),
		{
			text: `${bar$1(row.progress, size)} ${percent(row.progress).padStart(4)}`.trim(),
			colour: colourOf(row.status)
		},
		{
			text: label("status", row.status, emoji).toUpperCase(),
			colour: colourOf(row.status)
		},
		row.due ?? "–",
		{
			text: outlook(row, detail),
			colour: colourOf(health)
		}
	];
}
function matrix(view) {
	const { status, terminal } = view;
	if (status.milestones.length === 0) return "";
	const shown = status.milestones.slice(0, ROWS$4);
	const columns = [
		{
			title: "ID",
			shrink: 24
		},
		{
			title: "MILESTONE",
			shrink: 12
		},
		{ title: "PROGRESS" },
		{ title: "STATUS" },
		{ title: "DUE DATE" },
		{
			title: "VARIANCE",
			shrink: 9
		}
	];
	const rows = shown.map((row) => cells(row, view));
	const missing = status.milestones.length - shown.length;
	return box(columns, rows, terminal) + (missing > 0 ? `\n… ${missing} more: --json lists all` : "");
}
function critical(view) {
	const { schedule } = view.status;
	const rows = rowsById(view.status);
	const members = schedule.critical.flatMap((id) => rows.get(id) ?? []);
	const chains = schedule.critical_paths.slice(0, 5).map((path) => shorten(path.join(" → "), view.terminal.width));
	const missing = schedule.critical_path_count - chains.length;
	if (missing > 0) chains.push(`… ${counted(missing, "more chain")}`);
	const lines = (members.length > 20 ? members.filter((row) => row.status !== "completed") : members).slice(0, 20).map((row) => {
		const mark = row.status === "completed" ? sign("status", "completed", view.emoji) : sign("health", row.health, view.emoji);
		const figure = row.status === "completed" || row.progress === 0 ? "" : `${percent(row.progress)}, `;
		return `${mark}${row.id} ${plain(row.title)} — ${figure}${plain(standing(row))}`;
	});
	const cycle = schedule.cycle ? [`Dependency cycle: ${[...schedule.cycle, schedule.cycle[0]].join(" → ")}`] : [];
	const near = nearlyCritical(schedule.near_critical, rows).map((row) => `${row.id} (${days(row.total_float_days ?? 0)})`);
	const more = near.length > 10 ? ` and ${near.length - 10} more` : "";
	const next = near.length === 0 ? [] : wrap(`Nearly critical: ${near.slice(0, 10).join(", ")}${more}`, view.terminal.width);
	return [
		...cycle,
		...chains,
		...tree(lines, view.terminal),
		...next
	].join("\n");
}
function dependencies({ status, emoji, terminal }) {
	const edges = status.dependencies.map((edge) => {
		const lag = edge.lag_days === 0 ? "" : ` (${signedDays(edge.lag_days)})`;
		return `${sign("edge", edge.state, emoji)}${edge.from} → ${edge.to}${lag}: ${label("edge", edge.state, false).toLowerCase()}`;
	});
	const outside = status.external.map((item) => {
		const due = item.due === null ? "" : `, due ${item.due}`;
		return `${sign("external", item.status, emoji)}${plain(item.name)} → ${item.milestone}: ${label("external", item.status, false).replace(/^(?!OK)./, (c) => c.toLowerCase())}${due}`;
	});
	const all = [...edges, ...outside];
	return [...tree(all.slice(0, 60), terminal), ...all.length > 60 ? [`… ${all.length - 60} more`] : []].join("\n");
}
function lists({ status, state, emoji, terminal }, shown) {
	const risks = openRisks(status).slice(0, 20).map((risk) => {
		return `${risk.impact === null ? "" : `${label("impact", risk.impact, emoji)} · `}${risk.milestone}: ${plain(risk.description)}`;
	});
	const sessions = status.sessions.map((session) => {
		const by = session.by === null ? "" : ` by ${plain(session.by)}`;
		const health = session.health === null ? "" : `, ${session.health}`;
		const why = session.health === null || session.reason === null ? "" : ` — ${plain(session.reason)}`;
		const progress = session.progress === null ? "progress: no data" : percent(session.progress);
		return `${session.id}: ${session.milestone ?? "no milestone"}${by}, ${progress}${health}${why}`;
	});
	const recent = status.activity.slice(0, state.config.dashboard.activity).map((item) => hanging(`• ${instant(item.at)} · ${plain(item.id)} by ${plain(item.actor)}: ${plain(item.text)}`, 2, terminal));
	const actions = status.actions.slice(0, 15).map((item, i) => {
		const cause = item.cause === "" ? "" : ` — ${plain(item.cause)}`;
		return hanging(`${i + 1}. ${label("action", item.priority, emoji)} ${plain(item.text)}${cause}`, 3, terminal);
	});
	const monitor = [block(terminal, "ACTIVE SESSIONS", tree(sessions, terminal).join("\n")), block(terminal, "RECENT ACTIVITY", recent.join("\n"))];
	return [
		shown.dashboard ? block(terminal, "OPEN RISKS", tree(risks, terminal).join("\n")) : "",
		...shown.monitor ? monitor : [],
		shown.dashboard ? block(terminal, "NEXT ACTIONS", actions.join("\n")) : ""
	];
}
/** The dashboard for a terminal: health, matrix, critical path, dependencies, metrics and analytics, risks, sessions, activity, actions; each where `shown` has it. */
function terminalStatus(status, state, { color = false, width = 100 } = {}, shown = {
	monitor: true,
	dashboard: true,
	analytics: true
}) {
	const terminal = {
		color,
		width
	};
	const view = {
		status,
		state,
		terminal,
		emoji: state.config.dashboard.emoji
	};
	const dashboard = [
		head(view),
		matrix(view),
		block(terminal, "CRITICAL PATH", critical(view)),
		block(terminal, "DEPENDENCIES", dependencies(view))
	];
	return `${[
		...shown.dashboard ? dashboard : [],
		...shown.analytics ? terminalAnalytics(status, view.emoji, terminal) : [],
		...lists(view, shown)
	].filter((part) => part !== "").join("\n\n")}\n`;
}

// src/render/terminal-focus.ts
const TASKS = 100;
function tasks(milestone, row, state, terminal) {
	if (milestone.tasks.length === 0) return "";
	const slack = floats(row, milestone.tasks);
	const emoji = state.config.dashboard.emoji;
	const rows = milestone.tasks.slice(0, TASKS).map((task) => [
		plain(task.title),
		{
			text: label("task", task.status, emoji).toUpperCase(),
			colour: colourOf(task.status)
		},
		task.status === "cancelled" ? "–" : percent(progressOf(task, milestone, state.config)),
		plain(task.assignedTo ?? ""),
		slack.get(task.id) ?? ""
	]);
	const all = [
		{
			title: "TASK",
			shrink: 12
		},
		{ title: "STATUS" },
		{
			title: "PROGRESS",
			right: true
		},
		{
			title: "ASSIGNEE",
			shrink: 8
		},
		{
			title: "FLOAT",
			right: true
		}
	];
	const kept = all.map((_, i) => rows.some((cells) => cells[i] !== ""));
	const of = (items) => items.filter((_, i) => kept[i]);
	const missing = milestone.tasks.length - rows.length;
	const lines = taskPath(row, milestone.tasks, terminalVoice(terminal));
	return [
		box(of(all), rows.map(of), terminal),
		...missing > 0 ? [`… ${missing} more`] : [],
		...tree(lines, terminal)
	].join("\n");
}
function stepLine({ task, hoursLeft, after }, i) {
	const facts = [
		hoursLeft === null ? "no estimate" : `${hours(hoursLeft)} left`,
		task.assignedTo === null ? null : plain(task.assignedTo),
		task.status === "blocked" ? "blocked" : null,
		after.length > 0 ? `after ${after.map(plain).join(", ")}` : null
	];
	return `${i + 1}. ${plain(task.title)} (${plain(task.id)}) — ${facts.filter((fact) => fact !== null).join(", ")}`;
}
function details(milestone, row, state, terminal) {
	const emoji = state.config.dashboard.emoji;
	const voice = terminalVoice(terminal);
	const measured = quality$2(milestone, emoji, voice).map(([name, found, target, result]) => `${name}: ${found} (target ${target})${result ? ` ${result}` : ""}`);
	const branches = (lines) => tree(lines, terminal).join("\n");
	const next = steps(milestone, state.config).slice(0, 30).map(stepLine);
	return [
		block(terminal, "TASKS", tasks(milestone, row, state, terminal)),
		block(terminal, "QUALITY", branches(measured.map((line) => line.replace("(target no target)", "(no target)")))),
		block(terminal, "SUCCESS CRITERIA", branches(criteria(milestone, emoji, voice))),
		block(terminal, "RISKS", branches(riskList(milestone, emoji, voice))),
		block(terminal, "RESOURCES", branches(resources$1(milestone, voice))),
		block(terminal, "NEXT STEPS", next.map((line) => hanging(line, 3, terminal)).join("\n"))
	];
}
/** The focus view of one milestone for a terminal. */
function terminalFocus(status, state, id, { color = false, width = 100 } = {}) {
	const terminal = {
		color,
		width
	};
	const row = status.milestones.find((m) => m.id === id);
	if (!row) return `${plain(id)} is not a milestone of this project.\n`;
	const voice = terminalVoice(terminal);
	const milestone = state.milestones.find((m) => m.id === id);
	const page = elsewherePage(status, state, null);
	const head = [
		paint(terminal, "bold", shorten(`${row.id} ${plain(row.title)}`, width)),
		"",
		bar$1(row.progress, Math.min(50, width)),
		...wrap(headline$1(row, page.emoji, voice), width),
		...wrap(timeline$2(row, status, state, voice), width),
		...reasons(row, voice).map((reason) => hanging(reason, 2, terminal)),
		...milestone?.description ? ["", ...wrap(plain(milestone.description), width)] : []
	].join("\n");
	const [tasksBlock = "", ...rest] = milestone ? details(milestone, row, state, terminal) : [];
	const needs = tree(blockers(row, page, voice), terminal).join("\n");
	return `${[
		head,
		tasksBlock,
		block(terminal, "DEPENDENCIES", needs),
		...rest
	].filter((part) => part !== "").join("\n\n")}\n`;
}

// src/render/view.ts
/** The id that the command names, spelt as the milestone is; null for none. */
function asked(intent, state) {
	const [id] = intent.args;
	if (id === void 0) return null;
	return state.milestones.find((m) => m.id.toLowerCase() === id.toLowerCase())?.id ?? id;
}
/** Journal entries that touch a milestone; all of them for null. */
function entriesOf(state, id) {
	return id === null ? state.journal : state.journal.filter((entry) => entry.milestones.includes(id));
}
function verdict(state, { diagnostics }) {
	return diagnostics.length === 0 ? `${counted(state.files.size, "file")} read, nothing to report.` : "";
}
/** What a read-only command shows in a reply on GitHub; null for the dashboard and focus views, which the reply itself shows. */
function replyView(intent, state, status) {
	const id = asked(intent, state);
	switch (intent.verb) {
		case "explain": {
			const found = explanationOf(intent, state, status);
			return found ? mdExplanation(found) : prose(unexplained(intent));
		}
		case "log": return mdLog(entriesOf(state, id), outcomesOf(state, status));
		case "validate": return verdict(state, status) || diagnosticTable(status.diagnostics, state.config.dashboard.emoji, null, 500);
		default: return null;
	}
}
/** What `explain` is asked to explain, on the day of the status; null if there is no such milestone. */
function explanationOf(intent, state, status) {
	return explain(state, parseDay(status.as_of, "UTC") ?? 0, intent.args[0] ?? "health");
}
function unexplained(intent) {
	return `${codeSpan(intent.args[0] ?? "")} is neither \`forecast\`, \`critical-path\` or \`health\` nor a milestone of this project.`;
}
/** The same as a Markdown page of its own, for `--format=md`. */
function viewMarkdown(intent, state, status) {
	const id = asked(intent, state);
	return replyView(intent, state, status) ?? (id === null ? statusPage(status, state) : focusPage(status, state, id));
}
/** The same for a terminal. */
function viewTerminal(intent, state, status, terminal) {
	const id = asked(intent, state);
	switch (intent.verb) {
		case "explain": {
			const found = explanationOf(intent, state, status);
			return found ? terminalExplanation(found, terminal) : `${plain(unexplained(intent))}\n`;
		}
		case "log": return terminalLog(entriesOf(state, id), terminal, outcomesOf(state, status));
		case "validate": return verdict(state, status) ? `${verdict(state, status)}\n` : terminalDiagnostics(status.diagnostics, state.files, terminal);
		default: return id === null ? terminalStatus(status, state, terminal) : terminalFocus(status, state, id, terminal);
	}
}

// src/render/commit-message.ts
const PREFIX = "milestone: ";
const LINES = 40;
function limited(lines) {
	return lines.length <= LINES ? [...lines] : [...lines.slice(0, LINES), `  … ${lines.length - LINES} more`];
}
function editLines(changed) {
	return limited(changed.map((edit) => {
		const text = (given) => commitText(clip(value(given), 60));
		return `  ${commitText(subject(edit.file))} ${commitText(field(edit.path))}: ${text(edit.before)} -> ${text(edit.after)}`;
	}));
}
function moves$1(plan) {
	return limited(plan.impact.milestones.filter((m) => m.projectedFinish !== void 0).map((m) => {
		const { before, after } = m.projectedFinish ?? {
			before: null,
			after: null
		};
		const by = m.finishDays === void 0 ? "" : ` (${signedDays(m.finishDays)})`;
		return `  ${commitText(m.id)} ${before ?? "no data"} -> ${after ?? "no data"}${by}`;
	}));
}
/**
* Message of the commit that carries out a plan: subject of at most 72 characters with the change's id, the edited fields, every
* projected finish that moves (working days), then the trailers. Text of people in it mentions nobody and closes no issue.
*/
function commitMessage(plan, trailers = []) {
	const id = plan.entries.length === 1 ? ` (${plan.entries[0]?.id ?? ""})` : "";
	const line = PREFIX + commitText(changeSubject(plan.intents, 61 - id.length)) + id;
	const finishes = moves$1(plan);
	return `${[line, ...[
		plan.edits.length > 0 ? ["Changed:", ...editLines(plan.edits)].join("\n") : "",
		finishes.length > 0 ? ["Projected finish, in working days:", ...finishes].join("\n") : "",
		finishes.length > 0 ? finishText(plan.impact) : "",
		trailerLines(trailers)
	]].filter((text) => text !== "").join("\n\n")}\n`;
}
/** Message of a commit that brings into the store what was changed on GitHub. */
function syncCommitMessage({ edits: changed, adopted, overruled }, trailers) {
	const ids = [.../* @__PURE__ */ new Set([...changed.map(({ file }) => subject(file)), ...adopted])];
	const named = ids.length <= 3 ? ids.join(", ") : `${ids.length} milestones`;
	const parts = [
		changed.length === 0 ? "" : ["Changed on GitHub:", ...editLines(changed)].join("\n"),
		overruled.length === 0 ? "" : ["Overruled:", ...limited(overruled.map((text) => `  ${commitText(text)}`))].join("\n"),
		adopted.length === 0 ? "" : `Adopted from GitHub: ${clip(adopted.join(", "), 500)}`,
		trailerLines(trailers)
	];
	const what = ids.length > 0 ? `follow GitHub in ${commitText(named)}` : `settle ${counted(overruled.length, "conflict")} with GitHub as the store has it`;
	return `${[PREFIX + clip(what, 61), ...parts].filter((text) => text !== "").join("\n\n")}\n`;
}
/** Message of the commit that records links to GitHub and what both sides agree on. */
function recordMessage() {
	return `${PREFIX}record what GitHub has\n`;
}
/** Message of a commit that only brings generated files up to date. */
function generatedCommitMessage(paths, trailers = []) {
	const entries = paths.filter((path) => /(^|\/)logs\//.test(path)).length;
	const named = paths.length === 1 ? paths[0] ?? "" : `${paths.length} generated files`;
	const what = entries > 0 ? `journal ${counted(entries, "change")} made elsewhere` : `regenerate ${named}`;
	return `${[PREFIX + clip(what, 61), trailerLines(trailers)].filter((text) => text !== "").join("\n\n")}\n`;
}
function trailerLines(trailers) {
	return trailers.map(([key, given]) => `${key}: ${given.replace(/\s+/g, " ").trim()}`).join("\n");
}

// src/render/generated.ts
const mark = (substance) => `<!-- substance ${substance} -->`;
/** Path of the dashboard relative to the repository. */
function dashboardPath({ state, storeDir }) {
	return storeDir.slice(0, storeDir.lastIndexOf("/") + 1) + state.config.dashboard.path;
}
/**
* The write that brings the dashboard up to date; none if it is. The page ends with a hidden line that holds the fingerprint of
* its news; a `quiet` run leaves a page alone whose fingerprint still holds.
*/
function dashboardWrites(dashboard, before, quiet) {
	const { state, status, substance } = dashboard;
	if (quiet && before?.trimEnd().endsWith(mark(substance))) return [];
	const after = `${statusPage(status, state).trimEnd()}\n\n${mark(substance)}\n`;
	return before === after ? [] : [{
		path: dashboardPath(dashboard),
		before,
		after
	}];
}
/** True if a page was written by this program, so that nothing of a person's is lost when it is written anew. */
function isGenerated(page) {
	return /^\uFEFF?<!-- Generated by git-milestone /.test(page);
}
/** Message of the commit that carries out a plan, or that only brings journal and pages up to date. */
function messageFor(plan, writes, trailers, sync = null) {
	if (plan === null && sync !== null && sync.edits.length + sync.adopted.length + sync.overruled.length > 0) return syncCommitMessage(sync, trailers);
	if (plan === null) return generatedCommitMessage(writes.map((write) => write.path), trailers);
	return commitMessage(plan, plan.entries.map((entry) => ["Milestone-Change", entry.id]));
}

// src/render/annotations.ts
/** GitHub shows ten annotations of a kind for a step and drops the others; a step that fails says so in one more error. */
const MOST = {
	error: 9,
	warning: 10,
	info: 10
};
const KINDS = [
	"error",
	"warning",
	"info"
];
/** Findings as line annotations, the gravest first, within what GitHub shows. Paths become relative to the repository. */
function annotationsOf(diagnostics, storeDir) {
	const sorted = diagnostics.toSorted(compareDiagnostics);
	return KINDS.flatMap((severity) => sorted.filter((d) => d.severity === severity).slice(0, MOST[severity]).map(({ file, line, column, code, message, hint }) => ({
		severity,
		message: hint ? `${message}\n${hint}` : message,
		place: {
			title: code,
			file: `${storeDir}/${file}`,
			startLine: line,
			startColumn: column
		}
	})));
}
/** How many findings are not on their lines for want of room: `3 errors and 1 warning`; empty if all are. */
function unannotated(diagnostics) {
	return KINDS.map((severity) => {
		const left = diagnostics.filter((d) => d.severity === severity).length - MOST[severity];
		return left > 0 ? counted(left, severity === "info" ? "note" : severity) : "";
	}).filter((text) => text !== "").join(" and ");
}

// src/render/preview-place.ts
/** The address of a file of the store. */
function fileUrl({ storeUrl }, file) {
	return `${storeUrl}/${pathUrl(file)}`;
}
/** Text (Markdown) that leads to a file. */
function toFile(place, text, file) {
	return `[${text}](${fileUrl(place, file)})`;
}
/** A changed file by its milestone's id, else by its path; linked where it still is. */
function changeName(place, { file, milestone, kind }) {
	const name = md(milestone ?? file);
	return kind === "removed" ? name : toFile(place, name, file);
}

// src/render/preview-files.ts
const ROWS$3 = 100;
const VALUE = 200;
const FINDINGS = 50;
const SHOWN$1 = 10;
const WHOLE = {
	added: ["none", "new file"],
	removed: ["the file", "removed"],
	unreadable: ["the file", "cannot be read"],
	mended: ["could not be read", "the file"]
};
function rowsOf(place, change) {
	const name = changeName(place, change);
	const named = change.title === "" ? name : `${name} ${title(change.title)}`;
	if (change.kind !== "edited") return [[
		named,
		"",
		...WHOLE[change.kind]
	]];
	const moved = change.from === null ? [] : [[
		"",
		"folder",
		code(change.from),
		code(change.file)
	]];
	const fields = change.edits.map(({ path, before, after }) => [
		"",
		code(field(path)),
		md(clip(value(before), VALUE)),
		md(clip(value(after), VALUE))
	]);
	return [...moved, ...fields].map((row, i) => i === 0 ? [named, ...row.slice(1)] : row);
}
/** How many fields, files and milestones change, for a heading. */
function changeCount({ changes }) {
	const milestones = changes.filter((change) => change.milestone !== null).length;
	const others = changes.length - milestones;
	const fields = changes.reduce((sum, { edits }) => sum + edits.length, 0);
	const parts = [...milestones > 0 ? [counted(milestones, "milestone")] : [], ...others > 0 ? [counted(others, "other file")] : []].join(" and ");
	return fields > 0 ? `${counted(fields, "field")} in ${parts}` : parts;
}
/** Every field that changes, by milestone, before and after. */
function changeTable(place, preview) {
	const rows = preview.changes.flatMap((change) => rowsOf(place, change));
	if (rows.length === 0) return "";
	const shown = table([
		"",
		"Field",
		"Before",
		"After"
	], rows.slice(0, ROWS$3));
	return folded(`What changes: ${changeCount(preview)}`, shown + more(rows.length - ROWS$3, "in the files of the pull request"));
}
/** Errors and warnings, the gravest first, linked to their lines: new ones in sight if there are errors, all others folded. */
function findingTables(place, { findings }) {
	const told = findings.filter(({ diagnostic }) => diagnostic.severity !== "info");
	const errors = told.filter(({ diagnostic }) => diagnostic.severity === "error").map(({ diagnostic }) => diagnostic);
	const ours = told.filter((f) => f.fresh && f.diagnostic.severity === "warning").map(({ diagnostic }) => diagnostic);
	const old = told.filter((f) => !f.fresh && f.diagnostic.severity === "warning").map(({ diagnostic }) => diagnostic);
	const show = (found) => diagnosticTable(found, place.emoji, (file) => fileUrl(place, file), FINDINGS);
	const summary = (found, words) => found.length === 0 ? "" : folded(`${diagnosticCount(found)} ${words}`, show(found));
	const open = show(errors.slice(0, SHOWN$1));
	const rest = summary(errors.slice(SHOWN$1), "more");
	const left = unannotated(findings.map(({ diagnostic }) => diagnostic));
	return [
		open,
		left === "" ? "" : `<sub>GitHub has no room to mark ${left} more on their lines.</sub>`,
		rest,
		summary(ours, "that this pull request brings"),
		summary(old, "that were there before")
	].filter((text) => text !== "").join("\n\n");
}

// src/render/preview-policy.ts
const ROWS$2 = 30;
const REASON = 300;
const TITLE = 200;
const isOpen = ({ received, needed }) => received < needed;
/** How many findings are errors. */
function errorsOf({ findings }) {
	return findings.filter(({ diagnostic }) => diagnostic.severity === "error").length;
}
/** Everybody whose approval is missing, each once. */
function missingOf({ standings }) {
	return [...new Set(standings.filter(isOpen).flatMap(({ missing }) => missing))];
}
/** One line for the list of checks, as plain text: what stands in the way of merging, or that nothing does. */
function verdictText(preview) {
	const { changes, standings, meddled } = preview;
	const errors = errorsOf(preview);
	if (errors > 0) return `${counted(errors, "error")} to mend`;
	if (meddled.length > 0) return `${counted(meddled.length, "file")} of the journal to leave alone`;
	if (changes.length === 0) return "No milestone changes";
	if (standings.length === 0) return "Within what the policy applies without approval";
	return standings.some(isOpen) ? clip(plain(`Waiting for ${some(missingOf(preview))}`), TITLE) : "Approved";
}
function standingLine(place, standing) {
	const { decision, received, needed, by, unreadable } = standing;
	const mark = place.emoji ? isOpen(standing) ? "⏳ " : "✅ " : "";
	const who = by.length === 0 ? "nobody yet" : `by ${some(by.map(md), 10)}`;
	const kinds = decision.kinds.length === 0 ? "" : ` (${decision.kinds.join(", ")})`;
	const blind = unreadable.length === 0 ? "" : `<br>The token may not read the members of ${unreadable.map(md).join(", ")}, so their approvals cannot be counted.`;
	return `- ${mark}**${md(decision.rule)}**${kinds} asks ${md(approversText(decision))}: **${received} of ${needed}**, ${who}<br>${md(clip(decision.reason, REASON))}${blind}`;
}
/** Every rule that asks, and where it stands; then what is allowed without asking, folded. */
function approvalLists(place, { standings, automatic }) {
	const asked = standings.slice(0, ROWS$2).map((standing) => standingLine(place, standing));
	const free = automatic.slice(0, ROWS$2).map(({ rule, reason }) => `- ${md(rule)}: ${md(clip(reason, REASON))}`);
	return [asked.length === 0 ? "" : `**Approvals**\n\n${asked.join("\n")}${more(standings.length - ROWS$2, "rules")}`, free.length === 0 ? "" : folded(`What needs no approval: ${counted(automatic.length, "rule")}`, free.join("\n") + more(automatic.length - ROWS$2, "rules"))].filter((text) => text !== "").join("\n\n");
}
/** What there is to do before the pull request can be merged, most urgent first; Markdown sentences. */
function nextSteps(preview) {
	const { moved, overloads, meddled } = preview;
	const errors = errorsOf(preview);
	const missing = missingOf(preview);
	const late = (errors > 0 ? [] : moved).filter(({ variance }) => (variance.after ?? 0) > 0 && (variance.after ?? 0) > (variance.before ?? 0));
	const most = Math.max(...late.map(({ variance }) => variance.after ?? 0));
	const steps = [];
	if (errors > 0) steps.push(`Mend the ${counted(errors, "error")} below: what they stand on is left out of the figures. \`git milestone validate\` shows them on your machine.`);
	if (meddled.length > 0) steps.push(`Take back what this does to the journal, in ${some(meddled.map(code), 5)}: decisions count only with the comment or review they were given in, and entries are never changed. As it stands here it counts for nothing.`);
	if (missing.length > 0) steps.push(`Ask **${some(missing.map(md), 10)}** for an approving review: one of the newest commit counts, an earlier one does not.`);
	if (late.length > 0) {
		const [first] = late;
		steps.push(`Decide about ${some(late.map(({ id }) => `**${md(id)}**`), 10)}: ${late.length === 1 ? "it would finish" : "they would finish up to"} ${days(most)} after ${late.length === 1 ? "its due date" : "their due dates"}. Move the dates in this pull request too, or shorten what holds the work up (\`git milestone explain ${first?.id ?? ""}\`).`);
	}
	if (errors === 0 && overloads.length > 0) steps.push("Relieve those who would be asked for more than they have, named below.");
	return steps;
}

// src/render/preview-schedule.ts
const SHOWN = 10;
const ROWS$1 = 60;
const CHAINS = 3;
const MEMBERS = 30;
/** A blank that no line is broken at: cells are narrow. */
const HARD = "\xA0";
const same = ({ before, after }) => JSON.stringify(before) === JSON.stringify(after);
const said = (text) => text ?? "no data";
/** `a →` above `b`, for dates would be broken at their hyphens; or only the value where it stays. */
function arrow(shift, text) {
	return same(shift) ? text(shift.after) : `${text(shift.before)}${HARD}→<br>${text(shift.after)}`;
}
const moves = (by) => `**${signedDays(by).replace(" ", HARD)}**`;
/** How a finish lies to the due date: `on time`, `🔴 2 days late`. */
function lateness(variance, emoji) {
	if (variance === null) return "no data";
	const mark = emoji && variance > 0 ? `🔴${HARD}` : "";
	if (variance === 0) return "on time";
	return mark + `${days(Math.abs(variance))} ${variance > 0 ? "late" : "early"}`.replaceAll(" ", HARD);
}
function movedRow(place, moved) {
	const { projectedFinish: finish, finishDays = 0, due, dueAfter, variance } = moved;
	const pencil = place.emoji ? " ✏️" : " (edited)";
	return [
		`${toFile(place, md(moved.id), moved.file)} ${title(moved.title)}${moved.edited ? pencil : ""}`,
		finishDays === 0 ? "–" : moves(finishDays),
		finish ? arrow(finish, said) : "stays",
		due ? arrow(due, said) : dueAfter ?? "none",
		dueAfter === null && due === void 0 ? "–" : arrow(variance, (value) => lateness(value, place.emoji))
	];
}
/** Every milestone whose due date or projected finish moves, the latest first; those beyond the first ten folded. */
function movedTable(place, { moved }) {
	if (moved.length === 0) return "";
	const columns = [
		"Milestone",
		"Moves",
		"Projected finish",
		"Due",
		"Against due"
	];
	const rows = moved.slice(0, ROWS$1).map((each) => movedRow(place, each));
	const note = `${place.emoji ? "✏️ marks what" : "What is marked (edited)"} this pull request edits itself; the others follow. Days are working days.`;
	const first = `${table(columns, rows.slice(0, SHOWN))}\n\n<sub>${note}</sub>`;
	if (moved.length <= SHOWN) return first;
	const rest = table(columns, rows.slice(SHOWN)) + more(moved.length - ROWS$1, "that move");
	return `${first}\n\n${folded(`${counted(moved.length - SHOWN, "more milestone")} that move`, rest)}`;
}
/** Chains of ids; those that are not on the other side's in bold. */
function paths(all, others) {
	const old = new Set(others.flat());
	const bold = (id) => old.has(id) || others.length === 0 ? md(id) : `**${md(id)}**`;
	const chain = (ids) => ids.length <= MEMBERS ? ids.map(bold).join(" → ") : [
		...ids.slice(0, MEMBERS / 2).map(bold),
		`… ${ids.length - MEMBERS} more …`,
		...ids.slice(-15).map(bold)
	].join(" → ");
	if (all.length === 0) return "none";
	return [...all.slice(0, CHAINS).map(chain), ...all.length > CHAINS ? [`… ${all.length - CHAINS} more`] : []].join("<br>");
}
function movement(shift, by) {
	if (same(shift)) return shift.after === null ? "–" : "stays";
	return by === 0 ? "changes" : moves(by);
}
/** The project's finish, the forecast's P85 and the critical path, before and after; then how far the forecast can be trusted. */
function projectText({ finish, finishDays, p85, p85Days, p85Reason, criticalPaths, cycle }) {
	const { before, after } = criticalPaths;
	const rows = [
		[
			"Finish",
			said(finish.before),
			said(finish.after),
			movement(finish, finishDays)
		],
		[
			"Forecast (P85)",
			said(p85.before),
			said(p85.after),
			movement(p85, p85Days)
		],
		[
			"Critical path",
			paths(before, after),
			paths(after, before),
			same(criticalPaths) ? "stays" : "**changes**"
		]
	];
	const calm = same(finish) && same(p85) && same(criticalPaths);
	return [
		calm ? `The project's finish, its forecast (P85: ${said(p85.after)}) and the critical path stay.` : table([
			"Project",
			"Before",
			"After",
			"Moves"
		], rows),
		cycle ? `The dependencies run in a circle: ${[...cycle, cycle[0] ?? ""].map(md).join(" → ")}.` : "",
		calm || p85Reason === null ? "" : `<sub>About the forecast: ${md(p85Reason)}.</sub>`
	].filter((text) => text !== "").join("\n\n");
}
/** Who is newly asked for more than they have, a line each. */
function overloadList({ overloads }, emoji) {
	if (overloads.length === 0) return "";
	const lines = overloads.slice(0, SHOWN).map((text) => `- ${prose(text)}`);
	return `${`**${emoji ? "⚠️ " : ""}${counted(overloads.length, "new overload")}**`}\n\n${lines.join("\n")}${more(overloads.length - SHOWN, "people")}`;
}

// src/render/preview.ts
/** GitHub refuses comments above 65,536 characters and summaries of checks above 65,535; the hidden first line comes on top. */
const LIMIT = 65e3;
/** The hidden first line by which the comment of a pull request is found again; `store` tells those on several stores apart. */
function previewMarker(store = "") {
	return `<!-- git-milestone preview${store === "" ? "" : ` ${encodeURIComponent(store).replaceAll("-", "%2D")}`} -->`;
}
/** What becomes of the project's finish, after what becomes of its milestones. */
function finishClause({ finish, finishDays }) {
	const { before, after } = finish;
	if (after === null) return "no finish can be projected";
	if (before === after || finishDays === 0) return `the project still finishes on ${after}`;
	return `the project finishes ${`${signedDays(Math.abs(finishDays)).replace(/^\+/, "").replace("day", "working day")}`} ${finishDays > 0 ? "later" : "earlier"}, on ${after}`;
}
/** The news in one line, with a sign before it. */
function headline(preview, emoji) {
	const sign = (symbol) => emoji ? `${symbol} ` : "";
	const errors = errorsOf(preview);
	if (errors > 0) return `${sign("❌")}${counted(errors, "error")} in the milestones to mend`;
	if (preview.meddled.length > 0) return `${sign("⚠️")}The journal is not written by hand; ${finishClause(preview)}`;
	const slips = preview.moved.filter(({ finishDays = 0 }) => finishDays > 0).length;
	const gains = preview.moved.filter(({ finishDays = 0 }) => finishDays < 0).length;
	const finish = finishClause(preview);
	if (slips > 0) return `${sign("⚠️")}${counted(slips, "milestone")} ${slips === 1 ? "slips" : "slip"}; ${finish}`;
	const mark = preview.standings.some(isOpen) ? "⏳" : "✅";
	if (gains > 0) return `${sign(mark)}${counted(gains, "milestone")} ${gains === 1 ? "comes" : "come"} earlier; ${finish}`;
	const dues = preview.moved.filter(({ due }) => due !== void 0).length;
	const moves = dues > 0 ? `${counted(dues, "due date")} ${dues === 1 ? "moves" : "move"}, no milestone slips` : "No milestone slips";
	return `${sign(mark)}${moves}; ${finish}`;
}
function nextText(preview) {
	const steps = nextSteps(preview);
	const approved = preview.standings.length > 0 ? "Everything is approved" : "The policy asks for no approval";
	if (steps.length === 0) return `**Next:** ${approved}, and the store is valid: merge when you agree.`;
	return steps.length === 1 ? `**Next:** ${steps[0]}` : `**Next**\n\n${steps.map((step, i) => `${i + 1}. ${step}`).join("\n")}`;
}
/** Figures of a store that cannot be read as a whole: there to look at, but nothing to decide by. */
function provisional(figures) {
	const content = figures.flatMap(({ text }) => text === "" ? [] : [text]).join("\n\n");
	return {
		text: folded("Figures without what cannot be read", content),
		drop: 4,
		name: "figures"
	};
}
function footText({ changes }, { branch }) {
	const rules = changes.find(({ file }) => isPolicy(file));
	const policy = rules ? ` What this pull request writes in ${rules.file} counts once it is merged.` : "";
	return `<sub>The newest commit beside the one where the pull request branched off, by the approval rules of ${md(branch)}.${policy} This text follows the pull request; nothing is written to the repository.</sub>`;
}
/**
* The preview of a pull request as Markdown: the news, what to do, who slips, then the rest. The same stores, reviews and day
* give the same bytes. Under the size limit the fields go first, then what needs no approval, then the findings.
*/
function previewText(preview, place) {
	const errors = errorsOf(preview) > 0;
	const findings = {
		text: findingTables(place, preview),
		drop: 1,
		name: "findings"
	};
	const figures = [
		{
			text: movedTable(place, preview),
			drop: 1,
			name: "milestones that move"
		},
		{
			text: overloadList(preview, place.emoji),
			drop: 2,
			name: "overloads"
		},
		{ text: projectText(preview) }
	];
	return budgeted([
		{ text: `### ${md(headline(preview, place.emoji))}` },
		{ text: nextText(preview) },
		...errors ? [findings, provisional(figures)] : figures,
		{
			text: approvalLists(place, preview),
			drop: 2,
			name: "approvals"
		},
		{
			text: changeTable(place, preview),
			drop: 3,
			name: "fields"
		},
		...errors ? [] : [findings],
		{ text: footText(preview, place) }
	], LIMIT, "See the files of the pull request.");
}
/** What takes the place of a preview once the pull request leaves the milestones alone. */
function settledText({ emoji, branch }) {
	return `### ${emoji ? "✅ " : ""}Resolved: no milestone changes any more\n\nThe newest commit leaves the milestones as they are where it branched off ${md(branch)}. There is nothing to approve or to mend.\n`;
}
/** What stands above the check on a pull request that is made for another branch than the default one. */
function elsewhereText(base, branch) {
	return `This pull request is made for ${md(base)}. What reaches ${md(branch)} needs approval, so this check judges it as if it were made for that branch.\n`;
}
/** The comment where a pull request is too much to be previewed, or what it would change cannot be read. */
function unreadText(message, hint, { emoji }) {
	return `### ${emoji ? "⚠️ " : ""}This pull request cannot be previewed\n\n${md(message)}. ${md(hint)}\n`;
}

// src/render/terminal-report.ts
const STEPS = 30;
function section({ title, lines }, emoji, terminal) {
	const shown = lines.map((line) => plainLine(line, emoji));
	return block(terminal, plain(title), tree(shown, terminal).join("\n"));
}
/** What a plan means for timeline, resources, dependencies, risk and stakeholders. */
function terminalAssessment({ report }, emoji, terminal) {
	return report === null ? "" : section({
		title: "Impact assessment",
		lines: report.impact
	}, emoji, terminal);
}
/** Resources and priority before and after, and whether the people are there. */
function terminalDetails({ report }, emoji, terminal) {
	return (report?.details ?? []).map((each) => section(each, emoji, terminal));
}
/** Who has signed what kind of change off, and how approvals stand. */
function terminalSignOffs({ report }, emoji, terminal) {
	return (report?.signOffs ?? []).map((each) => section(each, emoji, terminal));
}
/** The steps that carry the plan out, and the results of a bulk update. */
function terminalOutcome({ report }, emoji, terminal) {
	if (report === null) return [];
	const steps = report.steps.slice(0, STEPS).map((step, i) => hanging(`  ${i + 1}. ${plain(step)}`, 5, terminal));
	return [block(terminal, "Implementation plan", steps.join("\n")), ...report.batch.map((each) => section(each, emoji, terminal))];
}

// src/render/terminal-answer.ts
const COLOURS = {
	applied: "green",
	requested: "yellow",
	proposed: "yellow",
	planned: "cyan",
	shown: null,
	unchanged: null,
	refused: "red"
};
const ROWS = 100;
function edits(plan, terminal) {
	const rows = plan.edits.slice(0, ROWS).map((edit) => [
		plain(subject(edit.file)),
		plain(field(edit.path)),
		plain(clip(value(edit.before), 300)),
		plain(clip(value(edit.after), 300))
	]);
	const columns = [
		{
			title: "ID",
			shrink: 24
		},
		{
			title: "FIELD",
			shrink: 16
		},
		{
			title: "BEFORE",
			shrink: 10
		},
		{
			title: "AFTER",
			shrink: 10
		}
	];
	const missing = plan.edits.length - rows.length;
	return rows.length === 0 ? "" : box(columns, rows, terminal) + (missing > 0 ? `\n… ${missing} more` : "");
}
function impact(plan, emoji, terminal) {
	const moved = plan.impact.milestones.map((m) => ({
		...m,
		text: moveText(m, emoji)
	})).filter((m) => m.text !== "");
	const lines = moved.slice(0, ROWS).map(({ id, title, text }) => {
		const room = terminal.width - id.length - text.length - 5;
		return `  ${id}${room > 3 ? ` ${shorten(plain(title), room)}` : ""}: ${text}`;
	});
	const missing = moved.length - lines.length;
	return [
		plan.edits.length > 0 ? finishText(plan.impact) : "",
		criticalPathText(plan.impact, plain),
		...lines,
		...missing > 0 ? [`  … ${missing} more`] : []
	].filter((line) => line !== "").join("\n");
}
const CHECK_COLOURS = {
	ok: null,
	warning: "yellow",
	error: "red",
	"no-data": null
};
function checks(all, emoji, terminal) {
	return all.map((check) => `  ${checkMark(check, emoji)} ${paint(terminal, CHECK_COLOURS[check.mark], plain(check.text))}`).join("\n");
}
function approvals(plan) {
	return plan.approvals.map((a) => {
		return `  ${a.outcome === "automatic" ? "automatic" : `needs ${plain(approversText(a))}`}: ${plain(a.rule)} — ${plain(a.reason)}`;
	}).join("\n");
}
function refused(refusal, files, terminal) {
	const { code, message, hint, intent, diagnostics } = refusal;
	const found = diagnostics;
	return [
		`${paint(terminal, "red", `error[${code}]`)}${paint(terminal, "bold", `: ${plain(message)}`)}`,
		intent === null ? "" : `  ${paint(terminal, "blue", "-->")} ${plain(intent.text)}`,
		hint === null ? "" : `  ${paint(terminal, "blue", "=")} ${paint(terminal, "cyan", "help")}: ${plain(hint)}`,
		found.length === 0 ? "" : `\n${terminalDiagnostics(found, files, terminal).trimEnd()}`
	].filter((line) => line !== "").join("\n");
}
/** Change ids and commit, or that nothing was written. */
function footer(answer, plan) {
	if (answer.outcome === "planned" && plan) return `Nothing was written. Plan ${plan.hash}; apply just this with --plan=${plan.hash}.`;
	if (answer.outcome === "requested" && plan) {
		const id = plan.entries[0]?.id ?? "";
		return `${id} waits for approval; nothing has changed yet. An approver comments /milestone approve ${id} on GitHub.`;
	}
	if (answer.outcome === "applied" && plan) {
		const ids = plan.entries.map((entry) => entry.id).slice(0, 20);
		const files = plan.writes.map((write) => plain(write.path));
		const where = files.length > 5 ? `${files.length} files` : files.join(", ");
		const commit = answer.commit === null ? "" : `, commit ${answer.commit.sha.slice(0, 7)}`;
		return `${ids.join(", ")}: wrote ${where || "nothing"}${commit}.`;
	}
	return answer.outcome === "refused" ? "Nothing was changed." : "";
}
/**
* What a command did, for the terminal: outcome, fields before and after, who moves, checks, approvals; refusals like compiler
* errors. Read-only commands print their views, focus views or the dashboard.
*/
function terminalAnswer(answer, { color = false, width = 100 } = {}) {
	const terminal = {
		color,
		width
	};
	const emoji = emojiOf(answer);
	const { decision, state, status, outcome } = answer;
	const parts = [];
	const look = looksOnly(answer);
	if (!look) parts.push(paint(terminal, COLOURS[outcome], shorten(plain(outcomeText(answer)), width)));
	const plan = decision.kind === "planned" ? decision.plan : null;
	if (decision.kind === "refused") for (const refusal of decision.refusals) parts.push(refused(refusal, state?.files ?? /* @__PURE__ */ new Map(), terminal));
	if (plan) {
		parts.push(edits(plan, terminal), terminalAssessment(plan, emoji, terminal), impact(plan, emoji, terminal));
		parts.push(...terminalDetails(plan, emoji, terminal));
		if (plan.edits.length > 0) parts.push(block(terminal, "Change validation", checks(plan.checks, emoji, terminal)));
		parts.push(block(terminal, "Approvals", approvals(plan)), ...terminalSignOffs(plan, emoji, terminal));
		parts.push(...terminalOutcome(plan, emoji, terminal));
	}
	if (answer.sync) parts.push(block(terminal, "GitHub", checks(syncLines(answer.sync), emoji, terminal)));
	parts.push(...answer.views.map((view) => view.trimEnd()));
	if (status && state && answer.focus.length > 0) {
		if (outcome === "shown") for (const id of answer.focus) parts.push(terminalFocus(status, state, id, terminal).trimEnd());
	} else if (status && state && look && answer.views.length === 0) parts.push(terminalStatus(status, state, terminal, answer.sections).trimEnd());
	parts.push(footer(answer, plan));
	return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
/** The impact of a planned or applied change as a YAML document; null where there is none to tell. */
function yamlAnswer({ decision }) {
	return decision.kind === "planned" ? decision.plan.report?.yaml ?? null : null;
}

export { summaryText as C, plain as D, logLine as E, usageText as S, replyText as T, entriesOf as _, previewText as a, viewMarkdown as b, errorsOf as c, annotationsOf as d, dashboardPath as f, recordMessage as g, messageFor as h, previewMarker as i, isOpen as l, isGenerated as m, yamlAnswer as n, settledText as o, dashboardWrites as p, elsewhereText as r, unreadText as s, terminalAnswer as t, verdictText as u, explanationOf as v, failureText as w, viewTerminal as x, replyView as y };