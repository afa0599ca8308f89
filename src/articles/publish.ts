import { type Tx, touch } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { file, load } from './write.ts'

/** Shows an article to readers. `published` keeps an earlier time of publication (an import, a return after withholding). */
export async function publish(tx: Tx, id: string, now: Date, published?: string) {
  const { row } = await load(tx, id)
  if (row.status === 'published')
    throw new Refusal('conflict', 'articles/published', 'This article is already published.')
  await tx
    .updateTable('articles')
    .set({
      status: 'published',
      published: published ?? row.published ?? now.toISOString(),
      scheduled: null,
      withheld: null,
      withheld_reason: '',
      version: row.version + 1,
      edited: now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
  await file(tx, id)
  touch(tx, `article:${id}`)
  await record(tx, 'article.published', { articleId: id }, now)
}

/** Sets the time at which an article goes out by itself. */
export async function schedule(tx: Tx, id: string, at: Date, now: Date) {
  const { row } = await load(tx, id)
  if (row.status === 'published')
    throw new Refusal('conflict', 'articles/published', 'This article is already published.')
  await tx
    .updateTable('articles')
    .set({
      status: 'scheduled',
      scheduled: at.toISOString(),
      version: row.version + 1,
      edited: now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
  await record(tx, 'article.scheduled', { articleId: id }, now)
}

/** Publishes what is due, in order, each once; returns the ids. */
export async function publishDue(tx: Tx, now: Date): Promise<string[]> {
  const due = await tx
    .selectFrom('articles')
    .select(['id', 'scheduled'])
    .where('status', '=', 'scheduled')
    .where('scheduled', '<=', now.toISOString())
    .orderBy('scheduled')
    .orderBy('id')
    .limit(100)
    .execute()
  for (const { id, scheduled } of due) await publish(tx, id, now, scheduled!)
  return due.map(({ id }) => id)
}

/** Takes an article off every page. Its own address says so, with the reason. */
export async function withhold(tx: Tx, id: string, reason: string, now: Date) {
  const { row } = await load(tx, id)
  if (row.status !== 'published')
    throw new Refusal(
      'conflict',
      'articles/not-published',
      'Only a published article can be withheld.',
    )
  if (!reason.trim())
    throw new Refusal(
      'invalid',
      'articles/reason',
      'Write the reason: readers who come to the address will see it.',
    )
  await tx
    .updateTable('articles')
    .set({
      status: 'withheld',
      withheld: now.toISOString(),
      withheld_reason: reason.trim(),
      version: row.version + 1,
      edited: now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
  await file(tx, id)
  touch(tx, `article:${id}`)
  await record(tx, 'article.withheld', { articleId: id }, now)
}
