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
				...environment,
				...options.env
			},
			stdio: "pipe"
		});
		const stdout = [];
		const stderr = [];
		child.stdout.on("data", (chunk) => stdout.push(chunk));
		child.stderr.on("data", (chunk) => stderr.push(chunk));
		child.on("error", (error) => reject(error.code === "ENOENT" ? /* @__PURE__ */ new Error("git is not installed, or not on the PATH") : error));
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

export { gitIn as n, tokenEnvironment as r, GitError as t };