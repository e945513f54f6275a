import { n as parseComment, o as helpText, r as parseLine } from "./chunks/command.js";
import { i as statusOf, n as graphqlErrors, t as apiProblem } from "./chunks/api-problem2.js";
import { A as fetchBranch, B as BranchProtected, C as fetchRefs, D as baseOf, E as pause, F as readTree, H as tokenEnvironment, I as MAX_FILE_BYTES, L as isStoreText, M as snapshotAt, N as assertFree, O as branchRepository, P as readTextAt, R as mayHideFiles, T as mergeBase, U as NOTHING_WRITTEN, V as gitIn, W as RepositoryError, _ as JOURNALLED, b as OFF_RECORD, j as pushCommit, k as commitOf, v as journalledUpTo, w as join, x as clock, y as storeCommits, z as toStoreFile } from "./chunks/io.js";
import { B as markedIntents, Ct as codeSpan, P as compareDiagnostics, U as ROLES, V as marker, W as isPolicy, u as readStore } from "./chunks/model.js";
import { C as summaryText, E as logLine, S as usageText, T as replyText, a as previewText, c as errorsOf, d as annotationsOf, i as previewMarker, l as isOpen, o as settledText, r as elsewhereText, s as unreadText, u as verdictText, w as failureText, y as replyView } from "./chunks/render.js";
import { _ as idsOf, a as verdictsOn, c as sharesOf, d as proposalOf, f as teamsNamed, i as reviewNeeds, l as run, n as expiredEntries, o as previewOf, p as handEditEntries, r as judgementsOf, s as gatheredNeeds } from "./chunks/change.js";
import { i as patience, n as githubClient, r as transport, t as githubPeer } from "./chunks/peer.js";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, existsSync, promises, readFileSync } from "fs";
import { createHash } from "node:crypto";

// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os.EOL);
}

