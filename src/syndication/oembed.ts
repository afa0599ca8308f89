import { canonicalPath, hrefOf } from '../addresses/address.ts'
import { addressAt } from '../addresses/addresses.ts'
import type { ReadingArticle } from '../articles/article.ts'
import { articleForReader } from '../articles/articles.ts'
import { escaped } from '../design/html.ts'
import { heightAt, renditionPath, widthsOf } from '../media/picture.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Db } from '../platform/database.ts'
import { element, textElement, xmlDocument } from './xml.ts'

/** oEmbed 1.0 (oembed.com): an article as a card on another site, without script. */
export type Card = Record<string, string | number>

/** Pixels. A card's text flows; these are what it takes in a column of that width. */
const WIDEST = 600
const NARROWEST = 200
const TALLEST = 240

/** The sizes that the other site asks for, in pixels; what is no whole number is not asked for. */
export type Sizes = { width: number; height: number }

export const sizesOf = (maxWidth: string | undefined, maxHeight: string | undefined): Sizes => ({
  width: within(maxWidth, NARROWEST, WIDEST),
  height: within(maxHeight, 1, TALLEST),
})

const within = (asked: string | undefined, least: number, most: number) =>
  asked !== undefined && /^\d{1,6}$/.test(asked)
    ? Math.max(least, Math.min(most, Number(asked)))
    : most

/** The published article at one of our own addresses, a former one included; undefined for everything else. */
export async function embeddedAt(
  db: Db,
  url: string,
  siteUrl: string,
): Promise<ReadingArticle | undefined> {
  if (!URL.canParse(url)) return undefined
  const { protocol, host, pathname, search } = new URL(url)
  if (!/^https?:$/.test(protocol) || host !== new URL(siteUrl).host) return undefined
  const path = canonicalPath(pathname + search)
  const address = path === undefined ? undefined : await addressAt(db, path)
  if (address?.kind !== 'article') return undefined
  const article = await articleForReader(db, address.thingId)
  return article && 'withheld' in article ? undefined : article
}

export function cardOf(
  article: ReadingArticle,
  newsroom: Newsroom,
  siteUrl: string,
  { width, height }: Sizes,
): Card {
  const page = siteUrl + hrefOf(article.path)
  const authors = article.bylines.filter(({ role }) => role === 'author')
  const [first] = authors
  return {
    type: 'rich',
    version: '1.0',
    title: article.headline,
    ...(first
      ? {
          author_name: authors.map(({ contributor }) => contributor.name).join(', '),
          author_url: siteUrl + hrefOf(first.contributor.path),
        }
      : {}),
    provider_name: newsroom.name,
    provider_url: `${siteUrl}/`,
    ...thumbnailOf(article, siteUrl, width, height),
    html: htmlOf(article, newsroom, page),
    width,
    height,
  }
}

const htmlOf = (article: ReadingArticle, { name }: Newsroom, page: string) =>
  `<blockquote lang="${escaped(article.language)}" dir="${article.direction}" cite="${escaped(page)}">` +
  `<p><a href="${escaped(page)}">${escaped(article.headline)}</a></p>` +
  (article.standfirst ? `<p>${escaped(article.standfirst)}</p>` : '') +
  `<p>${escaped(name)}</p></blockquote>`

/** The largest picture that is no larger than asked for. */
function thumbnailOf({ picture }: ReadingArticle, siteUrl: string, width: number, height: number) {
  if (!picture) return {}
  const fitting = widthsOf(picture).findLast(
    (one) => one <= width && heightAt(picture, one) <= Math.max(height, one),
  )
  if (fitting === undefined) return {}
  return {
    thumbnail_url: siteUrl + renditionPath(picture, fitting, 'webp'),
    thumbnail_width: fitting,
    thumbnail_height: heightAt(picture, fitting),
  }
}

export const xmlOf = (card: Card) =>
  xmlDocument(
    element(
      'oembed',
      {},
      Object.entries(card).map(([name, value]) => textElement(name, String(value))),
    ),
  )

/** What an article's page says in its head, so that other sites find its card. */
export const embedLink = (article: Pick<ReadingArticle, 'headline' | 'path'>, siteUrl: string) => ({
  title: article.headline,
  href: `${siteUrl}/oembed?format=json&url=${encodeURIComponent(siteUrl + hrefOf(article.path))}`,
  type: 'application/json+oembed',
})
