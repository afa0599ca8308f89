import { n as touch, o as uuid } from "./database-BqCOGjmU.js";
import { a as reading, o as Refusal, p as record } from "./pages-C61S4dKX.js";
import { a as isLinkAddress, o as isWebAddress, r as newsroomNow } from "./settings-DGvoPNxk.js";
import { z } from "zod";
import { Schema } from "prosemirror-model";
// src/addresses/address.ts
/** First parts of paths that the newsroom itself answers at; no article or category may take them. */
var reservedParts = [
	"archive",
	"assets",
	"pictures",
	"health",
	"desk",
	"api",
	"feed",
	"feeds",
	"search",
	"account",
	"donate",
	"robots.txt",
	"favicon.ico",
	"sitemap.xml",
	".well-known"
];
/** Query parameters by which other systems address their pages; all others mean nothing to an address. */
var addressing = [
	"p",
	"page_id",
	"attachment_id",
	"cat",
	"tag",
	"author"
];
/** Bytes of a path in UTF-8. */
var LONGEST = 1e3;
/**
* One spelling for a path: percent-decoded, NFC, no doubled and no closing slash, with the one query parameter
* that names a thing (`/?p=12`). Undefined when it cannot be an address.
*/
function canonicalPath(pathAndQuery) {
	const mark = pathAndQuery.indexOf("?");
	const rawPath = mark < 0 ? pathAndQuery : pathAndQuery.slice(0, mark);
	if (!rawPath.startsWith("/") || rawPath.length > 3 * LONGEST) return void 0;
	let path;
	try {
		path = decodeURIComponent(rawPath);
	} catch {
		return;
	}
	path = path.normalize("NFC").replace(/\/{2,}/g, "/");
	if (path.length > 1 && path.endsWith("/")) path = path.slice(0, -1);
	if (/[\p{Cc}\u202a-\u202e\u2066-\u2069\\]/u.test(path) || new TextEncoder().encode(path).length > LONGEST) return void 0;
	if (mark >= 0) {
		const query = new URLSearchParams(pathAndQuery.slice(mark + 1));
		for (const name of addressing) {
			const value = query.get(name);
			if (value && value.length <= 200) return `${path}?${name}=${value}`;
		}
	}
	return path;
}
/** An address as it is written into a page: every part percent-encoded. */
var hrefOf = (path) => {
	const mark = path.indexOf("?");
	return (mark < 0 ? path : path.slice(0, mark)).split("/").map(encodeURIComponent).join("/") + (mark < 0 ? "" : path.slice(mark));
};
/** A readable part of an address from a headline, in any script: letters, marks and digits joined by hyphens. */
function slugOf(text, longest = 80) {
	const slug = text.normalize("NFKC").toLowerCase().replace(/[\u064b-\u065f\u0670’'`]/g, "").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
	if (slug.length <= longest) return slug;
	const cut = slug.slice(0, longest);
	return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : cut;
}
/** Whether a path is free for articles and the like: it must not begin like a page of the newsroom itself. */
var isReserved = (path) => path === "/" || reservedParts.includes(path.split("/")[1] ?? "");
// src/addresses/addresses.ts
/** What answers at a canonical path, if anything. */
async function addressAt(db, path) {
	reading(`address:${path}`);
	const row = await db.selectFrom("addresses").select([
		"kind",
		"thing_id",
		"retired"
	]).where("path", "=", path).executeTakeFirst();
	return row && {
		kind: row.kind,
		thingId: row.thing_id,
		retired: row.retired !== null
	};
}
/** The canonical path, or a refusal that names the field. */
function pathFor(wanted) {
	const path = canonicalPath(wanted);
	if (!path) throw new Refusal("invalid", "addresses/path", `“${wanted.slice(0, 100)}” cannot be an address. Write a path such as /europe/harbour-strike.`);
	if (isReserved(path)) throw new Refusal("invalid", "addresses/reserved", `The address ${path} belongs to the newsroom itself. Choose another first part.`);
	return path;
}
/**
* Gives a thing its address; a former one redirects from now on. Refuses an address that is another thing's current
* one; one that only redirects is taken over.
*/
async function settle(tx, kind, thingId, wanted, now) {
	const path = pathFor(wanted);
	const there = await addressAt(tx, path);
	if (there && there.thingId === thingId && !there.retired) return path;
	if (there && there.thingId !== thingId && !there.retired) throw new Refusal("conflict", "addresses/taken", `The address ${path} is already in use. Choose another.`);
	const former = await tx.selectFrom("addresses").select("path").where("thing_id", "=", thingId).where("retired", "is", null).execute();
	for (const row of former) touch(tx, `address:${row.path}`);
	await tx.updateTable("addresses").set({ retired: now.toISOString() }).where("thing_id", "=", thingId).where("retired", "is", null).execute();
	await tx.insertInto("addresses").values({
		path,
		kind,
		thing_id: thingId,
		retired: null
	}).onConflict((conflict) => conflict.column("path").doUpdateSet({
		kind,
		thing_id: thingId,
		retired: null
	})).execute();
	touch(tx, `address:${path}`);
	return path;
}
/** Paths in one statement. */
var CHUNK = 100;
/**
* Lets further paths redirect to things. Those that cannot be addresses or already lead somewhere are left out;
* returns those that redirect from now on.
*/
async function redirectFrom(tx, kind, redirects, now) {
	const rows = /* @__PURE__ */ new Map();
	for (const { path: wanted, thingId } of redirects) {
		const path = canonicalPath(wanted);
		if (path !== void 0 && !isReserved(path) && !rows.has(path)) rows.set(path, {
			path,
			kind,
			thing_id: thingId,
			retired: now.toISOString()
		});
	}
	const all = [...rows.values()];
	const made = [];
	for (let at = 0; at < all.length; at += CHUNK) {
		const inserted = await tx.insertInto("addresses").values(all.slice(at, at + CHUNK)).onConflict((conflict) => conflict.column("path").doNothing()).returning("path").execute();
		for (const { path } of inserted) {
			touch(tx, `address:${path}`);
			made.push(path);
		}
	}
	return made;
}
/** Those of some canonical paths that lead somewhere already. */
async function takenAmong(db, paths) {
	const taken = /* @__PURE__ */ new Set();
	for (let at = 0; at < paths.length; at += CHUNK) {
		const rows = await db.selectFrom("addresses").select("path").where("path", "in", paths.slice(at, at + CHUNK)).execute();
		for (const { path } of rows) taken.add(path);
	}
	return taken;
}
/** The first free path of the wanted one, the wanted one with -2, -3 …; pure reading, `settle` decides. */
async function freePath(db, wanted, thingId) {
	const path = pathFor(wanted);
	for (let n = 1;; n++) {
		const candidate = n === 1 ? path : `${path}-${n}`;
		const there = await addressAt(db, candidate);
		if (!there || there.thingId === thingId) return candidate;
	}
}
// src/categories/category.ts
var categoryName = (category, language) => category.names[language] ?? category.names[language.split("-")[0]] ?? category.name;
/** A category's ancestors from the top, then itself. A cycle in the data ends the walk. */
function lineage(all, id) {
	const byId = new Map(all.map((category) => [category.id, category]));
	const line = [];
	for (let at = byId.get(id); at && !line.includes(at); at = at.parentId ? byId.get(at.parentId) : void 0) line.unshift(at);
	return line;
}
// src/categories/categories.ts
var categoryOf = (row) => ({
	id: row.id,
	name: row.name,
	names: JSON.parse(row.names),
	description: row.description,
	path: row.path,
	parentId: row.parent_id,
	position: row.position
});
/** Every category, in the order of the navigation. A newsroom has dozens, an imported site some thousands. */
async function allCategories(db) {
	reading("categories");
	return (await db.selectFrom("categories").selectAll().orderBy("position").orderBy("name").orderBy("id").execute()).map(categoryOf);
}
/** The category with this id. */
async function categoryById(db, id) {
	reading(`category:${id}`);
	const row = await db.selectFrom("categories").selectAll().where("id", "=", id).executeTakeFirst();
	if (!row) throw new Refusal("not-found", "categories/unknown", "There is no such category.");
	return categoryOf(row);
}
async function categoriesById(db, ids) {
	if (ids.length === 0) return /* @__PURE__ */ new Map();
	const wanted = [...new Set(ids)];
	for (const id of wanted) reading(`category:${id}`);
	const rows = await db.selectFrom("categories").selectAll().where("id", "in", wanted).execute();
	return new Map(rows.map((row) => [row.id, categoryOf(row)]));
}
/** Adds a category at /name, under its parent's address when it has one, unless an address is given. */
async function addCategory(tx, fields, now) {
	const id = uuid(now);
	const parent = fields.parentId ? await categoryById(tx, fields.parentId) : void 0;
	const slug = slugOf(fields.name) || id.slice(-8);
	const wanted = fields.path ?? (parent ? `${parent.path}/${slug}` : atTop(slug));
	const category = {
		id,
		name: fields.name,
		names: fields.names ?? {},
		description: fields.description ?? "",
		path: await settle(tx, "category", id, await freePath(tx, wanted), now),
		parentId: parent?.id ?? null,
		position: fields.position ?? 0
	};
	await tx.insertInto("categories").values(rowOf(category)).execute();
	touch(tx, "categories");
	return category;
}
var atTop = (slug) => isReserved(`/${slug}`) ? `/category/${slug}` : `/${slug}`;
var rowOf = (category) => ({
	id: category.id,
	name: category.name,
	names: JSON.stringify(category.names),
	description: category.description,
	path: category.path,
	parent_id: category.parentId,
	position: category.position
});
async function tagsById(db, ids) {
	if (ids.length === 0) return /* @__PURE__ */ new Map();
	const wanted = [...new Set(ids)];
	for (const id of wanted) reading(`tag:${id}`);
	const rows = await db.selectFrom("tags").selectAll().where("id", "in", wanted).execute();
	return new Map(rows.map((row) => [row.id, row]));
}
async function tagById(db, id) {
	const tag = (await tagsById(db, [id])).get(id);
	if (!tag) throw new Refusal("not-found", "tags/unknown", "There is no such tag.");
	return tag;
}
/** Adds a tag at /tags/name unless an address is given. */
async function addTag(tx, fields, now) {
	const id = uuid(now);
	const path = await settle(tx, "tag", id, await freePath(tx, fields.path ?? `/tags/${slugOf(fields.name) || id.slice(-8)}`), now);
	const tag = {
		id,
		name: fields.name,
		path
	};
	await tx.insertInto("tags").values(tag).execute();
	return tag;
}
// src/articles/feed.ts
/**
* The lists an article stands in. A list is kept as rows in the order readers see it, so that its page is a walk
* along an index and never a join and a sort.
*/
var feedOf = {
	everything: "all",
	front: (language) => `front:${baseOf(language)}`,
	opinion: (language) => `opinion:${baseOf(language)}`,
	category: (id) => `category:${id}`,
	/** A category in one language, for the rivers of a front page. */
	river: (id, language) => `category:${id}:${baseOf(language)}`,
	tag: (id) => `tag:${id}`,
	contributor: (id) => `contributor:${id}`
};
/** `pt-BR` and `pt` share a front page. */
var baseOf = (language) => language.split("-")[0].toLowerCase();
/** Every list that an article belongs in: those of its categories and of all above them, too. */
function feedsFor(article, categories) {
	if (article.status !== "published" || article.kind === "page") return [];
	const own = article.categoryId ? [article.categoryId, ...article.categoryIds] : article.categoryIds;
	const filed = new Set(own.flatMap((id) => lineage(categories, id).map((category) => category.id)));
	return [.../* @__PURE__ */ new Set([
		feedOf.everything,
		feedOf.front(article.language),
		...article.kind === "opinion" ? [feedOf.opinion(article.language)] : [],
		...[...filed].flatMap((id) => [feedOf.category(id), feedOf.river(id, article.language)]),
		...article.tagIds.map(feedOf.tag),
		...article.contributorIds.map(feedOf.contributor)
	])];
}
// src/platform/zone.ts
/** Calendar days as they are counted in a place. */
var formatters = /* @__PURE__ */ new Map();
function formatter(zone) {
	let made = formatters.get(zone);
	if (!made) {
		made = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
			timeZone: zone,
			hourCycle: "h23",
			year: "numeric",
			month: "numeric",
			day: "numeric",
			hour: "numeric",
			minute: "numeric",
			second: "numeric"
		});
		formatters.set(zone, made);
	}
	return made;
}
function wallClock(at, zone) {
	const parts = Object.fromEntries(formatter(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
	return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
}
/** The instant at which a day begins in a time zone. Months and days past their end roll over, as in Date.UTC. */
function startOfDay(year, month, day, zone) {
	const wanted = Date.UTC(year, month - 1, day);
	let at = wanted;
	for (let turn = 0; turn < 2; turn++) at = wanted - (wallClock(at, zone) - at);
	return new Date(at);
}
/** The year, month and day of an instant in a time zone. */
function dayOf(instant, zone) {
	const wall = new Date(wallClock(Math.floor(instant.getTime() / 1e3) * 1e3, zone));
	return {
		year: wall.getUTCFullYear(),
		month: wall.getUTCMonth() + 1,
		day: wall.getUTCDate()
	};
}
// src/articles/feeds.ts
/**
* The newest `limit` entries of a list within bounds. The page depends on just that part of the list: what enters
* or leaves above or below leaves it as it is.
*/
async function stretch(db, feed, limit, bounds = {}) {
	const { before, from, to } = bounds;
	const upper = before ? justAfter(before.published) : to ?? null;
	let lower = from ?? null;
	let query = db.selectFrom("feed_entries").select(["published", "article_id"]).where("feed", "=", feed).orderBy("published", "desc").orderBy("article_id", "desc").limit(limit + 1);
	if (before) query = query.where((e) => e(e.refTuple("published", "article_id"), "<", e.tuple(before.published, before.articleId)));
	if (from) query = query.where("published", ">=", from);
	if (to) query = query.where("published", "<", to);
	const rows = await reading.list(`feed:${feed}`, upper, async () => {
		const found = await query.execute();
		if (found.length > limit) lower = found.at(-1).published;
		return {
			value: found,
			from: lower
		};
	});
	const last = rows[limit - 1];
	return {
		ids: rows.slice(0, limit).map((row) => row.article_id),
		older: rows.length > limit && last ? {
			published: last.published,
			articleId: last.article_id
		} : null
	};
}
var justAfter = (instant) => `${instant}~`;
/** Whether a list has any entry between two instants. */
async function hasEntries(db, feed, from = "", to = "~") {
	return await db.selectFrom("feed_entries").select("article_id").where("feed", "=", feed).where("published", ">=", from).where("published", "<", to).limit(1).executeTakeFirst() !== void 0;
}
/** Puts an article into exactly these lists, at this place; touches each list that it enters, leaves or moves in. */
async function refile(tx, articleId, published, wanted) {
	const there = await tx.selectFrom("feed_entries").select(["feed", "published"]).where("article_id", "=", articleId).execute();
	const stays = new Set(there.filter((entry) => entry.published === published && wanted.includes(entry.feed)).map((entry) => entry.feed));
	const leaving = there.filter((entry) => !stays.has(entry.feed));
	const entering = published === null ? [] : wanted.filter((feed) => !stays.has(feed));
	if (leaving.length > 0) await tx.deleteFrom("feed_entries").where("article_id", "=", articleId).where("feed", "in", leaving.map((entry) => entry.feed)).execute();
	const opened = published === null ? [] : await milestones(tx, entering, published);
	if (published !== null && entering.length > 0) await tx.insertInto("feed_entries").values(entering.map((feed) => ({
		feed,
		published,
		article_id: articleId
	}))).execute();
	const closed = (await Promise.all(leaving.map((entry) => milestones(tx, [entry.feed], entry.published)))).flat();
	for (const entry of leaving) touch(tx, `feed:${entry.feed}`, entry.published);
	for (const feed of entering) touch(tx, `feed:${feed}`, published);
	for (const key of [...opened, ...closed]) touch(tx, key);
}
/** The overviews that change because a list or a month is empty before an entry comes or after it has gone. */
async function milestones(tx, feeds, published) {
	const keys = [];
	for (const feed of feeds) if (feed.startsWith("front:") && !await hasEntries(tx, feed)) keys.push("fronts");
	if (feeds.includes(feedOf.everything)) {
		const { timezone } = await newsroomNow(tx);
		const { year, month } = dayOf(new Date(published), timezone);
		const [from, to] = monthBounds(year, month, timezone);
		if (!await hasEntries(tx, feedOf.everything, from, to)) keys.push("months");
	}
	return keys;
}
/** The first instant of a month and of the next, ISO 8601 UTC. */
var monthBounds = (year, month, timezone) => [startOfDay(year, month, 1, timezone).toISOString(), startOfDay(year, month + 1, 1, timezone).toISOString()];
/** The months that have articles, newest first. One step along the index a month. */
async function months(db, timezone) {
	reading("months");
	const found = [];
	let before = "~";
	for (;;) {
		const newest = await db.selectFrom("feed_entries").select("published").where("feed", "=", feedOf.everything).where("published", "<", before).orderBy("published", "desc").limit(1).executeTakeFirst();
		if (!newest) return found;
		const { year, month } = dayOf(new Date(newest.published), timezone);
		found.push({
			year,
			month
		});
		before = monthBounds(year, month, timezone)[0];
	}
}
/** The days of a month (1 to 31) that have articles. One step along the index a day. */
async function days(db, year, month, timezone) {
	const [from, to] = monthBounds(year, month, timezone);
	reading(`feed:${feedOf.everything}`, {
		from,
		to
	});
	const found = [];
	let after = from;
	for (;;) {
		const oldest = await db.selectFrom("feed_entries").select("published").where("feed", "=", feedOf.everything).where("published", ">=", after).where("published", "<", to).orderBy("published").limit(1).executeTakeFirst();
		if (!oldest) return found;
		const { day } = dayOf(new Date(oldest.published), timezone);
		found.push(day);
		after = startOfDay(year, month, day + 1, timezone).toISOString();
	}
}
/** The first instant of a day and of the next, ISO 8601 UTC. */
var dayBounds = (year, month, day, timezone) => [startOfDay(year, month, day, timezone).toISOString(), startOfDay(year, month, day + 1, timezone).toISOString()];
/** The languages that have a front page. One step along the index a language. */
async function fronts(db) {
	reading("fronts");
	const found = [];
	let after = "front:";
	for (;;) {
		const next = await db.selectFrom("feed_entries").select("feed").where("feed", ">", after).where("feed", "<", "front;").orderBy("feed").limit(1).executeTakeFirst();
		if (!next) return found;
		found.push(next.feed.slice(6));
		after = next.feed;
	}
}
// src/contributors/contributor.ts
/** What a contributor did for an article (IPTC and CRediT roles in a newsroom's words). */
var bylineRoles = [
	"author",
	"reporting",
	"translation",
	"photography",
	"illustration",
	"data",
	"editing"
];
// src/platform/language.ts
/** Scripts that run from right to left, by ISO 15924 code. */
var rightToLeft = /* @__PURE__ */ new Set([
	"Arab",
	"Hebr",
	"Syrc",
	"Thaa",
	"Nkoo",
	"Adlm",
	"Rohg"
]);
/** A BCP 47 tag in its canonical spelling, or undefined when it is not one. */
function languageTag(text) {
	try {
		return Intl.getCanonicalLocales(text.trim().replaceAll("_", "-"))[0];
	} catch {
		return;
	}
}
var scripts = /* @__PURE__ */ new Map();
/** The script a language is usually written in (ISO 15924), by CLDR's likely subtags; undefined for no language. */
function scriptOf(language) {
	if (!scripts.has(language)) {
		const tag = languageTag(language);
		scripts.set(language, tag && new Intl.Locale(tag).maximize().script);
	}
	return scripts.get(language);
}
/** The direction a language is written in. */
var directionOf = (language) => rightToLeft.has(scriptOf(language) ?? "") ? "rtl" : "ltr";
// src/articles/article.ts
var articleKinds = [
	"news",
	"analysis",
	"opinion",
	"interview",
	"feature",
	"explainer",
	"live",
	"page"
];
/**
* The disclaimers an article carries. Nobody can leave them out: they follow from its kind and its bylines.
* Authors count, translators and photographers do not.
*/
function disclaimersOf(article) {
	const guests = article.bylines.filter(({ role, contributor }) => role === "author" && contributor.kind === "guest").map(({ contributor }) => ({
		kind: "guest",
		contributor
	}));
	const ownWords = guests.filter(({ contributor }) => contributor.disclaimer);
	const general = guests.length > ownWords.length ? [{
		kind: "guest",
		contributor: null
	}] : [];
	return [
		...article.kind === "opinion" ? [{
			kind: "opinion",
			contributor: null
		}] : [],
		...ownWords,
		...general
	];
}
/** Minutes to read, at 230 words a minute (Brysbaert 2019, silent reading of non-fiction: 238). */
var readingMinutes = (words) => Math.max(1, Math.round(words / 230));
// src/articles/document.ts
var text = (value) => {
	if (typeof value !== "string") throw new RangeError("must be text");
};
var someText = (value) => {
	text(value);
	if (value === "") throw new RangeError("must not be empty");
};
var textOrNull = (value) => {
	if (value !== null) text(value);
};
var oneOf = (...allowed) => (value) => {
	if (!allowed.includes(value)) throw new RangeError(`must be one of ${allowed.join(", ")}`);
};
var wholeNumber = (from, to) => (value) => {
	if (!Number.isInteger(value) || value < from || value > to) throw new RangeError(`must be a whole number from ${from} to ${to}`);
};
var webAddress = (value) => {
	if (typeof value !== "string" || !isWebAddress(value)) throw new RangeError("must be an http or https address");
};
var linkAddress = (value) => {
	if (typeof value !== "string" || !isLinkAddress(value)) throw new RangeError("must be an http, https, mailto or tel address, a path or a fragment");
};
var direction = {
	default: null,
	validate: oneOf(null, "ltr", "rtl")
};
var nodes = {
	doc: { content: "block+" },
	paragraph: {
		group: "block",
		content: "inline*",
		attrs: { dir: direction }
	},
	heading: {
		group: "block",
		content: "inline*",
		attrs: {
			level: {
				default: 2,
				validate: wholeNumber(2, 6)
			},
			dir: direction
		}
	},
	blockquote: {
		group: "block",
		content: "block+",
		attrs: { attribution: {
			default: null,
			validate: textOrNull
		} }
	},
	pullQuote: {
		group: "block",
		content: "inline*",
		attrs: { attribution: {
			default: null,
			validate: textOrNull
		} }
	},
	bulletList: {
		group: "block",
		content: "listItem+"
	},
	orderedList: {
		group: "block",
		content: "listItem+",
		attrs: { start: {
			default: 1,
			validate: wholeNumber(-1e6, 1e6)
		} }
	},
	listItem: { content: "block+" },
	/** A picture of the library. Its inline content is a caption that stands in for the library's. */
	picture: {
		group: "block",
		content: "inline*",
		attrs: {
			picture: {
				default: "",
				validate: someText
			},
			alt: {
				default: null,
				validate: textOrNull
			},
			size: {
				default: "text",
				validate: oneOf("text", "wide", "full")
			}
		}
	},
	gallery: {
		group: "block",
		content: "picture+"
	},
	/** Something on another site. Readers get a link card; nothing is fetched before they consent. */
	embed: {
		group: "block",
		content: "inline*",
		attrs: {
			url: { validate: webAddress },
			title: {
				default: null,
				validate: textOrNull
			},
			kind: {
				default: "link",
				validate: oneOf("link", "video", "audio", "post", "file", "map")
			}
		}
	},
	table: {
		group: "block",
		content: "tableRow+",
		attrs: { caption: {
			default: null,
			validate: textOrNull
		} }
	},
	tableRow: { content: "(tableCell | tableHeader)+" },
	tableCell: {
		content: "block+",
		attrs: cellAttributes()
	},
	tableHeader: {
		content: "block+",
		attrs: cellAttributes()
	},
	codeBlock: {
		group: "block",
		content: "text*",
		marks: "",
		code: true,
		attrs: { language: {
			default: null,
			validate: textOrNull
		} }
	},
	/** Background beside the text: a title and blocks. `folded` ones open when the reader asks. */
	box: {
		group: "block",
		content: "block+",
		attrs: {
			title: {
				default: null,
				validate: textOrNull
			},
			folded: {
				default: false,
				validate: "boolean"
			}
		}
	},
	/** One entry of a live article, newest first. `at` is an ISO 8601 time. */
	liveEntry: {
		group: "block",
		content: "block+",
		attrs: {
			at: { validate: text },
			headline: {
				default: null,
				validate: textOrNull
			}
		}
	},
	/** HTML that no other node can hold, kept from an import. Sanitised when stored and when shown. */
	keptHtml: {
		group: "block",
		atom: true,
		attrs: { html: { validate: text } }
	},
	/** Where a summary ends. */
	more: {
		group: "block",
		atom: true
	},
	horizontalRule: {
		group: "block",
		atom: true
	},
	text: { group: "inline" },
	hardBreak: {
		group: "inline",
		inline: true,
		atom: true
	},
	/** A note set where it is referred to; readers find it numbered below the text. */
	footnote: {
		group: "inline",
		inline: true,
		content: "text*"
	}
};
function cellAttributes() {
	return {
		colspan: {
			default: 1,
			validate: wholeNumber(1, 100)
		},
		rowspan: {
			default: 1,
			validate: wholeNumber(1, 1e3)
		},
		align: {
			default: null,
			validate: oneOf(null, "start", "center", "end")
		}
	};
}
var documentSchema = new Schema({
	nodes,
	marks: {
		link: {
			attrs: { href: { validate: linkAddress } },
			inclusive: false
		},
		bold: {},
		italic: {},
		underline: {},
		strike: {},
		code: {},
		superscript: {},
		subscript: {},
		highlight: {},
		/** A run in another language than its surroundings. */
		foreign: { attrs: {
			lang: { validate: text },
			dir: direction
		} }
	}
});
/**
* Reads a stored or submitted document and checks its structure and every attribute.
* Throws RangeError with what is wrong and where.
*/
function readDocument(json) {
	const node = documentSchema.nodeFromJSON(json);
	if (node.type.name !== "doc") throw new RangeError("A document must start with the node \"doc\"");
	node.check();
	return node;
}
/** The document with nothing in it. */
var emptyDocument = {
	type: "doc",
	content: [{ type: "paragraph" }]
};
/** The words of a document as plain text, a line break between blocks. */
function documentText(doc) {
	const lines = [];
	let line = "";
	const walk = (node) => {
		if (node.type === "text") line += node.text ?? "";
		else if (node.type === "hardBreak") line += " ";
		else if (node.type === "footnote") return;
		else {
			for (const child of node.content ?? []) walk(child);
			if (line && !isInline(node.type)) {
				lines.push(line);
				line = "";
			}
		}
	};
	walk(doc);
	return lines.join("\n");
}
var isInline = (type) => documentSchema.nodes[type]?.isInline ?? false;
/** The ids of the library's pictures that a document shows, in order. */
function picturesIn(doc) {
	const found = [];
	const walk = (node) => {
		if (node.type === "picture") found.push(String(node.attrs?.picture));
		for (const child of node.content ?? []) walk(child);
	};
	walk(doc);
	return found;
}
var segmenters = /* @__PURE__ */ new Map();
/** Counts words by the rules of the language (Unicode UAX 29), also where words have no spaces. */
function wordCount(content, language) {
	if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u.test(content)) return content.match(/\S+/g)?.length ?? 0;
	let segmenter = segmenters.get(language);
	if (!segmenter) {
		segmenter = new Intl.Segmenter(language, { granularity: "word" });
		segmenters.set(language, segmenter);
	}
	let words = 0;
	for (const segment of segmenter.segment(content)) if (segment.isWordLike) words++;
	return words;
}
// src/articles/fields.ts
/** What an editor may say of an article. */
var ArticleFields = z.object({
	kind: z.enum(articleKinds),
	access: z.enum(["standard", "premium"]),
	headline: z.string().trim().min(1, "Write a headline.").max(300),
	seoTitle: z.string().max(300),
	socialTitle: z.string().max(300),
	socialPictureId: z.string().nullable(),
	standfirst: z.string().max(2e3),
	datelinePlace: z.string().max(120),
	datelineDate: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, "Write the date as 2019-05-09."),
	language: z.string().refine((tag) => languageTag(tag) !== void 0, "Write a language tag such as en or ar.").transform((tag) => languageTag(tag)),
	direction: z.enum(["ltr", "rtl"]).optional(),
	body: z.custom(),
	categoryId: z.string().nullable(),
	categoryIds: z.array(z.string()).max(50),
	tagIds: z.array(z.string()).max(200),
	bylines: z.array(z.object({
		contributorId: z.string(),
		role: z.enum(bylineRoles)
	})).max(50),
	leadPictureId: z.string().nullable(),
	path: z.string().optional()
});
/** An article of which only the headline is known. */
var blank = {
	kind: "news",
	access: "standard",
	seoTitle: "",
	socialTitle: "",
	socialPictureId: null,
	standfirst: "",
	datelinePlace: "",
	datelineDate: "",
	language: "en",
	body: emptyDocument,
	categoryId: null,
	categoryIds: [],
	tagIds: [],
	bylines: [],
	leadPictureId: null
};
/** Refuses fields that cannot be stored, naming the first and the remedy. */
function check(fields) {
	const checked = ArticleFields.safeParse(fields);
	if (!checked.success) {
		const issue = checked.error.issues[0];
		throw new Refusal("invalid", "articles/field", `${issue.path.join(".")}: ${issue.message}`);
	}
	try {
		readDocument(checked.data.body);
	} catch (error) {
		throw new Refusal("invalid", "articles/body", `body: ${error.message}`);
	}
	return checked.data;
}
/** The row's columns that follow from an editor's fields. */
var columns = (fields) => ({
	kind: fields.kind,
	access: fields.access,
	headline: fields.headline,
	seo_title: fields.seoTitle,
	social_title: fields.socialTitle,
	social_picture_id: fields.socialPictureId,
	standfirst: fields.standfirst,
	dateline_place: fields.datelinePlace,
	dateline_date: fields.datelineDate,
	body: JSON.stringify(fields.body),
	words: wordCount(documentText(fields.body), fields.language),
	language: fields.language,
	direction: fields.direction ?? directionOf(fields.language),
	category_id: fields.categoryId,
	lead_picture_id: fields.leadPictureId
});
// src/articles/write.ts
/** Begins an article that nobody sees yet; returns its id. */
async function draft(tx, fields, now) {
	const checked = check({
		...blank,
		...fields
	});
	const id = uuid(now);
	const path = await settle(tx, "article", id, await freePath(tx, checked.path ?? await defaultPath(tx, id, checked)), now);
	await tx.insertInto("articles").values({
		...columns(checked),
		id,
		path,
		status: "draft",
		version: 1,
		created: now.toISOString(),
		edited: now.toISOString(),
		published: null,
		updated: null,
		scheduled: null,
		withheld: null,
		withheld_reason: ""
	}).execute();
	await attach(tx, id, checked);
	return id;
}
/**
* Changes an article. Of a published one, readers see the change at once; `updated` moves unless the change is
* silent (a typo, a new category).
*/
async function edit(tx, id, changes, now, options = {}) {
	const { row, fields } = await load(tx, id);
	const checked = check({
		...fields,
		...changes
	});
	const path = changes.path ? await settle(tx, "article", id, changes.path, now) : row.path;
	const updated = row.status === "published" && !options.silent ? now.toISOString() : row.updated;
	await tx.updateTable("articles").set({
		...columns(checked),
		path,
		version: row.version + 1,
		edited: now.toISOString(),
		updated
	}).where("id", "=", id).execute();
	await detach(tx, id);
	await attach(tx, id, checked);
	await file(tx, id);
	touch(tx, `article:${id}`);
	await record(tx, "article.edited", { articleId: id }, now);
}
/** Puts an article into the lists it belongs in now. */
async function file(tx, id) {
	const row = await tx.selectFrom("articles").select([
		"kind",
		"status",
		"language",
		"category_id",
		"published"
	]).where("id", "=", id).executeTakeFirstOrThrow();
	const wanted = feedsFor({
		kind: row.kind,
		status: row.status,
		language: row.language,
		categoryId: row.category_id,
		...await attached(tx, id)
	}, await allCategories(tx));
	await refile(tx, id, row.published, wanted);
}
async function attached(tx, id) {
	const categories = await tx.selectFrom("article_categories").select("category_id").where("article_id", "=", id).orderBy("position").execute();
	const tags = await tx.selectFrom("article_tags").select("tag_id").where("article_id", "=", id).orderBy("position").execute();
	const bylines = await tx.selectFrom("bylines").select(["contributor_id", "role"]).where("article_id", "=", id).orderBy("position").execute();
	return {
		categoryIds: categories.map((row) => row.category_id),
		tagIds: tags.map((row) => row.tag_id),
		contributorIds: bylines.map((row) => row.contributor_id),
		bylines: bylines.map((row) => ({
			contributorId: row.contributor_id,
			role: row.role
		}))
	};
}
/** An article with an editor's fields, or a refusal. */
async function load(tx, id) {
	const row = await tx.selectFrom("articles").selectAll().where("id", "=", id).executeTakeFirst();
	if (!row) throw new Refusal("not-found", "articles/unknown", "There is no such article.");
	const { contributorIds: _, ...links } = await attached(tx, id);
	return {
		row,
		fields: {
			kind: row.kind,
			access: row.access,
			headline: row.headline,
			seoTitle: row.seo_title,
			socialTitle: row.social_title,
			socialPictureId: row.social_picture_id,
			standfirst: row.standfirst,
			datelinePlace: row.dateline_place,
			datelineDate: row.dateline_date,
			language: row.language,
			body: JSON.parse(row.body),
			categoryId: row.category_id,
			leadPictureId: row.lead_picture_id,
			...links
		}
	};
}
async function attach(tx, id, fields) {
	const categories = [...new Set(fields.categoryIds)].filter((category) => category !== fields.categoryId);
	if (categories.length > 0) await tx.insertInto("article_categories").values(categories.map((category_id, position) => ({
		article_id: id,
		category_id,
		position
	}))).execute();
	const tags = [...new Set(fields.tagIds)];
	if (tags.length > 0) await tx.insertInto("article_tags").values(tags.map((tag_id, position) => ({
		article_id: id,
		tag_id,
		position
	}))).execute();
	if (fields.bylines.length > 0) await tx.insertInto("bylines").values(fields.bylines.map(({ contributorId, role }, position) => ({
		article_id: id,
		position,
		contributor_id: contributorId,
		role
	}))).execute();
}
async function detach(tx, id) {
	await tx.deleteFrom("article_categories").where("article_id", "=", id).execute();
	await tx.deleteFrom("article_tags").where("article_id", "=", id).execute();
	await tx.deleteFrom("bylines").where("article_id", "=", id).execute();
}
async function defaultPath(tx, id, fields) {
	const slug = slugOf(fields.headline) || id.slice(-12);
	if (fields.kind === "page" || !fields.categoryId) return `/${slug}`;
	return `${(await categoryById(tx, fields.categoryId)).path}/${slug}`;
}
// src/articles/publish.ts
/**
* Shows an article to readers. `published` keeps an earlier time of publication (an import, a return after
* withholding).
*/
async function publish(tx, id, now, published) {
	const { row } = await load(tx, id);
	refusePublished(row.status);
	await turn(tx, row, "article.published", now, {
		status: "published",
		published: published ?? row.published ?? now.toISOString(),
		scheduled: null,
		withheld: null,
		withheld_reason: ""
	});
}
/** Sets the time at which an article goes out by itself. */
async function schedule(tx, id, at, now) {
	const { row } = await load(tx, id);
	refusePublished(row.status);
	await turn(tx, row, "article.scheduled", now, {
		status: "scheduled",
		scheduled: at.toISOString()
	});
}
/** Whether a scheduled article's time has come. */
var isAnythingDue = async (db, now) => await dueAt(db, now).select("id").limit(1).executeTakeFirst() !== void 0;
var dueAt = (db, now) => db.selectFrom("articles").where("status", "=", "scheduled").where("scheduled", "<=", now.toISOString());
/** Publishes what is due, in order, each once; returns the ids. */
async function publishDue(tx, now) {
	const due = await dueAt(tx, now).select(["id", "scheduled"]).orderBy("scheduled").orderBy("id").limit(100).execute();
	for (const { id, scheduled } of due) await publish(tx, id, now, scheduled);
	return due.map(({ id }) => id);
}
/** Takes an article off every page. Its own address says so, with the reason. */
async function withhold(tx, id, reason, now) {
	const { row } = await load(tx, id);
	if (row.status !== "published") throw new Refusal("conflict", "articles/not-published", "Only a published article can be withheld.");
	if (!reason.trim()) throw new Refusal("invalid", "articles/reason", "Write the reason: readers who come to the address will see it.");
	await turn(tx, row, "article.withheld", now, {
		status: "withheld",
		withheld: now.toISOString(),
		withheld_reason: reason.trim()
	});
}
function refusePublished(status) {
	if (status === "published") throw new Refusal("conflict", "articles/published", "This article is already published.");
}
/** Gives an article its new state, its place in the lists, and announces it. */
async function turn(tx, { id, version }, event, now, state) {
	await tx.updateTable("articles").set({
		...state,
		version: version + 1,
		edited: now.toISOString()
	}).where("id", "=", id).execute();
	await file(tx, id);
	touch(tx, `article:${id}`);
	await record(tx, event, { articleId: id }, now);
}
// src/contributors/contributors.ts
var contributorOf = (row) => ({
	id: row.id,
	kind: row.kind,
	name: row.name,
	path: row.path,
	biography: row.biography,
	pictureId: row.picture_id,
	links: JSON.parse(row.links),
	disclaimer: row.disclaimer
});
/** The contributors with these ids. */
async function contributorsById(db, ids) {
	if (ids.length === 0) return /* @__PURE__ */ new Map();
	const wanted = [...new Set(ids)];
	for (const id of wanted) reading(`contributor:${id}`);
	const rows = await db.selectFrom("contributors").selectAll().where("id", "in", wanted).execute();
	return new Map(rows.map((row) => [row.id, contributorOf(row)]));
}
async function contributorById(db, id) {
	const contributor = (await contributorsById(db, [id])).get(id);
	if (!contributor) throw new Refusal("not-found", "contributors/unknown", "There is no such contributor.");
	return contributor;
}
/** Adds a contributor at /contributors/name unless an address is given. */
async function addContributor(tx, fields, now) {
	checkLinks(fields.links ?? []);
	const id = uuid(now);
	const path = await settle(tx, "contributor", id, await freePath(tx, fields.path ?? `/contributors/${slugOf(fields.name) || id.slice(-8)}`), now);
	const row = {
		id,
		kind: fields.kind ?? "staff",
		name: fields.name,
		path,
		biography: fields.biography ?? "",
		picture_id: fields.pictureId ?? null,
		links: JSON.stringify(fields.links ?? []),
		disclaimer: fields.disclaimer ?? "",
		added: now.toISOString()
	};
	await tx.insertInto("contributors").values(row).execute();
	return contributorOf(row);
}
function checkLinks(links) {
	for (const { href } of links) if (!isLinkAddress(href)) throw new Refusal("invalid", "contributors/link", `links: “${href.slice(0, 100)}” cannot be linked to. Write a web address or mailto: with an address.`);
}
export { baseOf as A, categoryName as B, bylineRoles as C, monthBounds as D, fronts as E, allCategories as F, canonicalPath as G, addressAt as H, categoriesById as I, slugOf as J, hrefOf as K, categoryById as L, feedsFor as M, addCategory as N, months as O, addTag as P, tagById as R, scriptOf as S, days as T, redirectFrom as U, lineage as V, takenAmong as W, picturesIn as _, publish as a, directionOf as b, withhold as c, blank as d, check as f, emptyDocument as g, documentText as h, isAnythingDue as i, feedOf as j, stretch as k, draft as l, documentSchema as m, contributorById as n, publishDue as o, columns as p, isReserved as q, contributorsById as r, schedule as s, addContributor as t, edit as u, disclaimersOf as v, dayBounds as w, languageTag as x, readingMinutes as y, tagsById as z };

//# sourceMappingURL=contributors-BUgEqQjG.js.map