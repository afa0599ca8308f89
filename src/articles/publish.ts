import type { Updateable } from 'kysely'
import { bringAwaited } from '../contributors/awaited.ts'
import { showPictures } from '../media/pictures.ts'
import { type Tx, touch } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { touchCorrections } from './corrections.ts'
import { portraitsIn, shownBy } from './shown.ts'
import type { ArticleTables } from './tables.ts'
import { touchTranslations } from './translations.ts'
import { file, load } from './write.ts'

/**
 * Shows an article to readers. `published` keeps an earlier time of publication (an import, a return after
 * withholding); `by` is the colleague who does it.
 */
export async function publish(
  tx: Tx,
  id: string,
  now: Date,
  published?: string,
  by: string | null = null,
) {
  const { row, fields } = await load(tx, id)
  refusePublished(row.status)
  await turn(
    tx,
    row,
    'article.published',
    now,
    {
      status: 'published',
      published: published ?? row.published ?? now.toISOString(),
      scheduled: null,
      withheld: null,
      withheld_reason: '',
    },
    by,
  )
  await bringAwaited(tx, id, fields.bylines, now)
  await showPictures(tx, [...shownBy(fields), ...(await portraitsIn(tx, fields))], now)
}

/** Sets the time at which an article goes out by itself. */
export async function schedule(tx: Tx, id: string, at: Date, now: Date, by: string | null = null) {
  const { row } = await load(tx, id)
  refusePublished(row.status)
  await turn(
    tx,
    row,
    'article.scheduled',
    now,
    { status: 'scheduled', scheduled: at.toISOString() },
    by,
  )
}

/** Takes an article off every page. Its own address says so, with the reason. */
export async function withhold(
  tx: Tx,
  id: string,
  reason: string,
  now: Date,
  by: string | null = null,
) {
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
  await turn(
    tx,
    row,
    'article.withheld',
    now,
    { status: 'withheld', withheld: now.toISOString(), withheld_reason: reason.trim() },
    by,
  )
}

function refusePublished(status: string) {
  if (status === 'published')
    throw new Refusal('conflict', 'articles/published', 'This article is already published.')
}

/** Gives an article its new state, its place in the lists, and announces it. */
async function turn(
  tx: Tx,
  { id, kind, version }: Pick<ArticleTables['articles'], 'id' | 'kind' | 'version'>,
  event: 'article.published' | 'article.scheduled' | 'article.withheld',
  now: Date,
  state: Updateable<ArticleTables['articles']>,
  by: string | null = null,
) {
  await tx
    .updateTable('articles')
    .set({ ...state, version: version + 1, edited: now.toISOString() })
    .where('id', '=', id)
    .execute()
  await file(tx, id)
  touch(tx, `article:${id}`)
  // A front page that pins it asks no more than whether readers have it.
  touch(tx, `out:${id}`)
  await touchTranslations(tx, id)
  await touchCorrections(tx, id)
  if (kind === 'page') touch(tx, 'standing pages')
  const at = event === 'article.scheduled' ? { at: state.scheduled as string } : {}
  await record(tx, event, { articleId: id, ...at, ...(by === null ? {} : { by }) }, now)
}
