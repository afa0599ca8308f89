import { hrefOf } from '../addresses/address.ts'
import { addressAt } from '../addresses/addresses.ts'
import { baseOf } from '../articles/feed.ts'
import { dayBounds } from '../articles/feeds.ts'
import { categoryById, tagById } from '../categories/categories.ts'
import { type Category, categoryName } from '../categories/category.ts'
import { contributorById } from '../contributors/contributors.ts'
import type { Db } from '../platform/database.ts'
import { languageName, languageTag } from '../platform/language.ts'
import { type Tier, tiers } from './engine.ts'
import { markOf } from './entry.ts'
import { LONGEST_QUERY, readQuery } from './query.ts'
import type { Cursor, Request } from './search.ts'

/** A filter that is set: its parameter, its value, and what it is called. */
export type Filter = {
  name: 'category' | 'contributor' | 'tag' | 'language'
  value: string
  label: string
}

/** What an address of the search page asks for. */
export type Asked = {
  text: string
  filters: Filter[]
  from: string
  to: string
  request: Request
}

const day = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads an address. What it cannot mean is passed over: an old link still finds something. */
export async function askedOf(
  db: Db,
  parameters: URLSearchParams,
  around: {
    categories: readonly Category[]
    languages: readonly string[]
    language: string
    timezone: string
  },
): Promise<Asked> {
  const text = (parameters.get('q') ?? '').trim().slice(0, LONGEST_QUERY)
  const filters: Filter[] = []
  const marks: string[][] = []
  for (const name of ['category', 'contributor', 'tag'] as const) {
    const value = parameters.get(name)
    const thing = value ? await addressAt(db, value) : undefined
    // A former address still names the thing.
    if (thing?.kind !== name) continue
    const { path, label, own } = await named[name](db, thing.thingId, around)
    filters.push({ name, value: path, label })
    marks.push(own)
  }
  const language = languageTag(parameters.get('language') ?? '')
  if (language) {
    filters.push({
      name: 'language',
      value: baseOf(language),
      label: languageName(baseOf(language)),
    })
    marks.push([markOf.language(language)])
  }
  const [from, to] = [dayIn(parameters.get('from')), dayIn(parameters.get('to'))]
  const after = cursorOf(parameters.get('after'))
  const { timezone } = around
  return {
    text,
    filters,
    from: from?.text ?? '',
    to: to?.text ?? '',
    request: {
      query: readQuery(text),
      languages: language
        ? [baseOf(language)]
        : [...new Set([baseOf(around.language), ...around.languages.map(baseOf)])],
      marks,
      ...(from ? { from: dayBounds(...from.parts, timezone)[0] } : {}),
      ...(to ? { to: dayBounds(...to.parts, timezone)[1] } : {}),
      sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
      ...(after ? { after } : {}),
    },
  }
}

const named = {
  category: async (
    db: Db,
    id: string,
    { categories, language }: { categories: readonly Category[]; language: string },
  ) => {
    const category = await categoryById(db, id)
    return {
      path: category.path,
      label: categoryName(category, language),
      own: [id, ...below(categories, id)].map(markOf.category),
    }
  },
  contributor: async (db: Db, id: string) => {
    const { path, name } = await contributorById(db, id)
    return { path, label: name, own: [markOf.contributor(id)] }
  },
  tag: async (db: Db, id: string) => {
    const { path, name } = await tagById(db, id)
    return { path, label: name, own: [markOf.tag(id)] }
  },
}

/** Every category under one. */
const below = (categories: readonly Category[], id: string): string[] =>
  categories
    .filter(({ parentId }) => parentId === id)
    .flatMap((category) => [category.id, ...below(categories, category.id)])

function dayIn(text: string | null): { text: string; parts: [number, number, number] } | undefined {
  const found = day.exec(text ?? '')
  if (!found) return undefined
  const parts = found.slice(1).map(Number) as [number, number, number]
  const [year, month, date] = parts
  return month >= 1 &&
    month <= 12 &&
    new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date
    ? { text: text!, parts }
    : undefined
}

function cursorOf(after: string | null): Cursor | undefined {
  const [tier, id] = (after ?? '').split('.')
  return tiers.includes(tier as Tier) && /^\d{1,16}$/.test(id ?? '')
    ? { tier: tier as Tier, id: Number(id) }
    : undefined
}

/** The address of a search, with some of its parameters changed; `null` leaves one out. */
export function searchHref(
  { text, filters, from, to, request }: Asked,
  changes: Record<string, string | null> = {},
): string {
  const all: Record<string, string | null> = {
    q: text,
    ...Object.fromEntries(filters.map(({ name, value }) => [name, value])),
    from: from || null,
    to: to || null,
    sort: request.sort === 'date' ? 'date' : null,
    after: null,
    ...changes,
  }
  const parameters = new URLSearchParams(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
  )
  return `${hrefOf('/search')}?${parameters}`
}
