import type { Db, Tx } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { reading } from '../platform/pages.ts'
import type { CorrectionKind } from './correction.ts'
import { type ArticleDocument, documentText } from './document.ts'
import type { Place } from './place.ts'
import type { ArticleTables } from './tables.ts'

type Row = ArticleTables['articles']

/** What an article says to readers, as far as its versions tell. */
type Said = Pick<Row, 'access' | 'headline' | 'standfirst' | 'body'>

/**
 * Keeps what an article says from now on as a version, and what it said until now where that is the first change.
 * Returns the new version's id.
 */
export async function keepVersion(
  tx: Tx,
  { id, published, updated, ...former }: Pick<Row, 'id' | 'published' | 'updated'> & Said,
  said: Said,
  now: Date,
): Promise<string> {
  const latest = await tx
    .selectFrom('versions')
    .select((e) => e.fn.max('number').as('number'))
    .where('article_id', '=', id)
    .executeTakeFirst()
  const number = latest?.number ?? 1
  const version = uuid(now)
  const rows = [{ id: version, number: number + 1, since: now.toISOString(), ...seen(said) }]
  if (!latest?.number)
    rows.unshift({ id: uuid(now), number, since: updated ?? published!, ...seen(former) })
  await tx
    .insertInto('versions')
    .values(rows.map((row) => ({ ...row, article_id: id, closed: null })))
    .execute()
  return version
}

const seen = ({ access, headline, standfirst, body }: Said) => ({
  access,
  headline,
  standfirst,
  body,
})

/** Keeps the wording of every version before this one from readers. */
export async function closeBefore(tx: Tx, versionId: string, now: Date) {
  const { article_id, number } = await tx
    .selectFrom('versions')
    .select(['article_id', 'number'])
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('versions')
    .set({ closed: now.toISOString() })
    .where('article_id', '=', article_id)
    .where('number', '<', number)
    .where('closed', 'is', null)
    .execute()
}

/** A version as readers may see it. */
export type Version = {
  number: number
  /** ISO 8601 UTC. */
  since: string
  /** Null when its wording is kept from readers. */
  said: { headline: string; standfirst: string } | null
  /** A paragraph a line; null when readers may not have it. */
  text: string | null
  /** What was said about the change that made it; null for the first, and for what was changed elsewhere. */
  kind: CorrectionKind | null
  correctionId: string | null
  note: string
}

/** Versions on one page. */
const LISTED = 10

/**
 * The versions of a published article, newest first, with the one before the last so that all can be compared;
 * undefined when they are to begin past a version that it has not.
 * Of what is Premium, or was then, the body is not even loaded.
 */
export async function versionsOf(
  db: Db,
  articleId: string,
  before?: Place,
): Promise<{ versions: Version[]; former: Version | null; older: Place | null } | undefined> {
  reading(`article:${articleId}`)
  const from = before && (await numberAt(db, articleId, before))
  if (before && from === undefined) return undefined
  const rows = await readable(db)
    .where('versions.article_id', '=', articleId)
    .$if(from !== undefined, (query) => query.where('versions.number', '<', from!))
    .orderBy('versions.number', 'desc')
    .limit(LISTED + 1)
    .execute()
  const versions = rows.map(versionOf)
  const last = rows[LISTED - 1]
  const goesOn = rows.length > LISTED && last
  return {
    versions: versions.slice(0, LISTED),
    former: versions[LISTED] ?? null,
    older: goesOn ? { published: last.since, articleId: last.id } : null,
  }
}

/** The number of the version at a place, where there is one. */
async function numberAt(db: Db, articleId: string, { published, articleId: id }: Place) {
  const row = await db
    .selectFrom('versions')
    .select('number')
    .where('id', '=', id)
    .where('article_id', '=', articleId)
    .where('since', '=', published)
    .executeTakeFirst()
  return row?.number
}

const readable = (db: Db) =>
  db
    .selectFrom('versions')
    .innerJoin('articles', 'articles.id', 'versions.article_id')
    .leftJoin('corrections', 'corrections.version_id', 'versions.id')
    .select(['versions.id', 'versions.number', 'versions.since'])
    .select(['corrections.kind', 'corrections.note', 'corrections.id as correction_id'])
    .select((e) => {
      const open = e('versions.closed', 'is', null)
      const free = e.and([
        open,
        e('versions.access', '=', 'standard'),
        e('articles.access', '=', 'standard'),
      ])
      return [
        e.case().when(open).then(e.ref('versions.headline')).else(null).end().as('headline'),
        e.case().when(open).then(e.ref('versions.standfirst')).else(null).end().as('standfirst'),
        e.case().when(free).then(e.ref('versions.body')).else(null).end().as('body'),
      ]
    })
    .where('articles.status', '=', 'published')

type ReadableRow = Awaited<ReturnType<ReturnType<typeof readable>['execute']>>[number]

const versionOf = (row: ReadableRow): Version => ({
  number: row.number,
  since: row.since,
  said: row.headline === null ? null : { headline: row.headline, standfirst: row.standfirst ?? '' },
  text: row.body === null ? null : documentText(JSON.parse(row.body) as ArticleDocument),
  kind: row.kind as CorrectionKind | null,
  correctionId: row.correction_id,
  note: row.note ?? '',
})
