import { escaped } from '../design/html.ts'
import { type Entry, type Feed, feedTypes, partAddress, urn } from './feed.ts'
import { mediaOf, pointOf } from './media-rss.ts'
import { element, textElement, xmlDocument } from './xml.ts'

/**
 * RSS 2.0 (rssboard.org/rss-specification) with Atom's links, Dublin Core, content, Media RSS and GeoRSS. Pictures are
 * no enclosures: those must tell their length in bytes, which is only known once a rendition is drawn.
 */
export function rssOf(feed: Feed, entries: readonly Entry[], self: string): string {
  const link = (rel: string, href: string, type?: string) =>
    element('atom:link', { rel, href, type })
  const channel = element('channel', {}, [
    textElement('title', feed.title),
    textElement('link', feed.page),
    textElement('description', feed.description || feed.title),
    textElement('language', feed.language),
    textElement('lastBuildDate', new Date(feed.updated).toUTCString()),
    textElement('generator', 'Dateline'),
    feed.logo &&
      element('image', {}, [
        textElement('url', feed.logo),
        textElement('title', feed.title),
        textElement('link', feed.page),
      ]),
    link('self', partAddress(self, feed.before), feedTypes.rss),
    feed.hub && link('hub', feed.hub),
    feed.older && link('next', partAddress(self, feed.older), feedTypes.rss),
    ...entries.map(itemOf),
  ])
  return xmlDocument(element('rss', { version: '2.0', ...namespaces }, [channel]))
}

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:georss': 'http://www.georss.org/georss',
}

const itemOf = (entry: Entry) =>
  element('item', {}, [
    textElement('title', entry.headline),
    textElement('link', entry.page),
    textElement('guid', urn(entry.id), { isPermaLink: 'false' }),
    textElement('pubDate', new Date(entry.published).toUTCString()),
    textElement('atom:updated', entry.updated),
    textElement('dc:language', entry.language),
    ...entry.bylines
      .filter(({ role }) => role === 'author')
      .map(({ name }) => textElement('dc:creator', name)),
    ...entry.bylines
      .filter(({ role }) => role !== 'author')
      .map(({ name }) => textElement('dc:contributor', name)),
    ...entry.subjects.map((subject) => textElement('category', subject)),
    // Readers take a description for HTML, and a title for text.
    textElement('description', entry.whole ? escaped(entry.standfirst) : entry.html),
    entry.whole ? textElement('content:encoded', entry.html) : null,
    ...mediaOf(entry),
    pointOf(entry),
  ])
