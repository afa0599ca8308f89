import { hrefOf } from '../addresses/address.ts'
import { disclaimersOf, disclaimerText, type ReadingArticle } from '../articles/article.ts'
import { bodyHtml } from '../articles/body.ts'
import { datelineHtml } from '../articles/parts.tsx'
import { categoryName } from '../categories/category.ts'
import { dates } from '../design/dates.ts'
import { escaped } from '../design/html.ts'
import { texts } from '../design/texts.ts'
import { captionHtml, creditOf, pictureHtml } from '../media/parts.tsx'
import { heightAt, type Picture, renditionPath, widthsOf } from '../media/picture.ts'
import { SOCIAL_WIDTH } from '../media/renditions.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Entry, EntryPicture } from './feed.ts'
import { feedHtml, paragraph } from './feed-html.ts'

/** An article as a feed carries it: whole where the newsroom wants that and the reader may, else as far as its standfirst. */
export function entryOf(article: ReadingArticle, newsroom: Newsroom, siteUrl: string): Entry {
  const page = siteUrl + hrefOf(article.path)
  const t = texts(article.language)
  const text = textOf(article, newsroom, page)
  const html =
    (text === null
      ? openingHtml(article, newsroom, page)
      : wholeHtml(text, article, newsroom, page)) + notesHtml(article, newsroom)
  return {
    id: article.id,
    page,
    headline: article.headline,
    standfirst: article.standfirst,
    // A reader that shows many languages sets each in its own direction.
    html: `<div lang="${escaped(article.language)}" dir="${article.direction}">${html}</div>`,
    whole: text !== null,
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

/** The text of an article far from its page. Of a Premium one there is none. */
export function textOf(article: ReadingArticle, newsroom: Newsroom, page: string): string | null {
  if (article.body === null || newsroom.feeds.text === 'summary') return null
  const dateline = datelineHtml(article, newsroom.timezone)
  const html = bodyHtml(article.body, {
    language: article.language,
    timezone: newsroom.timezone,
    pictures: article.pictures,
    ...(dateline ? { dateline } : {}),
  })
  return feedHtml(html, page)
}

/** The lead picture, the text, and the disclaimers that nobody can forget. */
function wholeHtml(text: string, article: ReadingArticle, newsroom: Newsroom, page: string) {
  const { picture } = article
  const lead = picture
    ? `<figure>${pictureHtml(picture, { size: 'wide' })}${captionHtml(picture)}</figure>`
    : ''
  const disclaimers = disclaimersOf(article).map(
    (disclaimer) =>
      `<p><em>${escaped(disclaimerText(disclaimer, newsroom, article.language))}</em></p>`,
  )
  return feedHtml(lead, page) + text + disclaimers.join('')
}

/** What readers were told about changes of the article. */
const notesHtml = ({ corrections, language }: ReadingArticle, { timezone }: Newsroom) =>
  corrections
    .map(({ kind, made, note }) => {
      const day = dates(language, timezone).day(made)
      const head = escaped(`${texts(language)(`correction.${kind}`)}, ${day}:`)
      return `<p><b>${head}</b> ${escaped(note)}</p>`
    })
    .join('')

/** What stands in place of a text that the feed does not carry. */
function openingHtml(article: ReadingArticle, newsroom: Newsroom, page: string) {
  const t = texts(article.language)
  const note = article.access === 'premium' ? `${escaped(t('article.premium.title'))} ` : ''
  const on = escaped(t('feed.on', { name: newsroom.name }))
  return `${paragraph(article.standfirst)}<p>${note}<a href="${escaped(page)}">${on}</a></p>`
}

function entryPicture(picture: Picture, siteUrl: string): EntryPicture {
  const width = Math.min(SOCIAL_WIDTH, picture.width)
  const thumbnailWidth = widthsOf(picture)[0]!
  return {
    address: `${siteUrl}${renditionPath(picture, SOCIAL_WIDTH, 'jpeg')}`,
    width,
    height: heightAt(picture, width),
    thumbnail: `${siteUrl}${renditionPath(picture, thumbnailWidth, 'webp')}`,
    thumbnailWidth,
    thumbnailHeight: heightAt(picture, thumbnailWidth),
    alt: picture.alt,
    caption: picture.caption,
    credit: creditOf(picture),
  }
}
