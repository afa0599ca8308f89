import { hrefOf } from '../addresses/address.ts'
import { isWebAddress } from '../addresses/link.ts'
import type { ArticleKind, Headline, ReadingArticle } from '../articles/article.ts'
import { type Category, categoryName } from '../categories/category.ts'
import type { BylineRole, Contributor } from '../contributors/contributor.ts'
import { heightAt, type Picture, renditionPath } from '../media/picture.ts'
import { SOCIAL_WIDTH } from '../media/renditions.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'

/** What a page says of itself in schema.org's words. Each type and property is checked against its vocabulary. */
export type Thing = { '@type': string; [property: string]: Value | undefined }
type Value = string | number | boolean | Thing | readonly (Thing | string)[]

/** Where things are, and who publishes them. */
export type Masthead = { siteUrl: string; newsroom: Newsroom; logo: Picture | null }

const types: Record<ArticleKind, string> = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  interview: 'NewsArticle',
  feature: 'ReportageNewsArticle',
  explainer: 'BackgroundNewsArticle',
  live: 'LiveBlogPosting',
  page: 'WebPage',
}

/** schema.org's names for what people did; whoever drew, photographed or counted contributed. */
const parts: Record<BylineRole, 'author' | 'contributor' | 'editor' | 'translator'> = {
  author: 'author',
  reporting: 'contributor',
  translation: 'translator',
  photography: 'contributor',
  illustration: 'contributor',
  data: 'contributor',
  editing: 'editor',
}

/** Several things of one page as one text. */
export const jsonLd = (things: readonly Thing[]) =>
  JSON.stringify({
    '@context': 'https://schema.org',
    ...(things.length === 1 ? things[0] : { '@graph': things }),
  })

/** An article or a standing page. `translations` are those that readers may see. */
export function articleThing(
  article: ReadingArticle,
  translations: readonly Headline[],
  masthead: Masthead,
): Thing {
  const { siteUrl, newsroom } = masthead
  const url = siteUrl + hrefOf(article.path)
  const type = types[article.kind]
  const common = {
    '@type': type,
    '@id': url,
    url,
    headline: article.headline,
    ...(article.standfirst ? { description: article.standfirst } : {}),
    inLanguage: article.language,
    publisher: publisherThing(masthead),
    ...(translations.length > 0
      ? {
          workTranslation: translations.map(({ path }) => ({
            '@type': type,
            '@id': siteUrl + hrefOf(path),
          })),
        }
      : {}),
  }
  if (article.kind === 'page') return common
  const people = peopleOf(article, siteUrl)
  const dateline = [article.datelinePlace, article.datelineDate].filter(Boolean).join(', ')
  const picture = article.socialPicture ?? article.picture
  return {
    ...common,
    mainEntityOfPage: url,
    datePublished: article.published,
    dateModified: article.updated ?? article.published,
    ...people,
    ...correctedIn(article),
    ...(people.author ? {} : { author: publisherThing(masthead) }),
    // A live blog is no news article to schema.org, which gives it no dateline.
    ...(dateline && article.kind !== 'live' ? { dateline } : {}),
    ...(article.category
      ? { articleSection: categoryName(article.category, article.language) }
      : {}),
    ...(article.tags.length > 0
      ? { keywords: article.tags.map(({ name }) => name).join(', ') }
      : {}),
    ...(article.words > 0 ? { wordCount: article.words } : {}),
    ...(picture ? { image: pictureThing(picture, siteUrl) } : {}),
    ...(article.kind === 'live' ? coverageOf(article) : {}),
    copyrightHolder: { '@type': 'NewsMediaOrganization', name: newsroom.name },
    isAccessibleForFree: article.access === 'standard',
    ...(article.access === 'premium'
      ? {
          hasPart: {
            '@type': 'WebPageElement',
            isAccessibleForFree: false,
            cssSelector: '.premium-note',
          },
        }
      : {}),
  }
}

/** What was wrong or unclear in an article. An update is neither. */
function correctedIn({ corrections, language }: ReadingArticle): Omit<Thing, '@type'> {
  const correction = corrections
    .filter(({ kind }) => kind !== 'update')
    .map(({ note, made }) => ({
      '@type': 'CorrectionComment',
      text: note,
      datePublished: made,
      inLanguage: language,
    }))
  return correction.length > 0 ? { correction } : {}
}

