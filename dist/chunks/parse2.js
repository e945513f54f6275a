import { a as checkArguments, i as unknownVerb, n as findVerb, r as guess } from "./verbs.js";
import { t as CLI_OPTIONS } from "./cli-options.js";
import { t as codeSpan } from "./code-span.js";

// src/command/scan.ts
const YES = [
	"true",
	"yes",
	"on"
];
const NO = [
	"false",
	"no",
	"off"
];
function find(word, table) {
	if (!word.startsWith("--")) {
		const option = table.find((candidate) => candidate.short === word.charAt(1));
		const attached = word.length > 2 ? word.slice(2) : void 0;
		if (!option || option.value === null && attached !== void 0) return word;
		return {
			option,
			positive: true,
			written: word.slice(0, 2),
			attached
		};
	}
	const equals = word.indexOf("=");
	const written = equals < 0 ? word : word.slice(0, equals);
	const attached = equals < 0 ? void 0 : word.slice(equals + 1);
	const name = written.slice(2).toLowerCase();
	const option = table.find((candidate) => candidate.name === name);
	if (option) return {
		option,
		positive: true,
		written,
		attached
	};
	const negated = table.find((candidate) => candidate.value === null && `no-${candidate.name}` === name);
	return negated ? {
		option: negated,
		positive: false,
		written,
		attached
	} : written;
}
function unknownOption(written, table, { owner, absent }) {
	const known = written.startsWith("--") ? absent?.(written.slice(2).toLowerCase()) : null;
	if (known) return known;
	const names = table.flatMap(({ name, value }) => value === null ? [name, `no-${name}`] : [name]);
	const meant = written.startsWith("--") ? guess(written.slice(2), names) : void 0;
	const list = names.filter((name) => !name.startsWith("no-")).map((name) => `\`--${name}\``);
	const all = list.length > 0 ? `${owner} takes ${list.join(", ")}.` : `${owner} takes no options.`;
	return {
		code: "unknown-option",
		message: `There is no option ${codeSpan(written)}.`,
		hint: meant ? `Did you mean \`--${meant}\`? ${all}` : all
	};
}
function missingValue({ option }) {
	const value = option.choices?.join("|") ?? option.value ?? "";
	return {
		code: "missing-value",
		message: `\`--${option.name}\` needs a value.`,
		hint: `Write \`--${option.name}=<${value}>\`${option.choices ? "" : "; put text with spaces in double quotes"}.`
	};
}
function badValue({ option }, value, what, allowed) {
	return {
		code: "bad-value",
		message: `\`--${option.name}\` does not understand ${codeSpan(value)}: ${what}.`,
		hint: `Allowed: ${allowed}.`
	};
}
/** Line breaks and tabs may come from a shell; other control characters would harm a terminal or the file they end up in. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
/** The value as the intent keeps it, or what is wrong with it. */
function readValue(found, value, longest) {
	const { option } = found;
	if (value.trim() === "") return missingValue(found);
	const length = value.length > longest ? Array.from(value).length : 0;
	if (length > longest) return {
		code: "too-long",
		message: `The value of \`--${option.name}\` has ${length} characters.`,
		hint: `At most ${longest} are taken here; put longer text into the milestone's file.`
	};
	if (CONTROL.test(value) || !value.isWellFormed()) return badValue(found, value, "it contains a control character", "text");
	if (option.choices) {
		const choice = value.trim().toLowerCase();
		const list = option.choices.map((name) => `\`${name}\``).join(", ");
		return option.choices.includes(choice) ? choice : badValue(found, value, "not one of its values", list);
	}
	const wrong = option.check?.(value);
	return wrong ? badValue(found, value, wrong, option.allowed ?? `a ${option.value}`) : value;
}
function readSwitch({ attached, option, positive, written }) {
	if (attached === void 0) return positive;
	const word = attached.toLowerCase();
	if (positive && YES.includes(word)) return true;
	if (positive && NO.includes(word)) return false;
	return {
		code: "bad-value",
		message: `${codeSpan(written)} is a switch: it takes no value such as ${codeSpan(attached)}.`,
		hint: `Write \`--${option.name}\` to switch it on and \`--no-${option.name}\` to switch it off.`
	};
}
/**
* Sorts words into positional ones and options of `table`. Values stand after `=` or are the next word, which may start with one
* hyphen (`--timeline -3d`) but not with two. After `--` everything is positional. An option may be given once.
*/
function scan(words, table, rules) {
	const positionals = [];
	const options = /* @__PURE__ */ new Map();
	const failed = (problem) => ({
		positionals,
		options,
		problem
	});
	for (let i = 0; i < words.length; i++) {
		const word = words[i] ?? "";
		if (word === "--") return {
			positionals: [...positionals, ...words.slice(i + 1)],
			options,
			problem: null
		};
		if (!word.startsWith("-") || word === "-") {
			if (rules.stopEarly) return {
				positionals: words.slice(i),
				options,
				problem: null
			};
			positionals.push(word);
			continue;
		}
		const found = find(word, table);
		if (typeof found === "string") return failed(unknownOption(found, table, rules));
		const { option } = found;
		if (options.has(option.name)) return failed({
			code: "conflicting-options",
			message: `\`--${option.name}\` is given twice.`,
			hint: "Give each option once."
		});
		let value;
		if (option.value === null) value = readSwitch(found);
		else {
			const next = words[i + 1];
			const separate = found.attached === void 0 && next !== void 0 && !next.startsWith("--");
			if (separate) i++;
			value = readValue(found, found.attached ?? (separate ? next : ""), rules.longest);
		}
		if (typeof value === "object") return failed(value);
		options.set(option.name, value);
	}
	return {
		positionals,
		options,
		problem: null
	};
}

