import type { Tx } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, mayCorrect } from '../staff/permission.ts'
import type { Amendment } from './correction.ts'
import { explain, refuseUnexplained } from './corrections.ts'
import { isSameToReaders } from './digest.ts'
import type { ArticleFields } from './fields.ts'
import { suggestedNote } from './suggestion.ts'
import { closeBefore } from './versions.ts'
import { edit, load } from './write.ts'

/**
 * Changes what readers have of a published article, and tells them what kind of change it is. What they would not see
 * (addresses, tags, titles for search engines) needs no word. Returns whether it is a change that they see.
 */
export async function amend(
  tx: Tx,
  actor: Actor,
  id: string,
  changes: Partial<ArticleFields>,
  amendment: Amendment | undefined,
  now: Date,
): Promise<boolean> {
  if (!mayCorrect(actor))
    throw new Refusal('not-allowed', 'articles/correct', lacking(actor, 'articles.correct'))
  const { fields } = await load(tx, id)
  if (isSameToReaders(fields, { ...fields, ...changes })) {
    await edit(tx, id, changes, now, { silent: true, by: actor.id })
    return false
  }
  refuseUnexplained(amendment)
  if (amendment.suggested && amendment.note !== suggestedNote(fields, { ...fields, ...changes }))
    throw new Refusal(
      'conflict',
      'articles/suggestion',
      'note: The words have changed once more. Read the note that they suggest now, and publish then.',
    )
  const versionId = (await edit(tx, id, changes, now, { by: actor.id }))!
  if (amendment.closes) await closeBefore(tx, versionId, now)
  await explain(tx, { articleId: id, versionId, by: actor.id }, amendment, now)
  return true
}
