import { built } from '../platform/built.ts'
import { type Db, type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import { reading } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Original } from './originals.ts'
import { captionWords, type Embeddable, type Picture } from './picture.ts'
import type { MediaTables } from './tables.ts'

const captionOf = ({ caption }: MediaTables['pictures']) => {
  const words = caption.includes('](') ? captionWords(caption) : caption
  return words === caption ? { caption } : { caption: words, linked: caption }
}

export const pictureOf = (row: MediaTables['pictures']): Picture => ({
  id: row.id,
  hash: row.hash,
  width: row.width,
  height: row.height,
  alt: row.alt,
  ...captionOf(row),
  credit: row.credit,
  licence: row.licence,
  focalX: row.focal_x,
  focalY: row.focal_y,
})

const shownOf = built((db, ids: readonly string[]) =>
  db.selectFrom('pictures').selectAll().where('id', 'in', ids).where('expired', 'is', null),
)

/** The pictures of the library with these ids, without those that may not be shown any more. */
export async function picturesById(db: Db, ids: readonly string[]): Promise<Map<string, Picture>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  for (const id of wanted) reading(`picture:${id}`)
  const rows = await shownOf(db, wanted)
  return new Map(rows.map((row) => [row.id, pictureOf(row)]))
}

/** Pictures in one statement. */
const AT_ONCE = 500

/**
 * The hashes of many pictures. Depends on the files of the whole library: a key for each picture would outweigh what is
 * made of them.
 */
export async function hashesById(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  reading('picture files')
  const found = new Map<string, string>()
  for (let at = 0; at < ids.length; at += AT_ONCE)
    for (const { id, hash } of await db
      .selectFrom('pictures')
      .select(['id', 'hash'])
      .where('id', 'in', ids.slice(at, at + AT_ONCE))
      .where('expired', 'is', null)
      .execute())
      found.set(id, hash)
  return found
}

/** The pictures that came last. */
export async function newestPictures(db: Db, most: number): Promise<Picture[]> {
  const rows = await db
    .selectFrom('pictures')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(pictureOf)
}

/** What an editor says of a picture. */
export type Words = Partial<
  Pick<Picture, 'alt' | 'caption' | 'credit' | 'licence' | 'focalX' | 'focalY'>
> & {
  source?: string
  terms?: string
  /** ISO 8601 UTC, or null for never. */
  expires?: string | null
}

/** Enters a picture whose original is already kept (see `keepOriginal`) into the library. */
export async function addPicture(
  tx: Tx,
  original: Original,
  words: Words & { name?: string; fromFile?: Embeddable[] },
  now: Date,
  by: string | null = null,
): Promise<Picture> {
  const expires = words.expires ?? null
  const row = {
    id: uuid(now),
    ...facts(original),
    alt: words.alt ?? '',
    caption: words.caption ?? '',
    credit: words.credit ?? '',
    licence: words.licence ?? '',
    focal_x: fraction('focalX', words.focalX),
    focal_y: fraction('focalY', words.focalY),
    source: words.source ?? null,
    added: now.toISOString(),
    shown: null,
    name: words.name ?? '',
    terms: words.terms ?? '',
    version: 1,
    expires,
    expired: isOver(expires, now) ? now.toISOString() : null,
    from_file: JSON.stringify(words.fromFile ?? []),
    added_by: by,
  }
  await tx.insertInto('pictures').values(row).execute()
  await record(
    tx,
    'picture.added',
    { pictureId: row.id, hash: row.hash, ...(by ? { by } : {}) },
    now,
  )
  return pictureOf(row)
}

const facts = ({ hash, format, width, height, bytes }: Original) => ({
  hash,
  format,
  width,
  height,
  bytes,
})

const isOver = (expires: string | null, now: Date) =>
  expires !== null && expires <= now.toISOString()

/** What is as the file has it after somebody has said these words. */
const stillFrom = (before: MediaTables['pictures'], words: Words) =>
  (JSON.parse(before.from_file) as Embeddable[]).filter(
    (name) => words[name] === undefined || words[name] === before[name],
  )

function fraction(field: string, value = 0.5) {
  if (value >= 0 && value <= 1) return value
  throw new Refusal('invalid', 'pictures/focus', `${field}: write a number from 0 to 1.`)
}

