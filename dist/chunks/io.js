import { H as POLICY_FILES } from "./model.js";
import { spawn } from "node:child_process";
import { chmod, lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { existsSync, lstatSync, realpathSync, statSync } from "node:fs";

// src/io/repository.ts
/** There was nothing to write. */
const NOTHING_WRITTEN = {
	kind: "done",
	sha: null
};
/** The repository cannot be used as asked, for a reason a person can mend. */
var RepositoryError = class extends Error {
	hint;
	constructor(message, hint) {
		super(message);
		this.name = "RepositoryError";
		this.hint = hint;
	}
};

// src/io/git.ts
/** A git command that had to work and did not. */
var GitError = class extends Error {
	stderr;
	constructor(args, result) {
		super(`git ${args[0] ?? ""} failed: ${result.stderr.trim() || `exit ${result.code}`}`);
		this.name = "GitError";
		this.stderr = result.stderr;
	}
};
function gitIn(dir, environment = {}) {
	const attempt = (args, options = {}) => new Promise((resolve, reject) => {
		const child = spawn("git", args, {
			cwd: dir,
			env: {
				...process.env,
				LC_ALL: "C",
				GIT_TERMINAL_PROMPT: "0",
				GIT_LITERAL_PATHSPECS: "1",
				...environment,
				...options.env
			},
			stdio: "pipe"
		});
		const stdout = [];
		const stderr = [];
		child.stdout.on("data", (chunk) => stdout.push(chunk));
		child.stderr.on("data", (chunk) => stderr.push(chunk));
		child.on("error", (error) => reject(error.code === "ENOENT" ? new RepositoryError("git is not installed, or not on the PATH", "Install it.") : error));
		child.on("close", (code) => resolve({
			code: code ?? 1,
			stdout: Buffer.concat(stdout),
			stderr: Buffer.concat(stderr).toString("utf8")
		}));
		child.stdin.on("error", () => {});
		child.stdin.end(options.input ?? "");
	});
	return {
		dir,
		try: attempt,
		async run(args, options) {
			const result = await attempt(args, options);
			if (result.code !== 0) throw new GitError(args, result);
			return result.stdout.toString("utf8").replace(/\n$/, "");
		}
	};
}
/**
* Environment that makes git send `token` to `serverUrl` and nowhere else, without the token standing in a command line or
* a file. The empty first value drops headers that the checkout step may have left: two would be refused.
*/
function tokenEnvironment(serverUrl, token) {
	const key = `http.${serverUrl.replace(/\/$/, "")}/.extraheader`;
	return {
		GIT_CONFIG_COUNT: "2",
		GIT_CONFIG_KEY_0: key,
		GIT_CONFIG_VALUE_0: "",
		GIT_CONFIG_KEY_1: key,
		GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`
	};
}

// src/io/push-problem.ts
/** A push that lost a race looks like one of these; anything else is a refusal that trying again cannot mend. */
const LOST_RACE = /non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref|incorrect old value|reference already exists/i;
const PROTECTED = /GH006|GH013|protected branch|rule violations|(pre-receive|update) hook declined/i;
const SIGNATURES = /must have verified signatures/i;
/** Other rules in the same answer, which a signature does not satisfy. */
const OTHER_RULES = /through a pull request|status checks?\b|through the merge queue|deployment|code scanning|approving review/i;
const FORBIDDEN = /Permission to .+ denied|returned error: 40[13]|Authentication failed|Write access .* not granted/i;
/** Nowhere to push to: no remote, or no branch there that this one follows. */
const NO_UPSTREAM = /No configured push destination|has no upstream branch|not currently on a branch/i;
/** The branch takes no commit that comes this way. */
var BranchProtected = class extends RepositoryError {
	/** True if nothing but a signature is missing, which commits made through GitHub's API have. */
	signature;
	constructor(branch, said) {
		super(`The branch ${branch} is protected and did not take the commit: ${[lineWith(PROTECTED, said), ...rulesIn(said)].join(" ")}`, "Let this workflow bypass the protection, give the Action a token that may push, or set `commit-mode: pull-request`.");
		this.signature = SIGNATURES.test(said) && !OTHER_RULES.test(said);
	}
};
/**
* Why a push to `branch` failed, from what git said: `moved` if somebody else was faster, an error that a person can mend, or
* undefined for anything unknown.
*/
function pushProblem(branch, stderr) {
	if (PROTECTED.test(stderr)) return new BranchProtected(branch, stderr);
	if (LOST_RACE.test(stderr)) return "moved";
	if (NO_UPSTREAM.test(stderr)) return new RepositoryError(`There is nowhere to push to, and nothing was changed: ${lineWith(NO_UPSTREAM, stderr)}`, "Add a remote (git remote add origin URL) and push the branch once (git push -u origin HEAD), or leave out --push.");
	if (FORBIDDEN.test(stderr)) return new RepositoryError(`Pushing to ${branch} is not permitted: ${lineWith(FORBIDDEN, stderr)}`, "Grant the job `permissions: contents: write`, or give it a token that may push.");
}
function lineWith(pattern, stderr) {
	return (stderr.split("\n").find((text) => pattern.test(text)) ?? stderr).replace(/^remote:\s*/, "").trim();
}
/** The broken rules, which GitHub lists below its message, each after a dash. */
function rulesIn(said) {
	return [...said.matchAll(/^(?:remote:\s*)?- (.+)$/gm)].map((match) => match[1]?.trim() ?? "");
}

// src/io/file-content.ts
const MAX_FILE_BYTES = 1048576;
const decoder = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
/** The bytes of a store file as text, or why they are not: over the size limit, or not UTF-8. A byte-order mark stays. */
function toStoreFile(path, bytes) {
	if (bytes.length > 1048576) return {
		path,
		kind: "too-large"
	};
	try {
		return {
			path,
			kind: "text",
			text: decoder.decode(bytes)
		};
	} catch {
		return {
			path,
			kind: "not-utf8"
		};
	}
}
/** Only these are part of the store; other files beside them are people's own business and are not read. */
function isStoreText(path) {
	return /\.(ya?ml)$/i.test(path);
}
/** A link or a submodule of this name may stand for a folder of the store, whose files would then be missed in silence. */
function mayHideFiles(path) {
	return !/[^/]\.[^/.]+$/.test(path);
}

// src/io/store-history.ts
const MAX_COMMITS$1 = 1e3;
const MAX_BLOBS = 5e3;
const FOLDERS = [
	"active",
	"completed",
	"archive"
];
const COMMIT = "";
/** What is not in a partial clone must not be fetched one by one; older gits ignore the variable. */
const ENV = { GIT_NO_LAZY_FETCH: "1" };
/** Object ids of regular files; links, submodules and what is not there are null. */
const blob = (mode, oid) => mode.startsWith("100") ? oid : null;
/** `git log --raw -z` → commits in the order given. Each begins with a mark, then come pairs of a raw line and its path. */
function parseLog(log) {
	const commits = [];
	const tokens = log.split("\0");
	for (let i = 0; i < tokens.length; i++) {
		const token = (tokens[i] ?? "").replace(/^\n+/, "");
		if (token.startsWith(COMMIT)) {
			const [parents = "", by = "", at = ""] = tokens.slice(i + 1, i + 4);
			commits.push({
				at: new Date(at).toISOString(),
				by,
				root: parents === "",
				files: []
			});
			i += 3;
		} else if (token.startsWith(":")) {
			const [oldMode = "", newMode = "", before = "", after = ""] = token.slice(1).split(" ");
			i += 1;
			const path = tokens[i] ?? "";
			commits.at(-1)?.files.push({
				path,
				before: blob(oldMode, before),
				after: blob(newMode, after)
			});
		}
	}
	return commits;
}
/** Drops the oldest commits once their files add up to too many. `commits` come newest first. */
function bounded(commits) {
	let count = 0;
	const kept = [];
	for (const commit of commits) {
		count += 2 * commit.files.length;
		if (count > MAX_BLOBS) break;
		kept.push(commit);
	}
	return kept;
}
/** Texts by object id; what is missing, too large or no UTF-8 is left out. */
async function readTexts(git, oids) {
	const texts = /* @__PURE__ */ new Map();
	if (oids.length === 0) return texts;
	const list = (wanted) => ({
		input: `${wanted.join("\n")}\n`,
		env: ENV
	});
	const wanted = (await git.run(["cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)"], list(oids))).split("\n").flatMap((line) => {
		const [oid = "", type, size] = line.split(" ");
		return type === "blob" && Number(size) <= 1048576 ? [oid] : [];
	});
	if (wanted.length === 0) return texts;
	const { stdout } = await git.try(["cat-file", "--batch"], list(wanted));
	for (let at = 0; at < stdout.length;) {
		const end = stdout.indexOf(10, at);
		const [oid = "", , size = ""] = stdout.subarray(at, end).toString("latin1").split(" ");
		const length = Number(size);
		if (end < 0 || Number.isNaN(length)) throw new Error(`git cat-file gave no content for ${oid}`);
		const file = toStoreFile(oid, stdout.subarray(end + 1, end + 1 + length));
		if (file.kind === "text") texts.set(oid, file.text);
		at = end + 1 + length + 1;
	}
	return texts;
}
/**
* The milestone files of the store in `storeDir` as the commits on the first-parent line of `head` left them, oldest first:
* at most 1,000 commits and 5,000 file contents, the newest ones. Where older history is not there (a shallow clone) or not
* read, the state before the first commit that is comes as a version that is not dated. Throws GitError for an unknown `head`.
*/
async function storeVersions(git, head, storeDir) {
	const prefix = storeDir === "" ? "" : `${storeDir}/`;
	const format = "--format=%x01%x00%P%x00%an%x00%cI";
	const options = [
		"--first-parent",
		"-m",
		"--raw",
		"-z",
		"--no-renames",
		"--no-abbrev",
		`--max-count=${MAX_COMMITS$1}`
	];
	const folders = FOLDERS.map((folder) => `${prefix}${folder}/`);
	const [log, shallow] = await Promise.all([git.run([
		"--literal-pathspecs",
		"log",
		...options,
		format,
		head,
		"--",
		...folders
	], { env: ENV }), git.run(["rev-parse", "--is-shallow-repository"])]);
	const commits = bounded(parseLog(log)).reverse();
	const oids = commits.flatMap(({ files }) => files.flatMap(({ before, after }) => [before, after]));
	const texts = await readTexts(git, [...new Set(oids.filter((oid) => oid !== null))]);
	const seen = /* @__PURE__ */ new Set();
	return commits.flatMap(({ at, by, root, files }) => {
		const short = (path) => path.slice(prefix.length);
		const fresh = files.filter(({ path }) => !seen.has(path));
		for (const { path } of files) seen.add(path);
		const old = fresh.flatMap(({ path, before }) => {
			const text = before === null ? void 0 : texts.get(before);
			return text === void 0 ? [] : [{
				file: short(path),
				at,
				by,
				text,
				dated: false
			}];
		});
		const now = files.flatMap(({ path, after }) => {
			const text = after === null ? null : texts.get(after);
			return text === void 0 ? [] : [{
				file: short(path),
				at,
				by,
				text,
				dated: !(root && shallow === "true")
			}];
		});
		return [...old, ...now];
	});
}

// src/io/tree.ts
async function listTree(git, commit, dir) {
	const prefix = dir === "" ? "" : `${dir}/`;
	return (await git.run([
		"ls-tree",
		"-r",
		"-l",
		"-z",
		"--full-tree",
		commit,
		"--",
		...prefix ? [prefix] : []
	])).split("\0").filter((line) => line !== "").map((line) => {
		const tab = line.indexOf("	");
		const [mode = "", , oid = "", size = "0"] = line.slice(0, tab).split(/ +/);
		return {
			mode,
			oid,
			size: Number(size) || 0,
			path: line.slice(tab + 1 + prefix.length)
		};
	});
}
/** Contents of blobs, in the order asked for, in one git process. */
async function readBlobs(git, oids) {
	if (oids.length === 0) return [];
	const result = await git.try(["cat-file", "--batch"], { input: `${oids.join("\n")}\n` });
	const blobs = [];
	let at = 0;
	while (blobs.length < oids.length) {
		const end = result.stdout.indexOf(10, at);
		const size = Number(result.stdout.subarray(at, end).toString("latin1").split(" ")[2]);
		if (end < 0 || Number.isNaN(size)) throw new Error(`git cat-file gave no content for ${oids[blobs.length]}`);
		blobs.push(result.stdout.subarray(end + 1, end + 1 + size));
		at = end + 1 + size + 1;
	}
	return blobs;
}
/** Every YAML file of the store in `dir` (relative to the repository) as of `commit`. Links and submodules are reported, not followed. */
async function readTree(git, commit, dir) {
	const all = await listTree(git, commit, dir);
	const entries = all.filter(({ mode, path }) => isStoreText(path) || !mode.startsWith("100") && mayHideFiles(path));
	const readable = entries.filter((entry) => entry.mode.startsWith("100") && entry.size <= 1048576);
	const blobs = await readBlobs(git, readable.map((entry) => entry.oid));
	const content = new Map(readable.map((entry, i) => [entry.path, blobs[i]]));
	const files = entries.map(({ mode, path }) => {
		const bytes = content.get(path);
		if (bytes) return toStoreFile(path, bytes);
		if (mode === "120000") return {
			path,
			kind: "is-link"
		};
		return {
			path,
			kind: mode.startsWith("100") ? "too-large" : "is-directory"
		};
	});
	const folders = new Set(all.flatMap(({ path }) => foldersOf(path)).filter(isStoreText));
	return [...files, ...[...folders].map((path) => ({
		path,
		kind: "is-directory"
	}))];
}
/** The folders above a path: `a/b/c` → `a`, `a/b`. */
function foldersOf(path) {
	const parts = path.split("/").slice(0, -1);
	return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}
/** Text of one file at `commit`, or null. `path` is relative to the repository. */
async function readTextAt(git, commit, path) {
	const result = await git.try([
		"cat-file",
		"blob",
		`${commit}:${path}`
	]);
	return result.code === 0 ? result.stdout.toString("utf8") : null;
}
/** What `commit` has where the path or a folder above it has to be; undefined where nothing is in the way. */
function obstacleAt(path, modes) {
	const above = foldersOf(path).map((at) => [at, true]);
	for (const [at, folder] of [...above, [path, false]]) {
		const mode = modes.get(at);
		if (mode === void 0) continue;
		if (/^1[26]0000$/.test(mode)) return {
			path: at,
			is: "a symbolic link or a submodule, and nothing is written through it"
		};
		if (mode.startsWith("100") && folder) return {
			path: at,
			is: "a file, and no folder is put in its place"
		};
		if (mode === "040000" && !folder) return {
			path: at,
			is: "a folder, and no file is put in its place"
		};
	}
}
/**
* Throws RepositoryError if one of the paths is, or lies below, something of `commit` that the write would take away: a symbolic
* link, a submodule, a file where a folder has to be, or a folder where the file has to be.
*/
async function assertFree(git, commit, paths) {
	const all = new Set(paths.flatMap((path) => [...foldersOf(path), path]));
	const lines = (await git.run([
		"ls-tree",
		"-z",
		"--full-tree",
		commit,
		"--",
		...all
	])).split("\0").filter((line) => line !== "");
	const modes = new Map(lines.map((line) => [line.slice(line.indexOf("	") + 1), line.slice(0, line.indexOf(" "))]));
	for (const path of paths) {
		const found = obstacleAt(path, modes);
		if (!found) continue;
		throw new RepositoryError(`${found.path} is ${found.is}`, "Put a regular file or folder in its place, or change `dashboard.path` in config.yaml.");
	}
}
/** Makes a commit of the writes on top of `parent` in an index of its own; returns its id. No branch moves. */
async function commitTree(git, request) {
	const scratch = await mkdtemp(join(tmpdir(), "git-milestone-"));
	const { name, email } = request.author;
	const env = {
		GIT_INDEX_FILE: join(scratch, "index"),
		GIT_AUTHOR_NAME: name,
		GIT_AUTHOR_EMAIL: email,
		GIT_AUTHOR_DATE: request.date,
		GIT_COMMITTER_NAME: name,
		GIT_COMMITTER_EMAIL: email,
		GIT_COMMITTER_DATE: request.date
	};
	try {
		await git.run(["read-tree", request.parent], { env });
		const lines = [];
		for (const { path, after } of request.writes) if (after === null) lines.push(`0 ${"0".repeat(40)}\t${path}\0`);
		else {
			const oid = await git.run([
				"hash-object",
				"-w",
				"--stdin"
			], { input: after });
			lines.push(`100644 ${oid}\t${path}\0`);
		}
		await git.run([
			"update-index",
			"-z",
			"--index-info"
		], {
			env,
			input: lines.join("")
		});
		const tree = await git.run(["write-tree"], { env });
		return await git.run([
			"commit-tree",
			tree,
			"-p",
			request.parent,
			"-F",
			"-"
		], {
			env,
			input: request.message
		});
	} finally {
		await rm(scratch, {
			recursive: true,
			force: true
		});
	}
}

// src/io/branch.ts
/** The newest commit of a branch of `origin`, fetched now. A shallow clone stays as shallow as it is. */
async function fetchBranch(git, branch) {
	const depth = await git.run(["rev-parse", "--is-shallow-repository"]) === "true" ? ["--depth=1"] : [];
	const ref = `refs/remotes/origin/${branch}`;
	const result = await git.try([
		"fetch",
		...[
			"--no-tags",
			"--no-auto-gc",
			"--quiet"
		],
		...depth,
		"origin",
		`+refs/heads/${branch}:${ref}`
	]);
	if (result.code !== 0) throw new RepositoryError(`The branch ${branch} cannot be fetched: ${result.stderr.trim()}`, "Check that the workflow runs actions/checkout first and grants `contents: write`.");
	return git.run(["rev-parse", ref]);
}
/** The store as of a commit that is here. */
async function snapshotAt(git, base, storeDir) {
	return {
		files: await readTree(git, base, storeDir),
		base,
		generated: true,
		readText: (path) => readTextAt(git, base, path),
		versions: () => storeVersions(git, base, storeDir)
	};
}
/** The commit that a snapshot of a branch was read from. */
function baseOf(snapshot) {
	if (snapshot.base === null) throw new Error("a branch snapshot always has a commit");
	return snapshot.base;
}
/** Makes the commit of a delivery on top of `parent`; no branch moves. Throws RepositoryError where something else is in the way. */
async function commitOf(git, parent, delivery, author) {
	const { writes, message, at } = delivery;
	await assertFree(git, parent, writes.map((write) => write.path));
	return commitTree(git, {
		parent,
		writes,
		message,
		author,
		date: at
	});
}
/**
* Pushes a commit to a branch of `origin`, with `lease` only if the branch is still there (null: if there is none). True if it went
* in, false if somebody else was faster.
*/
async function pushCommit(git, sha, branch, lease) {
	const args = [
		"push",
		"--porcelain",
		...lease === void 0 ? [] : [`--force-with-lease=refs/heads/${branch}:${lease ?? ""}`],
		"origin",
		`${sha}:refs/heads/${branch}`
	];
	const result = await git.try(args);
	const refs = result.stdout.toString("utf8");
	if (result.code === 0) return !/^=\t/m.test(refs);
	const problem = pushProblem(branch, `${result.stderr}\n${refs}`);
	if (problem === "moved") return false;
	if (problem) throw problem;
	if (await fetchBranch(git, branch) === sha) return true;
	throw new GitError(args, result);
}
/** The store on a branch of `origin`: read from the fetched commit, written by pushing a commit on top of it. */
function branchRepository(git, branch, storeDir, author) {
	return {
		storeDir,
		snapshot: async () => snapshotAt(git, await fetchBranch(git, branch), storeDir),
		async deliver(snapshot, delivery) {
			if (delivery.writes.length === 0) return NOTHING_WRITTEN;
			const sha = await commitOf(git, baseOf(snapshot), delivery, author);
			return await pushCommit(git, sha, branch) ? {
				kind: "done",
				sha
			} : { kind: "moved" };
		}
	};
}

// src/io/pause.ts
/**
* Waits before the next try of a push that lost a race: longer each time up to four seconds, and by a random share, so that
* many runs which collided once do not collide again.
*/
async function pause(attempt) {
	const longest = Math.min(4e3, 200 * 2 ** attempt);
	await setTimeout(longest * (.25 + .75 * Math.random()));
}

// src/io/merge.ts
const DEEPEN_BY$1 = 100;
const MAX_DEEPENINGS$1 = 10;
/** Fetches from `origin` without tags; throws RepositoryError, naming `why` it was needed. */
async function fetchRefs(git, what, why) {
	const fetched = await git.try([
		"fetch",
		"--quiet",
		"--no-tags",
		...what
	]);
	if (fetched.code === 0) return;
	throw new RepositoryError(`${why} cannot be fetched: ${fetched.stderr.trim()}`, "Check that the workflow runs actions/checkout first and grants `contents: read`.");
}
/** Where two histories part, fetching more of them (`refs` of origin) as needed; null if that cannot be found. */
async function mergeBase(git, one, other, refs) {
	for (let i = 0;; i++) {
		const found = await git.try([
			"merge-base",
			one,
			other
		]);
		if (found.code === 0) return found.stdout.toString("utf8").trim();
		if (i === MAX_DEEPENINGS$1 || await git.run(["rev-parse", "--is-shallow-repository"]) !== "true") return null;
		await fetchRefs(git, [
			`--deepen=${DEEPEN_BY$1}`,
			"origin",
			...refs
		], `The history of ${refs.join(" and ")}`);
	}
}
/**
* Merges `main` into `work` as commits, without a work tree and without moving a branch. The merge carries the time of `main`'s
* commit, so that the same two always give the same one.
*/
async function join$1(git, work, main, names, author) {
	const base = await mergeBase(git, main, work, [names.main, names.work]);
	if (base === main) return { commit: work };
	if (base === null) return { conflicts: [] };
	if (base === work) return { commit: main };
	const merged = await git.try([
		"merge-tree",
		"--write-tree",
		"--name-only",
		"--no-messages",
		"-z",
		work,
		main
	]);
	const [tree = "", ...conflicts] = merged.stdout.toString("utf8").split("\0").filter(Boolean);
	if (merged.code !== 0) return { conflicts: merged.code === 1 ? conflicts : [] };
	const date = await git.run([
		"show",
		"--no-patch",
		"--format=%cI",
		main
	]);
	const { name, email } = author;
	const env = {
		GIT_AUTHOR_NAME: name,
		GIT_AUTHOR_EMAIL: email,
		GIT_AUTHOR_DATE: date,
		GIT_COMMITTER_NAME: name,
		GIT_COMMITTER_EMAIL: email,
		GIT_COMMITTER_DATE: date
	};
	const message = `Merge branch ${names.main} into ${names.work}`;
	return { commit: await git.run([
		"commit-tree",
		tree,
		"-p",
		work,
		"-p",
		main,
		"-m",
		message
	], { env }) };
}

// src/io/await-answer.ts
/** A run that lives answers well within this after its push. */
const LONGEST_ANSWER_MS = 6e4;
const EVERY_MS = 2e3;
/**
* A request that stands in the journal without an answer: its run died, or is only about to answer. `since` is when the change
* was made, `now` the present (ISO 8601 instants). True once the answer is there; false if nobody else will give it.
*/
async function answeredMeanwhile(thread, intentIds, since, now, sleep = setTimeout) {
	if (!thread.onRecord) return false;
	const until = Math.min(LONGEST_ANSWER_MS, LONGEST_ANSWER_MS - (Date.parse(now) - Date.parse(since))) / 2 * (1 + Math.random());
	for (let waited = 0;; waited += EVERY_MS) {
		if (await thread.settled(intentIds) !== null) return true;
		if (waited >= until) return false;
		await sleep(EVERY_MS);
	}
}

// src/io/clock.ts
/**
* The time of the run as an ISO 8601 instant in UTC: the given one (`--now`, `GIT_MILESTONE_NOW`) or the system's.
* Throws a RangeError with a message for people if the given one is not a time.
*/
function clock(given) {
	if (given === void 0 || given === "") return whole(/* @__PURE__ */ new Date());
	const time = new Date(/^\d{4}-\d{2}-\d{2}$/.test(given) ? `${given}T00:00:00Z` : given);
	if (Number.isNaN(time.getTime())) throw new RangeError(`${JSON.stringify(given)} is not a time; write one like 2024-07-26T16:45:00Z`);
	return whole(time);
}
/** Whole seconds: nobody wants to read more in a journal. */
function whole(time) {
	return time.toISOString().replace(/\.\d+Z$/, "Z");
}

// src/io/thread.ts
/** A place without a conversation: nothing can be shown there, so no approval counts, and nobody waits for news of a failure. */
const OFF_RECORD = {
	onRecord: false,
	evidence: async (approvals) => new Map(approvals.map((entry) => [entry.id, "it cannot be re-read here"])),
	teams: async (names) => new Map(names.map((name) => [name, null])),
	failed: async () => {}
};

// src/io/history.ts
/** Names, in a commit's message, the last commit whose hand-made edits stand in the journal. */
const JOURNALLED = "Milestone-Journalled";
const MAX_COMMITS = 200;
const DEEPEN_BY = 100;
const MAX_DEEPENINGS = 10;
async function isAncestor(git, ancestor, commit) {
	return (await git.try([
		"merge-base",
		"--is-ancestor",
		ancestor,
		commit
	])).code === 0;
}
/** Fetches more of a shallow history until `found` is satisfied, within a bound. */
async function deepenUntil(git, branch, found) {
	for (let i = 0; i < MAX_DEEPENINGS; i++) {
		if (await found()) return;
		if (await git.run(["rev-parse", "--is-shallow-repository"]) !== "true") return;
		await git.run([
			"fetch",
			"--quiet",
			"--no-tags",
			`--deepen=${DEEPEN_BY}`,
			"origin",
			branch
		]);
	}
}
/** Trailers that are looked at, newest first; anybody can write one. */
const MAX_TRAILERS = 50;
/** The commits that trailers name, newest first. Not along the first parents alone: one may have come in by the merge of a pull request. */
async function namedCommits(git, head) {
	const format = `--format=%(trailers:key=${JOURNALLED},valueonly,separator=%x0A)`;
	return (await git.run([
		"log",
		`-${MAX_TRAILERS}`,
		`--grep=^${JOURNALLED}: [0-9a-f]`,
		format,
		head
	])).split("\n").filter((sha) => /^[0-9a-f]{40,64}$/.test(sha));
}
/**
* The commit up to which hand-made edits of the store are journalled: the newest one that a trailer names and the journal bears
* out, else `fallback` (what the branch pointed to before the push); null if neither is in the history that can be reached.
*/
async function journalledUpTo(git, branch, head, fallback, isJournalled) {
	const reached = async () => {
		for (const sha of [...(await namedCommits(git, head)).filter(isJournalled), fallback]) if (sha !== null && await isAncestor(git, sha, head)) return sha;
		return null;
	};
	await deepenUntil(git, branch, async () => await reached() !== null);
	return reached();
}
/** The commits of the branch's own line after `since` that touched the store, oldest first, with the files they changed. */
async function storeCommits(git, since, head, storeDir) {
	const format = "--format=%H%x00%an%x00%cI%x00%s";
	const range = [
		`${since}..${head}`,
		"--",
		`${storeDir}/`
	];
	const log = await git.run([
		"log",
		"--first-parent",
		"--reverse",
		`--max-count=${MAX_COMMITS}`,
		format,
		...range
	]);
	const commits = [];
	for (const line of log.split("\n").filter((text) => text !== "")) {
		const [sha = "", author = "", at = "", subject = ""] = line.split("\0");
		const names = await git.run([
			"diff-tree",
			"-r",
			"-z",
			"--name-only",
			"--no-commit-id",
			`${sha}^1`,
			sha,
			"--",
			`${storeDir}/`
		]);
		const before = /* @__PURE__ */ new Map();
		const after = /* @__PURE__ */ new Map();
		for (const path of names.split("\0").filter((name) => /\.ya?ml$/i.test(name))) {
			const short = path.slice(storeDir.length + 1);
			const [old, now] = await Promise.all([readTextAt(git, `${sha}^1`, path), readTextAt(git, sha, path)]);
			if (old !== null) before.set(short, old);
			if (now !== null) after.set(short, now);
		}
		commits.push({
			sha,
			author,
			at: new Date(at).toISOString(),
			subject,
			before,
			after
		});
	}
	return commits;
}

// src/io/files.ts
/** Every YAML file below `dir`, by its path relative to it. Links and directories named like files are reported, not followed. */
async function readFiles(dir) {
	const named = (await readdir(dir, {
		recursive: true,
		withFileTypes: true
	})).filter((entry) => isStoreText(entry.name) || entry.isSymbolicLink() && mayHideFiles(entry.name));
	return (await Promise.all(named.map(async (entry) => {
		const full = join(entry.parentPath, entry.name);
		const path = full.slice(dir.length).replaceAll("\\", "/").replace(/^\/+/, "");
		if (entry.isSymbolicLink()) return {
			path,
			kind: "is-link"
		};
		if (entry.isDirectory()) return {
			path,
			kind: "is-directory"
		};
		if (!entry.isFile()) return null;
		if ((await lstat(full)).size > 1048576) return {
			path,
			kind: "too-large"
		};
		return toStoreFile(path, await readFile(full));
	}))).filter((file) => file !== null).sort((a, b) => a.path < b.path ? -1 : 1);
}
/** The text of a file, or null if there is none. */
async function readText(path) {
	try {
		return await readFile(path, "utf8");
	} catch (error) {
		if (error.code === "ENOENT") return null;
		throw error;
	}
}
/** Where the new content of a file lies until it is renamed into place. */
const stagedName = (path, pid) => `${path}.git-milestone-${pid}.tmp`;
/**
* Writes every file or none: all new contents are first laid beside their targets, then renamed into place.
* Returns false, having written nothing, if a file no longer is what the plan was made from.
*/
async function writeFiles(dir, writes) {
	for (const write of writes) if (await readText(join(dir, write.path)) !== write.before) return false;
	const staged = [];
	try {
		for (const write of writes) {
			const to = join(dir, write.path);
			if (write.after === null) continue;
			await mkdir(dirname(to), { recursive: true });
			const from = stagedName(to, process.pid);
			staged.push({
				from,
				to
			});
			await writeFile(from, write.after);
			if (write.before !== null) await chmod(from, (await lstat(to)).mode);
		}
	} catch (error) {
		await Promise.all(staged.map(({ from }) => rm(from, { force: true })));
		throw error;
	}
	for (const { from, to } of staged) await rename(from, to);
	for (const write of writes) if (write.after === null) await rm(join(dir, write.path));
	return true;
}
/** What the operating system refused, as something a person can mend; undefined for any other error. */
function fileProblem(error) {
	const { code, syscall, path } = error;
	if (typeof code !== "string" || typeof syscall !== "string" || typeof path !== "string") return void 0;
	return new RepositoryError(`${path.replace(/\.git-milestone-\d+\.tmp$/, "")} cannot be read or written (${syscall}: ${code})`, "Check that it is there, is what it should be, and is yours to change. Nothing was changed.");
}
/** Makes new files below `dir`, all or none; throws RepositoryError if one of them is there already. */
async function createFiles(dir, writes) {
	await assertNew(dir, writes);
	await writeFiles(dir, writes);
}
/** Throws RepositoryError if one of the files is there already. */
async function assertNew(dir, writes) {
	for (const { path } of writes) {
		if (await readText(join(dir, path)) === null) continue;
		throw new RepositoryError(`${path} is there already, and nothing was written`, "Edit it instead, or remove it first.");
	}
}

// src/io/unfinished.ts
/** A run needs milliseconds to write its record; one that still cannot be read after this was cut off. */
const WRITING_MS = 2e3;
/** In git's own directory, where no checkout can bring one along; in the store where there is no git. */
async function recordPath(root, storeDir, git) {
	if (git === null) return join(root, storeDir, ".unfinished.json");
	return join(root, await git.run([
		"rev-parse",
		"--git-path",
		"git-milestone-unfinished.json"
	]));
}
/** Writes the record; false if there is one already. */
async function begin(path, record) {
	try {
		await writeFile(path, JSON.stringify(record), { flag: "wx" });
		return true;
	} catch (error) {
		const { code = "" } = error;
		if (code === "EEXIST") return false;
		if ([
			"EACCES",
			"EPERM",
			"EROFS"
		].includes(code)) return true;
		throw error;
	}
}
/** Takes the record away: everything it tells of is done, or taken back. */
async function end(path) {
	await rm(path, { force: true });
}
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
/** The record that a run left behind when it ended: `none`, `busy` while the run lives, `empty` if it ended before it began. */
async function leftBehind(path) {
	const text = await readFile(path, "utf8").catch((error) => {
		if (error.code === "ENOENT") return null;
		throw error;
	});
	if (text === null) return "none";
	try {
		const record = JSON.parse(text);
		return record.pid !== process.pid && isAlive(record.pid) ? "busy" : record;
	} catch {
		const found = await stat(path).catch(() => null);
		return found !== null && Date.now() - found.mtimeMs < WRITING_MS ? "busy" : "empty";
	}
}

// src/io/directory.ts
const STORE = ".milestones";
/** The nearest `.milestones` from `dir` upward, not beyond the git root. Throws RepositoryError if there is none. */
async function findStore(dir) {
	const start = resolve(dir);
	if (!isDirectory(start)) throw new RepositoryError(`There is no directory ${dir}`, "Check the path given to -C.");
	const from = realpathSync(start);
	const root = await topOf(from);
	for (let at = from;; at = dirname(at)) {
		if (isDirectory(join(at, STORE))) {
			const base = root ?? at;
			return {
				root: base,
				storeDir: relative(base, join(at, STORE)).split(sep).join("/"),
				git: root === null ? null : gitIn(root)
			};
		}
		if (at === root || at === dirname(at) || existsSync(join(at, ".git"))) break;
	}
	throw new RepositoryError(`There is no ${STORE} directory in ${start} or above it`, "Run `git milestone init` to make one, or name another place with -C.");
}
/** The top of the git work tree around `dir`; null where there is none. Starting git takes long, so it is not asked about nothing. */
async function topOf(dir) {
	const marked = (at) => existsSync(join(at, ".git")) || at !== dirname(at) && marked(dirname(at));
	if (process.env["GIT_DIR"] === void 0 && !marked(dir)) return null;
	const top = await gitIn(dir).try(["rev-parse", "--show-toplevel"]).catch(() => null);
	return top?.code === 0 ? realpathSync(top.stdout.toString("utf8").trim()) : null;
}
function isDirectory(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
/** The branch that is the default one where no remote says which is. */
async function usualBranch(git) {
	for (const name of ["main", "master"]) if ((await git.try([
		"show-ref",
		"--verify",
		"--quiet",
		`refs/heads/${name}`
	])).code === 0) return name;
	return null;
}
/** True if the checked-out branch is the one that generated pages belong to; a plain directory counts as it. */
async function onDefaultBranch(git) {
	if (git === null) return true;
	const current = await git.try([
		"symbolic-ref",
		"--quiet",
		"--short",
		"HEAD"
	]);
	if (current.code !== 0) return false;
	const branch = current.stdout.toString("utf8").trim();
	const remote = await git.try([
		"symbolic-ref",
		"--quiet",
		"--short",
		"refs/remotes/origin/HEAD"
	]);
	if (remote.code === 0) return remote.stdout.toString("utf8").trim() === `origin/${branch}`;
	return branch === (await usualBranch(git) ?? branch);
}
/** The default branch as this clone knows it; else what is checked out. */
async function defaultRef(git) {
	const remote = "refs/remotes/origin/HEAD";
	if ((await git.try([
		"rev-parse",
		"--verify",
		"--quiet",
		`${remote}^{commit}`
	])).code === 0) return remote;
	const branch = await usualBranch(git);
	return branch === null ? "HEAD" : `refs/heads/${branch}`;
}
/** The policy that is in force: the last commit's on the default branch. None where it has none, or there is no git. */
async function policyOf({ git, storeDir }) {
	if (git === null) return void 0;
	const ref = await defaultRef(git);
	for (const path of POLICY_FILES) {
		const text = await readTextAt(git, ref, `${storeDir}/${path}`);
		if (text !== null) return {
			path,
			kind: "text",
			text
		};
	}
}
/** Earlier versions of the store's milestones; none without git, or before the first commit. */
async function versionsOf({ git, storeDir }) {
	const head = await git?.try([
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD"
	]);
	return git && head?.code === 0 ? storeVersions(git, head.stdout.toString("utf8").trim(), storeDir) : [];
}
/** The store in a person's directory. With `commit`, the change becomes one commit of exactly the files it wrote. */
function directoryRepository(place, options) {
	const { root, storeDir, git } = place;
	return {
		storeDir,
		async snapshot() {
			const head = git ? await git.try([
				"rev-parse",
				"--verify",
				"--quiet",
				"HEAD"
			]) : null;
			const policy = await policyOf(place);
			return {
				files: await readFiles(join(root, storeDir)),
				...policy ? { policy } : {},
				base: head?.code === 0 ? head.stdout.toString("utf8").trim() : null,
				generated: await onDefaultBranch(git),
				readText: (path) => readText(join(root, path)),
				versions: async () => versionsOf(place)
			};
		},
		async deliver(snapshot, delivery) {
			for (const { path } of delivery.writes) assertInside(root, path);
			const { commit, push } = options;
			const record = await recordPath(root, storeDir, git);
			const { writes, message } = delivery;
			if (!await begin(record, {
				pid: process.pid,
				base: snapshot.base,
				commit,
				push,
				message,
				writes
			})) return { kind: "moved" };
			try {
				return await carryOut(snapshot, delivery);
			} finally {
				await end(record);
			}
		}
	};
	async function carryOut(snapshot, delivery) {
		if (!await writeFiles(root, delivery.writes)) return { kind: "moved" };
		if (!git || !options.commit) return {
			kind: "done",
			sha: null
		};
		const sha = await commitWrites(git, delivery).catch(async (error) => {
			if (!(error instanceof GitError)) throw error;
			await takeBack(root, git, snapshot, delivery.writes);
			throw new RepositoryError(`git did not make the commit, and nothing was changed: ${error.stderr.trim()}`, "Mend what git names, or leave out --commit.");
		});
		if (!options.push) return {
			kind: "done",
			sha
		};
		const pushed = await git.try(["push", "--quiet"]);
		if (pushed.code === 0) return {
			kind: "done",
			sha
		};
		await takeBack(root, git, snapshot, delivery.writes);
		const problem = pushProblem("upstream", pushed.stderr);
		if (problem instanceof RepositoryError) throw problem;
		if (problem === void 0) throw notPushed(pushed.stderr);
		await followUpstream(git, pushed.stderr);
		return { kind: "moved" };
	}
}
/** Makes one commit of exactly these files; returns its id. */
async function commitWrites(git, delivery) {
	const paths = delivery.writes.map((write) => write.path);
	await git.run([
		"add",
		"--",
		...paths
	]);
	await git.run([
		"commit",
		"--quiet",
		"--only",
		"-F",
		"-",
		"--",
		...paths
	], { input: delivery.message });
	return git.run(["rev-parse", "HEAD"]);
}
/** Takes back the commit that could not be pushed, and the files it wrote. */
async function takeBack(root, git, snapshot, writes) {
	const paths = writes.map((write) => write.path);
	const reversed = writes.map(({ path, before, after }) => ({
		path,
		before: after,
		after: before
	}));
	if (snapshot.base === null) {
		await git.try([
			"update-ref",
			"-d",
			"HEAD"
		]);
		await git.try([
			"rm",
			"--cached",
			"--quiet",
			"--ignore-unmatch",
			"--",
			...paths
		]);
	} else {
		if (await git.run(["rev-parse", "HEAD"]) !== snapshot.base) await git.run([
			"reset",
			"--quiet",
			"--soft",
			snapshot.base
		]);
		await git.run([
			"reset",
			"--quiet",
			snapshot.base,
			"--",
			...paths
		]);
	}
	await writeFiles(root, reversed);
}
async function followUpstream(git, why) {
	if (!((await git.try(["fetch", "--quiet"])).code === 0 && (await git.try([
		"merge",
		"--quiet",
		"--ff-only",
		"@{upstream}"
	])).code === 0)) throw notPushed(why);
}
function notPushed(why) {
	return new RepositoryError(`The push was refused and nothing was changed: ${why.trim()}`, "Bring the branch up to date (git pull --rebase), then run the command again.");
}
/** A dashboard path through a link could lead anywhere; nothing is written outside the repository. */
function assertInside(root, path) {
	const hint = "Change `dashboard.path` in config.yaml, or remove the link.";
	let at = dirname(join(root, path));
	while (!existsSync(at)) at = dirname(at);
	const real = realpathSync(at);
	if (real !== root && !real.startsWith(root + sep) || path.split("/").some((part) => /^\.git$/i.test(part))) throw new RepositoryError(`${path} leads outside the repository's files`, hint);
	if (lstatSync(join(root, path), { throwIfNoEntry: false })?.isSymbolicLink()) throw new RepositoryError(`${path} is a symbolic link, and nothing is written through it`, hint);
}

// src/io/actor.ts
/** Who acts at this machine: git's `github.user`, else its `user.name`, else the account's name. */
async function actorOf(git) {
	for (const key of ["github.user", "user.name"]) {
		const found = await git?.try([
			"config",
			"--get",
			key
		]);
		const name = found?.code === 0 ? found.stdout.toString("utf8").trim() : "";
		if (name !== "") return name;
	}
	try {
		return userInfo().username;
	} catch {
		return process.env["USER"] || "unknown";
	}
}

// src/io/finish-unfinished.ts
const WAIT_MS = 100;
const WAITS = 50;
/** Lines of a commit message that name the changes it carries out. */
const changesIn = (message) => message.split("\n").filter((line) => /^Milestone-Change: \S/.test(line));
/**
* True if a commit made since delivers the record: it names the same changes, or has every file as it was to be. HEAD alone does
* not tell: a later commit or a pull may have changed the files again.
*/
async function isCommitted(git, { writes, base, message }) {
	const known = base !== null && (await git.try([
		"cat-file",
		"-e",
		`${base}^{commit}`
	])).code === 0;
	const log = await git.try([
		"log",
		"-z",
		"--no-show-signature",
		"--format=%H%n%B",
		known ? `${base}..HEAD` : "HEAD"
	]);
	if (log.code !== 0) return false;
	const commits = log.stdout.toString("utf8").split("\0").filter(Boolean);
	const named = changesIn(message);
	if (named.length > 0 && commits.some((text) => named.every((line) => changesIn(text).includes(line)))) return true;
	const wanted = await Promise.all(writes.map(({ path, after }) => blobId(git, path, after)));
	const asked = commits.flatMap((text) => writes.map(({ path }) => `${text.split("\n")[0]}:${path}\n`));
	const ids = (await git.run(["cat-file", "--batch-check=%(objectname)"], { input: asked.join("") })).split("\n").map((line) => line.endsWith(" missing") ? null : line);
	return commits.some((_, i) => wanted.every((id, j) => ids[i * writes.length + j] === id));
}
/** The object that git makes of a text at this path; null for no file. */
async function blobId(git, path, text) {
	return text === null ? null : git.run([
		"hash-object",
		"--stdin",
		"--path",
		path
	], { input: text });
}
/** Writes what is not written yet. False, with everything taken back, if somebody has changed one of the files since. */
async function completeFiles(root, writes) {
	const texts = await Promise.all(writes.map(({ path }) => readText(join(root, path))));
	const open = writes.filter(({ before }, i) => texts[i] === before);
	const made = writes.filter(({ before, after }, i) => texts[i] === after && after !== before);
	if (open.length + made.length === writes.length) return writeFiles(root, open);
	await writeFiles(root, made.map(({ path, before, after }) => ({
		path,
		before: after,
		after: before
	})));
	return false;
}
async function complete({ root, git }, record) {
	const changed = "a file has been changed since, so what it had written was taken back";
	if (git === null || !record.commit) return await completeFiles(root, record.writes) ? "its files are written now" : changed;
	if (!await isCommitted(git, record)) {
		if (!await completeFiles(root, record.writes)) return changed;
		await commitWrites(git, record);
	}
	if (!record.push) return "its commit is made now";
	const pushed = await git.try(["push", "--quiet"]);
	return pushed.code === 0 ? "its commit is pushed now" : `its commit is made but could not be pushed; push it with git (${pushed.stderr.trim().split("\n")[0]})`;
}
/**
* Finishes what a run began and was killed in the middle of, and says so; waits while such a run still lives. Returns the files
* of the change that it finished. Throws RepositoryError if another run does not come to an end, or the record leads elsewhere.
*/
async function finishUnfinished(place, log) {
	const path = await recordPath(place.root, place.storeDir, place.git);
	let record = await leftBehind(path);
	for (let waited = 0; record === "busy" && waited < WAITS; waited++) {
		await setTimeout(WAIT_MS);
		record = await leftBehind(path);
	}
	if (record === "busy") throw new RepositoryError("Another run is writing to this store and does not come to an end", `Wait for it. If there is none any more, remove ${path}.`);
	if (record === "none") return [];
	if (record === "empty") {
		await end(path);
		return [];
	}
	for (const write of record.writes) assertInside(place.root, write.path);
	for (const write of record.writes) await rm(join(place.root, stagedName(write.path, record.pid)), { force: true });
	const outcome = await complete(place, record);
	await end(path);
	log(`An earlier run was ended in the middle of "${record.message.split("\n")[0]}": ${outcome}.`);
	return record.writes;
}

export { fetchBranch as A, BranchProtected as B, fetchRefs as C, baseOf as D, pause as E, readTree as F, tokenEnvironment as H, MAX_FILE_BYTES as I, isStoreText as L, snapshotAt as M, assertFree as N, branchRepository as O, readTextAt as P, mayHideFiles as R, answeredMeanwhile as S, mergeBase as T, NOTHING_WRITTEN as U, gitIn as V, RepositoryError as W, JOURNALLED as _, directoryRepository as a, OFF_RECORD as b, leftBehind as c, createFiles as d, fileProblem as f, writeFiles as g, stagedName as h, commitWrites as i, pushCommit as j, commitOf as k, recordPath as l, readText as m, actorOf as n, findStore as o, readFiles as p, assertInside as r, versionsOf as s, finishUnfinished as t, assertNew as u, journalledUpTo as v, join$1 as w, clock as x, storeCommits as y, toStoreFile as z };