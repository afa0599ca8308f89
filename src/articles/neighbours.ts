import { built } from '../platform/built.ts'
import type { Db } from '../platform/database.ts'
import { reading } from '../platform/pages.ts'
import { justAfter, type Place } from './place.ts'

/** The entries beside a place in a list. The page depends on just what lies between: what is further away never shows. */
export async function neighbours(
  db: Db,
  feed: string,
  place: Place,
): Promise<{ older: string | null; newer: string | null }> {
  const [older, newer] = await Promise.all([
    neighbour(db, feed, place, 'older'),
    neighbour(db, feed, place, 'newer'),
  ])
  return { older, newer }
}

const next = {
  newer: built((db, feed: string, published: string, articleId: string) =>
    db
      .selectFrom('feed_entries')
      .select(['published', 'article_id'])
      .where('feed', '=', feed)
      .where((e) => e(e.refTuple('published', 'article_id'), '>', e.tuple(published, articleId)))
      .orderBy('published')
      .orderBy('article_id')
      .limit(1),
  ),
  older: built((db, feed: string, published: string, articleId: string) =>
    db
      .selectFrom('feed_entries')
      .select(['published', 'article_id'])
      .where('feed', '=', feed)
      .where((e) => e(e.refTuple('published', 'article_id'), '<', e.tuple(published, articleId)))
      .orderBy('published', 'desc')
      .orderBy('article_id', 'desc')
      .limit(1),
  ),
}

async function neighbour(db: Db, feed: string, place: Place, side: 'older' | 'newer') {
  const newer = side === 'newer'
  // Open towards its side until the neighbour is known, so that a change meanwhile is not missed.
  const span: { from: string | null; to: string | null } = newer
    ? { from: place.published, to: null }
    : { from: null, to: justAfter(place.published) }
  reading(`feed:${feed}`, span)
  const [found] = await next[side](db, feed, place.published, place.articleId)
  if (!found) return null
  if (newer) span.to = justAfter(found.published)
  else span.from = found.published
  return found.article_id
}
