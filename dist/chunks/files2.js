import { i as toStoreFile, n as isStoreText, r as mayHideFiles, t as MAX_FILE_BYTES } from "./file-content.js";
import { t as RepositoryError } from "./repository2.js";
import { chmod, lstat, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

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
			const from = `${to}.git-milestone-${process.pid}.tmp`;
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
	for (const { path } of writes) {
		if (await readText(join(dir, path)) === null) continue;
		throw new RepositoryError(`${path} is there already, and nothing was written`, "Edit it instead, or remove it first.");
	}
	await writeFiles(dir, writes);
}

export { writeFiles as a, readText as i, fileProblem as n, readFiles as r, createFiles as t };