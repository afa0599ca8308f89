import { applyUpdate, type Doc, encodeSnapshotV2, encodeStateAsUpdate, snapshot } from 'yjs'
import { noteUses } from '../media/uses.ts'
import { type Db, type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { Refusal } from '../platform/refusals.ts'
import { digestOf, isSameToReaders } from './digest.ts'
import { documentText, wordCount } from './document.ts'
import type { ArticleFields } from './fields.ts'
import { copyOnto, newManuscript, type Reading, readManuscript } from './manuscript.ts'
import { lostIn, uncreditedIn } from './picture-check.ts'
import { applyAndPutBack } from './rescue.ts'
import { shownBy } from './shown.ts'
import { isFree, strayIn } from './stray.ts'
import { edit, load } from './write.ts'

/** Between two versions that are kept of themselves (milliseconds). */
const REVISION_MS = 10 * 60_000

/** What a node has of a manuscript, so that it can ask for what it lacks. */
export type Known = { folded: number; updates: Set<string> }

/** Bytes of Yjs to apply, in any order. */
export type News = { bytes: Uint8Array[]; known: Known }

/**
 * The manuscript of an article. The first who asks has it copied from the article, once and for all nodes; and what
 * something else changed in the article since, such as an import, is brought in where nobody has written on it.
 */
export async function openManuscript(tx: Tx, articleId: string): Promise<News> {
  const { fields } = await articleFields(tx, articleId)
  const base = digestOf(fields)
  const there = await tx
    .selectFrom('manuscripts')
    .select('base')
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  if (!there) {
    const manuscript = newManuscript()
    copyOnto(manuscript, fields)
    await tx
      .insertInto('manuscripts')
      .values({
        article_id: articleId,
        state: encodeStateAsUpdate(manuscript),
        folded: 0,
        base,
        authors: '[]',
      })
      .execute()
  } else if (there.base !== base) {
    const manuscript = await manuscriptOf(tx, articleId)
    if (digestOf(readManuscript(manuscript).fields) === there.base) {
      copyOnto(manuscript, fields)
      await fold(tx, articleId, manuscript, { base })
    }
  }
  return newsOf(tx, articleId, { folded: -1, updates: new Set() })
}

/** What was written on a manuscript that somebody does not know yet. */
export async function newsOf(db: Db, articleId: string, known: Known): Promise<News> {
  const row = await db
    .selectFrom('manuscripts')
    .select('folded')
    .where('article_id', '=', articleId)
    .executeTakeFirstOrThrow()
  const bytes: Uint8Array[] = []
  if (row.folded !== known.folded) {
    const { state } = await db
      .selectFrom('manuscripts')
      .select('state')
      .where('article_id', '=', articleId)
      .executeTakeFirstOrThrow()
    bytes.push(state)
  }
  const ids = await db
    .selectFrom('manuscript_updates')
    .select('id')
    .where('article_id', '=', articleId)
    .execute()
  const fresh = ids.map(({ id }) => id).filter((id) => !known.updates.has(id))
  if (fresh.length > 0)
    for (const update of await db
      .selectFrom('manuscript_updates')
      .select('bytes')
      .where('article_id', '=', articleId)
      .where('id', 'in', fresh)
      .execute())
      bytes.push(update.bytes)
  return { bytes, known: { folded: row.folded, updates: new Set(ids.map(({ id }) => id)) } }
}

/** A manuscript as the database has it. */
export async function manuscriptOf(db: Db, articleId: string): Promise<Doc> {
  const { bytes } = await newsOf(db, articleId, { folded: -1, updates: new Set() })
  const manuscript = newManuscript()
  for (const update of bytes) applyUpdate(manuscript, update)
  return manuscript
}

/** Keeps what somebody wrote, under an id that is new. */
export async function keepUpdate(
  tx: Tx,
  articleId: string,
  { id, writtenBy, bytes }: { id: string; writtenBy: string; bytes: Uint8Array },
) {
  await tx
    .insertInto('manuscript_updates')
    .values({ id, article_id: articleId, bytes, written_by: writtenBy })
    .execute()
  touch(tx, manuscriptKey(articleId))
}

/** The touch that says that a manuscript has changed. */
export const manuscriptKey = (articleId: string) => `manuscript:${articleId}`

/** The article whose manuscript a touch speaks of, if it does. */
export const manuscriptIn = (key: string) => /^manuscript:(.+)$/.exec(key)?.[1]

/** What the manuscript of an article says, whether the article says just that, and whether readers would find it so. */
export async function readingOf(
  db: Db,
  articleId: string,
): Promise<Reading & { same: boolean; sameToReaders: boolean }> {
  const { fields } = await articleFields(db, articleId)
  const there = await db
    .selectFrom('manuscripts')
    .select('base')
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  if (!there) return { fields, wrong: [], same: true, sameToReaders: true }
  const reading = readManuscript(await manuscriptOf(db, articleId))
  return {
    ...reading,
    same: digestOf(reading.fields) === digestOf(fields),
    sameToReaders: isSameToReaders(reading.fields, fields),
  }
}

/**
 * Puts what was written since into the manuscript itself, keeps a version of it now and then, and brings the article
 * in step as long as readers do not have it. Harmless when there is nothing to do.
 */
export async function tidyManuscript(tx: Tx, articleId: string, now: Date) {
  const updates = await tx
    .selectFrom('manuscript_updates')
    .select(['written_by', 'bytes'])
    .where('article_id', '=', articleId)
    .orderBy('id')
    .execute()
  if (updates.length === 0) return
  const { state } = await tx
    .selectFrom('manuscripts')
    .select('state')
    .where('article_id', '=', articleId)
    .executeTakeFirstOrThrow()
  const manuscript = newManuscript()
  applyUpdate(manuscript, state)
  const bytes = updates.map((row) => row.bytes)
  if (applyAndPutBack(manuscript, bytes)) touch(tx, manuscriptKey(articleId))
  await fold(tx, articleId, manuscript, {
    authors: [...new Set(updates.map((row) => row.written_by))],
  })
  await noteUses(tx, 'manuscript', {
    id: articleId,
    pictureIds: shownBy(readManuscript(manuscript).fields),
  })
  await reviseNow(tx, articleId, manuscript, 'writing', now)
  await keepInStep(tx, articleId, now)
}

/** Makes an article that readers do not have say what its manuscript says, where that can be stored. */
export async function keepInStep(tx: Tx, articleId: string, now: Date) {
  const { row, fields } = await articleFields(tx, articleId)
  if (row.status === 'published' || row.status === 'withheld') return
  const there = await tx
    .selectFrom('manuscripts')
    .select('base')
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  if (!there || there.base !== digestOf(fields)) return
  const { fields: said, wrong } = readManuscript(await manuscriptOf(tx, articleId))
  const changes: Record<string, unknown> = { ...said }
  const unfit = [...wrong.map(({ field }) => field), ...(await lostIn(tx, said))]
  unfit.push(...(await strayIn(tx, said)))
  if (said.path !== undefined && !(await isFree(tx, said.path, row.path))) unfit.push('path')
  for (const field of unfit) changes[field] = fields[field as keyof ArticleFields]
  if (digestOf(changes) === there.base) return
  // What goes out by itself takes no picture with it that nobody could have published.
  if (row.status === 'scheduled' && (await uncreditedIn(tx, said, fields))) return
  try {
    await edit(tx, articleId, changes as ArticleFields, now)
  } catch (error) {
    // Refused before anything is written, such as a language that a translation has: shown when it is published.
    if (error instanceof Refusal) return
    throw error
  }
  await inStep(tx, articleId)
}

/** Says that article and manuscript are the same as far as they can be: what changes the article next is news. */
export async function inStep(tx: Tx, articleId: string) {
  const { fields } = await articleFields(tx, articleId)
  await tx
    .updateTable('manuscripts')
    .set({ base: digestOf(fields) })
    .where('article_id', '=', articleId)
    .execute()
}

/** Keeps a version of a manuscript; one that only tells of writing is kept now and then. */
export async function reviseNow(
  tx: Tx,
  articleId: string,
  manuscript: Doc,
  kind: 'writing' | 'submitted' | 'published' | 'restored',
  now: Date,
) {
  const latest = await tx
    .selectFrom('revisions')
    .select(['id', 'made', 'kind', 'authors'])
    .where('article_id', '=', articleId)
    .orderBy('made', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = await tx
    .selectFrom('manuscripts')
    .select('authors')
    .where('article_id', '=', articleId)
    .executeTakeFirstOrThrow()
  const { fields } = readManuscript(manuscript)
  const version = {
    kind,
    snapshot: encodeSnapshotV2(snapshot(manuscript)),
    words: wordCount(documentText(fields.body), fields.language),
    headline: fields.headline,
    authors: row.authors,
  }
  // Of one stretch of writing the latest is kept: it holds the others' words in its history.
  if (latest?.kind === 'writing' && now.getTime() - Date.parse(latest.made) < REVISION_MS)
    await tx
      .updateTable('revisions')
      .set({
        ...version,
        authors: united(latest.authors, row.authors),
        made: kind === 'writing' ? latest.made : now.toISOString(),
      })
      .where('id', '=', latest.id)
      .execute()
  else {
    await tx
      .insertInto('revisions')
      .values({ id: uuid(now), article_id: articleId, ...version, made: now.toISOString() })
      .execute()
    await tx
      .updateTable('manuscripts')
      .set({ authors: '[]' })
      .where('article_id', '=', articleId)
      .execute()
  }
}

/** An article and everything an editor says of it. */
async function articleFields(db: Db, articleId: string) {
  const { row, fields } = await load(db, articleId)
  return { row, fields: { ...fields, path: row.path } satisfies ArticleFields }
}

async function fold(
  tx: Tx,
  articleId: string,
  manuscript: Doc,
  { base, authors = [] }: { base?: string; authors?: string[] },
) {
  const row = await tx
    .selectFrom('manuscripts')
    .select(['folded', 'authors'])
    .where('article_id', '=', articleId)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('manuscripts')
    .set({
      state: encodeStateAsUpdate(manuscript),
      folded: row.folded + 1,
      authors: united(row.authors, JSON.stringify(authors)),
      ...(base === undefined ? {} : { base }),
    })
    .where('article_id', '=', articleId)
    .execute()
  await tx.deleteFrom('manuscript_updates').where('article_id', '=', articleId).execute()
}

const united = (...lists: string[]) =>
  JSON.stringify([...new Set(lists.flatMap((list) => JSON.parse(list) as string[]))])
