import { redirectFrom } from '../addresses/addresses.ts'
import { allCategories } from '../categories/categories.ts'
import { showPictures } from '../media/pictures.ts'
import { noteNewUses } from '../media/uses.ts'
import { type Tx, touch } from '../platform/database.ts'
import { uuid } from '../platform/ids.ts'
import { record } from '../platform/outbox.ts'
import { EVERYTHING } from '../platform/pages.ts'
import type { ArticleStatus } from './article.ts'
import { feedsFor } from './feed.ts'
import { type ArticleFields, check, columns } from './fields.ts'
import { shownBy } from './shown.ts'

/** An article that comes from another system, with its own times and addresses. */
export type Arrival = Omit<ArticleFields, 'path'> & {
  status: ArticleStatus
  /** ISO 8601 UTC. */
  published: string | null
  updated: string | null
  scheduled: string | null
  created: string
  /** Its address; must be free (`freePath`). */
  path: string
  /** Further paths that lead here from now on, where they are free. */
  oldPaths: string[]
}

/**
 * Brings in many articles at once, in a few statements; returns their ids in order. For imports: pages are dropped
 * as a whole, and one event names all that came.
 */
export async function bring(tx: Tx, arrivals: readonly Arrival[], now: Date): Promise<string[]> {
  if (arrivals.length === 0) return []
  const categories = await allCategories(tx)
  const brought = arrivals.map((arrival) => ({
    id: uuid(now),
    arrival,
    fields: check({ ...arrival, path: undefined } as ArticleFields),
  }))
  await inChunks(
    brought.map(({ id, arrival, fields }) => ({
      ...columns(fields),
      id,
      path: arrival.path,
      status: arrival.status,
      version: 1,
      created: arrival.created,
      edited: now.toISOString(),
      published: arrival.published,
      updated: arrival.updated,
      scheduled: arrival.scheduled,
      withheld: null,
      withheld_reason: '',
      created_by: null,
      assigned_to: null,
      due: null,
    })),
    (rows) => tx.insertInto('articles').values(rows).execute(),
  )
  await inChunks(
    brought.map(({ id, arrival }) => ({
      path: arrival.path,
      kind: 'article',
      thing_id: id,
      retired: null,
    })),
    (rows) => tx.insertInto('addresses').values(rows).execute(),
  )
  await inChunks(
    brought.flatMap(({ id, fields }) =>
      [...new Set(fields.categoryIds)]
        .filter((category) => category !== fields.categoryId)
        .map((category_id, position) => ({ article_id: id, category_id, position })),
    ),
    (rows) => tx.insertInto('article_categories').values(rows).execute(),
  )
  await inChunks(
    brought.flatMap(({ id, fields }) =>
      [...new Set(fields.tagIds)].map((tag_id, position) => ({ article_id: id, tag_id, position })),
    ),
    (rows) => tx.insertInto('article_tags').values(rows).execute(),
  )
  await inChunks(
    brought.flatMap(({ id, fields }) =>
      fields.bylines.map(({ contributorId, role }, position) => ({
        article_id: id,
        position,
        contributor_id: contributorId,
        role,
      })),
    ),
    (rows) => tx.insertInto('bylines').values(rows).execute(),
  )
  await inChunks(
    brought.flatMap(({ id, arrival, fields }) =>
      arrival.published === null
        ? []
        : feedsFor(
            {
              kind: fields.kind,
              status: arrival.status,
              language: fields.language,
              categoryId: fields.categoryId,
              categoryIds: fields.categoryIds,
              tagIds: fields.tagIds,
              contributorIds: fields.bylines.map((byline) => byline.contributorId),
            },
            categories,
          ).map((feed) => ({ feed, published: arrival.published!, article_id: id })),
    ),
    (rows) => tx.insertInto('feed_entries').values(rows).execute(),
  )
  await showPictures(
    tx,
    brought.flatMap(({ arrival, fields }) =>
      arrival.status === 'published' ? shownBy(fields) : [],
    ),
    now,
  )
  await noteNewUses(
    tx,
    'article',
    brought.map(({ id, fields }) => ({ id, pictureIds: shownBy(fields) })),
  )
  await redirectFrom(
    tx,
    'article',
    brought.flatMap(({ id, arrival }) => arrival.oldPaths.map((path) => ({ path, thingId: id }))),
    now,
  )
  touch(tx, EVERYTHING)
  await record(tx, 'articles.brought', { articleIds: brought.map(({ id }) => id) }, now)
  return brought.map(({ id }) => id)
}

/** Rows in one statement. One length for all but the last keeps the number of prepared statements small. */
const CHUNK = 50

async function inChunks<Row>(rows: Row[], insert: (rows: Row[]) => Promise<unknown>) {
  for (let at = 0; at < rows.length; at += CHUNK) await insert(rows.slice(at, at + CHUNK))
}
