import {
  applyUpdate,
  createDocFromSnapshot,
  decodeSnapshotV2,
  encodeStateAsUpdate,
  encodeStateVector,
} from 'yjs'
import type { Db, Tx } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Actor } from '../staff/permission.ts'
import { refuseHands } from './hands.ts'
import { copyOnto, newManuscript, type Reading, readManuscript } from './manuscript.ts'
import { keepUpdate, manuscriptOf, reviseNow, tidyManuscript } from './manuscripts.ts'

export type Revision = {
  id: string
  kind: string
  headline: string
  words: number
  /** Names of those who wrote since the one before. */
  authors: string[]
  made: string
}

const MOST = 500

/** The versions of a manuscript that are kept, newest first. */
export async function revisionsOf(db: Db, articleId: string): Promise<Revision[]> {
  const rows = await db
    .selectFrom('revisions')
    .select(['id', 'kind', 'headline', 'words', 'authors', 'made'])
    .where('article_id', '=', articleId)
    .orderBy('made', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  const ids = [...new Set(rows.flatMap((row) => JSON.parse(row.authors) as string[]))]
  const people = ids.length
    ? await db.selectFrom('colleagues').select(['id', 'name']).where('id', 'in', ids).execute()
    : []
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...row,
    authors: (JSON.parse(row.authors) as string[]).flatMap((id) => names.get(id) ?? []),
  }))
}

/** What a manuscript said in one of its versions. */
export async function revisionAt(db: Db, articleId: string, id: string): Promise<Reading> {
  const row = await db
    .selectFrom('revisions')
    .select('snapshot')
    .where('article_id', '=', articleId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row)
    throw new Refusal('not-found', 'articles/revision', 'There is no such version of this article.')
  const then = newManuscript()
  createDocFromSnapshot(await manuscriptOf(db, articleId), decodeSnapshotV2(row.snapshot), then)
  return readManuscript(then)
}

/** Makes a manuscript say again what it said in a version. What it said until now is kept as one, too. */
export async function restoreRevision(
  tx: Tx,
  articleId: string,
  id: string,
  actor: Actor,
  now: Date,
) {
  await refuseHands(tx, actor, articleId)
  const { fields } = await revisionAt(tx, articleId, id)
  await tidyManuscript(tx, articleId, now)
  const manuscript = await manuscriptOf(tx, articleId)
  await reviseNow(tx, articleId, manuscript, 'restored', now)
  const before = encodeStateVector(manuscript)
  copyOnto(manuscript, fields)
  const bytes = encodeStateAsUpdate(manuscript, before)
  applyUpdate(newManuscript(), bytes)
  await keepUpdate(tx, articleId, { id: uuid(now), writtenBy: actor.id, bytes })
  await record(tx, 'article.restored', { articleId, by: actor.id }, now)
}

/** Whether anybody has written on an article's manuscript at the desk. */
export async function isWrittenOn(db: Db, articleId: string): Promise<boolean> {
  for (const table of ['manuscript_updates', 'revisions'] as const)
    if (
      await db
        .selectFrom(table)
        .select('id')
        .where('article_id', '=', articleId)
        .limit(1)
        .executeTakeFirst()
    )
      return true
  return false
}
