import { a as reading } from "./pages-C61S4dKX.js";
import { I as categoriesById, _ as picturesIn, r as contributorsById, z as tagsById } from "./contributors-BUgEqQjG.js";
import { a as isLinkAddress } from "./settings-DGvoPNxk.js";
import { i as picturesById } from "./pictures-BL9K3oV6.js";
import sanitize from "sanitize-html";
// src/articles/articles.ts
var cardColumns = [
	"id",
	"path",
	"kind",
	"access",
	"headline",
	"standfirst",
	"language",
	"direction",
	"published",
	"updated",
	"words",
	"category_id",
	"lead_picture_id"
];
/** The cards of published articles, in the order of `ids`. Those that are not published any more are left out. */
async function cardsOf(db, ids) {
	if (ids.length === 0) return [];
	for (const id of ids) reading(`article:${id}`);
	const cards = await dressed(db, await db.selectFrom("articles").select(cardColumns).where("id", "in", ids).where("status", "=", "published").execute());
	return ids.flatMap((id) => cards.get(id) ?? []);
}
/** Rows with what they refer to: category, bylines, lead picture. */
async function dressed(db, rows) {
	if (rows.length === 0) return /* @__PURE__ */ new Map();
	const [categories, pictures, bylineRows] = [
		await categoriesById(db, present(rows.map((row) => row.category_id))),
		await picturesById(db, present(rows.map((row) => row.lead_picture_id))),
		await bylinesOf(db, rows.map((row) => row.id))
	];
	const contributors = await contributorsById(db, bylineRows.map((row) => row.contributor_id));
	const cards = /* @__PURE__ */ new Map();
	for (const row of rows) cards.set(row.id, {
		id: row.id,
		path: row.path,
		kind: row.kind,
		access: row.access,
		headline: row.headline,
		standfirst: row.standfirst,
		language: row.language,
		direction: row.direction,
		published: row.published,
		updated: row.updated,
		words: row.words,
		category: row.category_id && categories.get(row.category_id) || null,
		bylines: bylineRows.flatMap((byline) => {
			const contributor = contributors.get(byline.contributor_id);
			return byline.article_id === row.id && contributor ? [{
				role: byline.role,
				contributor
			}] : [];
		}),
		picture: row.lead_picture_id && pictures.get(row.lead_picture_id) || null
	});
	return cards;
}
var present = (ids) => ids.filter((id) => id !== null);
var bylinesOf = (db, ids) => db.selectFrom("bylines").select([
	"article_id",
	"contributor_id",
	"role"
]).where("article_id", "in", ids).orderBy("article_id").orderBy("position").execute();
/**
* A published article for its reader, a note where a withheld one stood, or undefined. A Premium body is not even
* loaded.
*/
async function articleForReader(db, id) {
	reading(`article:${id}`);
	const row = await db.selectFrom("articles").selectAll().where("id", "=", id).executeTakeFirst();
	if (row?.status === "withheld" && row.withheld && row.published) return {
		headline: row.headline,
		language: row.language,
		direction: row.direction,
		withheld: row.withheld,
		reason: row.withheld_reason
	};
	if (row?.status !== "published") return void 0;
	const card = (await dressed(db, [row])).get(id);
	const body = row.access === "premium" ? null : JSON.parse(row.body);
	const filed = await db.selectFrom("article_categories").select("category_id").where("article_id", "=", id).orderBy("position").execute();
	const tagged = await db.selectFrom("article_tags").select("tag_id").where("article_id", "=", id).orderBy("position").execute();
	const categories = await categoriesById(db, filed.map((entry) => entry.category_id));
	const tags = await tagsById(db, tagged.map((entry) => entry.tag_id));
	const portraits = present(card.bylines.map(({ contributor }) => contributor.pictureId));
	const shown = [
		...body ? picturesIn(body) : [],
		...present([row.social_picture_id]),
		...portraits
	];
	const pictures = await picturesById(db, shown);
	return {
		...card,
		seoTitle: row.seo_title,
		socialTitle: row.social_title,
		socialPicture: row.social_picture_id && pictures.get(row.social_picture_id) || null,
		datelinePlace: row.dateline_place,
		datelineDate: row.dateline_date,
		categories: filed.flatMap((entry) => categories.get(entry.category_id) ?? []),
		tags: tagged.flatMap((entry) => tags.get(entry.tag_id) ?? []),
		body,
		pictures
	};
}
/** Where an article is now, if readers may know of it. */
async function pathOf(db, id) {
	reading(`article:${id}`);
	return (await db.selectFrom("articles").select("path").where("id", "=", id).where("status", "in", ["published", "withheld"]).where("published", "is not", null).executeTakeFirst())?.path;
}
/** Where an article stands, whoever may see it. */
async function articleRecord(db, id) {
	return await db.selectFrom("articles").select([
		"version",
		"status",
		"path",
		"headline"
	]).where("id", "=", id).executeTakeFirst();
}
// src/articles/kept-html.ts
/**
* What may stand in HTML that was kept from an import: structure and words, nothing that runs, loads from
* elsewhere, looks like the page around it or can be pointed at by it.
*/
var allowed = {
	allowedTags: [
		...[
			"p",
			"br",
			"hr",
			"div",
			"span",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6",
			"blockquote",
			"pre",
			"ul",
			"ol",
			"li"
		],
		...[
			"dl",
			"dt",
			"dd",
			"figure",
			"figcaption",
			"details",
			"summary",
			"table",
			"caption",
			"colgroup",
			"col"
		],
		...[
			"thead",
			"tbody",
			"tfoot",
			"tr",
			"th",
			"td",
			"a",
			"abbr",
			"b",
			"bdi",
			"bdo",
			"cite",
			"code",
			"data"
		],
		...[
			"del",
			"dfn",
			"em",
			"i",
			"ins",
			"kbd",
			"mark",
			"q",
			"rp",
			"rt",
			"ruby",
			"s",
			"samp",
			"small",
			"strong"
		],
		...[
			"sub",
			"sup",
			"time",
			"u",
			"var",
			"wbr"
		]
	],
	allowedAttributes: {
		"*": [
			"lang",
			"dir",
			"title"
		],
		a: [
			"href",
			"hreflang",
			"rel"
		],
		ol: ["start", "reversed"],
		li: ["value"],
		th: [
			"colspan",
			"rowspan",
			"scope"
		],
		td: ["colspan", "rowspan"],
		col: ["span"],
		colgroup: ["span"],
		time: ["datetime"],
		data: ["value"],
		details: ["open"]
	},
	allowedSchemes: [
		"http",
		"https",
		"mailto",
		"tel"
	],
	allowProtocolRelative: false,
	disallowedTagsMode: "discard",
	nonTextTags: [...[
		"script",
		"style",
		"textarea",
		"option",
		"noscript",
		"noembed",
		"noframes",
		"iframe",
		"object"
	], ...[
		"svg",
		"math",
		"template",
		"xmp",
		"plaintext",
		"select",
		"title",
		"applet",
		"embed"
	]],
	transformTags: {
		h1: "h2",
		a: (tagName, { href, hreflang }) => ({
			tagName,
			attribs: {
				...href !== void 0 && isLinkAddress(href) ? { href } : {},
				...href !== void 0 && /^https?:/i.test(href) ? { rel: "noopener" } : {},
				...hreflang === void 0 ? {} : { hreflang }
			}
		})
	}
};
var span = {
	pattern: /^[1-9]\d{0,2}$/,
	names: [
		"colspan",
		"rowspan",
		"span"
	]
};
allowed.transformTags = {
	...allowed.transformTags,
	"*": (tagName, attribs) => {
		for (const name of span.names) if (attribs[name] && !span.pattern.test(attribs[name])) delete attribs[name];
		if (attribs.dir && !/^(ltr|rtl|auto)$/i.test(attribs.dir)) delete attribs.dir;
		return {
			tagName,
			attribs
		};
	}
};
/** The HTML with only what a page may show of it. Done when it is stored and again when it is shown. */
var sanitiseKept = (html) => sanitize(html, allowed);
export { pathOf as a, cardsOf as i, articleForReader as n, articleRecord as r, sanitiseKept as t };

//# sourceMappingURL=kept-html-Blc4_G_D.js.map