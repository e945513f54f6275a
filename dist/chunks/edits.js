import { n as dayOfInstant, o as parseInstant, r as formatDay } from "./day.js";

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
	return text.replaceAll("@", `@${ZERO_WIDTH_SPACE}`).replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`).replace(/(GH-)(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}`).replace(/:(?=(?:[a-z+-][a-z0-9_+-]*|100|1234|8ball):)/gi, `:${ZERO_WIDTH_SPACE}`).replace(/(?:mailto|xmpp):(?=\S)/gi, (scheme) => scheme + ZERO_WIDTH_SPACE).replace(/www\.(?=\S)/gi, (www) => www + ZERO_WIDTH_SPACE);
}
function escaped(text) {
	return unlinked(text).replace(/[\\`*[\]|~$]/g, "\\$&").replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_").replace(/&(?=#?\w+;)/g, "&amp;").replaceAll("<", "&lt;").replace(/(https?|ftp):(?=\/\/)/gi, `$1:${ZERO_WIDTH_SPACE}`);
}
/** A web address that can stand between angle brackets unchanged becomes a link; a trailing full stop or bracket is not part of it. */
function address(found) {
	const end = (/^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][\w\-.~:/?#@!$&'()*+,;=%]*)?/i.exec(found)?.[0] ?? "").replace(/[.,:;!?'")*_~]+$/, "");
	return end.length > 8 ? `<${end}>${escaped(found.slice(end.length))}` : escaped(found);
}
/**
* Text as inline Markdown that reads exactly as written, also at the start of a line and inside a table cell. Line breaks become
* blanks; plain web addresses stay links.
*/
function md(text) {
	const line = plain(text);
	let out = "";
	let at = 0;
	for (const match of line.matchAll(ADDRESS)) {
		out += escaped(line.slice(at, match.index)) + address(match[0]);
		at = match.index + match[0].length;
	}
	out += escaped(line.slice(at));
	return out.replace(/^(?:>|#(?=#*(?:\s|$))|[+=-](?=[\s=-]|$)|:(?=-))/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
/** A sentence of the engine as Markdown: what it put between backticks becomes code, all else reads as written. */
function prose(sentence) {
	return plain(sentence).split(/(`[^`]+`)/).map((piece, i) => i % 2 === 1 ? code(piece.slice(1, -1)) : inner(piece, i > 0)).join("");
}
/** `md` that keeps the blanks next to code. */
function inner(piece, follows) {
	return md(follows ? `x${piece}x` : `${piece}x`).slice(follows ? 1 : 0, -1);
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
	return unlinked(plain(text)).replace(/(https?:)(?=\/\/)/gi, `$1${ZERO_WIDTH_SPACE}`).replace(/\[(?=\s*(?:skip|no|ci|actions)\b)/gi, `[${ZERO_WIDTH_SPACE}`);
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
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
function columns(grapheme) {
	if (INVISIBLE.test(grapheme)) return 0;
	return EMOJI.test(grapheme) || WIDE.test(grapheme) ? 2 : 1;
}
/** Columns that `text` takes; colours take none. */
function width(text) {
	if (/^[\x20-\x7E█░│─]*$/.test(text)) return text.length;
	let sum = 0;
	for (const { segment } of graphemes.segment(text.replace(COLOUR, ""))) sum += columns(segment);
	return sum;
}
/** `text`, without colours, cut to at most `limit` columns, the last of them `…` if anything is missing. */
function shorten(text, limit) {
	if (width(text) <= limit) return text;
	let out = "";
	let used = 0;
	for (const { segment } of graphemes.segment(text)) {
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
		href: (file) => encodeURI(`${up}.milestones/${file}`)
	};
}
/** The page as a file in the store's `reports/`. */
function reportPage(status, state) {
	return {
		status,
		state,
		emoji: state.config.dashboard.emoji,
		href: (file) => encodeURI(`../${file}`)
	};
}
/** The page inside a comment or a job summary, where only whole addresses lead anywhere; `store` is the store's, without a slash. */
function elsewherePage(status, state, store) {
	return {
		status,
		state,
		emoji: state.config.dashboard.emoji,
		href: store === null ? null : (path) => encodeURI(`${store}/${path}`)
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
function named(page, row) {
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
const CHAINS = 5;
const MEMBERS = 25;
const FLOAT_ROWS = 100;
function chains({ status: { schedule } }) {
	const shown = schedule.critical_paths.slice(0, CHAINS);
	const text = shown.map((path) => `**${chain(path)}**`);
	const missing = schedule.critical_path_count - shown.length;
	const rest = missing > 0 ? [`… and ${counted(missing, "more chain")}`] : [];
	return [...text, ...rest].join("<br>\n");
}
/** `M01 → M02 → M05`; a chain of hundreds keeps its two ends. */
function chain(ids) {
	if (ids.length <= 30) return ids.map(md).join(" → ");
	return [
		...ids.slice(0, 15),
		`… ${ids.length - 30} more …`,
		...ids.slice(-15)
	].map(md).join(" → ");
}
/** The critical path as chains of ids, then every unfinished or finished member with what is left of it and why it stands so. */
function criticalPath(page) {
	const { schedule } = page.status;
	const rows = rowsById(page.status);
	const cycle = schedule.cycle ? `${page.emoji ? "⛔ " : ""}Dependency cycle: **${chain([...schedule.cycle, schedule.cycle[0] ?? ""])}**. Its members have no schedule until one of these edges goes.` : "";
	if (schedule.critical_paths.length === 0) return cycle;
	const members = schedule.critical.flatMap((id) => rows.get(id) ?? []);
	const list = (members.length <= MEMBERS ? members : members.filter((row) => row.status !== "completed")).slice(0, MEMBERS).map((row) => {
		const mark = row.health === "done" ? sign("status", row.status, page.emoji) : sign("health", row.health, page.emoji);
		const progress = row.status === "completed" || row.progress === 0 ? "" : `${percent(row.progress)}, `;
		return `- ${mark}${named(page, row)} — ${progress}${prose(standing(row))}`;
	});
	const hidden = members.length - list.length;
	const length = `Planned length: ${schedule.length_days} working days from ${schedule.start}${schedule.planned_finish === null ? "" : ` to ${schedule.planned_finish}`}.`;
	const rest = hidden > 0 ? more(hidden, `on the critical path`) : "";
	return [
		cycle,
		chains(page),
		length,
		list.join("\n") + rest
	].filter((part) => part.trim() !== "").join("\n\n");
}
/** How many working days each unfinished milestone can slip: without moving the project (total), without moving anyone (free). */
function floats(page) {
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

// src/render/dependencies.ts
const ROWS$2 = 100;
/** The dependency matrix: open edges, satisfied ones (folded once there are many), and what the project waits for outside. */
function dependencies(page) {
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
	const listed = (some) => table(columns, some.slice(0, ROWS$2).map(line)) + more(some.length - ROWS$2, "in the milestones’ files");
	const satisfied = edges.filter((edge) => edge.state === "satisfied");
	const open = edges.filter((edge) => edge.state !== "satisfied");
	const parts = [];
	if (edges.length > 0 && edges.length <= 20) parts.push(listed(edges));
	else {
		if (open.length > 0) parts.push(listed(open));
		if (satisfied.length > 0) parts.push(folded(counted(satisfied.length, "satisfied dependency", "satisfied dependencies"), listed(satisfied)));
	}
	if (external.length > 0) {
		const rows = external.slice(0, ROWS$2).map((item) => [
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
		], rows) + more(external.length - ROWS$2, "in the milestones’ files"));
	}
	return parts.join("\n\n");
}

// src/render/gantt.ts
/** GitHub stops drawing at 50,000 characters, readers long before. */
const BARS = 60;
const CHARACTERS$1 = 45e3;
const SECTIONS$1 = [
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
/** A fenced block that GitHub draws. */
function fenced(lines) {
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
	const dated = status.milestones.filter((row) => row.status !== "cancelled" && dates(row) !== null);
	const done = (row) => row.status === "completed" ? 1 : 0;
	const start = (row) => dates(row)?.[0] ?? "";
	const byStart = (a, b) => start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0;
	const kept = dated.toSorted((a, b) => done(a) - done(b) || (done(a) ? byStart(b, a) : byStart(a, b))).slice(0, limit).toSorted(byStart);
	if (kept.length === 0) return {
		text: "",
		missing: 0
	};
	const lines = [
		"gantt",
		"  dateFormat YYYY-MM-DD",
		"  inclusiveEndDates",
		"  axisFormat %m-%d"
	];
	for (const section of SECTIONS$1) {
		const rows = kept.filter((row) => row.status === section);
		if (rows.length > 0) lines.push(`  section ${mermaid(label("status", section, emoji))}`);
		for (const row of rows) lines.push(`  ${taskName(row)} :${bar(row, TAGS[section])}`);
	}
	const text = fenced(lines);
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
		const lag = edge.lag_days === 0 ? "" : `|"${edge.lag_days > 0 ? "+" : ""}${edge.lag_days}d"|`;
		lines.push(`  ${node(edge.from)} ${arrow}${lag} ${node(edge.to)}`);
	}
	outside.forEach((item, i) => {
		const look = OUTSIDE[item.status];
		used.add(look);
		lines.push(`  out_${i + 1}(["${mermaid(clip(item.name, 50)) || "–"}"]):::${look} -.-> ${node(item.milestone)}`);
	});
	for (const [name, style] of Object.entries(CLASSES)) if (used.has(name)) lines.push(`  classDef ${name} ${style}`);
	const text = fenced(lines);
	const fits = text.length <= CHARACTERS && edges.length + outside.length <= EDGES;
	return fits || limit < 2 ? {
		text: fits ? text : "",
		missing: fits ? missing : rows.length
	} : flowchart(page, Math.floor(limit / 2));
}

// src/render/lists.ts
const ROWS$1 = 50;
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
/** Open risks, the gravest first: by impact, then by probability. */
function openRisks(status) {
	const open = status.risks.filter((risk) => risk.status === "open");
	const grave = (risk) => risk.impact ? SEVERITY[risk.impact] : 0;
	return open.toSorted((a, b) => grave(b) - grave(a) || (b.probability ?? -1) - (a.probability ?? -1));
}
/** Open risks as a table. */
function risks(page) {
	const open = openRisks(page.status);
	if (open.length === 0) return "";
	const rows = open.slice(0, ROWS$1).map((risk) => [
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
	], rows) + more(open.length - ROWS$1, "in the milestones’ files");
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
	const rows = all.slice(0, ROWS$1).map((session) => [
		md(session.id),
		linked(page, session.milestone),
		session.by === null ? "" : md(session.by),
		session.progress === null ? "no data" : percent(session.progress),
		session.last_checkpoint === null ? "" : instant(session.last_checkpoint),
		session.health === null ? "" : page.emoji ? SESSION[session.health] : SESSION[session.health].replace(/^\S+ /, "")
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
	const optional = ["Last checkpoint", "Health"].map((title) => ({
		title,
		optional: true
	}));
	return table([...columns, ...optional], rows) + more(all.length - ROWS$1, "in `.milestones/sessions/`");
}
/** Change requests that wait for an approval: what, by whom, whose answer, until when. */
function approvals(page) {
	const pending = page.status.changes.filter((change) => change.state === "pending");
	if (pending.length === 0) return "";
	const rows = pending.slice(0, ROWS$1).map((change) => [
		code(change.id),
		change.command === null ? "no data" : code(clip(change.command, 200)),
		md(change.actor),
		change.waiting_for.map(({ rule, from }) => `${md(from)} (${md(rule)})`).join(", "),
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
	return table([
		"Change",
		"Command",
		"Asked by",
		"Needs",
		...optional
	], rows) + more(pending.length - ROWS$1, "in the journal");
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
function diagnosticTable(found, emoji, href, limit = ROWS$1) {
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
		`${bar$1(row.progress, 10)} ${percent(row.progress)}`,
		label("status", row.status, page.emoji),
		row.due ?? "–",
		outlook(row)
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
function matrix(page) {
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

// src/render/status-page.ts
/** GitHub shows Markdown files up to 512 KB; the rest is room for the page to grow between two runs. */
const LIMIT = 4e5;
const GENERATED = "<!-- Generated by git-milestone from .milestones/. Do not edit: change the YAML there, then run `git milestone update`. -->";
/** The sections of the dashboard by the names that `dashboard.sections` uses, in their default order. */
const SECTIONS = {
	progress: {
		title: "",
		show: overview,
		drop: 0
	},
	milestones: {
		title: "Milestones",
		show: matrix,
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
		show: dependencies,
		drop: 7
	},
	graph: {
		title: "Dependency graph",
		show: (page) => drawing(flowchart(page)),
		drop: 9
	},
	approvals: {
		title: "Waiting for approval",
		show: approvals,
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
	diagnostics: {
		title: "Problems in the files",
		show: diagnostics,
		drop: 2
	}
};
const SECTION_NAMES = Object.keys(SECTIONS);
function withFloats(page) {
	return [criticalPath(page), floats(page)].filter((text) => text !== "").join("\n\n");
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
	const unknown = (names ?? []).filter((name) => !(name in SECTIONS));
	const parts = (names ? [...new Set(names)].filter((name) => name in SECTIONS) : SECTION_NAMES).flatMap((name) => {
		const section = SECTIONS[name];
		const text = section?.show(page) ?? "";
		if (!section || text === "") return [];
		return [{
			text: section.title === "" ? text : `## ${section.title}\n\n${text}`,
			drop: section.drop,
			name: section.title || name
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
	return budgeted([...head.map((text) => ({ text })), ...parts], LIMIT, "Run `git milestone status` for all of it.", bytes);
}

// src/render/edits.ts
const ROWS = 50;
const VALUE = 200;
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
	const rows = edits.slice(0, ROWS).map((edit) => [
		md(subject(edit.file)),
		code(field(edit.path)),
		md(clip(value(edit.before), VALUE)),
		md(clip(value(edit.after), VALUE))
	]);
	if (rows.length === 0) return "";
	return table([
		"ID",
		"Field",
		"Before",
		"After"
	], rows) + more(edits.length - ROWS, "in the commit");
}

export { width as A, signedDays as B, named as C, table as D, title as E, sign as F, commitText as G, percent as H, standing as I, plain as J, html as K, counted as L, checkMark as M, label as N, pad as O, outlook as P, days as R, more as S, rowsById as T, clip as U, bar$1 as V, code as W, prose as Y, chain as _, GENERATED as a, folded as b, countsText as c, activity as d, diagnosticTable as f, bytes as g, budgeted as h, value as i, wrap as j, shorten as k, overview as l, sessions as m, field as n, statusPage as o, openRisks as p, md as q, subject as r, asOf as s, editTable as t, matrix as u, criticalPath as v, reportPage as w, link as x, elsewherePage as y, instant as z };