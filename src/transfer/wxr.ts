import { Refusal } from '../platform/refusals.ts'
import { textOf } from './encoding.ts'
import { authorOf, itemOf, termOf } from './item.ts'
import type { Site, WxrRecord } from './record.ts'
import { hasSwallowed, newlines } from './scan.ts'
import { Cutter, type Segment } from './segments.ts'
import {
  Malformed,
  readElement,
  type Spaces,
  spacesOf,
  usualSpaces,
  type XmlElement,
} from './xml.ts'

/**
 * Reads a WordPress export (WXR 1.0 to 1.2, XML or gzip) as it comes in, in the order of the file, never holding more
 * than one item. What is malformed becomes a `problem` and the next item goes on. Refuses what is no export at all.
 */
export async function* readWxr(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<WxrRecord> {
  const cutter = new Cutter()
  const reader = new WxrReader(cutter)
  const read = function* () {
    for (let segment = cutter.next(); segment; segment = cutter.next()) yield* reader.read(segment)
  }
  let broken: unknown
  try {
    for await (const text of textOf(bytes)) {
      cutter.push(text)
      yield* read()
    }
  } catch (error) {
    // What came before a damaged end of a gzip file is as good as any.
    if (error instanceof Refusal || !isUnpacking(error)) throw error
    broken = error
  }
  cutter.end()
  yield* read()
  yield* reader.conclude(broken)
}

const isUnpacking = (error: unknown) =>
  error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))

class WxrReader {
  #cutter: Cutter
  #spaces: Spaces = usualSpaces
  #root = ''
  #site: Site = {
    kind: 'site',
    line: 1,
    title: '',
    description: '',
    link: '',
    language: '',
    baseSiteUrl: '',
    baseBlogUrl: '',
    version: '',
  }
  #siteGiven = false
  #isWordPress = false
  #line = 1

  constructor(cutter: Cutter) {
    this.#cutter = cutter
  }

  *read(segment: Segment): Generator<WxrRecord> {
    this.#line = segment.line
    if (segment.kind === 'problem')
      yield { kind: 'problem', line: segment.line, message: segment.message, lost: segment.lost }
    else if (segment.kind === 'opening') yield* this.#opening(segment)
    else yield* this.#element(segment)
  }

  *conclude(broken: unknown): Generator<WxrRecord> {
    if (!this.#root)
      throw new Refusal(
        'invalid',
        'transfer/not-xml',
        'This is not an XML file. Export the site in WordPress under Tools, Export, and import the file that it gives you.',
      )
    if (broken)
      yield {
        kind: 'problem',
        line: this.#line,
        message: `The packed file is damaged from here on: ${(broken as Error).message}.`,
        lost: true,
      }
    if (!this.#isWordPress)
      throw new Refusal(
        'invalid',
        'transfer/not-wxr',
        'Nothing in this file is WordPress’s. Export the site in WordPress under Tools, Export.',
      )
    yield* this.#giveSite()
  }

  *#opening({ depth, text, line }: Segment & { kind: 'opening' }): Generator<WxrRecord> {
    const name = /^<([^\s<>/"'=]+)/.exec(text)![1]!
    this.#spaces = spacesOf(text, this.#spaces)
    if (
      [...this.#spaces].some(
        ([prefix, space]) => space === 'wp' && text.includes(`xmlns:${prefix}`),
      )
    )
      this.#isWordPress = true
    if (depth === 0) {
      this.#root = name
      if (name.toLowerCase() !== 'rss')
        throw new Refusal(
          'invalid',
          'transfer/not-wxr',
          `Line ${line}: the file begins with <${name}>, but a WordPress export begins with <rss>. Export the site in WordPress under Tools, Export.`,
        )
    } else if (name !== 'channel')
      yield {
        kind: 'problem',
        line,
        message: `<${name}> stands where <channel> belongs. What is in it is read all the same.`,
        lost: false,
      }
  }

  *#element(segment: Segment & { kind: 'element' }): Generator<WxrRecord> {
    let element: XmlElement
    try {
      const { text, line, changed } = legal(segment.text, segment.line)
      if (changed) yield { kind: 'problem', line, message: changed, lost: false }
      element = readElement(text, this.#spaces)
      if (segment.name === 'item' && hasSwallowed(text))
        throw new Malformed('a CDATA section in it is not closed before the next item begins', 0)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      const line = segment.line + newlines(segment.text, 0, error.at)
      const begins = line === segment.line ? '' : `, which begins at line ${segment.line},`
      yield {
        kind: 'problem',
        line,
        message: `${named(segment)}${begins} is malformed: ${error.message}. It is left out.`,
        lost: true,
      }
      this.#cutter.reopen(segment.text, segment.line)
      return
    }
    if (element.space === 'wp') this.#isWordPress = true
    if (element.space === '' && element.name === 'item') yield* this.#item(element, segment.line)
    else yield* this.#ofChannel(element, segment.line)
  }

  *#item(element: XmlElement, line: number): Generator<WxrRecord> {
    const item = itemOf(element, line)
    if (item) this.#isWordPress = true
    else if (!this.#isWordPress)
      throw new Refusal(
        'invalid',
        'transfer/not-wxr',
        `Line ${line}: this is an RSS feed, not a WordPress export: its items have no WordPress fields. Export the site in WordPress under Tools, Export.`,
      )
    yield* this.#giveSite()
    yield item ?? {
      kind: 'problem',
      line,
      message: 'This item has no WordPress fields (post_id, post_type). It is left out.',
      lost: true,
    }
  }

  *#ofChannel(element: XmlElement, line: number): Generator<WxrRecord> {
    const record =
      element.space !== 'wp'
        ? undefined
        : element.name === 'author'
          ? authorOf(element, line)
          : termOf(element, line)
    if (record) {
      yield* this.#giveSite()
      yield record
      return
    }
    const site = this.#site
    const text = element.text.trim()
    if (element.space === 'wp') {
      if (element.name === 'wxr_version') site.version ||= text
      else if (element.name === 'base_site_url') site.baseSiteUrl ||= text
      else if (element.name === 'base_blog_url') site.baseBlogUrl ||= text
    } else if (element.space === '') {
      if (element.name === 'title') site.title ||= text
      else if (element.name === 'description') site.description ||= text
      else if (element.name === 'link') site.link ||= text
      else if (element.name === 'language') site.language ||= text
    }
  }

  *#giveSite(): Generator<WxrRecord> {
    if (this.#siteGiven) return
    this.#siteGiven = true
    yield this.#site
  }
}

const named = ({ name }: { name: string }) => (name === 'item' ? 'This item' : `<${name}>`)

/** Control characters that XML forbids (XML 1.0, 2.2). Exports carry them over from pasted text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

function legal(text: string, line: number) {
  const first = text.search(illegal)
  if (first < 0) return { text, line, changed: undefined }
  let count = 0
  const cleaned = text.replace(new RegExp(illegal, 'g'), () => {
    count++
    return ''
  })
  return {
    text: cleaned,
    line: line + newlines(text, 0, first),
    changed: `${count === 1 ? 'A control character' : `${count} control characters`} that XML forbids ${count === 1 ? 'was' : 'were'} taken out.`,
  }
}
