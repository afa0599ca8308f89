import { hrefOf } from '../addresses/address.ts'
import { addressAt } from '../addresses/addresses.ts'
import type { ReadingArticle } from '../articles/article.ts'
import { articlesForReader, pathOf } from '../articles/articles.ts'
import { isCredited } from '../articles/credited.ts'
import { baseOf, feedOf, frontPath } from '../articles/feed.ts'
import { fronts, hasEntryAt, stretch } from '../articles/feeds.ts'
import type { Place } from '../articles/place.ts'
import { categoryById, tagById } from '../categories/categories.ts'
import { categoryName } from '../categories/category.ts'
import { contributorById } from '../contributors/contributors.ts'
import { renditionPath } from '../media/picture.ts'
import { picturesById } from '../media/pictures.ts'
import { SOCIAL_WIDTH } from '../media/renditions.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Db } from '../platform/database.ts'
import { languageName } from '../platform/language.ts'
import { type Feed, feedPath, formerlyAsked, urn } from './feed.ts'

/** Entries in one part of a feed. */
const ENTRIES = 30

/** A list that can be followed at the address of its page. */
type Followed = Pick<Feed, 'id' | 'title' | 'description' | 'language'> & { list: string }

/**
 * What stands at a canonical path for those who follow it: a list of articles, one article, or where it has moved.
 * Undefined when there is nothing, or nothing that readers may know of.
 */
export async function followedAt(
  db: Db,
  path: string,
  newsroom: Newsroom,
  siteUrl: string,
): Promise<Followed | { articleId: string } | { moved: string } | undefined> {
  const front = await frontAt(db, path, newsroom, siteUrl)
  if (front) return front
  const address = await addressAt(db, path)
  if (!address) return undefined
  const { kind, thingId, retired } = address
  if (kind === 'article') {
    const current = await pathOf(db, thingId)
    if (current === undefined) return undefined
    return retired ? { moved: current } : { articleId: thingId }
  }
  if (kind === 'contributor' && !(await isCredited(db, thingId))) return undefined
  const { path: current, ...followed } = await lists[kind](db, thingId, newsroom)
  if (retired) return { moved: current }
  return {
    ...followed,
    id: urn(thingId),
    title: `${followed.title} – ${newsroom.name}`,
    language: newsroom.language,
    list: feedOf[kind](thingId),
  }
}

/** Where a feed is that somebody follows by an address of the system before this one; undefined when it is none. */
export async function feedInstead(
  db: Db,
  pathAndQuery: string,
  siteUrl: string,
): Promise<string | undefined> {
  const asked = formerlyAsked(pathAndQuery)
  if (!asked) return undefined
  const followed = await followedAt(db, asked.path, await newsroomNow(db), siteUrl)
  if (!followed || 'articleId' in followed) return undefined
  return feedPath('moved' in followed ? followed.moved : asked.path, asked.format)
}

async function frontAt(
  db: Db,
  path: string,
  newsroom: Newsroom,
  siteUrl: string,
): Promise<Followed | undefined> {
  const own = baseOf(newsroom.language)
  const language =
    path === '/'
      ? newsroom.language
      : (await fronts(db)).find((one) => one !== own && path === `/${one}`)
  if (language === undefined) return undefined
  return {
    id: siteUrl + frontPath(newsroom, language),
    title: path === '/' ? newsroom.name : `${newsroom.name} – ${languageName(language)}`,
    description: newsroom.tagline,
    language,
    list: feedOf.front(language),
  }
}

const lists = {
  category: async (db: Db, id: string, { language }: Newsroom) => {
    const category = await categoryById(db, id)
    const { description, path } = category
    return { title: categoryName(category, language), description, path }
  },
  tag: async (db: Db, id: string) => {
    const { name, path } = await tagById(db, id)
    return { title: name, description: '', path }
  },
  contributor: async (db: Db, id: string) => {
    const { name, biography, path } = await contributorById(db, id)
    return { title: name, description: biography, path }
  },
}

/** A part of a list as a feed: its newest, or what comes before an entry of it. Undefined when it has no such entry. */
export async function feedPart(
  db: Db,
  { list, ...followed }: Followed,
  path: string,
  before: Place | null,
  newsroom: Newsroom,
  siteUrl: string,
): Promise<{ feed: Feed; articles: ReadingArticle[] } | undefined> {
  // Places can be made up at will; each would be another page to keep.
  if (before && !(await hasEntryAt(db, list, before))) return undefined
  const { ids, older } = await stretch(db, list, ENTRIES, before ? { before } : {})
  const articles = await articlesForReader(db, ids)
  const feed = {
    ...followed,
    newsroom: newsroom.name,
    page: siteUrl + hrefOf(path),
    logo: await logoOf(db, newsroom, siteUrl),
    hub: newsroom.feeds.hub,
    updated: articles.map(changed).sort().at(-1) ?? EPOCH,
    before,
    older,
  }
  return { feed, articles }
}

/** Where a feed's picture is. */
export async function logoOf(db: Db, { logo }: Newsroom, siteUrl: string): Promise<string | null> {
  const picture = logo && (await picturesById(db, [logo])).get(logo)
  return picture ? siteUrl + renditionPath(picture, SOCIAL_WIDTH, 'jpeg') : null
}

/** When readers last got something new of an article. */
export const changed = ({ updated, published }: ReadingArticle) => updated ?? published

/** Atom wants a time of change even of a list in which nothing has happened yet. */
export const EPOCH = '1970-01-01T00:00:00.000Z'
