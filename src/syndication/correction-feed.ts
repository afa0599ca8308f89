import { hrefOf } from '../addresses/address.ts'
import { addressAt } from '../addresses/addresses.ts'
import { noteId } from '../articles/correction-parts.tsx'
import { type Corrected, correctionsIn } from '../articles/corrections.ts'
import { correctionsPath } from '../articles/feed.ts'
import { fronts } from '../articles/feeds.ts'
import { escaped } from '../design/html.ts'
import { texts } from '../design/texts.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Db } from '../platform/database.ts'
import type { Entry, Feed } from './feed.ts'
import { paragraph } from './feed-html.ts'
import { EPOCH, logoOf } from './feeds.ts'

/** Notes in the feed. */
const ENTRIES = 30

/** What a newsroom told its readers about changes, as a feed of its page at this path; undefined when that is another. */
export async function correctionsFeed(
  db: Db,
  path: string,
  newsroom: Newsroom,
  siteUrl: string,
): Promise<{ feed: Feed; entries: Entry[] } | undefined> {
  const language = await languageAt(db, path, newsroom)
  if (language === undefined) return undefined
  const { corrections } = (await correctionsIn(db, language, ENTRIES))!
  const t = texts(language)
  const feed = {
    id: siteUrl + path,
    title: `${t('corrections.title')} – ${newsroom.name}`,
    description: t('corrections.text'),
    language,
    newsroom: newsroom.name,
    page: siteUrl + hrefOf(path),
    logo: await logoOf(db, newsroom, siteUrl),
    hub: newsroom.feeds.hub,
    updated: corrections[0]?.made ?? EPOCH,
    before: null,
    older: null,
  }
  return { feed, entries: corrections.map((correction) => entryOf(correction, siteUrl)) }
}

async function languageAt(db: Db, path: string, newsroom: Newsroom) {
  if (path === correctionsPath(newsroom, newsroom.language)) return newsroom.language
  if (!path.endsWith('/corrections') || (await addressAt(db, path))) return undefined
  return (await fronts(db)).find((one) => correctionsPath(newsroom, one) === path)
}

function entryOf({ id, kind, note, made, article }: Corrected, siteUrl: string): Entry {
  const { headline, language, direction, path } = article
  const page = `${siteUrl}${hrefOf(path)}#${noteId(id)}`
  const label = texts(language)(`correction.${kind}`)
  const link = `<p><a href="${escaped(page)}">${escaped(headline)}</a></p>`
  return {
    id,
    page,
    headline: `${label}: ${headline}`,
    standfirst: note,
    html: `<div lang="${escaped(language)}" dir="${direction}">${paragraph(note)}${link}</div>`,
    whole: true,
    kind: article.kind,
    access: article.access,
    language,
    direction,
    published: made,
    updated: made,
    bylines: [],
    subjects: [label],
    picture: null,
    place: null,
  }
}