// src/command/parse.ts
/** Longest value that a comment or a dispatch input may give an option, in characters. */
const LONGEST_VALUE = 4096;
const NOTHING = {
	verb: "",
	args: [],
	options: {}
};
/** The refusal of a command of which that much was understood: its intent carries id, text and line in any case. */
function refuse(problem, request, understood = NOTHING) {
	const { id, text, line } = request;
	return {
		...problem,
		intent: {
			id,
			...understood,
			text,
			line
		},
		diagnostics: []
	};
}
function unknownHere(word) {
	const problem = unknownVerb(word);
	if (!word.startsWith("-")) return problem;
	return {
		...problem,
		hint: `A verb comes first, as in \`update M05 --timeline=+5d\`. ${problem.hint}`
	};
}
function absentOption(name, verb) {
	const later = new Map(Object.entries(verb.later ?? {})).get(name);
	if (later) return {
		code: "unknown-option",
		message: `\`--${name}\` is not available yet.`,
		hint: later
	};
	if (!CLI_OPTIONS.some((option) => option.name === name)) return null;
	return {
		code: "not-here",
		message: `\`--${name}\` works on the command line only.`,
		hint: "Leave it out here."
	};
}
function notHere(verb, where) {
	if (verb.where.includes(where)) return null;
	return {
		code: "not-here",
		message: `\`${verb.name}\` works on the command line only.`,
		hint: `Run \`git milestone ${verb.name}\` in a clone of the repository.`
	};
}
/**
* The words after `/milestone` (or `git milestone`) → the intent, or the first thing that is wrong. No words, and `--help` anywhere,
* ask for help. Options of `also` are taken as well but are no part of the intent.
*/
function parseCommand(words, request, also = []) {
	const { id, text, line, where } = request;
	const [first = "help", ...rest] = words;
	const isHelp = (word) => word === "--help" || word === "-h";
	if (isHelp(first)) return parseCommand(["help", ...rest], request, also);
	const verb = findVerb(first);
	if (!verb) return { refusal: refuse(unknownHere(first), request, {
		...NOTHING,
		verb: first
	}) };
	if (rest.some(isHelp)) return parseCommand(["help", verb.name], request, also);
	const scanned = scan(rest, [...verb.options, ...also], {
		owner: `\`${verb.name}\``,
		longest: where === "cli" ? Number.POSITIVE_INFINITY : LONGEST_VALUE,
		absent: (name) => absentOption(name, verb)
	});
	const own = new Map([...scanned.options].filter(([key]) => verb.options.some(({ name }) => name === key)));
	const understood = {
		verb: verb.name,
		args: scanned.positionals,
		options: Object.fromEntries(own)
	};
	const problem = notHere(verb, where) ?? scanned.problem ?? checkArguments(verb, scanned.positionals) ?? verb.rule?.({
		args: scanned.positionals,
		options: own
	});
	if (problem) return { refusal: refuse(problem, request, understood) };
	return {
		intent: {
			id,
			...understood,
			text,
			line
		},
		beside: new Map([...scanned.options].filter(([key]) => !own.has(key)))
	};
}

export { refuse as n, scan as r, parseCommand as t };