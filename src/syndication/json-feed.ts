import { type Entry, type Feed, partAddress, urn } from './feed.ts'
import { jsonDocument } from './json.ts'

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). What it has no word for stands under `_dateline`. */
export function jsonFeedOf(feed: Feed, entries: readonly Entry[], self: string): string {
  return jsonDocument({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: partAddress(self, feed.before),
    ...(feed.description ? { description: feed.description } : {}),
    language: feed.language,
    authors: [{ name: feed.newsroom }],
    ...(feed.logo ? { icon: feed.logo } : {}),
    ...(feed.hub ? { hubs: [{ type: 'WebSub', url: feed.hub }] } : {}),
    ...(feed.older ? { next_url: partAddress(self, feed.older) } : {}),
    items: entries.map(itemOf),
  })
}

const itemOf = (entry: Entry) => ({
  id: urn(entry.id),
  url: entry.page,
  title: entry.headline,
  content_html: entry.html,
  ...(entry.standfirst ? { summary: entry.standfirst } : {}),
  ...(entry.picture ? { image: entry.picture.address } : {}),
  date_published: entry.published,
  date_modified: entry.updated,
  authors: entry.bylines
    .filter(({ role }) => role === 'author')
    .map(({ name, page }) => ({ name, url: page })),
  tags: entry.subjects,
  language: entry.language,
  _dateline: {
    kind: entry.kind,
    access: entry.access,
    direction: entry.direction,
    ...(entry.place ? { place: entry.place } : {}),
  },
})
