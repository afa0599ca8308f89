import type { Db, Tx } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import { allColleagues } from '../staff/colleagues.ts'
import { type Actor, may } from '../staff/permission.ts'

/** Who is named in the notes of an article, by what they are named in. */
export async function mentionsIn(
  db: Db,
  articleId: string,
): Promise<Map<string, { id: string; name: string }[]>> {
  const rows = await db
    .selectFrom('margin_mentions')
    .innerJoin('margin_words', 'margin_words.id', 'words_id')
    .innerJoin('margin_notes', 'margin_notes.id', 'note_id')
    .innerJoin('colleagues', 'colleagues.id', 'colleague_id')
    .select(['words_id', 'colleague_id', 'name'])
    .where('article_id', '=', articleId)
    .orderBy('name')
    .execute()
  const mentions = new Map<string, { id: string; name: string }[]>()
  for (const { words_id, colleague_id: id, name } of rows)
    mentions.set(words_id, [...(mentions.get(words_id) ?? []), { id, name }])
  return mentions
}

/** Whether somebody works here and may open articles: nobody else is told of a note. */
export const isTold = (one: Actor & { left: string | null }) =>
  one.left === null && (may(one, 'articles.write') || may(one, 'articles.edit'))

/** Keeps who is named in what somebody says. Whoever names themselves need not be told. */
export async function keepMentions(
  tx: Tx,
  actor: Actor,
  wordsId: string,
  mentions: readonly string[],
) {
  const wanted = new Set(mentions)
  if (wanted.size === 0) return
  const there = (await allColleagues(tx)).filter((one) => wanted.has(one.id))
  if (there.length < wanted.size)
    throw new Refusal('invalid', 'notes/mentions', 'mentions: There is no such colleague.')
  const deaf = there.find((one) => !isTold(one))
  if (deaf)
    throw new Refusal(
      'invalid',
      'notes/mentions',
      `mentions: ${deaf.name} cannot open articles here. Mention somebody who can.`,
    )
  const named = there.filter(({ id }) => id !== actor.id)
  if (named.length === 0) return
  await tx
    .insertInto('margin_mentions')
    .values(named.map(({ id }) => ({ words_id: wordsId, colleague_id: id, told: null })))
    .execute()
}
