import type { Db } from '../platform/database.ts'
import { reading } from '../platform/pages.ts'
import { feedOf } from './feed.ts'
import type { Place } from './place.ts'

/** Where all published articles are, for those who list them all. Every query is a walk along an index. */

/** An article as a directory names it. */
export type Located = {
  path: string
  /** ISO 8601 UTC. */
  changed: string
  leadPictureId: string | null
}

/** The articles published between two instants (`from` inclusive, `to` exclusive), oldest first, after a place. */
const entries = (db: Db, [from, to]: readonly [string, string], after: Place | null) => {
  const query = db
    .selectFrom('feed_entries')
    .select(['published', 'article_id'])
    .where('feed', '=', feedOf.everything)
    // After a place the walk begins there, and not where the time does.
    .where('published', '>=', after?.published ?? from)
    .where('published', '<', to)
    .orderBy('published')
    .orderBy('article_id')
  return after
    ? query.where((e) =>
        e(e.refTuple('published', 'article_id'), '>', e.tuple(after.published, after.articleId)),
      )
    : query
}

/**
 * Cuts the articles between two instants into parts of at most `size`: gives the last place of each part but the last
 * one. What is published later moves no cut.
 */
export async function cuts(
  db: Db,
  bounds: readonly [string, string],
  size: number,
): Promise<Place[]> {
  reading(`feed:${feedOf.everything}`, { from: bounds[0], to: bounds[1] })
  const found: Place[] = []
  for (;;) {
    const [last, next] = await entries(db, bounds, found.at(-1) ?? null)
      .offset(size - 1)
      .limit(2)
      .execute()
    if (!last || !next) return found
    found.push({ published: last.published, articleId: last.article_id })
  }
}

/** The articles of one part: after a cut, at most `size`. */
export async function located(
  db: Db,
  bounds: readonly [string, string],
  after: Place | null,
  size: number,
): Promise<Located[]> {
  const [from, to] = bounds
  reading(`feed:${feedOf.everything}`, { from, to })
  // One key for what articles of a time say of themselves: a key for each would outweigh the page.
  reading('articles', { from, to })
  const rows = await db
    .selectFrom(entries(db, bounds, after).limit(size).as('entry'))
    .innerJoin('articles', 'articles.id', 'entry.article_id')
    .select(['path', 'updated', 'entry.published', 'lead_picture_id'])
    .where('status', '=', 'published')
    .orderBy('entry.published')
    .orderBy('entry.article_id')
    .execute()
  return rows.map(({ path, updated, published, lead_picture_id }) => ({
    path,
    changed: updated ?? published,
    leadPictureId: lead_picture_id,
  }))
}

/** The first article published at an instant or later. */
export async function firstSince(db: Db, instant: string): Promise<Place | undefined> {
  const row = await db
    .selectFrom('feed_entries')
    .select(['published', 'article_id'])
    .where('feed', '=', feedOf.everything)
    .where('published', '>=', instant)
    .orderBy('published')
    .orderBy('article_id')
    .limit(1)
    .executeTakeFirst()
  return row && { published: row.published, articleId: row.article_id }
}

/** Pages that stand alone: about, imprint, policies. */
export async function standingPages(db: Db): Promise<{ path: string; changed: string }[]> {
  reading('standing pages')
  const rows = await db
    .selectFrom('articles')
    .select(['path', 'published', 'updated'])
    // Said as SQLite must read it to take the index of the few that are pages, in its order.
    .where('kind', '=', 'page')
    .where('published', '>', '')
    .where('status', '=', 'published')
    .orderBy('published')
    .orderBy('id')
    .limit(MOST_PAGES)
    .execute()
  return rows.map(({ path, published, updated }) => ({ path, changed: updated ?? published! }))
}

const MOST_PAGES = 10_000