/** Changes what is said of a picture. One whose time is over is on no page from now on. */
export async function editPicture(tx: Tx, id: string, words: Words, now: Date) {
  const before = await stored(tx, id)
  const expires = words.expires === undefined ? before.expires : words.expires
  const expired = isOver(expires, now) ? (before.expired ?? now.toISOString()) : null
  await tx
    .updateTable('pictures')
    .set({
      alt: words.alt ?? before.alt,
      caption: words.caption ?? before.caption,
      credit: words.credit ?? before.credit,
      licence: words.licence ?? before.licence,
      focal_x: fraction('focalX', words.focalX ?? before.focal_x),
      focal_y: fraction('focalY', words.focalY ?? before.focal_y),
      source: words.source ?? before.source,
      terms: words.terms ?? before.terms,
      expires,
      expired,
      from_file: JSON.stringify(stillFrom(before, words)),
      version: before.version + 1,
    })
    .where('id', '=', id)
    .execute()
  touch(tx, `picture:${id}`)
  if (expired !== before.expired) touch(tx, 'picture files')
}

/** Puts another file in a picture's place: every page that shows it shows the new one, at a new address. */
export async function replacePicture(tx: Tx, id: string, original: Original, now: Date) {
  const before = await stored(tx, id)
  await tx
    .updateTable('pictures')
    .set({ ...facts(original), version: before.version + 1 })
    .where('id', '=', id)
    .execute()
  touch(tx, `picture:${id}`)
  touch(tx, 'picture files')
  await record(
    tx,
    'picture.replaced',
    { pictureId: id, hash: original.hash, formerHash: before.hash },
    now,
  )
}

/** A picture's row, whether or not it may be shown. */
export async function stored(db: Db, id: string) {
  const row = await db.selectFrom('pictures').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'pictures/unknown', 'There is no such picture.')
  return row
}

/** The picture served under a hash: its pixels and format. Several may share one original. */
export async function originalAt(db: Db, hash: string): Promise<Original | undefined> {
  return await db
    .selectFrom('pictures')
    .select(['hash', 'format', 'width', 'height', 'bytes'])
    .where('hash', '=', hash)
    .limit(1)
    .executeTakeFirst()
}

/** Says that readers have these pictures from now on. Until then their addresses answer the desk alone. */
export async function showPictures(tx: Tx, ids: Iterable<string | null>, now: Date) {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  for (let at = 0; at < wanted.length; at += AT_ONCE)
    await tx
      .updateTable('pictures')
      .set({ shown: now.toISOString() })
      .where('id', 'in', wanted.slice(at, at + AT_ONCE))
      .where('shown', 'is', null)
      .execute()
}

/** Whether readers have had a picture with this hash, or whether one of these pictures has it. */
export async function isShown(db: Db, hash: string, ids: readonly (string | null)[] = []) {
  const row = await db
    .selectFrom('pictures')
    .select('id')
    .where('hash', '=', hash)
    .where((e) =>
      e.or([
        e('shown', 'is not', null),
        ...ids.flatMap((id) => (id === null ? [] : [e('id', '=', id)])),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** A picture's file as readers may have it. */
export type Shown = Original & {
  /** When it may not be shown any more (ISO 8601 UTC), or null. */
  expires: string | null
}

/**
 * The same for readers. Refuses an original whose every picture may not be shown any more; where one of several may,
 * the one that may for longest counts.
 */
export async function shownAt(db: Db, hash: string, now: Date): Promise<Shown | undefined> {
  const rows = await db
    .selectFrom('pictures')
    .select(['hash', 'format', 'width', 'height', 'bytes', 'expires', 'expired'])
    .where('hash', '=', hash)
    .execute()
  const shown = rows.filter(
    ({ expires, expired }) => !expired && (!expires || expires > now.toISOString()),
  )
  if (rows.length > 0 && shown.length === 0)
    throw new Refusal('gone', 'pictures/expired', 'This picture may not be shown any more.')
  return shown.find(({ expires }) => !expires) ?? shown.sort(byExpiry)[0]
}

const byExpiry = (one: Shown, other: Shown) => (one.expires! < other.expires! ? 1 : -1)

/** Every original of the library, by its picture's id. */
export async function* allOriginals(db: Db): AsyncGenerator<Original> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('pictures')
      .select(['id', 'hash', 'format', 'width', 'height', 'bytes'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    yield* rows
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.id
  }
}
