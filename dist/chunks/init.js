import { t as initialFiles } from "./change.js";
import { c as createFiles } from "./io.js";
import { ct as formatDay, st as dayOfInstant } from "./model.js";
import { i as printJson, r as print, t as EXIT } from "./output.js";
import { basename, resolve } from "node:path";

// src/cli/init.ts
/** Makes a store where there is none; returns the exit code. */
async function init(cli, now) {
	const dir = resolve(cli.dir ?? ".");
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const today = dayOfInstant(Date.parse(now), zone);
	const files = initialFiles(basename(dir), formatDay(today), formatDay(today + 28), zone);
	await createFiles(dir, files);
	const written = files.map((file) => file.path);
	if (cli.json) printJson({
		outcome: "applied",
		files: written,
		diagnostics: []
	});
	else print(`Wrote ${written.join(" and ")}.\nEdit them, then look: git milestone status`);
	return EXIT.done;
}

export { init };