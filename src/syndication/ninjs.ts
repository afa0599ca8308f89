import { hrefOf } from '../addresses/address.ts'
import {
  type ArticleKind,
  disclaimersOf,
  disclaimerText,
  type ReadingArticle,
} from '../articles/article.ts'
import { picturesIn } from '../articles/document.ts'
import { heightAt, type Picture, renditionPath, widthsOf } from '../media/picture.ts'
import { SOCIAL_WIDTH } from '../media/renditions.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { textOf } from './entry.ts'
import { type Feed, urn } from './feed.ts'
import { changed } from './feeds.ts'
import { jsonDocument } from './json.ts'

/** IPTC ninjs 3.1 (iptc.org/standards/ninjs): articles for other newsrooms and agencies. */
const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
}

/** The kinds of articles as IPTC's NewsCodes name genres. */
const genres: Partial<Record<ArticleKind, string>> = {
  news: 'Current',
  analysis: 'Analysis',
  opinion: 'Opinion',
  interview: 'Interview',
  feature: 'Feature',
  explainer: 'Background',
  live: 'Update',
}

/** One article. */
export const ninjsOf = (article: ReadingArticle, newsroom: Newsroom, siteUrl: string) =>
  jsonDocument({ standard, ...itemOf(article, newsroom, siteUrl) })

/** A list: one object that the articles are associated with. */
export const ninjsListOf = (
  feed: Feed,
  articles: readonly ReadingArticle[],
  newsroom: Newsroom,
  siteUrl: string,
) =>
  jsonDocument({
    standard,
    uri: feed.id,
    type: 'composite',
    language: feed.language,
    versionCreated: feed.updated,
    headlines: [{ role: 'main', value: feed.title }],
    altIds: [{ role: 'web', value: feed.page }],
    associations: articles.map((article) => ({
      name: article.headline,
      rel: 'item',
      ...itemOf(article, newsroom, siteUrl),
    })),
  })

/** What those who took an article over are told once it is withheld: that it must be killed. */
export const ninjsKillOf = (articleId: string) =>
  jsonDocument({ standard, uri: urn(articleId), type: 'text', pubStatus: 'canceled' })

function itemOf(article: ReadingArticle, newsroom: Newsroom, siteUrl: string) {
  const page = siteUrl + hrefOf(article.path)
  const text = textOf(article, newsroom, page)
  const genre = genres[article.kind]
  const authors = article.bylines
    .filter(({ role }) => role === 'author')
    .map(({ contributor }) => contributor.name)
  const subject = (rel: string, { id, name }: { id: string; name: string }) => ({
    name,
    rel,
    uri: urn(id),
  })
  return {
    uri: urn(article.id),
    type: 'text',
    representationType: text === null ? 'partial' : 'full',
    firstCreated: article.published,
    versionCreated: changed(article),
    pubStatus: 'usable',
    language: article.language,
    headlines: [{ role: 'main', contentType: 'text/plain', value: article.headline }],
    descriptions: article.standfirst
      ? [{ role: 'summary', contentType: 'text/plain', value: article.standfirst }]
      : [],
    ...(text === null ? {} : { bodies: bodiesOf(text, article, newsroom) }),
    ...(authors.length > 0 ? { by: authors.join(', ') } : {}),
    infoSources: article.bylines.map(({ role, contributor }) => ({
      name: contributor.name,
      role,
      uri: urn(contributor.id),
    })),
    ...(article.datelinePlace ? { located: article.datelinePlace } : {}),
    subjects: [
      ...(article.category ? [subject('main category', article.category)] : []),
      ...article.categories.map((category) => subject('category', category)),
      ...article.tags.map((tag) => subject('tag', tag)),
    ],
    genres: genre ? [{ name: genre, uri: `http://cv.iptc.org/newscodes/genre/${genre}` }] : [],
    copyrightHolder: newsroom.name,
    altIds: [{ role: 'web', value: page }],
    renditions: [{ name: 'web', href: page, contentType: 'text/html' }],
    associations: picturesOf(article, text !== null).map(({ picture, rel }) => ({
      name: picture.alt || picture.caption || rel,
      rel,
      ...pictureOf(picture, siteUrl),
    })),
  }
}

const bodiesOf = (text: string, article: ReadingArticle, newsroom: Newsroom) => [
  { role: 'main', contentType: 'text/html', wordCount: article.words, value: text },
  ...disclaimersOf(article).map((disclaimer) => ({
    role: 'disclaimer',
    contentType: 'text/plain',
    value: disclaimerText(disclaimer, newsroom, article.language),
  })),
  ...article.corrections.map(({ kind, note }) => ({
    role: kind,
    contentType: 'text/plain',
    value: note,
  })),
]

/** The lead picture, and those that the text shows where that is told. */
const picturesOf = (article: ReadingArticle, whole: boolean) => [
  ...(article.picture ? [{ rel: 'lead picture', picture: article.picture }] : []),
  ...(whole && article.body ? [...new Set(picturesIn(article.body))] : []).flatMap((id) => {
    const picture = article.pictures.get(id)
    return picture ? [{ rel: 'picture', picture }] : []
  }),
]

function pictureOf(picture: Picture, siteUrl: string) {
  const rendition = (name: string, path: string, contentType: string, width: number) => {
    const height = heightAt(picture, width)
    const poi = {
      x: Math.round(picture.focalX * width),
      y: Math.round(picture.focalY * height),
    }
    return { name, href: siteUrl + path, contentType, width, height, poi }
  }
  const large = Math.min(SOCIAL_WIDTH, picture.width)
  const small = widthsOf(picture)[0]!
  return {
    uri: urn(picture.id),
    type: 'picture',
    descriptions: [
      ...(picture.caption ? [{ role: 'caption', value: picture.caption }] : []),
      ...(picture.alt ? [{ role: 'altText', value: picture.alt }] : []),
    ],
    ...(picture.credit ? { copyrightNotice: picture.credit } : {}),
    ...(picture.licence ? { usageTerms: picture.licence } : {}),
    renditions: [
      rendition('main', renditionPath(picture, SOCIAL_WIDTH, 'jpeg'), 'image/jpeg', large),
      rendition('thumbnail', renditionPath(picture, small, 'webp'), 'image/webp', small),
    ],
  }
}
