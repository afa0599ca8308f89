import { hrefOf } from '../addresses/address.ts'
import { disclaimersOf, disclaimerText, type ReadingArticle } from '../articles/article.ts'
import { bodyHtml } from '../articles/body.ts'
import { datelineHtml } from '../articles/parts.tsx'
import { categoryName } from '../categories/category.ts'
import { escaped } from '../design/html.ts'
import { texts } from '../design/texts.ts'
import { captionHtml, creditOf, pictureHtml } from '../media/parts.tsx'
import { type Picture, renditionPath, widthsOf } from '../media/picture.ts'
import { SOCIAL_WIDTH } from '../media/renditions.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Entry, EntryPicture } from './feed.ts'
import { feedHtml, paragraph } from './feed-html.ts'

/** An article as a feed carries it: whole where the newsroom wants that and the reader may, else as far as its standfirst. */
export function entryOf(article: ReadingArticle, newsroom: Newsroom, siteUrl: string): Entry {
  const page = siteUrl + hrefOf(article.path)
  const t = texts(article.language)
  const whole = newsroom.feeds.text === 'full' && article.body !== null
  const text = whole ? wholeHtml(article, newsroom, page) : openingHtml(article, newsroom, page)
  return {
    id: article.id,
    page,
    headline: article.headline,
    standfirst: article.standfirst,
    // A reader that shows many languages sets each in its own direction.
    html: `<div lang="${escaped(article.language)}" dir="${article.direction}">${text}</div>`,
    whole,
    kind: article.kind,
    access: article.access,
    language: article.language,
    direction: article.direction,
    published: article.published,
    updated: article.updated ?? article.published,
    bylines: article.bylines.map(({ role, contributor }) => ({
      role,
      name: contributor.name,
      page: siteUrl + hrefOf(contributor.path),
    })),
    subjects: [
      ...new Set([
        ...[article.category, ...article.categories].flatMap((category) =>
          category ? [categoryName(category, article.language)] : [],
        ),
        ...article.tags.map(({ name }) => name),
        ...(article.kind === 'news' || article.kind === 'page' ? [] : [t(`kind.${article.kind}`)]),
        ...(article.access === 'premium' ? [t('access.premium')] : []),
      ]),
    ],
    picture: article.picture && entryPicture(article.picture, siteUrl),
    place: null,
  }
}

function wholeHtml(article: ReadingArticle, newsroom: Newsroom, page: string) {
  const { language, picture } = article
  const dateline = datelineHtml(article, newsroom.timezone)
  const lead =
    picture && `<figure>${pictureHtml(picture, { size: 'wide' })}${captionHtml(picture)}</figure>`
  const body = bodyHtml(article.body!, {
    language,
    timezone: newsroom.timezone,
    pictures: article.pictures,
    ...(dateline ? { dateline } : {}),
  })
  const disclaimers = disclaimersOf(article)
    .map(
      (disclaimer) => `<p><em>${escaped(disclaimerText(disclaimer, newsroom, language))}</em></p>`,
    )
    .join('')
  return feedHtml((lead ?? '') + body + disclaimers, page)
}

/** What stands in place of a text that the feed does not carry. */
function openingHtml(article: ReadingArticle, newsroom: Newsroom, page: string) {
  const t = texts(article.language)
  const note = article.access === 'premium' ? `${escaped(t('article.premium.title'))} ` : ''
  const on = escaped(t('feed.on', { name: newsroom.name }))
  return `${paragraph(article.standfirst)}<p>${note}<a href="${escaped(page)}">${on}</a></p>`
}

function entryPicture(picture: Picture, siteUrl: string): EntryPicture {
  const heightAt = (width: number) =>
    Math.max(1, Math.round((picture.height * width) / picture.width))
  const width = Math.min(SOCIAL_WIDTH, picture.width)
  const thumbnailWidth = widthsOf(picture)[0]!
  return {
    address: `${siteUrl}${renditionPath(picture, SOCIAL_WIDTH, 'jpeg')}`,
    width,
    height: heightAt(width),
    thumbnail: `${siteUrl}${renditionPath(picture, thumbnailWidth, 'webp')}`,
    thumbnailWidth,
    thumbnailHeight: heightAt(thumbnailWidth),
    alt: picture.alt,
    caption: picture.caption,
    credit: creditOf(picture),
  }
}
