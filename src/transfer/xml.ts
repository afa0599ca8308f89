import { Parser } from 'htmlparser2'

/** An element of an export. `inner` is its source between the tags. */
export type XmlElement = {
  name: string
  /** Which vocabulary the name belongs to; of an unknown one, its prefix and a colon. */
  space: Space | string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
  inner: string
}

export type Space = '' | 'wp' | 'excerpt' | 'content' | 'dc' | 'wfw'

/** Namespace by prefix. */
export type Spaces = ReadonlyMap<string, string>

/** What is wrong with a piece of XML, and how many characters into it. */
export class Malformed extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const DEEPEST = 100
/** Prefixes that hold at one place. WordPress declares five. */
const MOST_SPACES = 100

/** The prefixes that WordPress writes; some exports forget to declare them. */
export const usualSpaces: Spaces = new Map(
  ['', 'wp', 'excerpt', 'content', 'dc', 'wfw'].map((name) => [name, name]),
)

/**
 * Reads one element with all that is in it. Stricter than HTML and laxer than XML 1.0: elements must nest, but bare
 * ampersands, HTML's entity names, undeclared prefixes and control characters are common in exports and do no harm.
 * Entities of a document type are never expanded. Throws Malformed.
 */
export function readElement(source: string, spaces: Spaces = usualSpaces): XmlElement {
  return new Reader(source).read(spaces)
}

/** The namespaces that an opening tag declares, on top of those that hold around it. */
export function spacesOf(tag: string, around: Spaces = usualSpaces): Spaces {
  return declared(attributesOf(tag, 0, tag.length), around)
}

type Open = {
  element: XmlElement
  qualified: string
  spaces: Spaces
  from: number
  pieces: string[]
  cdata: boolean
}

class Reader {
  #source: string
  #open: Open[] = []
  #done: XmlElement | undefined

  constructor(source: string) {
    this.#source = source
  }

  read(spaces: Spaces): XmlElement {
    const source = this.#source
    let at = 0
    while (!this.#done) {
      const open = source.indexOf('<', at)
      if (open < 0) break
      if (open > at) this.#words(source.slice(at, open))
      at = this.#markup(open, spaces)
    }
    if (this.#done) return this.#done
    const unclosed = this.#open.at(-1)
    throw new Malformed(
      unclosed ? `<${unclosed.qualified}> is not closed` : 'there is no element',
      unclosed?.from ?? 0,
    )
  }

  #markup(at: number, spaces: Spaces): number {
    const source = this.#source
    if (source.startsWith('<![CDATA[', at)) {
      const end = source.indexOf(']]>', at)
      if (end < 0) throw new Malformed('a CDATA section is not closed', at)
      const top = this.#open.at(-1)
      if (top) {
        top.cdata = true
        if (top.pieces.length % 2 === 0) top.pieces.push('')
        top.pieces.push(source.slice(at + 9, end))
      }
      return end + 3
    }
    for (const [begin, end] of [
      ['<!--', '-->'],
      ['<?', '?>'],
      ['<!', '>'],
    ] as const)
      if (source.startsWith(begin, at)) {
        const to = source.indexOf(end, at + begin.length)
        if (to < 0) throw new Malformed(`“${begin}” is not closed by “${end}”`, at)
        return to + end.length
      }
    const tag = /<(\/?)([^\s<>/"'=]+)/y
    tag.lastIndex = at
    const match = tag.exec(source)
    if (!match || !/[\p{L}_]/u.test(match[2]![0]!)) {
      this.#words('<')
      return at + 1
    }
    return match[1] ? this.#close(match[2]!, at) : this.#openTag(match[2]!, at, spaces)
  }

  #openTag(qualified: string, at: number, spaces: Spaces): number {
    const source = this.#source
    const end = closing(source, at)
    if (end < 0) throw new Malformed(`the tag <${qualified}> is not closed`, at)
    if (this.#open.length >= DEEPEST)
      throw new Malformed(`elements nest more than ${DEEPEST} deep`, at)
    const empty = source[end - 1] === '/'
    const attributes =
      end - at > qualified.length + 2 ? attributesOf(source, at, end) : ({} as const)
    const around = this.#open.at(-1)?.spaces ?? spaces
    const scope = declared(attributes, around)
    const colon = qualified.indexOf(':')
    const prefix = colon < 0 ? '' : qualified.slice(0, colon)
    const element: XmlElement = {
      name: qualified.slice(colon + 1),
      space: scope.get(prefix) ?? usualSpaces.get(prefix) ?? `${prefix}:`,
      attributes,
      children: [],
      text: '',
      inner: '',
    }
    this.#open.at(-1)?.element.children.push(element)
    this.#open.push({ element, qualified, spaces: scope, from: end + 1, pieces: [], cdata: false })
    if (empty) this.#finish(end + 1)
    return end + 1
  }

  #close(qualified: string, at: number): number {
    const end = this.#source.indexOf('>', at)
    const top = this.#open.at(-1)
    if (end < 0 || !top || top.qualified !== qualified)
      throw new Malformed(
        top
          ? `</${qualified}> stands where <${top.qualified}> is open`
          : `</${qualified}> is alone`,
        at,
      )
    this.#finish(at)
    return end + 1
  }

  #finish(to: number) {
    const { element, pieces, cdata, from } = this.#open.pop()!
    element.text = cdata ? joined(pieces) : pieces.join('')
    element.inner = element.children.length > 0 ? this.#source.slice(from, to) : element.text
    if (this.#open.length === 0) this.#done = element
  }

  #words(text: string) {
    const top = this.#open.at(-1)
    if (!top) return
    // Pieces come in pairs once there is CDATA: what stands around a section, and the section.
    if (top.pieces.length % 2 === 0) top.pieces.push(decodeEntities(text))
    else top.pieces[top.pieces.length - 1] += decodeEntities(text)
  }
}

