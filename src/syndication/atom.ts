import { type Entry, type Feed, feedTypes, partAddress, urn } from './feed.ts'
import { mediaOf, pointOf } from './media-rss.ts'
import { element, textElement, xmlDocument } from './xml.ts'

/** Atom (RFC 4287) with paging (RFC 5005), WebSub's link, Media RSS and GeoRSS. */
export function atomOf(feed: Feed, entries: readonly Entry[], self: string): string {
  const link = (rel: string, href: string, type?: string) => element('link', { rel, href, type })
  return xmlDocument(
    element('feed', { ...namespaces, 'xml:lang': feed.language }, [
      textElement('id', feed.id),
      textElement('title', feed.title),
      feed.description ? textElement('subtitle', feed.description) : null,
      textElement('updated', feed.updated),
      element('author', {}, [textElement('name', feed.newsroom)]),
      link('self', partAddress(self, feed.before), feedTypes.atom),
      link('alternate', feed.page, 'text/html'),
      feed.hub && link('hub', feed.hub),
      feed.older && link('next', partAddress(self, feed.older), feedTypes.atom),
      feed.logo && textElement('logo', feed.logo),
      textElement('generator', 'Dateline'),
      ...entries.map(entryElement),
    ]),
  )
}

const namespaces = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:georss': 'http://www.georss.org/georss',
}

const entryElement = (entry: Entry) =>
  element('entry', { 'xml:lang': entry.language }, [
    textElement('id', urn(entry.id)),
    textElement('title', entry.headline),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.page }),
    textElement('published', entry.published),
    textElement('updated', entry.updated),
    ...entry.bylines.map(({ role, name, page }) =>
      element(role === 'author' ? 'author' : 'contributor', {}, [
        textElement('name', name),
        textElement('uri', page),
      ]),
    ),
    ...entry.subjects.map((term) => element('category', { term })),
    ...(entry.whole
      ? [
          entry.standfirst ? textElement('summary', entry.standfirst) : null,
          textElement('content', entry.html, { type: 'html' }),
        ]
      : [textElement('summary', entry.html, { type: 'html' })]),
    ...mediaOf(entry),
    pointOf(entry),
  ])
