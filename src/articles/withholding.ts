import type { Tx } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, mayPublish } from '../staff/permission.ts'
import { publish, withhold } from './publish.ts'
import { load } from './write.ts'

/** Takes an article from readers; `reason` stands at its address. `version` is the one that was decided on. */
export async function takeBack(
  tx: Tx,
  actor: Actor,
  articleId: string,
  { version, reason }: { version: number; reason: string },
  now: Date,
) {
  await decideOn(tx, actor, articleId, version)
  await withhold(tx, articleId, reason, now, actor.id)
}

/** Gives a withheld article back to readers as they had it, at its former time and address. */
export async function giveBack(
  tx: Tx,
  actor: Actor,
  articleId: string,
  { version }: { version: number },
  now: Date,
) {
  const row = await decideOn(tx, actor, articleId, version)
  if (row.status !== 'withheld')
    throw new Refusal('conflict', 'articles/not-withheld', 'This article is not withheld.')
  await publish(tx, articleId, now)
  await record(tx, 'article.returned', { articleId, by: actor.id }, now)
}

async function decideOn(tx: Tx, actor: Actor, articleId: string, version: number) {
  if (!mayPublish(actor))
    throw new Refusal('not-allowed', 'articles/withhold', lacking(actor, 'articles.publish'))
  const { row } = await load(tx, articleId)
  if (row.version !== version)
    throw new Refusal(
      'conflict',
      'articles/stale',
      'Somebody else has changed this article meanwhile. Look at it again and decide then.',
    )
  return row
}
