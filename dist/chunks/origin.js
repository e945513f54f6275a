import { W as RepositoryError } from "./io.js";
import { i as patience, n as githubClient, t as githubPeer } from "./peer.js";

// src/io/github/origin.ts
/** A clone's remote as `https://host/owner/repo.git`, `ssh://git@host/owner/repo` or `git@host:owner/repo.git`; null for any other. */
function originOf(url) {
	const [, host = "", owner = "", repo = ""] = /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/(?:[^@/]*@)?|git:\/\/)([^/]+)\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url) ?? /^(?:[^@/]+@)?([^:/]+):([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url) ?? [];
	return repo === "" ? null : {
		host,
		owner,
		repo
	};
}
/** GitHub as the command line reaches it: the repository that `origin` names, with the token of the environment. */
async function peerOfOrigin(git, environment, log) {
	const found = await git?.try([
		"remote",
		"get-url",
		"origin"
	]);
	const origin = found?.code === 0 ? originOf(found.stdout.toString("utf8").trim()) : null;
	if (!origin) throw new RepositoryError("There is no remote `origin` that names a repository on GitHub", "Add one: git remote add origin https://github.com/OWNER/REPOSITORY.git");
	const token = environment["GITHUB_TOKEN"] || environment["GH_TOKEN"];
	if (!token) throw new RepositoryError("No token for GitHub is set", "Set GITHUB_TOKEN to one that may read and write issues, for example: export GITHUB_TOKEN=\"$(gh auth token)\".");
	const { host, owner, repo } = origin;
	const apiUrl = environment["GITHUB_API_URL"] || (host === "github.com" ? "https://api.github.com" : `https://${host}/api/v3`);
	const graphqlUrl = environment["GITHUB_GRAPHQL_URL"];
	const waits = patience();
	const client = githubClient({
		token,
		apiUrl,
		log,
		patience: waits,
		...graphqlUrl ? { graphqlUrl } : {}
	});
	return githubPeer(client, {
		owner,
		repo
	}, waits, log);
}

export { originOf, peerOfOrigin };