/** CDATA with what stands around it: programs that indent exports put blanks there, WordPress puts nothing. */
const joined = (pieces: string[]) =>
  pieces.length === 2 && pieces[0] === ''
    ? pieces[1]!
    : pieces.filter((piece, at) => at % 2 === 1 || piece.trim() !== '').join('')

function declared(attributes: Record<string, string>, around: Spaces): Spaces {
  let own: Map<string, string> | undefined
  for (const [name, address] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    own ??= new Map(around)
    if (own.size >= MOST_SPACES) break
    own.set(name === 'xmlns' ? '' : name.slice(6), spaceOf(address.trim()))
  }
  return own ?? around
}

function spaceOf(address: string): string {
  const wordpress =
    /^https?:\/\/(?:www\.)?wordpress\.org\/export\/(?:[\d.]+\/?)?(excerpt)?\/?$/i.exec(address)
  if (wordpress) return wordpress[1] ? 'excerpt' : 'wp'
  if (/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/.test(address)) return 'content'
  if (/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/?$/.test(address)) return 'dc'
  if (/^https?:\/\/wellformedweb\.org\/CommentAPI\/?$/.test(address)) return 'wfw'
  // RSS itself has no namespace; some programs give it one.
  return address === '' || /rss|feed/i.test(address) ? '' : `{${address}}`
}

function attributesOf(source: string, at: number, end: number): Record<string, string> {
  const found: Record<string, string> = {}
  // A name begins after a blank or a value, so that a long word is tried once and not at each of its letters.
  const attribute = /(?<=[\s"'])([^\s<>/"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
  for (const [, name, double, single] of source.slice(at, end).matchAll(attribute))
    found[name!] = decodeEntities(double ?? single ?? '')
  return found
}

function closing(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 0x3e) return at
    if (code === 0x3c) return -1
    if (code === 0x22 || code === 0x27) {
      at = source.indexOf(source[at]!, at + 1)
      if (at < 0) return -1
    }
  }
  return -1
}

const predefined: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const known = new Map<string, string>()

/** Text with its references resolved; what is no reference stays as it is written. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x?[0-9a-f]{1,8}|[a-z][a-z0-9]{1,40});/gi, (written, name: string) =>
        name[0] === '#' ? character(name) : (predefined[name] ?? named(written)),
      )
    : text

function character(reference: string): string {
  const code = /^#x/i.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : Number.parseInt(reference.slice(1), 10)
  const legal =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return legal ? String.fromCodePoint(code) : '\ufffd'
}

function named(written: string): string {
  let text = known.get(written)
  if (text === undefined) {
    const pieces: string[] = []
    new Parser({ ontext: (piece) => void pieces.push(piece) }).end(written)
    text = pieces.join('')
    if (known.size < 3000) known.set(written, text)
  }
  return text
}
