import { t as RepositoryError } from "./repository2.js";
import { spawn } from "node:child_process";

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
const FORBIDDEN = /Permission to .+ denied|returned error: 40[13]|Authentication failed|Write access .* not granted/i;
/**
* Why a push to `branch` failed, from what git said: `moved` if somebody else was faster, an error that a person can mend, or
* undefined for anything unknown.
*/
function pushProblem(branch, stderr) {
	if (PROTECTED.test(stderr)) return new RepositoryError(`The branch ${branch} is protected and did not take the commit: ${lineWith(PROTECTED, stderr)}`, "Let this workflow bypass the protection, or give the Action a token that may push.");
	if (LOST_RACE.test(stderr)) return "moved";
	if (FORBIDDEN.test(stderr)) return new RepositoryError(`Pushing to ${branch} is not permitted: ${lineWith(FORBIDDEN, stderr)}`, "Grant the job `permissions: contents: write`, or give it a token that may push.");
}
function lineWith(pattern, stderr) {
	return (stderr.split("\n").find((text) => pattern.test(text)) ?? stderr).replace(/^remote:\s*/, "").trim();
}

export { tokenEnvironment as i, GitError as n, gitIn as r, pushProblem as t };