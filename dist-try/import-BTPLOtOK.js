import { t as openNewsroom } from "./open-BQbhYSfh.js";
import { o as Refusal, p as record } from "./pages-C61S4dKX.js";
import { a as isLinkAddress, n as isNamed, o as isWebAddress, r as newsroomNow, t as changeNewsroom } from "./settings-DGvoPNxk.js";
import { F as allCategories, G as canonicalPath, J as slugOf, K as hrefOf, L as categoryById, M as feedsFor, N as addCategory, P as addTag, R as tagById, U as redirectFrom, W as takenAmong, a as publish, b as directionOf, d as blank, f as check, g as emptyDocument, h as documentText, m as documentSchema, p as columns, q as isReserved, s as schedule, t as addContributor, u as edit, x as languageTag } from "./contributors-BUgEqQjG.js";
import { n as touch, o as uuid } from "./database-BqCOGjmU.js";
import { r as articleRecord, t as sanitiseKept } from "./kept-html-Blc4_G_D.js";
import { a as LARGEST_FILE, c as keepOriginal, s as examine, t as addPicture } from "./pictures-BL9K3oV6.js";
import { parseArgs } from "node:util";
import { closeSync, createReadStream, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import ipaddr from "ipaddr.js";
import { open, realpath, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { createGunzip } from "node:zlib";
import { Parser, Tokenizer } from "htmlparser2";
import { lookup } from "node:dns";
import { request } from "node:http";
import { request as request$1 } from "node:https";
import { Readable } from "node:stream";
// src/transfer/detached.ts
/**
* A copy that stands by itself. V8 keeps the whole text alive that a piece was cut from: what is remembered of each
* item would hold the file in memory.
*/
var detached = (text) => text.length < 13 ? text : Buffer.from(text, "utf8").toString("utf8");
// src/transfer/imported.ts
/** Everything of one kind that has come in. */
async function knownOf(db, site, type) {
	const rows = await db.selectFrom("imported_items").select(["external_id", "local_id"]).where("site", "=", site).where("external_type", "=", type).execute();
	return new Map(rows.map((row) => [row.external_id, row.local_id]));
}
/** Those of some items that have come in, whatever their type. */
async function knownAmong(db, site, kind, ids) {
	if (ids.length === 0) return /* @__PURE__ */ new Map();
	const rows = await db.selectFrom("imported_items").selectAll().where("site", "=", site).where("kind", "=", kind).where("external_id", "in", ids).execute();
	return new Map(rows.map((row) => [row.external_id, row]));
}
/** Remembers items, or how they are now. */
async function remember(tx, site, items) {
	for (let at = 0; at < items.length; at += CHUNK$2) await tx.insertInto("imported_items").values(items.slice(at, at + CHUNK$2).map((item) => ({
		site,
		...item
	}))).onConflict((conflict) => conflict.columns([
		"site",
		"external_type",
		"external_id"
	]).doUpdateSet((e) => ({
		local_id: e.ref("excluded.local_id"),
		digest: e.ref("excluded.digest"),
		version: e.ref("excluded.version"),
		status: e.ref("excluded.status"),
		lacking: e.ref("excluded.lacking")
	}))).execute();
}
/** Rows in one statement. */
var CHUNK$2 = 50;
var blankItem = {
	digest: "",
	version: 0,
	status: "",
	lacking: "[]"
};
/** Keeps the account of a run that brought something in; a run that found nothing new leaves no trace. */
async function keepAccount(tx, run, totals, now) {
	const id = uuid(now);
	const { picturesLacking, moved, problems, ...counts } = totals;
	await tx.insertInto("imports").values({
		id,
		...run,
		finished: now.toISOString(),
		report: JSON.stringify(counts)
	}).execute();
	await record(tx, "site.imported", { importId: id }, now);
}
// src/transfer/links.ts
/** Blanks and control characters, which browsers drop from addresses and which hide `java\nscript:` from readers. */
var unseen = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
/** An absolute http(s) address, resolved against `base`, or undefined. */
function webAddress(written, base) {
	const address = written?.replace(unseen, "").trim();
	if (!address || /^(data|blob|javascript|file|about):/i.test(address)) return void 0;
	if (isWebAddress(address) && !/\s/.test(address)) return address;
	try {
		const url = new URL(address, base || void 0);
		return /^https?:$/.test(url.protocol) ? url.href : void 0;
	} catch {
		return;
	}
}
var hostOf = (address) => {
	try {
		return new URL(address).hostname.replace(/^www\./, "");
	} catch {
		return "";
	}
};
/**
* Where a link of an imported article points: inside the site that moves in a path, else as it is. Files under
* `wp-content` keep their full address, since they do not move. Undefined for what no link may point at.
*/
function linkAddress(written, base, hosts) {
	const address = written.replace(unseen, "").trim();
	if (address === "") return void 0;
	if (/^#|^(mailto|tel):/i.test(address)) {
		const tidy = address.replaceAll(" ", "%20");
		return isLinkAddress(tidy) ? tidy : void 0;
	}
	const web = webAddress(address, base);
	if (!web) return void 0;
	if (hosts.has(hostOf(web))) {
		const { pathname, search, hash } = new URL(web);
		if (!/^\/(?:.*\/)?wp-(?:content|includes|admin)\//.test(pathname)) {
			const path = `${pathname.replace(/^\/{2,}/, "/")}${search}${hash}`;
			if (isLinkAddress(path)) return path;
		}
	}
	return isLinkAddress(web) ? web : void 0;
}
// src/transfer/paths.ts
/** Where things of the old site were, and where they are from now on. Paths are canonical (`canonicalPath`). */
/** The path of an address of the old site, or undefined. */
function pathOf(address, hosts) {
	if (!URL.canParse(address)) return void 0;
	const url = new URL(address);
	if (!hosts.has(hostOf(address))) return void 0;
	return canonicalPath(url.pathname + url.search);
}
/** The path an article keeps: its permalink, else one made of its name. */
function pathFor(item, headline, root, hosts) {
	const permalink = pathOf(item.link, hosts);
	if (permalink && !permalink.includes("?") && !isReserved(permalink) && permalink !== root) return permalink;
	const name = slugFrom(item.name) || slugOf(headline) || `${item.type}-${item.id}`;
	const path = canonicalPath(`${root}/${encodeURIComponent(name)}`);
	return path && !isReserved(path) ? path : `${root}/${item.type}-${item.id}`;
}
/** A slug as WordPress stores it, percent-encoded, decoded; empty when it is cut in the middle of a letter or unfit. */
function slugFrom(written) {
	try {
		const slug = decodeURIComponent(written).normalize("NFC");
		return /[/?#%\\\p{Cc}]/u.test(slug) || slug === "." || slug === ".." ? "" : slug;
	} catch {
		return "";
	}
}
/** Further addresses an article was known by: its number, its guid, its former slugs and dates. */
function formerPaths(item, path, root, hosts) {
	const found = [];
	if (item.id) {
		found.push(canonicalPath(`${root}/?p=${item.id}`));
		if (item.type === "page") found.push(canonicalPath(`${root}/?page_id=${item.id}`));
	}
	found.push(pathOf(item.link, hosts), pathOf(item.guid, hosts));
	const cut = path.lastIndexOf("/");
	for (const former of item.meta.get("_wp_old_slug") ?? []) {
		const slug = slugFrom(former);
		if (slug) found.push(canonicalPath(`${path.slice(0, cut)}/${encodeURIComponent(slug)}`));
	}
	const dated = /^(.*?\/)(\d{4})\/(\d{2})(?:\/(\d{2}))?(\/.*)$/.exec(path);
	if (dated) for (const former of item.meta.get("_wp_old_date") ?? []) {
		const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(former);
		if (date) found.push(`${dated[1]}${date[1]}/${date[2]}${dated[4] ? `/${date[3]}` : ""}${dated[5]}`);
	}
	return [...new Set(found)].filter((former) => former !== void 0 && former !== path && former !== "/" && !isReserved(former) && former !== root);
}
// src/transfer/run.ts
/** Writes, or in a dry run does not: then `work` gets nothing to write with, and its stand-in is the answer. */
var writing = (run, standIn, work) => run.options.dryRun ? Promise.resolve(standIn) : run.newsroom.write(work);
// src/transfer/tree.ts
/** Elements nest no deeper than this; whatever is deeper joins the innermost, and no text is lost. */
var DEEPEST$2 = 200;
var voidElements = new Set("area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr".split(" "));
var names = (list) => new Set(list.split(" "));
var paragraph = names("p");
var cell = names("p td th");
var section = names("p td th tr thead tbody tfoot caption colgroup");
var heading = names("p h1 h2 h3 h4 h5 h6");
/** Which open elements end where another begins (HTML, 13.1.2.4, optional tags). */
var ends = new Map([
	..."p address article aside blockquote center details div dl fieldset figcaption figure footer form header hgroup hr main menu nav ol pre section summary table ul".split(" ").map((name) => [name, paragraph]),
	...[...heading].slice(1).map((name) => [name, heading]),
	["li", names("p li")],
	["dt", names("p dt dd")],
	["dd", names("p dt dd")],
	["td", cell],
	["th", cell],
	["tr", names("p td th tr caption colgroup")],
	["thead", section],
	["tbody", section],
	["tfoot", section],
	["option", names("option")],
	["a", names("a")],
	["rt", names("rt rp")],
	["rp", names("rt rp")]
]);
/** The closing tag of anything else does not reach out of these. */
var walls = names("td th table");
var insideTables = names("td th tr thead tbody tfoot caption table");
/**
* Reads HTML, well-formed or not, with the comments by which WordPress marks its blocks. Never fails, needs time in
* proportion to its length, and nests no deeper than it can be walked.
*/
function readTree(html) {
	const builder = new Builder(html);
	const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
	tokenizer.write(html);
	tokenizer.end();
	return builder.root.children;
}
var Builder = class {
	root = {
		name: "#root",
		attributes: {},
		children: []
	};
	#html;
	#stack = [this.root];
	/** Elements that were too deep to be opened. */
	#tooDeep = 0;
	#tag;
	#attribute = "";
	#value = "";
	constructor(html) {
		this.#html = html;
	}
	isInForeignContext() {
		return false;
	}
	ontext(start, end) {
		this.#words(this.#html.slice(start, end));
	}
	ontextentity(codepoint) {
		this.#words(String.fromCodePoint(codepoint));
	}
	onopentagname(start, end) {
		const name = this.#html.slice(start, end).toLowerCase();
		this.#tag = {
			name: name === "image" ? "img" : name,
			attributes: {},
			children: []
		};
	}
	onattribname(start, end) {
		this.#attribute = this.#html.slice(start, end).toLowerCase();
		this.#value = "";
	}
	onattribdata(start, end) {
		this.#value += this.#html.slice(start, end);
	}
	onattribentity(codepoint) {
		this.#value += String.fromCodePoint(codepoint);
	}
	onattribend() {
		const attributes = this.#tag?.attributes;
		if (attributes && !Object.hasOwn(attributes, this.#attribute) && this.#attribute !== "__proto__") attributes[this.#attribute] = this.#value;
	}
	onopentagend() {
		const tag = this.#tag;
		this.#tag = void 0;
		if (tag) this.#open(tag, voidElements.has(tag.name));
	}
	onselfclosingtag() {
		const tag = this.#tag;
		this.#tag = void 0;
		if (tag) this.#open(tag, voidElements.has(tag.name) || /^(svg|path|iframe|object|a)$/.test(tag.name));
	}
	onclosetag(start, end) {
		const name = this.#html.slice(start, end).toLowerCase();
		if (name === "br") this.#open({
			name,
			attributes: {},
			children: []
		}, true);
		else if (!voidElements.has(name)) this.#close(name);
	}
	oncomment(start, end, offset) {
		const data = this.#html.slice(start, end - offset).trim();
		if (/^\/?wp:/.test(data)) this.#block(data);
		else if (/^more\b/.test(data)) this.#open({
			name: "#more",
			attributes: {},
			children: []
		}, true);
		else if (data === "nextpage") this.#open({
			name: "#nextpage",
			attributes: {},
			children: []
		}, true);
	}
	oncdata() {}
	ondeclaration() {}
	onprocessinginstruction() {}
	onend() {}
	#block(data) {
		const match = /^(\/?)wp:((?:[a-z][\w-]*\/)?[a-z][\w-]*)/i.exec(data);
		if (!match) return;
		const name = `block:${match[2].includes("/") ? "" : "core/"}${match[2].toLowerCase()}`;
		if (match[1]) {
			this.#close(name);
			return;
		}
		const rest = data.slice(match[0].length).trim();
		const alone = rest.endsWith("/");
		const json = (alone ? rest.slice(0, -1) : rest).trim();
		this.#open({
			name,
			attributes: json ? { json } : {},
			children: []
		}, alone);
	}
	#words(text) {
		const children = this.#stack.at(-1).children;
		const last = children.length - 1;
		if (typeof children[last] === "string") children[last] += text;
		else children.push(text);
	}
	#open(element, alone) {
		const ended = ends.get(element.name);
		if (ended) while (this.#stack.length > 1 && ended.has(this.#stack.at(-1).name)) this.#stack.pop();
		if (!alone && this.#stack.length > DEEPEST$2) {
			this.#tooDeep++;
			return;
		}
		this.#stack.at(-1).children.push(element);
		if (!alone) this.#stack.push(element);
	}
	#close(name) {
		if (this.#tooDeep > 0) {
			this.#tooDeep--;
			return;
		}
		const isBlock = name.startsWith("block:");
		for (let at = this.#stack.length - 1; at > 0; at--) {
			const open = this.#stack[at].name;
			if (open === name) {
				this.#stack.length = at;
				return;
			}
			if (!isBlock && open.startsWith("block:")) return;
			if (walls.has(open) && !insideTables.has(name) && !isBlock) return;
		}
	}
};
/** All text below some nodes, as it is written. */
function textIn(nodes) {
	let text = "";
	for (const node of nodes) if (typeof node === "string") text += node;
	else if (node.name === "br") text += "\n";
	else if (!silent.has(node.name)) text += textIn(node.children);
	return text;
}
/** Elements whose text no reader ever sees. */
var silent = names("script style template noscript noembed noframes svg math object applet iframe");
/** The first element with this name, at any depth. */
function find(nodes, name) {
	for (const node of nodes) {
		if (typeof node === "string") continue;
		const found = node.name === name ? node : find(node.children, name);
		if (found) return found;
	}
}
/** Every element with this name, at any depth, in order. */
var findAll = (nodes, name) => nodes.flatMap((node) => typeof node === "string" ? [] : node.name === name ? [node, ...findAll(node.children, name)] : findAll(node.children, name));
/** The nodes with blocks replaced by what is in them. */
var withoutBlocks = (nodes) => nodes.some((node) => typeof node !== "string" && node.name.startsWith("block:")) ? nodes.flatMap((node) => typeof node !== "string" && node.name.startsWith("block:") ? withoutBlocks(node.children) : [node]) : [...nodes];
var hasClass = (element, name) => (element.attributes.class ?? "").split(/\s+/).includes(name);
var escapeText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
/** The nodes as HTML again. */
var writeTree = (nodes) => nodes.map((node) => {
	if (typeof node === "string") return escapeText(node);
	const inside = writeTree(node.children);
	if (!/^[a-z][a-z0-9]*$/.test(node.name)) return inside;
	const attributes = Object.entries(node.attributes).filter(([name]) => /^[a-z][a-z-]*$/.test(name)).map(([name, value]) => ` ${name}="${escapeText(value).replaceAll("\"", "&quot;")}"`).join("");
	return voidElements.has(node.name) ? `<${node.name}${attributes}>` : `<${node.name}${attributes}>${inside}</${node.name}>`;
}).join("");
/** HTML as plain words on one line: what a title or a name is where it may hold tags and entities. */
var plain = (html) => (/[<&]/.test(html) ? textIn(readTree(html)) : html).replace(/[\p{Cc}\s]+/gu, " ").trim().toWellFormed();
// src/transfer/terms.ts
/** WordPress's own taxonomies that say nothing of what an article is about. */
var technical = {
	nav_menu: "menus are accounted for with their items",
	author: "its authors are contributors",
	post_format: "formats of posts are a matter of the theme",
	link_category: "link lists are no part of a newsroom",
	wp_theme: "themes stay with WordPress",
	wp_template_part_area: "themes stay with WordPress",
	wp_pattern_category: "patterns stay with WordPress",
	language: "articles carry their language themselves",
	term_language: "articles carry their language themselves",
	post_translations: "translations are not linked yet",
	term_translations: "translations are not linked yet"
};
/** Categories and tags of a file, and what they are in the newsroom. */
var Terms = class {
	#categories = /* @__PURE__ */ new Map();
	#tags = /* @__PURE__ */ new Map();
	#slugById = /* @__PURE__ */ new Map();
	#others = /* @__PURE__ */ new Set();
	categoryIds = /* @__PURE__ */ new Map();
	tagIds = /* @__PURE__ */ new Map();
	/** A term as the file lists it. */
	add(run, term) {
		const list = this.#list(term.taxonomy);
		if (term.id) this.#slugById.set(`${term.taxonomy} ${term.id}`, detached(term.slug));
		if (list) {
			const slug = term.slug || slugOf(plain(term.name));
			if (slug) list.set(detached(slug), kept({
				...term,
				slug,
				name: plain(term.name) || slug
			}));
			return;
		}
		const key = `${term.taxonomy} ${term.slug}`;
		if (this.#others.has(key)) return;
		this.#others.add(key);
		run.report.count("left out", `term of ${term.taxonomy}`, technical[term.taxonomy] ?? OTHER, {
			line: term.line,
			id: term.id,
			title: plain(term.name)
		});
	}
	/** A term that only an item names. */
	filed(filing, line) {
		const list = this.#list(filing.taxonomy);
		const slug = slugIn(filing);
		if (list && slug && !list.has(slug)) list.set(detached(slug), kept({
			id: "",
			slug,
			name: plain(filing.name) || slug,
			parent: "",
			description: "",
			line
		}));
	}
	slugOfId(taxonomy, id) {
		return this.#slugById.get(`${taxonomy} ${id}`);
	}
	#list(taxonomy) {
		return taxonomy === "category" ? this.#categories : taxonomy === "post_tag" ? this.#tags : void 0;
	}
	/** Brings in what is new: categories with their places in the tree, then tags. */
	async bring(run) {
		this.categoryIds = await knownOf(run.newsroom.db, run.key, "category");
		this.tagIds = await knownOf(run.newsroom.db, run.key, "post_tag");
		const lineages = [...this.#categories.values()].map((category) => this.#lineage(run, category));
		lineages.sort((a, b) => a.length - b.length);
		await settleAll(run, lineages, this.categoryIds, "category", (line) => ({
			term: line.at(-1),
			what: line.length > 1 ? "category below another" : "category",
			settle: (tx, made) => this.#category(run, tx, line, made)
		}));
		await settleAll(run, [...this.#tags.values()], this.tagIds, "post_tag", (tag) => ({
			term: tag,
			what: "tag",
			settle: (tx) => addedTag(run, tx, tag)
		}));
	}
	async #category(run, tx, line, made) {
		const category = line.at(-1);
		const above = line.at(-2)?.slug;
		const slugs = line.map(readable);
		const path = `${run.root}/category/${slugs.join("/")}`;
		const { id } = await addCategory(tx, {
			name: category.name.slice(0, 200),
			description: plain(category.description).slice(0, 2e3),
			...canonicalPath(path) ? { path } : {},
			parentId: above && (made.get(above) ?? this.categoryIds.get(above)) || null,
			position: [...this.#categories.keys()].indexOf(category.slug)
		}, run.newsroom.now());
		const former = [`${run.root}/category/${slugs.at(-1)}`];
		if (category.id) former.push(`${run.root}/?cat=${category.id}`);
		return {
			id,
			redirects: await leadHere(run, tx, "category", id, former)
		};
	}
	/** A category's ancestors from the top, then itself. Old files name parents by name; a circle ends the walk. */
	#lineage(run, category) {
		const line = [];
		for (let at = category; at; at = this.#parent(at)) {
			if (line.includes(at) || line.length > 50) {
				run.report.problem({
					line: category.line,
					message: `The category “${category.name}” stands below itself. It is put at the top.`,
					lost: false
				});
				return [category];
			}
			line.unshift(at);
		}
		return line;
	}
	#parent({ parent }) {
		if (!parent || parent === "0") return void 0;
		return this.#categories.get(parent) ?? [...this.#categories.values()].find(({ name }) => name === plain(parent));
	}
};
var kept = ({ id, slug, name, parent, description, line }) => ({
	id: detached(id),
	slug: detached(slug),
	name: detached(name),
	parent: detached(parent),
	description: detached(description),
	line
});
var OTHER = "a newsroom has categories and tags; this is a taxonomy of a plug-in or theme";
var slugIn = (filing) => filing.slug || slugOf(plain(filing.name));
var readable = (term) => slugFrom(term.slug) || slugOf(term.name) || term.id || "term";
var shown = ({ line, id, name }) => ({
	line,
	id,
	title: name
});
async function addedTag(run, tx, tag) {
	const path = `${run.root}/tag/${readable(tag)}`;
	const { id } = await addTag(tx, {
		name: tag.name.slice(0, 200),
		...canonicalPath(path) ? { path } : {}
	}, run.newsroom.now());
	return {
		id,
		redirects: await leadHere(run, tx, "tag", id, [`${run.root}/?tag=${readable(tag)}`])
	};
}
async function leadHere(run, tx, kind, thingId, paths) {
	const redirects = paths.map((path) => ({
		path,
		thingId
	}));
	return (await redirectFrom(tx, kind, redirects, run.newsroom.now())).length;
}
/** Settles the new ones of many terms, so many a transaction. Nothing is counted that may be rolled back. */
async function settleAll(run, list, known, type, plan) {
	const kind = type === "category" ? "category" : "tag";
	for (let at = 0; at < list.length; at += 100) {
		const plans = list.slice(at, at + 100).map(plan);
		const fresh = plans.filter(({ term }) => !known.has(term.slug));
		const standIn = {
			made: new Map(fresh.map(({ term }) => [term.slug, `dry ${term.slug}`])),
			redirects: 0
		};
		const { made, redirects } = fresh.length === 0 ? standIn : await writing(run, standIn, async (tx) => {
			const made = /* @__PURE__ */ new Map();
			let redirects = 0;
			for (const { term, settle } of fresh) {
				const settled = await settle(tx, made);
				made.set(term.slug, settled.id);
				redirects += settled.redirects;
			}
			await remember(tx, run.key, [...made].map(([slug, id]) => ({
				...blankItem,
				external_type: type,
				external_id: slug,
				kind,
				local_id: id
			})));
			return {
				made,
				redirects
			};
		});
		run.report.redirects += redirects;
		for (const { term, what } of plans) run.report.count(known.has(term.slug) ? "unchanged" : "new", what, "", shown(term));
		for (const [slug, id] of made) known.set(slug, id);
	}
}
// src/transfer/times.ts
/** Times of an item, ISO 8601 UTC, or null. */
/**
* The instant of a WordPress date: UTC where it is known, else what the feed says (RFC 822), else the local time as
* if it were UTC. `0000-00-00 00:00:00` stands for none.
*/
var instant = (gmt, local = "", feed = "") => ofSql(gmt) ?? ofFeed(feed) ?? ofSql(local);
function ofSql(written) {
	const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(written.trim());
	if (!match || match[1] === "0000" || match[2] === "00" || match[3] === "00") return null;
	return believable(Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`));
}
var ofFeed = (written) => /^\w{3},? \d{1,2} \w{3} \d{4}/.test(written.trim()) ? believable(Date.parse(written)) : null;
/** WordPress writes year -0001 for no date. */
function believable(ms) {
	if (Number.isNaN(ms)) return null;
	const year = new Date(ms).getUTCFullYear();
	return year >= 1e3 && year <= 9999 ? new Date(ms).toISOString() : null;
}
// src/transfer/arrival.ts
/** Types that become articles. */
var articleTypes = {
	post: "news",
	page: "page"
};
/** Where an item stands, or why it is left out. */
function standingOf(item) {
	const what = item.type === "page" ? "page" : "article";
	switch (item.status) {
		case "publish":
			if (item.password) return {
				status: "draft",
				what: `${what} behind a password`,
				why: "it is a draft now: nobody can see it before an editor decides"
			};
			return {
				status: "published",
				what
			};
		case "future": return instant(item.dateGmt, item.date) ? {
			status: "scheduled",
			what: `scheduled ${what}`
		} : {
			status: "draft",
			what: `scheduled ${what}`,
			why: "it has no date, so it is a draft"
		};
		case "draft": return {
			status: "draft",
			what: `draft of ${item.type === "page" ? "a page" : "an article"}`
		};
		case "pending": return {
			status: "submitted",
			what: `submitted ${what}`
		};
		case "private": return {
			status: "draft",
			what: `private ${what}`,
			why: "it is a draft now: nobody can see it before an editor decides"
		};
		case "trash":
		case "auto-draft":
		case "inherit": return {
			leftOut: `WordPress has it as “${item.status}”`,
			what
		};
		default: return {
			status: "draft",
			what: `draft of ${item.type === "page" ? "a page" : "an article"}`,
			why: `its status “${item.status}” is a plug-in's`
		};
	}
}
/** Post meta that an article is made of; all other meta may change without changing it. */
var telling = /^(_thumbnail_id|footnotes|_wp_old_(slug|date)|_yoast_wpseo_(title|opengraph-title|primary_category)|rank_math_(title|facebook_title|primary_category)|_aioseop?_(title|og_title))$/;
/** What an article was made of: another digest means that it has changed on the old site. */
function digestOf(item, reusable) {
	const { line: _, pubDate: __, meta, comments, ...rest } = item;
	const blocks = item.content.includes("wp:block ") ? [...item.content.matchAll(/wp:block \{[^}]*"ref":(\d+)/g)].map(([, id]) => reusable(id) ?? "") : [];
	const said = [...meta].filter(([key]) => telling.test(key));
	return createHash("sha256").update(JSON.stringify([
		rest,
		said,
		comments,
		blocks
	])).digest("hex").slice(0, 32);
}
/** All of an article but its text, its address and its pictures. */
function fieldsOf$1(item, { status }, about) {
	const date = instant(item.dateGmt, item.date, item.pubDate);
	const published = status === "published" ? date ?? about.now.toISOString() : null;
	const modified = instant(item.modifiedGmt, item.modified);
	const headline = shortened(plain(item.title), 300);
	const title = (...keys) => shortened(keys.map((key) => filled$1(item.meta.get(key)?.[0] ?? "", headline, about.siteTitle)).find(Boolean) ?? "", 300);
	const { categoryId, categoryIds, tagIds } = filed(item, about.terms);
	return {
		...blank,
		kind: articleTypes[item.type] ?? "news",
		status,
		headline,
		seoTitle: title("_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title"),
		socialTitle: title("_yoast_wpseo_opengraph-title", "rank_math_facebook_title", "_aioseo_og_title"),
		standfirst: shortened(plain(item.excerpt), 2e3),
		language: languageIn(item) ?? about.language,
		categoryId: item.type === "page" ? null : categoryId,
		categoryIds: item.type === "page" ? [] : categoryIds,
		tagIds,
		bylines: item.type === "page" ? [] : about.authors.of(item).slice(0, 50).map((contributorId) => ({
			contributorId,
			role: "author"
		})),
		published,
		updated: published && modified && Date.parse(modified) - Date.parse(published) > 36e5 ? modified : null,
		scheduled: status === "scheduled" ? date : null,
		created: date ?? about.now.toISOString()
	};
}
/** The main category is the one that an SEO plug-in was told, else the first that says anything. */
function filed(item, terms) {
	const slugs = item.filings.filter(({ taxonomy }) => taxonomy === "category").map(slugIn);
	const main = ["_yoast_wpseo_primary_category", "rank_math_primary_category"].map((key) => terms.slugOfId("category", item.meta.get(key)?.[0] ?? "")).find((slug) => slug && slugs.includes(slug)) ?? slugs.find((slug) => slug !== "uncategorized") ?? slugs[0];
	const idsOf = (list, ids) => [...new Set(list.map((slug) => ids.get(slug)))].filter((id) => id !== void 0);
	const tags = item.filings.filter(({ taxonomy }) => taxonomy === "post_tag").map(slugIn);
	return {
		categoryId: main && terms.categoryIds.get(main) || null,
		categoryIds: idsOf(slugs, terms.categoryIds).slice(0, 50),
		tagIds: idsOf(tags, terms.tagIds).slice(0, 200)
	};
}
/** The language that the plug-in Polylang filed an item under. */
function languageIn(item) {
	const filing = item.filings.find(({ taxonomy }) => taxonomy === "language");
	return filing && languageTag(filing.slug);
}
/** A title of an SEO plug-in with the usual variables filled in; empty when it is only its own template. */
function filled$1(written, headline, site) {
	const text = plain(written);
	if (!/%|#[a-z]/.test(text)) return text;
	const done = text.replace(/%%title%%|%title%|#post_title/g, headline).replace(/%%sitename%%|%sitename%|#site_title/g, site).replace(/%%sep%%|%sep%|#separator_sa/g, "–").replace(/%%(page|primary_category|excerpt)%%|%page%/g, "").replace(/\s+/g, " ").trim();
	return /%%?\w+%|#[a-z_]+/.test(done) || done === headline ? "" : done;
}
/** Text cut at a word, never inside a letter. */
function shortened(text, longest) {
	if (text.length <= longest) return text;
	const cut = text.slice(0, longest - 1).toWellFormed();
	const blank = cut.lastIndexOf(" ");
	return `${(blank > longest / 2 ? cut.slice(0, blank) : cut).replace(/\ufffd$/, "")}…`;
}
// src/articles/bring.ts
/**
* Brings in many articles at once, in a few statements; returns their ids in order. For imports: pages are dropped
* as a whole, and nothing is announced.
*/
async function bring(tx, arrivals, now) {
	if (arrivals.length === 0) return [];
	const categories = await allCategories(tx);
	const brought = arrivals.map((arrival) => ({
		id: uuid(now),
		arrival,
		fields: check({
			...arrival,
			path: void 0
		})
	}));
	await inChunks(brought.map(({ id, arrival, fields }) => ({
		...columns(fields),
		id,
		path: arrival.path,
		status: arrival.status,
		version: 1,
		created: arrival.created,
		edited: now.toISOString(),
		published: arrival.published,
		updated: arrival.updated,
		scheduled: arrival.scheduled,
		withheld: null,
		withheld_reason: ""
	})), (rows) => tx.insertInto("articles").values(rows).execute());
	await inChunks(brought.map(({ id, arrival }) => ({
		path: arrival.path,
		kind: "article",
		thing_id: id,
		retired: null
	})), (rows) => tx.insertInto("addresses").values(rows).execute());
	await inChunks(brought.flatMap(({ id, fields }) => [...new Set(fields.categoryIds)].filter((category) => category !== fields.categoryId).map((category_id, position) => ({
		article_id: id,
		category_id,
		position
	}))), (rows) => tx.insertInto("article_categories").values(rows).execute());
	await inChunks(brought.flatMap(({ id, fields }) => [...new Set(fields.tagIds)].map((tag_id, position) => ({
		article_id: id,
		tag_id,
		position
	}))), (rows) => tx.insertInto("article_tags").values(rows).execute());
	await inChunks(brought.flatMap(({ id, fields }) => fields.bylines.map(({ contributorId, role }, position) => ({
		article_id: id,
		position,
		contributor_id: contributorId,
		role
	}))), (rows) => tx.insertInto("bylines").values(rows).execute());
	await inChunks(brought.flatMap(({ id, arrival, fields }) => arrival.published === null ? [] : feedsFor({
		kind: fields.kind,
		status: arrival.status,
		language: fields.language,
		categoryId: fields.categoryId,
		categoryIds: fields.categoryIds,
		tagIds: fields.tagIds,
		contributorIds: fields.bylines.map((byline) => byline.contributorId)
	}, categories).map((feed) => ({
		feed,
		published: arrival.published,
		article_id: id
	}))), (rows) => tx.insertInto("feed_entries").values(rows).execute());
	await redirectFrom(tx, "article", brought.flatMap(({ id, arrival }) => arrival.oldPaths.map((path) => ({
		path,
		thingId: id
	}))), now);
	touch(tx, "*");
	return brought.map(({ id }) => id);
}
/** Rows in one statement. One length for all but the last keeps the number of prepared statements small. */
var CHUNK$1 = 50;
async function inChunks(rows, insert) {
	for (let at = 0; at < rows.length; at += CHUNK$1) await insert(rows.slice(at, at + CHUNK$1));
}
// src/transfer/comments.ts
/** Comments that readers wrote and that were not thrown away. */
var worthKeeping = (comment) => comment.id !== "" && !/^(spam|trash|post-trashed)$/.test(comment.approved);
var commentRow = (site, articleId, comment) => ({
	site,
	external_id: comment.id,
	article_id: articleId,
	parent: /^[1-9]\d*$/.test(comment.parent) ? comment.parent : null,
	author: comment.author,
	email: comment.email,
	url: comment.url,
	ip: comment.ip,
	written: instant(comment.dateGmt, comment.date) ?? "",
	status: comment.approved === "1" || comment.approved === "approve" ? "approved" : "held",
	type: comment.type || "comment",
	content: comment.content.toWellFormed(),
	meta: JSON.stringify(comment.meta)
});
/** Keeps comments, or how they are now. */
async function keepComments(tx, rows) {
	const unique = [...new Map(rows.map((row) => [row.external_id, row])).values()];
	for (let at = 0; at < unique.length; at += CHUNK) await tx.insertInto("imported_comments").values(unique.slice(at, at + CHUNK)).onConflict((conflict) => conflict.columns(["site", "external_id"]).doUpdateSet((e) => ({
		article_id: e.ref("excluded.article_id"),
		parent: e.ref("excluded.parent"),
		author: e.ref("excluded.author"),
		email: e.ref("excluded.email"),
		url: e.ref("excluded.url"),
		ip: e.ref("excluded.ip"),
		written: e.ref("excluded.written"),
		status: e.ref("excluded.status"),
		type: e.ref("excluded.type"),
		content: e.ref("excluded.content"),
		meta: e.ref("excluded.meta")
	}))).execute();
}
/** Rows in one statement. */
var CHUNK = 50;
// src/transfer/renew.ts
/**
* Brings an article that is here already to what the file says now, unless somebody has edited it here since. What is
* published here stays published: an article is never taken from readers by a file.
*/
async function renew(tx, fields, known, now) {
	const id = known.local_id;
	const here = await articleRecord(tx, id);
	const asBefore = {
		id,
		version: known.version,
		status: known.status
	};
	if (!here) return {
		...asBefore,
		why: "it was taken away here since it came in"
	};
	const wentOut = known.status === "scheduled" && here.status === "published" ? 1 : 0;
	if (here.version !== known.version + wentOut) return {
		...asBefore,
		why: "it was edited here since it came in, and the file has changed, too"
	};
	const { status, published, updated: _, scheduled, created: __, ...changes } = fields;
	await edit(tx, id, changes, now, { silent: true });
	if (status === "published" && here.status !== "published") await publish(tx, id, now, published ?? void 0);
	else if (status === "scheduled" && scheduled && here.status === "draft") await schedule(tx, id, new Date(scheduled), now);
	const after = await articleRecord(tx, id);
	return {
		id,
		version: after.version,
		status: after.status
	};
}
// src/transfer/batch.ts
/** Brings in articles, so many a transaction. */
var Batch = class {
	#run;
	#survey;
	#preparation;
	constructor(run, survey, preparation) {
		this.#run = run;
		this.#survey = survey;
		this.#preparation = preparation;
	}
	/** Brings in what is new or has changed; says of each article which former paths lead to it. */
	async bringIn(candidates) {
		const known = await knownAmong(this.#run.newsroom.db, this.#run.key, "article", candidates.map(({ item }) => item.id));
		const ready = [];
		const settled = [];
		for (const candidate of candidates) {
			const { item, standing } = candidate;
			const before = known.get(item.id);
			const digest = digestOf(item, this.#survey.reusable);
			if (before && before.digest === digest && !this.#preparation.canFill(before)) {
				for (const { address } of JSON.parse(before.lacking)) this.#run.report.lacks(address);
				this.#note(candidate, "unchanged");
				settled.push({
					articleId: before.local_id,
					paths: this.#formerPaths(item)
				});
				continue;
			}
			try {
				const { fields, converted, lacking } = await this.#preparation.article(item, standing);
				check(fields);
				const wantedPath = pathFor(item, fields.headline, this.#run.root, this.#run.hosts);
				const numbers = this.#formerPaths(item).filter((path) => path.includes("?"));
				ready.push({
					...candidate,
					digest,
					known: before,
					fields,
					wantedPath,
					path: wantedPath,
					numbers,
					lacking,
					converted
				});
			} catch (error) {
				this.#failed(candidate, error);
			}
		}
		settled.push(...await this.#settle(ready));
		return settled;
	}
	async #settle(ready) {
		if (ready.length === 0) return [];
		await this.#findPaths(ready.filter(({ known }) => !known));
		if (this.#run.options.dryRun) return ready.map((one) => this.#done(one, `dry ${one.item.id}`, one.known ? "changed" : "new"));
		try {
			return await this.#write(ready);
		} catch (error) {
			if (!isOfItem(error)) throw error;
			if (ready.length === 1) {
				this.#failed(ready[0], error);
				return [];
			}
			const settled = [];
			for (const one of ready) settled.push(...await this.#settle([one]));
			return settled;
		}
	}
	async #write(ready) {
		const { newsroom } = this.#run;
		const results = await newsroom.write(async (tx) => {
			const now = newsroom.now();
			const fresh = ready.filter(({ known }) => !known);
			const ids = await bring(tx, fresh.map(({ fields, path, numbers }) => ({
				...fields,
				path,
				oldPaths: numbers
			})), now);
			const results = /* @__PURE__ */ new Map();
			for (const [at, one] of fresh.entries()) results.set(one, {
				id: ids[at],
				version: 1,
				status: one.fields.status
			});
			for (const one of ready) if (one.known) results.set(one, await renew(tx, one.fields, one.known, now));
			await this.#remember(tx, results);
			return results;
		});
		return ready.map((one) => {
			const { id, why } = results.get(one);
			return this.#done(one, id, one.known ? why ? "left out" : "changed" : "new", why);
		});
	}
	async #remember(tx, results) {
		const done = [...results].filter(([, { why }]) => why === void 0);
		await remember(tx, this.#run.key, done.map(([{ item, digest, lacking }, { id, version, status }]) => ({
			external_type: item.type,
			external_id: item.id,
			kind: "article",
			local_id: id,
			digest,
			version,
			status,
			lacking: JSON.stringify(lacking)
		})));
		await keepComments(tx, done.flatMap(([{ item }, { id }]) => item.comments.filter(worthKeeping).map((comment) => commentRow(this.#run.key, id, comment))));
	}
	/** Each new article gets the path it had, or the nearest that is free. */
	async #findPaths(fresh) {
		const taken = await takenAmong(this.#run.newsroom.db, fresh.map(({ wantedPath }) => wantedPath));
		for (const one of fresh) {
			for (let n = 2; taken.has(one.path) || isReserved(one.path); n++) {
				one.path = `${one.wantedPath}-${n}`;
				for (const path of await takenAmong(this.#run.newsroom.db, [one.path])) taken.add(path);
			}
			taken.add(one.path);
		}
	}
	#formerPaths(item) {
		return formerPaths(item, pathFor(item, item.title, this.#run.root, this.#run.hosts), this.#run.root, this.#run.hosts);
	}
	#done(one, articleId, fate, why) {
		const { report } = this.#run;
		const { item, path, wantedPath, lacking, converted, numbers, known } = one;
		this.#note(one, fate, why, known ? void 0 : path);
		report.parts(converted.notes, {
			line: item.line,
			id: item.id,
			title: one.fields.headline
		});
		for (const { address } of lacking) report.lacks(address);
		if (!known && path !== wantedPath) report.moved(wantedPath, path);
		if (!known) report.redirects += numbers.length;
		return {
			articleId,
			paths: this.#formerPaths(item)
		};
	}
	#note({ item, standing }, fate, why = standing.why, path) {
		const { report } = this.#run;
		report.item({
			line: item.line,
			id: item.id,
			type: item.type,
			status: item.status,
			title: item.title.slice(0, 300),
			fate,
			why,
			path
		}, standing.what);
		if (item.sticky) report.count("left out", "sticky", "a front page is arranged by its editors; the article itself is here", {
			line: item.line,
			id: item.id,
			title: item.title
		});
		for (const comment of item.comments) {
			const kind = comment.type && comment.type !== "comment" ? comment.type : "comment";
			if (worthKeeping(comment)) report.count(fate === "left out" ? "unchanged" : fate, kind);
			else report.count("left out", kind, `WordPress has it as “${comment.approved || "without a number"}”`);
		}
	}
	#failed({ item, standing }, error) {
		const message = error instanceof Error ? error.message : String(error);
		this.#run.report.problem({
			line: item.line,
			message: `“${item.title.slice(0, 100)}” (${item.type} ${item.id}) could not be brought in: ${message}`,
			lost: true
		});
		const { line, id, type, status, title } = item;
		this.#run.report.item({
			line,
			id,
			type,
			status,
			title,
			fate: "failed",
			why: message
		}, standing.what);
	}
};
var isOfItem = (error) => error instanceof Refusal || error instanceof RangeError || error instanceof Error && /unique|constraint|duplicate key|invalid byte|too long/i.test(error.message);
// src/transfer/php.ts
var DEEPEST$1 = 50;
/**
* Reads what PHP's `serialize` has written (php.net, "serialize"), or returns undefined when it is anything else.
* Lengths count bytes of UTF-8, and are wrong in exports whose addresses were searched and replaced: then the
* closing quote decides.
*/
function readPhp(text) {
	if (!/^\s*(?:[aOs]:\d|[bid]:-?[\d.]|N;)/.test(text)) return void 0;
	try {
		return new PhpReader(text.trim()).value(0);
	} catch {
		return;
	}
}
var PhpReader = class {
	#text;
	#at = 0;
	constructor(text) {
		this.#text = text;
	}
	value(depth) {
		if (depth > DEEPEST$1) throw new Error("too deep");
		const type = this.#text[this.#at];
		if (type === "N") {
			this.#at += 2;
			return null;
		}
		this.#at += 2;
		if (type === "s") return this.#string();
		if (type === "i" || type === "d") return Number(this.#until(";"));
		if (type === "b") return this.#until(";") === "1";
		if (type === "r" || type === "R") {
			this.#until(";");
			return null;
		}
		if (type === "O") {
			this.#until(":");
			this.#until("\"");
			this.#until("\"");
			this.#at++;
		} else if (type !== "a") throw new Error("not serialised");
		return this.#entries(depth);
	}
	#entries(depth) {
		const count = Number(this.#until(":"));
		if (!(count >= 0 && count <= 1e5)) throw new Error("not a count");
		this.#until("{");
		const found = [];
		for (let n = 0; n < count; n++) {
			const key = this.value(depth + 1);
			found.push([String(key), this.value(depth + 1)]);
		}
		this.#until("}");
		return found.every(([key], at) => key === String(at)) ? found.map(([, value]) => value) : Object.fromEntries(found);
	}
	#string() {
		const bytes = Number(this.#until(":"));
		if (this.#text[this.#at] !== "\"") throw new Error("no quote");
		const from = this.#at + 1;
		let end = this.#byBytes(from, bytes);
		if (this.#text.slice(end, end + 2) !== "\";") {
			end = this.#text.indexOf("\";", from);
			if (end < 0) throw new Error("no closing quote");
		}
		this.#at = end + 2;
		return this.#text.slice(from, end);
	}
	#byBytes(from, bytes) {
		let left = bytes;
		let at = from;
		while (left > 0 && at < this.#text.length) {
			const code = this.#text.codePointAt(at);
			left -= code < 128 ? 1 : code < 2048 ? 2 : code < 65536 ? 3 : 4;
			at += code > 65535 ? 2 : 1;
		}
		return at;
	}
	#until(mark) {
		const end = this.#text.indexOf(mark, this.#at);
		if (end < 0) throw new Error(`no ${mark}`);
		const text = this.#text.slice(this.#at, end);
		this.#at = end + 1;
		return text;
	}
};
// src/transfer/attachments.ts
/** Every attachment of a file, found by its WordPress id or by the address of any size of it. */
var Attachments = class {
	#byId = /* @__PURE__ */ new Map();
	#byStem = /* @__PURE__ */ new Map();
	#ofParent = /* @__PURE__ */ new Map();
	add(item) {
		const address = detached(item.attachmentUrl || item.guid);
		const file = detached(safePath(item.meta.get("_wp_attached_file")?.[0] ?? "") || uploadPath(address));
		const picture = /\.(jpe?g|jpe|png|gif|webp|avif)$/i.test(file);
		const parent = item.parent === "0" ? "" : item.parent;
		this.#byId.set(item.id, {
			file,
			address,
			parent,
			page: detached(item.link),
			picture
		});
		const stem = stemOf(file);
		if (stem && !this.#byStem.has(stem)) this.#byStem.set(stem, item.id);
		if (parent && picture) {
			const siblings = this.#ofParent.get(parent);
			if (siblings) siblings.push(item.id);
			else this.#ofParent.set(parent, [item.id]);
		}
	}
	get size() {
		return this.#byId.size;
	}
	byId(id) {
		return this.#byId.get(id);
	}
	attachedTo(item) {
		return this.#ofParent.get(item) ?? [];
	}
	all() {
		return this.#byId.entries();
	}
	/**
	* The attachment that an `<img>` shows. The number in its class counts when its address agrees: texts that were
	* pasted from another site carry that site's numbers.
	*/
	shownBy({ id, address }, hosts) {
		const stem = stemOf(uploadPath(address));
		if (id) {
			const named = this.#byId.get(id);
			if (named && stemOf(named.file) === stem) return id;
		}
		return (hosts.has(hostOf(address)) || /\/(wp-content\/uploads|files)\//.test(address)) && stem ? this.#byStem.get(stem) : void 0;
	}
};
/** The path of an address below `wp-content/uploads`, or all of its path; decoded, without leading slash. */
function uploadPath(address) {
	if (!URL.canParse(address)) return safePath(address);
	const { pathname } = new URL(address);
	let path = /\/wp-content\/(?:uploads|blogs\.dir)\/(.*)$/.exec(pathname)?.[1] ?? pathname;
	try {
		path = decodeURIComponent(path);
	} catch {}
	return safePath(path);
}
/** A relative path that stays where it begins, or an empty one. */
function safePath(path) {
	const clean = path.normalize("NFC").replace(/^\/+/, "");
	return /(^|[/\\])\.\.([/\\]|$)|[\0\\]|^[a-z]:/i.test(clean) ? "" : clean;
}
/** A file without the marks that WordPress gives to its sizes: `a-300x200.jpg`, `a-scaled.jpg`, `a-rotated.jpg`. */
var stemOf = (file) => file.replace(/\.[a-z0-9]{2,5}$/i, "").replace(/-\d{1,5}x\d{1,5}$/, "").replace(/-(scaled|rotated)$/, "").toLowerCase();
/** What the file says of a picture. */
function wordsOfPicture(item) {
	const image = fieldsIn(fieldsIn(readPhp(item.meta.get("_wp_attachment_metadata")?.[0] ?? "")).image_meta);
	const said = (key) => plain(item.meta.get(key)?.[0] ?? "");
	const credit = [
		"credit",
		"_credit",
		"_media_credit",
		"_wp_attachment_source_name",
		"photographer",
		"_photographer"
	].map(said).find(Boolean) ?? plain(String(image.credit || image.copyright || ""));
	return {
		alt: plain(item.meta.get("_wp_attachment_image_alt")?.[0] ?? "").slice(0, 1e3),
		caption: (plain(item.excerpt) || plain(item.content)).slice(0, 2e3),
		credit: credit.slice(0, 300),
		licence: said("_license").slice(0, 300),
		source: item.attachmentUrl || item.guid
	};
}
var fieldsIn = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
// src/transfer/fetch.ts
/** Whether an address is one of the open internet: not private, local, reserved, or another kind in disguise. */
function isPublicAddress(ip) {
	if (!ipaddr.isValid(ip)) return false;
	return ipaddr.process(ip).range() === "unicast";
}
var openInternet = {
	address: isPublicAddress,
	port: (port) => port === 80 || port === 443
};
var usual = {
	bytes: LARGEST_FILE,
	ms: 3e4,
	redirects: 5
};
var refused = (message) => new Refusal("not-allowed", "import/fetch", message);
/**
* Fetches a file from another site. The address a name leads to is judged at the moment of connecting, anew after
* each redirect, so that neither a redirect nor a changing name reaches a private network. Throws a Refusal with
* the reason.
*/
async function fetchFile(address, reach = openInternet, limits = usual) {
	const deadline = AbortSignal.timeout(limits.ms);
	let at = parse(address);
	for (let followed = 0;; followed++) {
		const answer = await ask(at, reach, limits, deadline);
		if (Buffer.isBuffer(answer)) return answer;
		if (followed >= limits.redirects) throw refused(`More than ${limits.redirects} redirects.`);
		at = parse(answer.location, at);
	}
}
function parse(address, base) {
	const url = URL.canParse(address, base) ? new URL(address, base) : void 0;
	if (!url || !/^https?:$/.test(url.protocol)) throw refused("Not an http or https address.");
	if (url.username || url.password) throw refused("The address carries a password.");
	return url;
}
function ask(url, reach, limits, signal) {
	const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
	if (!reach.port(port)) throw refused(`Port ${port} is not one of the web.`);
	const host = url.hostname.replace(/^\[|\]$/g, "");
	if (ipaddr.isValid(host) && !reach.address(host)) throw refused("The address is in a private network.");
	const look = (name, options, done) => lookup(name, {
		...options,
		all: true
	}, (error, found) => {
		if (error) return done(error, "", 0);
		const judged = found.filter((one) => reach.address(one.address));
		if (judged.length < found.length || judged.length === 0) return done(refused("The name leads to a private network."), "", 0);
		if (options.all) return done(null, judged);
		done(null, judged[0].address, judged[0].family);
	});
	return new Promise((resolve, reject) => {
		const send = url.protocol === "https:" ? request$1 : request;
		const fail = (error) => reject(error instanceof Refusal ? error : refused(reasonOf(error, limits)));
		const request$2 = send(url, {
			lookup: look,
			agent: false,
			signal,
			headers: {
				"user-agent": "Dateline",
				accept: "image/*",
				"accept-encoding": "identity"
			}
		}, (response) => {
			const status = response.statusCode ?? 0;
			const { location } = response.headers;
			if (status >= 300 && status < 400 && location) {
				response.destroy();
				return resolve({ location });
			}
			if (status !== 200) {
				response.destroy();
				return fail(refused(`The site answered ${status}.`));
			}
			const chunks = [];
			let bytes = 0;
			response.on("data", (chunk) => {
				bytes += chunk.length;
				if (bytes > limits.bytes) {
					response.destroy();
					return fail(refused(`The file is larger than ${Math.round(limits.bytes / 1024 / 1024)} MB.`));
				}
				chunks.push(chunk);
			});
			response.on("end", () => response.complete ? resolve(Buffer.concat(chunks)) : fail(/* @__PURE__ */ new Error("cut")));
			response.on("error", fail);
		});
		request$2.on("error", fail);
		request$2.end();
	});
}
function reasonOf(error, limits) {
	const name = error instanceof Error ? error.name : "";
	if (name === "AbortError" || name === "TimeoutError") return `It took longer than ${limits.ms / 1e3} seconds.`;
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "The name is not known.";
	return `The site could not be reached${code ? ` (${code})` : ""}.`;
}
// src/transfer/intake.ts
/** Pictures on their way at once: each is decoded to see whether it is whole. */
var AT_ONCE = 4;
/** Pictures in one transaction. */
var BATCH$2 = 24;
/** Takes pictures into the library, from a folder or from the old site. */
var Intake = class {
	#run;
	#pictures = /* @__PURE__ */ new Map();
	#byAddress = /* @__PURE__ */ new Map();
	#waiting = [];
	#failed = /* @__PURE__ */ new Set();
	constructor(run) {
		this.#run = run;
	}
	async load() {
		this.#pictures = await knownOf(this.#run.newsroom.db, this.#run.key, "attachment");
		this.#byAddress = await knownOf(this.#run.newsroom.db, this.#run.key, "address");
	}
	get size() {
		return this.#pictures.size + this.#byAddress.size;
	}
	/** The library's picture of an attachment. */
	of(attachment) {
		return this.#pictures.get(attachment);
	}
	/** The library's picture that was fetched from an address. */
	from(address) {
		return this.#byAddress.get(address);
	}
	/** Whether fetching from an address was tried in this run, in vain. */
	hasFailed(address) {
		return this.#failed.has(address);
	}
	/** Takes the picture of an attachment if it is new and can be had; says later what became of it. */
	async offer(item, file, done) {
		if (this.#pictures.has(item.id)) return done("unchanged");
		const words = wordsOfPicture(item);
		const wanted = {
			type: "attachment",
			id: item.id,
			file,
			address: words.source,
			words
		};
		if (!this.#canHave(wanted)) return done("left out", LACKING);
		this.#waiting.push({
			wanted,
			done
		});
		if (this.#waiting.length >= BATCH$2) await this.flush();
	}
	/** Fetches pictures that texts show and that are no attachments. True when any was had. */
	async fetch(addresses) {
		if (!this.#run.options.fetchPictures) return false;
		const before = this.size;
		for (const address of new Set(addresses)) {
			if (this.#byAddress.has(address) || this.#failed.has(address)) continue;
			const words = {
				alt: "",
				caption: "",
				credit: "",
				licence: "",
				source: address
			};
			this.#waiting.push({
				wanted: {
					type: "address",
					id: address,
					file: uploadPath(address),
					address,
					words
				},
				done: (fate, why) => {
					if (fate !== "new") this.#failed.add(address);
					this.#run.report.count(fate, "picture from another address", why);
				}
			});
		}
		await this.flush();
		return this.size > before;
	}
	async flush() {
		const batch = this.#waiting.splice(0);
		for (let at = 0; at < batch.length; at += BATCH$2) await this.#take(batch.slice(at, at + BATCH$2));
	}
	#canHave({ file, address }) {
		const { uploads, fetchPictures } = this.#run.options;
		return uploads !== void 0 && file !== "" || fetchPictures === true && address !== "";
	}
	async #take(batch) {
		const taken = [];
		for (let at = 0; at < batch.length; at += AT_ONCE) taken.push(...await Promise.all(batch.slice(at, at + AT_ONCE).map(({ wanted }) => this.#original(wanted))));
		const had = taken.filter((one) => typeof one !== "string");
		const ids = await writing(this.#run, had.map(({ wanted }) => `dry ${wanted.id}`), async (tx) => {
			const now = this.#run.newsroom.now();
			const ids = [];
			for (const { wanted, original } of had) ids.push((await addPicture(tx, original, wanted.words, now)).id);
			await remember(tx, this.#run.key, had.map(({ wanted }, at) => ({
				...blankItem,
				external_type: wanted.type,
				external_id: wanted.id,
				kind: "picture",
				local_id: ids[at]
			})));
			return ids;
		});
		for (const [at, { wanted }] of had.entries()) (wanted.type === "attachment" ? this.#pictures : this.#byAddress).set(wanted.id, ids[at]);
		for (const [at, { done }] of batch.entries()) {
			const one = taken[at];
			if (typeof one === "string") done("left out", one);
			else done("new");
		}
	}
	/** The picture's file, kept, or why it cannot be had. */
	async #original(wanted) {
		const { uploads, fetchPictures, dryRun } = this.#run.options;
		try {
			let bytes = uploads === void 0 ? void 0 : await fromFolder(uploads, wanted.file);
			if (!bytes && fetchPictures) {
				if (dryRun) return "a dry run fetches nothing";
				bytes = await fetchFile(wanted.address);
			}
			if (!bytes) return uploads === void 0 ? LACKING : "its file is not in the uploads";
			return {
				wanted,
				original: dryRun ? await examine(bytes) : await keepOriginal(this.#run.newsroom.files, bytes)
			};
		} catch (error) {
			if (error instanceof Refusal) return error.message;
			throw error;
		}
	}
};
var LACKING = "its file is on the old site alone";
/** A file of the uploads folder, or undefined. Never one outside of it, also not by a symbolic link. */
async function fromFolder(folder, file) {
	const safe = safePath(file);
	if (!safe) return void 0;
	try {
		const root = await realpath(folder);
		const path = await realpath(join(root, safe));
		if (!path.startsWith(`${root}/`) && path !== root) return void 0;
		const handle = await open(path);
		try {
			const file = await handle.stat();
			if (!file.isFile()) return void 0;
			const { size } = file;
			if (size > 52428800) throw new Refusal("too-large", "pictures/size", "The file is too large for a picture.");
			return await handle.readFile();
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (error instanceof Refusal) throw error;
		return;
	}
}
// src/transfer/authors.ts
/** Those who wrote: accounts of the old site, and guests of the plug-in Co-Authors Plus. */
var Authors = class {
	#people = /* @__PURE__ */ new Map();
	#keyBySlug = /* @__PURE__ */ new Map();
	ids = /* @__PURE__ */ new Map();
	add(author) {
		const login = author.login || author.displayName;
		if (!login || this.#people.get(login)?.number) return;
		const full = `${author.firstName} ${author.lastName}`;
		this.#put({
			key: login,
			name: plain(author.displayName) || plain(full) || nameOfLogin(login),
			slug: slugOf(login),
			kind: "staff",
			biography: "",
			website: void 0,
			line: author.line,
			number: author.id || login
		});
	}
	/** A guest author of Co-Authors Plus, who stands in the file as an item. */
	addGuest(item) {
		const said = (key) => item.meta.get(key)?.[0] ?? "";
		const slug = said("cap-user_login") || item.name.replace(/^cap-/, "");
		this.#put({
			key: `cap-${slug}`,
			name: plain(said("cap-display_name")) || plain(item.title) || slug,
			slug: slugOf(slug),
			kind: "guest",
			biography: plain(said("cap-description") || item.content).slice(0, 2e3),
			website: webAddress(said("cap-website"), ""),
			line: item.line,
			number: item.id
		});
	}
	/** Those whom only an item names: exports of WXR 1.0 list no authors. */
	named(item) {
		const coAuthors = item.filings.filter(({ taxonomy }) => taxonomy === "author");
		for (const filing of coAuthors) if (!this.#keyOf(filing)) {
			const slug = filing.slug.replace(/^cap-/, "") || slugOf(plain(filing.name));
			const name = plain(filing.name);
			this.#put({
				...unknown(`cap-${slug}`, item.line),
				name: name && name !== filing.slug ? name : nameOfLogin(slug),
				slug: slugOf(slug),
				kind: "guest"
			});
		}
		if (item.creator && !this.#people.has(item.creator) && coAuthors.length === 0) this.#put({
			...unknown(item.creator, item.line),
			name: nameOfLogin(plain(item.creator)),
			slug: slugOf(plain(item.creator))
		});
	}
	/** The contributors of an item, in the order of its byline. */
	of(item) {
		const filed = item.filings.filter(({ taxonomy }) => taxonomy === "author").map((filing) => this.#keyOf(filing));
		const keys = filed.length > 0 ? filed : [item.creator];
		return [...new Set(keys.map((key) => key ? this.ids.get(key) : void 0))].filter((id) => id !== void 0);
	}
	#put(person) {
		const key = detached(person.key);
		const { biography, website } = person;
		this.#people.set(key, {
			...person,
			key,
			name: detached(person.name),
			biography: detached(biography),
			website: website && detached(website)
		});
		if (person.slug && !this.#keyBySlug.has(person.slug)) this.#keyBySlug.set(person.slug, person.key);
	}
	#keyOf({ slug, name }) {
		const bare = slug.replace(/^cap-/, "");
		if (this.#people.has(`cap-${bare}`)) return `cap-${bare}`;
		if (this.#people.has(name)) return name;
		if (this.#people.has(bare)) return bare;
		return this.#keyBySlug.get(slugOf(bare));
	}
	async bring(run) {
		this.ids = await knownOf(run.newsroom.db, run.key, "author");
		const people = [...this.#people.values()];
		for (let at = 0; at < people.length; at += 100) {
			const batch = people.slice(at, at + 100);
			const fresh = batch.filter(({ key }) => !this.ids.has(key));
			const standIn = {
				made: new Map(fresh.map(({ key }) => [key, `dry ${key}`])),
				redirects: 0
			};
			const { made, redirects } = fresh.length === 0 ? standIn : await writing(run, standIn, (tx) => settle(run, tx, fresh));
			run.report.redirects += redirects;
			for (const { key, kind, line, number, name } of batch) run.report.count(this.ids.has(key) ? "unchanged" : "new", kind === "guest" ? "guest author" : "author", "", {
				line,
				id: number,
				title: name
			});
			for (const [key, id] of made) this.ids.set(key, id);
		}
	}
};
async function settle(run, tx, people) {
	const now = run.newsroom.now();
	const made = /* @__PURE__ */ new Map();
	let redirects = 0;
	for (const person of people) {
		const path = `${run.root}/author/${person.slug}`;
		const { id } = await addContributor(tx, {
			name: person.name.slice(0, 200),
			kind: person.kind,
			biography: person.biography,
			links: person.website ? [{
				label: new URL(person.website).hostname,
				href: person.website
			}] : [],
			...person.slug && canonicalPath(path) ? { path } : {}
		}, now);
		made.set(person.key, id);
		if (/^\d+$/.test(person.number) && person.kind === "staff") redirects += (await redirectFrom(tx, "contributor", [{
			path: `${run.root}/?author=${person.number}`,
			thingId: id
		}], now)).length;
	}
	await remember(tx, run.key, [...made].map(([key, id]) => ({
		...blankItem,
		external_type: "author",
		external_id: key,
		kind: "contributor",
		local_id: id
	})));
	return {
		made,
		redirects
	};
}
var unknown = (key, line) => ({
	key,
	name: key,
	slug: "",
	kind: "staff",
	biography: "",
	website: void 0,
	line,
	number: ""
});
/** A name for someone of whom only a login is known: never a whole mail address. */
var nameOfLogin = (login) => login.replace(/@.*$/, "").trim() || "Unknown author";
// src/transfer/menus.ts
var MOST_ENTRIES = 5e3;
/** The menus of a file: the most likely one becomes the newsroom's navigation. */
var Menus = class {
	#entries = [];
	add(item) {
		if (this.#entries.length >= MOST_ENTRIES) return;
		const said = (key) => item.meta.get(`_menu_item_${key}`)?.[0] ?? "";
		this.#entries.push({
			line: item.line,
			id: item.id,
			status: item.status,
			menu: item.filings.find(({ taxonomy }) => taxonomy === "nav_menu")?.slug ?? "",
			label: detached(plain(item.title)),
			order: item.menuOrder,
			top: /^0?$/.test(said("menu_item_parent")),
			type: said("type"),
			object: said("object"),
			target: said("object_id"),
			url: detached(said("url"))
		});
	}
	get empty() {
		return this.#entries.length === 0;
	}
	/** The links of the main menu, as far as a newsroom takes any. `titleAndPath` knows what came in. */
	async links(run, known) {
		const menu = this.#main();
		const entries = this.#entries.filter((entry) => entry.menu === menu && entry.top).sort((a, b) => a.order - b.order);
		const links = [];
		for (const { type, object, target, url, label } of entries) {
			if (links.length === 20) break;
			const thing = type === "custom" ? void 0 : await known(type, object, target);
			const href = thing ? hrefOf(thing.path) : linkAddress(url, `${run.site.link}/`, run.hosts);
			const text = (label || thing?.title || "").slice(0, 60);
			if (text && href && /^(\/(?!\/)|https?:\/\/)/.test(href)) links.push({
				label: text,
				href,
				at: "head"
			});
		}
		return links;
	}
	/** The menu whose name says that it is the main one, else the longest. */
	#main() {
		const sizes = /* @__PURE__ */ new Map();
		for (const { menu, top } of this.#entries) if (top) sizes.set(menu, (sizes.get(menu) ?? 0) + 1);
		const ranked = [...sizes].sort((a, b) => b[1] - a[1]).map(([menu]) => menu);
		return ranked.find((menu) => /main|primary|header|top|haupt|principal/i.test(menu)) ?? ranked[0] ?? "";
	}
	count(run, used) {
		const main = this.#main();
		for (const { menu, top, line, id, label, status } of this.#entries) {
			const kept = used && top && menu === main;
			const why = kept ? "in the newsroom’s navigation" : used ? "the navigation has one level, from the main menu" : "the newsroom has its own navigation";
			const fate = kept ? "kept" : "left out";
			const item = {
				line,
				id,
				title: label,
				type: "nav_menu_item",
				status
			};
			run.report.item({
				...item,
				fate,
				why
			}, "menu item");
		}
	}
};
// src/transfer/survey.ts
/** Characters of all reusable blocks together. */
var MOST_REUSABLE = 20971520;
/** What must be known of a whole file before its articles can be brought in: all that articles refer to. */
var Survey = class {
	terms = new Terms();
	authors = new Authors();
	attachments = new Attachments();
	menus = new Menus();
	items = 0;
	#reusable = /* @__PURE__ */ new Map();
	#reusableSize = 0;
	/** Takes note of a record. */
	note(run, record) {
		if (record.kind === "author") this.authors.add(record);
		else if (record.kind === "term") this.terms.add(run, record);
		else if (record.kind === "item") this.#item(record);
	}
	#item(item) {
		this.items++;
		if (item.type === "attachment") this.attachments.add(item);
		else if (item.type === "nav_menu_item") this.menus.add(item);
		else if (item.type === "guest-author") this.authors.addGuest(item);
		else if (item.type === "wp_block") {
			this.#reusableSize += item.content.length;
			if (this.#reusableSize <= MOST_REUSABLE) this.#reusable.set(item.id, detached(item.content));
		} else if (Object.hasOwn(articleTypes, item.type)) {
			for (const filing of item.filings) this.terms.filed(filing, item.line);
			if (item.type !== "page") this.authors.named(item);
		}
	}
	reusable = (id) => this.#reusable.get(id);
};
/** Which site a file is from: the address of its front page without the scheme, or its title. */
var keyOf = (site) => (site.baseBlogUrl || site.link || site.baseSiteUrl || site.title || "unknown").replace(/^https?:\/\/(www\.)?/i, "").replace(/\/+$/, "").toLowerCase().slice(0, 300);
/** Hosts and root of a site. `base_site_url` is the whole network's where there are many sites. */
function placeOf(site) {
	const own = [site.baseBlogUrl, site.link].filter((address) => hostOf(address) !== "");
	const addresses = own.length > 0 ? own : [site.baseSiteUrl];
	const [first] = addresses;
	const root = first && URL.canParse(first) ? new URL(first).pathname.replace(/\/+$/, "") : "";
	return {
		hosts: new Set(addresses.map(hostOf).filter(Boolean)),
		root
	};
}
var languageOf = (site) => site.language ? languageTag(site.language) : void 0;
// src/transfer/naming.ts
/** Gives a newsroom that nobody has set up yet the name, language and navigation of the site that moved in. */
async function settleNewsroom(run, survey) {
	const { db } = run.newsroom;
	const unset = !await isNamed(db) && run.site.title !== "";
	survey.menus.count(run, unset);
	if (!unset) return;
	const navigation = await survey.menus.links(run, (type, object, id) => thingOf(run, survey, type, object, id));
	const language = languageOf(run.site);
	await writing(run, void 0, async (tx) => {
		await changeNewsroom(tx, {
			name: shortened(run.site.title, 80),
			tagline: shortened(run.site.description, 200),
			...language ? { language } : {},
			navigation
		}, run.newsroom.now());
	});
	run.report.count("converted", "name of the site", "the newsroom had none yet");
}
/** What a menu's entry points at, if it came in. */
async function thingOf(run, survey, type, object, id) {
	const { db } = run.newsroom;
	if (run.options.dryRun) return void 0;
	if (type === "post_type") {
		const known = (await knownAmong(db, run.key, "article", [id])).get(id);
		const article = known && await articleRecord(db, known.local_id);
		return article?.status === "published" ? {
			title: article.headline,
			path: article.path
		} : void 0;
	}
	const slug = survey.terms.slugOfId(object, id);
	if (!slug) return void 0;
	const categoryId = object === "category" ? survey.terms.categoryIds.get(slug) : void 0;
	if (categoryId) {
		const { name, path } = await categoryById(db, categoryId);
		return {
			title: name,
			path
		};
	}
	const tagId = object === "post_tag" ? survey.terms.tagIds.get(slug) : void 0;
	if (!tagId) return void 0;
	const { name, path } = await tagById(db, tagId);
	return {
		title: name,
		path
	};
}
// src/transfer/embeds.ts
var kindByHost = new Map(Object.entries({
	video: "youtube.com youtu.be youtube-nocookie.com vimeo.com dailymotion.com dai.ly tiktok.com ted.com videopress.com wordpress.tv rumble.com odysee.com streamable.com rutube.ru vk.com vkvideo.ru ok.ru twitch.tv brightcove.net jwplatform.com jwplayer.com kaltura.com wistia.com wistia.net loom.com peertube.tv c-span.org nicovideo.jp bilibili.com coub.com ustream.tv livestream.com funnyordie.com screencast.com cloudup.com animoto.com veoh.com metacafe.com blip.tv viddler.com qik.com revision3.com hulu.com vine.co giphy.com gfycat.com",
	audio: "soundcloud.com spotify.com mixcloud.com bandcamp.com podcasts.apple.com embed.podcasts.apple.com music.apple.com audioboom.com audiomack.com acast.com anchor.fm buzzsprout.com libsyn.com podbean.com megaphone.fm simplecast.com transistor.fm spreaker.com omny.fm ivoox.com castos.com pca.st pocketcasts.com reverbnation.com deezer.com rdio.com",
	post: "twitter.com x.com facebook.com fb.watch instagram.com threads.net threads.com bsky.app t.me telegram.me reddit.com tumblr.com pinterest.com linkedin.com mastodon.social mastodon.online vk.me weibo.com",
	map: "google.com/maps maps.google.com openstreetmap.org umap.openstreetmap.fr mapbox.com arcgis.com arcg.is carto.com cartodb.com felt.com liveuamap.com windy.com mapy.cz yandex.ru/map-widget yandex.com/map-widget bing.com/maps",
	link: "datawrapper.de dwcdn.net flourish.studio infogram.com infogr.am documentcloud.org scribd.com issuu.com slideshare.net speakerdeck.com docs.google.com drive.google.com sheets.google.com datastudio.google.com lookerstudio.google.com knightlab.com timeline.knightlab.com tableau.com public.tableau.com highcharts.com plot.ly plotly.com ourworldindata.org statista.com archive.org flickr.com flic.kr imgur.com kickstarter.com crowdsignal.com poll.fm polldaddy.com typeform.com airtable.com wolframcloud.com codepen.io gist.github.com canva.com genially.com genial.ly thinglink.com storymaps.arcgis.com sketchfab.com prezi.com observablehq.com rawgit.com wikipedia.org wikimedia.org europa.eu un.org worldbank.org amazon.com smugmug.com photobucket.com someecards.com collegehumor.com meetup.com animatron.com wordpress.com"
}).flatMap(([kind, list]) => list.split(" ").map((host) => [host, kind])));
/** What a known site shows at an address, or undefined for a site outside the list. */
function embedKind(address) {
	const url = new URL(address);
	const host = url.hostname.toLowerCase();
	const firstPart = url.pathname.split("/")[1] ?? "";
	for (let at = 0; at >= 0; at = host.indexOf(".", at) + 1 || -1) {
		const part = host.slice(at);
		const kind = kindByHost.get(`${part}/${firstPart}`) ?? kindByHost.get(part);
		if (kind) return kind;
	}
	if (/^(www\.|maps\.)google\.[a-z.]{2,6}$/.test(host) && /^\/maps/.test(url.pathname)) return "map";
	if (/^\/@[\w.-]+\/\d{15,}(\/embed)?$/.test(url.pathname)) return "post";
	if (/^\/videos?\/(watch|embed)\//.test(url.pathname)) return "video";
}
/** The address that a reader can open, of a player's. */
function pageOfPlayer(address) {
	const url = new URL(address);
	const host = url.hostname.replace(/^www\./, "");
	const path = url.pathname;
	if (/^youtube(-nocookie)?\.com$/.test(host)) {
		const id = /^\/(?:embed|v)\/([\w-]{6,20})/.exec(path)?.[1];
		if (id && id !== "videoseries") return `https://www.youtube.com/watch?v=${id}`;
		const list = url.searchParams.get("list");
		if (list && /^[\w-]+$/.test(list)) return `https://www.youtube.com/playlist?list=${list}`;
	}
	if (host === "player.vimeo.com") {
		const id = /^\/video\/(\d+)/.exec(path)?.[1];
		if (id) return `https://vimeo.com/${id}`;
	}
	if (host === "dailymotion.com") {
		const id = /^\/embed\/video\/(\w+)/.exec(path)?.[1];
		if (id) return `https://www.dailymotion.com/video/${id}`;
	}
	if (host === "open.spotify.com") return `https://open.spotify.com${path.replace(/^\/embed/, "")}`;
	if (host === "w.soundcloud.com") {
		const track = url.searchParams.get("url");
		if (track && /^https:\/\/(api\.)?soundcloud\.com\//.test(track)) return track;
	}
	if (host === "facebook.com" && path.startsWith("/plugins/")) {
		const page = url.searchParams.get("href");
		if (page && /^https:\/\/[\w.]*facebook\.com\//.test(page)) return page;
	}
	return url.href;
}
var longestTitle = 300;
var embed = (url, kind, title, words = []) => ({
	type: "embed",
	attrs: {
		url,
		title: title?.trim().slice(0, longestTitle).toWellFormed() || null,
		kind
	},
	...words.length > 0 ? { content: words } : {}
});
/** An address that stands alone in a paragraph becomes an embed where its site is known. */
function loneAddress(paragraph) {
	const [only, more] = paragraph.content ?? [];
	if (more || only?.type !== "text") return void 0;
	const text = only.text.trim();
	if (only.marks?.some((mark) => mark.type !== "link") || !/^https?:\/\/\S+$/.test(text)) return void 0;
	if (!URL.canParse(text)) return void 0;
	const kind = embedKind(text);
	return kind && embed(pageOfPlayer(text), kind, null);
}
// src/transfer/footnotes.ts
/** A note set where it is referred to, and what of it is no words. A note within a note becomes part of it. */
function footnote(c, nodes, marks) {
	const { words, rest } = c.wordsIn(nodes, marks);
	const content = words.flatMap((node) => node.type === "hardBreak" ? [{
		type: "text",
		text: " "
	}] : node.type === "footnote" ? node.content ?? [] : [node]);
	if (content.length === 0) return {
		note: void 0,
		rest
	};
	if (rest.length > 0) {
		c.note("left out", "block in a footnote", "a footnote holds words; those of the block are kept");
		const text = documentText({
			type: "doc",
			content: rest
		}).replaceAll("\n", " ");
		if (text) content.push({
			type: "text",
			text: ` ${text}`
		});
	}
	return {
		note: {
			type: "footnote",
			content
		},
		rest: []
	};
}
/** A reference of the block editor: `<sup data-fn="id">`, with the note's HTML in the item's meta. */
function noteOfBlock(c, element) {
	const html = c.source.footnotes.get(element.attributes["data-fn"] ?? "");
	if (html === void 0) {
		c.note("left out", "footnote", "its text is not in the file");
		return;
	}
	const { note } = footnote(c, readTree(html), []);
	if (note) c.note("converted", "footnote");
	return note;
}
/** Each note is looked for in the whole text. */
var MOST_NOTES = 500;
/**
* Finds the notes that were written by hand or by a plug-in: a reference that points at a note which points back.
* Takes the notes out of the tree and puts each where it is referred to, as `#note`.
*/
function bindFootnotes(nodes) {
	const links = findAll(nodes, "a");
	const references = /* @__PURE__ */ new Map();
	for (const link of links) {
		const target = /^#(.+)$/.exec(link.attributes.href ?? "")?.[1];
		if (target && !references.has(target) && /^\W*(\d{1,3}|[a-z*†‡]|[ivx]{1,5})\W*$/i.test(textIn([link]))) references.set(target, link);
	}
	if (references.size === 0 || references.size > MOST_NOTES) return;
	const taken = /* @__PURE__ */ new Set();
	const notes = findAll(nodes, "li").concat(findAll(nodes, "p"), findAll(nodes, "div"));
	for (const note of notes) {
		if (note.name === "div" && note.children.length > 20) continue;
		const [id] = idsOf(note).filter((own) => references.has(own));
		const reference = id === void 0 ? void 0 : references.get(id);
		if (!reference || taken.has(note)) continue;
		const around = idsAround(nodes, reference);
		const back = findAll(note.children, "a").filter((link) => around.has((link.attributes.href ?? "").slice(1)));
		if (back.length === 0) continue;
		taken.add(note);
		references.delete(id);
		reference.name = "#note";
		reference.children = without(note.children, new Set(back));
	}
	if (taken.size > 0) remove(nodes, taken);
}
/** The names under which an element can be pointed at: its own, and those of anchors that begin it. */
var idsOf = (element) => {
	return [element, ...findAll(element.children.slice(0, 3), "a").slice(0, 2)].flatMap(({ attributes }) => [attributes.id, attributes.name].filter((id) => Boolean(id)));
};
/** Ids of a reference and of what holds it, as far as its paragraph. */
function idsAround(nodes, reference) {
	const ids = /* @__PURE__ */ new Set();
	const own = (element) => {
		for (const id of [element.attributes.id, element.attributes.name]) if (id) ids.add(id);
	};
	const walk = (inside) => inside.some((node) => {
		if (typeof node === "string") return false;
		const here = node === reference || walk(node.children);
		if (here && !/^(div|section|article|block:|#root)/.test(node.name)) own(node);
		return here;
	});
	walk(nodes);
	return ids;
}
var without = (nodes, gone) => nodes.flatMap((node) => {
	if (typeof node === "string") return [node];
	if (gone.has(node)) return [];
	const children = without(node.children, gone);
	return children.length === 0 && node.children.length > 0 ? [] : [{
		...node,
		children
	}];
});
function remove(nodes, gone) {
	for (let at = nodes.length - 1; at >= 0; at--) {
		const node = nodes[at];
		if (typeof node === "string") continue;
		if (gone.has(node)) nodes.splice(at, 1);
		else remove(node.children, gone);
	}
}
// src/transfer/pictures.ts
/**
* An `<img>` as a picture of the library; while the library lacks it, a card with its address keeps its place.
* A string stands for a sign such as a smiley; nothing for what no reader sees.
*/
function pictureOf(c, image, caption = [], size = "text") {
	const { attributes } = image;
	if (/\b(wp-smiley|emoji)\b/.test(attributes.class ?? "")) return attributes.alt ?? "";
	if (/^[01](px)?$/.test(attributes.width ?? "") && /^[01](px)?$/.test(attributes.height ?? "")) {
		c.note("left out", "counting pixel", "it shows nothing and reports readers to others");
		return;
	}
	const address = sourceOf(image, c.source.base);
	const id = /\bwp-image-(\d+)\b/.exec(attributes.class ?? "")?.[1] ?? /^\d+$/.exec(attributes["data-attachment-id"] ?? attributes["data-id"] ?? "")?.[0];
	const alt = attributes.alt?.trim() || null;
	if (!address) {
		const known = id ? c.source.attachment(id) : void 0;
		if (known) return placed(c, {
			id,
			address: known.address
		}, alt, caption, size);
		c.note("left out", "picture", /^\s*data:/i.test(attributes.src ?? "") ? "it is written into the text itself (a data address)" : "it has no address");
		return alt ?? void 0;
	}
	return placed(c, {
		id,
		address
	}, alt, caption, size);
}
/** A picture by its address, or the card that keeps its place. */
function placed(c, asked, alt, caption, size = "text") {
	const picture = c.source.picture(asked);
	if (picture) return {
		type: "picture",
		attrs: {
			picture,
			alt,
			size
		},
		...caption.length > 0 ? { content: caption } : {}
	};
	c.lacks(asked);
	return embed(asked.address, "file", alt, caption);
}
/** Where the picture is: lazy-loading plug-ins put another address, or a blank picture, into `src`. */
function sourceOf({ attributes }, base) {
	for (const name of [
		"src",
		"data-src",
		"data-lazy-src",
		"data-original",
		"data-orig-file"
	]) {
		const address = webAddress(attributes[name], base);
		if (address && !/\/(blank|transparent|placeholder|spacer|pixel)\.(gif|png)$/i.test(address)) return address;
	}
	const [first] = (attributes.srcset ?? attributes["data-srcset"] ?? "").trim().split(/[\s,]+/);
	return webAddress(first, base);
}
var sizeOf$1 = (element) => hasClass(element, "alignfull") ? "full" : hasClass(element, "alignwide") ? "wide" : "text";
/** The pictures of one gallery; those that the library lacks follow it as cards. */
function galleryOf(pictures) {
	const nodes = pictures.filter((node) => typeof node === "object");
	const inside = nodes.filter((node) => node.type === "picture");
	const beside = nodes.filter((node) => node.type !== "picture");
	return [...inside.length > 0 ? [{
		type: "gallery",
		content: inside
	}] : [], ...beside];
}
/** A gallery block or a gallery in HTML: each `<img>` with the caption of its own figure. */
function galleryIn(c, children, marks) {
	const pictures = [];
	const after = [];
	const walk = (nodes) => {
		for (const node of withoutBlocks(nodes)) if (typeof node === "string") {
			if (node.trim()) after.push(...c.blocksIn([node], marks, "flow"));
		} else if (node.name === "img") pictures.push(pictureOf(c, node));
		else if (node.name === "figcaption" || hasClass(node, "gallery-caption")) after.push(...c.blocksIn(node.children, marks, "flow"));
		else {
			const images = findAll(node.children, "img");
			const [image] = images;
			const captions = captionsIn(node);
			if (image && images.length === 1) {
				const words = captions.flatMap((caption) => c.wordsIn(caption.children, marks).words);
				pictures.push(pictureOf(c, image, words));
				if (captions.length === 0 && textIn([node]).trim()) after.push(...c.blocksIn(withoutImages(node.children), marks, "flow"));
			} else walk(node.children);
		}
	};
	walk(children);
	return [...galleryOf(pictures), ...after];
}
var captionsIn = (node) => [...findAll(node.children, "figcaption"), ...findAll(node.children, "dd").filter((dd) => hasClass(dd, "gallery-caption"))];
var withoutImages = (nodes) => nodes.map((node) => typeof node === "string" ? node : node.name === "img" ? "" : {
	...node,
	children: withoutImages(node.children)
});
/** Notes a link on a picture that leads elsewhere than to the picture: pictures carry no links. */
function noteLinkOnPicture(c, link) {
	const href = link.attributes.href;
	if (!href || /\.(jpe?g|png|gif|webp|avif)(\?|$)/i.test(href) || /attachment/.test(link.attributes.rel ?? "")) return;
	if (linkAddress(href, c.source.base, c.source.hosts)?.startsWith("http")) c.note("left out", "link on a picture", "pictures open themselves, large");
}
// src/transfer/figures.ts
/** A `<figure>`: its picture, embed, table or quotation with its caption. */
function figureOf(c, figure, marks) {
	const children = withoutBlocks(figure.children);
	if (hasClass(figure, "wp-block-gallery") || findAll(children, "img").length > 1) return galleryIn(c, children, marks);
	const isCaption = (node) => typeof node !== "string" && node.name === "figcaption";
	const captions = children.filter(isCaption);
	const { words, rest } = c.wordsIn(captions.flatMap((caption) => caption.children), marks);
	const inside = children.filter((node) => !isCaption(node));
	if (hasClass(figure, "wp-block-embed") || hasClass(figure, "wp-block-embed-wrapper")) {
		const address = textIn(inside).trim();
		if (/^https?:\/\/\S+$/.test(address) && URL.canParse(address)) return [embedded(c, address, null, words), ...rest];
	}
	const blocks = c.blocksIn(inside, marks, "flow");
	const [only] = blocks;
	const size = sizeOf$1(figure);
	if (only && blocks.length === 1) {
		if (only.type === "picture" || only.type === "embed") {
			if (only.type === "picture" && size !== "text") only.attrs = {
				...only.attrs,
				size
			};
			if (words.length > 0) only.content = words;
			return [only, ...rest];
		}
		if (only.type === "table" && words.length > 0) {
			only.attrs = { caption: plainWords(words) };
			return [only, ...rest];
		}
	}
	return [
		...blocks,
		...words.length > 0 ? [{
			type: "paragraph",
			content: words
		}] : [],
		...rest
	];
}
var plainWords = (words) => words.map((node) => node.type === "text" ? node.text : node.type === "hardBreak" ? " " : "").join("").trim();
/** A pull quote with who said it. */
function pullQuoteOf(c, element, marks) {
	const { said, by } = attributionOf(find(element.children, "blockquote") ?? element);
	const { words, rest } = c.wordsIn(said, marks);
	if (words.length === 0) return rest;
	return [{
		type: "pullQuote",
		attrs: { attribution: by },
		content: words
	}, ...rest];
}
/** What is said in a quotation, and by whom: `<cite>` or `<footer>` at its end. */
function attributionOf(quote) {
	const children = withoutBlocks(quote.children);
	const cites = children.filter((node) => typeof node !== "string" && (node.name === "cite" || node.name === "footer" || node.name === "p" && onlyCite(node) !== void 0));
	const by = textIn(cites).replace(/\s+/g, " ").replace(/^\s*[—–-]+\s*/, "").trim();
	if (!by) return {
		said: children,
		by: null
	};
	return {
		said: children.filter((node) => !cites.includes(node)),
		by
	};
}
var onlyCite = ({ children }) => {
	const seen = children.filter((node) => typeof node !== "string" || node.trim() !== "");
	const [only] = seen;
	return seen.length === 1 && typeof only === "object" && only.name === "cite" ? only : void 0;
};
/** Something on another site by an address that a player or a plug-in gave. */
function embedded(c, address, title, words = []) {
	const kind = embedKind(address) ?? "link";
	c.note("converted", `embed ${hostOf(address)}`);
	return embed(pageOfPlayer(address), kind, title, words);
}
/** A frame becomes an embed where its site is known. Others are left out: hacked sites are full of hidden ones. */
function frameOf(c, element) {
	const { attributes } = element;
	const address = [
		attributes.src,
		attributes["data-src"],
		attributes["data-lazy-src"],
		attributes.data
	].map((written) => webAddress(written, c.source.base)).find((found) => found !== void 0);
	if (address && embedKind(address)) return embedded(c, address, attributes.title ?? null);
	const host = address ? hostOf(address) : "";
	c.note("left out", `frame ${host}`.trim(), address ? "its site is not on the list of known ones" : "it has no web address");
}
/** `<audio>` and `<video>` as a card with the file's address. */
function playerOf(c, element) {
	const address = [element, ...findAll(element.children, "source")].map(({ attributes }) => webAddress(attributes.src ?? attributes["data-src"], c.source.base)).find((found) => found !== void 0);
	if (!address) {
		c.note("left out", element.name, "it has no web address");
		return;
	}
	return embed(address, element.name === "audio" ? "audio" : "video", element.attributes.title ?? null);
}
/** A post of another site that was pasted with its words and a script: the words stay, with a link to the post. */
function pastedPost(c, quote, marks) {
	const { attributes } = quote;
	if (!/\b(twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|reddit-card|reddit-embed-bq|fb-post|fb-video|fb-xfbml-parse-ignore|telegram-post|text-post-media)\b/.test(attributes.class ?? "")) return void 0;
	const links = findAll(quote.children, "a").map((link) => link.attributes.href);
	const address = [
		attributes["data-instgrm-permalink"],
		attributes["data-text-post-permalink"],
		attributes["data-href"],
		attributes.cite,
		...links.reverse()
	].map((written) => webAddress(written, c.source.base)).find((found) => found !== void 0 && embedKind(found) !== void 0);
	if (!address) return void 0;
	const { words } = c.wordsIn(quote.children, marks);
	return embedded(c, address, null, words);
}
/** A file block: a card with the file's name. */
function fileOf(c, block) {
	const link = findAll(block.children, "a").find((a) => webAddress(a.attributes.href, c.source.base));
	if (!link) return c.blocksIn(block.children, [], "flow");
	return [embed(webAddress(link.attributes.href, c.source.base), "file", textIn(link.children) || null)];
}
/** The picture behind a cover's words where it is a style and no `<img>`. */
function coverPicture(c, address, id) {
	const web = typeof address === "string" ? webAddress(address, c.source.base) : void 0;
	if (!web) return void 0;
	const node = pictureOf(c, {
		name: "img",
		attributes: {
			src: web,
			...Number.isInteger(id) ? { "data-id": String(id) } : {}
		},
		children: []
	});
	return typeof node === "object" ? node : void 0;
}
// src/transfer/blocks.ts
var core = (list) => new Set(list.split(" ").map((name) => `block:core/${name}`));
/** Blocks whose HTML says all there is to say. */
var written = core("paragraph heading list list-item quote pullquote image media-text columns column group row stack grid table code preformatted verse separator buttons button audio video details accordion accordion-item accordion-heading accordion-panel text-columns subhead missing math");
/** Blocks that only keep a distance or number pages. */
var empty = core("spacer nextpage footnotes");
/** Blocks that WordPress fills anew whenever it shows them, with what is around them in the file. */
var filled = /^block:core\/(latest-|archives|calendar|categories|tag-cloud|rss|search|loginout|page-list|navigation|home-link|query|post-|comment|site-|avatar|term-|template-part|pattern|breadcrumbs|read-more|social-link|widget|legacy-widget|tabs|terms)/;
function blockOf(c, block, marks) {
	const name = block.name.slice(6);
	const settings = settingsOf(block);
	if (written.has(block.name)) {
		c.note("converted", `block ${name}`);
		return { through: "flow" };
	}
	if (empty.has(block.name)) {
		c.note("left out", `block ${name}`, "it shows no words");
		return { nodes: [] };
	}
	const shown = special(c, block, settings, marks);
	if (shown) {
		c.note("converted", `block ${name}`);
		return shown;
	}
	if (filled.test(block.name)) {
		c.note("left out", `block ${name}`, "WordPress fills it anew whenever it is shown");
		return { nodes: [] };
	}
	if (textIn(block.children).trim() || find(block.children, "img") || find(block.children, "iframe")) {
		c.note("kept", `block ${name}`, "its HTML is kept without what its plug-in adds");
		return { through: "flow" };
	}
	c.note("left out", `block ${name}`, "only its plug-in knows what it shows");
	return { nodes: [] };
}
function special(c, block, settings, marks) {
	const name = block.name.slice(6);
	switch (name) {
		case "core/freeform":
		case "core/shortcode": return { through: "lines" };
		case "core/html": return { through: "flow" };
		case "core/more": return { nodes: [{ type: "more" }] };
		case "core/gallery": return { nodes: galleryBlock(c, block, settings, marks) };
		case "core/cover": {
			const picture = find(block.children, "img") ? void 0 : coverPicture(c, settings.url, settings.id);
			return { nodes: [...picture ? [picture] : [], ...c.blocksIn(block.children, marks, "flow")] };
		}
		case "core/file": return { nodes: fileOf(c, block) };
		case "core/social-links": return { nodes: socialLinks(block) };
		case "core/block": return { nodes: c.reusableBlock(String(settings.ref ?? ""), marks) };
		default: return isEmbed(name) ? embedBlock(c, block, settings) : void 0;
	}
}
var isEmbed = (name) => name === "core/embed" || name.startsWith("core-embed/");
function embedBlock(c, block, { url }) {
	if (textIn(block.children).trim() || find(block.children, "iframe")) return { through: "flow" };
	return typeof url === "string" && /^https?:\/\/\S+$/.test(url) && URL.canParse(url) ? { nodes: [embedded(c, url, null)] } : void 0;
}
function galleryBlock(c, block, { ids }, marks) {
	if (find(block.children, "img") || !Array.isArray(ids)) return galleryIn(c, block.children, marks);
	return galleryOf(ids.map((id) => {
		const attachment = c.source.attachment(String(id));
		return attachment && placed(c, {
			id: String(id),
			address: attachment.address
		}, null, []);
	}));
}
function socialLinks(block) {
	return block.children.flatMap((node) => {
		return (typeof node === "string" ? [] : [node, ...node.children]).flatMap((child) => {
			if (typeof child === "string" || child.name !== "block:core/social-link") return [];
			const { url, service, label } = settingsOf(child);
			if (typeof url !== "string" || !/^https?:\/\/\S+$/.test(url) || !URL.canParse(url)) return [];
			return [{
				type: "text",
				text: String(label || service || url),
				marks: [{
					type: "link",
					attrs: { href: url }
				}]
			}];
		});
	}).map((link) => ({
		type: "paragraph",
		content: [link]
	}));
}
/** The settings in a block's comment; none when they are not JSON. */
function settingsOf(block) {
	try {
		const settings = JSON.parse(block.attributes.json ?? "{}");
		return typeof settings === "object" && settings !== null ? { ...settings } : {};
	} catch {
		return {};
	}
}
// src/transfer/flow.ts
var rank = new Map(Object.keys(documentSchema.marks).map((name, at) => [name, at]));
/** The marks with one more, in the schema's order. Of two of a kind the inner one counts. */
var withMark = (marks, mark) => [...marks.filter(({ type }) => type !== mark.type), mark].sort((a, b) => rank.get(a.type) - rank.get(b.type));
/**
* Writes blocks one after the other. Words and inline elements gather in a paragraph until a block or an empty line
* ends it.
*/
var Flow = class {
	direction = null;
	#blocks = [];
	#words = [];
	#lastMarks;
	/** Pictures that stand inside a sentence follow its paragraph. */
	#after = [];
	/** Line breaks since the last words, where they are read. */
	#breaks = 0;
	/** Ends the paragraph and hands over all blocks. */
	end() {
		this.endParagraph();
		return this.#blocks;
	}
	block(node) {
		this.endParagraph();
		this.#blocks.push(node);
	}
	/** A picture or an embed among words: before a paragraph that has not begun, else after it. */
	floating(node) {
		if (this.#breaks > 0) this.endParagraph();
		if (this.#words.length === 0) this.block(node);
		else if (this.#words.at(-1).type === "hardBreak") this.block(node);
		else this.#after.push(node);
	}
	inline(node) {
		this.#bridge();
		this.#words.push(node);
		this.#lastMarks = void 0;
	}
	/** `<br>`. Two of them end the paragraph, as WordPress has it. */
	lineBreak(reading) {
		const last = this.#words.at(-1);
		if (!last) return;
		if (last.type === "hardBreak" && reading !== "verse") {
			this.endParagraph();
			return;
		}
		this.#trimEnd();
		this.#words.push({ type: "hardBreak" });
		this.#lastMarks = void 0;
	}
	text(text, marks, reading) {
		if (reading === "flow" || !text.includes("\n")) {
			this.#run(reading === "verse" ? text : text.replace(blanks, " "), marks, reading);
			return;
		}
		const lines = text.replaceAll("\r", "").split("\n");
		for (const [at, line] of lines.entries()) {
			if (at > 0) {
				if (reading === "lines") this.#breaks++;
				else this.lineBreak(reading);
			}
			this.#run(reading === "verse" ? line : line.replace(blanks, " "), marks, reading);
		}
	}
	endParagraph() {
		this.#breaks = 0;
		while (this.#words.at(-1)?.type === "hardBreak") this.#words.pop();
		this.#trimEnd();
		if (this.#words.some(isSeen)) {
			const paragraph = {
				type: "paragraph",
				content: this.#words
			};
			if (this.direction) paragraph.attrs = { dir: this.direction };
			this.#blocks.push(paragraph);
		}
		this.#words = [];
		this.#lastMarks = void 0;
		if (this.#after.length > 0) this.#blocks.push(...this.#after.splice(0));
	}
	#run(text, marks, reading) {
		if (text === "") return;
		if (reading !== "verse") {
			if (text === " " && (this.#breaks > 0 || this.#words.length === 0)) return;
			if (this.#breaks > 0) this.#bridge();
			if (text[0] === " " && this.#endsBlank()) text = text.slice(1);
			if (text === "") return;
		}
		const last = this.#words.at(-1);
		if (last?.type === "text" && this.#lastMarks && same(this.#lastMarks, marks)) {
			last.text += text;
			return;
		}
		this.#words.push(marks.length > 0 ? {
			type: "text",
			text,
			marks: [...marks]
		} : {
			type: "text",
			text
		});
		this.#lastMarks = marks;
	}
	/** Turns the line breaks since the last words into what they mean: one breaks the line, more end the paragraph. */
	#bridge() {
		if (this.#breaks > 1) this.endParagraph();
		else if (this.#breaks === 1) {
			const last = this.#words.at(-1);
			if (last && last.type !== "hardBreak") {
				this.#trimEnd();
				this.#words.push({ type: "hardBreak" });
				this.#lastMarks = void 0;
			}
		}
		this.#breaks = 0;
	}
	#endsBlank() {
		const last = this.#words.at(-1);
		return !last || last.type === "hardBreak" || last.type === "text" && last.text.endsWith(" ");
	}
	#trimEnd() {
		for (let last = this.#words.at(-1); last?.type === "text"; last = this.#words.at(-1)) {
			last.text = last.text.replace(/ $/, "");
			if (last.text !== "") return;
			this.#words.pop();
		}
	}
};
/** The blanks of HTML; a no-break space is none. */
var blanks = /[ \t\n\r\f]+/g;
var same = (a, b) => a === b || a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
var isSeen = (node) => node.type !== "hardBreak" && (node.type !== "text" || /[^\s\p{Default_Ignorable_Code_Point}]/u.test(node.text));
/** Blocks as one run of words, with what of them is no words. */
function wordsOf(blocks) {
	const words = [];
	const rest = [];
	for (const block of blocks) {
		if (block.type !== "paragraph" && block.type !== "heading") {
			rest.push(block);
			continue;
		}
		if (words.length > 0) words.push({ type: "hardBreak" });
		words.push(...block.content ?? []);
	}
	return {
		words,
		rest
	};
}
/** Blocks for a place that must not be empty. */
var orEmpty = (blocks) => blocks.length > 0 ? blocks : [{ type: "paragraph" }];
// src/transfer/grid.ts
/** A `<table>`, after what stands in it outside of its cells. A table of one cell is only a frame around words. */
function tableOf(c, table, marks, reading) {
	const rows = [];
	const strays = [];
	let caption = null;
	const walk = (nodes) => {
		for (const node of withoutBlocks(nodes)) if (typeof node === "string") strays.push(node);
		else if (/^(thead|tbody|tfoot)$/.test(node.name)) walk(node.children);
		else if (node.name === "tr") rows.push(...rowOf(c, node, marks, reading));
		else if (node.name === "td" || node.name === "th") rows.push({
			type: "tableRow",
			content: [cellOf(c, node, marks, reading)]
		});
		else if (node.name === "caption") caption = plainWords(c.wordsIn(node.children, marks).words) || null;
		else if (!/^col(group)?$/.test(node.name)) strays.push(node);
	};
	walk(table.children);
	const before = c.blocksIn(strays, marks, "flow");
	const [row, another] = rows;
	if (!row) return before;
	if (!another && row.content.length === 1 && !caption) return [...before, ...row.content[0].content];
	return [...before, {
		type: "table",
		attrs: { caption },
		content: rows
	}];
}
function rowOf(c, row, marks, reading) {
	const cells = [];
	for (const node of withoutBlocks(row.children)) if (typeof node === "string") {
		if (node.trim()) cells.push({
			type: "tableCell",
			content: c.blocksIn([node], marks, reading)
		});
	} else if (node.name === "td" || node.name === "th") cells.push(cellOf(c, node, marks, reading));
	else {
		const content = c.blocksIn([node], marks, reading);
		if (content.length > 0) cells.push({
			type: "tableCell",
			content
		});
	}
	return cells.length > 0 ? [{
		type: "tableRow",
		content: cells
	}] : [];
}
var cellOf = (c, cell, marks, reading) => ({
	type: cell.name === "th" ? "tableHeader" : "tableCell",
	attrs: {
		colspan: span(cell.attributes.colspan, 100),
		rowspan: span(cell.attributes.rowspan, 1e3),
		align: alignment(cell)
	},
	content: orEmpty(c.blocksIn(cell.children, marks, reading))
});
var span = (written, most) => Math.min(most, Math.max(1, Number.parseInt(written ?? "", 10) || 1));
function alignment({ attributes }) {
	const said = attributes["data-align"] ?? attributes.align ?? /text-align:\s*(\w+)/i.exec(attributes.style ?? "")?.[1] ?? /\bhas-text-align-(\w+)\b/.exec(attributes.class ?? "")?.[1];
	if (said === "center") return "center";
	if (said === "right" || said === "end") return "end";
	return said === "left" || said === "start" ? "start" : null;
}
// src/transfer/inline.ts
/** Elements that only set their words apart, and the mark that says the same. */
var markOf = {
	b: "bold",
	strong: "bold",
	i: "italic",
	em: "italic",
	cite: "italic",
	dfn: "italic",
	var: "italic",
	u: "underline",
	ins: "underline",
	s: "strike",
	del: "strike",
	strike: "strike",
	code: "code",
	kbd: "code",
	samp: "code",
	tt: "code",
	sup: "superscript",
	sub: "subscript",
	mark: "highlight"
};
/** The marks that hold inside an element: its own, its style's, its language's, its link's. */
function marksIn(c, { name, attributes }, marks) {
	let inside = marks;
	const own = Object.hasOwn(markOf, name) ? markOf[name] : void 0;
	if (own && !(own === "bold" && /font-weight:\s*(normal|400)/i.test(attributes.style ?? ""))) inside = withMark(inside, { type: own });
	if (attributes.style && (name === "span" || name === "font")) inside = marksOfStyle(attributes.style, inside);
	if (attributes.lang || attributes["xml:lang"] || attributes.dir && name !== "p") inside = foreign(c, attributes, inside);
	if (name === "a" && attributes.href !== void 0) {
		const href = linkAddress(attributes.href, c.source.base, c.source.hosts);
		if (href) inside = withMark(inside, {
			type: "link",
			attrs: { href }
		});
		else if (attributes.href.trim() !== "") c.note("left out", "link", "its address is none that a link may point at; its words are kept");
	}
	return inside;
}
function marksOfStyle(style, marks) {
	let inside = marks;
	if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) inside = withMark(inside, { type: "bold" });
	if (/font-style:\s*italic/i.test(style)) inside = withMark(inside, { type: "italic" });
	if (/text-decoration[^;]*underline/i.test(style)) inside = withMark(inside, { type: "underline" });
	if (/text-decoration[^;]*line-through/i.test(style)) inside = withMark(inside, { type: "strike" });
	return inside;
}
function foreign(c, attributes, marks) {
	const lang = languageTag(attributes.lang ?? attributes["xml:lang"] ?? "");
	const dir = direction(attributes.dir);
	if (lang && lang.toLowerCase() !== c.source.language.toLowerCase()) return withMark(marks, {
		type: "foreign",
		attrs: {
			lang,
			dir: dir ?? directionOf(lang)
		}
	});
	if (dir && dir !== directionOf(c.source.language)) return withMark(marks, {
		type: "foreign",
		attrs: {
			lang: "und",
			dir
		}
	});
	return marks;
}
var direction = (written) => {
	const dir = written?.trim().toLowerCase();
	return dir === "rtl" || dir === "ltr" ? dir : null;
};
/** Whether an element's style or attributes hide it from readers: hacked sites hide links that way. */
var isHidden = ({ attributes }) => attributes.style !== void 0 && /(display:\s*none|visibility:\s*hidden|font-size:\s*0(px|em|%)?\s*(;|$)|(left|top|text-indent):\s*-\d{4,}px)/i.test(attributes.style) || attributes.hidden !== void 0;
// src/transfer/shortcode.ts
/** Shortcodes that are known without attributes and closing tag: WordPress's own and those of common plug-ins. */
var known$1 = new Set("gallery playlist audio video embed caption wp_caption archives contact-form toc sitemap youtube vimeo soundcloud tweet googlemaps googlemap footnotes footnote_list jetpack_subscription_form subscribe2 mc4wp_form print_link print-me donate addtoany sociable".split(" "));
/**
* Turns shortcodes into elements named `shortcode-name`, outside of tags, comments and code, so that HTML can be read
* with them in their places. In a newsroom's texts most brackets are an editor's: `[sic]`, `[the minister]`. Only a
* name that is known, has an underscore, attributes, or a closing tag is a shortcode; all else stays as it is.
*/
function markShortcodes(html) {
	if (!html.includes("[")) return html;
	const closings = countClosings(html);
	let out = "";
	let done = 0;
	const replace = (from, to, by) => {
		out += html.slice(done, from) + by;
		done = to;
	};
	const unclosed = /* @__PURE__ */ new Set();
	const special = /[<[]/g;
	for (let match = special.exec(html); match; match = special.exec(html)) {
		const at = match.index;
		if (match[0] === "<") {
			const end = pastTag(html, at, unclosed);
			if (end < 0) break;
			special.lastIndex = end;
			continue;
		}
		const code = shortcodeAt(html, at);
		if (!code) continue;
		special.lastIndex = code.end;
		if (code.escaped) replace(at, code.end, html.slice(at + 1, code.end - 1));
		else if (code.closing) {
			const left = closings.get(code.name) ?? 0;
			if (left > 0) closings.set(code.name, left - 1);
			replace(at, code.end, `</shortcode-${code.name}>`);
		} else if (!isShortcode(code, closings)) special.lastIndex = at + 1;
		else {
			const opening = `<shortcode-${code.name} code="${quotable(code.attributes)}">`;
			const encloses = !code.alone && (closings.get(code.name) ?? 0) > 0;
			replace(at, code.end, encloses ? opening : `${opening}</shortcode-${code.name}>`);
		}
	}
	return out + html.slice(done);
}
var isShortcode = ({ name, attributes, alone }, closings) => alone || known$1.has(name) || name.includes("_") || /(^|\s)[\w-]+\s*=\s*["'“”″]?[^\s]/.test(attributes) || /^\s*=\s*\S/.test(attributes) || (closings.get(name) ?? 0) > 0;
/** Characters of one shortcode, at most. */
var LONGEST = 2e4;
function shortcodeAt(html, at) {
	const opening = /\[(\[?)(\/?)([a-z][a-z0-9_-]*)(?=[\s\]/=])/iy;
	opening.lastIndex = at;
	const match = opening.exec(html);
	if (!match) return void 0;
	const from = opening.lastIndex;
	const close = closingBracket(html, from);
	if (close < 0) return void 0;
	const attributes = html.slice(from, close);
	const escaped = match[1] === "[" && html[close + 1] === "]";
	if (match[1] === "[" && !escaped) return void 0;
	return {
		name: match[3].toLowerCase(),
		attributes: attributes.replace(/\/\s*$/, ""),
		end: close + (escaped ? 2 : 1),
		closing: match[2] === "/",
		alone: /\/\s*$/.test(attributes) && match[2] !== "/",
		escaped
	};
}
/** The bracket that closes a shortcode: not one inside its quoted values. */
function closingBracket(html, from) {
	const most = Math.min(html.length, from + LONGEST);
	for (let at = from; at < most; at++) {
		const sign = html[at];
		if (sign === "]") return at;
		if (sign === "[") return -1;
		if ((sign === "\"" || sign === "'") && html[at - 1] === "=") {
			const end = html.indexOf(sign, at + 1);
			if (end < 0 || end > most) return -1;
			at = end;
		}
	}
	return -1;
}
/** How often each name is closed, before anything is read: an opening tag encloses something only if it is. */
function countClosings(html) {
	const counts = /* @__PURE__ */ new Map();
	for (const [, written] of html.matchAll(/\[\/([a-z][a-z0-9_-]*)\]/gi)) {
		const name = written.toLowerCase();
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return counts;
}
/** The end of a tag, a comment or a piece of code, or -1 when there is no more of any. */
function pastTag(html, at, unclosed) {
	if (html.startsWith("<!--", at)) {
		const end = html.indexOf("-->", at + 4);
		return end < 0 ? -1 : end + 3;
	}
	if (!/[a-z/!?]/i.test(html[at + 1] ?? "")) return at + 1;
	const code = /<(pre|code|script|style)\b/iy;
	code.lastIndex = at;
	const verbatim = code.exec(html)?.[1];
	if (verbatim && !unclosed.has(verbatim)) {
		const end = html.indexOf(`</${verbatim}`, at + 1);
		if (end >= 0) return end + 1;
		unclosed.add(verbatim);
	}
	const end = html.indexOf(">", at + 1);
	return end < 0 ? -1 : end + 1;
}
var quotable = (text) => text.replaceAll("&", "&amp;").replaceAll("\"", "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
/** The shortcode that an element of `markShortcodes` stands for. */
function readShortcode(name, code) {
	const attributes = {};
	const bare = [];
	const straight = code.replace(/[“”″]/g, "\"").replace(/&quot;|&#8220;|&#8221;|&#8243;/g, "\"");
	for (const [, key, double, single, plain, ...rest] of straight.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g)) if (key && key !== "__proto__") attributes[key.toLowerCase()] = double ?? single ?? plain ?? "";
	else {
		const value = rest.find((text) => text !== void 0);
		if (value) bare.push(value.replace(/^=/, ""));
	}
	return {
		name: name.slice(10),
		attributes,
		bare
	};
}
// src/transfer/shortcodes.ts
/** Addresses of players by what their shortcodes say. */
var players = {
	youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
	vimeo: (id) => `https://vimeo.com/${id}`,
	dailymotion: (id) => `https://www.dailymotion.com/video/${id}`,
	ted: (id) => `https://www.ted.com/talks/${id}`,
	tweet: (id) => `https://twitter.com/i/web/status/${id}`,
	videopress: (id) => `https://videopress.com/v/${id}`
};
var addressed = new Set("embed youtube vimeo dailymotion ted tweet twitter videopress soundcloud spotify instagram facebook tiktok googlemaps googlemap mixcloud bandcamp scribd slideshare flickr archiveorg documentcloud datawrapper iframe".split(" "));
var notes = new Set("ref efn_note footnote fn mfn efn footnotes_note sidenote".split(" "));
var programs = new Set("code sourcecode php css html javascript js python bash text plain".split(" "));
function shortcodeOf(c, element, marks, reading) {
	const code = readShortcode(element.name, element.attributes.code ?? "");
	const shown = shownOf(c, code, element, marks, reading);
	if (shown) {
		c.note("converted", `shortcode ${code.name}`);
		return shown;
	}
	const words = textIn(element.children).trim() !== "";
	c.note("left out", `shortcode ${code.name}`, words ? "only its plug-in knows what it does; the words inside it are kept" : "only its plug-in knows what it shows");
	return "enclosed";
}
function shownOf(c, code, element, marks, reading) {
	const { name, attributes } = code;
	if (name === "caption" || name === "wp_caption") return captionOf(c, code, element, marks, reading);
	if (name === "gallery") return { blocks: galleryOf(pictures(c, code)) };
	if (name === "playlist") return { blocks: list(attributes.ids).flatMap((id) => player(c, id, attributes.type)) };
	if (name === "audio" || name === "video") return mediaOf(c, code, element);
	if (notes.has(name)) {
		const { note, rest } = footnote(c, element.children, marks);
		return note ? { inline: note } : { blocks: rest };
	}
	if (name === "pullquote") {
		const { words, rest } = c.wordsIn(element.children, marks);
		if (words.length === 0) return void 0;
		return { blocks: [{
			type: "pullQuote",
			attrs: { attribution: null },
			content: words
		}, ...rest] };
	}
	if (name === "quote" || name === "blockquote") {
		const content = c.blocksIn(element.children, marks, reading);
		const quote = {
			type: "blockquote",
			attrs: { attribution: attributes.cite ?? attributes.author ?? null },
			content
		};
		return { blocks: content.length > 0 ? [quote] : [] };
	}
	if (programs.has(name)) {
		const text = textIn(element.children).replace(/^\n|\n$/g, "");
		if (!text) return void 0;
		return { blocks: [{
			type: "codeBlock",
			attrs: { language: attributes.language ?? attributes.lang ?? (/^(source)?code$/.test(name) ? null : name) },
			content: [{
				type: "text",
				text
			}]
		}] };
	}
	if (addressed.has(name)) return elsewhere$1(c, code, element);
}
function captionOf(c, { attributes }, element, marks, reading) {
	const image = find(element.children, "img");
	if (!image) return { blocks: c.blocksIn(element.children, marks, reading) };
	const id = /^attachment_(\d+)$/.exec(attributes.id ?? "")?.[1];
	if (id && !/\bwp-image-\d/.test(image.attributes.class ?? "")) image.attributes["data-id"] = id;
	const around = element.children.filter((node) => typeof node === "string" || !holds(node, image));
	const said = attributes.caption && textIn(around).trim() === "" ? [attributes.caption] : around;
	const { words, rest } = c.wordsIn(said, marks, "lines");
	const picture = pictureOf(c, image, words);
	if (typeof picture === "object") return { blocks: [picture, ...rest] };
	return { blocks: [...words.length > 0 ? [{
		type: "paragraph",
		content: words
	}] : [], ...rest] };
}
var holds = (node, image) => node === image || find(node.children, "img") === image;
var list = (ids) => (ids ?? "").match(/\d+/g) ?? [];
function pictures(c, { attributes }) {
	const named = list(attributes.ids ?? attributes.include);
	const left = new Set(list(attributes.exclude));
	const ids = (named.length > 0 ? named : c.source.attached()).filter((id) => !left.has(id));
	if (ids.length === 0) c.note("left out", "gallery", "no picture of it is in the file");
	return ids.map((id) => {
		const attachment = c.source.attachment(id);
		if (attachment) return placed(c, {
			id,
			address: attachment.address
		}, null, []);
		c.note("left out", "picture", `a gallery names it by its number, and it is not in the file`);
	});
}
function player(c, id, type = "audio") {
	const attachment = c.source.attachment(id);
	if (attachment) return [embed(attachment.address, type === "video" ? "video" : "audio", attachment.caption || null)];
	c.note("left out", type, "a playlist names it by its number, and it is not in the file");
	return [];
}
function mediaOf(c, { name, attributes, bare }, element) {
	const address = [
		...[
			"src",
			"mp3",
			"m4a",
			"ogg",
			"wav",
			"wma",
			"mp4",
			"m4v",
			"webm",
			"ogv",
			"flv",
			"wmv",
			"url"
		].map((kind) => attributes[kind]),
		...bare,
		textIn(element.children)
	].map((text) => webAddress(text?.split("|")[0], c.source.base)).find((found) => found && /^https?:/.test(found) && found !== c.source.base);
	return address ? { blocks: [embed(address, name, attributes.title ?? null)] } : void 0;
}
function elsewhere$1(c, code, element) {
	const inside = textIn(element.children).trim();
	const address = [
		code.attributes.url,
		code.attributes.src,
		code.attributes.href,
		...code.bare,
		inside
	].find((text) => text && /^https?:\/\/\S+$/.test(text) && URL.canParse(text));
	if (address) {
		if (code.name === "iframe") return void 0;
		return { blocks: [embedded(c, address.replaceAll("&amp;", "&"), null)] };
	}
	const id = code.attributes.id ?? code.bare[0] ?? inside;
	const page = Object.hasOwn(players, code.name) && id && /^[\w-]+$/.test(id) && players[code.name](id);
	return page ? { blocks: [embedded(c, page, null)] } : void 0;
}
/** The elements of shortcodes carry their names before everything else. */
var isShortcodeElement = ({ name }) => name.startsWith("shortcode-");
// src/transfer/html.ts
/** Elements that end a paragraph and are otherwise only what is in them. */
var containers = new Set("div section article main header footer nav aside center address hgroup body html head fieldset legend summary figcaption dt dd li tr td th tbody thead tfoot caption search picture title".split(" "));
var frames = /* @__PURE__ */ new Set([
	"iframe",
	"frame",
	"embed",
	"object",
	"portal",
	"fencedframe"
]);
var ignored = new Set("source track param col colgroup meta link base basefont bgsound area map wbr input progress meter datalist command keygen frameset".split(" "));
/** How often reusable blocks may be put into one item: they can hold one another. */
var MOST_REUSED = 100;
/** Turns the HTML of one item into body elements. */
var Converter = class {
	source;
	notes = /* @__PURE__ */ new Map();
	lacking = [];
	#reusing = [];
	#reused = 0;
	constructor(source) {
		this.source = source;
	}
	note(outcome, what, why = "") {
		const key = `${outcome}\t${what}\t${why}`;
		this.notes.set(key, (this.notes.get(key) ?? 0) + 1);
	}
	lacks(asked) {
		this.lacking.push(asked);
	}
	blocksIn(nodes, marks, reading) {
		const flow = new Flow();
		this.#nodes(nodes, marks, reading, flow);
		return flow.end();
	}
	wordsIn(nodes, marks, reading = "flow") {
		return wordsOf(this.blocksIn(nodes, marks, reading));
	}
	reusableBlock(id, marks) {
		const html = this.source.reusable(id);
		if (html === void 0 || this.#reusing.includes(id) || ++this.#reused > MOST_REUSED) {
			this.note("left out", "reusable block", "it is not in the file");
			return [];
		}
		this.#reusing.push(id);
		const blocks = this.blocksIn(readTree(markShortcodes(html)), marks, "flow");
		this.#reusing.pop();
		return blocks;
	}
	#nodes(nodes, marks, reading, flow) {
		for (const node of nodes) if (typeof node === "string") flow.text(node, marks, reading);
		else this.#element(node, marks, reading, flow);
	}
	#element(element, marks, reading, flow) {
		const { name, children } = element;
		if (name.startsWith("block:")) return this.#block(element, marks, flow);
		if (isShortcodeElement(element)) return this.#shortcode(element, marks, reading, flow);
		if (isHidden(element)) {
			if (textIn(children).trim()) this.note("left out", "hidden text", "no reader could see it");
			return;
		}
		if (frames.has(name)) return this.#floating(frameOf(this, element), flow);
		if (silent.has(name)) {
			this.note("left out", name, "it runs or draws something");
			return;
		}
		if (ignored.has(name)) return;
		if (this.#ofBody(element, marks, reading, flow)) return;
		if (containers.has(name)) return this.#container(element, marks, reading, flow);
		if (name === "sup" && element.attributes["data-fn"] !== void 0) {
			const note = noteOfBlock(this, element);
			if (note) flow.inline(note);
			return;
		}
		if (name === "a" && find(children, "img")) noteLinkOnPicture(this, element);
		const inside = marksIn(this, element, marks);
		if (name === "q") flow.text("“", inside, "flow");
		this.#nodes(children, inside, name === "textarea" ? "verse" : reading, flow);
		if (name === "q") flow.text("”", inside, "flow");
	}
	/** Elements with a body element, or a sign, of their own. False when there is none. */
	#ofBody(element, marks, reading, flow) {
		const { name, children } = element;
		const add = (blocks) => {
			flow.endParagraph();
			for (const block of blocks) flow.block(block);
			return true;
		};
		switch (name) {
			case "br":
				flow.lineBreak(reading);
				return true;
			case "p": return this.#paragraph(element, marks, reading, flow);
			case "img":
				this.#floating(pictureOf(this, element), flow, marks);
				return true;
			case "hr": return add([{ type: "horizontalRule" }]);
			case "#more": return add([{ type: "more" }]);
			case "#nextpage":
				this.note("left out", "page break", "articles are not cut into pages");
				return add([]);
			case "#note": return this.#note(element, flow);
			case "h1":
			case "h2":
			case "h3":
			case "h4":
			case "h5":
			case "h6": return add(this.#heading(element, marks));
			case "ul":
			case "ol":
			case "menu":
			case "dir": return add(this.#list(element, marks, reading));
			case "blockquote": return add(this.#quotation(element, marks, reading));
			case "pre":
			case "xmp":
			case "listing":
			case "plaintext": return add(this.#preformatted(element, marks));
			case "table": return add(tableOf(this, element, marks, reading));
			case "figure": return add(hasClass(element, "wp-block-pullquote") ? pullQuoteOf(this, element, marks) : figureOf(this, element, marks));
			case "audio":
			case "video":
				this.#floating(playerOf(this, element), flow);
				return true;
			case "details": return add(this.#details(element, marks, reading));
			case "dl":
				if (!/\bgallery-/.test(element.attributes.class ?? "")) return add(this.#kept(element, marks));
				return add(galleryIn(this, children, marks));
			case "form":
			case "ruby": return name === "form" ? add(this.#kept(element, marks)) : false;
			case "select":
				this.note("left out", "form field", "it does nothing without its form");
				return true;
			case "rt":
				flow.text("(", marks, "flow");
				this.#nodes(children, marks, "flow", flow);
				flow.text(")", marks, "flow");
				return true;
			case "rp": return true;
			default: return false;
		}
	}
	#block(element, marks, flow) {
		flow.endParagraph();
		const shown = blockOf(this, element, marks);
		if ("nodes" in shown) for (const node of shown.nodes) flow.block(node);
		else this.#nodes(element.children, marks, shown.through, flow);
		flow.endParagraph();
	}
	#shortcode(element, marks, reading, flow) {
		const shown = shortcodeOf(this, element, marks, reading);
		if (shown === "enclosed") this.#nodes(element.children, marks, reading, flow);
		else if ("inline" in shown) flow.inline(shown.inline);
		else {
			flow.endParagraph();
			for (const block of shown.blocks) flow.block(block);
		}
	}
	#floating(node, flow, marks = []) {
		if (typeof node === "string") flow.text(node, marks, "flow");
		else if (node) flow.floating(node);
	}
	#note(element, flow) {
		const { note } = footnote(this, element.children, []);
		if (note) {
			this.note("converted", "footnote");
			flow.inline(note);
		}
		return true;
	}
	#paragraph(element, marks, reading, flow) {
		flow.endParagraph();
		const outer = flow.direction;
		flow.direction = direction(element.attributes.dir) ?? outer;
		const inside = marksIn(this, element, marks);
		const verse = hasClass(element, "wp-block-verse") ? "verse" : reading;
		this.#nodes(element.children, inside, verse, flow);
		flow.endParagraph();
		flow.direction = outer;
		return true;
	}
	#container(element, marks, reading, flow) {
		flow.endParagraph();
		if (/(^|\s)(gallery|wp-block-gallery|tiled-gallery)(\s|$)/.test(element.attributes.class ?? "") && find(element.children, "img")) {
			for (const block of galleryIn(this, element.children, marks)) flow.block(block);
			return;
		}
		const post = pastedPost(this, element, marks);
		if (post) return flow.block(post);
		const outer = flow.direction;
		flow.direction = direction(element.attributes.dir) ?? outer;
		const { dir: _, ...attributes } = element.attributes;
		this.#nodes(element.children, marksIn(this, {
			...element,
			attributes
		}, marks), reading, flow);
		flow.endParagraph();
		flow.direction = outer;
	}
	#heading(element, marks) {
		const { dir, ...attributes } = element.attributes;
		const inside = marksIn(this, {
			...element,
			attributes
		}, marks);
		const { words, rest } = this.wordsIn(element.children, inside);
		if (words.length === 0) return rest;
		return [{
			type: "heading",
			attrs: {
				level: Math.max(2, Number(element.name[1])),
				dir: direction(dir)
			},
			content: words
		}, ...rest];
	}
	#list(element, marks, reading) {
		const items = [];
		for (const node of withoutBlocks(element.children)) {
			if (typeof node === "string" && node.trim() === "") continue;
			const isItem = typeof node !== "string" && node.name === "li";
			const content = isItem ? this.blocksIn(node.children, marksIn(this, node, marks), reading) : this.blocksIn([node], marks, reading);
			const last = items.at(-1);
			if (!isItem && last && /List$/.test(content[0]?.type ?? "")) last.content.push(...content);
			else if (content.length > 0) items.push({
				type: "listItem",
				content
			});
		}
		if (items.length === 0) return [];
		if (element.name !== "ol") return [{
			type: "bulletList",
			content: items
		}];
		const start = Number.parseInt(element.attributes.start ?? "1", 10) || 1;
		return [{
			type: "orderedList",
			attrs: { start: Math.min(1e6, Math.max(-1e6, start)) },
			content: items
		}];
	}
	#quotation(element, marks, reading) {
		const post = pastedPost(this, element, marks);
		if (post) return [post];
		if (hasClass(element, "wp-embedded-content")) return this.blocksIn(element.children, marks, "flow");
		if (hasClass(element, "wp-block-pullquote")) return pullQuoteOf(this, element, marks);
		const { said, by } = attributionOf(element);
		const content = this.blocksIn(said, marksIn(this, element, marks), reading);
		if (content.length === 0 && !by) return [];
		return [{
			type: "blockquote",
			attrs: { attribution: by },
			content: orEmpty(content)
		}];
	}
	#preformatted(element, marks) {
		if (hasClass(element, "wp-block-verse")) return this.blocksIn(element.children, marks, "verse");
		const text = textIn(element.children).replace(/^\n/, "").replace(/\s+$/, "");
		if (text === "") return this.blocksIn(findAll(element.children, "img"), marks, "flow");
		const inner = find(element.children, "code");
		const classes = `${element.attributes.class ?? ""} ${inner?.attributes.class ?? ""}`;
		return [{
			type: "codeBlock",
			attrs: { language: element.attributes.lang ?? /\b(?:language|lang|brush)[-:]\s*([\w+#-]{1,20})/.exec(classes)?.[1] ?? null },
			content: [{
				type: "text",
				text
			}]
		}];
	}
	#details(element, marks, reading) {
		const children = withoutBlocks(element.children);
		const isSummary = (node) => typeof node !== "string" && node.name === "summary";
		const title = textIn(children.filter(isSummary)).replace(/\s+/g, " ").trim();
		const content = this.blocksIn(children.filter((node) => !isSummary(node)), marks, reading);
		if (!title && content.length === 0) return [];
		return [{
			type: "box",
			attrs: {
				title: title || null,
				folded: true
			},
			content: orEmpty(content)
		}];
	}
	/** HTML that no body element can hold, sanitised; its pictures and frames follow it. */
	#kept(element, marks) {
		for (const link of findAll(element.children, "a")) {
			const href = linkAddress(link.attributes.href ?? "", this.source.base, this.source.hosts);
			if (href) link.attributes.href = href;
			else delete link.attributes.href;
		}
		const html = sanitiseKept(writeTree([element])).trim();
		const beside = [
			...findAll(element.children, "img"),
			...findAll(element.children, "iframe"),
			...findAll(element.children, "video"),
			...findAll(element.children, "audio")
		];
		const after = this.blocksIn(beside, marks, "flow");
		if (html.replace(/<[^>]*>/g, "").trim() === "") {
			this.note("left out", `<${element.name}>`, "nothing of it is words");
			return after;
		}
		this.note("kept", `<${element.name}>`, "as sanitised HTML: no body element is like it");
		return [{
			type: "keptHtml",
			attrs: { html }
		}, ...after];
	}
};
// src/transfer/body.ts
/**
* The content of a WordPress item as a document of ours. Content with block markup is read block by block; without
* any, line breaks are paragraphs as `wpautop` makes them. Whatever it is given, the result is a valid document.
*/
function convertContent(content, source) {
	const converter = new Converter(source);
	const nodes = readTree(markShortcodes(content));
	if (content.includes("href=\"#") || content.includes("href='#")) bindFootnotes(nodes);
	const reading = content.includes("<!-- wp:") ? "flow" : "lines";
	const blocks = converter.blocksIn(nodes, [], reading).map((block) => block.type === "paragraph" ? loneAddress(block) ?? block : block);
	return {
		body: blocks.length > 0 ? {
			type: "doc",
			content: one(blocks)
		} : emptyDocument,
		notes: converter.notes,
		lacking: converter.lacking
	};
}
/** Only one mark can tell where the summary ends. */
function one(blocks) {
	const first = blocks.findIndex((block) => block.type === "more");
	return first < 0 ? blocks : blocks.filter((block, at) => block.type !== "more" || at === first);
}
// src/transfer/prepare.ts
/** Makes articles of items, with all that the survey of the file and the library know. */
var Preparation = class {
	/** Which article first shows a picture: where its own page on the old site leads. */
	shownIn = /* @__PURE__ */ new Map();
	#run;
	#survey;
	#intake;
	constructor(run, survey, intake) {
		this.#run = run;
		this.#survey = survey;
		this.#intake = intake;
	}
	async article(item, standing) {
		const { run, survey } = {
			run: this.#run,
			survey: this.#survey
		};
		const rest = fieldsOf$1(item, standing, {
			siteTitle: run.site.title,
			language: run.language,
			terms: survey.terms,
			authors: survey.authors,
			now: run.newsroom.now()
		});
		const source = this.#source(item, rest.language);
		let converted = convertContent(item.content, source);
		if (converted.lacking.length > 0 && await this.#intake.fetch(converted.lacking.map(({ address }) => address))) converted = convertContent(item.content, source);
		const lacking = [...converted.lacking];
		const lead = item.meta.get("_thumbnail_id")?.[0];
		const leadPictureId = lead && this.#intake.of(lead) || null;
		const leadFile = lead && !leadPictureId ? survey.attachments.byId(lead) : void 0;
		if (lead && leadFile) lacking.push({
			id: lead,
			address: leadFile.address
		});
		const { body } = converted;
		const headline = rest.headline || untitled(documentText(body), item);
		if (!rest.headline) run.report.count("converted", "headline", "it had none: its first words stand for it", {
			line: item.line,
			id: item.id,
			title: headline
		});
		return {
			fields: {
				...rest,
				headline,
				body,
				leadPictureId
			},
			converted,
			lacking
		};
	}
	#source(item, language) {
		const { attachments, reusable } = this.#survey;
		const shown = (asked) => {
			const attachment = attachments.shownBy(asked, this.#run.hosts);
			if (attachment && !this.shownIn.has(attachment)) this.shownIn.set(attachment, item.id);
			return attachment;
		};
		return {
			base: item.link || `${this.#run.site.link}/`,
			language,
			hosts: this.#run.hosts,
			picture: (asked) => {
				const attachment = shown(asked);
				return attachment && this.#intake.of(attachment) || this.#intake.from(asked.address);
			},
			attachment: (id) => {
				const attachment = attachments.byId(id);
				return attachment && {
					address: attachment.address,
					caption: ""
				};
			},
			attached: () => attachments.attachedTo(item.id),
			reusable,
			footnotes: notesOf(item)
		};
	}
	/** Whether a picture that an article lacked can be had by now. */
	canFill({ lacking }) {
		if (lacking === "[]") return false;
		return JSON.parse(lacking).some((asked) => {
			const attachment = asked.id ?? this.#survey.attachments.shownBy(asked, this.#run.hosts);
			return attachment !== void 0 && this.#intake.of(attachment) !== void 0 || this.#intake.from(asked.address) !== void 0 || this.#run.options.fetchPictures === true && !this.#intake.hasFailed(asked.address);
		});
	}
};
/** A headline for an item without one. */
var untitled = (text, { name, id }) => shortened(text.replaceAll("\n", " ").trim(), 80) || name || `#${id}`;
function notesOf(item) {
	const written = item.meta.get("footnotes")?.[0];
	if (!written) return /* @__PURE__ */ new Map();
	try {
		const notes = JSON.parse(written);
		if (!Array.isArray(notes)) return /* @__PURE__ */ new Map();
		return new Map(notes.flatMap((note) => typeof note?.id === "string" && typeof note.content === "string" ? [[note.id, note.content]] : []));
	} catch {
		return /* @__PURE__ */ new Map();
	}
}
// src/transfer/redirects.ts
/** Redirects in one transaction. */
var BATCH$1 = 500;
/** Old addresses that lead to articles. They come last: an article's own address goes before another's former one. */
var Redirects = class {
	#run;
	#wanted = [];
	constructor(run) {
		this.#run = run;
	}
	add({ articleId, paths }) {
		for (const path of paths) if (!path.includes("?")) this.#wanted.push({
			path: detached(path),
			thingId: articleId
		});
	}
	/** Brings in those that are missing; pages of attachments lead to the article they were uploaded to, or are shown in. */
	async bring(attachments, shownIn) {
		for (let at = 0; at < this.#wanted.length; at += BATCH$1) await this.#settle(this.#wanted.slice(at, at + BATCH$1));
		this.#wanted = [];
		let pages = [];
		let homeless = 0;
		const flush = async () => {
			const known = await knownAmong(this.#run.newsroom.db, this.#run.key, "article", [...new Set(pages.map(({ article }) => article))]);
			const found = [];
			for (const { article, paths } of pages) {
				const thingId = known.get(article)?.local_id;
				if (thingId) for (const path of paths) found.push({
					path,
					thingId
				});
				else homeless++;
			}
			await this.#settle(found);
			pages = [];
		};
		for (const [id, { page, parent }] of attachments.all()) {
			const paths = [pathOf(page, this.#run.hosts), `${this.#run.root}/?attachment_id=${id}`].filter((path) => path !== void 0 && path !== "/" && !isReserved(path));
			const article = parent || shownIn.get(id);
			if (article) pages.push({
				article,
				paths: [...new Set(paths)],
				line: 0
			});
			else homeless++;
			if (pages.length === BATCH$1) await flush();
		}
		await flush();
		if (homeless > 0) this.#run.report.count("left out", "page of an attachment", "no article that came in shows it", void 0, homeless);
	}
	async #settle(redirects) {
		const taken = await takenAmong(this.#run.newsroom.db, redirects.map(({ path }) => path));
		const missing = redirects.filter(({ path }) => !taken.has(path));
		if (missing.length === 0) return;
		const made = await writing(this.#run, missing.map(({ path }) => path), (tx) => redirectFrom(tx, "article", missing, this.#run.newsroom.now()));
		this.#run.report.redirects += made.length;
	}
};
// src/transfer/report.ts
var EXAMPLES = 3;
/** Bounds of what is listed by name; everything is counted all the same. */
var MOST_PROBLEMS = 2e3;
var MOST_ADDRESSES = 1e5;
/**
* Accounts for everything in a file. With a path, every single item goes into a JSON file as it is met, so that
* memory stays bounded; the file appears under its name when it is complete.
*/
var Report = class {
	redirects = 0;
	#things = /* @__PURE__ */ new Map();
	#parts = /* @__PURE__ */ new Map();
	#problems = [];
	#further = 0;
	#lost = false;
	#moved = [];
	#lacking = /* @__PURE__ */ new Set();
	#path;
	#file;
	#pending = "";
	constructor(path) {
		this.#path = path;
		if (path === void 0) return;
		this.#file = openSync(`${path}.part`, "w");
		this.#pending = "{\"items\":[\n";
	}
	item(entry, what) {
		this.count(entry.fate, what, entry.why, entry);
		if (entry.fate === "failed") this.#lost = true;
		if (this.#file === void 0) return;
		this.#pending += `${JSON.stringify(entry)},\n`;
		if (this.#pending.length > 65536) this.#flush();
	}
	count(fate, what, why = "", example, times = 1) {
		add(this.#things, fate, what, why, times, example);
	}
	/** Whether the run has brought anything in that was not there before. */
	get anythingNew() {
		return this.redirects > 0 || [...this.#things.values()].some(({ fate }) => fate === "new" || fate === "changed");
	}
	/** What the conversion of a text has noted (`Converted.notes`). */
	parts(notes, example) {
		for (const [key, times] of notes) {
			const [fate, what, why] = key.split("	");
			add(this.#parts, fate, what, why, times, example);
		}
	}
	problem({ line, message, lost }) {
		if (lost) this.#lost = true;
		if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({
			line,
			message,
			lost
		});
		else this.#further++;
	}
	moved(from, to) {
		if (this.#moved.length < MOST_ADDRESSES) this.#moved.push({
			from,
			to
		});
	}
	lacks(address) {
		if (this.#lacking.size < MOST_ADDRESSES && !this.#lacking.has(address)) this.#lacking.add(detached(address));
	}
	/** The totals; also ends the JSON file. */
	finish(about) {
		const totals = {
			format: "dateline-import-report/1",
			system: "wordpress",
			...about,
			exitCode: this.#lost ? 3 : 0,
			things: sorted(this.#things),
			parts: sorted(this.#parts),
			redirects: this.redirects,
			moved: this.#moved,
			picturesLacking: [...this.#lacking],
			problems: this.#problems,
			furtherProblems: this.#further
		};
		if (this.#file !== void 0) {
			this.#pending = `${this.#pending.replace(/,\n$/, "\n")}`;
			this.#flush();
			this.#pending = `],\n${JSON.stringify(totals, null, 1).slice(1)}\n`;
			this.#flush(true);
			closeSync(this.#file);
			this.#file = void 0;
			renameSync(`${this.#path}.part`, this.#path);
		}
		return totals;
	}
	/** Gives up the JSON file of a run that failed. */
	abandon() {
		if (this.#file === void 0) return;
		closeSync(this.#file);
		this.#file = void 0;
		rmSync(`${this.#path}.part`, { force: true });
	}
	#flush(all = false) {
		const keep = !all && this.#pending.endsWith(",\n") ? 2 : 0;
		const ready = keep ? this.#pending.slice(0, -keep) : this.#pending;
		if (this.#file !== void 0) writeSync(this.#file, ready);
		this.#pending = keep ? ",\n" : "";
	}
};
function add(rows, fate, what, why, times, example) {
	const key = `${fate}\t${what}\t${why}`;
	let row = rows.get(key);
	if (!row) {
		row = {
			fate,
			what: detached(what),
			why: detached(why),
			count: 0,
			examples: []
		};
		rows.set(key, row);
	}
	row.count += times;
	if (example && row.examples.length < EXAMPLES) {
		const { line, id, title } = example;
		row.examples.push({
			line,
			id,
			title: detached(title.slice(0, 100))
		});
	}
}
var sorted = (rows) => [...rows.values()].sort((a, b) => a.what < b.what ? -1 : a.what > b.what ? 1 : b.count - a.count);
// src/transfer/encoding.ts
/** How much of a file is looked at to tell what it is and how its letters are written, in bytes. */
var HEAD = 1024;
/**
* The text of an export, piece by piece: unpacked when it is gzip, decoded by its byte order mark or its XML
* declaration, UTF-8 otherwise (XML 1.0, appendix F). Bytes that are no letters become U+FFFD. Refuses archives and
* encodings that nobody knows.
*/
async function* textOf(bytes) {
	const { head, all } = await peek(bytes);
	if (head[0] === 31 && head[1] === 139) {
		yield* decoded(Readable.from(all, { objectMode: false }).pipe(createGunzip()));
		return;
	}
	if (head[0] === 80 && head[1] === 75 && head[2] === 3 && head[3] === 4) throw new Refusal("invalid", "transfer/archive", "This is a ZIP archive. Unpack it and import the .xml files in it, one after the other.");
	yield* decoded(all);
}
async function* decoded(bytes) {
	const { head, all } = await peek(bytes);
	const decoder = decoderFor(head);
	for await (const chunk of all) yield decoder.decode(chunk, { stream: true });
	yield decoder.decode();
}
function decoderFor(head) {
	const mark = byteOrderMark(head);
	const declared = /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(Buffer.from(head).toString("latin1").replaceAll("\0", ""))?.[1];
	const believed = declared && /^utf-?16|ucs-?2/i.test(declared) ? void 0 : declared;
	const label = mark ?? believed ?? "utf-8";
	try {
		return new TextDecoder(label);
	} catch {
		throw new Refusal("invalid", "transfer/encoding", `The file says that it is written in “${label}”, which nobody here can read. Save it as UTF-8.`);
	}
}
function byteOrderMark([a, b, c]) {
	if (a === 239 && b === 187 && c === 191) return "utf-8";
	if (a === 255 && b === 254) return "utf-16le";
	if (a === 254 && b === 255) return "utf-16be";
	if (a === 60 && b === 0) return "utf-16le";
	if (a === 0 && b === 60) return "utf-16be";
}
async function peek(bytes) {
	const source = bytes[Symbol.asyncIterator]();
	const first = [];
	let size = 0;
	while (size < HEAD) {
		const next = await source.next();
		if (next.done) break;
		first.push(next.value);
		size += next.value.length;
	}
	const head = Buffer.concat(first);
	async function* all() {
		try {
			if (head.length > 0) yield head;
			for (;;) {
				const next = await source.next();
				if (next.done) return;
				yield Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
			}
		} finally {
			await source.return?.();
		}
	}
	return {
		head: head.subarray(0, HEAD),
		all: all()
	};
}
// src/transfer/item.ts
/** Elements of an export as records. */
var authorOf = (element, line) => {
	const field = fieldsOf(element);
	return {
		kind: "author",
		line,
		id: field("wp", "author_id"),
		login: field("wp", "author_login"),
		email: field("wp", "author_email"),
		displayName: field("wp", "author_display_name"),
		firstName: field("wp", "author_first_name"),
		lastName: field("wp", "author_last_name")
	};
};
/** The names that the three elements for terms give to the same fields. */
var termFields = {
	category: [
		"category",
		"category_nicename",
		"category_parent",
		"cat_name",
		"category_description"
	],
	tag: [
		"post_tag",
		"tag_slug",
		"",
		"tag_name",
		"tag_description"
	],
	term: [
		"",
		"term_slug",
		"term_parent",
		"term_name",
		"term_description"
	]
};
function termOf(element, line) {
	if (!Object.hasOwn(termFields, element.name)) return void 0;
	const [taxonomy, slug, parent, name, description] = termFields[element.name];
	const field = fieldsOf(element);
	return {
		kind: "term",
		line,
		id: field("wp", "term_id"),
		taxonomy: taxonomy || field("wp", "term_taxonomy"),
		slug: field("wp", slug),
		parent: parent && field("wp", parent),
		name: field("wp", name),
		description: field("wp", description)
	};
}
/** An item, or undefined when it has none of WordPress's fields. */
function itemOf(element, line) {
	const field = fieldsOf(element);
	const id = field("wp", "post_id");
	const type = field("wp", "post_type");
	if (!id && !type) return void 0;
	const guid = element.children.find((child) => child.name === "guid" && child.space === "");
	return {
		kind: "item",
		line,
		id,
		type: type || "post",
		status: field("wp", "status"),
		title: field("", "title"),
		link: field("", "link"),
		guid: guid?.text.trim() ?? "",
		guidIsPermalink: guid?.attributes.isPermaLink !== "false",
		pubDate: field("", "pubDate"),
		date: field("wp", "post_date"),
		dateGmt: field("wp", "post_date_gmt"),
		modified: field("wp", "post_modified"),
		modifiedGmt: field("wp", "post_modified_gmt"),
		name: field("wp", "post_name"),
		creator: field("dc", "creator"),
		content: field("content", "encoded", false),
		excerpt: field("excerpt", "encoded", false),
		parent: field("wp", "post_parent"),
		menuOrder: Number.parseInt(field("wp", "menu_order"), 10) || 0,
		sticky: field("wp", "is_sticky") === "1",
		password: field("wp", "post_password", false),
		attachmentUrl: field("wp", "attachment_url"),
		filings: filingsOf(element),
		meta: metaOf(element),
		comments: element.children.filter((child) => child.name === "comment" && child.space === "wp").map(commentOf)
	};
}
function commentOf(element) {
	const field = fieldsOf(element);
	return {
		id: field("wp", "comment_id"),
		author: field("wp", "comment_author"),
		email: field("wp", "comment_author_email"),
		url: field("wp", "comment_author_url"),
		ip: field("wp", "comment_author_IP"),
		date: field("wp", "comment_date"),
		dateGmt: field("wp", "comment_date_gmt"),
		content: field("wp", "comment_content", false),
		approved: field("wp", "comment_approved"),
		type: field("wp", "comment_type"),
		parent: field("wp", "comment_parent"),
		userId: field("wp", "comment_user_id"),
		meta: pairsOf(element, "commentmeta")
	};
}
/**
* Categories and tags of an item. WXR 1.0 writes each twice, once without its slug, and calls tags `tag`; without a
* domain it is a category.
*/
function filingsOf(element) {
	const found = [];
	for (const child of element.children) {
		if (child.name !== "category" || child.space !== "") continue;
		const domain = child.attributes.domain ?? "category";
		found.push({
			taxonomy: domain === "tag" ? "post_tag" : domain,
			slug: child.attributes.nicename ?? "",
			name: child.inner.trim()
		});
	}
	return found.filter((filing) => filing.slug !== "" || filing.name !== "" && !found.some((other) => other.slug && other.name === filing.name));
}
function metaOf(element) {
	const meta = /* @__PURE__ */ new Map();
	for (const [key, value] of pairsOf(element, "postmeta")) {
		const values = meta.get(key);
		if (values) values.push(value);
		else meta.set(key, [value]);
	}
	return meta;
}
var pairsOf = (element, name) => element.children.filter((child) => child.name === name && child.space === "wp").map((pair) => {
	const field = fieldsOf(pair);
	return [field("wp", "meta_key"), field("wp", "meta_value", false)];
});
/** Fields by their names. The first one counts: a second comes from a program that meddled. */
function fieldsOf(element) {
	const fields = /* @__PURE__ */ new Map();
	for (const child of element.children) {
		const key = `${child.space} ${child.name}`;
		if (!fields.has(key)) fields.set(key, child);
	}
	return (space, name, trimmed = true) => {
		const text = fields.get(`${space} ${name}`)?.inner ?? "";
		return trimmed ? text.trim() : text;
	};
}
// src/transfer/segments.ts
/** Characters of one element. A longer one is left out; whatever follows goes on. */
var LONGEST_ELEMENT = 20971520;
var LONGEST_TAG = 262144;
/**
* Cuts a WXR file into its parts while it arrives. It knows CDATA, comments and where `<item>` may stand, and nothing
* more: what is malformed inside an item stays inside it, and the next item is found again.
*/
var Cutter = class {
	#text = "";
	#at = 0;
	#line = 1;
	/** How far the open element has been looked through; nothing is looked through twice. */
	#scanned = 0;
	/** Up to here no end of a CDATA section is in sight. */
	#withoutEnd = 0;
	#depth = 0;
	#skipping = false;
	#ended = false;
	#ready = [];
	push(chunk) {
		this.#text = this.#text.slice(this.#at) + chunk;
		this.#scanned = Math.max(0, this.#scanned - this.#at);
		this.#withoutEnd = Math.max(0, this.#withoutEnd - this.#at);
		this.#at = 0;
	}
	/** Says that nothing more will come. */
	end() {
		this.#ended = true;
	}
	/** The next part, or undefined while more text is needed or, after `end`, when there is no more. */
	next() {
		for (;;) {
			const ready = this.#ready.shift();
			if (ready) return ready;
			if (this.#skipping ? !this.#skip() : !this.#step()) {
				const last = this.#ready.shift();
				if (last || !this.#ended) return last;
				if (!this.#conclude()) return void 0;
			}
		}
	}
	/** Goes back into an element that turned out to be malformed, to the next item that begins inside it, if any. */
	reopen(text, line) {
		const restart = itemInside(text);
		if (restart < 0) return;
		this.#text = text.slice(restart) + this.#text.slice(this.#at);
		this.#at = 0;
		this.#scanned = 0;
		this.#withoutEnd = 0;
		this.#line = line + newlines(text, 0, restart);
	}
	/** Takes the next piece of markup. False when more text is needed. */
	#step() {
		const open = this.#text.indexOf("<", this.#at);
		if (open < 0) {
			this.#advance(this.#text.length);
			return false;
		}
		this.#advance(open);
		if (this.#text.length - open < 9 && !this.#ended) return false;
		const text = this.#text;
		if (text.startsWith("<!--", open)) return this.#passOver("-->", 4);
		if (text.startsWith("<![CDATA[", open)) return this.#passOver("]]>", 9);
		if (text.startsWith("<?", open)) return this.#passOver("?>", 2);
		if (text.startsWith("<!", open)) return this.#doctype();
		const tag = /<(\/?)([^\s<>/"'=]+)/y;
		tag.lastIndex = open;
		const match = tag.exec(text);
		if (!match) {
			this.#advance(open + 1);
			return true;
		}
		const close = tagEnd(text, open);
		if (close < 0) {
			if (text.length - open < LONGEST_TAG && !this.#ended) return false;
			this.#problem(`The tag <${match[2].slice(0, 40)} is not closed.`);
			this.#advance(open + 1);
			return true;
		}
		if (match[1]) {
			this.#depth = Math.max(0, this.#depth - 1);
			this.#advance(close + 1);
			return true;
		}
		const name = match[2];
		if (this.#depth >= 2 || local(name) === "item") return this.#element(name, close);
		this.#ready.push({
			kind: "opening",
			depth: this.#depth,
			text: text.slice(open, close + 1),
			line: this.#line
		});
		if (text[close - 1] !== "/") this.#depth++;
		this.#advance(close + 1);
		return true;
	}
	#element(name, tagClose) {
		const start = this.#at;
		const end = this.#text[tagClose - 1] === "/" ? tagClose + 1 : this.#elementEnd(name, tagClose + 1);
		if (end === "more") {
			if (this.#text.length - start <= 20971520) return false;
			this.#problem(`This ${local(name)} has more than ${LONGEST_ELEMENT / 1024 / 1024} MB, or is not closed. It is left out.`);
			this.#abandon();
			return true;
		}
		if (typeof end === "object") {
			const line = this.#line + newlines(this.#text, start, end.interrupted);
			this.#problem(`This ${local(name)} is not closed: line ${line} already goes on with something else.`);
			this.#advance(end.interrupted);
		} else {
			this.#ready.push({
				kind: "element",
				name: local(name),
				text: this.#text.slice(start, end),
				line: this.#line
			});
			this.#advance(end);
		}
		this.#scanned = 0;
		return true;
	}
	#elementEnd(name, from) {
		const text = this.#text;
		let at = Math.max(from, this.#scanned);
		for (;;) {
			at = text.indexOf("<", at);
			if (at < 0) return this.#pause(text.length);
			const next = text.charCodeAt(at + 1);
			if (next === 33) {
				if (text.length - at < 9) return this.#pause(at);
				const end = text.startsWith("<![CDATA[", at) ? this.#cdataEnd(at + 9) : text.startsWith("<!--", at) ? past(text, "-->", at + 4) : at + 2;
				if (end < 0) return this.#pause(at);
				at = end;
			} else if (next === 47) {
				if (text.length - at < name.length + 3) return this.#pause(at);
				if (text.startsWith(name, at + 2) && /[\s>]/.test(text[at + 2 + name.length])) {
					const close = text.indexOf(">", at);
					return close < 0 ? this.#pause(at) : close + 1;
				}
				if (/^<\/(channel|rss)\s*>/.test(text.slice(at, at + 12))) return { interrupted: at };
				at += 2;
			} else {
				if (text.length - at < 6) return this.#pause(at);
				if (text.startsWith("item", at + 1) && /[\s>]/.test(text[at + 5])) return { interrupted: at };
				at++;
			}
		}
	}
	#cdataEnd(from) {
		const end = past(this.#text, "]]>", Math.max(from, this.#withoutEnd));
		if (end < 0) this.#withoutEnd = this.#text.length - 2;
		return end;
	}
	#pause(at) {
		this.#scanned = at;
		return "more";
	}
	/** Gives up the open element: goes on at the next item in sight, or lets text pass until there is one. */
	#abandon() {
		const restart = itemInside(this.#text.slice(this.#at));
		this.#skipping = restart < 0;
		this.#advance(restart < 0 ? this.#text.length : this.#at + restart);
		this.#scanned = 0;
	}
	#skip() {
		const match = /<\/item\s*>\s*(?=<item[\s>]|<\/channel)/.exec(this.#text.slice(this.#at));
		if (match) {
			this.#skipping = false;
			this.#advance(this.#at + match.index + match[0].length);
			return true;
		}
		this.#advance(Math.max(this.#at, this.#text.length - 200));
		return false;
	}
	#passOver(end, from) {
		const to = this.#text.indexOf(end, Math.max(this.#at + from, this.#scanned));
		if (to < 0) {
			this.#scanned = Math.max(this.#at + from, this.#text.length - end.length);
			if (this.#text.length - this.#at <= 20971520) return false;
			this.#problem(`What begins here is not closed by “${end}”.`);
			this.#abandon();
			return true;
		}
		this.#advance(to + end.length);
		this.#scanned = 0;
		return true;
	}
	#doctype() {
		const text = this.#text;
		const close = text.indexOf(">", this.#at);
		if (close < 0) return false;
		const subset = text.slice(this.#at, close).includes("[");
		const ending = subset ? /\]\s*>/.exec(text.slice(this.#at)) : void 0;
		const end = ending ? this.#at + ending.index + ending[0].length : subset ? -1 : close + 1;
		if (end < 0) {
			if (text.length - this.#at <= LONGEST_TAG) return false;
			this.#problem("The document type is not closed.");
			this.#advance(this.#at + 2);
			return true;
		}
		if (/<!ENTITY/i.test(text.slice(this.#at, end))) this.#problem("The file declares entities of its own. No export needs them, and they can be made to fill the memory: they stay as they are written.", false);
		this.#advance(end);
		return true;
	}
	/** At the end of the file: what is still open is a problem. True when something can be read after all. */
	#conclude() {
		const rest = this.#text.slice(this.#at);
		if (this.#skipping || rest.trim() === "") {
			if (this.#depth > 0) this.#problem("The file ends here, before </rss>: it may have been cut off.");
			this.#depth = 0;
			this.#text = "";
			this.#at = 0;
			this.#skipping = false;
			return this.#ready.length > 0;
		}
		const name = /^<([^\s<>/"'=]+)/.exec(rest)?.[1];
		this.#problem(name ? `The file ends inside this ${local(name)}, or it is not closed.` : "The file ends inside what begins here.");
		this.#abandon();
		if (this.#skipping) this.#depth = 0;
		return true;
	}
	#problem(message, lost = true) {
		this.#ready.push({
			kind: "problem",
			line: this.#line,
			message,
			lost
		});
	}
	#advance(to) {
		this.#line += newlines(this.#text, this.#at, to);
		this.#at = to;
	}
};
/** A name without its prefix. */
var local = (name) => name.slice(name.indexOf(":") + 1);
function newlines(text, from, to) {
	let count = 0;
	for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
	return count;
}
var past = (text, end, from) => {
	const at = text.indexOf(end, from);
	return at < 0 ? -1 : at + end.length;
};
/** Where the next item begins after an unclosed one. Text that only talks of `<item>` has no post type. */
function itemInside(text) {
	const opening = /<item[\s>]/g;
	opening.lastIndex = 1;
	for (let tries = 0; tries < 100; tries++) {
		const match = opening.exec(text);
		if (!match) return -1;
		const stretch = text.slice(match.index, match.index + 1e6);
		const close = stretch.indexOf("</item");
		if (/post_(type|id)\s*>/.test(close < 0 ? stretch : stretch.slice(0, close))) return match.index;
	}
	return -1;
}
/** The `>` of a tag, past any in its quoted values. */
function tagEnd(text, from) {
	for (let at = from + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 62) return at;
		if (code === 34 || code === 39) {
			at = text.indexOf(text[at], at + 1);
			if (at < 0) return -1;
		}
	}
	return -1;
}
// src/transfer/xml.ts
/** What is wrong with a piece of XML, and how many characters into it. */
var Malformed = class extends Error {
	at;
	constructor(message, at) {
		super(message);
		this.at = at;
	}
};
var DEEPEST = 100;
/** The prefixes that WordPress writes; some exports forget to declare them. */
var usualSpaces = new Map([
	"",
	"wp",
	"excerpt",
	"content",
	"dc",
	"wfw"
].map((name) => [name, name]));
/**
* Reads one element with all that is in it. Stricter than HTML and laxer than XML 1.0: elements must nest, but bare
* ampersands, HTML's entity names, undeclared prefixes and control characters are common in exports and do no harm.
* Entities of a document type are never expanded. Throws Malformed.
*/
function readElement(source, spaces = usualSpaces) {
	return new Reader(source).read(spaces);
}
/** The namespaces that an opening tag declares, on top of those that hold around it. */
function spacesOf(tag, around = usualSpaces) {
	return declared(attributesOf(tag, 0, tag.length), around);
}
var Reader = class {
	#source;
	#open = [];
	#done;
	constructor(source) {
		this.#source = source;
	}
	read(spaces) {
		const source = this.#source;
		let at = 0;
		while (!this.#done) {
			const open = source.indexOf("<", at);
			if (open < 0) break;
			if (open > at) this.#words(source.slice(at, open));
			at = this.#markup(open, spaces);
		}
		if (this.#done) return this.#done;
		const unclosed = this.#open.at(-1);
		throw new Malformed(unclosed ? `<${unclosed.qualified}> is not closed` : "there is no element", unclosed?.from ?? 0);
	}
	#markup(at, spaces) {
		const source = this.#source;
		if (source.startsWith("<![CDATA[", at)) {
			const end = source.indexOf("]]>", at);
			if (end < 0) throw new Malformed("a CDATA section is not closed", at);
			const top = this.#open.at(-1);
			if (top) {
				top.cdata = true;
				if (top.pieces.length % 2 === 0) top.pieces.push("");
				top.pieces.push(source.slice(at + 9, end));
			}
			return end + 3;
		}
		for (const [begin, end] of [
			["<!--", "-->"],
			["<?", "?>"],
			["<!", ">"]
		]) if (source.startsWith(begin, at)) {
			const to = source.indexOf(end, at + begin.length);
			if (to < 0) throw new Malformed(`“${begin}” is not closed by “${end}”`, at);
			return to + end.length;
		}
		const tag = /<(\/?)([^\s<>/"'=]+)/y;
		tag.lastIndex = at;
		const match = tag.exec(source);
		if (!match || !/[\p{L}_]/u.test(match[2][0])) {
			this.#words("<");
			return at + 1;
		}
		return match[1] ? this.#close(match[2], at) : this.#openTag(match[2], at, spaces);
	}
	#openTag(qualified, at, spaces) {
		const source = this.#source;
		const end = closing(source, at);
		if (end < 0) throw new Malformed(`the tag <${qualified}> is not closed`, at);
		if (this.#open.length >= DEEPEST) throw new Malformed(`elements nest more than ${DEEPEST} deep`, at);
		const empty = source[end - 1] === "/";
		const attributes = end - at > qualified.length + 2 ? attributesOf(source, at, end) : {};
		const scope = declared(attributes, this.#open.at(-1)?.spaces ?? spaces);
		const colon = qualified.indexOf(":");
		const prefix = colon < 0 ? "" : qualified.slice(0, colon);
		const element = {
			name: qualified.slice(colon + 1),
			space: scope.get(prefix) ?? usualSpaces.get(prefix) ?? `${prefix}:`,
			attributes,
			children: [],
			text: "",
			inner: ""
		};
		this.#open.at(-1)?.element.children.push(element);
		this.#open.push({
			element,
			qualified,
			spaces: scope,
			from: end + 1,
			pieces: [],
			cdata: false
		});
		if (empty) this.#finish(end + 1);
		return end + 1;
	}
	#close(qualified, at) {
		const end = this.#source.indexOf(">", at);
		const top = this.#open.at(-1);
		if (end < 0 || !top || top.qualified !== qualified) throw new Malformed(top ? `</${qualified}> stands where <${top.qualified}> is open` : `</${qualified}> is alone`, at);
		this.#finish(at);
		return end + 1;
	}
	#finish(to) {
		const { element, pieces, cdata, from } = this.#open.pop();
		element.text = cdata ? joined(pieces) : pieces.join("");
		element.inner = element.children.length > 0 ? this.#source.slice(from, to) : element.text;
		if (this.#open.length === 0) this.#done = element;
	}
	#words(text) {
		const top = this.#open.at(-1);
		if (!top) return;
		if (top.pieces.length % 2 === 0) top.pieces.push(decodeEntities(text));
		else top.pieces[top.pieces.length - 1] += decodeEntities(text);
	}
};
/** CDATA with what stands around it: programs that indent exports put blanks there, WordPress puts nothing. */
var joined = (pieces) => pieces.length === 2 && pieces[0] === "" ? pieces[1] : pieces.filter((piece, at) => at % 2 === 1 || piece.trim() !== "").join("");
function declared(attributes, around) {
	let own;
	for (const [name, address] of Object.entries(attributes)) {
		if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
		own ??= new Map(around);
		own.set(name === "xmlns" ? "" : name.slice(6), spaceOf(address.trim()));
	}
	return own ?? around;
}
function spaceOf(address) {
	const wordpress = /^https?:\/\/(?:www\.)?wordpress\.org\/export\/(?:[\d.]+\/?)?(excerpt)?\/?$/i.exec(address);
	if (wordpress) return wordpress[1] ? "excerpt" : "wp";
	if (/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/.test(address)) return "content";
	if (/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/?$/.test(address)) return "dc";
	if (/^https?:\/\/wellformedweb\.org\/CommentAPI\/?$/.test(address)) return "wfw";
	return address === "" || /rss|feed/i.test(address) ? "" : `{${address}}`;
}
function attributesOf(source, at, end) {
	const found = {};
	for (const [, name, double, single] of source.slice(at, end).matchAll(/([^\s<>/"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) found[name] = decodeEntities(double ?? single ?? "");
	return found;
}
function closing(source, from) {
	for (let at = from + 1; at < source.length; at++) {
		const code = source.charCodeAt(at);
		if (code === 62) return at;
		if (code === 60) return -1;
		if (code === 34 || code === 39) {
			at = source.indexOf(source[at], at + 1);
			if (at < 0) return -1;
		}
	}
	return -1;
}
var predefined = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'"
};
var known = /* @__PURE__ */ new Map();
/** Text with its references resolved; what is no reference stays as it is written. */
var decodeEntities = (text) => text.includes("&") ? text.replace(/&(#x?[0-9a-f]{1,8}|[a-z][a-z0-9]{1,40});/gi, (written, name) => name[0] === "#" ? character(name) : predefined[name] ?? named$1(written)) : text;
function character(reference) {
	const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
	return code === 9 || code === 10 || code === 13 || code >= 32 && code <= 55295 || code >= 57344 && code <= 65533 || code >= 65536 && code <= 1114111 ? String.fromCodePoint(code) : "�";
}
function named$1(written) {
	let text = known.get(written);
	if (text === void 0) {
		const pieces = [];
		new Parser({ ontext: (piece) => void pieces.push(piece) }).end(written);
		text = pieces.join("");
		if (known.size < 3e3) known.set(written, text);
	}
	return text;
}
// src/transfer/wxr.ts
/**
* Reads a WordPress export (WXR 1.0 to 1.2, XML or gzip) as it comes in, in the order of the file, never holding more
* than one item. What is malformed becomes a `problem` and the next item goes on. Refuses what is no export at all.
*/
async function* readWxr(bytes) {
	const cutter = new Cutter();
	const reader = new WxrReader(cutter);
	const read = function* () {
		for (let segment = cutter.next(); segment; segment = cutter.next()) yield* reader.read(segment);
	};
	let broken;
	try {
		for await (const text of textOf(bytes)) {
			cutter.push(text);
			yield* read();
		}
	} catch (error) {
		if (error instanceof Refusal || !isUnpacking(error)) throw error;
		broken = error;
	}
	cutter.end();
	yield* read();
	yield* reader.conclude(broken);
}
var isUnpacking = (error) => error instanceof Error && "code" in error && /^Z_/.test(String(error.code));
var WxrReader = class {
	#cutter;
	#spaces = usualSpaces;
	#root = "";
	#site = {
		kind: "site",
		line: 1,
		title: "",
		description: "",
		link: "",
		language: "",
		baseSiteUrl: "",
		baseBlogUrl: "",
		version: ""
	};
	#siteGiven = false;
	#isWordPress = false;
	#line = 1;
	constructor(cutter) {
		this.#cutter = cutter;
	}
	*read(segment) {
		this.#line = segment.line;
		if (segment.kind === "problem") yield {
			kind: "problem",
			line: segment.line,
			message: segment.message,
			lost: segment.lost
		};
		else if (segment.kind === "opening") yield* this.#opening(segment);
		else yield* this.#element(segment);
	}
	*conclude(broken) {
		if (!this.#root) throw new Refusal("invalid", "transfer/not-xml", "This is not an XML file. Export the site in WordPress under Tools, Export, and import the file that it gives you.");
		if (broken) yield {
			kind: "problem",
			line: this.#line,
			message: `The packed file is damaged from here on: ${broken.message}.`,
			lost: true
		};
		yield* this.#giveSite();
	}
	*#opening({ depth, text, line }) {
		const name = /^<([^\s<>/"'=]+)/.exec(text)[1];
		this.#spaces = spacesOf(text, this.#spaces);
		if (depth === 0) {
			this.#root = name;
			if (name.toLowerCase() !== "rss") throw new Refusal("invalid", "transfer/not-wxr", `Line ${line}: the file begins with <${name}>, but a WordPress export begins with <rss>. Export the site in WordPress under Tools, Export.`);
		} else if (name !== "channel") yield {
			kind: "problem",
			line,
			message: `<${name}> stands where <channel> belongs. What is in it is read all the same.`,
			lost: false
		};
	}
	*#element(segment) {
		let element;
		try {
			const { text, line, changed } = legal(segment.text, segment.line);
			if (changed) yield {
				kind: "problem",
				line,
				message: changed,
				lost: false
			};
			element = readElement(text, this.#spaces);
		} catch (error) {
			if (!(error instanceof Malformed)) throw error;
			const line = segment.line + newlines(segment.text, 0, error.at);
			const begins = line === segment.line ? "" : `, which begins at line ${segment.line},`;
			yield {
				kind: "problem",
				line,
				message: `${named(segment)}${begins} is malformed: ${error.message}. It is left out.`,
				lost: true
			};
			this.#cutter.reopen(segment.text, segment.line);
			return;
		}
		if (element.space === "wp") this.#isWordPress = true;
		if (element.space === "" && element.name === "item") yield* this.#item(element, segment.line);
		else yield* this.#ofChannel(element, segment.line);
	}
	*#item(element, line) {
		const item = itemOf(element, line);
		if (item) this.#isWordPress = true;
		else if (!this.#isWordPress) throw new Refusal("invalid", "transfer/not-wxr", `Line ${line}: this is an RSS feed, not a WordPress export: its items have no WordPress fields. Export the site in WordPress under Tools, Export.`);
		yield* this.#giveSite();
		yield item ?? {
			kind: "problem",
			line,
			message: "This item has no WordPress fields (post_id, post_type). It is left out.",
			lost: true
		};
	}
	*#ofChannel(element, line) {
		const record = element.space !== "wp" ? void 0 : element.name === "author" ? authorOf(element, line) : termOf(element, line);
		if (record) {
			yield* this.#giveSite();
			yield record;
			return;
		}
		const site = this.#site;
		const text = element.text.trim();
		if (element.space === "wp") {
			if (element.name === "wxr_version") site.version ||= text;
			else if (element.name === "base_site_url") site.baseSiteUrl ||= text;
			else if (element.name === "base_blog_url") site.baseBlogUrl ||= text;
		} else if (element.space === "") {
			if (element.name === "title") site.title ||= text;
			else if (element.name === "description") site.description ||= text;
			else if (element.name === "link") site.link ||= text;
			else if (element.name === "language") site.language ||= text;
		}
	}
	*#giveSite() {
		if (this.#siteGiven) return;
		this.#siteGiven = true;
		yield this.#site;
	}
};
var named = ({ name }) => name === "item" ? "This item" : `<${name}>`;
/** Control characters that XML forbids (XML 1.0, 2.2). Exports carry them over from pasted text. */
var illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
function legal(text, line) {
	const first = text.search(illegal);
	if (first < 0) return {
		text,
		line,
		changed: void 0
	};
	let count = 0;
	return {
		text: text.replace(new RegExp(illegal, "g"), () => {
			count++;
			return "";
		}),
		line: line + newlines(text, 0, first),
		changed: `${count === 1 ? "A control character" : `${count} control characters`} that XML forbids ${count === 1 ? "was" : "were"} taken out.`
	};
}
// src/transfer/import.ts
/** Articles in one transaction. */
var BATCH = 100;
/**
* Moves a site in from a WordPress export. The file is read twice: first for all that articles refer to, then for the
* articles. What is here already is not brought in again, so a run that was cut short goes on where it ended, and a
* second run changes nothing. Refuses what is no export; everything else ends in the report.
*/
async function importSite(newsroom, options) {
	const began = newsroom.now();
	const clock = performance.now();
	const size = await sizeOf(options);
	const report = new Report(options.report);
	try {
		const survey = new Survey();
		const { run, intake } = await lookThrough(newsroom, options, report, survey, size);
		await survey.terms.bring(run);
		await survey.authors.bring(run);
		const preparation = new Preparation(run, survey, intake);
		const redirects = new Redirects(run);
		await bringArticles(run, survey, preparation, redirects, size);
		await redirects.bring(survey.attachments, preparation.shownIn);
		await settleNewsroom(run, survey);
		const totals = report.finish({
			file: options.file,
			site: {
				title: run.site.title,
				address: run.site.baseBlogUrl || run.site.link,
				language: run.language,
				version: run.site.version
			},
			dryRun: options.dryRun === true,
			started: began.toISOString(),
			seconds: Math.round((performance.now() - clock) / 100) / 10
		});
		if (!options.dryRun && report.anythingNew) await newsroom.write((tx) => keepAccount(tx, {
			site: run.key,
			file: basename(options.file),
			started: totals.started
		}, totals, newsroom.now()));
		return totals;
	} catch (error) {
		report.abandon();
		throw error;
	}
}
async function sizeOf({ file, uploads }) {
	const cannot = (what) => new Refusal("invalid", "transfer/file", `${what} cannot be opened. Check its path and that it may be read.`);
	if (uploads !== void 0) {
		if (!(await stat(uploads).catch(() => void 0))?.isDirectory()) throw new Refusal("invalid", "transfer/uploads", `${uploads} is not a folder. Name a copy of wp-content/uploads.`);
	}
	const found = await stat(file).catch(() => void 0);
	if (!found) throw cannot(file);
	if (!found.isFile()) throw new Refusal("invalid", "transfer/file", `${file} is not a file.`);
	return found.size;
}
/** The records of the file; the caller hears how far it is. */
async function* records({ file, progress }, step, size) {
	const stream = createReadStream(file, { highWaterMark: 262144 });
	let items = 0;
	for await (const record of readWxr(stream)) {
		if (record.kind === "item") items++;
		progress?.({
			step,
			read: stream.bytesRead,
			size,
			items
		});
		yield record;
	}
}
/** The first reading: terms, authors, attachments, menus; pictures come in on the way. */
async function lookThrough(newsroom, options, report, survey, size) {
	let run;
	let intake;
	for await (const record of records(options, "looking through", size)) {
		if (record.kind === "site") {
			run = await runFor(newsroom, options, report, record);
			intake = new Intake(run);
			await intake.load();
		}
		if (!run || !intake) continue;
		survey.note(run, record);
		if (record.kind === "item" && record.type === "attachment") await attachment(run, survey, intake, record);
	}
	if (!run || !intake) throw new Error("readWxr gives a site or throws");
	await intake.flush();
	return {
		run,
		intake
	};
}
async function runFor(newsroom, options, report, record) {
	const site = {
		...record,
		title: plain(record.title),
		description: plain(record.description)
	};
	const language = languageOf(site) ?? (await newsroomNow(newsroom.db)).language;
	return {
		newsroom,
		options,
		report,
		key: keyOf(site),
		site,
		...placeOf(site),
		language
	};
}
async function attachment(run, survey, intake, item) {
	const { file, picture } = survey.attachments.byId(item.id);
	const { line, id, type, status } = item;
	const title = plain(item.title).slice(0, 300);
	const tell = (what, fate, why) => run.report.item({
		line,
		id,
		type,
		status,
		title,
		fate,
		why
	}, what);
	if (item.status === "trash") tell("attachment", "left out", "WordPress has it as “trash”");
	else if (picture) await intake.offer(item, file, (fate, why) => tell("picture", fate, why));
	else tell(/\.svgz?$/i.test(file) ? "attachment: SVG" : "attachment: no picture", "left out", /\.svgz?$/i.test(file) ? "an SVG can run programs; export it as PNG" : "the library holds pictures; links to it keep their full address");
	for (const comment of item.comments) run.report.count("left out", comment.type || "comment", "it was written under a picture, not an article");
}
/** The second reading. */
async function bringArticles(run, survey, preparation, redirects, size) {
	const batch = new Batch(run, survey, preparation);
	const seen = /* @__PURE__ */ new Set();
	let waiting = [];
	const flush = async () => {
		for (const settled of await batch.bringIn(waiting)) redirects.add(settled);
		waiting = [];
	};
	for await (const record of records(run.options, "bringing in", size)) {
		if (record.kind === "problem") run.report.problem(record);
		if (record.kind !== "item" || elsewhere.has(record.type)) continue;
		const candidate = candidateOf(run, record);
		if (!candidate) continue;
		if (seen.has(record.id)) {
			leaveOut(run, record, candidate.standing.what, "its number stands in the file twice; the first counts");
			continue;
		}
		seen.add(record.id);
		waiting.push(candidate);
		if (waiting.length === BATCH) await flush();
	}
	await flush();
}
/** Types that are accounted for in the first reading or with the menus. */
var elsewhere = /* @__PURE__ */ new Set(["attachment", "nav_menu_item"]);
var reasons = {
	wp_block: ["converted", "reusable blocks stand in the articles that use them"],
	"guest-author": ["converted", "guest authors are contributors"],
	revision: ["left out", "former versions stay with WordPress"],
	wp_navigation: ["left out", "the newsroom has its own navigation"],
	wp_template: ["left out", "themes stay with WordPress"],
	wp_template_part: ["left out", "themes stay with WordPress"],
	wp_global_styles: ["left out", "themes stay with WordPress"],
	wp_font_family: ["left out", "themes stay with WordPress"],
	wp_font_face: ["left out", "themes stay with WordPress"],
	custom_css: ["left out", "themes stay with WordPress"],
	customize_changeset: ["left out", "themes stay with WordPress"],
	oembed_cache: ["left out", "it is WordPress’s own note of other sites"]
};
function candidateOf(run, item) {
	if (!Object.hasOwn(articleTypes, item.type)) {
		const [fate, why] = reasons[item.type] ?? ["left out", "it is a post type of a plug-in or theme"];
		leaveOut(run, item, `post type ${item.type}`, why, fate);
		return;
	}
	const standing = standingOf(item);
	if (!("leftOut" in standing)) return {
		item,
		standing
	};
	leaveOut(run, item, standing.what, standing.leftOut);
}
function leaveOut(run, item, what, why, fate = "left out") {
	const { line, id, type, status } = item;
	run.report.item({
		line,
		id,
		type,
		status,
		title: plain(item.title).slice(0, 300),
		fate,
		why
	}, what);
	for (const comment of item.comments) run.report.count("left out", comment.type || "comment", "what it was written under is left out");
}
// src/transfer/summary.ts
/** The report as a person reads it in a terminal. */
function summary(totals) {
	const { site, things, parts, problems, picturesLacking: lacking, moved } = totals;
	const lines = [
		`${totals.dryRun ? "What importing would do: " : ""}${site.title || "a site without a name"}${site.address ? ` (${site.address})` : ""}, WXR ${site.version || "without a version"}`,
		"",
		...table(things)
	];
	if (parts.length > 0) lines.push("", "Parts of texts", ...table(parts));
	lines.push("", `${totals.redirects} old addresses redirect.`);
	if (moved.length > 0) {
		lines.push(`${moved.length} could not keep their address:`);
		lines.push(...moved.slice(0, 10).map(({ from, to }) => `  ${from} is at ${to}`), more(moved, 10));
	}
	if (lacking.length > 0) lines.push(`${lacking.length} pictures are not here yet; cards with their addresses keep their places.`, "Run the import again with --uploads DIR or --fetch-pictures to bring them in:", ...lacking.slice(0, 5).map((address) => `  ${address}`), more(lacking, 5));
	if (problems.length > 0) {
		lines.push("", "Problems");
		lines.push(...problems.slice(0, 50).map(({ line, message }) => `  line ${line}: ${message}`));
		const further = totals.furtherProblems + Math.max(0, problems.length - 50);
		if (further > 0) lines.push(`  … and ${further} more`);
	}
	lines.push("", totals.exitCode === 0 ? `Done in ${totals.seconds} s. Everything is accounted for.` : `Done in ${totals.seconds} s, but some could not be brought in: see the problems above.`);
	return `${lines.filter((line) => line !== void 0).join("\n")}\n`;
}
var more = (list, shown) => list.length > shown ? `  … and ${list.length - shown} more` : "";
function table(rows) {
	const width = Math.max(0, ...rows.map((row) => String(row.count).length));
	const fate = Math.max(0, ...rows.map((row) => row.fate.length));
	return rows.map((row) => {
		const where = row.fate === "left out" || row.fate === "failed" ? row.examples.filter(({ line }) => line > 0).map(({ line }) => line).join(", ") : "";
		return `  ${String(row.count).padStart(width)}  ${row.fate.padEnd(fate)}  ${row.what}${row.why ? `: ${row.why}` : ""}${where ? ` (line ${where}${row.count > row.examples.length ? " …" : ""})` : ""}`;
	});
}
// src/import.ts
/** `dateline import`: brings in a site from a WordPress export and says what became of everything in it. */
async function importCommand(args, settings) {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			uploads: { type: "string" },
			"fetch-pictures": { type: "boolean" },
			"dry-run": { type: "boolean" },
			report: { type: "string" }
		}
	});
	const [file, more] = positionals;
	if (!file || more) {
		process.stderr.write("dateline import: name one export file\n");
		return 2;
	}
	const { database, files } = await openNewsroom(settings);
	const bar = progressBar();
	try {
		const totals = await importSite({
			...database,
			files,
			now: () => /* @__PURE__ */ new Date()
		}, {
			file,
			uploads: values.uploads,
			fetchPictures: values["fetch-pictures"],
			dryRun: values["dry-run"],
			report: values.report,
			progress: bar.show
		});
		bar.clear();
		process.stdout.write(summary(totals));
		return totals.exitCode;
	} catch (error) {
		bar.clear();
		if (!(error instanceof Refusal)) throw error;
		process.stderr.write(`dateline import: ${error.message}\n`);
		return 1;
	} finally {
		await database.close();
	}
}
/** Milliseconds between two showings: on a terminal, and in a log. */
var OFTEN = 200;
var SELDOM = 1e4;
/** One line on a terminal, written over and over; in a log a plain line now and then. */
function progressBar() {
	const { stderr } = process;
	const began = performance.now();
	let last = stderr.isTTY ? 0 : began;
	return {
		show: ({ step, read, size, items }) => {
			const now = performance.now();
			if (now - last < (stderr.isTTY ? OFTEN : SELDOM)) return;
			last = now;
			const done = size > 0 ? Math.min(1, read / size) : 1;
			const percent = `${Math.round(done * 100)} %`.padStart(5);
			const seconds = Math.round((now - began) / 1e3);
			if (!stderr.isTTY) {
				stderr.write(`${step}: ${percent.trim()}, ${items} items, ${seconds} s\n`);
				return;
			}
			const filled = Math.round(done * 24);
			const bar = "█".repeat(filled) + "░".repeat(24 - filled);
			stderr.write(`\r${bar} ${percent}  ${step}, ${items} items, ${seconds} s\u001b[K`);
		},
		clear: () => {
			if (stderr.isTTY) stderr.write("\r\x1B[K");
		}
	};
}
export { importCommand };

//# sourceMappingURL=import-BTPLOtOK.js.map