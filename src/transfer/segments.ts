import { itemInside, local, newlines, past, tagEnd } from './scan.ts'

/**
 * A stretch of an export that can be read by itself: the opening tag of the document or of its channel, or one whole
 * element of the channel. `line` is where it begins, counted from 1.
 */
export type Segment =
  | { kind: 'opening'; depth: number; text: string; line: number }
  | { kind: 'element'; name: string; text: string; line: number }
  | { kind: 'problem'; line: number; message: string; lost: boolean }

/** Characters of one element. A longer one is left out; whatever follows goes on. */
export const LONGEST_ELEMENT = 20 * 1024 * 1024
const LONGEST_TAG = 256 * 1024
/** Characters that are read again in malformed elements, in all: a file can be made of nothing else. */
const MOST_AGAIN = 10 * LONGEST_ELEMENT

/**
 * Cuts a WXR file into its parts while it arrives. It knows CDATA, comments and where `<item>` may stand, and nothing
 * more: what is malformed inside an item stays inside it, and the next item is found again.
 */
export class Cutter {
  #text = ''
  #at = 0
  #line = 1
  /** How far the open element has been looked through; nothing is looked through twice. */
  #scanned = 0
  /** Up to here no end of a CDATA section is in sight. */
  #withoutEnd = 0
  #depth = 0
  #skipping = false
  #entitiesTold = false
  #again = 0
  #ended = false
  #ready: Segment[] = []

  push(chunk: string) {
    this.#text = this.#text.slice(this.#at) + chunk
    this.#scanned = Math.max(0, this.#scanned - this.#at)
    this.#withoutEnd = Math.max(0, this.#withoutEnd - this.#at)
    this.#at = 0
  }

  /** Says that nothing more will come. */
  end() {
    this.#ended = true
  }

  /** The next part, or undefined while more text is needed or, after `end`, when there is no more. */
  next(): Segment | undefined {
    for (;;) {
      const ready = this.#ready.shift()
      if (ready) return ready
      if (this.#skipping ? !this.#skip() : !this.#step()) {
        const last = this.#ready.shift()
        if (last || !this.#ended) return last
        if (!this.#conclude()) return undefined
      }
    }
  }

  /** Goes back into an element that turned out to be malformed, to the next item that begins inside it, if any. */
  reopen(text: string, line: number) {
    this.#again += text.length
    const restart = this.#again > MOST_AGAIN ? -1 : itemInside(text)
    if (restart < 0) return
    this.#text = text.slice(restart) + this.#text.slice(this.#at)
    this.#at = 0
    this.#scanned = 0
    this.#withoutEnd = 0
    this.#line = line + newlines(text, 0, restart)
  }

  /** Takes the next piece of markup. False when more text is needed. */
  #step(): boolean {
    const open = this.#text.indexOf('<', this.#at)
    if (open < 0) {
      this.#advance(this.#text.length)
      return false
    }
    this.#advance(open)
    if (this.#text.length - open < 9 && !this.#ended) return false
    const text = this.#text
    if (text.startsWith('<!--', open)) return this.#passOver('-->', 4)
    if (text.startsWith('<![CDATA[', open)) return this.#passOver(']]>', 9)
    if (text.startsWith('<?', open)) return this.#passOver('?>', 2)
    if (text.startsWith('<!', open)) return this.#doctype()
    const tag = /<(\/?)([^\s<>/"'=]+)/y
    tag.lastIndex = open
    const match = tag.exec(text)
    if (!match) {
      this.#advance(open + 1)
      return true
    }
    const close = tagEnd(text, open)
    if (close < 0) {
      if (text.length - open < LONGEST_TAG && !this.#ended) return false
      this.#problem(`The tag <${match[2]!.slice(0, 40)} is not closed.`)
      this.#advance(open + 1)
      return true
    }
    if (match[1]) {
      this.#depth = Math.max(0, this.#depth - 1)
      this.#advance(close + 1)
      return true
    }
    const name = match[2]!
    if (this.#depth >= 2 || local(name) === 'item') return this.#element(name, close)
    this.#ready.push({
      kind: 'opening',
      depth: this.#depth,
      text: text.slice(open, close + 1),
      line: this.#line,
    })
    if (text[close - 1] !== '/') this.#depth++
    this.#advance(close + 1)
    return true
  }

  #element(name: string, tagClose: number): boolean {
    const start = this.#at
    const end =
      this.#text[tagClose - 1] === '/' ? tagClose + 1 : this.#elementEnd(name, tagClose + 1)
    if (end === 'more') {
      if (this.#text.length - start <= LONGEST_ELEMENT) return false
      this.#problem(
        `This ${local(name)} has more than ${LONGEST_ELEMENT / 1024 / 1024} MB, or is not closed. It is left out.`,
      )
      this.#abandon()
      return true
    }
    if (typeof end === 'object') {
      const line = this.#line + newlines(this.#text, start, end.interrupted)
      this.#problem(
        `This ${local(name)} is not closed: line ${line} already goes on with something else.`,
      )
      this.#advance(end.interrupted)
    } else {
      this.#ready.push({
        kind: 'element',
        name: local(name),
        text: this.#text.slice(start, end),
        line: this.#line,
      })
      this.#advance(end)
    }
    this.#scanned = 0
    return true
  }