// node_modules/@actions/github/lib/context.js
var Context = class {
	/**
	* Hydrate the context from the environment
	*/
	constructor() {
		var _a, _b, _c;
		this.payload = {};
		if (process.env.GITHUB_EVENT_PATH) {
			if (existsSync(process.env.GITHUB_EVENT_PATH)) this.payload = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, { encoding: "utf8" }));
			else {
				const path = process.env.GITHUB_EVENT_PATH;
				process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${EOL}`);
			}
		}
		this.eventName = process.env.GITHUB_EVENT_NAME;
		this.sha = process.env.GITHUB_SHA;
		this.ref = process.env.GITHUB_REF;
		this.workflow = process.env.GITHUB_WORKFLOW;
		this.action = process.env.GITHUB_ACTION;
		this.actor = process.env.GITHUB_ACTOR;
		this.job = process.env.GITHUB_JOB;
		this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
		this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
		this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
		this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
		this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
		this.graphqlUrl = (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
	}
	get issue() {
		const payload = this.payload;
		return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
	}
	get repo() {
		if (process.env.GITHUB_REPOSITORY) {
			const [owner, repo] = process.env.GITHUB_REPOSITORY.split("/");
			return {
				owner,
				repo
			};
		}
		if (this.payload.repository) return {
			owner: this.payload.repository.owner.login,
			repo: this.payload.repository.name
		};
		throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
	}
};

// node_modules/@actions/github/lib/github.js
const context = new Context();

// src/io/github/api-repository.ts
const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
const TRIES$1 = 4;
/**
* The store on a branch that is read with git and written through GitHub's API: its commits are signed by GitHub and shown as
* verified. Their author is the owner of the token, and files get the mode 100644.
*/
function apiRepository(git, client, repo, branch, storeDir) {
	return {
		storeDir,
		snapshot: async () => snapshotAt(git, await fetchBranch(git, branch), storeDir),
		async deliver(snapshot, delivery) {
			if (delivery.writes.length === 0) return NOTHING_WRITTEN;
			const base = baseOf(snapshot);
			await assertFree(git, base, delivery.writes.map((write) => write.path));
			for (let attempt = 1;; attempt++) try {
				const sha = await commit(client, repo, branch, base, delivery);
				return sha === "moved" ? { kind: "moved" } : {
					kind: "done",
					sha
				};
			} catch (error) {
				if ((statusOf(error) ?? 0) < 500) throw error;
				await pause(attempt + 2);
				const head = await fetchBranch(git, branch);
				if (head !== base) return await isIt(git, head, base, delivery) ? {
					kind: "done",
					sha: head
				} : { kind: "moved" };
				if (attempt === TRIES$1) throw error;
			}
		}
	};
}
/** The new commit's id, or `moved` if the branch does not point to `base` any more. */
async function commit(client, repo, branch, base, { writes, message }) {
	const [headline = "", ...body] = message.split("\n");
	const input = {
		branch: {
			repositoryNameWithOwner: `${repo.owner}/${repo.repo}`,
			branchName: branch
		},
		expectedHeadOid: base,
		message: {
			headline,
			body: body.join("\n").trim()
		},
		fileChanges: {
			additions: writes.flatMap(({ path, after }) => after === null ? [] : [{
				path,
				contents: Buffer.from(after).toString("base64")
			}]),
			deletions: writes.flatMap(({ path, after }) => after === null ? [{ path }] : [])
		}
	};
	try {
		return (await client.graphql(COMMIT, {
			input,
			request: { retries: 0 }
		})).createCommitOnBranch.commit.oid;
	} catch (error) {
		return refusal(branch, error);
	}
}
/** `moved`, or throws what a person can mend. Types of errors as GitHub's clients report them; rulesets have no type of their own. */
function refusal(branch, error) {
	const errors = graphqlErrors(error);
	const said = errors.map(({ message }) => message ?? "").join("\n");
	if (errors.some(({ type }) => type === "STALE_DATA") || /Expected branch to point to/i.test(said)) return "moved";
	if (errors.some(({ type }) => type === "BRANCH_PROTECTION_RULE_VIOLATION") || /GH006|GH013|rule violations|protected branch|must have verified signatures|through a pull request/i.test(said)) throw new BranchProtected(branch, said.replace(/\s*\n\s*/g, " "));
	if (errors.some(({ type }) => type === "FORBIDDEN") || /not accessible by/i.test(said)) throw new RepositoryError(`Committing to ${branch} through the API is not permitted: ${said}`, "Grant the job `permissions: contents: write`, or give it a token that may write.");
	throw error;
}
/** True if `head` is the commit that the delivery asked for on top of `base`. */
async function isIt(git, head, base, { writes, message }) {
	const raw = await git.run([
		"cat-file",
		"commit",
		head
	]);
	const parents = [...raw.slice(0, raw.indexOf("\n\n")).matchAll(/^parent (\w+)$/gm)].map((match) => match[1]);
	const body = raw.slice(raw.indexOf("\n\n") + 2);
	if (parents.join() !== base || body.trim() !== message.trim()) return false;
	const same = writes.map(async ({ path, after }) => await readTextAt(git, head, path) === after);
	return (await Promise.all(same)).every(Boolean);
}

// src/io/github/proposal.ts
/** What became of the branch whose newest commit is `head`. */
async function standingOf(client, repo, branch, into, head) {
	const { data } = await client.rest.pulls.list({
		...repo,
		head: `${repo.owner}:${branch}`,
		base: into,
		state: "all",
		sort: "updated",
		direction: "desc",
		per_page: 100
	});
	const open = data.find((pull) => pull.state === "open");
	if (open) return {
		kind: "open",
		url: open.html_url
	};
	return { kind: data.some((pull) => pull.head.sha === head) ? "settled" : "unproposed" };
}
/** Opens the pull request, or finds the one that is open; returns its URL. Throws RepositoryError if the token may not. */
async function openPullRequest(client, repo, proposal, into) {
	const { branch, title, body } = proposal;
	try {
		const { data } = await client.rest.pulls.create({
			...repo,
			head: branch,
			base: into,
			title,
			body
		});
		return data.html_url;
	} catch (error) {
		if (statusOf(error) === 422) {
			const { data } = await client.rest.pulls.list({
				...repo,
				head: `${repo.owner}:${branch}`,
				base: into,
				state: "open"
			});
			if (data[0]) return data[0].html_url;
		}
		if (statusOf(error) !== 403) throw error;
		throw new RepositoryError(`No pull request could be opened from ${branch}: ${error instanceof Error ? error.message : String(error)}`, "Grant the job `permissions: pull-requests: write`, and allow GitHub Actions to create pull requests in the settings of the repository (Actions, General).");
	}
}

// src/io/github/proposing-repository.ts
/**
* The store as one pull request into `branch` proposes it. While it is open, changes gather in it, each as a commit on what waits
* there already joined with what has come to `branch` since: commits that people added are kept. Once it was merged or closed, the next
* change starts from `branch` again.
*/
function proposingRepository(place, proposal) {
	const { git, client, repo, branch, storeDir, author, log } = place;
	const found = /* @__PURE__ */ new WeakMap();
	const look = async () => {
		const ref = `refs/heads/${proposal.branch}`;
		const listed = await git.try([
			"ls-remote",
			"origin",
			ref
		]);
		if (listed.code !== 0) throw new RepositoryError(`The branches of origin cannot be listed: ${listed.stderr.trim()}`, "Check that the workflow runs actions/checkout first and grants `contents: write`.");
		const head = listed.stdout.toString("utf8").split("	")[0]?.trim() || null;
		if (head === null) return {
			head,
			standing: { kind: "settled" }
		};
		return {
			head,
			standing: await standingOf(client, repo, proposal.branch, branch, head)
		};
	};
	return {
		storeDir,
		pending: async () => (await look()).standing.kind !== "settled",
		async snapshot() {
			const { head, standing } = await look();
			const main = await fetchBranch(git, branch);
			if (standing.kind === "settled") {
				const snapshot = await snapshotAt(git, main, storeDir);
				found.set(snapshot, {
					head,
					standing,
					conflicts: null
				});
				return snapshot;
			}
			const work = await fetchBranch(git, proposal.branch);
			const joined = await join(git, work, main, {
				work: proposal.branch,
				main: branch
			}, author);
			const merged = "commit" in joined;
			const snapshot = await underPolicyOf(main, await snapshotAt(git, merged ? joined.commit : work, storeDir));
			found.set(snapshot, {
				head: work,
				standing,
				conflicts: merged ? null : joined.conflicts
			});
			return snapshot;
		},
		async deliver(snapshot, delivery) {
			if (delivery.writes.length === 0) return NOTHING_WRITTEN;
			const { head, standing, conflicts } = found.get(snapshot) ?? {};
			if (head === void 0 || !standing) throw new Error("the snapshot is not of this repository");
			const sha = await commitOf(git, baseOf(snapshot), delivery, author);
			if (!await pushCommit(git, sha, proposal.branch, head)) return { kind: "moved" };
			const pullRequest = standing.kind === "open" ? standing.url : await propose(sha, head);
			const waits = `The change waits in ${pullRequest} until that is merged into ${branch}.`;
			const clash = conflicts?.length === 0 ? "" : ` (${conflicts?.join(", ")})`;
			const notice = conflicts ? `${waits} It contradicts ${branch}${clash}: resolve that there.` : waits;
			log(notice);
			return {
				kind: "done",
				sha,
				pullRequest,
				notice
			};
		}
	};
	/** What may be done is for the default branch to say, and not for whoever can push to the proposal's. */
	async function underPolicyOf(main, snapshot) {
		const rules = ({ path }) => isPolicy(path);
		const policy = (await readTree(git, main, storeDir)).filter(rules);
		return {
			...snapshot,
			pending: true,
			files: [...snapshot.files.filter((file) => !rules(file)), ...policy]
		};
	}
	/** Opens the pull request; if that is not permitted, nothing of the change stays behind. */
	async function propose(sha, before) {
		try {
			return await openPullRequest(client, repo, proposal, branch);
		} catch (error) {
			if (error instanceof RepositoryError) {
				const lease = `--force-with-lease=refs/heads/${proposal.branch}:${sha}`;
				await git.try([
					"push",
					"--quiet",
					lease,
					"origin",
					`${before ?? ""}:refs/heads/${proposal.branch}`
				]);
			}
			throw error;
		}
	}
}

// src/io/github/delivery.ts
const COMMIT_MODES = [
	"auto",
	"git",
	"api",
	"pull-request",
	"none"
];
/** The Action's input as a mode; empty is `auto`. Throws RepositoryError for any other word. */
function commitMode(input) {
	const mode = COMMIT_MODES.find((one) => one === (input.trim() || "auto"));
	if (mode) return mode;
	throw new RepositoryError(`The input commit-mode is ${input.trim()}`, `Give one of ${COMMIT_MODES.join(", ")}.`);
}
/** The repository that writes in the given mode. */
function repositoryFor(mode, target) {
	const { git, client, repo, branch, storeDir, author, proposal } = target;
	const pushing = branchRepository(git, branch, storeDir, author);
	if (mode === "git") return pushing;
	if (mode === "none") return withholding(pushing, target.log);
	const signing = apiRepository(git, client, repo, branch, storeDir);
	if (mode === "api") return signing;
	const proposing = proposingRepository(target, proposal);
	return mode === "pull-request" ? proposing : choosing(target, {
		pushing,
		signing,
		proposing
	});
}
/** Plans are made and shown, and nothing is written. */
function withholding(repository, log) {
	const notice = "Nothing was committed, because `commit-mode` is `none`: this is what would have been.";
	return {
		...repository,
		async deliver() {
			log(notice);
			return {
				kind: "done",
				sha: null,
				withheld: true,
				notice
			};
		}
	};
}
/** Pushes; on a protected branch it commits through the API where only a signature is missing, and else proposes. */
function choosing({ branch, storeDir, log }, { pushing, signing, proposing }) {
	let chosen;
	let why = "";
	const resort = (to, problem, how) => {
		chosen = to;
		why = `${problem.message.replace(/\.$/, "")}. ${how}`;
		log(why);
	};
	const explained = (delivered) => delivered.kind === "moved" || why === "" ? delivered : {
		...delivered,
		notice: [why, delivered.notice].filter(Boolean).join(" ")
	};
	const propose = async (snapshot, delivery) => {
		const again = await proposing.snapshot();
		return again.base === snapshot.base ? proposing.deliver(again, delivery) : { kind: "moved" };
	};
	const sign = async (snapshot, delivery) => {
		try {
			return await signing.deliver(snapshot, delivery);
		} catch (error) {
			if (!(error instanceof BranchProtected)) throw error;
			resort(proposing, error, "The change is proposed in a pull request instead.");
			return propose(snapshot, delivery);
		}
	};
	const push = async (snapshot, delivery) => {
		try {
			return await pushing.deliver(snapshot, delivery);
		} catch (error) {
			if (!(error instanceof BranchProtected)) throw error;
			if (!error.signature) {
				resort(proposing, error, "The change is proposed in a pull request instead.");
				return propose(snapshot, delivery);
			}
			resort(signing, error, `It is committed to ${branch} through GitHub's API instead, which signs it.`);
			return sign(snapshot, delivery);
		}
	};
	return {
		storeDir,
		async snapshot() {
			chosen ??= await proposing.pending() ? proposing : pushing;
			return chosen.snapshot();
		},
		async deliver(snapshot, delivery) {
			const way = chosen === proposing ? proposing.deliver : chosen === signing ? sign : push;
			return explained(await way(snapshot, delivery));
		}
	};
}

