import type { Card } from '../articles/article.ts'
import { cardsOf } from '../articles/cards.ts'
import { feedOf } from '../articles/feed.ts'
import { type Bounds, hasEntryAt, stretch } from '../articles/feeds.ts'
import { filled, pinnedOn } from '../articles/front.ts'
import { addressOf } from '../articles/place.ts'
import type { Category } from '../categories/category.ts'
import type { Db } from '../platform/database.ts'

/** Articles on one page of a list. */
const LISTED = 20

/**
 * One page of a list, and the address of the next. A place that is no entry of the list leads to its beginning: a
 * stranger could make up one after the other, and each would be kept as a page of its own.
 */
export async function listPage(
  db: Db,
  feed: string,
  path: string,
  bounds: Bounds = {},
): Promise<{ cards: Card[]; older?: string } | { redirect: string }> {
  const { before, from, to } = bounds
  if (before && !(isWithin(before.published, from, to) && (await hasEntryAt(db, feed, before))))
    return { redirect: path }
  const { ids, older } = await stretch(db, feed, LISTED, bounds)
  return {
    cards: await cardsOf(db, ids),
    ...(older ? { older: `${path}?before=${addressOf(older)}` } : {}),
  }
}

const isWithin = (instant: string, from = '', to = '~') => from <= instant && instant < to

/** Articles at the top of a front page, in a river of it, and among its opinions. */
const TOP = 14
const RIVER = 4
const OPINIONS = 4

export type River = { category: Category; cards: Card[] }
export type Front = { latest: Card[]; rivers: River[]; opinion: Card[] }

/** A front page in one language: what editors put at its top and the newest, opinion apart, then a river for each category at the top of the tree. */
export async function front(
  db: Db,
  language: string,
  categories: readonly Category[],
): Promise<Front> {
  const [opinions, newest, pinned] = await Promise.all([
    stretch(db, feedOf.opinion(language), OPINIONS),
    // Enough that the top is full when the newest are all opinions, which stand apart.
    stretch(db, feedOf.front(language), TOP + OPINIONS),
    pinnedOn(db, language),
  ])
  // What an editor puts at the top does not stand apart as well.
  const apart = new Set(opinions.ids.filter((id) => !pinned.includes(id)))
  const top = filled(
    pinned,
    newest.ids.filter((id) => !apart.has(id)),
  ).slice(0, TOP)
  const shown = new Set([...top, ...apart])
  const rivers: { category: Category; ids: string[] }[] = []
  for (const category of categories.filter(({ parentId }) => parentId === null)) {
    const { ids } = await stretch(db, feedOf.river(category.id, language), RIVER + shown.size)
    const fresh = ids.filter((id) => !shown.has(id)).slice(0, RIVER)
    for (const id of fresh) shown.add(id)
    if (fresh.length > 0) rivers.push({ category, ids: fresh })
  }
  const cards = new Map((await cardsOf(db, [...shown])).map((card) => [card.id, card]))
  const of = (ids: string[]) => ids.flatMap((id) => cards.get(id) ?? [])
  return {
    latest: of(top),
    opinion: of([...apart]),
    rivers: rivers.map(({ category, ids }) => ({ category, cards: of(ids) })),
  }
}