  #elementEnd(name: string, from: number): number | 'more' | { interrupted: number } {
    const text = this.#text
    let at = Math.max(from, this.#scanned)
    for (;;) {
      at = text.indexOf('<', at)
      if (at < 0) return this.#pause(text.length)
      const next = text.charCodeAt(at + 1)
      if (next === 0x21) {
        if (text.length - at < 9) return this.#pause(at)
        const end = text.startsWith('<![CDATA[', at)
          ? this.#cdataEnd(at + 9)
          : text.startsWith('<!--', at)
            ? past(text, '-->', at + 4)
            : at + 2
        if (end < 0) return this.#pause(at)
        at = end
      } else if (next === 0x2f) {
        if (text.length - at < name.length + 3) return this.#pause(at)
        if (text.startsWith(name, at + 2) && /[\s>]/.test(text[at + 2 + name.length]!)) {
          const close = text.indexOf('>', at)
          return close < 0 ? this.#pause(at) : close + 1
        }
        if (/^<\/(channel|rss)\s*>/.test(text.slice(at, at + 12))) return { interrupted: at }
        at += 2
      } else {
        if (text.length - at < 6) return this.#pause(at)
        if (text.startsWith('item', at + 1) && /[\s>]/.test(text[at + 5]!))
          return { interrupted: at }
        at++
      }
    }
  }

  #cdataEnd(from: number): number {
    const end = past(this.#text, ']]>', Math.max(from, this.#withoutEnd))
    if (end < 0) this.#withoutEnd = this.#text.length - 2
    return end
  }

  #pause(at: number): 'more' {
    this.#scanned = at
    return 'more'
  }

  /** Gives up the open element: goes on at the next item in sight, or lets text pass until there is one. */
  #abandon() {
    const restart = itemInside(this.#text.slice(this.#at))
    this.#skipping = restart < 0
    this.#advance(restart < 0 ? this.#text.length : this.#at + restart)
    this.#scanned = 0
  }

  #skip(): boolean {
    const match = /<\/item\s*>\s*(?=<item[\s>]|<\/channel)/.exec(this.#text.slice(this.#at))
    if (match) {
      this.#skipping = false
      this.#advance(this.#at + match.index + match[0].length)
      return true
    }
    // The end of one and the beginning of the other may come in two pieces.
    this.#advance(Math.max(this.#at, this.#text.length - 200))
    return false
  }

  #passOver(end: string, from: number): boolean {
    const to = this.#text.indexOf(end, Math.max(this.#at + from, this.#scanned))
    if (to < 0) {
      this.#scanned = Math.max(this.#at + from, this.#text.length - end.length)
      if (this.#text.length - this.#at <= LONGEST_ELEMENT) return false
      this.#problem(`What begins here is not closed by “${end}”.`)
      this.#abandon()
      return true
    }
    this.#advance(to + end.length)
    this.#scanned = 0
    return true
  }

  #doctype(): boolean {
    const text = this.#text
    const close = text.indexOf('>', this.#at)
    if (close < 0) return false
    const subset = text.slice(this.#at, close).includes('[')
    const ending = subset ? /\]\s*>/.exec(text.slice(this.#at)) : undefined
    const end = ending ? this.#at + ending.index + ending[0].length : subset ? -1 : close + 1
    if (end < 0) {
      if (text.length - this.#at <= LONGEST_TAG) return false
      if (!this.#entitiesTold) this.#problem('The document type is not closed, or endless.', false)
      this.#entitiesTold = true
      this.#advance(close + 1)
      return true
    }
    if (!this.#entitiesTold && /<!ENTITY/i.test(text.slice(this.#at, end))) {
      this.#entitiesTold = true
      this.#problem(
        'The file declares entities of its own. No export needs them, and they can be made to fill the memory: they stay as they are written.',
        false,
      )
    }
    this.#advance(end)
    return true
  }

  /** At the end of the file: what is still open is a problem. True when something can be read after all. */
  #conclude(): boolean {
    const rest = this.#text.slice(this.#at)
    if (this.#skipping || rest.trim() === '') {
      if (this.#depth > 0)
        this.#problem('The file ends here, before </rss>: it may have been cut off.')
      this.#depth = 0
      this.#text = ''
      this.#at = 0
      this.#skipping = false
      return this.#ready.length > 0
    }
    const name = /^<([\p{L}_][^\s<>/"'=]*)/u.exec(rest)?.[1]
    this.#problem(
      name
        ? `The file ends inside this ${local(name)}, or it is not closed.`
        : 'The file ends inside what begins here.',
    )
    this.#abandon()
    if (this.#skipping) this.#depth = 0
    return true
  }

  #problem(message: string, lost = true) {
    this.#ready.push({ kind: 'problem', line: this.#line, message, lost })
  }

  #advance(to: number) {
    this.#line += newlines(this.#text, this.#at, to)
    this.#at = to
  }
}