// src/io/github/repo.ts
const MEMBERS = /* @__PURE__ */ new Set([
	"OWNER",
	"MEMBER",
	"COLLABORATOR"
]);
function status(error) {
	return error.status;
}
/**
* The commenter's role in the repository, from the API: the event's own `author_association` says nothing about write access.
* `none` for somebody GitHub does not know there. Custom roles count as the base role that GitHub reports beside them.
*/
async function roleOf(client, repo, login) {
	try {
		const { data } = await client.rest.repos.getCollaboratorPermissionLevel({
			...repo,
			username: login
		});
		return ROLES.find((role) => role === data.role_name) ?? ROLES.find((role) => role === data.permission) ?? "none";
	} catch (error) {
		if (status(error) === 404) return "none";
		throw error;
	}
}
/** Comments of an issue or pull request since an instant, oldest first. */
async function commentsSince(client, repo, issue, since) {
	return (await client.paginate(client.rest.issues.listComments, {
		...repo,
		issue_number: issue,
		since,
		per_page: 100
	})).map((comment) => ({
		id: comment.id,
		body: comment.body ?? "",
		url: comment.html_url,
		author: comment.user?.login ?? "",
		bot: comment.user?.type === "Bot",
		trusted: comment.user?.type === "Bot" || MEMBERS.has(comment.author_association ?? ""),
		edited: comment.updated_at !== comment.created_at
	}));
}
/** True if only collaborators may still write in the conversation of an issue or pull request; also if it is gone. */
async function isLocked(client, repo, issue) {
	try {
		const { data } = await client.rest.issues.get({
			...repo,
			issue_number: issue
		});
		return data.locked;
	} catch (error) {
		if (status(error) === 404 || status(error) === 410) return true;
		throw error;
	}
}
/** Adds a reaction to a comment; GitHub keeps one of each kind, so doing it again changes nothing. */
async function react(client, repo, commentId, content) {
	await client.rest.reactions.createForIssueComment({
		...repo,
		comment_id: commentId,
		content
	});
}
/** Posts a comment; returns its URL. It is never repeated by itself: the failed try may have arrived. */
async function reply(client, repo, issue, body) {
	const { data } = await client.rest.issues.createComment({
		...repo,
		issue_number: issue,
		body,
		request: { retries: 0 }
	});
	return data.html_url;
}
/** A comment as it is now: who wrote it, and whether it was changed since; null if it is gone. */
async function commentNow(client, repo, commentId) {
	try {
		const { data } = await client.rest.issues.getComment({
			...repo,
			comment_id: commentId
		});
		return {
			author: data.user?.login ?? "",
			body: data.body ?? "",
			edited: data.updated_at !== data.created_at
		};
	} catch (error) {
		if (status(error) === 404) return null;
		throw error;
	}
}
/** Lower-case logins of a team's members; null if the token may not read them. */
async function teamMembers(client, org, team) {
	try {
		const members = await client.paginate(client.rest.teams.listMembersInOrg, {
			org,
			team_slug: team,
			per_page: 100
		});
		return new Set(members.map((member) => member.login.toLowerCase()));
	} catch (error) {
		if (status(error) === 403 || status(error) === 404) return null;
		throw error;
	}
}
/** Members of `@org/team`s by name; null for a team that may not be read. */
async function readTeams(client, names) {
	const found = names.map(async (name) => {
		const [org = "", team = ""] = name.replace(/^@/, "").split("/");
		return [name, await teamMembers(client, org, team)];
	});
	return new Map(await Promise.all(found));
}
/** Logins whose last review approves exactly this commit. A review of an earlier commit says nothing about it. */
async function approversOfCommit(client, repo, pull, sha) {
	const reviews = await client.paginate(client.rest.pulls.listReviews, {
		...repo,
		pull_number: pull,
		per_page: 100
	});
	const last = /* @__PURE__ */ new Map();
	for (const review of reviews) {
		if (!review.user || review.state === "COMMENTED" || review.state === "PENDING") continue;
		last.set(review.user.login, review.state === "APPROVED" && review.commit_id === sha);
	}
	return [...last].flatMap(([login, approves]) => approves ? [login] : []);
}
/** Reports a check on a commit; false if the token may not, as it may not for forks. */
async function reportCheck(client, repo, check) {
	const { name, sha, conclusion, title, summary } = check;
	try {
		await client.rest.checks.create({
			...repo,
			name,
			head_sha: sha,
			status: "completed",
			conclusion,
			output: {
				title,
				summary
			}
		});
		return true;
	} catch (error) {
		if (status(error) === 403) return false;
		throw error;
	}
}

// src/io/github/merged-pull.ts
/** Where changes wait that the default branch does not take. */
const PROPOSAL_BRANCH = "git-milestone/update";
/**
* The pull request that brought a commit to the default branch; null if it was pushed. One that was merged into another branch
* does not count, as other rules hold there. Who approved it tells `approversOfCommit`.
*/
async function pullRequestOf(client, repo, sha) {
	const { data } = await client.rest.repos.listPullRequestsAssociatedWithCommit({
		...repo,
		commit_sha: sha,
		per_page: 100
	});
	const merged = data.filter(({ merged_at, base }) => merged_at && base.ref === base.repo.default_branch);
	const pull = merged.find((one) => one.merge_commit_sha === sha) ?? merged[0];
	if (!pull) return null;
	const { number, html_url: url, user, head, base } = pull;
	const own = head.repo?.id === base.repo.id && head.ref === "git-milestone/update";
	return {
		number,
		url,
		author: user?.login ?? "",
		headSha: head.sha,
		own
	};
}
const VIEWER = "query { viewer { login } }";
/** Whom commits name that this program makes with git. */
const GIT_AUTHOR = "github-actions[bot]";
/** The login behind the token; null where it cannot be told. A token of an app may not ask for it by REST. */
async function tokenLogin(client) {
	try {
		return (await client.graphql(VIEWER)).viewer.login;
	} catch {
		return null;
	}
}
/** As many files as a comparison lists. */
const MOST_FILES = 300;
/** Whether a push adds or alters journal entries; a merge of what the branch has already brings none. True where it cannot be told. */
async function bringsEntries(client, repo, { before, after }) {
	try {
		const span = {
			...repo,
			basehead: `${before}...${after}`,
			per_page: 1
		};
		const { data } = await client.rest.repos.compareCommitsWithBasehead(span);
		const files = data.files ?? [];
		return files.length >= MOST_FILES || files.some(({ filename }) => /(^|\/)logs\/.+\.ya?ml$/i.test(filename));
	} catch {
		return true;
	}
}
/**
* A commit that was pushed. It is this program's if it says so, or if GitHub signed it for the owner of the token, and if nobody
* else brought it in the push at hand. Where a push brings no entries, those in its commits were on the branch before.
*/
async function reviewOfPushed(client, repo, sha, push, login) {
	const { data } = await client.rest.repos.getCommit({
		...repo,
		ref: sha,
		per_page: 1
	});
	const author = data.author?.login ?? null;
	const signed = data.commit.verification?.verified === true && author !== null && author === login;
	const brought = push.shas.has(sha);
	const made = (author === GIT_AUTHOR || signed) && !(brought && push.actor !== login);
	const own = made || brought && !await bringsEntries(client, repo, push);
	return {
		author: made || !brought ? author ?? push.actor : push.actor,
		approvers: [],
		own
	};
}
/**
* Who answers for each of these commits, and who approved it: by a review of the newest commit of the pull request that brought it.
* A commit that was pushed has been approved by nobody. `push` is the one that the run is about.
*/
async function reviewsOfCommits(client, repo, shas, push) {
	const reviews = /* @__PURE__ */ new Map();
	let login;
	for (const sha of shas) {
		const pull = await pullRequestOf(client, repo, sha);
		if (pull) {
			const approvers = await approversOfCommit(client, repo, pull.number, pull.headSha);
			reviews.set(sha, {
				author: pull.author || push.actor,
				approvers,
				own: pull.own
			});
		} else {
			login ??= tokenLogin(client);
			reviews.set(sha, await reviewOfPushed(client, repo, sha, push, await login));
		}
	}
	return reviews;
}

// src/action/founded.ts
const STORE = /^(?:config\.ya?ml$|(?:active|completed|archive|sessions|logs|templates|state)\/)/;
/** True if these are the files of a store, and not of any other folder. */
function isStore(files) {
	return files.some(({ path }) => STORE.test(path));
}
/** What is wrong with a path that leads to no store: a new one is founded by people, never by a mistyped path. */
function noStore(storeDir, branch) {
	return new RepositoryError(`There is no store in ${codeSpan(storeDir)} on ${branch}`, "Mend the input `path` of the Action, or set the store up with `git milestone init` and push it.");
}
/** The same repository, which refuses to be read where it holds no store. */
function founded(repository, branch) {
	return {
		...repository,
		async snapshot() {
			const snapshot = await repository.snapshot();
			if (!isStore(snapshot.files)) throw noStore(repository.storeDir, branch);
			return snapshot;
		}
	};
}