/** Who publishes. */
export function publisherThing({ siteUrl, newsroom, logo }: Masthead): Thing {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${siteUrl}/#newsroom`,
    name: newsroom.name,
    url: `${siteUrl}/`,
    ...(logo ? { logo: pictureThing(logo, siteUrl) } : {}),
  }
}

/** The front page: the newsroom with its policies, and its site. */
export function frontThings(masthead: Masthead, language: string): Thing[] {
  const { siteUrl, newsroom } = masthead
  const policies = Object.entries(newsroom.policies).map(([name, address]) => [
    name,
    absolute(siteUrl, address),
  ])
  return [
    {
      ...publisherThing(masthead),
      ...(newsroom.tagline ? { slogan: newsroom.tagline } : {}),
      ...Object.fromEntries(policies),
    },
    {
      '@type': 'WebSite',
      name: newsroom.name,
      url: `${siteUrl}/`,
      inLanguage: language,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}/search?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
      publisher: { '@type': 'NewsMediaOrganization', '@id': `${siteUrl}/#newsroom` },
    },
  ]
}

/** The line of categories that a page is in, from the top; nothing where there is none. */
export const breadcrumbThings = (
  line: readonly Category[],
  language: string,
  siteUrl: string,
): Thing[] =>
  line.length === 0
    ? []
    : [
        {
          '@type': 'BreadcrumbList',
          itemListElement: line.map((category, index) => ({
            '@type': 'ListItem',
            position: index + 1,
            name: categoryName(category, language),
            item: { '@type': 'CollectionPage', '@id': siteUrl + hrefOf(category.path) },
          })),
        },
      ]

/** A page that lists articles. */
export const collectionThing = (
  name: string,
  description: string,
  path: string,
  language: string,
  siteUrl: string,
): Thing => ({
  '@type': 'CollectionPage',
  '@id': siteUrl + hrefOf(path),
  name,
  ...(description ? { description } : {}),
  inLanguage: language,
})

/** A contributor's page. */
export const profileThing = (
  contributor: Contributor,
  picture: Picture | null,
  siteUrl: string,
): Thing => {
  const elsewhere = contributor.links.map(({ href }) => href).filter(isWebAddress)
  return {
    '@type': 'ProfilePage',
    '@id': siteUrl + hrefOf(contributor.path),
    mainEntity: {
      ...contributorThing(contributor, siteUrl),
      ...(contributor.biography ? { description: contributor.biography } : {}),
      ...(picture ? { image: pictureThing(picture, siteUrl) } : {}),
      ...(elsewhere.length > 0 ? { sameAs: elsewhere } : {}),
    },
  }
}

const contributorThing = ({ kind, name, path }: Contributor, siteUrl: string): Thing => ({
  '@type': kind === 'agency' ? 'Organization' : 'Person',
  name,
  url: siteUrl + hrefOf(path),
})

/** Entries that a live blog names: the newest, since search engines show no more. */
const MOST_UPDATES = 5

/** When a live blog began, and its newest entries that have a headline; none of a body that readers may not see. */
function coverageOf({ published, body }: ReadingArticle): Omit<Thing, '@type'> {
  const liveBlogUpdate = (body?.content ?? [])
    .filter(({ type, attrs }) => type === 'liveEntry' && attrs?.headline)
    .slice(0, MOST_UPDATES)
    .map(({ attrs }) => ({
      '@type': 'BlogPosting',
      headline: String(attrs!.headline),
      datePublished: String(attrs!.at),
    }))
  return {
    coverageStartTime: published,
    ...(liveBlogUpdate.length > 0 ? { liveBlogUpdate } : {}),
  }
}

function peopleOf({ bylines }: ReadingArticle, siteUrl: string): Record<string, Thing[]> {
  const people: Record<string, Thing[]> = {}
  for (const { role, contributor } of bylines) {
    const said = people[parts[role]] ?? []
    people[parts[role]] = [...said, contributorThing(contributor, siteUrl)]
  }
  return people
}

function pictureThing(picture: Picture, siteUrl: string): Thing {
  const width = Math.min(SOCIAL_WIDTH, picture.width)
  return {
    '@type': 'ImageObject',
    url: siteUrl + renditionPath(picture, SOCIAL_WIDTH, 'jpeg'),
    width: `${width}px`,
    height: `${heightAt(picture, width)}px`,
    ...(picture.caption ? { caption: picture.caption } : {}),
    ...(picture.credit ? { creditText: picture.credit } : {}),
  }
}

const absolute = (siteUrl: string, address: string) =>
  address.startsWith('/') ? siteUrl + address : address
