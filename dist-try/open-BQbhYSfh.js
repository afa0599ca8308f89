import { t as openDatabase } from "./database-BqCOGjmU.js";
import { createReadStream, mkdirSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { PostgresAdapter, PostgresDialect, SqliteAdapter, SqliteDialect, sql } from "kysely";
import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import pg from "pg";
import { DatabaseSync } from "node:sqlite";
// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
// migrations/columns.ts
/**
* Text that both databases compare and sort by its bytes. Postgres would use the language of its cluster, and lists,
* ranges and unique names would differ from one machine to the next.
*/
var textIn = (db) => db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`;
/** Whole numbers up to 2^53. */
var bigintIn = (db) => db.getExecutor().adapter instanceof PostgresAdapter ? sql`bigint` : sql`integer`;
// migrations/transfer.ts
/** The tables of imports (src/transfer/tables.ts). */
async function createTransferTables(db) {
	const text = textIn(db);
	await db.schema.createTable("imports").addColumn("id", text, (c) => c.primaryKey()).addColumn("site", text, (c) => c.notNull()).addColumn("file", text, (c) => c.notNull()).addColumn("started", text, (c) => c.notNull()).addColumn("finished", text, (c) => c.notNull()).addColumn("report", text, (c) => c.notNull()).execute();
	await db.schema.createTable("imported_items").addColumn("site", text, (c) => c.notNull()).addColumn("external_type", text, (c) => c.notNull()).addColumn("external_id", text, (c) => c.notNull()).addColumn("kind", text, (c) => c.notNull()).addColumn("local_id", text, (c) => c.notNull()).addColumn("digest", text, (c) => c.notNull()).addColumn("version", "integer", (c) => c.notNull()).addColumn("status", text, (c) => c.notNull()).addColumn("lacking", text, (c) => c.notNull()).addPrimaryKeyConstraint("imported_items_key", [
		"site",
		"external_type",
		"external_id"
	]).execute();
	await db.schema.createIndex("imported_items_local").on("imported_items").column("local_id").execute();
	await db.schema.createTable("imported_comments").addColumn("site", text, (c) => c.notNull()).addColumn("external_id", text, (c) => c.notNull()).addColumn("article_id", text, (c) => c.notNull().references("articles.id")).addColumn("parent", text).addColumn("author", text, (c) => c.notNull()).addColumn("email", text, (c) => c.notNull()).addColumn("url", text, (c) => c.notNull()).addColumn("ip", text, (c) => c.notNull()).addColumn("written", text, (c) => c.notNull()).addColumn("status", text, (c) => c.notNull()).addColumn("type", text, (c) => c.notNull()).addColumn("content", text, (c) => c.notNull()).addColumn("meta", text, (c) => c.notNull()).addPrimaryKeyConstraint("imported_comments_key", ["site", "external_id"]).execute();
	await db.schema.createIndex("imported_comments_article").on("imported_comments").columns(["article_id", "written"]).execute();
}
// migrations/2026-11-23-newsroom.ts
var _2026_11_23_newsroom_exports = /* @__PURE__ */ __exportAll({ up: () => up });
async function up(db) {
	const text = textIn(db);
	const bigint = bigintIn(db);
	await db.schema.createTable("changes").addColumn("id", text, (c) => c.primaryKey()).addColumn("place", bigint, (c) => c.notNull()).addColumn("touches", text, (c) => c.notNull()).addColumn("happened", text, (c) => c.notNull()).execute();
	await db.schema.createIndex("changes_place").on("changes").column("place").execute();
	await db.schema.createTable("events").addColumn("id", text, (c) => c.primaryKey()).addColumn("type", text, (c) => c.notNull()).addColumn("payload", text, (c) => c.notNull()).addColumn("happened", text, (c) => c.notNull()).addColumn("dispatched", text).execute();
	await db.schema.createIndex("events_waiting").on("events").column("id").where("dispatched", "is", null).execute();
	await db.schema.createTable("jobs").addColumn("id", text, (c) => c.primaryKey()).addColumn("event_id", text, (c) => c.notNull()).addColumn("handler", text, (c) => c.notNull()).addColumn("payload", text, (c) => c.notNull()).addColumn("due", text, (c) => c.notNull()).addColumn("attempts", "integer", (c) => c.notNull()).addColumn("failed", text).addColumn("last_error", text).addUniqueConstraint("jobs_once", ["event_id", "handler"]).execute();
	await db.schema.createIndex("jobs_due").on("jobs").columns(["due", "id"]).execute();
	await db.schema.createTable("addresses").addColumn("path", text, (c) => c.primaryKey()).addColumn("kind", text, (c) => c.notNull()).addColumn("thing_id", text, (c) => c.notNull()).addColumn("retired", text).execute();
	await db.schema.createIndex("addresses_thing").on("addresses").column("thing_id").execute();
	await db.schema.createTable("newsroom").addColumn("id", text, (c) => c.primaryKey()).addColumn("settings", text, (c) => c.notNull()).addColumn("changed", text, (c) => c.notNull()).execute();
	await db.schema.createTable("pictures").addColumn("id", text, (c) => c.primaryKey()).addColumn("hash", text, (c) => c.notNull()).addColumn("format", text, (c) => c.notNull()).addColumn("width", "integer", (c) => c.notNull()).addColumn("height", "integer", (c) => c.notNull()).addColumn("bytes", bigint, (c) => c.notNull()).addColumn("alt", text, (c) => c.notNull()).addColumn("caption", text, (c) => c.notNull()).addColumn("credit", text, (c) => c.notNull()).addColumn("licence", text, (c) => c.notNull()).addColumn("focal_x", "real", (c) => c.notNull()).addColumn("focal_y", "real", (c) => c.notNull()).addColumn("source", text).addColumn("added", text, (c) => c.notNull()).execute();
	await db.schema.createIndex("pictures_hash").on("pictures").column("hash").execute();
	await db.schema.createTable("contributors").addColumn("id", text, (c) => c.primaryKey()).addColumn("kind", text, (c) => c.notNull()).addColumn("name", text, (c) => c.notNull()).addColumn("path", text, (c) => c.notNull()).addColumn("biography", text, (c) => c.notNull()).addColumn("picture_id", text, (c) => c.references("pictures.id")).addColumn("links", text, (c) => c.notNull()).addColumn("disclaimer", text, (c) => c.notNull()).addColumn("added", text, (c) => c.notNull()).execute();
	await db.schema.createTable("categories").addColumn("id", text, (c) => c.primaryKey()).addColumn("name", text, (c) => c.notNull()).addColumn("names", text, (c) => c.notNull()).addColumn("description", text, (c) => c.notNull()).addColumn("path", text, (c) => c.notNull()).addColumn("parent_id", text, (c) => c.references("categories.id")).addColumn("position", "integer", (c) => c.notNull()).execute();
	await db.schema.createTable("tags").addColumn("id", text, (c) => c.primaryKey()).addColumn("name", text, (c) => c.notNull()).addColumn("path", text, (c) => c.notNull()).execute();
	await db.schema.createTable("articles").addColumn("id", text, (c) => c.primaryKey()).addColumn("kind", text, (c) => c.notNull()).addColumn("status", text, (c) => c.notNull()).addColumn("access", text, (c) => c.notNull()).addColumn("headline", text, (c) => c.notNull()).addColumn("seo_title", text, (c) => c.notNull()).addColumn("social_title", text, (c) => c.notNull()).addColumn("social_picture_id", text, (c) => c.references("pictures.id")).addColumn("standfirst", text, (c) => c.notNull()).addColumn("dateline_place", text, (c) => c.notNull()).addColumn("dateline_date", text, (c) => c.notNull()).addColumn("words", "integer", (c) => c.notNull()).addColumn("language", text, (c) => c.notNull()).addColumn("direction", text, (c) => c.notNull()).addColumn("category_id", text, (c) => c.references("categories.id")).addColumn("lead_picture_id", text, (c) => c.references("pictures.id")).addColumn("path", text, (c) => c.notNull()).addColumn("version", "integer", (c) => c.notNull()).addColumn("created", text, (c) => c.notNull()).addColumn("edited", text, (c) => c.notNull()).addColumn("published", text).addColumn("updated", text).addColumn("scheduled", text).addColumn("withheld", text).addColumn("withheld_reason", text, (c) => c.notNull()).addColumn("body", text, (c) => c.notNull()).execute();
	await db.schema.createIndex("articles_scheduled").on("articles").columns(["scheduled", "id"]).where("status", "=", "scheduled").execute();
	await db.schema.createTable("article_categories").addColumn("article_id", text, (c) => c.notNull().references("articles.id")).addColumn("category_id", text, (c) => c.notNull().references("categories.id")).addColumn("position", "integer", (c) => c.notNull()).addPrimaryKeyConstraint("article_categories_key", ["article_id", "category_id"]).execute();
	await db.schema.createTable("article_tags").addColumn("article_id", text, (c) => c.notNull().references("articles.id")).addColumn("tag_id", text, (c) => c.notNull().references("tags.id")).addColumn("position", "integer", (c) => c.notNull()).addPrimaryKeyConstraint("article_tags_key", ["article_id", "tag_id"]).execute();
	await db.schema.createTable("bylines").addColumn("article_id", text, (c) => c.notNull().references("articles.id")).addColumn("position", "integer", (c) => c.notNull()).addColumn("contributor_id", text, (c) => c.notNull().references("contributors.id")).addColumn("role", text, (c) => c.notNull()).addPrimaryKeyConstraint("bylines_key", ["article_id", "position"]).execute();
	await db.schema.createTable("feed_entries").addColumn("feed", text, (c) => c.notNull()).addColumn("published", text, (c) => c.notNull()).addColumn("article_id", text, (c) => c.notNull().references("articles.id")).addPrimaryKeyConstraint("feed_entries_key", [
		"feed",
		"published",
		"article_id"
	]).execute();
	await db.schema.createIndex("feed_entries_article").on("feed_entries").column("article_id").execute();
	await createTransferTables(db);
}
// migrations/index.ts
/** Every migration by its name, in order. A released one is never edited. */
var migrations = { "2026-11-23-newsroom": _2026_11_23_newsroom_exports };
// src/platform/files.ts
/** Files in a folder of this machine. */
function onDisk(folder) {
	const at = (name) => {
		const path = normalize(join(folder, name));
		if (!path.startsWith(normalize(folder) + sep)) throw new Error(`${name} leaves the folder`);
		return path;
	};
	return {
		read: async (name) => {
			try {
				return await readFile(at(name));
			} catch (error) {
				if (isMissing(error)) return void 0;
				throw error;
			}
		},
		size: async (name) => {
			try {
				return (await stat(at(name))).size;
			} catch (error) {
				if (isMissing(error)) return void 0;
				throw error;
			}
		},
		stream: (name) => createReadStream(at(name)),
		write: async (name, bytes) => {
			const path = at(name);
			await mkdir(dirname(path), { recursive: true });
			const draft = `${path}.${randomUUID()}.part`;
			try {
				const file = await open(draft, "w");
				try {
					await file.writeFile(bytes);
					await file.sync();
				} finally {
					await file.close();
				}
				await rename(draft, path);
			} catch (error) {
				await rm(draft, { force: true });
				throw error;
			}
		},
		remove: async (name) => rm(at(name), { force: true })
	};
}
var isMissing = (error) => error instanceof Error && "code" in error && error.code === "ENOENT";
// src/platform/postgres.ts
pg.types.setTypeParser(20, Number);
var channel = "dateline_changes";
/** Postgres 15 or later. `address` is a postgres:// address. */
function postgres(address, options = {}) {
	const connections = options.connections ?? 10;
	return {
		kind: "postgres",
		reading: new PostgresDialect({ pool: pool(address, connections) }),
		writing: new PostgresDialect({ pool: pool(address, Math.max(2, Math.ceil(connections / 2))) }),
		isContention: (error) => [
			"40001",
			"40P01",
			"55P03"
		].includes(codeOf(error) ?? ""),
		pause: (tried) => Math.min(400, 2 ** Math.min(tried, 9)),
		giveWay: async () => {},
		listen: (heard, failed) => listen(address, heard, failed)
	};
}
function pool(address, max) {
	const made = new pg.Pool({
		connectionString: address,
		max,
		connectionTimeoutMillis: 5e3,
		statement_timeout: 6e4,
		idle_in_transaction_session_timeout: 6e4,
		application_name: "dateline"
	});
	made.on("error", () => {});
	return made;
}
var codeOf = (error) => error instanceof Error && "code" in error ? String(error.code) : void 0;
var RECONNECT_MS = 500;
async function listen(address, heard, failed) {
	let stopped = false;
	let client;
	let timer;
	const connect = async () => {
		const fresh = new pg.Client({
			connectionString: address,
			keepAlive: true,
			connectionTimeoutMillis: 5e3,
			application_name: "dateline listener"
		});
		let lost = false;
		const lose = (error) => {
			if (lost || stopped) return;
			lost = true;
			failed(error ?? /* @__PURE__ */ new Error("The connection that hears of changes was closed"));
			fresh.end().catch(() => {});
			timer = setTimeout(retry, RECONNECT_MS);
		};
		fresh.on("error", lose);
		fresh.on("end", () => lose());
		fresh.on("notification", heard);
		try {
			await fresh.connect();
			await fresh.query(`listen ${channel}`);
		} catch (error) {
			lost = true;
			await fresh.end().catch(() => {});
			throw error;
		}
		client = fresh;
		heard();
	};
	const retry = () => {
		if (stopped) return;
		connect().catch((error) => {
			failed(error);
			timer = setTimeout(retry, RECONNECT_MS);
		});
	};
	await connect();
	return async () => {
		stopped = true;
		clearTimeout(timer);
		await client?.end().catch(() => {});
	};
}
// src/platform/sqlite.ts
/** SQLite through Node's own module: one writing and one reading handle, so that readers never wait behind a writer. */
function sqlite(path) {
	return {
		kind: "sqlite",
		writing: dialect(path, "pragma synchronous = full; pragma busy_timeout = 0; pragma cache_size = -16000"),
		reading: dialect(path, "pragma query_only = on; pragma busy_timeout = 200"),
		isContention: (error) => error instanceof Error && "errcode" in error && [
			5,
			6,
			517,
			261
		].includes(Number(error.errcode)),
		pause: () => 2,
		giveWay: turns(),
		listen: async (heard, failed) => watch(path, heard, failed)
	};
}
/** Milliseconds that one process may write without a break, and how long the break is. */
var TURN_MS = 60;
var BREAK_MS = 5;
/**
* SQLite keeps no queue for its lock: a process that writes without a break, such as an import, would shut out every
* other for good. So each process rests for a moment after its turn, longer than others wait between their attempts.
*/
function turns() {
	let began = 0;
	let last = 0;
	return async () => {
		const now = performance.now();
		if (now - last > BREAK_MS) began = now;
		if (now - began > TURN_MS) {
			await setTimeout$1(BREAK_MS);
			began = performance.now();
		}
		last = performance.now();
	};
}
/** SQLite has no notifications; its data version changes when another connection has committed. */
var WATCH_MS = 100;
function watch(path, heard, failed) {
	const file = new DatabaseSync(path);
	const version = file.prepare("pragma data_version");
	let seen = version.get()?.data_version;
	const timer = setInterval(() => {
		try {
			const now = version.get()?.data_version;
			if (now !== seen) heard();
			seen = now;
		} catch (error) {
			failed(error);
		}
	}, WATCH_MS);
	timer.unref();
	return async () => {
		clearInterval(timer);
		file.close();
	};
}
var TransactionalAdapter = class extends SqliteAdapter {
	get supportsTransactionalDdl() {
		return true;
	}
};
var NodeSqliteDialect = class extends SqliteDialect {
	createAdapter() {
		return new TransactionalAdapter();
	}
};
/** Statements kept prepared, per handle. Lists of different lengths make different statements, hence the bound. */
var KEPT_STATEMENTS = 400;
function dialect(path, pragmas) {
	return new NodeSqliteDialect({ database: async () => open$1(path, pragmas) });
}
function open$1(path, pragmas) {
	const file = new DatabaseSync(path);
	file.exec(`pragma busy_timeout = 2000; pragma journal_mode = wal; pragma foreign_keys = on; ${pragmas}`);
	const kept = new LRUCache({ max: KEPT_STATEMENTS });
	const prepared = (sql) => {
		const statement = file.prepare(sql);
		return {
			reader: statement.columns().length > 0,
			all: (values) => statement.all(...bindable(values)),
			run: (values) => statement.run(...bindable(values)),
			iterate: (values) => statement.iterate(...bindable(values))
		};
	};
	return {
		close: () => file.close(),
		prepare(sql) {
			const text = sql === "begin" ? "begin immediate" : sql;
			let statement = kept.get(text);
			if (!statement) {
				statement = prepared(text);
				kept.set(text, statement);
			}
			return statement;
		}
	};
}
function bindable(values) {
	for (const value of values) if (value instanceof Date || value === void 0 || typeof value === "boolean") throw new TypeError(`node:sqlite would silently bind ${String(value)} as NULL or fail: write text or a number`);
	return values;
}
// src/open.ts
/** Opens the data folder and the database, and brings the database up to date. */
async function openNewsroom(settings) {
	mkdirSync(settings.DATA_DIR, {
		recursive: true,
		mode: 488
	});
	const database = openDatabase(settings.DATABASE_URL ? postgres(settings.DATABASE_URL, { connections: settings.DATABASE_CONNECTIONS }) : sqlite(join(settings.DATA_DIR, "newsroom.db")));
	try {
		const migrated = await database.migrate(migrations);
		return {
			database,
			files: onDisk(join(settings.DATA_DIR, "pictures")),
			migrated
		};
	} catch (error) {
		await database.close();
		throw error;
	}
}
export { openNewsroom as t };

//# sourceMappingURL=open-BQbhYSfh.js.map