// src/action/job.ts
/** What one run of the Action has at hand, from its inputs and the runner's environment. */
const AUTHOR = {
	name: "github-actions[bot]",
	email: "41898282+github-actions[bot]@users.noreply.github.com"
};
const payload = context.payload;
/** What people wrote stands in messages as well, and none of it may become a command to the runner. */
const log = (message) => info(logLine(message));
const webUrl = () => `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}`;
const runUrl = () => `${webUrl()}/actions/runs/${context.runId}`;
/** The input `path` as a directory relative to the repository. Throws RepositoryError for what is none, or the repository itself. */
function storePath(input) {
	const path = input.trim();
	const storeDir = path.replace(/^(?:\.\/+)+|\/+$/g, "").replace(/\/+/g, "/");
	const outside = /^[/-]|(^|\/)(\.\.?|\.git)(\/|$)|[\\:]|\p{Cc}/iu.test(path.startsWith("/") ? path : storeDir);
	if (storeDir !== "" && !outside) return storeDir;
	throw new RepositoryError(path === "" ? "The input path is empty" : `The input path ${codeSpan(path)} is no directory inside the repository`, "Give the store’s own directory as it is written there, such as .milestones or services/api/.milestones; leave the input out for .milestones.");
}
function job() {
	const token = getInput("token", { required: true });
	setSecret(token);
	const event = String(payload.repository?.full_name ?? "");
	const own = `${context.repo.owner}/${context.repo.repo}`;
	if (event !== "" && event.toLowerCase() !== own.toLowerCase()) throw new RepositoryError(`The event is of ${event}, and this job is of ${own}`, "Only the event’s own repository is written.");
	const storeDir = storePath(getInput("path"));
	const branch = String(payload.repository?.["default_branch"] ?? context.ref.replace(/^refs\/heads\//, ""));
	const [way, waits] = [transport(), patience()];
	const { apiUrl, graphqlUrl, repo } = context;
	const client = githubClient({
		token,
		apiUrl,
		graphqlUrl,
		log,
		transport: way,
		patience: waits
	});
	return {
		client,
		peer: githubPeer(client, repo, waits, log),
		usage: way.usage,
		git: gitIn(process.env["GITHUB_WORKSPACE"] ?? process.cwd(), tokenEnvironment(context.serverUrl, token)),
		repo,
		branch,
		storeDir,
		mode: commitMode(getInput("commit-mode")),
		now: clock(process.env["GIT_MILESTONE_NOW"])
	};
}
const OUTPUTS = [
	"change",
	"plan",
	"commit",
	"pull-request"
];
function outputs(outcome, more = {}) {
	setOutput("outcome", outcome);
	for (const name of OUTPUTS) setOutput(name, more[name] ?? "");
}
/** Ends the run without doing anything, saying why. */
function ignored(why) {
	log(`Ignored: ${why}.`);
	outputs("ignored");
}

// src/action/summary.ts
/** GitHub drops the whole summary of a step above 1 MiB (1,048,576 bytes); what the notice takes comes on top. */
const LIMIT = 1045e3;
const NOTICE = "\n**More was done than fits into a summary of GitHub’s.** The rest stands in the replies and in the job log.\n";
let used = 0;
let full = false;
/** Adds a text to the summary of the job, as long as there is room: one run may answer many comments. */
async function addSummary(text) {
	if (full) return;
	const size = Buffer.byteLength(`${text}\n`);
	full = used + size > LIMIT;
	used += size;
	await summary.addRaw(full ? NOTICE : text, true).write();
}

// src/action/carry-out.ts
/** The pull request in which changes wait where the default branch takes none. */
const PROPOSAL = {
	branch: PROPOSAL_BRANCH,
	title: "Update the milestones",
	body: "Changes of the milestones that were asked for, with the dashboard as it will be. More may be added until this is merged.\n"
};
function view(intent, state, status) {
	return intent.verb === "help" ? helpText(intent.args[0], "md") : replyView(intent, state, status);
}
/** Sends a request through `run`, and shows what came of it in the reply, the job summary and the outputs. */
async function carryOut(request, thread, here) {
	const { branch, storeDir, mode, peer } = here;
	const repository = founded(repositoryFor(mode, {
		...here,
		author: AUTHOR,
		proposal: PROPOSAL,
		log
	}), branch);
	const linked = (answer) => answer.commit ? {
		...answer,
		commit: {
			...answer.commit,
			url: `${webUrl()}/commit/${answer.commit.sha}`
		}
	} : answer;
	const extras = {
		marker: marker(idsOf(request)),
		runUrl: runUrl(),
		storeUrl: `${webUrl()}/blob/${branch}/${storeDir}`
	};
	const show = (answer) => replyText(linked(answer), extras);
	const answer = await run(request, {
		repository,
		thread,
		view,
		show,
		peer,
		readOnly: mode === "none"
	}).catch(async (error) => {
		const { message, hint } = mendable(error) ?? {
			message: "The run ended in an error that looks like a mistake of ours.",
			hint: "The job log has the details; please report it."
		};
		await thread.failed(failureText(message, hint, extras.runUrl));
		throw error;
	});
	if (answer === null) return outputs("ignored");
	const plan = answer.decision.kind === "planned" ? answer.decision.plan : null;
	const change = answer.outcome === "applied" || answer.outcome === "proposed" || answer.outcome === "requested" ? (plan?.entries ?? []).map((entry) => entry.id).join(",") : "";
	outputs(answer.outcome, {
		change,
		plan: plan?.hash ?? "",
		commit: answer.commit?.sha ?? "",
		"pull-request": answer.pullRequest ?? ""
	});
	if (answer.decision.kind === "refused") for (const refusal of answer.decision.refusals) log(`refused (${refusal.code}): ${refusal.message}`);
	await addSummary(`${summaryText(linked(answer), extras)}\n${usageText(here.usage())}`);
	if (answer.decision.kind === "refused" && answer.decision.refusals.some((r) => r.code === "unreadable-store")) setFailed("The store has files that cannot be read; see the summary.");
}
/** The error as something a person can mend; undefined for a bug. */
function mendable(error) {
	return error instanceof RepositoryError ? error : apiProblem(error);
}

// src/io/github/comment-thread.ts
/** Why the reviews that the entry of a merged edit tells of do not bear it out; null if they do. */
async function reviewDoubt(client, repo, { actor, intent, approvals }) {
	const sha = /^commit:([0-9a-f]{40,64})$/.exec(intent ?? "")?.[1];
	const pull = sha === void 0 ? null : await pullRequestOf(client, repo, sha);
	if (!pull) return "its commit came by no pull request";
	if (pull.author.toLowerCase() !== actor.toLowerCase()) return `its pull request is by ${pull.author}`;
	const approvers = await approversOfCommit(client, repo, pull.number, pull.headSha);
	const other = approvals.find(({ outcome, by }) => outcome === "given" && !approvers.includes(by ?? ""));
	return other ? `${other.by} did not approve its pull request` : null;
}
/** Why the comment that a journalled approval points to does not bear it out; null if it does. */
async function doubt(client, { repo, approves }, entry) {
	if (entry.kind === "edited") return reviewDoubt(client, repo, entry);
	const id = /#issuecomment-(\d+)$/.exec(entry.source ?? "")?.[1];
	if (id === void 0) return "it names no comment";
	const comment = await commentNow(client, repo, Number(id));
	if (comment === null) return "its comment is gone";
	if (comment.author.toLowerCase() !== entry.actor.toLowerCase()) return `its comment is by ${comment.author}`;
	if (comment.edited) return "its comment was edited";
	return approves(comment.body, entry.of ?? "") ? null : "its comment does not approve the change";
}
/** Why journalled approvals are not borne out by what they were given in, by the entry's id; those that are, are absent. */
async function doubtsAbout(client, asked, approvals) {
	const found = await Promise.all(approvals.map(async (entry) => [entry.id, await doubt(client, asked, entry)]));
	return new Map(found.flatMap(([id, why]) => why === null ? [] : [[id, why]]));
}
const REPLY_TRIES = 4;
/** A command in a comment: acknowledged with 👀, answered by one reply, closed with 🚀 or 😕. */
function commentThread(client, place, log) {
	const { repo, issue, commentId } = place;
	let answering = false;
	const settled = async (intentIds) => {
		const comments = await commentsSince(client, repo, issue, place.createdAt);
		const own = comments.find((comment) => comment.id === commentId);
		if (!own) return "The comment was deleted";
		if (own.edited) return "The comment was edited after it was written, and only what was written at first counts";
		const marked = new Set(comments.filter((comment) => comment.trusted).flatMap((comment) => markedIntents(comment.body)));
		return intentIds.every((id) => marked.has(id)) ? "This request was answered before" : null;
	};
	/** A server that answers with an error, or not at all, may have posted the reply all the same: one is enough. */
	const post = async (text) => {
		for (let attempt = 1;; attempt++) try {
			return await reply(client, repo, issue, text);
		} catch (error) {
			const { status } = error;
			if (attempt === REPLY_TRIES || status !== void 0 && status < 500) throw error;
			await pause(attempt + 2);
			if (await settled(markedIntents(text)) !== null) return "an earlier try";
		}
	};
	/** A reaction is a courtesy: the run goes on without it, unless the token will not be able to answer either. */
	const acknowledge = async (content) => {
		try {
			await react(client, repo, commentId, content);
		} catch (error) {
			const problem = apiProblem(error);
			const { status } = error;
			if (!answering && problem instanceof RepositoryError && (status === 401 || status === 403)) throw problem;
			log(`No reaction could be left: ${error instanceof Error ? error.message : String(error)}`);
		}
	};
	return {
		settled,
		onRecord: true,
		evidence: (approvals) => doubtsAbout(client, place, approvals),
		teams: (names) => readTeams(client, names),
		role: () => roleOf(client, repo, place.author),
		started: () => acknowledge("eyes"),
		async answer(text, done) {
			answering = true;
			log(`answered at ${await post(text)}`);
			await acknowledge(done ? "rocket" : "confused");
		},
		async failed(text) {
			if (answering) return;
			answering = true;
			try {
				await reply(client, repo, issue, text);
			} catch (error) {
				log(`The failure could not be reported: ${error instanceof Error ? error.message : String(error)}`);
			}
			await acknowledge("confused");
		},
		log
	};
}

// src/action/store-name.ts
/** Where a store is looked for unless the input `path` says otherwise; what is written for this one bears no name. */
const DEFAULT_STORE = ".milestones";
/** A comment's id as a store knows it: several stores of one repository carry it out and answer it each on its own account. */
function idInStore(nodeId, storeDir) {
	return storeDir === ".milestones" ? nodeId : `${storeDir}:${nodeId}`;
}
/** The name of the check on a pull request's changes of a store. */
function checkName(storeDir) {
	return storeDir === ".milestones" ? "milestones/approval" : `milestones/approval (${storeDir})`;
}
/** What tells the one comment on a pull request's changes of a store from that on another; empty for the usual one. */
function commentName(storeDir) {
	return storeDir === ".milestones" ? "" : storeDir;
}

// src/action/on-comment.ts
function requestOf({ nodeId, body, author, url }, { now, storeDir }) {
	const id = idInStore(nodeId, storeDir);
	return {
		id,
		...parseComment(body, id),
		origin: {
			actor: author,
			source: url,
			now
		}
	};
}
/** Whether a text, as a comment, is the command to approve a change. */
function approves(body, change) {
	const named = ({ verb, args }) => verb === "approve" && args[0]?.toLowerCase() === change.toLowerCase();
	return parseComment(body, "").intents.some(named);
}
function threadOf({ id, issue, createdAt, author }, { client, repo }) {
	return commentThread(client, {
		repo,
		issue,
		commentId: id,
		createdAt,
		author,
		approves
	}, log);
}
/** A comment: its commands are carried out, all together, and answered where they stand. */
async function onComment() {
	const { comment, issue, action, sender } = payload;
	if (!comment || !issue) return ignored("the event has no comment");
	if (action !== "created") return ignored(`the comment was ${String(action)}, and only new ones count`);
	if (comment["user"]?.type === "Bot" || sender?.["type"] === "Bot") return ignored("the comment is by a bot");
	if (issue["locked"] === true) return ignored("the conversation is locked");
	const written = {
		id: comment.id,
		nodeId: String(comment["node_id"]),
		body: String(comment["body"] ?? ""),
		url: String(comment["html_url"]),
		issue: issue.number,
		author: String(comment["user"]?.login),
		createdAt: String(comment["created_at"])
	};
	const { intents, refusals } = parseComment(written.body, written.nodeId);
	if (intents.length + refusals.length === 0) return ignored("the comment holds no command");
	const here = job();
	await carryOut(requestOf(written, here), threadOf(written, here), here);
}

// src/io/github/job-thread.ts
/**
* A request that nobody waits for in a conversation: the answer is the job's summary. `actor` is who dispatched it; null for
* what GitHub itself set off, which has no more to ask for than a refresh.
*/
function jobThread(client, repo, actor, log) {
	return {
		...OFF_RECORD,
		settled: async () => null,
		role: async () => actor === null ? "owner" : roleOf(client, repo, actor),
		started: async () => {},
		answer: async () => {},
		log
	};
}

// src/action/on-dispatch.ts
/** A run that somebody started by hand: its command is carried out, or the pages are refreshed. */
async function onDispatch() {
	const here = job();
	const id = `dispatch:${context.runId}`;
	const origin = {
		actor: context.actor,
		source: runUrl(),
		now: here.now
	};
	const text = getInput("command").trim();
	const parsed = text === "" ? null : parseLine(text, id);
	const intents = parsed && "intent" in parsed ? [parsed.intent] : [];
	const refusals = parsed && "refusal" in parsed ? [parsed.refusal] : [];
	await carryOut({
		id,
		intents,
		refusals,
		origin,
		...text === "" ? { sync: "all" } : {}
	}, jobThread(here.client, here.repo, context.actor, log), here);
}

// src/action/on-github.ts
/** Something was changed on GitHub itself: the store follows, for what the event is about and nothing else. */
async function follow(scope, source) {
	const here = job();
	const origin = {
		actor: context.actor,
		source,
		now: here.now
	};
	const request = {
		id: `${context.eventName}:${context.runId}`,
		intents: [],
		refusals: [],
		origin,
		quiet: true,
		sync: scope
	};
	await carryOut(request, jobThread(here.client, here.repo, null, log), here);
}
async function onMilestone() {
	const { milestone, action } = payload;
	if (!milestone) return ignored("the event has no milestone");
	await follow(action === "deleted" ? "milestones" : { milestone: milestone.number }, milestone.html_url);
}
async function onIssue() {
	const { issue, action } = payload;
	if (!issue || issue["pull_request"]) return ignored("the event has no issue");
	if (action === "deleted" || action === "transferred") return ignored(`issue #${issue.number} was ${action}`);
	await follow({ issue: issue.number }, String(issue["html_url"]));
}

// src/io/github/pull-request.ts
/** Reads the stores of a pull request into the branch `baseRef`. */
async function pullRequestStores(git, number, baseRef, storeDir) {
	const [headRef, base] = [`refs/git-milestone/pull/${number}`, `refs/remotes/origin/${baseRef}`];
	const refs = [`+refs/pull/${number}/head:${headRef}`, `+refs/heads/${baseRef}:${base}`];
	await fetchRefs(git, [
		"--depth=1",
		"origin",
		...refs
	], `Pull request #${number}`);
	const fork = await mergeBase(git, base, headRef, refs) ?? base;
	return {
		headSha: await git.run(["rev-parse", headRef]),
		head: await readTree(git, headRef, storeDir),
		fork: await readTree(git, fork, storeDir),
		base: await readTree(git, base, storeDir)
	};
}

// src/io/github/standing-check.ts
/** True if the newest check of this name on the commit says just this. */
async function stands(client, repo, { name, sha, conclusion, title, summary }) {
	try {
		const { data } = await client.rest.checks.listForRef({
			...repo,
			ref: sha,
			check_name: name,
			per_page: 1
		});
		const [last] = data.check_runs;
		const said = (text) => (text ?? "").replaceAll("\r\n", "\n").trimEnd();
		return last?.conclusion === conclusion && said(last.output.title) === said(title) && said(last.output.summary) === said(summary);
	} catch (error) {
		if (error.status === 403) return false;
		throw error;
	}
}
/** Reports a check unless it stands there already; false if the token may not, as it may not for forks. */
async function reportStandingCheck(client, repo, check) {
	return await stands(client, repo, check) || reportCheck(client, repo, check);
}

// src/io/github/sticky-comment.ts
const TRIES = 3;
/** Before the first comment on GitHub. */
const EVER = "2000-01-01T00:00:00Z";
const normal = (body) => body.replaceAll("\r\n", "\n").trimEnd();
const SEAL = /\n<!-- git-milestone text ([0-9a-f]{16}) -->$/;
/** A text with a last line that tells, later, that it stands as this program wrote it. */
function sealed(text) {
	const hash = createHash("sha256").update(normal(text)).digest("hex").slice(0, 16);
	return `${normal(text)}\n<!-- git-milestone text ${hash} -->`;
}
function isSealed(body) {
	return SEAL.test(normal(body)) && sealed(normal(body).replace(SEAL, "")) === normal(body);
}
/**
* The comment that begins with the marker. Only a program's own may be written over: people begin their comments as they like,
* and a token that may write comments may change anybody's. With a person's token our comments are that person's as well, and
* nothing in the API tells them from what the person wrote: there the seal does, and a comment edited since is the person's.
*/
async function marked(client, comments, marker, personal) {
	const found = comments.filter(({ body }) => normal(body).startsWith(`${marker}\n`));
	const programs = found.find(({ bot }) => bot);
	const own = found.filter(({ body }) => isSealed(body));
	if (programs || !personal || own.length === 0) return programs;
	const { login } = (await client.rest.users.getAuthenticated()).data;
	return own.find(({ author }) => author.toLowerCase() === login.toLowerCase());
}
/** True for the token of a person; the job's own, and any app's, is one of an installation (told by its prefix). */
async function isPersonal(client) {
	const { tokenType } = await client.auth();
	return tokenType !== "installation";
}
async function write(client, repo, issue, body, old) {
	if (!old) {
		await reply(client, repo, issue, body);
		return "created";
	}
	await client.rest.issues.updateComment({
		...repo,
		comment_id: old.id,
		body
	});
	return "updated";
}
/**
* Keeps the one comment of an issue or pull request that begins with `marker`, an HTML comment on a line of its own: created if
* there is none and `create` says so, changed in place if its text differs, else left alone. A token that may not comment is no
* error. After a failure of the server the comments are read again: it may have taken the text all the same.
*/
async function stickyComment(client, repo, issue, marker, text, create) {
	const personal = await isPersonal(client);
	const body = personal ? sealed(`${marker}\n${text}`) : `${marker}\n${text}`;
	for (let attempt = 1;; attempt++) {
		const old = await marked(client, await commentsSince(client, repo, issue, EVER), marker, personal);
		if (!old && !create) return "absent";
		if (old && normal(old.body) === normal(body)) return "unchanged";
		try {
			return await write(client, repo, issue, body, old);
		} catch (error) {
			const { status } = error;
			if (status === 403) return "forbidden";
			if (attempt === TRIES || !(status === void 0 || status >= 500 || status === 404 && old !== void 0)) throw error;
			await pause(attempt + 2);
		}
	}
}

// src/action/preview-of-pull.ts
async function doubts(here, approvals) {
	try {
		return await doubtsAbout(here.client, {
			repo: here.repo,
			approves
		}, approvals);
	} catch (error) {
		if (error.status !== 403) throw error;
		log("The comments in which changes were approved may not be read, so those approvals do not count: grant `issues: read`.");
		return new Map(approvals.map(({ id }) => [id, "its comment may not be read"]));
	}
}
/** What was approved in comments before it came into our own pull request, apart from what was not. */
async function shares(here, proposal, policy) {
	const needs = gatheredNeeds(proposal.before.state, proposal.after.state, policy);
	const hearing = {
		invalid: await doubts(here, needs.approvals),
		teams: await readTeams(here.client, needs.teams)
	};
	return sharesOf(proposal, policy, here.now, hearing);
}
function storesOf(pull) {
	const base = readStore(pull.policy);
	const fork = readStore(pull.fork, base);
	const trunk = pull.trunk ? readStore(pull.trunk, base) : null;
	return {
		policy: base.config,
		head: readStore(pull.head, fork),
		fork,
		trunk
	};
}
/** All that a pull request would do to the store since it branched off (`before`), and where its approvals stand. */
async function previewSince(here, pull, before, { head, policy }) {
	const { client, repo } = here;
	const proposal = proposalOf(before, head, policy, here.now);
	const parts = pull.own ? { shares: await shares(here, proposal, policy) } : {};
	const decisions = (parts.shares ?? [{ proposal }]).flatMap((share) => share.proposal.approvals);
	const approvers = decisions.some(({ outcome }) => outcome === "required") ? await approversOfCommit(client, repo, pull.number, pull.headSha) : [];
	const teams = await readTeams(client, teamsNamed(decisions, policy));
	return previewOf(proposal, {
		author: pull.author,
		approvers,
		policy,
		teams,
		own: pull.own,
		...parts
	});
}

// src/action/show-preview.ts
const COMMENT = {
	created: "was written",
	updated: "was brought up to date",
	unchanged: "says so already",
	absent: "is not needed",
	forbidden: "was not allowed, so the preview stands in the summary only"
};
function conclusionOf(preview) {
	if (errorsOf(preview) > 0) return "failure";
	return preview.standings.some(isOpen) || preview.meddled.length > 0 ? "action_required" : "success";
}
/** The text on a preview; `off` is the branch that the pull request branched off. */
function textOf(preview, place, off) {
	return touches(preview) ? previewText(preview, place) : settledText({
		...place,
		branch: off
	});
}
const touches = ({ changes, meddled }) => changes.length + meddled.length > 0;
/** What a pull request would do, in the job summary, its one comment and its check. Returns the number of errors in its store. */
async function showPreview(here, pull) {
	const { client, repo, branch, storeDir } = here;
	const stores = storesOf(pull);
	const place = {
		storeUrl: `${webUrl()}/blob/refs/pull/${pull.number}/head/${storeDir}`,
		branch,
		emoji: stores.policy.dashboard.emoji
	};
	const preview = await previewSince(here, pull, stores.fork, stores);
	const text = textOf(preview, place, pull.base);
	const judged = stores.trunk ? await previewSince(here, pull, stores.trunk, stores) : preview;
	const summary = pull.trunk ? `${elsewhereText(pull.base, branch)}\n${textOf(judged, place, branch)}` : text;
	await addSummary(text);
	const title = verdictText(judged);
	const comment = await stickyComment(client, repo, pull.number, previewMarker(commentName(storeDir)), text, touches(preview));
	log(`The comment on #${pull.number} ${COMMENT[comment]}. ${title}.`);
	const check = {
		name: checkName(storeDir),
		sha: pull.headSha,
		conclusion: conclusionOf(judged),
		title,
		summary
	};
	if (!await reportStandingCheck(client, repo, check)) log(`The token may not report checks, so ${check.name} stands in the summary only: ${title}`);
	await addSummary(`\n${usageText(here.usage())}`);
	const errors = errorsOf(judged);
	outputs(errors === 0 ? "valid" : "invalid");
	return errors;
}
/** Says in the comment and the check that a pull request could not be looked into, and what to do. */
async function showUnread({ client, repo, storeDir }, { number, headSha, policy }, { message, hint }) {
	const text = unreadText(message, hint, readStore(policy).config.dashboard);
	await addSummary(text);
	const title = "This pull request cannot be previewed";
	const comment = await stickyComment(client, repo, number, previewMarker(commentName(storeDir)), text, true);
	log(`The comment on #${number} ${COMMENT[comment]}. ${message}. ${hint}`);
	await reportStandingCheck(client, repo, {
		name: checkName(storeDir),
		sha: headSha,
		conclusion: "action_required",
		title,
		summary: text
	});
	outputs("invalid");
}
/** The findings in the files of a store as annotations of their lines. */
function annotate(files, storeDir) {
	const sorted = [...readStore(files).diagnostics].sort(compareDiagnostics);
	const tell = {
		error,
		warning,
		info: notice
	};
	for (const { severity, message, place } of annotationsOf(sorted, storeDir)) tell[severity](message, place);
}

// src/action/on-pull-request.ts
/** A pull request: what it would do to the store is checked and shown. Nothing in the repository is written. */
async function onPullRequest() {
	const here = job();
	const { git, branch, storeDir } = here;
	const { number, base, user, head: from } = payload.pull_request ?? {};
	const into = String(base?.ref);
	const { head, fork, headSha } = await pullRequestStores(git, Number(number), into, storeDir);
	const policy = (await branchRepository(git, branch, storeDir, AUTHOR).snapshot()).files;
	if (!isStore(policy) && !isStore(head)) throw noStore(storeDir, branch);
	const trunk = into === branch ? {} : { trunk: (await pullRequestStores(git, Number(number), branch, storeDir)).fork };
	annotate(head, storeDir);
	const own = into === branch && from?.ref === "git-milestone/update" && from.repo != null && from.repo.id === base?.repo?.id;
	const read = {
		headSha,
		base: into,
		head,
		fork,
		policy,
		...trunk,
		own
	};
	const pull = {
		number: Number(number),
		author: String(user?.login),
		...read
	};
	const errors = await showPreview(here, pull);
	if (errors > 0) setFailed(`${errors} error${errors === 1 ? "" : "s"} in ${storeDir}; see the annotations.`);
}

// src/action/on-push.ts
/** A push to the default branch: edits by hand are journalled, and the pages follow. */
async function onPush() {
	const here = job();
	if (context.ref !== `refs/heads/${here.branch}`) return ignored(`a push to ${context.ref}, and only ${here.branch} is written`);
	const { git, branch, storeDir, client, repo } = here;
	const before = /^0*$/.test(String(payload["before"] ?? "")) ? null : String(payload["before"]);
	const unjournalled = async ({ base }, state) => {
		const head = base === null ? null : await git.run(["rev-parse", `refs/remotes/origin/${branch}`]);
		const known = new Set(state.journal.map(({ intent }) => intent));
		const isKnown = (sha) => known.has(`commit:${sha}`);
		const since = head === null ? null : await journalledUpTo(git, branch, head, before, isKnown);
		if (head === null || since === null) return {
			entries: [],
			trailers: []
		};
		const commits = (await storeCommits(git, since, head, storeDir)).filter(({ sha }) => !isKnown(sha));
		const judged = judgementsOf(commits, state);
		const needs = reviewNeeds(judged);
		const reviews = await reviewsOfCommits(client, repo, needs.commits, thisPush());
		const verdicts = verdictsOn(judged, reviews, await readTeams(client, needs.teams));
		const taken = new Set(state.journal.map((entry) => entry.id));
		const entries = handEditEntries(commits, webUrl(), taken, verdicts);
		const last = entries.at(-1)?.intent?.replace(/^commit:/, "");
		return {
			entries,
			trailers: last === void 0 ? [] : [[JOURNALLED, last]]
		};
	};
	const origin = {
		actor: context.actor,
		source: `${webUrl()}/commit/${context.sha}`,
		now: here.now
	};
	const request = {
		id: `push:${context.sha}`,
		intents: [],
		refusals: [],
		origin,
		unjournalled,
		sync: "all"
	};
	await carryOut(request, jobThread(here.client, here.repo, null, log), here);
}
function thisPush() {
	const listed = payload["commits"] ?? [];
	const before = String(payload["before"] ?? "");
	return {
		actor: context.actor,
		before,
		after: context.sha,
		shas: /* @__PURE__ */ new Set([context.sha, ...listed.map(({ id }) => String(id))])
	};
}

// src/io/github/comment-sweep.ts
const MAX_PAGES = 20;
/**
* Comments on all issues and pull requests that were written or changed since an instant (ISO 8601), oldest first: at most the newest
* 2,000. `complete` is false if there are more.
*/
async function commentsOfRepository(client, repo, since) {
	const comments = [];
	let pages = 0;
	const request = {
		...repo,
		since,
		sort: "updated",
		direction: "desc",
		per_page: 100
	};
	for await (const { data } of client.paginate.iterator(client.rest.issues.listCommentsForRepo, request)) {
		if (pages === MAX_PAGES) return {
			comments: comments.reverse(),
			complete: false
		};
		pages += 1;
		for (const comment of data) comments.push({
			id: comment.id,
			nodeId: comment.node_id,
			body: comment.body ?? "",
			url: comment.html_url,
			issue: Number(comment.issue_url.split("/").at(-1)),
			author: comment.user?.login ?? "",
			bot: comment.user?.type === "Bot",
			createdAt: comment.created_at,
			edited: comment.updated_at !== comment.created_at
		});
	}
	return {
		comments: comments.reverse(),
		complete: true
	};
}

// src/action/sweep.ts
/** Younger comments may still have a run of their own coming. */
const GRACE_MINUTES = 15;
const MINUTE = 6e4;
/** The others wait for the next sweep: one run should not take an hour. */
const MOST = 25;
/** Comments with commands that nobody answered, oldest first. Those that a bot has answered are told by the markers of its replies. */
function unanswered(comments, now, storeDir) {
	const present = Date.parse(now);
	const marked = new Set(comments.filter((comment) => comment.bot).flatMap(({ body }) => markedIntents(body)));
	return comments.filter((comment) => {
		const age = (present - Date.parse(comment.createdAt)) / MINUTE;
		if (comment.bot || comment.edited || age < GRACE_MINUTES || age > 10080) return false;
		const name = idInStore(comment.nodeId, storeDir);
		const { intents, refusals } = parseComment(comment.body, name);
		const ids = [...intents.map(({ id }) => id), ...refusals.map(({ intent }) => intent?.id ?? name)];
		return ids.length > 0 && !ids.every((id) => marked.has(id));
	});
}
/**
* Answers commands whose events were lost, each exactly as its own run would have; returns how many could not be answered, which is
* said in the log: a reply about that would be one a day.
*/
async function sweep(here) {
	const since = (/* @__PURE__ */ new Date(Date.parse(here.now) - 10080 * MINUTE)).toISOString().replace(/\.\d+/, "");
	const { comments, complete } = await commentsOfRepository(here.client, here.repo, since);
	if (!complete) log("There are more comments than a sweep looks at; the oldest were left out.");
	const found = unanswered(comments, here.now, here.storeDir);
	let [taken, failed] = [0, 0];
	for (const comment of found) {
		if (await isLocked(here.client, here.repo, comment.issue)) continue;
		taken += 1;
		if (taken > MOST) break;
		log(`Taking up ${comment.url}, which nobody answered.`);
		try {
			await carryOut(requestOf(comment, here), {
				...threadOf(comment, here),
				failed: async () => {}
			}, here);
		} catch (error) {
			failed += 1;
			log(`It could not be answered: ${mendable(error)?.message ?? (error instanceof Error ? error.stack : String(error))}`);
		}
	}
	if (taken > MOST) log("The others are left for the next sweep.");
	return failed;
}

// src/action/on-schedule.ts
/**
* The scheduled run: commands whose events were lost are answered, requests expire, both sides are synchronised, and the pages follow
* the calendar where that is news.
*/
async function onSchedule() {
	const here = job();
	const failed = await sweep(here);
	const origin = {
		actor: AUTHOR.name,
		source: runUrl(),
		now: here.now
	};
	const unjournalled = async (_, state) => ({
		entries: expiredEntries(state, origin),
		trailers: []
	});
	const request = {
		id: `schedule:${context.runId}`,
		intents: [],
		refusals: [],
		origin,
		unjournalled,
		quiet: true,
		sync: "all"
	};
	await carryOut(request, jobThread(here.client, here.repo, null, log), here);
	if (failed > 0) setFailed(`${failed} command${failed === 1 ? "" : "s"} could not be answered; see the log.`);
}

// src/io/github/pulls-of-head.ts
/**
* The open pull requests whose head is exactly this commit of this repository, by GitHub's own account; `passed` is where a
* pull request of that branch stands by now, if none is left at this commit.
*/
async function pullsOfHead(client, repo, head) {
	const { data } = await client.rest.pulls.list({
		...repo,
		head: `${head.owner}:${head.branch}`,
		state: "open",
		per_page: 100
	});
	const ours = data.filter((pull) => pull.head.repo?.id === head.repositoryId && pull.head.ref === head.branch);
	return {
		pulls: ours.filter((pull) => pull.head.sha === head.sha).map(({ number, user, base }) => ({
			number,
			author: user?.login ?? "",
			baseRef: base.ref,
			defaultBranch: base.repo.default_branch
		})),
		passed: ours[0]?.head.sha ?? null
	};
}
/** The commit where a head parted from a branch of the repository. */
async function mergeBaseOf(client, repo, baseRef, sha) {
	const { data } = await client.rest.repos.compareCommitsWithBasehead({
		...repo,
		basehead: `${baseRef}...${sha}`,
		per_page: 1
	});
	return data.merge_base_commit.sha;
}

// src/io/github/store-at-commit.ts
/** Files asked for at the same time: GitHub counts many at once against its secondary limit. */
const AT_ONCE = 8;
/** Each costs a request, and the repository has a thousand an hour for all of its workflows. */
const MOST_REQUESTED = 300;
async function entriesOf(client, repo, tree, recursive) {
	const { data } = await client.rest.git.getTree({
		...repo,
		tree_sha: tree,
		...recursive ? { recursive: "1" } : {}
	});
	if (data.truncated) throw new RepositoryError("GitHub lists only a part of the files: there are too many of them", "Archive what is finished, or make the change on a branch of this repository.");
	return data.tree;
}
/** The tree of a directory of a commit; null if there is none. */
async function treeOf(client, repo, sha, dir) {
	const { data } = await client.rest.git.getCommit({
		...repo,
		commit_sha: sha
	});
	let tree = data.tree.sha;
	for (const name of dir.split("/").filter((part) => part !== "" && part !== ".")) {
		const entry = (await entriesOf(client, repo, tree, false)).find((one) => one.path === name && one.type === "tree");
		if (!entry) return null;
		tree = entry.sha;
	}
	return tree;
}
async function blob(client, repo, sha) {
	const { data } = await client.rest.git.getBlob({
		...repo,
		file_sha: sha
	});
	return Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
}
/** The name that git gives to a text. */
function blobId(text) {
	const bytes = Buffer.from(text, "utf8");
	return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
function irregular({ mode, type, path }) {
	if (type === "tree") return isStoreText(path) ? {
		path,
		kind: "is-directory"
	} : null;
	if (!isStoreText(path) && !mayHideFiles(path)) return null;
	return {
		path,
		kind: mode === "120000" ? "is-link" : "is-directory"
	};
}
/**
* The store of a commit, read through the API: nothing of the commit is checked out. A commit of a fork can be read in the
* repository that it has a pull request in. Texts among `known` are not asked for again.
*/
async function storeAtCommit(client, repo, sha, storeDir, known = []) {
	const tree = await treeOf(client, repo, sha, storeDir);
	if (tree === null) return [];
	const entries = await entriesOf(client, repo, tree, true);
	const odd = entries.filter(({ mode }) => !mode.startsWith("100")).flatMap((entry) => irregular(entry) ?? []);
	const texts = new Map(known.flatMap((file) => file.kind === "text" ? [[blobId(file.text), file.text]] : []));
	const wanted = entries.filter(({ mode, path }) => mode.startsWith("100") && isStoreText(path));
	const requested = wanted.filter(({ sha: id, size = 0 }) => size <= 1048576 && !texts.has(id));
	if (requested.length > MOST_REQUESTED) throw new RepositoryError(`${requested.length} files of the store differ from those of the default branch; at most ${MOST_REQUESTED} are read from GitHub one by one`, "Bring the branch up to date with the default branch and split the pull request, or make it from a branch of this repository.");
	const read = async (entry) => {
		const { path, size = 0 } = entry;
		if (size > 1048576) return {
			path,
			kind: "too-large"
		};
		const text = texts.get(entry.sha);
		return text === void 0 ? toStoreFile(path, await blob(client, repo, entry.sha)) : {
			path,
			kind: "text",
			text
		};
	};
	const files = [];
	for (let i = 0; i < wanted.length; i += AT_ONCE) files.push(...await Promise.all(wanted.slice(i, i + AT_ONCE).map(read)));
	return [...files, ...odd];
}

// src/action/on-workflow-run.ts
const EVENTS$1 = ["pull_request", "pull_request_review"];
/** What the event claims to be the head; null if it claims nothing that could be one. */
function claimed({ head_sha: sha, head_branch: branch, head_repository: repository }) {
	const [owner, repositoryId] = [repository?.owner?.login, repository?.id];
	return typeof sha === "string" && /^[0-9a-f]{40,64}$/.test(sha) && typeof branch === "string" && typeof owner === "string" && typeof repositoryId === "number" ? {
		owner,
		repositoryId,
		branch,
		sha
	} : null;
}
/**
* The run for a fork's pull request has ended, whose token could write nothing: this one, of the default branch, shows what that
* one found out, by finding it out again. The event only says where to look; what is shown is what the API says. The fork's
* files are read as data, nothing of it is checked out or run, and nothing that its run left behind is taken.
*/
async function onWorkflowRun() {
	const run = payload["workflow_run"] ?? {};
	if (payload.action !== "completed") return ignored(`the workflow run is ${String(payload.action)}, not completed`);
	if (!EVENTS$1.includes(String(run.event))) return ignored("the workflow ran for something else than a pull request");
	if (run.repository?.id === void 0 || run.repository.id !== payload.repository?.["id"]) return ignored("the workflow ran in another repository");
	const head = claimed(run);
	if (!head) return ignored("the event names no commit of a branch of a repository");
	const here = job();
	const { client, repo, git, storeDir } = here;
	const { pulls, passed } = await pullsOfHead(client, repo, head);
	if (pulls.length === 0) return ignored(passed === null ? `no open pull request has ${head.sha} as its head` : `its pull request has moved on from ${head.sha} to ${passed}, whose own run will show it`);
	for (const { number, author, baseRef, defaultBranch: branch } of pulls) {
		const policy = (await branchRepository(git, branch, storeDir, AUTHOR).snapshot()).files;
		const parting = async (from) => storeAtCommit(client, repo, await mergeBaseOf(client, repo, from, head.sha), storeDir, policy);
		const read = async () => {
			const fork = await parting(baseRef);
			return {
				fork,
				...baseRef === branch ? {} : { trunk: await parting(branch) },
				head: await storeAtCommit(client, repo, head.sha, storeDir, [...policy, ...fork])
			};
		};
		const stores = await read().catch(async (error) => {
			if (!(error instanceof RepositoryError)) throw error;
			await showUnread({
				...here,
				branch
			}, {
				number,
				headSha: head.sha,
				policy
			}, error);
			return null;
		});
		if (stores === null) continue;
		if (!isStore(policy) && !isStore(stores.head)) throw noStore(storeDir, branch);
		const own = baseRef === branch && head.branch === "git-milestone/update" && head.repositoryId === payload.repository?.["id"];
		await showPreview({
			...here,
			branch
		}, {
			number,
			author,
			headSha: head.sha,
			base: baseRef,
			...stores,
			policy,
			own
		});
	}
}

// src/action.ts
/** The Action: an event becomes a request, a request goes through `run`. */
const EVENTS = {
	issue_comment: onComment,
	push: onPush,
	schedule: onSchedule,
	workflow_dispatch: onDispatch,
	pull_request: onPullRequest,
	pull_request_review: onPullRequest,
	workflow_run: onWorkflowRun,
	milestone: onMilestone,
	issues: onIssue
};
try {
	const handler = EVENTS[context.eventName];
	if (handler) await handler();
	else ignored(`the event ${context.eventName} is none of ${Object.keys(EVENTS).join(", ")}`);
} catch (error) {
	const problem = mendable(error);
	if (problem) setFailed(`${problem.message}\n${problem.hint}`);
	else {
		const detail = error instanceof Error ? error.stack ?? error.message : String(error);
		setFailed(`git-milestone failed. If this looks like a mistake of ours, please report it.\n${detail}`);
	}
}

export {  };