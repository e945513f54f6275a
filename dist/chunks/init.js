import { t as initialFiles } from "./change.js";
import { d as createFiles, u as assertNew } from "./io.js";
import { Dt as dayOfInstant, Ot as formatDay } from "./model.js";
import { i as printJson, r as print, t as EXIT } from "./output.js";
import { basename, resolve } from "node:path";

// src/cli/init.ts
/** Makes a store where there is none, or only says which files that would be; returns the exit code. */
async function init(asked, cli, now) {
	const dir = resolve(cli.dir ?? ".");
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const today = dayOfInstant(Date.parse(now), zone);
	const files = initialFiles(basename(dir), formatDay(today), formatDay(today + 28), zone);
	const dryRun = asked.options["dry-run"] === true;
	if (dryRun) await assertNew(dir, files);
	else await createFiles(dir, files);
	const written = files.map((file) => file.path);
	if (cli.json) printJson({
		outcome: dryRun ? "planned" : "applied",
		files: written,
		diagnostics: []
	});
	else if (dryRun) print(`Would write ${written.join(" and ")}. Nothing was written.`);
	else print(`Wrote ${written.join(" and ")}.\nEdit them, then look: git milestone status`);
	return EXIT.done;
}

export { init };