import { n as touch } from "./database-BqCOGjmU.js";
import { a as reading, o as Refusal, p as record } from "./pages-C61S4dKX.js";
import { z } from "zod";
// src/addresses/link.ts
/** An absolute http(s) address. */
var isWebAddress = (value) => /^https?:\/\//i.test(value) && URL.canParse(value);
/** What a link may point at. Control characters and blanks are refused, since browsers skip them. */
var isLinkAddress = (value) => !/[\p{Cc}\s]/u.test(value) && (/^(mailto:|tel:)[^\s]/i.test(value) || /^(\/(?![/\\])|#)/.test(value) || isWebAddress(value));
// src/newsroom/newsroom.ts
/** What the newsroom is: its name, look and house texts. One row, changed by `changeNewsroom`. */
var colour = z.string().regex(/^#[0-9a-f]{6}$/i, "Write a colour as #rrggbb, for example #8a1c1c.");
/** A text in several languages, by BCP 47 tag. `und` stands for any language without its own. */
var texts = z.record(z.string(), z.string().max(2e3));
var Newsroom = z.object({
	name: z.string().trim().min(1).max(80),
	/** One sentence under the name on the front page. */
	tagline: z.string().max(200),
	/** The language of the front page and of what has no language of its own (BCP 47). */
	language: z.string().min(2).max(35),
	/** IANA time zone in which readers see dates and archives are cut. */
	timezone: z.string().refine((zone) => isTimezone(zone), "Write an IANA time zone, for example Europe/Berlin."),
	colours: z.object({
		accent: colour,
		accentDark: colour
	}),
	/** A picture of the library, shown in place of the name. */
	logo: z.string().nullable(),
	/** Links beside the categories: at the head of every page too, or only at its foot. */
	navigation: z.array(z.object({
		label: z.string().min(1).max(60),
		href: z.string().refine(isLinkAddress, "Write a path such as /about or a web address."),
		at: z.enum(["head", "foot"]).default("foot")
	})).max(20),
	/** What stands under the articles of guests and under opinion, by language. */
	disclaimers: z.object({
		guest: texts,
		opinion: texts
	}),
	/** One line at the foot of every page: who answers for this paper. */
	imprint: z.string().max(500)
});
function isTimezone(zone) {
	try {
		new Intl.DateTimeFormat("en", { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}
/** What an empty newsroom is called until somebody names it. */
var unnamed = {
	name: "The Newsroom",
	tagline: "",
	language: "en",
	timezone: "UTC",
	colours: {
		accent: "#8c1d18",
		accentDark: "#f0a49b"
	},
	logo: null,
	navigation: [],
	disclaimers: {
		guest: { und: "The author is a guest contributor. The views expressed here are the author’s own and not necessarily those of the newsroom." },
		opinion: { und: "This is an opinion piece. It expresses the view of its author, not that of the newsroom." }
	},
	imprint: ""
};
/** The text for a language, for its base language, or for any. */
var textFor = (byLanguage, language) => byLanguage[language] ?? byLanguage[language.split("-")[0]] ?? byLanguage.und ?? "";
// src/newsroom/settings.ts
/** The newsroom as it is set up now. */
async function newsroomNow(db) {
	reading("newsroom");
	const row = await db.selectFrom("newsroom").select("settings").where("id", "=", "newsroom").executeTakeFirst();
	return row ? {
		...unnamed,
		...JSON.parse(row.settings)
	} : unnamed;
}
/** Whether anybody has set the newsroom up yet. */
var isNamed = async (db) => await db.selectFrom("newsroom").select("id").executeTakeFirst() !== void 0;
/** Changes some of the newsroom's settings. Refuses what is not a setting, naming it and the remedy. */
async function changeNewsroom(tx, changes, now) {
	const checked = Newsroom.strict().safeParse({
		...await newsroomNow(tx),
		...changes
	});
	if (!checked.success) {
		const issue = checked.error.issues[0];
		throw new Refusal("invalid", "newsroom/setting", `${issue.path.join(".") || "The settings"}: ${issue.message}`);
	}
	const settings = JSON.stringify(checked.data);
	await tx.insertInto("newsroom").values({
		id: "newsroom",
		settings,
		changed: now.toISOString()
	}).onConflict((conflict) => conflict.column("id").doUpdateSet({
		settings,
		changed: now.toISOString()
	})).execute();
	touch(tx, "newsroom");
	await record(tx, "newsroom.changed", {}, now);
	return checked.data;
}
export { isLinkAddress as a, textFor as i, isNamed as n, isWebAddress as o, newsroomNow as r, changeNewsroom as t };

//# sourceMappingURL=settings-DGvoPNxk.js.map