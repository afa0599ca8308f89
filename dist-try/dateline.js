import { t as trustedProxies } from "./proxies-B1VEDoM5.js";
import { parseArgs, parseEnv } from "node:util";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
// src/env.ts
/** The only reader of process.env. Every setting, checked together. docs/operators.md tells each one's story. */
var port = z.coerce.number({ error: "Write a port number" }).int("Write a port number").min(0, "Write a port from 0 to 65535").max(65535, "Write a port from 0 to 65535");
var Settings = z.object({
	PORT: port.default(3e3),
	HOST: z.string().min(1, "Write an address to listen at, for example 127.0.0.1 or ::").default("127.0.0.1"),
	SITE_URL: z.url({
		protocol: /^https?$/,
		error: "Write the address readers use, for example https://paper.example"
	}).refine((address) => !URL.canParse(address) || new URL(address).pathname === "/", "Write the address without a path: the newsroom answers at the top of its host").optional(),
	DATA_DIR: z.string().min(1).default("./data"),
	DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "Write a Postgres address, postgres://user:password@host/database, or leave it out for SQLite in the data folder").optional(),
	DATABASE_CONNECTIONS: z.coerce.number().int().min(2, "Write at least 2").max(500, "Write at most 500").default(10),
	DEMO: z.enum(["on", "off"], { error: "Write on or off" }).default("on"),
	LOG_LEVEL: z.enum([
		"debug",
		"info",
		"warn",
		"error",
		"silent"
	], { error: "Write debug, info, warn, error or silent" }).default("info"),
	CACHE_MB: z.coerce.number().int().min(1, "Write at least 1").max(65536, "Write at most 65536").default(64),
	METRICS_PORT: z.union([z.literal("off"), port], { error: "Write a port number, or off" }).default(9464),
	METRICS_HOST: z.string().min(1).default("127.0.0.1"),
	TRUSTED_PROXIES: z.string().refine(isNetworkList, "Write networks with commas between them, for example loopback,10.0.0.0/8").default("loopback")
});
Object.keys(Settings.shape);
function isNetworkList(list) {
	try {
		trustedProxies(list);
		return true;
	} catch {
		return false;
	}
}
/** One or more settings are wrong. The message has a line for each: which, why, what to write. */
var WrongSettings = class extends Error {
	name = "WrongSettings";
};
/** Reads the settings from the environment and, below it, from a `.env` file in the working folder. */
function readEnv(environment = process.env, folder = process.cwd()) {
	const file = resolve(folder, ".env");
	const fromFile = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
	const given = Object.fromEntries(Object.entries({
		...fromFile,
		...environment
	}).filter(([name, value]) => name in Settings.shape && value !== ""));
	const checked = Settings.safeParse(given);
	if (!checked.success) throw new WrongSettings(checked.error.issues.map((issue) => {
		const name = String(issue.path[0]);
		return `${name}${name === "DATABASE_URL" ? "" : ` (it is “${given[name]}”)`}: ${issue.message}.`;
	}).join("\n"));
	const settings = checked.data;
	return {
		...settings,
		DATA_DIR: resolve(folder, settings.DATA_DIR),
		SITE_URL: (settings.SITE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, "")
	};
}
// src/dateline.ts
var noOptions = (args) => parseArgs({
	args,
	options: {},
	allowPositionals: false
});
var serve = (summary, usage, roles) => ({
	summary,
	usage,
	run: async (args) => {
		noOptions(args);
		const settings = readEnv();
		const { run } = await import("./main-BnohwlCx.js");
		const told = waitUntilTold();
		const { address, stop } = await run(settings, roles);
		if (address) process.stdout.write(`Dateline is open at ${address}\n`);
		else process.stdout.write("Dateline is working in the background\n");
		await told;
		process.once("SIGINT", () => process.exit(1));
		await stop();
		return 0;
	}
});
var commands = {
	start: serve("Run the newsroom: its pages and its background work", "dateline start\n\nOpens the newsroom at HOST and PORT and works off what follows from changes. Stop it with Ctrl-C or SIGTERM.", {
		web: true,
		worker: true
	}),
	web: serve("Run only the pages", "dateline web\n\nAnswers readers. Run one or more of these, and at least one worker, on one DATABASE_URL.", {
		web: true,
		worker: false
	}),
	worker: serve("Run only the background work", "dateline worker\n\nMakes renditions of pictures, publishes what is scheduled. Several may run on one DATABASE_URL.", {
		web: false,
		worker: true
	}),
	import: {
		summary: "Bring in a site from another system",
		usage: `dateline import FILE [--uploads DIR] [--fetch-pictures] [--dry-run] [--report FILE.json]

Brings in a WordPress export (WXR 1.0 to 1.2, .xml or .xml.gz), whether the newsroom is running or not. Run it again
at any time: what is there already is not brought in twice, and a run that was cut short goes on where it ended.

  --uploads DIR      take pictures from a copy of wp-content/uploads
  --fetch-pictures   fetch pictures from the site they are on (never from private addresses)
  --dry-run          say what would happen and change nothing
  --report FILE.json write the whole report for a program to read

Exit codes: 0 all accounted for, 1 could not start, 2 wrong use, 3 finished, but some items could not be brought in.`,
		run: async (args) => (await import("./import-BTPLOtOK.js")).importCommand(args, readEnv())
	},
	settings: {
		summary: "Show or change the newsroom’s name, colours, navigation and house texts",
		usage: `dateline settings [FILE.json]

Without FILE prints the settings as JSON. With it, changes those that the file names; '-' reads standard input.`,
		run: async (args) => (await import("./settings-DGoX62Y3.js")).settingsCommand(args, readEnv())
	},
	migrate: {
		summary: "Bring the database up to date",
		usage: "dateline migrate\n\nThe other commands do this too; run it alone before a planned upgrade.",
		run: async (args) => {
			noOptions(args);
			const { openNewsroom } = await import("./open-ClPDxBCz.js");
			const { database, migrated } = await openNewsroom(readEnv());
			await database.close();
			process.stdout.write(migrated.length ? `Migrated: ${migrated.join(", ")}\n` : "The database is up to date\n");
			return 0;
		}
	},
	doctor: {
		summary: "Check that everything the newsroom needs is there",
		usage: "dateline doctor\n\nChecks settings, data folder, database and pictures, and says what is wrong and what to do.",
		run: async (args) => {
			noOptions(args);
			return (await import("./doctor-BHfNBhWh.js")).examine(readEnv());
		}
	}
};
function help() {
	const width = Math.max(...Object.keys(commands).map((name) => name.length));
	return `dateline: a newsroom on the web\n\n${Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}\n\ndateline COMMAND --help says more. Settings come from the environment and from .env: see docs/operators.md.\n`;
}
function waitUntilTold() {
	return new Promise((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
	});
}
async function main(args) {
	const [name, ...rest] = args;
	if (!name || name === "--help" || name === "-h" || name === "help") {
		process.stdout.write(help());
		return name ? 0 : 2;
	}
	const command = Object.hasOwn(commands, name) ? commands[name] : void 0;
	if (!command) {
		process.stderr.write(`dateline: there is no command “${name}”\n\n${help()}`);
		return 2;
	}
	if (rest.includes("--help") || rest.includes("-h")) {
		process.stdout.write(`${command.usage}\n`);
		return 0;
	}
	try {
		return await command.run(rest);
	} catch (error) {
		if (error instanceof WrongSettings) process.stderr.write(`dateline: these settings need another value\n${error.message}\n`);
		else if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) process.stderr.write(`dateline ${name}: ${error.message}\n\n${command.usage}\n`);
		else {
			process.stderr.write(`dateline: ${explain(error)}\n`);
			return 1;
		}
		return 2;
	}
}
/** What went wrong in the operator's words, where it is known; the whole error otherwise. */
function explain(error) {
	if (!(error instanceof Error)) return String(error);
	const code = "code" in error ? String(error.code) : "";
	if (code === "EADDRINUSE") return `Another program is using this port. Set PORT to another one.\n${error.message}`;
	if (code === "EACCES" || code === "EPERM") return `The file or port may not be used by this user.\n${error.message}`;
	if (code === "ENOSPC") return `The disk is full.\n${error.message}`;
	if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "3D000" || code === "28P01") return `The database cannot be reached. Check DATABASE_URL.\n${error.message}`;
	return error.name === "Refusal" ? error.message : error.stack ?? error.message;
}
process.exitCode = await main(process.argv.slice(2));
export {};

//# sourceMappingURL=dateline.js.map