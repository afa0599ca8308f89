/** What stands between brackets: `[caption id="attachment_6" align="left"]`. */
export type Shortcode = { name: string; attributes: Record<string, string>; bare: string[] }

/** Shortcodes that are known without attributes and closing tag: WordPress's own and those of common plug-ins. */
const known = new Set(
  'gallery playlist audio video embed caption wp_caption archives contact-form toc sitemap youtube vimeo soundcloud tweet googlemaps googlemap footnotes footnote_list jetpack_subscription_form subscribe2 mc4wp_form print_link print-me donate addtoany sociable'.split(
    ' ',
  ),
)

/**
 * Turns shortcodes into elements named `shortcode-name`, outside of tags, comments and code, so that HTML can be read
 * with them in their places. In a newsroom's texts most brackets are an editor's: `[sic]`, `[the minister]`. Only a
 * name that is known, has an underscore, attributes, or a closing tag is a shortcode; all else stays as it is.
 */
export function markShortcodes(html: string): string {
  if (!html.includes('[')) return html
  const closings = countClosings(html)
  let out = ''
  let done = 0
  const replace = (from: number, to: number, by: string) => {
    out += html.slice(done, from) + by
    done = to
  }
  const unclosed = new Set<string>()
  const special = /[<[]/g
  for (let match = special.exec(html); match; match = special.exec(html)) {
    const at = match.index
    if (match[0] === '<') {
      const end = pastTag(html, at, unclosed)
      if (end < 0) break
      special.lastIndex = end
      continue
    }
    const code = shortcodeAt(html, at)
    if (!code) continue
    special.lastIndex = code.end
    if (code.escaped) {
      replace(at, code.end, html.slice(at + 1, code.end - 1))
    } else if (code.closing) {
      const left = closings.get(code.name) ?? 0
      if (left > 0) closings.set(code.name, left - 1)
      replace(at, code.end, `</shortcode-${code.name}>`)
    } else if (!isShortcode(code, closings)) {
      special.lastIndex = at + 1
    } else {
      const opening = `<shortcode-${code.name} code="${quotable(code.attributes)}">`
      const encloses = !code.alone && (closings.get(code.name) ?? 0) > 0
      replace(at, code.end, encloses ? opening : `${opening}</shortcode-${code.name}>`)
    }
  }
  return out + html.slice(done)
}

type Found = {
  name: string
  attributes: string
  end: number
  closing: boolean
  alone: boolean
  escaped: boolean
}

const isShortcode = ({ name, attributes, alone }: Found, closings: Map<string, number>) =>
  alone ||
  known.has(name) ||
  name.includes('_') ||
  /(^|\s)[\w-]+\s*=\s*["'“”″]?[^\s]/.test(attributes) ||
  /^\s*=\s*\S/.test(attributes) ||
  (closings.get(name) ?? 0) > 0

/** Characters of one shortcode, at most. */
const LONGEST = 20_000

function shortcodeAt(html: string, at: number): Found | undefined {
  const opening = /\[(\[?)(\/?)([a-z][a-z0-9_-]*)(?=[\s\]/=])/iy
  opening.lastIndex = at
  const match = opening.exec(html)
  if (!match) return undefined
  const from = opening.lastIndex
  const close = closingBracket(html, from)
  if (close < 0) return undefined
  const attributes = html.slice(from, close)
  const escaped = match[1] === '[' && html[close + 1] === ']'
  if (match[1] === '[' && !escaped) return undefined
  return {
    name: match[3]!.toLowerCase(),
    attributes: attributes.replace(/\/\s*$/, ''),
    end: close + (escaped ? 2 : 1),
    closing: match[2] === '/',
    alone: /\/\s*$/.test(attributes) && match[2] !== '/',
    escaped,
  }
}

/** The bracket that closes a shortcode: not one inside its quoted values. */
function closingBracket(html: string, from: number): number {
  const most = Math.min(html.length, from + LONGEST)
  for (let at = from; at < most; at++) {
    const sign = html[at]
    if (sign === ']') return at
    if (sign === '[') return -1
    if ((sign === '"' || sign === "'") && html[at - 1] === '=') {
      const end = html.indexOf(sign, at + 1)
      if (end < 0 || end > most) return -1
      at = end
    }
  }
  return -1
}

/** How often each name is closed, before anything is read: an opening tag encloses something only if it is. */
function countClosings(html: string) {
  const counts = new Map<string, number>()
  for (const [, written] of html.matchAll(/\[\/([a-z][a-z0-9_-]*)\]/gi)) {
    const name = written!.toLowerCase()
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** The end of a tag, a comment or a piece of code, or -1 when there is no more of any. */
function pastTag(html: string, at: number, unclosed: Set<string>): number {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4)
    return end < 0 ? -1 : end + 3
  }
  if (!/[a-z/!?]/i.test(html[at + 1] ?? '')) return at + 1
  const code = /<(pre|code|script|style)\b/iy
  code.lastIndex = at
  const verbatim = code.exec(html)?.[1]
  if (verbatim && !unclosed.has(verbatim)) {
    const end = html.indexOf(`</${verbatim}`, at + 1)
    if (end >= 0) return end + 1
    // Looked for once: a text with thousands of them must not be searched thousands of times.
    unclosed.add(verbatim)
  }
  const end = html.indexOf('>', at + 1)
  return end < 0 ? -1 : end + 1
}

const quotable = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** The shortcode that an element of `markShortcodes` stands for. */
export function readShortcode(name: string, code: string): Shortcode {
  const attributes: Record<string, string> = {}
  const bare: string[] = []
  // Word processors and WordPress itself curl the quotes of attributes.
  const straight = code.replace(/[“”″]/g, '"').replace(/&quot;|&#8220;|&#8221;|&#8243;/g, '"')
  const part = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g
  for (const [, key, double, single, plain, ...rest] of straight.matchAll(part)) {
    if (key && key !== '__proto__') attributes[key.toLowerCase()] = double ?? single ?? plain ?? ''
    else {
      const value = rest.find((text) => text !== undefined)
      if (value) bare.push(value.replace(/^=/, ''))
    }
  }
  return { name: name.slice('shortcode-'.length), attributes, bare }
}
