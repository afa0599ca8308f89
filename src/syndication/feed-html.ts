import { escaped } from '../design/html.ts'

/**
 * A body's HTML as it stands in a feed, far from its page: every address absolute, one address a picture, nothing that
 * only the page's style or scripts know. What comes in was written by `bodyHtml`, so a `<` is always an element and
 * an attribute always stands in double quotes.
 */
export function feedHtml(html: string, page: string): string {
  return html.replace(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/gi, (_, end: string, name: string, rest) => {
    if (left.has(name)) return ''
    return end ? `</${name}>` : `<${name}${attributesOf(rest, page)}>`
  })
}

/** Other widths and formats of a picture that follows as `img`. */
const left = new Set(['picture', 'source'])

const kept = new Set([
  ...['href', 'src', 'alt', 'title', 'width', 'height', 'lang', 'dir', 'datetime', 'start'],
  ...['colspan', 'rowspan', 'scope', 'reversed', 'value', 'open', 'span'],
])

function attributesOf(written: string, page: string) {
  let attributes = ''
  for (const [, name, value = ''] of written.matchAll(/([a-z-]+)(?:="([^"]*)")?/g))
    if (kept.has(name!))
      attributes += ` ${name}="${name === 'href' || name === 'src' ? absolute(value, page) : value}"`
  return attributes
}

/** A fragment of the text leads to its place on the page: a feed holds many articles, and its readers keep no anchors. */
function absolute(address: string, page: string) {
  if (address.startsWith('#')) return page + address
  return /^\/(?!\/)/.test(address) ? new URL(page).origin + address : address
}

/** A line of plain text as a paragraph. */
export const paragraph = (text: string) => (text ? `<p>${escaped(text)}</p>` : '')
