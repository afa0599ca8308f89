import { type SqlBool, sql } from 'kysely'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Db } from '../platform/database.ts'
import { patternsFor } from '../platform/like.ts'
import type { Embeddable, LibraryPicture } from './picture.ts'
import { pictureOf, stored } from './pictures.ts'
import type { MediaTables } from './tables.ts'
import { countUses } from './uses.ts'

/** What the desk asks of the library. */

/** Pictures that want looking at. */
export const libraryFilters = ['unused', 'lacking', 'expiring', 'expired'] as const
export type LibraryFilter = (typeof libraryFilters)[number]

export type LibraryQuery = {
  /** Words that must all stand in what is said of a picture. */
  search?: string | undefined
  filter?: LibraryFilter | undefined
  /** The id of the last picture that is known already. */
  after?: string | undefined
  most: number
}

/** Words of a search that count. */
const MOST_WORDS = 8

/** Milliseconds ahead in which a picture is said to expire soon: a month. */
const SOON_MS = 30 * 86_400_000

const searched = ['alt', 'caption', 'credit', 'licence', 'terms', 'source', 'name'] as const

/** Pictures of the library, newest first, and whether there are more. Ids grow with time, so no page shifts. */
export async function libraryPage(
  db: Db,
  { search = '', filter, after, most }: LibraryQuery,
  now: Date,
): Promise<{ pictures: LibraryPicture[]; next: string | null }> {
  let query = db.selectFrom('pictures').selectAll()
  for (const word of search.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS))
    query = query.where((e) =>
      e.or(
        searched.flatMap((column) =>
          // Both databases fold the case of ASCII, and the patterns that of other scripts.
          patternsFor(word).map(
            (like) => sql<SqlBool>`lower(${sql.ref(column)}) like ${like} escape '\\'`,
          ),
        ),
      ),
    )
  if (filter === 'lacking')
    query = query.where((e) => e.or([e('credit', '=', ''), e('licence', '=', '')]))
  if (filter === 'expired') query = query.where('expired', 'is not', null)
  if (filter === 'expiring')
    query = query
      .where('expired', 'is', null)
      .where('expires', '<=', new Date(now.getTime() + SOON_MS).toISOString())
  if (filter === 'unused') {
    const { logo, icon } = await newsroomNow(db)
    query = query.where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('picture_uses')
            .select('picture_id')
            .whereRef('picture_uses.picture_id', '=', 'pictures.id'),
        ),
      ),
    )
    const marks = [logo, icon].filter((id) => id !== null)
    if (marks.length > 0) query = query.where('id', 'not in', marks)
  }
  if (after) query = query.where('id', '<', after)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(most + 1)
    .execute()
  const shown = rows.slice(0, most)
  return {
    pictures: await forDesk(db, shown),
    next: rows.length > most ? shown.at(-1)!.id : null,
  }
}

/** These pictures, whether or not they may be shown, newest first. */
export async function libraryPictures(db: Db, ids: readonly string[]): Promise<LibraryPicture[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('pictures')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id', 'desc')
    .execute()
  return forDesk(db, rows)
}

export async function libraryPicture(db: Db, id: string): Promise<LibraryPicture> {
  const [picture] = await forDesk(db, [await stored(db, id)])
  return picture!
}

/** The picture of the library with this very file, if there is one. */
export async function pictureWith(db: Db, hash: string): Promise<LibraryPicture | undefined> {
  const rows = await db
    .selectFrom('pictures')
    .selectAll()
    .where('hash', '=', hash)
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  return (await forDesk(db, rows))[0]
}

async function forDesk(db: Db, rows: MediaTables['pictures'][]): Promise<LibraryPicture[]> {
  const uses = await countUses(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...pictureOf(row),
    caption: row.caption,
    name: row.name,
    format: row.format,
    bytes: Number(row.bytes),
    source: row.source ?? '',
    terms: row.terms,
    expires: row.expires,
    expired: row.expired,
    added: row.added,
    addedBy: row.added_by,
    shown: row.shown,
    version: row.version,
    uses: uses.get(row.id) ?? 0,
    fromFile: JSON.parse(row.from_file) as Embeddable[],
  }))
}
