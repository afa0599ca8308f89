import type { Updateable } from 'kysely'
import { type Tx, touch } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import type { ArticleTables } from './tables.ts'
import { touchTranslations } from './translations.ts'
import { file, load } from './write.ts'

/**
 * Shows an article to readers. `published` keeps an earlier time of publication (an import, a return after
 * withholding); `by` is the colleague who does it.
 */
export async function publish(tx: Tx, id: string, now: Date, published?: string, by?: string) {
  const { row } = await load(tx, id)
  refusePublished(row.status)
  const state = {
    status: 'published',
    published: published ?? row.published ?? now.toISOString(),
    scheduled: null,
    withheld: null,
    withheld_reason: '',
  }
  await turn(tx, row, state, now)
  await record(tx, 'article.published', { articleId: id, ...(by && { by }) }, now)
}

/** Sets the time at which an article goes out by itself. */
export async function schedule(tx: Tx, id: string, at: Date, now: Date, by?: string) {
  const { row } = await load(tx, id)
  refusePublished(row.status)
  const scheduled = at.toISOString()
  await turn(tx, row, { status: 'scheduled', scheduled }, now)
  await record(tx, 'article.scheduled', { articleId: id, at: scheduled, ...(by && { by }) }, now)
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
  const state = {
    status: 'withheld',
    withheld: now.toISOString(),
    withheld_reason: reason.trim(),
  }
  await turn(tx, row, state, now)
  await record(tx, 'article.withheld', { articleId: id }, now)
}

function refusePublished(status: string) {
  if (status === 'published')
    throw new Refusal('conflict', 'articles/published', 'This article is already published.')
}

/** Gives an article its new state and its place in the lists. */
async function turn(
  tx: Tx,
  { id, kind, version }: Pick<ArticleTables['articles'], 'id' | 'kind' | 'version'>,
  state: Updateable<ArticleTables['articles']>,
  now: Date,
) {
  await tx
    .updateTable('articles')
    .set({ ...state, version: version + 1, edited: now.toISOString() })
    .where('id', '=', id)
    .execute()
  await file(tx, id)
  touch(tx, `article:${id}`)
  await touchTranslations(tx, id)
  if (kind === 'page') touch(tx, 'standing pages')
}
