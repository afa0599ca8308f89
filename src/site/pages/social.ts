import { hrefOf } from '../../addresses/address.ts'
import type { ReadingArticle } from '../../articles/article.ts'
import { categoryName } from '../../categories/category.ts'
import type { Contributor } from '../../contributors/contributor.ts'
import type { Meta } from '../../design/layout.tsx'
import { heightAt, type Picture, renditionPath } from '../../media/picture.ts'
import { SOCIAL_WIDTH } from '../../media/renditions.ts'
import { CARD, cardPath, type SocialCard } from '../../media/social-card.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { articleCard, newsroomCard } from '../../syndication/social.ts'

/** What pages say of themselves to sites that show a card for a link (Open Graph). */

/** What is said of every page; `own` stands in for it where a page says it of itself. */
export function socialMeta(
  newsroom: Newsroom,
  siteUrl: string,
  page: { title: string; description: string; canonical: string | null },
  own: readonly Meta[],
): Meta[] {
  if (page.canonical === null) return [...own]
  const common: Meta[] = [
    { property: 'og:site_name', content: newsroom.name },
    { property: 'og:type', content: 'website' },
    { property: 'og:title', content: page.title },
    ...(page.description ? [{ property: 'og:description', content: page.description }] : []),
    { property: 'og:url', content: page.canonical },
    ...cardMeta(newsroomCard(newsroom), siteUrl),
  ]
  const said = new Set(own.map(nameOf))
  return [...common.filter((meta) => !said.has(nameOf(meta))), ...own]
}

const nameOf = (meta: Meta) => ('property' in meta ? meta.property : meta.name)

export function articleMeta(article: ReadingArticle, newsroom: Newsroom, siteUrl: string): Meta[] {
  const picture = article.socialPicture ?? article.picture
  return [
    { property: 'og:title', content: article.socialTitle || article.headline },
    { property: 'og:locale', content: article.language.replaceAll('-', '_') },
    ...(article.kind === 'page' ? [] : newsMeta(article, siteUrl)),
    ...(article.updated ? [{ property: 'article:modified_time', content: article.updated }] : []),
    ...(picture
      ? pictureMeta(picture, siteUrl, 'summary_large_image')
      : cardMeta(articleCard(article, newsroom), siteUrl)),
  ]
}

function newsMeta(
  { published, language, category, bylines, tags }: ReadingArticle,
  siteUrl: string,
) {
  const authors = bylines.filter(({ role }) => role === 'author')
  return [
    { property: 'og:type', content: 'article' },
    { property: 'article:published_time', content: published },
    ...(category
      ? [{ property: 'article:section', content: categoryName(category, language) }]
      : []),
    ...authors.map(({ contributor }) => ({
      property: 'article:author',
      content: siteUrl + hrefOf(contributor.path),
    })),
    ...tags.map(({ name }) => ({ property: 'article:tag', content: name })),
  ]
}

/** Of a contributor's page. An agency is nobody with a profile. */
export const profileMeta = (
  { kind }: Contributor,
  portrait: Picture | null,
  siteUrl: string,
): Meta[] => [
  ...(kind === 'agency' ? [] : [{ property: 'og:type', content: 'profile' }]),
  ...(portrait ? pictureMeta(portrait, siteUrl, 'summary') : []),
]

function pictureMeta(picture: Picture, siteUrl: string, shown: string) {
  const width = Math.min(SOCIAL_WIDTH, picture.width)
  const path = renditionPath(picture, SOCIAL_WIDTH, 'jpeg')
  return imageMeta(siteUrl + path, width, heightAt(picture, width), picture.alt, shown)
}

const cardMeta = (card: SocialCard, siteUrl: string) =>
  imageMeta(siteUrl + cardPath(card), CARD.width, CARD.height, card.title, 'summary_large_image')

// X takes its picture and its texts from these, too.
const imageMeta = (
  address: string,
  width: number,
  height: number,
  alt: string,
  shown: string,
): Meta[] => [
  { property: 'og:image', content: address },
  { property: 'og:image:type', content: 'image/jpeg' },
  { property: 'og:image:width', content: String(width) },
  { property: 'og:image:height', content: String(height) },
  ...(alt ? [{ property: 'og:image:alt', content: alt }] : []),
  { name: 'twitter:card', content: shown },
]
