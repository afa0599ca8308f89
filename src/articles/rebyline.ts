import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { digestOf } from './digest.ts'
import { feedOf } from './feed.ts'
import type { ArticleFields } from './fields.ts'
import { inStep, keepUpdate, manuscriptOf } from './manuscripts.ts'
import { fieldsIn, setField } from './typed.ts'
import { load } from './write.ts'

/** Rows of one statement. */
const CHUNK = 500

/**
 * Names another contributor wherever one is named: in bylines, in the lists of what they have out, and in the
 * manuscripts of these articles, which may be open.
 */
export async function rebyline(tx: Tx, fromId: string, toId: string, by: string, now: Date) {
  const naming = await manuscriptsNaming(tx, fromId)
  // Whether somebody is named on a standing page decides whether they have one of their own.
  if (await isOnPage(tx, fromId)) touch(tx, 'standing pages')
  await renameBylines(tx, fromId, toId)
  await moveEntries(tx, feedOf.contributor(fromId), feedOf.contributor(toId))
  for (const [articleId, wasInStep] of naming) {
    await renameIn(tx, articleId, fromId, toId, by, now)
    if (wasInStep) await inStep(tx, articleId)
  }
}

/** Whether any article names a contributor. */
export async function isNamed(tx: Tx, contributorId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('bylines')
    .select('article_id')
    .where('contributor_id', '=', contributorId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function isOnPage(tx: Tx, contributorId: string) {
  const row = await tx
    .selectFrom('bylines')
    .innerJoin('articles', 'articles.id', 'article_id')
    .select('article_id')
    .where('contributor_id', '=', contributorId)
    .where('kind', '=', 'page')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The articles with a manuscript whose byline names somebody, each with whether it says what its manuscript said. */
async function manuscriptsNaming(tx: Tx, contributorId: string) {
  const rows = await tx
    .selectFrom('manuscripts')
    .select(['article_id', 'base'])
    .where('article_id', 'in', (e) =>
      e.selectFrom('bylines').select('article_id').where('contributor_id', '=', contributorId),
    )
    .execute()
  const found = new Map<string, boolean>()
  for (const { article_id, base } of rows) {
    const { row, fields } = await load(tx, article_id)
    found.set(article_id, base === digestOf({ ...fields, path: row.path }))
  }
  return found
}

async function renameBylines(tx: Tx, fromId: string, toId: string) {
  // An article may name both, and nobody does the same thing twice.
  const both = await tx
    .selectFrom('bylines as former')
    .innerJoin('bylines as other', (join) =>
      join
        .onRef('other.article_id', '=', 'former.article_id')
        .onRef('other.role', '=', 'former.role'),
    )
    .select(['former.article_id', 'former.position'])
    .where('former.contributor_id', '=', fromId)
    .where('other.contributor_id', '=', toId)
    .execute()
  for (const { article_id, position } of both)
    await tx
      .deleteFrom('bylines')
      .where('article_id', '=', article_id)
      .where('position', '=', position)
      .execute()
  await tx
    .updateTable('bylines')
    .set({ contributor_id: toId })
    .where('contributor_id', '=', fromId)
    .execute()
}

async function moveEntries(tx: Tx, from: string, to: string) {
  const entries = await tx
    .selectFrom('feed_entries')
    .select(['published', 'article_id'])
    .where('feed', '=', from)
    .execute()
  await tx.deleteFrom('feed_entries').where('feed', '=', from).execute()
  for (let at = 0; at < entries.length; at += CHUNK)
    await tx
      .insertInto('feed_entries')
      .values(entries.slice(at, at + CHUNK).map((entry) => ({ ...entry, feed: to })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const feed of [from, to]) touch(tx, `feed:${feed}`)
}

/** Writes it on a manuscript as a colleague would, so that whoever has it open sees it and loses nothing. */
async function renameIn(
  tx: Tx,
  articleId: string,
  fromId: string,
  toId: string,
  by: string,
  now: Date,
) {
  const manuscript = await manuscriptOf(tx, articleId)
  const lines = fieldsIn(manuscript).get('bylines') as ArticleFields['bylines'] | undefined
  if (!lines?.some(({ contributorId }) => contributorId === fromId)) return
  const before = encodeStateVector(manuscript)
  const named = lines.map((line) =>
    line.contributorId === fromId ? { ...line, contributorId: toId } : line,
  )
  const once = new Map(named.map((line) => [JSON.stringify(line), line]))
  setField(manuscript, 'bylines', [...once.values()])
  const bytes = encodeStateAsUpdate(manuscript, before)
  await keepUpdate(tx, articleId, { id: uuid(now), writtenBy: by, bytes })
}
