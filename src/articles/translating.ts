import type { Tx } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import type { Actor } from '../staff/permission.ts'
import { refuseHands } from './hands.ts'
import { joinTranslations, leaveTranslations } from './translations.ts'

/** Says at the desk that another article is a translation of this one: readers of each are led to the other. */
export async function nameTranslation(
  tx: Tx,
  actor: Actor,
  id: string,
  otherId: string,
  now: Date,
) {
  // Both must be one's own to change.
  for (const one of [id, otherId]) await refuseHands(tx, actor, one)
  if (otherId === id)
    throw new Refusal(
      'invalid',
      'articles/itself',
      'articleId: an article is no translation of itself. Choose another.',
    )
  await joinTranslations(tx, [id, otherId], now, actor.id)
}

/** Says at the desk that an article is no translation of others any more. */
export async function disownTranslations(tx: Tx, actor: Actor, id: string, now: Date) {
  await refuseHands(tx, actor, id)
  await leaveTranslations(tx, id, now, actor.id)
}
