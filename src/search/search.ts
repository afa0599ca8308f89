import type { Database, Db } from '../platform/database.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Form, type Found, type Search, type Sought, type Tier, tiers } from './engine.ts'
import { engineOf, entryId } from './indexing.ts'
import type { Query, Term } from './query.ts'
import { stemsOf } from './stems.ts'

/** What to look for, and how to show it. */
export type Request = {
  query: Query
  /** Base languages in whose forms words count as the same. */
  languages: readonly string[]
  /** Marks (entry.ts), of each group any. */
  marks: string[][]
  /** Instants, ISO 8601: published from, and before. */
  from?: string
  to?: string
  sort: 'relevance' | 'date'
  after?: Cursor
}

/** Where a page of results ended. */
export type Cursor = { tier: Tier; id: number }

export type Results = {
  articleIds: string[]
  /** Where the next page begins, or null at the end. */
  next: Cursor | null
}

/** Results on one page. */
export const ON_A_PAGE = 20
/** Results that are counted, and fewer where counting takes long; of more it is said that there are more. */
const COUNTED = 500
const ENOUGH = 100

const END = Number.MAX_SAFE_INTEGER

/** One page of what answers. Nothing is found by what nobody wants. */
export async function search(db: Db, kind: Database['kind'], request: Request): Promise<Results> {
  const asked = searchOf(request)
  if (!asked) return { articleIds: [], next: null }
  const { after, sort, from, to } = request
  const found: { id: number; articleId: string; tier: Tier }[] = []
  const order = sort === 'date' ? (['forms'] as const) : tiers
  for (const tier of order.slice(after ? order.indexOf(after.tier as never) : 0)) {
    const rows = await engineOf(kind).find(db, asked, tier, {
      below: after?.tier === tier ? after.id : to ? entryId(to) : END,
      from: from ? entryId(from) : 0,
      stronger: sort === 'date',
      limit: ON_A_PAGE + 1 - found.length,
    })
    found.push(...rows.map(({ id, articleId }) => ({ id: Number(id), articleId, tier })))
    if (found.length > ON_A_PAGE) break
  }
  const last = found[ON_A_PAGE - 1]
  return {
    articleIds: found.slice(0, ON_A_PAGE).map(({ articleId }) => articleId),
    next: found.length > ON_A_PAGE && last ? { tier: last.tier, id: last.id } : null,
  }
}

/** The newest articles that answer, as many as are counted, and whether there are more. */
export async function answering(
  db: Db,
  kind: Database['kind'],
  request: Omit<Request, 'sort' | 'after'>,
  limit = COUNTED,
): Promise<{ found: Found[]; isAll: boolean }> {
  const asked = searchOf(request)
  if (!asked) return { found: [], isAll: true }
  return engineOf(kind).newest(db, asked, {
    below: request.to ? entryId(request.to) : END,
    from: request.from ? entryId(request.from) : 0,
    limit,
    enough: ENOUGH,
  })
}

function searchOf({ query, languages, marks }: Omit<Request, 'sort'>): Search | undefined {
  if (query.wanted.length === 0) return undefined
  const sought = ({ words, prefix, written }: Term): Sought => ({
    prefix,
    words: words.map(
      (word): Form => ({
        word,
        stems: written === undefined ? [] : formsOf(written, languages),
      }),
    ),
  })
  return {
    wanted: query.wanted.map((terms) => terms.map(sought)),
    unwanted: query.unwanted.map(sought),
    marks,
  }
}

/** What a word may have in common with its other forms, in any of the languages. */
export const formsOf = (word: string, languages: readonly string[]) => [
  ...new Set(
    languages.flatMap((language) => stemsOf(word, language)).filter((stem) => stem.length > 1),
  ),
]

/** Searches at once, and those that wait for their turn. */
const AT_ONCE = 4
const WAITING = 40
let running = 0
const waiting: (() => void)[] = []

/** Gives a search its turn. Refuses when too many wait already: an answer that comes too late helps nobody. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING)
      throw new Refusal(
        'unavailable',
        'search/busy',
        'Many readers are searching just now. Please try again in a moment.',
      )
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
