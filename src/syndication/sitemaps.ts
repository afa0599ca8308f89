import { setImmediate as turn } from 'node:timers/promises'
import { hrefOf } from '../addresses/address.ts'
import { cardsOf } from '../articles/cards.ts'
import { cuts, firstSince, located, standingPages } from '../articles/directory.ts'
import { correctionsPath, feedOf, frontPath } from '../articles/feed.ts'
import { fronts, monthBounds, months, stretch } from '../articles/feeds.ts'
import type { Place } from '../articles/place.ts'
import { allCategories } from '../categories/categories.ts'
import { renditionPath } from '../media/picture.ts'
import { hashesById } from '../media/pictures.ts'
import { SOCIAL_WIDTH } from '../media/renditions.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Db } from '../platform/database.ts'
import type { House } from '../platform/http.ts'
import { indexOf, type MapEntry, mapOf, newsMapOf } from './sitemap.ts'

/** Articles in one sitemap. The standard allows 50,000, which would hold up other readers while it is written. */
const PART = 1000
/** Articles in the news sitemap: the most that its readers take. */
const MOST_NEWS = 1000
/** Milliseconds for which an article is news to them. */
const NEWS_MS = 48 * 3_600_000

type Mapping = Pick<House, 'db' | 'pages' | 'siteUrl'>
type Month = { year: number; month: number }

/** Every sitemap: of the sections, and of each month in its parts. */
export async function sitemapIndex(house: Mapping): Promise<string> {
  const { timezone } = await newsroomNow(house.db)
  const files = ['sections']
  for (const month of await months(house.db, timezone)) {
    const name = `${month.year}-${String(month.month).padStart(2, '0')}`
    const parts = (await cutsOf(house, month)).length + 1
    // The first index of a large archive walks all of it: others must have their turn meanwhile.
    await turn()
    for (let part = 1; part <= parts; part++) files.push(part === 1 ? name : `${name}-${part}`)
  }
  return indexOf(files.map((file) => `${house.siteUrl}/sitemaps/${file}.xml`))
}

/** Where a month is cut. Remembered: months that are over do not change, and the index needs all of them. */
const cutsOf = ({ db, pages }: Mapping, { year, month }: Month) =>
  pages.memo(`cuts ${year} ${month}`, async (): Promise<Place[]> => {
    const { timezone } = await newsroomNow(db)
    return cuts(db, monthBounds(year, month, timezone), PART)
  })

/** One part of a month, counted from 1; undefined when there is none. */
export async function monthMap(
  { db, siteUrl }: Pick<House, 'db' | 'siteUrl'>,
  { year, month }: Month,
  part: number,
): Promise<string | undefined> {
  const { timezone } = await newsroomNow(db)
  const bounds = monthBounds(year, month, timezone)
  const after = part === 1 ? null : (await cuts(db, bounds, PART))[part - 2]
  if (after === undefined) return undefined
  const articles = await located(db, bounds, after, PART)
  if (articles.length === 0) return undefined
  const hashes = await hashesById(
    db,
    articles.flatMap(({ leadPictureId }) => leadPictureId ?? []),
  )
  return mapOf(
    articles.map(({ path, changed, leadPictureId }) => {
      const hash = leadPictureId && hashes.get(leadPictureId)
      return {
        address: siteUrl + hrefOf(path),
        changed,
        picture: hash ? siteUrl + renditionPath({ hash }, SOCIAL_WIDTH, 'jpeg') : undefined,
      }
    }),
  )
}

/** Front pages, categories, the lists of corrections and standing pages. */
export async function sectionsMap({ db, siteUrl }: Mapping): Promise<string> {
  const newsroom = await newsroomNow(db)
  const languages = await fronts(db)
  const paths = [
    ...new Set(['/', ...languages.map((language) => frontPath(newsroom, language))]),
    ...(await allCategories(db)).map(({ path }) => path),
    '/archive',
    ...new Set([newsroom.language, ...languages].map((one) => correctionsPath(newsroom, one))),
    '/feeds',
  ]
  const sections: MapEntry[] = paths.map((path) => ({ address: siteUrl + hrefOf(path) }))
  const pages = (await standingPages(db)).map(({ path, changed }) => ({
    address: siteUrl + hrefOf(path),
    changed,
  }))
  return mapOf([...sections, ...pages].slice(0, MOST_ENTRIES))
}

/** What the standard allows in one file. */
const MOST_ENTRIES = 50_000

/** The first article that is news at an instant. The news sitemap stays the same until another is the first. */
export const firstNews = (db: Db, now: Date) =>
  firstSince(db, new Date(now.getTime() - NEWS_MS).toISOString())

/** The newest articles from a first one on. */
export async function newsMap({ db, siteUrl }: Mapping, first: Place | undefined): Promise<string> {
  const { name } = await newsroomNow(db)
  const { ids } = first
    ? await stretch(db, feedOf.everything, MOST_NEWS, { from: first.published })
    : { ids: [] }
  const cards = await cardsOf(db, ids)
  return newsMapOf(
    name,
    cards.map(({ path, headline, language, published }) => ({
      address: siteUrl + hrefOf(path),
      headline,
      language,
      published,
    })),
  )
}
