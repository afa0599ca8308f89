import { o as uuid } from "./database-BqCOGjmU.js";
import { a as reading, o as Refusal, p as record } from "./pages-C61S4dKX.js";
import { createHash } from "node:crypto";
import sharp from "sharp";
// src/media/originals.ts
/** Bytes of one file, and pixels of one picture: a small file can unpack to gigabytes. */
var LARGEST_FILE = 52428800;
var MOST_PIXELS = 1e8;
/** What a file is, told by its first bytes and never by its name. */
function sniff(bytes) {
	const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 32));
	const latin = head.toString("latin1");
	if (head[0] === 255 && head[1] === 216 && head[2] === 255) return "jpeg";
	if (latin.startsWith("PNG\r\n\n")) return "png";
	if (latin.startsWith("GIF87a") || latin.startsWith("GIF89a")) return "gif";
	if (latin.startsWith("RIFF") && latin.slice(8, 12) === "WEBP") return "webp";
	if (latin.slice(4, 8) === "ftyp" && /^avi[fs]/.test(latin.slice(8, 12))) return "avif";
}
/**
* Looks at a picture's file without keeping it. Refuses what is no JPEG, PNG, GIF, WebP or AVIF (SVG among them: it
* is a program, not a picture), what is too large, and what cannot be decoded.
*/
async function examine(bytes) {
	if (bytes.length > 52428800) throw new Refusal("too-large", "pictures/size", `The file is larger than ${LARGEST_FILE / 1024 / 1024} MB. Export it smaller.`);
	const format = sniff(bytes);
	if (!format) throw new Refusal("invalid", "pictures/format", "The file is not a JPEG, PNG, GIF, WebP or AVIF picture. Export it as one of these.");
	let width;
	let height;
	try {
		const { autoOrient } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
		width = autoOrient.width;
		height = autoOrient.height;
		if (width * height > 1e8) throw new Error("Input image exceeds pixel limit");
		await sharp(bytes, {
			limitInputPixels: MOST_PIXELS,
			failOn: "truncated"
		}).resize(8).raw().toBuffer();
	} catch (error) {
		if (String(error).includes("pixel limit")) throw new Refusal("too-large", "pictures/pixels", `The picture has more than ${MOST_PIXELS / 1e6} million pixels. Export it smaller.`);
		throw new Refusal("invalid", "pictures/damaged", "The picture is damaged and cannot be read. Export it again.");
	}
	return {
		hash: createHash("sha256").update(bytes).digest("hex").slice(0, 32),
		format,
		width,
		height,
		bytes: bytes.length
	};
}
/** Examines a file and keeps it. Keeping the same file twice is harmless. */
async function keepOriginal(files, bytes) {
	const original = await examine(bytes);
	const name = originalName(original);
	if (await files.size(name) !== bytes.length) await files.write(name, bytes);
	return original;
}
var originalName = ({ hash, format }) => `originals/${hash.slice(0, 2)}/${hash}.${format}`;
// src/media/pictures.ts
var pictureOf = (row) => ({
	id: row.id,
	hash: row.hash,
	width: row.width,
	height: row.height,
	alt: row.alt,
	caption: row.caption,
	credit: row.credit,
	licence: row.licence,
	focalX: row.focal_x,
	focalY: row.focal_y
});
/** The pictures of the library with these ids. */
async function picturesById(db, ids) {
	if (ids.length === 0) return /* @__PURE__ */ new Map();
	const wanted = [...new Set(ids)];
	for (const id of wanted) reading(`picture:${id}`);
	const rows = await db.selectFrom("pictures").selectAll().where("id", "in", wanted).execute();
	return new Map(rows.map((row) => [row.id, pictureOf(row)]));
}
/** Enters a picture whose original is already kept (see `keepOriginal`) into the library. */
async function addPicture(tx, original, words, now) {
	const row = {
		id: uuid(now),
		...facts(original),
		alt: words.alt ?? "",
		caption: words.caption ?? "",
		credit: words.credit ?? "",
		licence: words.licence ?? "",
		focal_x: fraction("focalX", words.focalX),
		focal_y: fraction("focalY", words.focalY),
		source: words.source ?? null,
		added: now.toISOString()
	};
	await tx.insertInto("pictures").values(row).execute();
	await record(tx, "picture.added", {
		pictureId: row.id,
		hash: row.hash
	}, now);
	return pictureOf(row);
}
var facts = ({ hash, format, width, height, bytes }) => ({
	hash,
	format,
	width,
	height,
	bytes
});
function fraction(field, value = .5) {
	if (value >= 0 && value <= 1) return value;
	throw new Refusal("invalid", "pictures/focus", `${field}: write a number from 0 to 1.`);
}
/** The picture served under a hash: its pixels and format. Several may share one original. */
async function originalAt(db, hash) {
	return await db.selectFrom("pictures").select([
		"hash",
		"format",
		"width",
		"height",
		"bytes"
	]).where("hash", "=", hash).limit(1).executeTakeFirst();
}
/** Every original of the library, by its picture's id. */
async function* allOriginals(db) {
	const AT_ONCE = 500;
	for (let after = "";;) {
		const rows = await db.selectFrom("pictures").select([
			"id",
			"hash",
			"format",
			"width",
			"height",
			"bytes"
		]).where("id", ">", after).orderBy("id").limit(AT_ONCE).execute();
		yield* rows;
		if (rows.length < AT_ONCE) return;
		after = rows.at(-1).id;
	}
}
export { LARGEST_FILE as a, keepOriginal as c, picturesById as i, originalName as l, allOriginals as n, MOST_PIXELS as o, originalAt as r, examine as s, addPicture as t };

//# sourceMappingURL=pictures-BL9K3oV6.js.map