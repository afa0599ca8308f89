import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout } from "node:timers/promises";
import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { randomBytes } from "node:crypto";
// src/platform/ids.ts
/** A UUIDv7 (RFC 9562, 5.7): sorts by time, the same on every database. */
function uuid(now) {
	const bytes = randomBytes(16);
	bytes.writeUIntBE(now.getTime(), 0, 6);
	bytes[6] = bytes[6] & 15 | 112;
	bytes[8] = bytes[8] & 63 | 128;
	return bytes.toString("hex").replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
// src/platform/changes.ts
/** Writes the touches of a transaction into it. Returns the change's id, or undefined when nothing was touched. */
async function recordTouches(tx, kind, touches) {
	if (touches.length === 0) return void 0;
	const now = /* @__PURE__ */ new Date();
	const id = uuid(now);
	const place = kind === "postgres" ? sql`pg_current_xact_id()::text::bigint` : sql`(select coalesce(max(place), 0) + 1 from changes)`;
	await tx.insertInto("changes").values({
		id,
		place,
		touches: JSON.stringify(distinct(touches)),
		happened: now.toISOString()
	}).execute();
	if (kind === "postgres") await sql`select pg_notify('dateline_changes', '')`.execute(tx);
	return id;
}
var distinct = (touches) => [...new Map(touches.map((touch) => [`${touch.key}@${touch.at ?? ""}`, touch])).values()];
/**
* Changes that may have been committed since `place`, and the place to ask from next time. On Postgres a transaction
* with a lower id may commit later, so the next place is the oldest id still running: a change can be returned twice,
* never missed.
*/
async function touchesOf(db, kind, place) {
	if (kind === "sqlite") {
		const rows = await db.selectFrom("changes").select([
			"id",
			"touches",
			"place"
		]).where("place", ">", place).orderBy("place").execute();
		return {
			changes: rows.map(change),
			place: rows.at(-1)?.place ?? place
		};
	}
	const horizon = await sql`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest`.execute(db);
	return {
		changes: (await db.selectFrom("changes").select(["id", "touches"]).where("place", ">=", place).orderBy("place").execute()).map(change),
		place: horizon.rows[0].oldest
	};
}
/** Where the record of changes ends now: a process that starts with an empty cache needs nothing older. */
async function latestPlace(db, kind) {
	if (kind === "postgres") {
		const { rows } = await sql`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest`.execute(db);
		return rows[0].oldest;
	}
	return (await db.selectFrom("changes").select((e) => e.fn.max("place").as("place")).executeTakeFirst())?.place ?? 0;
}
var change = (row) => ({
	id: row.id,
	touches: JSON.parse(row.touches)
});
/** Forgets changes that every living node has long heard of. */
async function pruneChanges(tx, now) {
	await tx.deleteFrom("changes").where("happened", "<", (/* @__PURE__ */ new Date(now.getTime() - 864e5)).toISOString()).where("place", "<", (e) => e.selectFrom("changes").select((m) => m.fn.max("place").as("last"))).execute();
}
// src/platform/database.ts
var insideWrite = new AsyncLocalStorage();
function openDatabase(engine) {
	const writer = new Kysely({ dialect: engine.writing });
	const reader = new Kysely({
		dialect: engine.reading,
		plugins: [refuseInsideWrite]
	});
	const listeners = [];
	const attempt = async (work) => {
		const writing = { touches: [] };
		const change = {
			id: void 0,
			touches: writing.touches
		};
		const result = await insideWrite.run(writing, () => transaction(writer, engine.kind).execute(async (tx) => {
			const made = await work(tx);
			change.id = await recordTouches(tx, engine.kind, writing.touches);
			return made;
		}));
		if (change.id) for (const heard of listeners) heard({
			id: change.id,
			touches: change.touches
		});
		await engine.giveWay();
		return result;
	};
	return {
		kind: engine.kind,
		db: reader,
		write: (work) => patiently(engine, () => attempt(work)),
		onChange: (heard) => void listeners.push(heard),
		listen: engine.listen,
		migrate: (migrations) => patiently(engine, async () => {
			const { error, results } = await new Migrator({
				db: writer,
				provider: { getMigrations: async () => migrations }
			}).migrateToLatest();
			if (error) throw error;
			return (results ?? []).map((result) => result.migrationName);
		}),
		close: async () => {
			await reader.destroy();
			await writer.destroy();
		}
	};
}
var transaction = (writer, kind) => kind === "postgres" ? writer.transaction().setIsolationLevel("serializable") : writer.transaction();
/** Milliseconds for which a write waits for others before it gives up. */
var PATIENCE_MS = 15e3;
/** Tries again while another transaction is in the way. */
async function patiently(engine, work) {
	const until = performance.now() + PATIENCE_MS;
	for (let tried = 1;; tried++) try {
		return await work();
	} catch (error) {
		if (performance.now() > until || !engine.isContention(error)) throw error;
		await setTimeout(engine.pause(tried) * (.5 + Math.random()));
	}
}
/** Says what a change touched, so that the pages which read it are dropped once it is committed. */
function touch(_tx, key, at) {
	const writing = insideWrite.getStore();
	if (!writing) throw new Error("touch() belongs inside write()");
	writing.touches.push(at === void 0 ? { key } : {
		key,
		at
	});
}
var refuseInsideWrite = {
	transformQuery({ node }) {
		if (insideWrite.getStore()) throw new Error("Inside write(), query with tx, not db");
		return node;
	},
	transformResult: async ({ result }) => result
};
export { touchesOf as a, pruneChanges as i, touch as n, uuid as o, latestPlace as r, openDatabase as t };

//# sourceMappingURL=database-BqCOGjmU.js.map