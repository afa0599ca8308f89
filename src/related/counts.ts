import { type Comparable, comparable } from '../articles/comparing.ts'
import { feedOf } from '../articles/feed.ts'
import { stretch } from '../articles/feeds.ts'
import type { Place } from '../articles/place.ts'
import type { Db, Write } from '../platform/database.ts'
import type { Counted } from './signature.ts'
import { type KnownNames, termsOf } from './terms.ts'
import { wait } from './waiting.ts'

/** Articles that are counted, the newest: enough to tell rare from common, few enough to count within seconds. */
const SAMPLE = 2000
/** Read at once; between them, readers have their turn. */
const SLICE = 5
/** Milliseconds after which words are counted anew: what is common changes with the news. */
const STALE_MS = 30 * 86_400_000

export const nothingCounted: Counted = { articles: 0, counts: new Map() }

/** The counts of a language as they were last made. */
export async function countsOf(db: Db, language: string): Promise<Counted | undefined> {
  const row = await db
    .selectFrom('term_counts')
    .select(['articles', 'counts'])
    .where('language', '=', language)
    .executeTakeFirst()
  return row && { articles: row.articles, counts: new Map(JSON.parse(row.counts)) }
}

/** When the counts of each language were made, to know whether those in memory are the newest. */
export const countedWhen = async (db: Db) =>
  new Map(
    (await db.selectFrom('term_counts').select(['language', 'articles', 'counted']).execute()).map(
      (row) => [row.language, row],
    ),
  )

/** Whether a language has twice the articles of its last count, or the count is old. */
export async function isCountDue(
  db: Db,
  language: string,
  last: { articles: number; counted: string } | undefined,
  now: Date,
) {
  if (!last) return true
  if (Date.parse(last.counted) < now.getTime() - STALE_MS) return true
  if (last.articles >= SAMPLE) return false
  const wanted = Math.min(SAMPLE, Math.max(last.articles * 2, last.articles + 1))
  return (await stretch(db, feedOf.front(language), wanted)).ids.length >= wanted
}

/**
 * Counts in how many of a language's newest articles each term stands. When there are twice as many as before, what
 * is rare has changed, and every article of the language is weighed anew; the sample's size ends this.
 */
export async function countAnew(
  { db, write }: { db: Db; write: Write },
  language: string,
  known: KnownNames,
  now: Date,
  breathe: () => Promise<void>,
) {
  const counts = new Map<string, number>()
  let articles = 0
  let before: Place | undefined
  do {
    const part = await stretch(db, feedOf.front(language), SLICE, before ? { before } : {})
    for (const article of (await comparable(db, part.ids)).values()) {
      articles++
      count(article, known, counts)
    }
    before = part.older ?? undefined
    await breathe()
  } while (before && articles < SAMPLE)
  const told = [...counts].filter(([, there]) => there > 1)
  const row = { articles, counted: now.toISOString(), counts: JSON.stringify(told) }
  await write(async (tx) => {
    const former = await tx
      .selectFrom('term_counts')
      .select('articles')
      .where('language', '=', language)
      .executeTakeFirst()
    await tx
      .insertInto('term_counts')
      .values({ language, ...row })
      .onConflict((conflict) => conflict.column('language').doUpdateSet(row))
      .execute()
    if (former && articles < 2 * former.articles) return
    const signed = await tx
      .selectFrom('article_signatures')
      .select('article_id')
      .where('language', '=', language)
      .limit(SAMPLE)
      .execute()
    await wait(
      tx,
      signed.map((one) => one.article_id),
      'sign',
      now,
    )
  })
}

function count(article: Comparable, known: KnownNames, counts: Map<string, number>) {
  for (const key of termsOf(article, known).keys()) counts.set(key, (counts.get(key) ?? 0) + 1)
}
