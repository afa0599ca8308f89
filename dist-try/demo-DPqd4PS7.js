import { N as addCategory, P as addTag, a as publish, c as withhold, l as draft, s as schedule, t as addContributor } from "./contributors-BUgEqQjG.js";
import { c as keepOriginal, t as addPicture } from "./pictures-BL9K3oV6.js";
import { n as isNamed, t as changeNewsroom } from "./settings-DGvoPNxk.js";
import { readFile } from "node:fs/promises";
// demo/write.ts
/** An article, as most are: published news in English, free to read. */
var article = (written) => ({
	kind: "news",
	status: "published",
	access: "standard",
	language: "en",
	categories: [],
	datelinePlace: "",
	datelineDate: "",
	leadPicture: null,
	...written
});
var by = (contributor, role = "author") => ({
	role,
	contributor
});
var inline = (parts) => parts.flatMap((part) => {
	if (Array.isArray(part)) return inline(part);
	if (typeof part === "string") return part ? [{
		type: "text",
		text: part
	}] : [];
	return [part];
});
var blocks = (parts) => parts.flatMap((part) => Array.isArray(part) ? blocks(part) : [part]);
var marked = (type, attrs) => (...parts) => inline(parts).map((node) => ({
	...node,
	marks: [...node.marks ?? [], attrs ? {
		type,
		attrs
	} : { type }]
}));
var b = marked("bold");
var i = marked("italic");
var underlined = marked("underline");
var struck = marked("strike");
var mono = marked("code");
var sup = marked("superscript");
var sub = marked("subscript");
var highlight = marked("highlight");
var link = (href, ...parts) => marked("link", { href })(...parts);
var rightToLeft = /* @__PURE__ */ new Set([
	"ar",
	"fa",
	"he",
	"ur"
]);
/** Words in another language than those around them. */
var foreign = (lang, ...parts) => marked("foreign", {
	lang,
	dir: rightToLeft.has(lang) ? "rtl" : "ltr"
})(...parts);
var br = { type: "hardBreak" };
var note = (text) => ({
	type: "footnote",
	content: [{
		type: "text",
		text
	}]
});
var doc = (...parts) => ({
	type: "doc",
	content: blocks(parts)
});
var p = (...parts) => ({
	type: "paragraph",
	content: inline(parts)
});
/** A paragraph whose direction is not that of the article. */
var turned = (dir, ...parts) => ({
	type: "paragraph",
	attrs: { dir },
	content: inline(parts)
});
/** Paragraphs with blank lines between them; a single line break is a space. */
var prose = (text) => text.trim().split(/\n\s*\n/).map((paragraph) => p(paragraph.trim().replace(/\s*\n\s*/g, " ")));
var heading = (level) => (...parts) => ({
	type: "heading",
	attrs: { level },
	content: inline(parts)
});
var h2 = heading(2);
var h3 = heading(3);
var paragraphs = (parts) => parts.flatMap((part) => typeof part === "string" ? prose(part) : blocks([part]));
var quote = (text, attribution) => ({
	type: "blockquote",
	attrs: { attribution: attribution ?? null },
	content: prose(text)
});
var pull = (text, attribution) => ({
	type: "pullQuote",
	attrs: { attribution: attribution ?? null },
	content: inline([text])
});
var items = (all) => all.map((item) => ({
	type: "listItem",
	content: typeof item === "string" ? [p(item)] : item
}));
var list = (...all) => ({
	type: "bulletList",
	content: items(all)
});
var numbered = (...all) => ({
	type: "orderedList",
	attrs: { start: 1 },
	content: items(all)
});
/** A picture by its key in the demo. Words after it stand in for the library's caption. */
var picture = (key, size = "text", ...caption) => ({
	type: "picture",
	attrs: {
		picture: key,
		alt: null,
		size
	},
	content: inline(caption)
});
var gallery = (...pictures) => ({
	type: "gallery",
	content: pictures
});
var cell = (type, value, align) => ({
	type,
	attrs: { align },
	content: [typeof value === "object" ? value : p(String(value))]
});
var alignOf = (value, first) => !first && (typeof value === "number" || /^[−–\d][\d,.\s–%]*$/.test(String(value))) ? "end" : "start";
/** A table: its caption, its heads, its rows. Figures stand at the end of their cell. */
var table = (caption, heads, ...rows) => ({
	type: "table",
	attrs: { caption },
	content: [{
		type: "tableRow",
		content: heads.map((head, column) => cell("tableHeader", head, alignOf(rows[0]?.[column] ?? "", column === 0)))
	}, ...rows.map((row) => ({
		type: "tableRow",
		content: row.map((value, column) => cell("tableCell", value, alignOf(value, column === 0)))
	}))]
});
var box = (title, ...parts) => ({
	type: "box",
	attrs: {
		title,
		folded: false
	},
	content: paragraphs(parts)
});
var folded = (title, ...parts) => ({
	type: "box",
	attrs: {
		title,
		folded: true
	},
	content: paragraphs(parts)
});
var embed = (kind, url, title, ...words) => ({
	type: "embed",
	attrs: {
		url,
		title,
		kind
	},
	content: inline(words)
});
var code = (language, text) => ({
	type: "codeBlock",
	attrs: { language },
	content: [{
		type: "text",
		text
	}]
});
var rule = { type: "horizontalRule" };
var more = { type: "more" };
/** One entry of a live article. */
var liveEntry = (at, headline, ...parts) => ({
	type: "liveEntry",
	attrs: {
		at,
		headline
	},
	content: paragraphs(parts)
});
// demo/articles/a-river-needs-a-clerk.ts
var a_river_needs_a_clerk_default = article({
	slug: "a-river-needs-a-clerk",
	kind: "opinion",
	headline: "A river needs a clerk before it needs a court",
	standfirst: "The Torva dispute will not be settled by law until somebody has written down, in one book, how much water there is.",
	datelineDate: "2020-02-11",
	category: "europe",
	categories: ["kesselia", "orlava"],
	tags: ["torva", "ulmen-dam"],
	bylines: [by("aske"), by("aldous", "editing")],
	leadPicture: "ledger",
	published: "2020-02-11T07:30:00Z",
	body: doc(prose(`
When two states quarrel over a river, lawyers are sent for, and I have been one of those lawyers. We arrive with
principles. Equitable use, no significant harm, the duty to notify. They are good principles, and in thirty years I have
not seen a single litre flow because of them.

What I have seen is clerks. On one frontier river, which I shall not name because both sides would deny it, the peace
has been kept since the 1970s by an office of four people above a chemist’s shop. Two are paid by one country and two by
the other. Every morning they write down a number and all four initial it. Ministers come and go and denounce each
other, and the number is in the book.

The Torva has the treaty, the bridge and the office. It even has the clerks. What it lacks is a single book. Kesselia’s
hydrologist and Orlava’s read the same water and go home to two different tables, and for five years no one has had the
authority to make them one.`), pull("Ministers come and go and denounce each other, and the number is in the book."), prose(`
It will be objected that the dispute is about power and not about arithmetic; that Harnau would find another reason to
hold water back, and Veshten another to complain. I do not believe it. States lie, but they dislike to be caught in a
lie that a schoolchild could check. Once there is one number the range of what can decently be said shrinks
astonishingly.

So I would not begin with arbitration, which both would have to accept and neither will. I would begin with the least
political act I can imagine. Let the two governments appoint, for one year and with no prejudice to any claim, a
chairman of the Torva Commission who may do a single thing: sign the permit for a boat.

If there is a boat there is a survey. A survey makes a table, and a table makes a month that both sides describe alike.
After that, by all means, send for me.`))
});
// demo/articles/a-year-after-qalaat-al-madiq.ts
var a_year_after_qalaat_al_madiq_default = article({
	slug: "a-year-after-qalaat-al-madiq",
	kind: "analysis",
	headline: "A year after Qalaat al-Madiq: what the first reports got right",
	standfirst: "We went back to every claim we printed in the spring of 2019 and asked what had become of it.",
	datelineDate: "2020-05-08",
	category: "syria",
	categories: ["method"],
	tags: [
		"northwest-syria",
		"hama",
		"verification"
	],
	bylines: [by("khatib"), by("brandvold", "data")],
	leadPicture: "road-north",
	published: "2020-05-08T06:00:00Z",
	body: doc(prose(`
On 9 May last year this newspaper reported, on the word of some residents and a monitor in Britain, that a town in
northern Hama had changed hands. The sentence had two sources and no photograph. A year later it stands, and that is
worth saying, because so much that is written on the evening of a battle does not.

Much has happened on the map since. In August 2019 government forces entered Khan Shaykhun, the largest town on the
southern side of the zone. Between December and February they took the whole of the M5 motorway. On 5 March, after
weeks in which dozens of Turkish soldiers were killed, Presidents Putin and Erdogan agreed in Moscow on a ceasefire
and on joint patrols along the M4. The United Nations put the number of people displaced by that winter’s offensive
at close to one million.`), h2("Claim by claim"), table("Five things we reported in May 2019, and their standing a year later", [
		"What we reported",
		"On whose word",
		"Now"
	], [
		"Government forces have taken Qalaat al-Madiq",
		"Some residents; Syrian Observatory for Human Rights",
		"Borne out. The town has stayed under government control."
	], [
		"The rebels withdrew after being nearly encircled",
		"The Observatory",
		"Still a single source. We have found no account that contradicts it."
	], [
		"Tal Hawash and al-Karkat taken too",
		"Residents",
		"Fighting was reported at both later in May. “Taken” was true of a day, perhaps of hours."
	], [
		"Some 13 health facilities hit",
		"Union of Medical Care and Relief Organizations",
		"Overtaken by higher counts from several bodies, which are not comparable with each other."
	], [
		"150,000 civilians displaced",
		"Printed without a counter",
		"Our fault. See below."
	]), h2("What we would do otherwise"), prose(`
We printed the displacement figure with no name beside it more than once. It was widely used that week and nobody
doubted it, which is how a number loses its parent. Since July our desk cannot file such a figure without saying who
counted.

We were also slow to say that clashes at the villages had resumed. For some days a reader who opened our map saw two
dots in the colour of one side and had no means of knowing that the report behind them was old. The dots on our maps
have had no colours since.`), picture("map-southern-flank"), h2("What nobody has settled"), prose(`
Who bombed which clinic. A board of inquiry set up by the United Nations Secretary-General looked at seven incidents in
the northwest, and the summary of its report, released last month, found it in several cases highly probable that the
Syrian government or its allies had carried out the attack. It did not name Russia. Both governments reject the
findings. The report itself has not been made public.`), rule, prose(`
Anyone who was in the town that spring and remembers it differently can write to us in Arabic or English. The address
stands at the foot of this page, and we do not pass on names.`))
});
// demo/articles/chya-voda-v-torve.ts
var chya_voda_v_torve_default = article({
	slug: "chya-voda-v-torve",
	kind: "analysis",
	language: "ru",
	headline: "Чья вода в Торве: спор, который старше плотины",
	standfirst: "Кесселия заполняет Ульменское водохранилище. Орлава ссылается на договор 1962 года. Обе стороны читают одну и ту же статью.",
	datelinePlace: "Варша",
	datelineDate: "2019-04-11",
	category: "europe",
	categories: ["orlava", "kesselia"],
	tags: ["torva", "ulmen-dam"],
	bylines: [by("sorina")],
	leadPicture: "map-torva-basin",
	published: "2019-04-11T09:30:00Z",
	body: doc(prose(`
На мосту в Варше, ровно посередине, прибита чугунная рейка с делениями. Раз в сутки, в семь утра, к ней спускаются двое:
гидролог из Орлавы и гидролог из Кесселии. Каждый записывает уровень в свою тетрадь. По словам смотрителя моста, за
последние пять лет записи не совпали ни разу.

Рейка стоит здесь с 1962 года, когда две страны подписали договор о Торве. Его пятая статья обязывает верхнюю страну
пропускать у Варши не менее 140 кубометров в секунду «в каждом месяце года». Из-за этих слов и идёт спор.`), h2("Месяц или день"), prose(`
Харнау понимает их так: важна средняя величина за месяц. Две недели можно держать воду, потом две недели спускать.
Вештен возражает: такой порядок губит поливные каналы, которые не умеют ждать. Переговорщики 1962 года, судя по
протоколам, об этом не думали — плотин на реке тогда не было.

Министр энергетики Кесселии Рупрехт Заль обещал, что обязательства будут соблюдены. График заполнения он, впрочем,
назвал внутренним документом оператора.`), pull("Записи двух гидрологов за пять лет не совпали ни разу."), picture("gauge"), h2("Кто мог бы рассудить"), prose(`
Договор предусматривает комиссию из шести человек. Она не собиралась с 2014 года: стороны не сошлись в кандидатуре
председателя, а без него заседание не считается открытым. Помещение комиссии на правом берегу отапливается, секретарь
приходит на работу и получает жалованье пополам из двух бюджетов.

Остаётся суд. Для обращения к международному арбитражу нужно согласие обоих правительств, и пока о нём никто не просил.

В самой Варше говорят о другом. Рыбаки сматывают сети раньше срока, мельница ниже по течению остановила второе колесо.
«Мы не читали договора, — сказала хозяйка лодочной станции Вера Лукаш. — Мы смотрим на камень. Если камень видно до
июня, лета не будет». Камень показался 2 апреля.`))
});
// demo/articles/count-in-public.ts
var count_in_public_default = article({
	slug: "count-in-public",
	kind: "opinion",
	headline: "Let the losers hold the ballot papers",
	standfirst: "October’s election was clean. The reason is older and odder than the new machines.",
	datelineDate: "2020-12-07",
	category: "orlava",
	tags: ["election-2020"],
	bylines: [by("orve")],
	leadPicture: "ballot-box",
	published: "2020-12-07T07:00:00Z",
	body: doc(prose(`
In the village where I was first sent to observe a count, in 1994, the chairman of the polling station was a baker, and
he had a rule of his own. Each ballot paper was to be unfolded by the representative of the party that it would hurt.
He had guessed which that would be by the look on their faces. It took all night, and at five in the morning nobody
had anything to complain of.

The baker’s rule never entered the electoral code. Something like it did, in 2004: any party may appoint a teller, and
the teller may not merely watch but touch. It is this clause, section 88, that made October’s result beyond dispute,
and it is this clause that the present commission would like to drop now that it has scanners.`), h2("What a scanner cannot do"), prose(`
I have nothing against scanners. They were right in all but four of the 2,346 stations, and the four were found in a
day. But consider how they were found: by tellers, with thumbs, counting again because a Union woman in Brod did not
care for the look of a total. A scanner can be right. It cannot be seen to be right by a woman in Brod.

The commission says that tellers are slow, that they cost 1.1 million crowns in tea and overtime, and that in an epidemic
eight people should not lean over one table. The last point was true this year. The first is the purpose of the thing.
As for the tea, I know of no cheaper way to prevent a civil war.`), h2("A modest trade"), prose(`
Keep the scanners for the evening, so that the country may know by midnight. Keep the tellers for the morning, so that
it may believe it by noon. And let the law say what the baker knew: that the papers go first through the hands of those
who hope that they are wrong.`))
});
// demo/articles/court-suspends-two-articles.ts
var court_suspends_two_articles_default = article({
	slug: "court-suspends-two-articles",
	headline: "Constitutional Court suspends two articles of Orlava’s media law",
	standfirst: "Orders to take texts down, and fines measured by an authority’s opinion, may not be used until the judges rule.",
	datelinePlace: "Veshten",
	datelineDate: "2020-06-15",
	category: "press-freedom",
	categories: ["orlava"],
	tags: ["press-law", "courts"],
	bylines: [by("reier")],
	leadPicture: "court-stair",
	published: "2020-06-15T14:25:00Z",
	body: doc(prose(`
Orlava’s Constitutional Court on Monday suspended two articles of the media law that came into force in March, and
left the remaining 29 standing for the present.

By seven judges to four it found that Article 7, under which the media council can have a text removed at once, and
Article 12, which sets fines for false information, might do “harm that no later judgment could repair”. They may not be
applied before the court decides on the law as a whole. It gave itself until the end of the year.

The order is four pages long. It does not say that the articles are unconstitutional. On Article 12 it asks the
government to explain, within sixty days, what an established position of a competent authority is and how a citizen
could learn of it in time.

Mr Brack, the culture minister, said the government would comply. The council has used Article 7 nine times. It was
not clear on Monday whether the nine texts could be restored; of three editors whom we reached, one had already done
so.

Judge Sofia Karn, who wrote for the minority, warned that the court was “suspending a sentence because it dislikes its
style”.

The challenge was brought by 40 members of the Assembly. A second, by the Guild of Journalists, was dismissed
because the Guild has no standing.`))
});
// demo/articles/displaced-stock-and-flow.ts
var displaced_stock_and_flow_default = article({
	slug: "displaced-stock-and-flow",
	kind: "explainer",
	headline: "150,000 displaced: what such a figure counts, and what it cannot",
	standfirst: "Two numbers can both be right and differ by a factor of three. The difference is between a stock and a flow.",
	datelineDate: "2019-05-14",
	category: "method",
	categories: ["syria"],
	tags: ["northwest-syria", "displacement"],
	bylines: [by("brandvold")],
	leadPicture: "chart-stock-flow",
	published: "2019-05-14T08:30:00Z",
	body: doc(prose(`
The fighting in northwest Syria has displaced 150,000 civilians. The sentence has gone round the world in the past
days and it is a fair one to print. It is also less plain than it looks.`), h2("A bath and a tap"), prose(`
How much water is in the bath is a stock. How much came out of the tap in the last hour is a flow. A report that
“150,000 people are displaced” speaks of the bath: so many are away from home now. A report that “150,000 people were
displaced since the end of April” speaks of the tap: so many moved, whether or not some have since gone back, or
moved a second time.

In a place such as Idlib the bath was already very full. Several million people live in the zone, and a large part
of them had fled from elsewhere in Syria before this year. A family that leaves its third address adds one household
to the flow and nothing to the stock.`), p("Agencies that count displacement know this and say which they mean.", note("The Internal Displacement Monitoring Centre publishes both: the number of movements in a year and the number of people living in displacement at its end."), " It is lost on the way, usually in a headline."), picture("chart-stock-flow"), h2("Four questions for any figure"), table("What to ask before two displacement figures are compared", ["Question", "Why it matters"], ["People or movements?", "One person may move three times."], ["Since when, until when?", "A week and a month are not rivals."], ["Which area?", "A province, a front, or the whole zone."], ["Counted how?", "Lists at arrival points, estimates from local councils, telephone surveys."]), h3("And a fifth"), prose(`
Who was left out? Counting is done where people arrive. Those who sleep under olive trees between two villages, or who
stay because a grandmother cannot travel, are counted late or not at all.`), h2("Our rule"), p("We never add figures from two counters together, and never subtract last week’s from this week’s unless the same body counted both in the same manner. The full rule is in ", link("/how-we-work", "How we work"), "."))
});
// demo/articles/doln-inquest-opens.ts
var doln_inquest_opens_default = article({
	slug: "doln-inquest-opens",
	headline: "Inquest on Port Sarn crane death opens after 21 months",
	standfirst: "A log from the night of 3 May 2019 shows an alarm that was acknowledged and not answered.",
	datelinePlace: "Port Sarn",
	datelineDate: "2021-02-09",
	category: "work",
	categories: ["orlava"],
	tags: ["port-sarn", "courts"],
	bylines: [by("tna"), by("reier", "reporting")],
	leadPicture: "harbour-cranes",
	published: "2021-02-09T16:00:00Z",
	body: doc(prose(`
The inquest on Petar Doln, the crane operator whose fall led to the longest strike in the history of Port Sarn, opened
on Tuesday in a courtroom with room for twelve people, sitting apart.

The coroner, Alma Reed, read out a page from the control room’s log. At 3.31 on the morning of 3 May 2019 a sensor on
crane 17 reported that the door of the cab had been open for two minutes. Somebody pressed the button that acknowledges
an alarm. The next entry is at 5.52.

Sarn Terminals said in a statement read by its lawyer that the control room was staffed that night by one man
for eleven cranes, “in keeping with the plan then in force”. The plan was changed a month later.

Irena Doln, the widow, was asked whether she wished to speak and asked in turn who had drawn up the plan. The coroner
said that this was the question for Thursday.

The hearing is expected to last two weeks. An inspector’s report on the cameras in the cabs, agreed when the strike was
settled, has been finished since November and is to be heard first.`))
});
// demo/articles/government-forces-take-qalaat-al-madiq.ts
var government_forces_take_qalaat_al_madiq_default = article({
	slug: "government-forces-take-qalaat-al-madiq",
	headline: "Government forces take Qalaat al-Madiq, residents and monitor say",
	seoTitle: "Qalaat al-Madiq taken by Syrian government forces, residents and monitor say",
	socialTitle: "Rebels leave Qalaat al-Madiq after near encirclement, monitor says",
	standfirst: "Rebels withdrew from the town in Hama province after they were nearly encircled, according to the Syrian Observatory for Human Rights.",
	datelineDate: "2019-05-09",
	category: "syria",
	tags: [
		"northwest-syria",
		"hama",
		"displacement"
	],
	bylines: [by("khatib"), by("brandvold", "data")],
	leadPicture: "map-qalaat-al-madiq",
	published: "2019-05-09T15:10:00Z",
	updated: "2019-05-09T19:40:00Z",
	body: doc(prose(`
Government forces have taken the town of Qalaat al-Madiq, on the southwestern edge of the rebel zone in northwest
Syria, some residents and a war monitor said on Thursday.

The Syrian Observatory for Human Rights, which is based in Britain, said the rebels withdrew after being nearly
encircled. Residents also named two nearby villages, Tal Hawash and al-Karkat, as having passed to government
control.`), p("The town’s name, ", foreign("ar", "قلعة المضيق"), ", means the fortress of the narrow pass. An old citadel stands above it, and the ruins of Apamea begin at its edge."), h2("The road to Hmeimim"), prose(`
Of all the places rebels held, this was the nearest to the Russian air base at Hmeimim, near Latakia. Insurgents
have aimed rockets at the base, and Russia has given such attacks as a reason to press the zone from the south.

It was also a gate. Under the surrender deals by which other rebel districts gave up in earlier years, fighters and
civilians were brought by bus to the edge of the northwest. Many of them entered it here.`), picture("map-southern-flank", "wide"), h2("A week on the ground"), prose(`
The army, supported by Russian aircraft, began ground operations this week against the southern flank of the zone,
which covers Idlib and parts of the provinces next to it. All of it lies nominally under a deal that Russia and
Turkey concluded last year.

The fighting has displaced 150,000 civilians. On Wednesday the Union of Medical Care and Relief Organizations, a
relief group in the United States, said that some 13 health facilities had been hit.`), box("What we know, and from whom", `That the town has changed hands rests on some residents and on the Observatory. That the rebels withdrew when
nearly encircled rests on the Observatory alone.

For the two villages we have residents only. We have seen no statement from the rebel side about them.`), prose(`
This article was updated on Thursday evening to set out which account comes from which source.`))
});
// demo/articles/ground-fighting-southern-edge-idlib.ts
var ground_fighting_southern_edge_idlib_default = article({
	slug: "ground-fighting-southern-edge-idlib",
	headline: "Syrian army begins ground operations on southern flank of rebel zone",
	standfirst: "A week of air and artillery strikes has been followed by an advance in the north of Hama province.",
	datelineDate: "2019-05-07",
	category: "syria",
	tags: ["northwest-syria", "hama"],
	bylines: [by("khatib")],
	leadPicture: "map-southern-flank",
	published: "2019-05-07T16:45:00Z",
	body: doc(prose(`
The Syrian army, with Russian air support, has begun ground operations this week against the southern flank of the
rebel zone that takes in Idlib and parts of the adjoining provinces.

The Syrian Observatory for Human Rights, a monitor based in Britain that gathers reports from contacts inside the
country, said on Monday that government forces were advancing north of Hama after more than 4,000 air and missile
strikes in seven days. On Tuesday it reported that they had kept hold of a hill in the Hama countryside through
seven hours of a rebel counter-attack.

A separate clash was reported from the mountains near the coast, where the Observatory said rebel factions had
attacked army positions and killed about ten soldiers. None of these accounts could be checked independently.

The strip in question is nominally protected by an agreement that Russia and Turkey reached last year. Turkey,
which backs some of the rebel factions, keeps observation posts around the area.

The monitor has called the bombing of the past eight days the most violent escalation in about a year. It attributes
strikes to Syrian or to Russian aircraft, a distinction that we repeat only in its name.`))
});
// demo/articles/halvic-loses-majority.ts
var halvic_loses_majority_default = article({
	slug: "halvic-loses-majority",
	headline: "Civic Union loses its majority in Orlava after eight years",
	seoTitle: "Orlava election 2020: Civic Union loses majority",
	standfirst: "Dorota Halvic’s party remains the largest. Two opposition parties together have 63 seats of 120.",
	datelinePlace: "Veshten",
	datelineDate: "2020-10-05",
	category: "orlava",
	categories: ["europe"],
	tags: ["election-2020"],
	bylines: [by("reier")],
	leadPicture: "ballot-box",
	published: "2020-10-05T05:40:00Z",
	updated: "2020-10-05T11:15:00Z",
	body: doc(prose(`
Voters in Orlava have ended eight years of government by a single party. The Civic Union of Prime Minister Dorota
Halvic took 49 of the Assembly’s 120 seats on Sunday, fifteen fewer than in 2016, the electoral commission said on
Monday morning.

Land and Labour, led by Pavel Istrin, won 41 seats and the Democratic Forum 22. Between them they have 63, two more than
they need. The Seven Valleys List has eight. Turnout was 67.4 per cent, the highest since 2000.

Mr Istrin, a former veterinary surgeon, said at dawn that he would speak to the Forum “today, and to anybody else who
has got out of bed”. Mira Tolvaj, the Forum’s chairwoman, named two conditions: the repeal of Articles 7 and 12 of the
media law, and publication of all correspondence with Kesselia about the Torva.`), picture("chart-seats", "wide"), h2("Water and paper"), prose(`
The swing was not even. In the capital the Union lost a tenth of its vote, in the delta a sixth, and along the middle
Torva, where canals ran dry in two summers out of two, more than a third. It gained only in Hollin and the upper
valleys, which drink from other rivers.

Leon Brack, the author of the media law, lost his seat in Kelmin by 211 votes to a retired printer.

Mrs Halvic stays in office until a successor has been sworn in. By custom the president asks the leader of the largest
party first, and President Ilia Marchen said through a spokesman that he saw no reason to depart from it.`))
});
// demo/articles/how-we-draw-front-lines.ts
var how_we_draw_front_lines_default = article({
	slug: "how-we-draw-front-lines",
	kind: "explainer",
	headline: "Why there is no front line on our maps",
	standfirst: "A line is a claim that someone stood on both sides of it. Mostly nobody has.",
	datelineDate: "2020-09-14",
	category: "method",
	categories: ["data"],
	tags: ["maps", "verification"],
	bylines: [by("brandvold")],
	leadPicture: "contour-desk",
	published: "2020-09-14T07:00:00Z",
	body: doc(prose(`
Readers ask for it every month. Other papers, they write, show a war as two colours with a border between them. Why do
you print dots?

I was a surveyor before I was a journalist, and in that trade you put a line on paper when you have walked it. Between
two pegs you may interpolate, if the ground is even and you say so. A front line in a newspaper is commonly
interpolated between two telephone calls.`), h2("What a dot can carry"), prose(`
A dot says: this place exists, here. In our register each dot has, behind it, what was reported about the place, by
whom and when. If residents say on a Thursday that a town has been taken, the dot gets a record with that day and those
residents. It does not change colour, and it does not pull its neighbours along.

Colour is where it goes wrong. To fill an area is to say something about every farm in it. Most of those farms have
not been heard from, and in a moving war a filled map is a week old at the edges while it looks as new as the middle.`), picture("map-southern-flank"), h2("Lines that we do draw"), list("Lines that are written in a document, such as a ceasefire line with coordinates, labelled with the name and date of the document.", "Borders, by a policy that we publish and date, with “claimed by” where they are.", "Rivers, roads and coasts, which hold still."), h2("Ceasefire lines are harder than they look"), prose(`
One might think that a line agreed at a table is simple. Often it was drawn on a small map with a thick pen. At a scale
of one to half a million, a stroke one millimetre wide covers five hundred metres of ground, and people live in those
five hundred metres. Where we show such a line we show its width too, as a band.

Then there are agreements that describe a strip by its depth and never say from where it is to be measured. The one
for northwest Syria of 2018 speaks of 15 to 20 kilometres. From which line? The published text does not tell.`), p("What you may do with our maps, and where the positions come from, stands in ", link("/picture-credits", "Picture credits and data sources"), "."))
});
// demo/articles/how-we-verify-video.ts
var how_we_verify_video_default = article({
	slug: "how-we-verify-video",
	kind: "explainer",
	headline: "Where, when, and who filmed it: how we check a video",
	standfirst: "Most false footage is real footage that has been moved. A walk through the afternoon of one clip.",
	datelineDate: "2020-01-20",
	category: "method",
	categories: ["data"],
	tags: ["verification", "maps"],
	bylines: [by("khatib"), by("brandvold")],
	leadPicture: "roof-line",
	published: "2020-01-20T08:00:00Z",
	body: doc(prose(`
The clip lasts nineteen seconds. A street, seen from a balcony; a white van; then smoke from behind a row of roofs, a
sound like a slammed door, and somebody’s breath close to the microphone. It reached us at ten past two with a sentence
saying that it showed a market that morning. By six we knew that it did not, and roughly what it did show. This is how
the four hours went.`), h2("Who had it first"), prose(`
We took five frames and looked for them elsewhere, in three search engines that find pictures. None had an older copy,
which proves little. We then looked for the earliest post rather than the loudest. The account that had it first had
eleven followers and usually showed pigeons. We wrote to its owner and asked what stood behind him.`), h2("Where it was"), p("While we waited, we drew. A minaret with two balconies, a water tower on four legs, a gap in the hills: from the camera, each lies in a certain direction, and there are few spots on earth from which all three line up. A satellite picture gave us four candidates in two towns. The ", i("shape of the hills"), " removed three."), picture("sightlines"), h2("When it was"), prose(`
The shadow of a lamp post fell a little to the left of a doorstep. At that latitude, at that time of year, this happens
at about twenty to five in the afternoon. So it was not the morning. The fig tree in the yard had leaves. It was not
this month either.

At half past five the owner of the pigeons answered. He had filmed it in September, from his sister’s flat, and taken
it down when strangers began to write to him. Someone had kept it.`), h2("The order we follow"), numbered("Find the first copy, not the best one.", "Speak to whoever held the camera, if it is safe for them.", "Fix the place by at least three landmarks that do not depend on each other.", "Fix the time by shadow, weather and plants, and be content with a range.", "Write down what remains unknown, above all who is responsible for what is seen.", "Have a colleague who has not followed the search try to knock it down."), prose(`
Nothing was published that day. Of the clips that pass through this desk about one in six ends in an article. The
others take as long.`))
});
// demo/articles/how-we-verify-video-ar.ts
var how_we_verify_video_ar_default = article({
	slug: "how-we-verify-video-ar",
	kind: "explainer",
	language: "ar",
	headline: "أين صُوّر هذا المقطع ومتى؟ كيف نتحقق قبل النشر",
	standfirst: "المقطع الصحيح في غير مكانه خبر كاذب. هذه خطوات يتبعها محررونا، ويستطيع القارئ أن يتبعها أيضاً.",
	datelineDate: "2020-01-22",
	category: "method",
	tags: ["verification"],
	bylines: [by("haddad"), by("khatib", "reporting")],
	leadPicture: "roof-line",
	published: "2020-01-22T09:00:00Z",
	translationOf: "how-we-verify-video",
	body: doc(prose(`
يصل إلى بريدنا في الأيام الهادئة نحو ثلاثين مقطعاً مصوّراً، وفي الأيام الصعبة أضعافها. معظمها حقيقي، بمعنى أن أحداً صوّر
ما رآه أمامه. لكن السؤال الذي يعنينا هو: هل صُوّر حيث يقال إنه صُوّر، وفي الوقت الذي يقال؟`), h2("أولاً: من أين جاء؟"), prose(`
نبحث عن أول من نشر المقطع لا عن آخر من أعاد نشره. نأخذ صوراً ثابتة منه ونبحث عنها في محركات البحث بالصور، فإن ظهرت في خبر
قديم انتهى الأمر. وإن وجدنا صاحب المقطع سألناه أسئلة بسيطة: أين كنت تقف؟ ماذا كان خلفك؟ هل لديك لقطات أخرى؟`), h2("ثانياً: أين؟"), prose(`
المآذن وخزانات المياه وأبراج الكهرباء وخط الجبل في الأفق لا تكذب بسهولة. نقارنها بصور الأقمار الصناعية، ونرسم من موقع
المصوّر خطاً إلى كل معلَم. ولا نكتب اسم المكان إلا إذا اتفقت ثلاثة معالم على الأقل.`), pull("ظل عمود الكهرباء ساعة لا تتوقف، ولكل يوم من السنة ظله."), h2("ثالثاً: متى؟"), list("طول الظل واتجاهه يدلان على الساعة التقريبية.", "حال الزرع والأشجار يدل على الفصل، والغيوم تُقارَن بسجلات الأرصاد.", "ما يُسمع في الخلفية، كالأذان، قد يكون أدق من أي ساعة."), h2("رابعاً: ماذا لا نعرف؟"), prose(`
قد نعرف المكان والزمان ولا نعرف من أطلق النار. عندئذ نقول ذلك صراحة. ولا ننشر وجوه الجرحى، ولا نكشف موقعاً قد يعرّض من
صوّر للخطر، حتى لو كان ذلك على حساب قوة الخبر.

أما المقطع الذي لم نستطع التحقق منه فلا ننشره مصحوباً بعبارة «لم نتمكن من التحقق منه»، فهذه العبارة لا تحمي أحداً.`))
});
// demo/articles/idlib-zone-what-the-deal-says.ts
var idlib_zone_what_the_deal_says_default = article({
	slug: "idlib-zone-what-the-deal-says",
	kind: "explainer",
	headline: "What the Russian-Turkish deal over Idlib says, and what it leaves open",
	seoTitle: "The Idlib deal of 2018 explained",
	standfirst: "Shelling along the edge of the last large rebel zone in Syria has tested an agreement that was thin from the start.",
	datelineDate: "2019-04-29",
	category: "syria",
	categories: ["method"],
	tags: ["northwest-syria", "idlib"],
	bylines: [by("khatib")],
	leadPicture: "map-northwest-syria",
	published: "2019-04-29T11:30:00Z",
	body: doc(prose(`
The agreement that is supposed to keep the peace in northwest Syria is short. Presidents Vladimir Putin and Recep
Tayyip Erdogan announced it in the Russian resort of Sochi on 17 September 2018, when a government offensive on
Idlib seemed days away. It stopped that offensive. It did not settle who would rule the province.

The text has ten points. The central one is a strip 15 to 20 kilometres deep, to be cleared of tanks, rocket
launchers, artillery and mortars by 10 October of that year, and of what the two governments called radical
terrorist groups by 15 October. Two motorways that cross rebel land, the M4 and the M5, were to reopen by the end
of 2018.`), h2("Who signed, who did not"), prose(`
Russia and Turkey signed. The Syrian government, which Russia supports, did not, and neither did any of the armed
groups that hold the ground. The strongest of these, Hayat Tahrir al-Sham, grew out of the former Syrian branch of
al-Qaeda and is listed as a terrorist organisation by Turkey itself. In January it took large parts of the zone from
rival factions.

That is the first gap. A promise to remove fighters was made by two states on behalf of men who had promised
nothing. The second is the date for the motorways, which passed without traffic. The third is that disputes
are left to a coordination centre run by the states that back the two sides, and to no one else.`), h2("What exists on the ground"), list("A line of twelve Turkish observation posts around the zone. They come from an older set of talks in Astana, not from Sochi.", "Russian military police and patrols on the government side of the line.", "Joint patrols on paper. In March Turkey announced patrols of its own inside the strip and Russia outside it."), prose(`
Each side reads the paper in its own way. Moscow speaks of an interim arrangement that does not protect terrorists,
and has said repeatedly that Turkey is late in separating them from others. Ankara says that attacks by the
government side make that work impossible.`), h2("How we will describe it"), prose(`
In our reports the zone is “nominally covered” by the deal. The word is chosen with care: the agreement has not been
renounced by either signatory, and it is not being kept. Our maps show places inside it as towns, not as areas of
control, unless we can say who reported that control and when.`))
});
// demo/articles/in-the-boat.ts
var in_the_boat_default = article({
	slug: "in-the-boat",
	kind: "feature",
	status: "draft",
	headline: "Four days in the boat",
	standfirst: "Working title. For April, if the commission lets us aboard.",
	datelinePlace: "Varsha",
	category: "europe",
	categories: ["kesselia", "orlava"],
	tags: ["torva"],
	bylines: [by("reier")],
	published: "2021-03-12T10:00:00Z",
	body: doc(prose(`
The tarpaulin came off at six. Under it, besides the boat, were two life jackets stamped 1998 and a nest with three
eggs, and the joint survey of the Torva began with a joint decision to move a wren.`))
});
// demo/articles/istrin-sworn-in.ts
var istrin_sworn_in_default = article({
	slug: "istrin-sworn-in",
	headline: "Istrin sworn in at the head of a two-party cabinet",
	standfirst: "The former vet promises letters to Harnau “in a language that both sides can read”.",
	datelinePlace: "Veshten",
	datelineDate: "2020-11-09",
	category: "orlava",
	tags: ["election-2020"],
	bylines: [by("tna")],
	leadPicture: "assembly",
	published: "2020-11-09T13:20:00Z",
	body: doc(prose(`
Pavel Istrin took the oath as prime minister of Orlava on Monday before an Assembly half of whose members followed by
screen from their offices. His cabinet of Land and Labour and the Democratic Forum was confirmed by 63 votes to 55.

Mira Tolvaj becomes foreign minister and will lead talks with Kesselia on the Torva. The culture ministry, from which
the media law came, is to be dissolved by spring and its archives opened, the coalition’s programme says.

The programme has 38 pages and eleven dates. The first of them is 1 December, when all letters about the river since
2014 are to be published.

Dorota Halvic shook her successor’s hand with a glove on and took her seat on the left of the chamber, where she last
sat in 2012.`))
});
// demo/articles/kafr-nabudah-heaviest-day.ts
var kafr_nabudah_heaviest_day_default = article({
	slug: "kafr-nabudah-heaviest-day",
	headline: "Monitor reports heaviest day yet around Kafr Nabudah",
	standfirst: "More than 1,725 air and ground strikes and about 85 combatants killed on Sunday, the Observatory says.",
	datelineDate: "2019-05-27",
	category: "syria",
	tags: [
		"northwest-syria",
		"hama",
		"casualty-figures"
	],
	bylines: [by("khatib")],
	leadPicture: "hills-at-night",
	published: "2019-05-27T07:15:00Z",
	body: doc(prose(`
Sunday brought the highest toll since fighting intensified at the end of April, according to the Syrian Observatory
for Human Rights, which counted more than 1,725 air and ground strikes within the northwestern zone and spoke of about
85 fighters killed on both sides.

Most of the ground fighting that the monitor has described this month has turned on one place, Kafr Nabudah, a small
town in the north of Hama province on the line between government and rebel ground. The Observatory reported clashes
in or around it on 8 and 10 May, again from 21 May, and on Sunday.

Between these days lay a pause. On 18 and 19 May the monitor wrote of an undeclared truce from the air, during which,
it said, shelling and raids did not quite stop: on Sunday 19 May it reported that warplanes it called Russian had
killed nine people, most of them children and women, in Kafr Nabl. Russia has denied striking civilians in Syria.

Reports from Kafr Nabudah are hard to verify at the best of times. Its residents have left, both sides film for
their own purposes, and videos from one week look much like those of the next. We have therefore described what was
reported and by whom, and do not say who holds the town this morning.`))
});
// demo/articles/kelmin-courier-stops-printing.ts
var kelmin_courier_stops_printing_default = article({
	slug: "kelmin-courier-stops-printing",
	headline: "Kelmin Courier suspends its printed edition after 96 years",
	standfirst: "The delta’s weekly names two reasons: closed kiosks and the cost of a lawyer.",
	datelinePlace: "Kelmin",
	datelineDate: "2020-03-30",
	category: "press-freedom",
	categories: ["orlava", "work"],
	tags: ["press-law"],
	bylines: [by("tna"), by("reier", "reporting")],
	leadPicture: "printing-press",
	published: "2020-03-30T12:00:00Z",
	body: doc(prose(`
The Kelmin Courier, a weekly that has appeared in the Torva delta since 1924, will not print its next number. Its
editor, Jan Torba, told the seven members of staff on Monday morning and the readers, on a sheet pasted to the window,
at noon.

Two thirds of its 5,200 copies were sold at kiosks that have been closed because of the epidemic. That alone might have
been borne for a season, Mr Torba said. But the paper has also had to engage a lawyer since 1 March, when the media law
took full effect, and pays him more than it pays a reporter.

It has not been fined. Its lawyer has advised against four articles so far. One of them was on the price of the
lawyer.

The Courier will go on as a letter by e-mail, free of charge, written by three people. The printing press, a flatbed
of 1931, is for sale on condition that it stays in the district.`))
});
// demo/articles/la-frontiere-a-sept-heures.ts
var la_frontiere_a_sept_heures_default = article({
	slug: "la-frontiere-a-sept-heures",
	kind: "feature",
	language: "fr",
	headline: "Varsha, la frontière à sept heures du matin",
	standfirst: "Entre l’Orlava et la Kesselie, un pont fermé par l’épidémie ne s’ouvre plus qu’à deux personnes. Elles viennent lire une règle.",
	datelinePlace: "Varsha",
	datelineDate: "2020-08-27",
	category: "europe",
	categories: ["kesselia", "orlava"],
	tags: ["torva"],
	bylines: [by("vasseur")],
	leadPicture: "bridge-at-varsha",
	published: "2020-08-27T07:00:00Z",
	body: doc(prose(`
Le douanier de gauche a posé sa thermos sur le parapet. Celui de droite en a fait autant. Il est sept heures moins deux,
la brume tient encore à la rivière, et le pont de Varsha, fermé au public depuis le 16 mars, attend ses deux usagers.

Ils arrivent ensemble, chacun de son côté. Edda Roth porte un ciré jaune, Osip Dran une casquette de marin. Ils se saluent
d’un signe, descendent l’un et l’autre une échelle de fer, se penchent, notent. Cela dure moins d’une minute. Quand ils
remontent, les douaniers ont déjà rangé les thermos.`), h2("Une règle, deux rivières"), prose(`
Depuis que la Kesselie remplit le lac d’Ulmen, à onze kilomètres en amont, ce geste de routine est devenu une affaire
d’État. Les deux hydrologues lisent la même hauteur. Leurs services en tirent deux débits, et leurs ministres deux
griefs. Selon Harnau, le traité de 1962 est respecté au litre près ; selon Veshten, il manque un tiers du fleuve.

À Varsha, on a cessé d’en parler. Le boulanger vendait aux deux rives, il ne vend plus qu’à une. La fanfare, qui comptait
des cuivres d’ici et des bois d’en face, répète par téléphone, ce qui convient mal aux cuivres.`), pull("La fanfare répète par téléphone, ce qui convient mal aux cuivres."), picture("gauge", "text", "L’échelle de Varsha, scellée en 1962."), h2("Les passeurs"), prose(`
On m’avait parlé de contrebande. J’ai vu, une nuit, une barque sans lumière traverser d’une rive à l’autre. Elle portait
un berceau. La grand-mère est kesselienne, l’enfant est née en Orlava, et l’administration, des deux côtés, examine leur
dossier. Le batelier m’a priée de ne pas écrire son nom, puis de bien vouloir tenir l’autre bout du berceau.

Au matin, à sept heures, la rivière faisait quatre-vingt-quatorze centimètres. Sur ce point tout le monde était d’accord.`))
});
// demo/articles/letters-about-a-river.ts
var letters_about_a_river_default = article({
	slug: "letters-about-a-river",
	kind: "analysis",
	headline: "Six years, 412 letters, one question left unanswered",
	standfirst: "Orlava has published its correspondence with Kesselia about the Torva. Most of it is about the chairman.",
	datelinePlace: "Veshten",
	datelineDate: "2020-12-02",
	category: "orlava",
	categories: ["kesselia"],
	tags: ["torva", "ulmen-dam"],
	bylines: [by("reier"), by("sorina", "reporting")],
	leadPicture: "ledger",
	published: "2020-12-02T06:45:00Z",
	body: doc(prose(`
They were put on the foreign ministry’s site at midnight, as promised: 412 letters, notes and drafts that passed between
Veshten and Harnau from 2014 to this autumn. We read them in three shifts. Anyone hoping for a scandal will find
a filing cabinet.

Of the 412, 167 concern the appointment of a chairman for the Torva Commission. Eleven people were proposed. Each
government turned down the other’s names, and twice its own, which the other had meanwhile accepted. A retired judge from
a third country was agreed upon in 2017 and had died by the time anyone wrote to him.`), h2("The schedule"), prose(`
For two years Orlava’s previous government told the Assembly that Kesselia had refused to hand over the plan for filling
the Ulmen reservoir. The letters show that it never asked. On 14 January 2019 an official in the water department drafted a
request. It was returned to him with a note in the margin, “premature”, and no initials. On 27 March the filling was
announced.

The mayor of Lomnik did ask, that same month, by registered post. A copy of her letter is in the cabinet too. Somebody has
stamped it “for information”.`), h2("What is missing"), prose(`
Numbers 288 to 296 are marked as withdrawn, with no reason. They fall in the summer of 2019. The ministry said on
Wednesday that these nine letters were never sent and that it was looking for them, two statements that one would like to
see in the same sentence again some day.

Dorota Halvic, prime minister at the time, said through her office that she stood by all decisions of her government,
including those it had not taken.`))
});
// demo/articles/may-2019-in-the-uppsala-data.ts
var may_2019_in_the_uppsala_data_default = article({
	slug: "may-2019-in-the-uppsala-data",
	kind: "analysis",
	headline: "Thirty-four days in 202 rows: the battle for northern Hama, counted",
	seoTitle: "Northwest Syria, May 2019: what the Uppsala conflict data show",
	standfirst: "The Uppsala Conflict Data Program has published its record of the 2019 fighting. It says where people died, and on whose word.",
	datelineDate: "2020-07-14",
	category: "data",
	categories: ["syria"],
	tags: [
		"northwest-syria",
		"casualty-figures",
		"hama",
		"idlib"
	],
	bylines: [by("brandvold", "author"), by("khatib", "reporting")],
	leadPicture: "chart-events-per-day",
	published: "2020-07-14T07:00:00Z",
	updated: "2020-07-15T09:10:00Z",
	body: doc(p("According to the Uppsala Conflict Data Program, at least 952 people and at most 1,008 were killed in 202 separate events in the Syrian provinces of Idlib, Hama and Latakia between 28 April and 31 May 2019. Its best estimate is ", b("967"), ". Of these it records 318 as civilians.", note("UCDP Georeferenced Event Dataset. Sundberg and Melander 2013; Högbladh 2019. CC BY 4.0. The selection by province and date is ours; Aleppo is not in it.")), prose(`
These are not the figures of that spring. They were compiled afterwards by researchers in Sweden, who read what
monitors and news agencies had published, decided which reports concerned the same event, and entered each event in
one row with a low, a best and a high number of deaths. An event enters the data only if somebody died in it. A raid
that destroyed a street and killed no one leaves no row.`), picture("chart-events-per-day", "wide"), h2("Two wars in one month"), prose(`
The rows divide into two kinds that hardly touch. In Idlib province there are many events with few dead: 116 rows, 260
deaths, nearly all of them recorded as civilian. In Hama there are 77 rows and 619 deaths, of which the data mark 68 as
civilian. The first is a record of bombardment. The second is a record of infantry.

One small town accounts for a quarter of everything. At Kafr Nabudah the data hold eleven events and 236 deaths. A
single row, for 26 May, has 82: 37 on the government’s side and 45 among insurgents.`), table("Events and deaths by week, best estimates. The last period has six days.", [
		"Week from",
		"Events",
		"Deaths",
		"of them civilians"
	], [
		"28 April",
		45,
		97,
		65
	], [
		"5 May",
		53,
		233,
		74
	], [
		"12 May",
		32,
		180,
		50
	], [
		"19 May",
		38,
		249,
		59
	], [
		"26 May",
		34,
		208,
		70
	]), picture("map-deaths-by-place", "wide"), h2("One witness, many rows"), p("Each row names its sources, and here a reader should slow down. The Syrian Observatory for Human Rights stands in 195 rows of 202. In 138 it stands alone, and those 138 rows hold 796 of the 967 deaths. The second name, ", i("Airwars"), ", is found in 62 rows. Where the Observatory was mistaken, the data set will be mistaken with it."), prose(`
That is no reproach to Uppsala, which prints its sources so that anyone can count them. Nor is it one to the
Observatory, without which there would be little to count. It is a reason not to call a figure confirmed because
two institutions have published it, when the second had it from the first.`), h2("Try it"), prose(`
The file can be downloaded by anyone. With the columns as Uppsala names them, the best estimate for a place is one
line of work:`), code("sql", `select where_coordinates, count(*) as events, sum(best) as deaths
from ged
where date_start between '2019-04-28' and '2019-05-31'
  and adm_1 in ('Idlib Governorate', 'Hamah Governorate', 'Latakia Governorate')
group by where_coordinates
order by deaths desc;`), box("Cracks in the glass", `In two rows, both for the village that Uppsala spells Kirkat, the high estimate is lower than the best. It looks
like a slip of the keyboard, and we have left it as it is.

In 198 rows the day is known exactly. In 151 the place is; the others lie within a few kilometres, or somewhere in a
district.

Twenty-nine rows have a range. In the rest the low, best and high are the same number, which is a statement about the
sources and not about certainty.`), p("Names of places differ between this article and our ", link("/picture-credits", "maps"), ": the data set has Qalat al Madiq and Kirkat for Qalaat al-Madiq and al-Karkat."))
});
// demo/articles/may-2019-uppsala-ar.ts
var may_2019_uppsala_ar_default = article({
	slug: "may-2019-uppsala-ar",
	kind: "explainer",
	language: "ar",
	headline: "كيف نقرأ أرقام القتلى؟ شمال حماة وإدلب في بيانات أوبسالا",
	standfirst: "برنامج سويدي يوثّق أحداث الحروب نشر سجلّه عن عام 2019. ماذا يقول عن معارك الربيع، وعمّن يأخذ أرقامه؟",
	datelineDate: "2020-07-21",
	category: "data",
	categories: ["syria"],
	tags: ["northwest-syria", "casualty-figures"],
	bylines: [by("haddad"), by("brandvold", "data")],
	leadPicture: "map-deaths-by-place",
	published: "2020-07-21T08:00:00Z",
	body: doc(p("يسجّل برنامج أوبسالا لبيانات النزاعات (", foreign("en", "Uppsala Conflict Data Program"), ") 202 حدثاً دامياً في محافظات إدلب وحماة واللاذقية بين 28 نيسان/أبريل و31 أيار/مايو 2019. ووفق أفضل تقديراته قُتل فيها ", b("967 شخصاً"), "، بينهم 318 مدنياً. أما الحد الأدنى فهو 952 والحد الأعلى 1008."), prose(`
ولم تكن هذه الأرقام متاحة في ذلك الربيع، فقد جُمعت لاحقاً من تقارير نشرها مرصد حقوقي ومنظمات ووسائل إعلام. يقرأ الباحثون
التقارير، ويقررون أيّها يتحدث عن الحدث نفسه، ثم يدوّنون لكل حدث سطراً فيه التاريخ والمكان وثلاثة تقديرات لعدد القتلى.`), h2("حربان في شهر واحد"), prose(`
تكشف السطور نمطين مختلفين. ففي محافظة إدلب أحداث كثيرة وضحايا قليلون في كل منها، ومعظمهم من المدنيين، وهذا سجلّ القصف. وفي
محافظة حماة أحداث أقل وقتلى أكثر، ومعظمهم من المقاتلين، وهذا سجلّ المعارك البرية. وتستأثر بلدة كفر نبودة وحدها بـ236 قتيلاً
في أحد عشر حدثاً.`), picture("chart-events-per-day", "wide", "عدد القتلى في كل يوم بحسب أفضل تقدير. المصدر: برنامج أوبسالا لبيانات النزاعات."), h2("مصدر واحد وراء معظم السطور"), prose(`
يذكر البرنامج مصادره في كل سطر. ويرد اسم المرصد السوري لحقوق الإنسان في 195 سطراً من أصل 202، وهو المصدر الوحيد في 138 منها.
ولا ينتقص هذا من عمل المرصد، لكنه يعني أن خطأه، إن وقع، ينتقل إلى قاعدة البيانات كلها.`), h2("ثلاث قواعد للقارئ"), list("لا تجمع رقمين من جهتين مختلفتين، فقد يكون أحدهما مأخوذاً عن الآخر.", "اسأل عمّا لم يُحصَ: الجرحى الذين ماتوا لاحقاً، والمرضى الذين لم يجدوا مستشفى.", "تساوي التقدير الأدنى والأعلى لا يعني اليقين، بل يعني في الغالب أن المصدر واحد."), prose(`
البيانات منشورة برخصة المشاع الإبداعي مع نسب المصنّف (الإصدار 4.0)، ويمكن لأي قارئ تنزيلها والتحقق من حساباتنا.`))
});
// demo/articles/measuring-a-river.ts
var asked = (question) => p(b(question));
var measuring_a_river_default = article({
	slug: "measuring-a-river",
	kind: "interview",
	headline: "“A river is never the same height twice, but a ruler is”",
	standfirst: "Edda Roth has read the gauge at Varsha for Kesselia since 1991. Across the bridge stands her opposite number, whom she calls Mr Left Bank.",
	datelinePlace: "Varsha",
	datelineDate: "2019-09-08",
	category: "kesselia",
	categories: ["europe"],
	tags: ["torva"],
	bylines: [by("reier"), by("petrak", "illustration")],
	leadPicture: "bridge-at-varsha",
	published: "2019-09-08T07:00:00Z",
	body: doc(asked("You and your colleague from Orlava stand eleven metres apart and get different numbers. How?"), prose(`
We do not get different numbers. We get the same height, nearly always. On Thursday it was 1.12 metres in his book and
1.12 in mine. Then he goes to his office and I go to mine, and there each of us has a table that says how many cubic
metres that is. The tables differ. I have seen his. It is a perfectly good table.`), asked("Whose is right?"), prose(`
Mine was right in 2003. His was right, I should think, in 2011. The gravel does not read tables. To make a new one you
need a boat, a line across the river, a calm week and both of us in the boat. We have the boat.`), asked("What is missing?"), prose(`
A signature. To go on the water together is an act of the Commission, and the Commission has no chairman. We asked in
2015 whether we might do it privately, on a Sunday. They said that a measurement made on a Sunday would have no
standing.`), picture("gauge"), asked("Do you like him?"), prose(`
Mr Left Bank? He is called Osip Dran and he has been coming since 1996. His wife makes a plum cake. When my mother
died he read my gauge for me for four days and wrote the figures on a separate slip, so that nobody could say he had
touched my book. I do not know what you call that.`), asked("This summer the ministers have quoted the two of you against each other."), prose(`
They quote the tables. I heard Mr Sahl say on the radio that the science was on our side. There is no science on a
side. There is a stick in the water, and there is what people wish the stick had said.`), asked("What would you do, if it were yours to decide?"), prose(`
I would take the two tables and average them and call it the treaty value, and everybody would be wrong by the same
amount. Mr Left Bank says a lawyer could never agree to it. But he laughed.`), p("The conversation was held in Varsha in the presence of a Kesselian press officer. It has been shortened."))
});
// demo/articles/media-bill-clause-by-clause.ts
var media_bill_clause_by_clause_default = article({
	slug: "media-bill-clause-by-clause",
	kind: "analysis",
	headline: "Read slowly: what five articles of Orlava’s media bill would change",
	standfirst: "The register has drawn the anger. The trouble sits further back, in Articles 7, 12 and 26.",
	datelinePlace: "Veshten",
	datelineDate: "2019-03-04",
	category: "press-freedom",
	categories: ["orlava"],
	tags: ["press-law", "courts"],
	bylines: [by("reier")],
	leadPicture: "printing-press",
	published: "2019-03-04T08:00:00Z",
	body: doc(prose(`
The bill runs to nineteen pages and is, for long stretches, dull in a manner that does its drafters credit. A register
of publishers exists in many democracies. So do rules on who owns a broadcaster. We have read it with two lawyers, one
of whom acts for a newspaper and one for a ministry, and asked both which lines they would fight over. They chose the
same ones.`), numbered("Article 4 creates the register. Enrolment is free and cannot be refused. Removal, however, follows on a third fine within two years, and an outlet that has been removed may not be printed, sold or transmitted.", "Article 7 lets the media council order that a text be taken down “without delay” before any court has seen it. An appeal does not suspend the order.", "Article 9 asks for the sources of income above 2,000 crowns. Readers’ donations count as income. Nothing protects the donor’s name.", "Article 12 sets the fines for false information. What is false is to be measured against “the established position of a competent authority”.", "Article 26 obliges a publisher to keep drafts and correspondence for five years and to show them to the council on request."), h2("An established position"), prose(`
Article 12 deserves to be read aloud. If the energy authority has said that a reservoir stands at 80 metres, and a
reporter with a measuring staff finds 74, the reporter has published false information on the day of publication. That
he may turn out to be right matters later, on appeal.

The lawyer who acts for a ministry did not defend the sentence. He thought it had been copied from a statute on food
labels.`), quote("It makes sense for jam. An authority says how much sugar there is in jam, and that settles it.", "A lawyer who advises a ministry, and is not allowed to speak for it"), h2("What would mend it"), prose(`
Not much ink is needed. Strike the second sentence of Article 7 and nobody’s article disappears before a judge has read
it. Replace “established position” by “facts that the court finds proven” and Article 12 becomes an ordinary law of
libel. Let Article 26 except correspondence with sources, as the law on criminal procedure already does.

The register could then stay. It would be a telephone book.`))
});
// demo/articles/northwest-syria-live-may-2019.ts
var northwest_syria_live_may_2019_default = article({
	slug: "northwest-syria-live-may-2019",
	kind: "live",
	headline: "Northwest Syria: reports from the southern front, 6 to 11 May",
	standfirst: "What was said, by whom and when. Nothing below has been checked independently unless an entry says so.",
	datelineDate: "2019-05-11",
	category: "syria",
	tags: [
		"northwest-syria",
		"hama",
		"idlib"
	],
	bylines: [by("khatib", "reporting"), by("aldous", "editing")],
	leadPicture: "map-southern-flank",
	published: "2019-05-06T17:00:00Z",
	updated: "2019-05-11T20:30:00Z",
	body: doc(liveEntry("2019-05-11T20:30:00Z", "We close this page", `Reports continue, and so does our coverage, in single articles. The entries below stay as they were written; where
one was overtaken by another we have left both.`), liveEntry("2019-05-11T18:10:00Z", "Monitor counts nine places taken", `The Syrian Observatory for Human Rights says government forces have advanced again in the Hama countryside and
have now taken nine places in all. It puts the dead of Saturday’s clashes at about 25.`), liveEntry("2019-05-10T21:00:00Z", "Friday: more than 550 strikes, by the monitor’s count", `Air strikes and shells together, according to the Observatory, which says ten civilians were killed. It describes
Friday as the eleventh day of the escalation.`), liveEntry("2019-05-09T15:00:00Z", "Qalaat al-Madiq", prose(`
Some residents and the Observatory say the town is in government hands. Residents add the villages of Tal Hawash and
al-Karkat.`), p("We have a fuller article on the front page, in English and in Arabic.")), liveEntry("2019-05-09T09:20:00Z", "A quieter morning, with exceptions", `The Observatory speaks of relative calm, broken by raids on al-Habit, in the south of Idlib, that it ascribes to
Russian aircraft.`), liveEntry("2019-05-08T20:15:00Z", "Car bomb near Kafr Nabudah, monitor says", `Hayat Tahrir al-Sham detonated a vehicle driven by a suicide bomber in the Kafr Nabudah area, the Observatory
reports, while clashes and bombardment went on. It counts more than 900 air, missile and artillery strikes for
Wednesday.`), liveEntry("2019-05-08T18:25:00Z", "Relief group: some 13 health facilities hit", `The figure was given today by the Union of Medical Care and Relief Organizations, in the United States.`), liveEntry("2019-05-07T19:00:00Z", "Fighting near the coast as well", `Factions of the National Front attacked army positions in the coastal mountains, the Observatory says, and killed
about ten soldiers.`), liveEntry("2019-05-06T17:00:00Z", "Army reported to be advancing", `Government forces are moving north of Hama, says the Observatory. It has counted more than 4,000 strikes from the
air and by missile in a week, a total that we cannot verify and that no other body has published.`))
});
// demo/articles/orlava-election-night-live.ts
var orlava_election_night_live_default = article({
	slug: "orlava-election-night-live",
	kind: "live",
	headline: "Orlava votes: election night as it happened",
	socialTitle: "Orlava election: results through the night",
	standfirst: "The Civic Union lost its majority after eight years. How the night went, from the first polling station to the last.",
	datelinePlace: "Veshten",
	datelineDate: "2020-10-04",
	category: "orlava",
	categories: ["europe"],
	tags: ["election-2020"],
	bylines: [
		by("reier", "reporting"),
		by("sorina", "reporting"),
		by("brandvold", "data"),
		by("aldous", "editing")
	],
	leadPicture: "ballot-box",
	published: "2020-10-04T16:30:00Z",
	updated: "2020-10-05T01:50:00Z",
	body: doc(liveEntry("2020-10-05T01:50:00Z", "Good night", `All but 19 of 2,346 polling stations have reported and none of the missing can move a seat. A full report is on
our front page. We are going to bed.`), liveEntry("2020-10-05T00:40:00Z", "Halvic: “I can count”", `The prime minister has spoken for three minutes at her party’s house in Mill Street. She did not use the word
defeat. “I can count, and so can Mr Istrin,” she said. “He has the harder sum.”`), liveEntry("2020-10-04T23:55:00Z", "Where it stands with nine tenths counted", table("Seats by party, electoral commission, 23.50 UTC", [
		"Party",
		"Now",
		"2016"
	], [
		"Civic Union",
		49,
		64
	], [
		"Land and Labour",
		41,
		33
	], [
		"Democratic Forum",
		22,
		17
	], [
		"Seven Valleys List",
		8,
		6
	]), p("Sixty-one are needed.")), liveEntry("2020-10-04T22:30:00Z", "Lomnik turns", `The Civic Union has lost both seats in Lomnik, where water was rationed last winter. Mayor Ana Brezic, who is of no
party, is said by her office to be asleep.`), liveEntry("2020-10-04T21:05:00Z", "A correction from us", `At 20.50 we gave turnout in Port Sarn as 76.1 per cent. That was the share of polling stations that had reported.
Turnout there was 66.1. We are sorry.`), liveEntry("2020-10-04T20:20:00Z", "How we count tonight", prose(`
We take figures from the commission’s own feed and from nobody else. Exit polls exist; two parties have paid for
them, and we shall not print those before midnight.`), picture("map-orlava")), liveEntry("2020-10-04T19:40:00Z", "First result, as ever, from Sul", `All 83 voters of Sul had voted by noon and the box was opened as soon as the law allowed. Land and Labour 39,
Democratic Forum 21, Civic Union 20, Valleys 3. In 2016 the Union led here.`), liveEntry("2020-10-04T19:00:00Z", "Polls close", `People who stand in the queue may still vote. In Kelmin the queue goes twice round the fish market, with two
metres between one voter and the next.`), liveEntry("2020-10-04T16:30:00Z", "Quiet, with umbrellas", `Turnout at six in the evening was 58 per cent, three points above 2016, says the commission. It has had 41
complaints so far, most of them about masks and one about a goat.`))
});
// demo/articles/orlava-media-bill-introduced.ts
var orlava_media_bill_introduced_default = article({
	slug: "orlava-media-bill-introduced",
	headline: "Orlava’s government sends media bill to the Assembly",
	standfirst: "Newspapers would have to enter a state register and declare money from abroad.",
	datelinePlace: "Veshten",
	datelineDate: "2019-02-18",
	category: "press-freedom",
	categories: ["orlava"],
	tags: ["press-law"],
	bylines: [by("reier")],
	leadPicture: "assembly",
	published: "2019-02-18T16:20:00Z",
	body: doc(prose(`
The government of Prime Minister Dorota Halvic laid a media bill before the Assembly on Monday that would oblige every
newspaper, broadcaster and news site in Orlava to enter a state register and to declare each year what share of its
income comes from abroad.

Culture minister Leon Brack, who presented it, called the register “a telephone book, nothing more”. Publishers who
failed to enroll could be fined up to 40,000 crowns. Twelve of the bill’s 31 articles concern what it names false
information of public significance, to be judged in the first place by a council of nine, five of them appointed by
the minister.

The Civic Union, Mrs Halvic’s party, holds 64 of the Assembly’s 120 seats and can pass the text alone. Pavel Istrin,
leader of the opposition Land and Labour party, said his members would ask for hearings in public before the second
reading.

The Guild of Journalists, to which some 1,100 reporters belong, said that it had learned of the bill from the
Assembly’s printed agenda on Friday night. Its secretary, Jana Morav, asked members to read all 31 articles before
they signed anything.

No date has been set for the debate. Under the Assembly’s rules it cannot begin within three weeks.`))
});
// demo/articles/orlava-media-law-passed.ts
var orlava_media_law_passed_default = article({
	slug: "orlava-media-law-passed",
	headline: "Orlava adopts media law by 63 votes to 51",
	standfirst: "Two amendments softened the register. The article on false information passed unchanged.",
	datelinePlace: "Veshten",
	datelineDate: "2019-12-02",
	category: "press-freedom",
	categories: ["orlava"],
	tags: ["press-law"],
	bylines: [by("reier")],
	leadPicture: "assembly",
	published: "2019-12-02T21:10:00Z",
	body: doc(prose(`
The Assembly adopted the media law on Monday evening after eleven hours of debate, by 63 votes to 51 with five members
abstaining. One seat is vacant. A single deputy of the governing Civic Union, the former editor Marta Vell, voted
against her party and left the chamber before the result was read.

Publishers will have to enroll by 1 March. Fines for publishing what the law calls false information of public
significance stay at up to 40,000 crowns, and the new media council may order a text to be taken down before a court
has considered it.

The opposition won two changes in committee. An outlet can now be struck off only after a fourth fine, not a third,
and income from abroad must be declared from 10,000 crowns instead of 2,000. An amendment to protect
correspondence with sources failed by six votes.

Culture minister Leon Brack told members that “an honest newspaper will not notice this law”. Mr Istrin, for Land and
Labour, answered that he would know a dishonest one by its silence, and announced that 40 deputies, as many as the
constitution requires, would take the text to the Constitutional Court.

About two thousand people stood in the square outside in wet snow. Many held up blank sheets of newsprint. Police
counted eight hundred; our own count, from a photograph divided into squares, was 1,900 at seven o’clock.

President Ilia Marchen has fifteen days to sign.`))
});
// demo/articles/our-year-of-corrections.ts
var our_year_of_corrections_default = article({
	slug: "our-year-of-corrections",
	kind: "explainer",
	headline: "What we got wrong in 2020",
	standfirst: "Thirty-eight corrections, sorted by how they came about. The worst kind is the one that nobody wrote in about.",
	datelineDate: "2021-01-11",
	category: "method",
	categories: ["press-freedom"],
	tags: ["verification"],
	bylines: [by("aldous"), by("brandvold", "data")],
	leadPicture: "empty-chair",
	published: "2021-01-11T07:00:00Z",
	body: doc(prose(`
Last year this paper published 611 articles and corrected 38 of them. We do not know whether that is many. A low rate can mean
careful writers or readers who have given up.`), table("Corrections in 2020 by what had gone wrong", [
		"What",
		"Number",
		"Found by readers"
	], [
		"A name or title",
		13,
		9
	], [
		"A figure",
		11,
		4
	], [
		"A date or place",
		6,
		5
	], [
		"A translation",
		4,
		3
	], [
		"Who said it",
		3,
		0
	], [
		"A picture",
		1,
		1
	]), h2("Figures"), prose(`
Seven of the eleven wrong figures were right in the notebook and wrong on the page: a line slipped in a table, a share was
read as a total. On the night of the Orlavan election we gave the portion of stations that had reported as turnout. It
stood for a quarter of an hour. Since then two people look at every number on a live page, one of whom has not been
awake since morning.`), h2("Who said it"), prose(`
Three times we credited a statement to the wrong source. In no case did a reader notice, and there is no reason why one
should have. We found them ourselves, in the autumn, when we went through our archive sentence by sentence to
note down who stands behind each. That is the kind of error that can live for years.`), h2("Time"), p("Half of all corrections were made within five hours of publication. The slowest took 214 days and concerned the width of a bridge. If you see something, the address is in ", link("/how-we-work", "How we work"), ". No error is too small; the bridge was very small."))
});
// demo/articles/port-sarn-crane-operators-walk-out.ts
var port_sarn_crane_operators_walk_out_default = article({
	slug: "port-sarn-crane-operators-walk-out",
	headline: "Crane operators walk out at Port Sarn",
	standfirst: "Thirty-one cranes stand still in a dispute over pay and over working alone at night.",
	datelinePlace: "Port Sarn",
	datelineDate: "2019-07-15",
	category: "work",
	categories: ["orlava"],
	tags: ["port-sarn"],
	bylines: [by("tna")],
	leadPicture: "harbour-cranes",
	published: "2019-07-15T10:40:00Z",
	body: doc(prose(`
All 31 container cranes at Port Sarn stopped at six on Monday morning when their operators came down from the night
shift and were not relieved. Eleven ships lay at anchor by noon, according to the harbour master.

The Dockers’ Union says some 900 of its members have joined. It asks for nine per cent more pay and for a second person
in the cab between ten at night and four in the morning, as was the practice until last year.

Sarn Terminals, which runs the port under a lease to 2041, offered four per cent in June and calls the second operator
“a custom from the age of steam”. Its director, Karl Venn, said the company had cameras that never fell asleep.

The union’s chairman, Anton Kresh, replied that a camera had not caught the man who fell on 3 May.

Nine tenths of Orlava’s grain leaves the country over these quays.`))
});
// demo/articles/port-sarn-strike-ends.ts
var port_sarn_strike_ends_default = article({
	slug: "port-sarn-strike-ends",
	headline: "Two weeks, 31 cranes, one chair: how the Port Sarn strike ended",
	standfirst: "Operators go back with 6.5 per cent and company in the cab. The last hour of talks was about furniture.",
	datelinePlace: "Port Sarn",
	datelineDate: "2019-07-30",
	category: "work",
	categories: ["orlava"],
	tags: ["port-sarn"],
	bylines: [by("reier")],
	leadPicture: "harbour-cranes",
	published: "2019-07-30T06:30:00Z",
	body: doc(prose(`
A little after two on Monday night the negotiators in the customs house agreed on everything but the chair. If a second
person was to sit in the cab of a crane, on what was that person to sit? The cabs had been rebuilt in 2018 with one
seat, bolted to the floor. The company’s engineer thought a folding stool would pass inspection. The union’s safety
officer, a woman of few words, asked him to sit on one for six hours and come back.

There will be chairs. The fifteen days’ strike at Orlava’s only deep-water port is over, and the first ship, with
barley for which buyers had begun to look elsewhere, was being loaded by sunrise.`), h2("The terms"), list("Pay rises by 6.5 per cent from August. The union had asked for nine, Sarn Terminals had offered four.", "Two people in each cab from ten at night to four in the morning, until an inspector whom both sides name has reported on the cameras.", "No dismissals, and no pay for the days on strike. A fund set up by the town’s parishes will cover half."), prose(`
Both sides claimed to be content, which in this town is unusual. Anton Kresh told a meeting of some 600 dockers that
they had won “the right not to be alone up there”. For the company Karl Venn spoke of a compromise that would cost it
less than one more week of silence.

What it has cost the country is harder to say. The finance ministry put the loss at 70 million crowns, counting grain
that was sold late as grain not sold at all. The exporters’ association has 22 million. The difference is a matter of
definitions and of who would like compensation.`), h2("3 May"), prose(`
The strike began, everyone here agrees, eleven weeks before it began. On 3 May Petar Doln, who was 46, fell from the
ladder of crane 17 at about half past three in the morning. He was found at the change of shift. The inquest has
not yet opened. His widow attended the talks on their last day and, at her own wish, said nothing.`))
});
// demo/articles/press-law-struck-down.ts
var press_law_struck_down_default = article({
	slug: "press-law-struck-down",
	headline: "Court strikes two articles from Orlava’s media law for good",
	standfirst: "The judges also set a limit to what a register of newspapers may be used for.",
	datelinePlace: "Veshten",
	datelineDate: "2020-12-18",
	category: "press-freedom",
	categories: ["orlava"],
	tags: ["press-law", "courts"],
	bylines: [by("reier")],
	leadPicture: "court-stair",
	published: "2020-12-18T12:10:00Z",
	body: doc(prose(`
Orlava’s Constitutional Court on Friday annulled the two articles of the media law that it had suspended in June, and
laid down that nobody may be struck from the register of publishers except by a judge.

The ruling was unanimous, unlike the order of the summer. Judge Sofia Karn, who had then dissented, wrote it. Of the
phrase “established position of a competent authority” it says that an authority may hold a position, but that a court
cannot hold a citizen to it. The government’s explanation, which arrived on the fifty-ninth of sixty days, had been
one page long.

Since the coalition of Prime Minister Pavel Istrin means to repeal both articles in any case, the effect is mostly on
the past. Nine texts that had been taken down may be published again, and fines of 61,000 crowns are to be repaid.

Jan Torba of the Kelmin Courier, which gave up printing in March, was in the gallery. He said that the press was still
for sale but that he had raised the price.`))
});
// demo/articles/qalaat-al-madiq-ar.ts
var qalaat_al_madiq_ar_default = article({
	slug: "qalaat-al-madiq-ar",
	language: "ar",
	headline: "سكان ومرصد: القوات الحكومية السورية تسيطر على بلدة قلعة المضيق",
	standfirst: "المرصد السوري لحقوق الإنسان يقول إن مقاتلي المعارضة انسحبوا بعد أن كادوا يُطوَّقون، وسكان يذكرون قريتي تل هواش والكركات أيضاً.",
	datelineDate: "2019-05-09",
	category: "syria",
	tags: [
		"northwest-syria",
		"hama",
		"displacement"
	],
	bylines: [by("khatib"), by("haddad", "translation")],
	leadPicture: "map-qalaat-al-madiq",
	published: "2019-05-09T18:05:00Z",
	translationOf: "government-forces-take-qalaat-al-madiq",
	body: doc(prose(`
قال بعض السكان ومرصد حقوقي، يوم الخميس، إن القوات الحكومية السورية سيطرت على بلدة قلعة المضيق الواقعة عند الطرف
الجنوبي الغربي لمنطقة سيطرة المعارضة في شمال غرب سوريا.

وذكر المرصد السوري لحقوق الإنسان، ومقره بريطانيا، أن مقاتلي المعارضة انسحبوا من البلدة بعد أن أوشكت القوات الحكومية
على تطويقهم. وقال سكان إن قريتي تل هواش والكركات القريبتين انتقلتا كذلك إلى سيطرة الحكومة.`), h2("الأقرب إلى حميميم"), prose(`
كانت البلدة أقرب مناطق المعارضة إلى قاعدة حميميم الجوية الروسية قرب اللاذقية، وهي قاعدة استهدفها مسلحون بالصواريخ.
كما كانت نقطة عبور دخل منها إلى الشمال الغربي مقاتلون ومدنيون أُجلوا من مناطق أخرى بموجب اتفاقات استسلام.

وكان الجيش السوري قد بدأ هذا الأسبوع، بدعم جوي روسي، عمليات برية على الجبهة الجنوبية للمنطقة التي تضم إدلب وأجزاء من
المحافظات المجاورة، وهي منطقة مشمولة اسمياً باتفاق روسي تركي أُبرم العام الماضي.`), picture("map-southern-flank", "wide", "شمال حماة وجنوب إدلب: البلدات المذكورة في هذا الخبر."), h2("نازحون ومرافق صحية"), prose(`
أدت المعارك إلى نزوح 150 ألف مدني. وقال اتحاد منظمات الرعاية والإغاثة الطبية، ومقره الولايات المتحدة، يوم الأربعاء إن
نحو 13 مرفقاً صحياً أُصيبت في القتال.`), box("ما نعرفه وعمّن نقله", `يستند خبر تبدّل السيطرة على البلدة إلى أقوال بعض السكان وإلى المرصد. أما القول إن المقاتلين انسحبوا بعد أن كادوا
يُطوَّقون فمصدره المرصد وحده.

وفي ما يخص القريتين لا نملك سوى أقوال السكان.`))
});
// demo/articles/radio-seven-valleys.ts
var radio_seven_valleys_default = article({
	slug: "radio-seven-valleys",
	kind: "feature",
	headline: "The station that reads out the letters",
	standfirst: "In the mountains above Hollin a transmitter of 200 watts does what three ministries and a mobile network cannot.",
	datelinePlace: "Hollin",
	datelineDate: "2021-02-20",
	category: "press-freedom",
	categories: ["orlava"],
	tags: ["press-law"],
	bylines: [by("sorina"), by("petrak", "illustration")],
	leadPicture: "radio-mast",
	published: "2021-02-22T06:30:00Z",
	body: doc(prose(`
At ten minutes to seven each morning, when it is still dark in Hollin, Darka Ilm takes a paper bag off a hook, shakes the
letters out upon the mixing desk and sorts them by valley. There are seven heaps. She is on the air at seven and reads
until she has finished.

“To Anselm at Upper Roe, from his sister: the calf has come, both well, do not try the pass.” “To whoever has the blue
ladder.” “To the teacher in Tarn: Jakub has a fever and will not be in. He is sorry about the map.”

Seven Valleys Radio has 200 watts, one mast and, by its own reckoning, eleven thousand listeners, which would be every
adult in range. It has no news programme. In winter, when snow closes the passes and takes down the telephone line, it
does not need one.`), picture("mountains", "wide"), h2("Entry number 314"), prose(`
When the media law came into force last March, the station enrolled with the others. It is number 314 in the register,
between a fishing magazine and a choir. In May a letter came from the media council. Somebody had written in, and Mrs
Ilm had read aloud, that the road at Skarn was blocked; the roads authority’s position, on that day, was that the road
at Skarn was open.

It had been open on paper. On the ground a lorry lay across it. The council proposed a fine of 4,000 crowns, which is
what the station spends in a year on electricity, and then the Constitutional Court suspended the article and no more
was heard.`), p("The letter hangs framed beside the clock. Under it someone has written, in the Rovan dialect that most of the valleys speak, ", foreign("x-rovan", "vey hallar, vey lugar"), ": what is true here is what you fall over."), h2("Who pays"), prose(`
Listeners do, in December, mostly in kind. The accounts for last year list 31,000 crowns, four cords of birch, a
gearbox and “cheese, various”. There is no advertising, since everyone knows already who has what to sell.

Mrs Ilm is 58 and has been asked to train a successor. Two have tried. Both read well, she says, and both made the same
mistake: they read the letters as if they were interesting.`), box("Listening from afar", `The transmitter does not reach beyond the mountains. A listener in Veshten has put a receiver on his roof and, with
the station’s leave, passes the morning hour on by internet.`), embed("audio", "https://sevenvalleys.example/morning", "Seven Valleys Radio, the morning hour", "In Orlavan and Rovan."))
});
// demo/articles/reportedly-is-not-a-source.ts
var reportedly_is_not_a_source_default = article({
	slug: "reportedly-is-not-a-source",
	kind: "opinion",
	headline: "“Reportedly” is not a source",
	standfirst: "An adverb that was made to show caution has become a way of hiding who said what.",
	category: "method",
	categories: ["press-freedom"],
	tags: ["verification"],
	bylines: [by("aldous")],
	leadPicture: "empty-chair",
	datelineDate: "2019-02-05",
	published: "2019-02-05T07:00:00Z",
	body: doc(prose(`
Every trade has a word that does the work its people would rather not do. Cooks have “seasonal”. Diplomats have
“frank”. Ours is “reportedly”, and I should like to see it retired.

Consider a bridge. “The bridge was reportedly blown up on Tuesday.” By whom was this reported? It may have been a
shepherd who saw it fall, a ministry that wanted it believed, or another newspaper, which had it from the ministry.
A reader who knew which would know how far to trust the sentence. I knew, when I wrote it. I have taken that
knowledge out of the sentence and put an adverb in its place.

The defence is always that the adverb is short. So it is, by about four words. “The bridge was blown up on Tuesday, a
shepherd said.” Those four words are the whole of our profession. Anyone can repeat that a bridge is gone.`), pull("I have taken that knowledge out of the sentence and put an adverb in its place."), p("There are cousins. ", i("It is understood"), " generally means that a press officer asked not to be named. ", i("Sources say"), " is plural more often than the sources are. ", i("Critics argue"), " is the writer, clearing his throat."), prose(`
I do not say that every source can be named. Some would lose their posts and some their lives, and then we owe them
silence. We still owe the reader what we can give: how this person could know, whether they stood there or heard of
it, and on which side of the matter their bread is buttered. “A customs officer who was on duty that night” harms
nobody and tells a great deal.

From today this paper will not print the word unless someone in a quotation has used it. If you find it, write to
me. I shall correct the article and, since penance is good for editors, I shall do so under my own name.`))
});
// demo/articles/severo-zapad-sirii-chto-izvestno.ts
var severo_zapad_sirii_chto_izvestno_default = article({
	slug: "severo-zapad-sirii-chto-izvestno",
	kind: "explainer",
	language: "ru",
	headline: "Бои на северо-западе Сирии: что известно и откуда",
	standfirst: "Сирийская армия при поддержке российской авиации наступает на южный край зоны, которую удерживают повстанцы. Собрали главное — с указанием источников.",
	datelineDate: "2019-05-15",
	category: "syria",
	tags: [
		"northwest-syria",
		"idlib",
		"hama"
	],
	bylines: [by("sorina"), by("khatib", "reporting")],
	leadPicture: "map-northwest-syria",
	published: "2019-05-15T10:00:00Z",
	body: doc(h2("Что произошло"), prose(`
На прошлой неделе сирийская армия начала наземную операцию на южном фланге повстанческой зоны, в которую входят Идлиб и
части соседних провинций. С воздуха её поддерживает Россия.

В четверг, 9 мая, часть жителей и базирующийся в Великобритании Сирийский центр мониторинга за соблюдением прав человека
сообщили, что правительственные силы заняли город Калъат-эль-Мадик. По данным центра, повстанцы отошли, оказавшись почти в
полном окружении. Жители назвали и две деревни поблизости — Телль-Хаваш и Эль-Каркат.`), picture("map-southern-flank", "wide", "Север провинции Хама и юг Идлиба. Точками отмечены населённые пункты из сообщений."), h2("Почему именно этот город"), prose(`
Из всех мест, где стояли повстанцы, он был ближе других к российской авиабазе Хмеймим под Латакией, которую боевики
обстреливали ракетами. Через него же в зону въезжали бойцы и мирные жители, вывезенные из других районов по соглашениям о
сдаче.`), h2("Что с мирным населением"), list("Бои вынудили покинуть дома 150 тысяч гражданских лиц.", "Около 13 медицинских учреждений подверглись ударам — об этом 8 мая заявил американский Союз организаций медицинской помощи (UOSSM).", "Центр мониторинга 14 мая оценил число погибших за пятнадцать дней примерно в 400 человек. Это данные одного источника, и в них вошли как гражданские, так и участники боёв."), h2("А как же договорённость?"), prose(`
Формально зона прикрыта российско-турецким меморандумом, подписанным в Сочи в сентябре 2018 года. Он предусматривал
демилитаризованную полосу, отвод тяжёлого вооружения и уход радикальных группировок. Москва и Анкара от документа не
отказались, однако по-разному объясняют, почему он не работает: одна сторона указывает на присутствие «Хайят Тахрир
аш-Шам», другая — на удары правительственных войск.

Ни одно из приведённых утверждений о ходе боёв редакция не могла проверить на месте.`))
});
// demo/articles/smena-vlasti-v-orlave.ts
var smena_vlasti_v_orlave_default = article({
	slug: "smena-vlasti-v-orlave",
	language: "ru",
	headline: "Орлава: правящая партия потеряла большинство",
	standfirst: "«Гражданский союз» остался первым, но править один больше не сможет. Решили вода и закон о печати.",
	datelinePlace: "Вештен",
	datelineDate: "2020-10-06",
	category: "orlava",
	categories: ["europe"],
	tags: ["election-2020", "torva"],
	bylines: [by("sorina")],
	leadPicture: "assembly",
	published: "2020-10-06T06:30:00Z",
	body: doc(prose(`
По итогам воскресных выборов «Гражданский союз» премьер-министра Дороты Хальвиц получил 49 мест из 120 — на пятнадцать
меньше, чем четыре года назад. Об этом сообщила избирательная комиссия. Явка составила 67,4 процента, такой не было с
2000 года.

Две оппозиционные партии, «Земля и труд» Павла Истрина и «Демократический форум» Миры Толвай, вместе располагают
63 мандатами. Для большинства нужен 61.`), table("Места в Собрании", [
		"Партия",
		"2020",
		"2016"
	], [
		"Гражданский союз",
		49,
		64
	], [
		"Земля и труд",
		41,
		33
	], [
		"Демократический форум",
		22,
		17
	], [
		"Список семи долин",
		8,
		6
	]), h2("Там, где высохло"), prose(`
Карту потерь правящей партии можно наложить на карту оросительных каналов, и края почти сойдутся. В столице она лишилась
десятой доли голосов, в среднем течении Торвы — более трети. В Ломнике, где прошлой зимой воду давали по часам, ей не
досталось ни одного места.

Второй причиной в штабах называют закон о СМИ. Его автор, министр культуры Леон Брак, уступил в Кельмине бывшему
типографскому рабочему 211 голосов.`), picture("chart-seats", "text", "Состав нового Собрания: 49, 41, 22 и 8 мест. График: The Sounding."), h2("Что дальше"), prose(`
По обычаю президент сначала обращается к лидеру крупнейшей фракции. Если Хальвиц не наберёт большинства за двадцать дней,
очередь перейдёт к Истрину. Толвай уже объявила условия: отмена двух статей закона о печати и публикация всей переписки с
Кесселией о реке.

До присяги нового кабинета прежний исполняет обязанности. Вчера в министерствах, по словам двух сотрудников, весь день
работали уничтожители бумаг; в канцелярии правительства ответили, что речь идёт о «плановой замене архива».`))
});
// demo/articles/the-valley-below-ulmen.ts
var the_valley_below_ulmen_default = article({
	slug: "the-valley-below-ulmen",
	kind: "feature",
	headline: "The valley below Ulmen",
	seoTitle: "The valley below Ulmen: a summer on the Torva as the reservoir filled",
	socialTitle: "Ninety kilometres on foot along a river that is going missing",
	standfirst: "For six months Kesselia has been filling the largest reservoir in its history. We walked the ninety kilometres downstream to see who noticed.",
	datelinePlace: "Lomnik",
	datelineDate: "2019-10-12",
	category: "europe",
	categories: [
		"orlava",
		"kesselia",
		"work"
	],
	tags: [
		"torva",
		"ulmen-dam",
		"maps"
	],
	bylines: [
		by("reier"),
		by("sorina", "reporting"),
		by("brandvold", "data"),
		by("petrak", "illustration")
	],
	leadPicture: "dam-at-dusk",
	published: "2019-10-14T05:00:00Z",
	updated: "2019-10-16T10:20:00Z",
	body: doc(prose(`
The man who owns the last house below the dam keeps a bucket by his door with a line painted inside it. Every evening
at six he hangs it from the same nail under the same spout, where a spring comes out of the rock, and counts until the
water reaches the line. In April it took him 41 seconds. On the evening we met him, in the last week of September, he
had counted to 70 when his wife called him in to eat.

His name is Matej Hollar and he is 81. He does not claim that the dam has slowed his spring. The spring comes from
the mountain and not from the river. But no one told him anything when the gates went down, he says, so he decided to
measure what he could reach.`), p("From his door to the weir at Lomnik the Torva runs ", b("ninety kilometres"), ". In the third week of September we set out to walk them, with a map from 1961, a measuring staff and a question that sounds simpler than it is: ", i("what does a river’s neighbour notice when a tenth of it stays behind?")), more, h2("Kilometre 0: the wall"), prose(`
Ulmen is handsome. The dam stands in a gorge, 92 metres from foot to crown, the concrete still pale as bread. In the
evening the lamps along the top go on one after another, from the Harnau side, and the swallows that have taken over
the inspection gallery rise and settle again.

Behind it the lake stood at 12.4 metres when we signed the visitors’ book. Torva Kraft, the operator, had promised 13
by the end of the month. An engineer named Gerda Lohn showed us the turbine hall, where two of six machines were
running, and the outlet, a steel throat four metres wide. She opened her hand to show how far it had been open all
summer. “As far as the treaty says,” she said. “I could do it in my sleep.”`), picture("map-torva-basin", "wide", "The Torva from its sources to the Gulf of Sarn. We walked from Ulmen to Lomnik. Map: The Sounding."), p("The treaty, of 1962, says 140 cubic metres a second at the bridge of Varsha. In the notation that both hydrological services use, Q", sub("min"), " = 140 m", sup("3"), "/s. ", link("/europe/who-owns-a-river", "How that number came to be"), " has been told in this paper.", note("See “Who owns a river?”, 20 June 2019. The treaty has been amended once, in 1977, to allow the bridge to be painted grey.")), h2("Kilometre 11: the stone"), prose(`
At Varsha one crosses into Orlava by a bridge with a customs hut at either end. Below it, in the middle of the
stream, lies a flat boulder that is called the Table. When the Table can be seen before June, people say, there will be
no summer. This year it showed on the second of April, the day after the gates were lowered.

Vera Lukash hires out rowing boats. She had nineteen on the water last year and has six now; the others rest on
trestles with their bottoms turned to the sun, which is bad for them. She has been asked by so many reporters how she
feels about it that she has written her answer on a card and hung it on the landing stage.`), quote("I feel that my boats are dry. For further questions please apply to a ministry.", "Card on the landing stage at Varsha"), prose(`
Here also live the two people on whom both governments rely, the hydrologists Edda Roth and Osip Dran, who read one
gauge each and agree about everything except what it means. The figures below are theirs. No others exist.`), table("Mean flow at Varsha in 2019, cubic metres a second, as published by the two services", [
		"Month",
		"Kesselia",
		"Orlava",
		"Difference"
	], [
		"March",
		188,
		186,
		2
	], [
		"April",
		142,
		121,
		21
	], [
		"May",
		141,
		109,
		32
	], [
		"June",
		140,
		103,
		37
	], [
		"July",
		140,
		96,
		44
	], [
		"August",
		140,
		97,
		43
	], [
		"September",
		141,
		101,
		40
	]), p("Something in this table ought to be noticed. A natural river does not flow at 140, 140 and 140. ", highlight("The Kesselian column has become as smooth as a road."), " That is what an outlet does when it is set to a number. It shows that Gerda Lohn in her turbine hall has told the truth about her hand. It does not show what reached the bridge."), h3("How the sum is done"), prose(`
Both services use the same rule, taken from a handbook of 1958. Height is read in metres; a curve turns it into
volume. The quarrel is over two constants.`), code("python", `def flow(height, bed, width):
    """Cubic metres a second at Varsha, by the handbook of 1958."""
    depth = height - bed
    return 21.4 * width * depth ** 1.67 / 10

flow(1.12, bed=-0.31, width=36)  # Kesselia's survey: 140
flow(1.12, bed=-0.03, width=36)  # Orlava's survey:    97`), p("The constant ", mono("bed"), " is the height of the gravel. Twenty-eight centimetres of it, which may or may not be there, are the whole of the dispute between two republics."), h2("Kilometre 34: the canals"), prose(`
Below Varsha the gorge opens and one walks through orchards. They are watered by 212 small canals, some older than
either state, each with a wooden gate and a keeper. A canal does not need much water. It needs the river to be high
enough to enter it.`), p("That is why Orlava minds about the day, when Kesselia speaks of the month. An orchard keeper put it to us with a hand held flat at the level of his chest, then of his belt: “At this height I have plums. At this height I have the whole river going past, and it is ", underlined("no use to me"), ".” Of 212 gates we counted 87 with their sills above the water."), gallery(picture("orchard-canal"), picture("gauge", "text", "The staff at Varsha. Its foot is set in concrete that was poured in 1962."), picture("bridge-at-varsha", "text", "The bridge, with a customs hut at each end.")), prose(`
Some of the keepers belong to families that came upriver from the delta four generations ago, and a few to families
that came much farther. In the village of Sul we were given coffee by Yusuf Amari, whose grandfather, an engineer from
Aleppo, dug the newest of the canals in 1934. Over its gate he had a line cut in stone. It comes from the Quran, and
everyone in Sul, whatever their faith, can say what it means.`), turned("rtl", foreign("ar", "وَجَعَلْنَا مِنَ الْمَاءِ كُلَّ شَيْءٍ حَيٍّ")), p("“And We made from water every living thing.” Mr Amari’s neighbour, a Baptist, calls the canal ", foreign("ar", "الساقية"), " too, because that is its name."), pull("Twenty-eight centimetres of gravel are the whole of the dispute between two republics."), h2("From the notebook"), liveEntry("2019-09-20T14:40:00Z", "Kilometre 41, in the shade", `Depth at the ford 0.62 metres. The map of 1961 has 1.1. Two boys are catching crayfish in what they say is too
little water to be interesting.`), liveEntry("2019-09-19T05:00:00Z", "Varsha, seven in the morning", `Both hydrologists down their ladders. Both say 1.12. One of them waves.`), h2("Kilometre 58: the mill"), prose(`
The mill at Kosta has two wheels, and one of them has stood since May. It made flour until 1970 and has made
electricity since, enough for the village and a little over. Ludmila Resch, who runs it, keeps accounts in an oilcloth
book. In a usual September she sells 31,000 kilowatt-hours. This September it was 12,600.

She does the sum for us without being asked. What she has lost since April comes to 18,200 crowns. Ulmen’s two running
turbines make that much before breakfast.

Does she think it wrong, then, that the dam was built? She takes some time over this. Her daughter lives in Harnau,
and there the lights go out on winter evenings. “I think it is a good dam,” she says. “I think somebody could have
come and sat here.” She points at the bench.`), box("Ulmen in figures", list("Height: 92 metres. Length of the crown: 316 metres.", "Reservoir when full: 26 metres above the old river, 0.9 cubic kilometres.", "Six turbines, together 410 megawatts: a fifth of Kesselia’s electricity.", "Cost, according to Torva Kraft: 1.3 billion crowns.", "Houses flooded: 64. People moved: 231, all compensated by May 2018, according to the energy ministry in Harnau.")), h2("Kilometre 71: the fish"), prose(`
We had been told of dead fish and we looked for them. In nine days we found four, of which a heron had killed at least
one. The fishermen’s society at Brod says that nase, a fish that spawns on gravel in spring, did not come up this
year. The society’s records go back to 1949 and show four other years in which it did not. There was no dam in those.

This is perhaps the place to say what we cannot know. The spring of 2019 was dry in the whole basin: rain at Harnau
from March to May was a third below the average of thirty years, by Kesselia’s own weather service. A low river below a
new dam in a dry year has two explanations, and they do not exclude each other. Everyone we met had chosen one.`), folded("How we measured, and what our staff is worth", `At fourteen points we read the depth at the deepest place that could be reached by wading or from a boat, three
times in an hour, and compared it with the depth on the map of 1961. The map was made in July, ours in September.`, `Rivers dig and rivers silt. A difference of less than twenty centimetres means nothing. At nine of the fourteen
points the difference was greater, between 24 and 61 centimetres, and at all nine the river was shallower than in 1961.`), embed("map", "https://www.openstreetmap.org/about", "About OpenStreetMap", "Maps that anyone can correct: the project whose volunteers have drawn more of the world’s canals than any ministry."), h2("Kilometre 90: the weir"), prose(`
At Lomnik the Torva goes over a weir and under a street, and from there it belongs to the waterworks. The town has
61,000 inhabitants, a sugar factory and a mayor, Ana Brezic, who was a chemistry teacher. On the day we arrived she
had signed an order to ration water in the lower town from the fifteenth of October: four hours each morning, three
each evening.

She received us standing up. Yes, she had asked Harnau for the filling schedule, by registered letter, in January. No,
she had not had a reply. She had also asked her own government, in Veshten, what it was doing, and from there the reply
had been a brochure.`), p("The order had hung on the town hall since noon. Someone had already corrected it in pencil. Where it said that rationing was ", struck("temporary"), ", it now said ", i("April"), "."), h3("What each side could do tomorrow"), numbered("Kesselia could publish the schedule. It exists; we have seen its cover.", "Orlava could publish the survey on which its curve rests. It has been asked for in the Assembly three times.", [p("Both could send two people out in a boat."), list("It takes four days.", "The boat is at Varsha, under a tarpaulin.")]), rule, p("We telephoned Matej Hollar from the station at Lomnik.", br, "It was a few minutes past six, and he asked us to hold on.", br, "We could hear him counting."), p(i("Correction, 16 October: an earlier version gave the length of the dam’s crown as 361 metres. It is 316.")))
});
// demo/articles/thirteen-health-facilities-hit.ts
var thirteen_health_facilities_hit_default = article({
	slug: "thirteen-health-facilities-hit",
	headline: "Some 13 health facilities hit in northwest Syria, relief group says",
	standfirst: "The count comes from the US-based Union of Medical Care and Relief Organizations, which supports clinics in the area.",
	datelineDate: "2019-05-08",
	category: "syria",
	tags: ["northwest-syria", "health-care"],
	bylines: [by("khatib", "reporting"), by("brandvold", "data")],
	leadPicture: "hospital-corridor",
	published: "2019-05-08T18:20:00Z",
	body: doc(prose(`
Some 13 health facilities have been hit in the fighting in northwest Syria, the Union of Medical Care and Relief
Organizations said on Wednesday. The organisation is based in the United States.

We give the figure as it was given to the public: “some” 13, and “hit”. It does not tell whether a building was
destroyed, damaged or closed as a precaution, and a facility can be a surgical hospital or a room with two nurses.
The group did not, in the statement available to us, set out the thirteen one by one.

Hospitals and clinics are protected under the laws of war, and those who run them in the rebel zone have for some
years had to weigh whether passing on their positions makes them safer. Syria and Russia say that they aim
at armed groups only.

The fighting has displaced 150,000 civilians, which moves patients as well as doctors away from the places where
records of illness and injury are kept.

Readers should expect this number to change. We shall say who changed it, and why.`))
});
// demo/articles/torva-interim-agreement.ts
var torva_interim_agreement_default = article({
	slug: "torva-interim-agreement",
	headline: "Orlava and Kesselia sign two-year deal on the Torva",
	standfirst: "Harnau will release 120 cubic metres a second in summer, day by day, and a boat will go out in April.",
	datelinePlace: "Varsha",
	datelineDate: "2021-01-25",
	category: "europe",
	categories: ["kesselia", "orlava"],
	tags: ["torva", "ulmen-dam"],
	bylines: [by("reier"), by("tna", "reporting")],
	leadPicture: "bridge-at-varsha",
	published: "2021-01-25T15:30:00Z",
	body: doc(prose(`
The foreign ministers of Orlava and Kesselia signed an interim agreement on the river Torva on Monday, standing at two
tables pushed together across the painted line in the middle of Varsha bridge.

For two years Kesselia will let at least 120 cubic metres of water a second through the Ulmen dam on each day from May
to September. That is less than the treaty of 1962 demands over a month and more than Orlava has measured in either of
the past two summers. The treaty itself is not touched, and both governments reserve their reading of it.`), h2("What was agreed"), list("A daily minimum in place of a monthly mean, in summer only.", "A joint survey of the river bed in April. Until its results are accepted, the flow is to be taken as the mean of the two services’ tables.", "The filling of the reservoir stops at 19 metres until 2023.", "The Torva Commission gets a chairman for one year, with power over “surveys, permits and boats”. He is Henrik Saal, a retired harbour pilot who belongs to neither country."), prose(`
Mira Tolvaj, for Orlava, called it a truce with arithmetic in it. Her Kesselian counterpart, Emil Wegen, said that his
country had given up nothing it could not afford.

In Harnau the opposition disagreed. The lost electricity, it said, would have to be bought at 60 million crowns a year;
the energy ministry did not dispute the sum. Orlava will contribute nine million, under a heading for fish.

Edda Roth and Osip Dran, who have read the two gauges for more than twenty years, were invited to the ceremony and
stood on their own banks. Asked what the river had shown that morning, both said 1.31.`))
});
// demo/articles/torva-interim-agreement-ar.ts
var torva_interim_agreement_ar_default = article({
	slug: "torva-interim-agreement-ar",
	kind: "analysis",
	language: "ar",
	headline: "نهر تورفا: اتفاق مؤقت يؤجّل الخلاف ولا يحلّه",
	standfirst: "وقّعت أورلافا وكيسيليا اتفاقاً لعامين على مياه النهر المشترك. من ربح وقتاً ومن ربح ماءً؟",
	datelinePlace: "فارشا",
	datelineDate: "2021-01-28",
	category: "europe",
	categories: ["kesselia", "orlava"],
	tags: ["torva", "ulmen-dam"],
	bylines: [by("haddad"), by("reier", "reporting")],
	leadPicture: "map-torva-basin",
	published: "2021-01-28T09:30:00Z",
	body: doc(prose(`
وقّع وزيرا خارجية أورلافا وكيسيليا، يوم الاثنين، اتفاقاً مؤقتاً على مياه نهر تورفا ينهي، ولو إلى حين، نزاعاً بدأ قبل عامين
حين أغلقت كيسيليا بوابات سد أولمن وشرعت في ملء أكبر خزان في تاريخها.

وبموجب الاتفاق تمرّر كيسيليا ما لا يقل عن 120 متراً مكعباً في الثانية في كل يوم بين أيار/مايو وأيلول/سبتمبر. والفارق
الجوهري هنا في كلمة «يوم»، فمعاهدة عام 1962 تتحدث عن الشهر، وقنوات الري القديمة في أورلافا لا تنتظر شهراً.`), h2("أرقام متنازع عليها"), prose(`
لكل من البلدين مقياس عند جسر فارشا، وجدول يحوّل ارتفاع الماء إلى كمية. المقياسان متفقان والجدولان مختلفان، لأن قاع النهر لم
يُمسح مسحاً مشتركاً منذ عام 1998. وقد اتفق الطرفان على اعتماد متوسط الجدولين إلى أن يُنجز مسح جديد في نيسان/أبريل.`), picture("chart-torva-flow", "text", "متوسط التدفق الشهري عند فارشا عام 2019 كما نشرته هيئتا البلدين."), h2("ماذا كسب كل طرف؟"), list("أورلافا: حدّ أدنى يومي في الصيف، ووقف ملء الخزان عند 19 متراً حتى عام 2023.", "كيسيليا: اعتراف ضمني بأن حدّ المعاهدة البالغ 140 متراً مكعباً قابل للنقاش، ومساهمة مالية من جارتها.", "اللجنة المشتركة: رئيس لسنة واحدة بعد شغور دام ست سنوات."), prose(`
ويبقى السؤال الأصعب بلا جواب: ماذا لو جاء صيف جاف في البلدين معاً؟ لا يذكر النص شيئاً عن تقاسم النقص، واكتفى بدعوة الطرفين
إلى «التشاور بروح حسن الجوار». وقال دبلوماسي شارك في المحادثات، وطلب عدم كشف اسمه لأنه غير مخوّل بالحديث، إن هذه العبارة
استغرقت ثلاثة أيام، «وهي لا تروي شجرة واحدة».`))
});
// demo/articles/treaty-at-seventy.ts
var treaty_at_seventy_default = article({
	slug: "treaty-at-seventy",
	kind: "explainer",
	status: "scheduled",
	headline: "The Torva Treaty at seventy",
	standfirst: "Signed in a hopeful decade. What has become of its nineteen articles?",
	datelinePlace: "Varsha",
	datelineDate: "2032-05-03",
	category: "europe",
	categories: ["kesselia", "orlava"],
	tags: ["torva"],
	bylines: [by("brandvold")],
	leadPicture: "gauge",
	published: "2032-05-03T05:00:00Z",
	body: doc(prose(`
Seventy years ago today, on a bridge that had been painted for the day, two prime ministers who disliked each other
signed nineteen articles about a river. Sixteen of them have never been quoted since.`))
});
// demo/articles/ulmen-reservoir-to-fill-in-april.ts
var ulmen_reservoir_to_fill_in_april_default = article({
	slug: "ulmen-reservoir-to-fill-in-april",
	headline: "Kesselia will begin to fill Ulmen reservoir on 1 April; Orlava protests",
	standfirst: "Veshten says a treaty of 1962 guarantees it a minimum flow. Harnau answers that it will keep to it.",
	datelinePlace: "Harnau",
	datelineDate: "2019-03-27",
	category: "kesselia",
	categories: ["orlava"],
	tags: ["torva", "ulmen-dam"],
	bylines: [by("tna")],
	leadPicture: "dam-at-dusk",
	published: "2019-03-27T13:05:00Z",
	body: doc(prose(`
The gates of the Ulmen dam on the upper Torva will be lowered on Monday and its reservoir allowed to rise by 26 metres
over two summers, Kesselia’s energy ministry announced on Wednesday.

Orlava, which lies downstream and draws most of its drinking water from the river, summoned the Kesselian ambassador
within the hour. Its foreign ministry said in a statement that it had received no filling schedule and that “a river
cannot be switched off by press release”.

Ruprecht Sahl, the energy minister in Harnau, told reporters that the flow at the border would stay within the Torva
Treaty, under which Kesselia must let pass at least 140 cubic metres a second, measured at Varsha, in every month of
the year. “We built a dam, not a wall,” he said.`), picture("map-torva-basin"), prose(`
The dam, 92 metres tall, was completed in November at a cost that the operator, Torva Kraft, puts at 1.3 billion
crowns. At full level its turbines are to supply a fifth of Kesselia’s electricity.

The Torva Commission, in which both countries sit, has not met since 2014, when they could not agree on a chairman.`))
});
// demo/articles/what-the-customs-list-shows.ts
var what_the_customs_list_shows_default = article({
	slug: "what-the-customs-list-shows",
	status: "withheld",
	headline: "What a customs list from Port Sarn shows",
	standfirst: "A document passed to this newspaper names forty consignments.",
	datelinePlace: "Port Sarn",
	datelineDate: "2020-05-18",
	category: "work",
	categories: ["orlava"],
	tags: ["port-sarn", "courts"],
	bylines: [by("reier")],
	leadPicture: "harbour-cranes",
	published: "2020-05-18T06:00:00Z",
	updated: "2020-05-20T17:00:00Z",
	withheldReason: "We have taken this article down because a detail in it could lead to the person who gave us the document. What it reported has not been challenged. We will publish it again in another form when we can.",
	body: doc(prose(`
Forty consignments marked as farm machinery left the second basin of Port Sarn between January and April without
passing the weighbridge, according to a list drawn up inside the customs house and seen by this newspaper.

The list gives a date, a berth and a weight for each. Compared with the port’s own register, the weights differ in
thirty-one cases by more than a tonne. Sarn Terminals said that it did not comment on documents it had not been shown.`))
});
// demo/articles/where-the-union-lost.ts
var where_the_union_lost_default = article({
	slug: "where-the-union-lost",
	kind: "analysis",
	access: "premium",
	headline: "Two hundred and twelve canals and an election",
	standfirst: "We laid the results of 2,346 polling stations over the map of Orlava’s irrigation. What the overlap shows, and what it does not.",
	datelineDate: "2020-10-19",
	category: "data",
	categories: ["orlava"],
	tags: [
		"election-2020",
		"torva",
		"maps"
	],
	bylines: [by("brandvold"), by("reier", "reporting")],
	leadPicture: "map-orlava",
	published: "2020-10-19T06:00:00Z",
	body: doc(prose(`
The story told on election night was tidy: the river fell, the canals dried, and the Civic Union paid. It was told by us
as well. Two weeks later, with results from every polling station, we can say that it is about half true.

Where at least one irrigation canal stood dry for thirty days or more in 2019, the Union lost 37 per cent of the votes
it had in 2016. Everywhere else it lost 14. That is a wide gap, and it survives all the obvious objections: these
places are not poorer than others, nor older, and in 2016 they voted much as the country did.`), table("Change in the Civic Union’s vote, 2016 to 2020, by what happened to water", [
		"Polling districts",
		"Number",
		"Change, per cent"
	], [
		"Canal dry 30 days or more",
		311,
		"−37"
	], [
		"Canal dry under 30 days",
		164,
		"−22"
	], [
		"No canal, water rationed",
		97,
		"−31"
	], [
		"No canal, not rationed",
		1774,
		"−12"
	]), h2("Now the other half"), prose(`
The third line should give us pause. Lomnik and its suburbs have no canals. What they had was seven hours of tap water a
day for eleven weeks, and they punished the government nearly as hard. It may be, then, that voters were not angry about
the river; they were angry that nobody had told them anything. Every one of the 97 rationed districts got its notice
on the day rationing began.

And the numbers cannot tell us who changed. When a party loses a third of its vote in a village, a third may have
switched, or half may have stayed at home while others came out for the first time. Turnout rose most just where the
Union fell most, which suggests the second.`), p("There is a trap in this kind of work.", note("It is called the ecological fallacy. W. S. Robinson described it in 1950 with an example on literacy in the United States."), " We know how districts voted and which districts were dry. We do not know how the farmers voted."), picture("chart-torva-flow"), h2("A test that failed"), prose(`
If dry canals moved votes, then more dry days should have moved more of them. Among the 311 districts they did not.
Whether a gate stood above the water for thirty days or for ninety, the loss was about the same. One explanation is that
a season is lost at thirty. Another is that we are looking at the wrong thing. We publish the table so that
someone may find out which.`))
});
// demo/articles/who-counts-the-dead.ts
var who_counts_the_dead_default = article({
	slug: "who-counts-the-dead",
	kind: "analysis",
	access: "premium",
	headline: "Who counts the dead, and why their totals will never agree",
	standfirst: "A name, a body, a report, a household: four things that can be counted, and four different answers.",
	datelineDate: "2020-08-04",
	category: "data",
	categories: ["method", "syria"],
	tags: ["casualty-figures", "verification"],
	bylines: [by("brandvold"), by("aldous", "editing")],
	leadPicture: "ledger",
	published: "2020-08-04T06:00:00Z",
	body: doc(prose(`
A reader wrote to us in July to complain that we had given two figures for the same month of the same war. He wanted
to know which was true. Both were, in the sense that each had been arrived at by the method its makers describe; and
neither was, in the sense that he meant.

Those who count deaths in war fall into a few families. It is useful to know them by sight, because a headline
seldom says which one is speaking.`), more, h2("Those who count names"), prose(`
The strictest demand a name, a date and a place, and usually a second source. They publish lists. A list can be
checked, mourned over and brought before a court, and what is on it is rarely wrong. It is always short. Whole families
vanish from such counts when no one is left to report them, and combatants, whose commanders prefer silence, are thin
in them everywhere.

The United Nations human rights office compared lists of this kind for Syria until 2014 and then stopped for lack of
access to the sources. What it had published it called a minimum, which is the honest word of this family.`), h2("Those who count reports"), prose(`
Event data sets read what others have published and turn it into rows. Their strength is evenness: the same rule for
Monday and for Friday, for one side and for the other. Their weakness is that they see only what was reported, and
reporting follows roads, telephones and the interest of the public. In a month when correspondents look elsewhere, a
war appears to calm down.`), pull("In a month when correspondents look elsewhere, a war appears to calm down."), h2("Those who have someone there"), prose(`
Monitors keep contacts in towns and hospitals who telephone or write each evening. They are fast, they know the
nicknames of hills, and they are believed because they have often been right. Their readers cannot see the contacts.
A monitor may be close to one party in the war, or dependent on it for access, and remain the best source there is.`), h2("Those who ask households"), prose(`
Survey researchers go from door to door when it is safe, generally after the war, and ask who has died. They find
deaths that nobody reported, including those from untreated illness, and so their totals are the highest. They come
with a margin as wide as a barn, and with years of delay.`), h2("How to read them together"), list("Do not average. The mean of a list of names and a survey is a number with no meaning.", "Ask what is excluded. Fighters? Those who died of wounds? Those killed by their own side?", "Follow the chain. Three totals that rest on one monitor are one total.", "Prefer a count whose mistakes you can find over one whose mistakes you cannot."), prose(`
We print the figure that fits the sentence. For a raid last night it will be the monitor’s, with its name. For a
year, it will be rows. For a war that has ended it should be the survey’s, and where there is a list of names, we
link to it, since that is the only one of the four in which the dead are more than a quantity.`))
});
// demo/articles/who-owns-a-river.ts
var who_owns_a_river_default = article({
	slug: "who-owns-a-river",
	kind: "explainer",
	headline: "Who owns a river? The Torva Treaty in six answers",
	standfirst: "Fifty-seven years ago two governments promised each other water. They forgot to say how to measure it.",
	datelineDate: "2019-06-20",
	category: "europe",
	categories: ["kesselia", "orlava"],
	tags: ["torva", "ulmen-dam"],
	bylines: [by("reier"), by("brandvold", "data")],
	leadPicture: "gauge",
	published: "2019-06-20T07:45:00Z",
	body: doc(h2("What does the treaty promise?"), p("That at the bridge of Varsha, where the Torva leaves Kesselia, the flow shall be ", b("not less than 140 cubic metres a second in every month of the year"), ". That is all of Article 5. The rest concerns fish, log rafts and the painting of the bridge."), h2("Has it been kept?"), prose(`
Until this spring, yes. Since the Ulmen reservoir began to fill on 1 April, Orlava’s hydrological service has measured
an average of 121 cubic metres for April, 109 for May and 104 for the first half of June. Kesselia’s service gives 142,
141 and 140. The two gauges stand eleven metres apart.`), picture("chart-torva-flow"), h2("How can both be right?"), prose(`
They cannot; but they can both be sincere. A gauge measures height. To turn height into volume one needs the shape of
the river bed, and the bed at Varsha was last surveyed together in 1998. Gravel has moved since. Each side has made its
own survey and trusts it.`), h2("Does a country own the rain that falls on it?"), p("Lawyers have two answers, both a century old. One holds that a state may do as it likes with water on its territory. The other, which prevails today, asks for use that is equitable and reasonable, and forbids significant harm to the neighbour.", note("The wording is that of the United Nations Convention on the Law of the Non-navigational Uses of International Watercourses of 1997, in force since 2014."), " Neither Orlava nor Kesselia has joined the convention that says so."), h2("Who decides?"), prose(`
A commission of three members from each side, under a chairman on whom both agree. There has been none for five years.
The treaty does not say what happens when there is no chairman. It was signed in a hopeful decade.`), h2("What happens next?"), prose(`
The reservoir is to reach its first mark, 13 metres, in September. If the autumn is wet the quarrel may be postponed
until April. If it is dry, Veshten has said that water will be rationed in the lower town from October, for the first
time since the war.`))
});
// demo/articles/why-qalaat-al-madiq-matters.ts
var why_qalaat_al_madiq_matters_default = article({
	slug: "why-qalaat-al-madiq-matters",
	kind: "explainer",
	headline: "Why a small town under a citadel matters to three armies",
	standfirst: "Qalaat al-Madiq looks over the Ghab plain, the Orontes and the way to the coast. Five questions.",
	datelineDate: "2019-05-10",
	category: "syria",
	categories: ["data"],
	tags: [
		"northwest-syria",
		"hama",
		"maps"
	],
	bylines: [by("brandvold"), by("khatib")],
	leadPicture: "ghab-plain",
	published: "2019-05-10T09:00:00Z",
	body: doc(h2("Where is it?"), p("At the southern end of the Ghab, the flat green trough through which the Orontes (", foreign("ar", "العاصي"), ") runs north. To the west rise the mountains that separate the plain from the Mediterranean; to the east the ground climbs to Jabal Shashabo and the uplands of southern Idlib. Whoever stands on the citadel can see most of this."), h2("How far is it from the coast?"), prose(`
About forty kilometres in a straight line from the Russian air base at Hmeimim, near Latakia. No other rebel-held
place was closer. Insurgents have targeted the base with rockets, and distance decides which rockets reach it.`), picture("map-hmeimim", "wide"), h2("What happened this week?"), prose(`
Some residents and the Syrian Observatory for Human Rights said on Thursday 9 May that government forces had
captured the town. By the Observatory’s account its defenders pulled out when they had almost been surrounded. The
same monitor had reported a first assault on the place six days earlier, under heavy cover from the air.`), h2("Why do former rebels from Damascus know it?"), prose(`
Because their buses stopped there. When besieged districts elsewhere in Syria surrendered, those who would not live
under the government were taken north, and Qalaat al-Madiq was an entry point both for fighters and for civilians.
For some families it was the first place in years where no one was shooting at them.`), pull("Distance decides which rockets reach the base."), h2("What would it mean to lose it for good?"), list("For the rebels: the loss of a foothold in the plain and of a crossing with government land.", "For the army: the high ground at the mouth of the plain.", "For Russia: more distance between the base and those who fire at it.", "For farmers of the Ghab: one more year in which the harvest lies between two lines."), prose(`
Whether the change lasts is another matter. Villages around here have been taken and left within hours, and a claim
of control made in the evening has a short life. We date every such claim for that reason.`))
});
// demo/articles/zakon-o-smi-v-orlave.ts
var zakon_o_smi_v_orlave_default = article({
	slug: "zakon-o-smi-v-orlave",
	kind: "analysis",
	language: "ru",
	headline: "Закон, которого честная газета «не заметит»",
	standfirst: "Что меняет новый закон о СМИ в Орлаве и почему юристы спорят не о реестре, а о трёх строках в середине.",
	datelinePlace: "Вештен",
	datelineDate: "2019-12-05",
	category: "press-freedom",
	categories: ["orlava"],
	tags: ["press-law", "courts"],
	bylines: [by("sorina")],
	leadPicture: "printing-press",
	published: "2019-12-05T08:15:00Z",
	body: doc(prose(`
В понедельник вечером Собрание Орлавы приняло закон о средствах массовой информации: 63 голоса за, 51 против, пятеро
воздержались. Министр культуры Леон Брак заверил депутатов, что честная газета этого закона не заметит. Через два дня мы
обзвонили одиннадцать редакций. Заметили все.`), h2("Реестр"), prose(`
Больше всего шума вышло вокруг реестра, в который каждое издание обязано вписаться до 1 марта. Сам по себе он безобиден:
запись бесплатна, отказать в ней нельзя. Беда в выходе. После четвёртого штрафа издание вычёркивают, а вычеркнутое нельзя
ни печатать, ни продавать, ни показывать.`), h2("Ложь с точки зрения ведомства"), prose(`
Штраф — до 40 тысяч крон — назначают за «ложные сведения, имеющие общественное значение». Ложность определяют по
«устоявшейся позиции компетентного органа». Иначе говоря, если водное управление объявило, что в реке сто кубометров, а
репортёр намерил девяносто, неправ репортёр. Потом он может доказать обратное в суде. Но заметку к тому времени снимут:
совет по СМИ вправе потребовать этого немедленно, и жалоба требования не приостанавливает.`), pull("Беда не во входе в реестр, а в выходе из него."), h2("Чего удалось добиться"), list("Вычёркивают после четвёртого нарушения, а не после третьего.", "Доход из-за рубежа декларируют с десяти тысяч крон, а не с двух.", "Поправка о тайне переписки с источниками не прошла: не хватило шести голосов."), prose(`
Сорок депутатов готовят обращение в Конституционный суд. По регламенту у него полгода. Редактор «Кельминского курьера»
Ян Торба, у которого в штате семь человек, сказал нам, что полгода — это двадцать шесть номеров, и предложил
поговорить на двадцать седьмом.`))
});
// demo/categories.ts
var categories = [
	{
		key: "middle-east",
		name: "Middle East",
		names: {
			ar: "الشرق الأوسط",
			ru: "Ближний Восток",
			fr: "Moyen-Orient"
		},
		description: "Politics and conflict from the eastern Mediterranean to the Gulf.",
		slug: "middle-east",
		parent: null
	},
	{
		key: "syria",
		name: "Syria",
		names: {
			ar: "سوريا",
			ru: "Сирия",
			fr: "Syrie"
		},
		description: "The war, those who live with it, and those who count what it does.",
		slug: "syria",
		parent: "middle-east"
	},
	{
		key: "europe",
		name: "Europe",
		names: {
			ar: "أوروبا",
			ru: "Европа",
			fr: "Europe"
		},
		description: "Parliaments, borders and the rivers between them.",
		slug: "europe",
		parent: null
	},
	{
		key: "orlava",
		name: "Orlava",
		names: {
			ar: "أورلافا",
			ru: "Орлава",
			fr: "Orlava"
		},
		description: "From Veshten and Port Sarn: government, opposition and the lower Torva.",
		slug: "orlava",
		parent: "europe"
	},
	{
		key: "kesselia",
		name: "Kesselia",
		names: {
			ar: "كيسيليا",
			ru: "Кесселия",
			fr: "Kesselie"
		},
		description: "From Harnau and the upper Torva.",
		slug: "kesselia",
		parent: "europe"
	},
	{
		key: "press-freedom",
		name: "Press freedom",
		names: {
			ar: "حرية الصحافة",
			ru: "Свобода прессы",
			fr: "Liberté de la presse"
		},
		description: "Laws, courts and money: what decides whether a newspaper can print.",
		slug: "press-freedom",
		parent: null
	},
	{
		key: "work",
		name: "Work and trade",
		names: {
			ar: "العمل والتجارة",
			ru: "Труд и торговля",
			fr: "Travail et commerce"
		},
		description: "Ports, wages, freight and the people who move it.",
		slug: "work-and-trade",
		parent: null
	},
	{
		key: "data",
		name: "Data and maps",
		names: {
			ar: "بيانات وخرائط",
			ru: "Данные и карты",
			fr: "Données et cartes"
		},
		description: "What the figures count, who counted, and what they cannot say.",
		slug: "data-and-maps",
		parent: null
	},
	{
		key: "method",
		name: "How we know",
		names: {
			ar: "كيف نعرف",
			ru: "Откуда мы знаем",
			fr: "Comment nous savons"
		},
		description: "Our methods, explained: verification, attribution, maps.",
		slug: "how-we-know",
		parent: "data"
	}
];
var tags = [
	{
		key: "northwest-syria",
		name: "Northwest Syria",
		slug: "northwest-syria"
	},
	{
		key: "idlib",
		name: "Idlib",
		slug: "idlib"
	},
	{
		key: "hama",
		name: "Hama",
		slug: "hama"
	},
	{
		key: "displacement",
		name: "Displacement",
		slug: "displacement"
	},
	{
		key: "health-care",
		name: "Health care in war",
		slug: "health-care-in-war"
	},
	{
		key: "casualty-figures",
		name: "Casualty figures",
		slug: "casualty-figures"
	},
	{
		key: "torva",
		name: "The Torva",
		slug: "torva"
	},
	{
		key: "ulmen-dam",
		name: "Ulmen dam",
		slug: "ulmen-dam"
	},
	{
		key: "press-law",
		name: "Press law",
		slug: "press-law"
	},
	{
		key: "election-2020",
		name: "Orlava election 2020",
		slug: "orlava-election-2020"
	},
	{
		key: "port-sarn",
		name: "Port Sarn",
		slug: "port-sarn"
	},
	{
		key: "verification",
		name: "Verification",
		slug: "verification"
	},
	{
		key: "maps",
		name: "Maps",
		slug: "maps"
	},
	{
		key: "courts",
		name: "Courts",
		slug: "courts"
	}
];
// demo/contributors.ts
var contributors = [
	{
		key: "aldous",
		kind: "staff",
		name: "Miriam Aldous",
		slug: "miriam-aldous",
		biography: "Miriam Aldous edits The Sounding. She began as a court reporter and still reads the last page of a judgment first.",
		picture: "portrait-aldous",
		links: [{
			label: "E-mail",
			href: "mailto:aldous@thesounding.example"
		}],
		disclaimer: ""
	},
	{
		key: "khatib",
		kind: "staff",
		name: "Nadia Khatib",
		slug: "nadia-khatib",
		biography: "Nadia Khatib is Middle East editor. She works in Arabic and English, mostly by telephone, from our office.",
		picture: "portrait-khatib",
		links: [{
			label: "E-mail",
			href: "mailto:khatib@thesounding.example"
		}],
		disclaimer: ""
	},
	{
		key: "reier",
		kind: "staff",
		name: "Tomas Reier",
		slug: "tomas-reier",
		biography: "Tomas Reier reports from Veshten on the government and parliament of Orlava, and on the river when they quarrel over it.",
		picture: "portrait-reier",
		links: [],
		disclaimer: ""
	},
	{
		key: "brandvold",
		kind: "staff",
		name: "Ilse Brandvold",
		slug: "ilse-brandvold",
		biography: "Ilse Brandvold is data and maps editor. She trained as a surveyor and keeps the register of everything we count.",
		picture: "portrait-brandvold",
		links: [{
			label: "E-mail",
			href: "mailto:brandvold@thesounding.example"
		}],
		disclaimer: ""
	},
	{
		key: "sorina",
		kind: "staff",
		name: "Екатерина Сорина",
		slug: "ekaterina-sorina",
		biography: "Екатерина Сорина ведёт русскую страницу The Sounding и пишет о бассейне Торвы.",
		picture: "portrait-sorina",
		links: [],
		disclaimer: ""
	},
	{
		key: "haddad",
		kind: "staff",
		name: "سمير حدّاد",
		slug: "samir-haddad",
		biography: "سمير حدّاد محرّر الصفحة العربية في The Sounding، ويعمل منذ سنوات في الترجمة الصحفية والتدقيق.",
		picture: "portrait-haddad",
		links: [],
		disclaimer: ""
	},
	{
		key: "petrak",
		kind: "staff",
		name: "Jonas Petrak",
		slug: "jonas-petrak",
		biography: "Jonas Petrak draws for The Sounding. Before that he painted scenery for a provincial theatre.",
		picture: "portrait-petrak",
		links: [],
		disclaimer: ""
	},
	{
		key: "aske",
		kind: "guest",
		name: "Helen Aske",
		slug: "helen-aske",
		biography: "Helen Aske taught the law of shared rivers for twenty years and now advises on treaties.",
		picture: "portrait-aske",
		links: [],
		disclaimer: "Helen Aske advised the secretariat of the Torva Commission in 2011 and 2012. She was not paid by either government for this article, and the views in it are her own."
	},
	{
		key: "orve",
		kind: "guest",
		name: "Danil Orve",
		slug: "danil-orve",
		biography: "Danil Orve was a member of Orlava’s electoral commission from 2008 to 2016.",
		picture: "portrait-orve",
		links: [],
		disclaimer: ""
	},
	{
		key: "vasseur",
		kind: "guest",
		name: "Claire Vasseur",
		slug: "claire-vasseur",
		biography: "Claire Vasseur, journaliste indépendante, parcourt les frontières de l’Est à vélo et en autocar.",
		picture: "portrait-vasseur",
		links: [],
		disclaimer: ""
	},
	{
		key: "tna",
		kind: "agency",
		name: "Torva News Agency",
		slug: "torva-news-agency",
		biography: "The Torva News Agency is a cooperative of eleven newspapers in Orlava and Kesselia.",
		picture: null,
		links: [{
			label: "Torva News Agency",
			href: "https://tna.example/"
		}],
		disclaimer: ""
	}
];
// demo/pages/about.ts
var about_default = {
	slug: "about",
	headline: "About The Sounding",
	body: doc(prose(`
A sounding is what a ship takes in waters it does not trust: a weight on a line, let down to find how deep it is here,
now. Somebody calls the figure and somebody else writes it in a book. We thought it a fair description of the trade.

The Sounding is a small independent paper on politics and conflict. We publish in English, Arabic, Russian and, when a
good text comes our way, French. Seven people work here, most of them part of the week.`), h2("Who pays"), prose(`
Readers do. Our news is free for everyone and is paid for by donations. Longer analyses are for readers who
subscribe. We take no money from governments, parties or companies that we report on, and we publish the name of anyone
who gives more than 1,000 euros in a year.`), h2("Who decides"), p("The editor decides what is printed, and the editor alone. How we report, correct and protect those who speak to us is set down in ", link("/how-we-work", "How we work"), "."))
};
// demo/pages/how-we-work.ts
var how_we_work_default = {
	slug: "how-we-work",
	headline: "How we work",
	body: doc(h2("Who says so"), prose(`
A statement of fact that we have not seen for ourselves carries the name or a description of whoever made it. Where a
source cannot be named we say why and how they could know. Two outlets that quote the same witness are one witness.`), h2("Numbers"), list("A figure has a counter, a day and an area. One that lacks any of these is not printed without saying so.", "We do not add up figures from different counters, or average them.", "An estimate stays an estimate in the headline."), h2("Corrections"), prose(`
When we have been wrong we say so on the article itself, with the date, what stood there and what is right. Spelling is
mended silently; facts never. Serious mistakes are also told to readers who received the article by e-mail.

If an article has to come down, its address stays and gives the reason. Nothing disappears without a trace.`), h2("Opinion and guests"), prose(`
Opinion is labelled. A guest’s article says that it is a guest’s, and any interest of theirs that a reader should know of
stands beneath it. We do not publish opinion by people who were paid by someone else to write it.`), h2("Protecting people"), prose(`
No one’s life is worth a detail. We leave out places, times and faces that could lead to someone who trusted us. We
do not keep what we do not need, and we tell sources before the interview what we can and cannot promise.`), h2("Pictures and maps"), p("We draw our own illustrations, maps and charts. An illustration is never presented as a photograph. Sources are listed in ", link("/picture-credits", "Picture credits and data sources"), "."), h2("Complaints"), p("Write to ", link("mailto:editor@thesounding.example", "editor@thesounding.example"), ". You will have an answer within five working days."))
};
// demo/pages/imprint.ts
var imprint_default = {
	slug: "imprint",
	headline: "Imprint",
	body: doc(p("The Sounding", br, "Lotline Press Cooperative", br, "14 Ropewalk, second yard", br, "Port Sarn 4020, Orlava"), p("E-mail: ", link("mailto:editor@thesounding.example", "editor@thesounding.example")), h2("Responsible for the content"), prose("Miriam Aldous, editor, at the address above."), h2("Register"), prose("Register of publishers, no. 207. Cooperative register of Port Sarn, no. 1 188."), h2("This is a demonstration"), prose(`
The Sounding comes with the publishing system Dateline, to show it at work. Its people, and the republics of Orlava and
Kesselia, are invented. Syria is not: what is written about it here rests on the sources that are named.`))
};
// demo/pages/picture-credits.ts
var picture_credits_default = {
	slug: "picture-credits",
	headline: "Picture credits and data sources",
	body: doc(prose(`
Every picture on these pages was drawn for The Sounding. They may be reused under the Creative Commons
Attribution 4.0 licence with the credit that stands beneath them.`), h2("Events and places in Syria"), p("UCDP Georeferenced Event Dataset, Uppsala Conflict Data Program, Department of Peace and Conflict Research, Uppsala University. Licensed under ", link("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"), ". We selected events in the provinces of Idlib, Hama and Latakia from 28 April to 31 May 2019, and used the positions of places for our maps."), list([p("Sundberg, Ralph, and Erik Melander (2013). Introducing the UCDP Georeferenced Event Dataset. ", i("Journal of Peace Research"), " 50 (4): 523–532.")], [p("Högbladh, Stina (2019). ", i("UCDP GED Codebook"), " version 19.1. Department of Peace and Conflict Research, Uppsala University.")]), h2("Coast, rivers and hills"), prose(`
The coastline and the course of the Orontes on our maps of Syria are drawn by hand and simplified. They show where
things lie in relation to one another and are not fit for navigation, or for claims about borders.`), h2("The Torva"), prose(`
Figures and maps of Orlava and Kesselia are invented along with those countries.`))
};
// demo/pages/privacy.ts
var privacy_default = {
	slug: "privacy",
	headline: "Privacy policy",
	body: doc(prose(`
You can read this paper without telling us who you are. We set no cookies for measuring or advertising, and our pages
load nothing from anybody else’s servers.`), h2("What we keep, and why"), list("Your e-mail address, if you ask for a newsletter, an account or a subscription, for as long as you want it.", "What you gave and when, if you donate. Tax law obliges us to keep this for ten years.", "A comment that you publish, with the name you chose, until you or we remove it.", "Technical logs for seven days, to defend the site against attacks. Addresses are shortened before they are stored."), h2("What others receive"), prose(`
If you pay by card the payment goes through our payment provider, which receives what a bank needs and nothing about
what you read. Videos and maps from other sites are shown as links until you choose to load them.`), h2("Your rights"), p("You may see what we hold about you, have it corrected, take it with you or have it erased. Most of this you can do yourself in your account; for the rest write to ", link("mailto:privacy@thesounding.example", "privacy@thesounding.example"), "."))
};
// demo/pictures.ts
var licence = "CC BY 4.0";
var drawn = (key, alt, caption, { focalX = .5, focalY = .5 } = {}) => ({
	key,
	file: `${key}.jpg`,
	alt,
	caption,
	credit: "Illustration: Jonas Petrak / The Sounding",
	licence,
	focalX,
	focalY
});
var portrait = (key, of) => ({ ...drawn(key, `Drawn portrait of ${of}`, "", { focalY: .38 }) });
var plotted = (key, alt, caption, credit, place = {}) => ({
	...drawn(key, alt, caption, place),
	credit
});
var positions = "Map: The Sounding. Positions: UCDP GED (CC BY 4.0)";
var events = "The Sounding. Data: UCDP GED (CC BY 4.0)";
var invented = "The Sounding";
var demo = {
	newsroom: {
		name: "The Sounding",
		tagline: "Politics and conflict, with the source beside the sentence",
		language: "en",
		timezone: "Europe/Berlin",
		colours: {
			accent: "#1f4e5f",
			accentDark: "#8fc3d1"
		},
		logo: null,
		navigation: [
			{
				at: "head",
				label: "About",
				href: "/about"
			},
			{
				at: "head",
				label: "How we work",
				href: "/how-we-work"
			},
			{
				at: "foot",
				label: "Privacy",
				href: "/privacy"
			},
			{
				at: "foot",
				label: "Picture credits",
				href: "/picture-credits"
			},
			{
				at: "foot",
				label: "Imprint",
				href: "/imprint"
			}
		],
		disclaimers: {
			guest: {
				en: "The author is a guest of this paper. What is said here is the author’s own view and not necessarily ours.",
				ar: "الكاتب ضيف على هذه الصحيفة، وما يرد في المقال رأيه ولا يعبّر بالضرورة عن رأينا.",
				ru: "Автор — гость издания. Сказанное здесь — его собственный взгляд, который может не совпадать с нашим.",
				fr: "L’auteur est un invité de ce journal. Il s’exprime en son nom et n’engage pas la rédaction.",
				und: "The author is a guest of this paper. What is said here is the author’s own view and not necessarily ours."
			},
			opinion: {
				en: "This is opinion. It gives the view of its author, not that of The Sounding.",
				ar: "هذا مقال رأي يعبّر عن كاتبه لا عن الصحيفة.",
				ru: "Это мнение. Оно принадлежит автору, а не редакции.",
				fr: "Ceci est une opinion. Elle est celle de son auteur et non celle du journal.",
				und: "This is opinion. It gives the view of its author, not that of The Sounding."
			}
		},
		imprint: "The Sounding is published by Lotline Press Cooperative, 14 Ropewalk, Port Sarn. Editor: Miriam Aldous."
	},
	categories,
	tags,
	contributors,
	pictures: [
		plotted("map-northwest-syria", "Map of northwest Syria with the towns of Idlib, Jisr al-Shughur, Maarat al-Numan, Khan Shaykhun, Hama, Latakia and Aleppo, and the sea to the west.", "Northwest Syria. Towns are shown, not areas of control.", positions),
		plotted("map-southern-flank", "Map of the north of Hama province: Qalaat al-Madiq in the west, then Tal Hawash, al-Karkat, Kafr Nabudah and Khan Shaykhun towards the east.", "The north of Hama and the south of Idlib province.", positions, { focalX: .4 }),
		plotted("map-qalaat-al-madiq", "Map that points out Qalaat al-Madiq at the southern end of the Ghab plain, with Tal Hawash and al-Karkat close by.", "Qalaat al-Madiq and the two villages that residents named.", positions),
		plotted("map-hmeimim", "Map from the coast at Latakia to Qalaat al-Madiq, with the Hmeimim air base and a ring of forty kilometres around it.", "About forty kilometres lie between Hmeimim and Qalaat al-Madiq.", "Map: The Sounding. Positions of towns: UCDP GED (CC BY 4.0)"),
		plotted("map-deaths-by-place", "Map of northwest Syria with a circle for each place where deaths were recorded in May 2019. The largest by far is at Kafr Nabudah.", "Deaths by place, 28 April to 31 May 2019, best estimates. The area of a circle stands for the number of dead.", `Map: ${events}`),
		plotted("chart-events-per-day", "Bar chart of deaths per day from 28 April to 31 May 2019, with civilians marked. The highest bar is 26 May with 93.", "Deaths recorded per day in Idlib, Hama and Latakia provinces, best estimates.", `Chart: ${events}`),
		plotted("chart-stock-flow", "Diagram: a tank with an inflow and an outflow. The level is labelled stock, the inflow is labelled flow.", "Stock is the level; flow is what passes in a given time.", `Diagram: ${invented}`),
		plotted("map-torva-basin", "Map of the river Torva from the mountains of Kesselia past the Ulmen dam and the bridge at Varsha to Lomnik, Veshten and the delta at Kelmin.", "The basin of the Torva.", `Map: ${invented}`),
		plotted("map-orlava", "Map of Orlava with the capital Veshten, Port Sarn, Kelmin, Lomnik, Varsha and Hollin in the Seven Valleys.", "Orlava and its neighbour upstream.", `Map: ${invented}`),
		plotted("chart-torva-flow", "Line chart of the flow at Varsha from March to September 2019. Kesselia’s line stays at 140; Orlava’s falls to about 97.", "Mean flow at Varsha in 2019 by month, as each service gives it.", `Chart: ${invented}. Data: hydrological services of Kesselia and Orlava`),
		plotted("chart-seats", "Half circle of 120 dots for the seats of Orlava’s Assembly: 41 Land and Labour, 22 Democratic Forum, 8 Seven Valleys, 49 Civic Union.", "The new Assembly. Sixty-one seats are a majority.", `Chart: ${invented}. Data: electoral commission of Orlava`),
		plotted("sightlines", "Diagram of three lines from a camera to a minaret, a water tower and a gap in the hills, which meet in one point.", "Three landmarks fix the place where a camera stood.", `Diagram: ${invented}`),
		drawn("hospital-corridor", "Drawing of an empty hospital corridor with light falling through open doors.", "A hospital corridor."),
		drawn("ghab-plain", "Drawing of a green plain with a river, a hill crowned by a citadel and mountains behind.", "A citadel above a river plain, drawn from description.", {
			focalX: .64,
			focalY: .45
		}),
		drawn("hills-at-night", "Drawing of dark hills under a night sky with a faint glow behind them.", "Hills at night."),
		drawn("road-north", "Drawing of a straight road between fields that leads to far blue hills.", "A road to the north.", { focalY: .6 }),
		drawn("ledger", "Drawing of an open ledger with ruled lines and tally marks under a lamp.", "A ledger."),
		drawn("empty-chair", "Drawing of an empty chair in front of a window.", "An empty chair.", { focalX: .42 }),
		drawn("assembly", "Drawing of a parliament building with columns and a low dome at evening.", "The Assembly in Veshten."),
		drawn("printing-press", "Drawing of the cylinders of a printing press with a web of paper running through.", "A press at work."),
		drawn("dam-at-dusk", "Drawing of a tall curved dam in a gorge at dusk, lamps along its crown.", "The Ulmen dam at dusk.", { focalY: .45 }),
		drawn("gauge", "Drawing of a graduated measuring staff standing in moving water.", "The gauge at Varsha.", { focalX: .62 }),
		drawn("harbour-cranes", "Drawing of harbour cranes in a row against a pale sky, with a ship below.", "Cranes at Port Sarn."),
		drawn("roof-line", "Drawing of flat roofs with satellite dishes, water tanks and a minaret against the evening sky.", "Roofs with dishes."),
		drawn("bridge-at-varsha", "Drawing of an iron bridge over a misty river with a hut at each end.", "The bridge at Varsha."),
		drawn("orchard-canal", "Drawing of a narrow canal with a wooden gate between rows of fruit trees.", "One of 212 canals."),
		drawn("court-stair", "Drawing of a broad stone stair that leads up to a tall, half-open door.", "The stair of the Constitutional Court."),
		drawn("contour-desk", "Drawing of contour lines on a sheet with a pair of dividers and a few dots.", "A map in the making."),
		drawn("ballot-box", "Drawing of a ballot box with a folded paper half inside its slot.", "A ballot box."),
		drawn("radio-mast", "Drawing of a radio mast on a snowy ridge before dawn, a small lit hut at its foot.", "The mast above Hollin.", { focalX: .62 }),
		drawn("mountains", "Drawing of mountain ridges one behind the other in morning haze.", "The Seven Valleys."),
		portrait("portrait-aldous", "Miriam Aldous"),
		portrait("portrait-khatib", "Nadia Khatib"),
		portrait("portrait-reier", "Tomas Reier"),
		portrait("portrait-brandvold", "Ilse Brandvold"),
		portrait("portrait-sorina", "Ekaterina Sorina"),
		portrait("portrait-haddad", "Samir Haddad"),
		portrait("portrait-petrak", "Jonas Petrak"),
		portrait("portrait-aske", "Helen Aske"),
		portrait("portrait-orve", "Danil Orve"),
		portrait("portrait-vasseur", "Claire Vasseur")
	],
	articles: [
		reportedly_is_not_a_source_default,
		orlava_media_bill_introduced_default,
		media_bill_clause_by_clause_default,
		ulmen_reservoir_to_fill_in_april_default,
		chya_voda_v_torve_default,
		idlib_zone_what_the_deal_says_default,
		northwest_syria_live_may_2019_default,
		ground_fighting_southern_edge_idlib_default,
		thirteen_health_facilities_hit_default,
		government_forces_take_qalaat_al_madiq_default,
		qalaat_al_madiq_ar_default,
		why_qalaat_al_madiq_matters_default,
		displaced_stock_and_flow_default,
		severo_zapad_sirii_chto_izvestno_default,
		kafr_nabudah_heaviest_day_default,
		who_owns_a_river_default,
		port_sarn_crane_operators_walk_out_default,
		port_sarn_strike_ends_default,
		measuring_a_river_default,
		the_valley_below_ulmen_default,
		orlava_media_law_passed_default,
		zakon_o_smi_v_orlave_default,
		how_we_verify_video_default,
		how_we_verify_video_ar_default,
		a_river_needs_a_clerk_default,
		kelmin_courier_stops_printing_default,
		a_year_after_qalaat_al_madiq_default,
		what_the_customs_list_shows_default,
		court_suspends_two_articles_default,
		may_2019_in_the_uppsala_data_default,
		may_2019_uppsala_ar_default,
		who_counts_the_dead_default,
		la_frontiere_a_sept_heures_default,
		how_we_draw_front_lines_default,
		orlava_election_night_live_default,
		halvic_loses_majority_default,
		smena_vlasti_v_orlave_default,
		where_the_union_lost_default,
		istrin_sworn_in_default,
		letters_about_a_river_default,
		count_in_public_default,
		press_law_struck_down_default,
		our_year_of_corrections_default,
		torva_interim_agreement_default,
		torva_interim_agreement_ar_default,
		doln_inquest_opens_default,
		radio_seven_valleys_default,
		in_the_boat_default,
		treaty_at_seventy_default
	],
	pages: [
		about_default,
		how_we_work_default,
		privacy_default,
		imprint_default,
		picture_credits_default
	]
};
// src/demo.ts
/** The demo's folder, from src/ and from dist/ alike. */
var folder = new URL("../demo/pictures/", import.meta.url);
/** Fills a newsroom that nobody has set up yet with the demo; leaves any other alone. Whole or not at all. */
async function loadDemo({ db, write }, files, now) {
	if (await isTaken(db)) return;
	const originals = /* @__PURE__ */ new Map();
	for (const { key, file } of demo.pictures) originals.set(key, await keepOriginal(files, await readFile(new URL(file, folder))));
	await write(async (tx) => {
		if (!await isTaken(tx)) await fill(tx, originals, now);
	});
}
async function isTaken(db) {
	if (await isNamed(db)) return true;
	return await db.selectFrom("articles").select("id").limit(1).executeTakeFirst() !== void 0;
}
async function fill(tx, originals, now) {
	await changeNewsroom(tx, demo.newsroom, now);
	const pictures = /* @__PURE__ */ new Map();
	for (const { key, alt, caption, credit, licence, focalX, focalY } of demo.pictures) {
		const words = {
			alt,
			caption,
			credit,
			licence,
			focalX,
			focalY
		};
		pictures.set(key, (await addPicture(tx, originals.get(key), words, now)).id);
	}
	const contributors = /* @__PURE__ */ new Map();
	for (const { key, slug, picture, ...fields } of demo.contributors) {
		const pictureId = picture ? pictures.get(picture) : null;
		const made = await addContributor(tx, {
			...fields,
			pictureId,
			path: `/contributors/${slug}`
		}, now);
		contributors.set(key, made.id);
	}
	const categories = /* @__PURE__ */ new Map();
	for (const [position, { key, slug, parent, name, names, description }] of demo.categories.entries()) {
		const above = parent ? categories.get(parent) : void 0;
		const path = `${above?.path ?? ""}/${slug}`;
		const made = await addCategory(tx, {
			name,
			names,
			description,
			position,
			path,
			parentId: above?.id ?? null
		}, now);
		categories.set(key, made);
	}
	const tags = /* @__PURE__ */ new Map();
	for (const { key, name, slug } of demo.tags) tags.set(key, (await addTag(tx, {
		name,
		path: `/tags/${slug}`
	}, now)).id);
	for (const article of demo.articles) {
		const category = categories.get(article.category);
		await bringOut(tx, await draft(tx, {
			kind: article.kind,
			access: article.access,
			headline: article.headline,
			seoTitle: article.seoTitle ?? "",
			socialTitle: article.socialTitle ?? "",
			standfirst: article.standfirst,
			datelinePlace: article.datelinePlace,
			datelineDate: article.datelineDate,
			language: article.language,
			categoryId: category.id,
			categoryIds: article.categories.map((key) => categories.get(key).id),
			tagIds: article.tags.map((key) => tags.get(key)),
			bylines: article.bylines.map(({ role, contributor }) => ({
				role,
				contributorId: contributors.get(contributor)
			})),
			leadPictureId: article.leadPicture ? pictures.get(article.leadPicture) : null,
			path: `${category.path}/${article.slug}`,
			body: withPictures(article.body, pictures)
		}, new Date(article.published)), article);
	}
	for (const { slug, headline, body } of demo.pages) {
		const page = {
			kind: "page",
			headline,
			path: `/${slug}`,
			body: withPictures(body, pictures)
		};
		await publish(tx, await draft(tx, page, now), now);
	}
}
async function bringOut(tx, id, article) {
	const published = new Date(article.published);
	if (article.status === "scheduled") await schedule(tx, id, published, published);
	if (article.status !== "published" && article.status !== "withheld") return;
	await publish(tx, id, published);
	if (article.updated) await tx.updateTable("articles").set({ updated: article.updated }).where("id", "=", id).execute();
	if (article.status === "withheld") await withhold(tx, id, article.withheldReason ?? "", new Date(article.updated ?? article.published));
}
/** The demo names pictures by its own keys; documents by the library's ids. */
function withPictures(doc, ids) {
	const turn = (node) => ({
		...node,
		...node.type === "picture" ? { attrs: {
			...node.attrs,
			picture: ids.get(String(node.attrs?.picture))
		} } : {},
		...node.content ? { content: node.content.map(turn) } : {}
	});
	return {
		...doc,
		content: (doc.content ?? []).map(turn)
	};
}
export { loadDemo };

//# sourceMappingURL=demo-DPqd4PS7.js.map