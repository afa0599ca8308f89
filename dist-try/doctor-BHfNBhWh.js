import { l as originalName, n as allOriginals } from "./pictures-BL9K3oV6.js";
import { t as openNewsroom } from "./open-BQbhYSfh.js";
import { s as backlog } from "./pages-C61S4dKX.js";
import { statfs } from "node:fs/promises";
// src/doctor.ts
/** Free bytes below which the data folder is called full: a day of pictures and the database's log. */
var ROOM = 524288e3;
/** Checks what the newsroom needs and prints a line for each; 0 when all is well, 1 otherwise. */
async function examine(settings) {
	let ill = false;
	const say = (well, what, remedy = "") => {
		if (!well) ill = true;
		process.stdout.write(`${well ? "ok    " : "WRONG "} ${what}${well || !remedy ? "" : `\n       ${remedy}`}\n`);
	};
	say(true, `settings: ${settings.SITE_URL}, data in ${settings.DATA_DIR}`);
	let opened;
	try {
		opened = await openNewsroom(settings);
	} catch (error) {
		say(false, `database: ${error.message}`, "Check DATABASE_URL, or who may write to DATA_DIR.");
		return 1;
	}
	const { database, files } = opened;
	try {
		say(true, `database: ${database.kind}, up to date`);
		const { bavail, bsize } = await statfs(settings.DATA_DIR);
		say(bavail * bsize > ROOM, `disk: ${Math.round(bavail * bsize / 1024 ** 3)} GB free`, "Make room or move DATA_DIR to a larger disk.");
		const jobs = await backlog(database.db);
		say(jobs.failed === 0, `jobs: ${jobs.waiting} waiting, ${jobs.failed} given up`, "Their reasons are in the table jobs, column last_error.");
		const missing = [];
		let pictures = 0;
		for await (const original of allOriginals(database.db)) {
			pictures++;
			const name = originalName(original);
			if (await files.size(name) !== original.bytes) missing.push(name);
		}
		say(missing.length === 0, `pictures: ${pictures}, ${missing.length} without their whole file${missing.length ? `, the first ${missing[0]}` : ""}`, "Copy the missing files back from a backup of DATA_DIR/pictures.");
		return ill ? 1 : 0;
	} finally {
		await database.close();
	}
}
export { examine };

//# sourceMappingURL=doctor-BHfNBhWh.js.map