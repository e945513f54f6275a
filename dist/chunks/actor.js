import { userInfo } from "node:os";

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

export { actorOf };