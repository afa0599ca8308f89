import { r as newsroomNow, t as changeNewsroom } from "./settings-DGvoPNxk.js";
import { t as openNewsroom } from "./open-BQbhYSfh.js";
import { parseArgs } from "node:util";
import { readFileSync } from "node:fs";
// src/settings.ts
/** `dateline settings`: shows the newsroom's settings, or changes those that a JSON file names. */
async function settingsCommand(args, settings) {
	const { positionals } = parseArgs({
		args,
		options: {},
		allowPositionals: true
	});
	const [file] = positionals;
	let changes;
	if (file) {
		try {
			changes = JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8"));
		} catch (error) {
			process.stderr.write(`dateline settings: ${file} cannot be read as JSON: ${error.message}\n`);
			return 1;
		}
		if (typeof changes !== "object" || changes === null || Array.isArray(changes)) {
			process.stderr.write("dateline settings: write an object such as {\"name\": \"The Morning Paper\"}\n");
			return 1;
		}
	}
	const { database } = await openNewsroom(settings);
	try {
		const newsroom = changes ? await database.write((tx) => changeNewsroom(tx, changes, /* @__PURE__ */ new Date())) : await newsroomNow(database.db);
		process.stdout.write(`${JSON.stringify(newsroom, null, 2)}\n`);
		return 0;
	} finally {
		await database.close();
	}
}
export { settingsCommand };

//# sourceMappingURL=settings-DGoX62Y3.js.map