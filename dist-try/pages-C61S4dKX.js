import { o as uuid } from "./database-BqCOGjmU.js";
import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "kysely";
import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";
// src/platform/outbox.ts
/** Records that something happened, in the transaction that made it happen. */
async function record(tx, type, payload, now) {
	await tx.insertInto("events").values({
		id: uuid(now),
		type,
		payload: JSON.stringify(payload),
		happened: now.toISOString(),
		dispatched: null
	}).execute();
}
/** Events turned into jobs in one go. */
var DISPATCHED_AT_ONCE = 500;
/** Turns new events into one job per subscriber; returns how many. Safe to run twice, or in two processes. */
async function dispatch(tx, kind, subscribers, now) {
	const waiting = tx.selectFrom("events").select("id").where("dispatched", "is", null).orderBy("id").limit(DISPATCHED_AT_ONCE);
	const jobs = (await tx.updateTable("events").set({ dispatched: now.toISOString() }).where("id", "in", kind === "postgres" ? waiting.forUpdate().skipLocked() : waiting).returning([
		"id",
		"type",
		"payload"
	]).execute()).flatMap((event) => Object.keys(subscribers[event.type] ?? {}).map((handler) => ({
		id: uuid(now),
		event_id: event.id,
		handler: `${event.type} ${handler}`,
		payload: event.payload,
		due: now.toISOString(),
		attempts: 0,
		failed: null,
		last_error: null
	})));
	if (jobs.length > 0) await tx.insertInto("jobs").values(jobs).onConflict((conflict) => conflict.columns(["event_id", "handler"]).doNothing()).execute();
	return jobs.length;
}
var MINUTE = 6e4;
/** A job that was claimed and not finished comes round again after this time. */
var LEASE_MS = 5 * MINUTE;
/** Takes due jobs by moving their time forward: those of a worker that was killed simply come round again. */
async function claim(tx, kind, now, limit) {
	const due = tx.selectFrom("jobs").select("id").where("due", "<=", now.toISOString()).where("failed", "is", null).orderBy("due").orderBy("id").limit(limit);
	return await tx.updateTable("jobs").set({
		due: new Date(now.getTime() + LEASE_MS).toISOString(),
		attempts: sql`attempts + 1`
	}).where("id", "in", kind === "postgres" ? due.forUpdate().skipLocked() : due).returning([
		"id",
		"handler",
		"payload",
		"attempts"
	]).execute();
}
async function finish(tx, jobId) {
	await tx.deleteFrom("jobs").where("id", "=", jobId).execute();
}
/** Gives back a job that was claimed and not begun. */
async function giveBack(tx, jobId, now) {
	await tx.updateTable("jobs").set({
		due: now.toISOString(),
		attempts: sql`attempts - 1`
	}).where("id", "=", jobId).execute();
}
/** Puts a failed job off, for longer each time; after the last attempt it waits for a person. */
async function putOff(tx, job, error, now) {
	const pause = Math.min(60 * MINUTE, 1e3 * 2 ** job.attempts);
	await tx.updateTable("jobs").set({
		due: new Date(now.getTime() + pause).toISOString(),
		failed: job.attempts >= 10 ? now.toISOString() : null,
		last_error: String(error).slice(0, 500)
	}).where("id", "=", job.id).execute();
}
/** How many jobs wait, and how many gave up. */
async function backlog(db) {
	const row = await db.selectFrom("jobs").select((e) => [e.fn.countAll().as("waiting"), e.fn.count("failed").as("failed")]).executeTakeFirstOrThrow();
	return {
		waiting: Number(row.waiting) - Number(row.failed),
		failed: Number(row.failed)
	};
}
// src/platform/refusals.ts
/** The newsroom declines. `message` is a sentence that a reader may see; `code` is stable, for programs. */
var Refusal = class extends Error {
	name = "Refusal";
	reason;
	code;
	constructor(reason, code, message) {
		super(message);
		this.reason = reason;
		this.code = code;
	}
};
// src/platform/pages.ts
var recording = new AsyncLocalStorage();
/**
* Notes that what is being rendered depends on `key`. Call it before the query, so that a change in between is heard.
* With a span it depends only on list entries from `from` (inclusive) to `to` (exclusive).
*/
function reading(key, span) {
	const reads = recording.getStore();
	if (!reads) return;
	const known = reads.get(key);
	if (!span) reads.set(key, "all");
	else if (known !== "all") reads.set(key, [...known ?? [], span]);
}
/**
* Reads a stretch of a list that ends (exclusively) at `to`; `load` says where it began. Until it has loaded, the
* stretch counts as open below, so that a change meanwhile is not missed.
*/
reading.list = async (key, to, load) => {
	const span = {
		from: null,
		to
	};
	reading(key, span);
	const { value, from } = await load();
	span.from = from;
	return value;
};
var meets = (read, { at }) => read !== void 0 && (read === "all" || at === void 0 || read.some(({ from, to }) => (from === null || from <= at) && (to === null || at < to)));
/** Pages that are there, and those that say that something is gone. Errors are made anew each time. */
var isKept = (status) => status === 200 || status === 410;
/**
* Public pages and what they were made from. A render records what it read, a change names what it touched, and
* exactly the pages that meet are dropped. Nothing here expires by time.
*/
var Pages = class {
	#kept;
	#readers = /* @__PURE__ */ new Map();
	#rendering = /* @__PURE__ */ new Map();
	#memos = /* @__PURE__ */ new Map();
	counts = {
		hits: 0,
		renders: 0,
		dropped: 0
	};
	/** `bytes`: how much memory the pages may take. */
	constructor({ bytes }) {
		this.#kept = new LRUCache({
			maxSize: bytes,
			sizeCalculation: (kept) => sizeOf(kept),
			dispose: (kept) => this.#forget(kept)
		});
	}
	/** The page kept for an address, or undefined. */
	answer(key) {
		const kept = this.#kept.get(key);
		if (kept) this.counts.hits++;
		return kept?.page;
	}
	/** The page for `key`, rendered once however many ask at the same time. What is neither there nor gone is not kept. */
	async page(key, render) {
		const kept = this.answer(key);
		if (kept) return kept;
		const running = this.#rendering.get(key);
		if (running) return running.promise;
		const reads = /* @__PURE__ */ new Map();
		const rendering = {
			promise: Promise.resolve().then(() => recording.run(reads, render)),
			reads,
			stale: false
		};
		this.#rendering.set(key, rendering);
		this.counts.renders++;
		try {
			const page = await rendering.promise;
			if (!rendering.stale && isKept(page.status)) this.#keep({
				key,
				page,
				reads
			});
			return page;
		} finally {
			if (this.#rendering.get(key) === rendering) this.#rendering.delete(key);
		}
	}
	/** Something small that many pages show, kept in memory until what it read is touched. */
	async memo(key, load) {
		let memo = this.#memos.get(key);
		if (!memo) {
			const reads = /* @__PURE__ */ new Map();
			memo = {
				promise: Promise.resolve().then(() => recording.run(reads, load)),
				reads
			};
			this.#memos.set(key, memo);
			const failing = memo;
			memo.promise.catch(() => {
				if (this.#memos.get(key) === failing) this.#memos.delete(key);
			});
		}
		const made = memo;
		const note = () => {
			for (const [read, spans] of made.reads) if (spans === "all") reading(read);
			else for (const span of spans) reading(read, span);
		};
		note();
		const value = await memo.promise;
		note();
		if (this.#memos.get(key) !== memo) return this.memo(key, load);
		return value;
	}
	/** Drops every page that read something of what was touched. Returns their addresses. */
	drop(touches) {
		const dropped = /* @__PURE__ */ new Set();
		for (const touch of touches) {
			if (touch.key === "*") {
				this.clear();
				return ["*"];
			}
			for (const kept of [...this.#readers.get(touch.key) ?? []]) if (meets(kept.reads.get(touch.key), touch)) {
				this.#kept.delete(kept.key);
				dropped.add(kept.key);
			}
			for (const [key, rendering] of this.#rendering) if (meets(rendering.reads.get(touch.key), touch)) {
				rendering.stale = true;
				this.#rendering.delete(key);
			}
			for (const [key, memo] of this.#memos) if (meets(memo.reads.get(touch.key), touch)) this.#memos.delete(key);
		}
		this.counts.dropped += dropped.size;
		return [...dropped];
	}
	clear() {
		this.#kept.clear();
		this.#memos.clear();
		for (const rendering of this.#rendering.values()) rendering.stale = true;
		this.#rendering.clear();
	}
	/** Addresses of the pages kept now. */
	addresses() {
		return [...this.#kept.keys()];
	}
	get size() {
		return {
			pages: this.#kept.size,
			bytes: this.#kept.calculatedSize
		};
	}
	#keep(kept) {
		this.#kept.set(kept.key, kept);
		if (this.#kept.peek(kept.key) !== kept) return;
		for (const key of kept.reads.keys()) {
			let readers = this.#readers.get(key);
			if (!readers) {
				readers = /* @__PURE__ */ new Set();
				this.#readers.set(key, readers);
			}
			readers.add(kept);
		}
	}
	#forget(kept) {
		for (const key of kept.reads.keys()) {
			const readers = this.#readers.get(key);
			readers?.delete(kept);
			if (readers?.size === 0) this.#readers.delete(key);
		}
	}
};
var sizeOf = ({ page, reads, key }) => 2 * (page.bytes.br ?? page.bytes.gzip ?? page.bytes.identity).length + (page.bytes.identity ? page.bytes.identity.length : 0) + 150 * reads.size + 2 * key.length + 500;
/** Makes the bytes of a page in the encoding of the first reader who asks for it. */
function pageOf(status, headers, body, encoding) {
	const identity = Buffer.from(body);
	return {
		status,
		headers,
		etag: `W/"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`,
		bytes: { [encoding]: encode(identity, encoding) }
	};
}
/** The bytes of a page in one encoding. */
function bytesOf(page, encoding) {
	const made = page.bytes[encoding];
	if (made) return made;
	const { br, gzip } = page.bytes;
	const bytes = encode(page.bytes.identity ?? (br ? brotliDecompressSync(br) : gunzipSync(gzip)), encoding);
	if (encoding !== "identity") page.bytes[encoding] = bytes;
	return bytes;
}
var encode = (bytes, encoding) => encoding === "br" ? brotliCompressSync(bytes, { params: {
	[constants.BROTLI_PARAM_QUALITY]: 5,
	[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
} }) : encoding === "gzip" ? gzipSync(bytes, { level: 6 }) : bytes;
export { reading as a, claim as c, giveBack as d, putOff as f, pageOf as i, dispatch as l, bytesOf as n, Refusal as o, record as p, isKept as r, backlog as s, Pages as t, finish as u };

//# sourceMappingURL=pages-C61S4dKX.js.map