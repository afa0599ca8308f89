import type { Db, Tx } from '../platform/database.ts'
import { contributorById, editContributor } from './contributors.ts'

/**
 * What a guest says of themselves with an article. Readers who know them already have it with that article, and not
 * before: no editor has seen it.
 */
export type Profile = { biography: string; pictureId: string | null; disclaimer: string }

/** Keeps what a guest says until their article is published. What they said with it before is forgotten. */
export async function awaitProfile(
  tx: Tx,
  { articleId, contributorId }: { articleId: string; contributorId: string },
  { biography, pictureId, disclaimer }: Profile,
) {
  await forgetAwaited(tx, articleId)
  await tx
    .insertInto('awaited_profiles')
    .values({
      article_id: articleId,
      contributor_id: contributorId,
      biography,
      picture_id: pictureId,
      disclaimer,
    })
    .execute()
}

const forgetAwaited = (tx: Tx, articleId: string) =>
  tx.deleteFrom('awaited_profiles').where('article_id', '=', articleId).execute()

/** What comes before readers of an article with it, if anything does. */
export async function awaitedWith(db: Db, articleId: string) {
  const row = await db
    .selectFrom('awaited_profiles')
    .selectAll()
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  if (!row) return undefined
  const { id: contributorId } = await contributorById(db, row.contributor_id)
  const { biography, picture_id: pictureId, disclaimer } = row
  return { contributorId, biography, pictureId, disclaimer }
}

/** What is awaited of contributors, the newest of each. */
export async function awaitedOf(db: Db, ids: readonly string[]): Promise<Map<string, Profile>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('awaited_profiles')
    .innerJoin('contributors', 'contributors.id', 'contributor_id')
    .select(['contributor_id', 'merged_into', 'awaited_profiles.biography'])
    .select(['awaited_profiles.picture_id', 'awaited_profiles.disclaimer'])
    .where((e) => e.or([e('contributor_id', 'in', ids), e('merged_into', 'in', ids)]))
    .orderBy('article_id')
    .execute()
  return new Map(
    rows.map(({ contributor_id, merged_into, biography, picture_id, disclaimer }) => [
      merged_into ?? contributor_id,
      { biography, pictureId: picture_id, disclaimer },
    ]),
  )
}

/** Gives readers what was awaited with an article, as long as its byline names who said it. */
export async function bringAwaited(
  tx: Tx,
  articleId: string,
  bylines: readonly { contributorId: string }[],
  now: Date,
) {
  const awaited = await awaitedWith(tx, articleId)
  if (!awaited || !bylines.some((line) => line.contributorId === awaited.contributorId)) return
  const { contributorId, ...profile } = awaited
  await editContributor(tx, contributorId, profile, now)
  await forgetAwaited(tx, articleId)
}
