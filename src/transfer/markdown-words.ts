/**
 * How a text in Markdown is to be read. As Ghost reads its cards, by markdown-it with HTML, line breaks and its usual
 * extensions; or as a letter, of which nobody knows that it is Markdown: what was broken into lines runs on, HTML is words, and
 * an indent, a year at the start of a line or a sign before a name are nothing but that.
 */
export type Manner = 'ghost' | 'letter'

/** Where a text in Markdown says elsewhere what a name in brackets leads to, and which notes it has. */
export type References = { links: ReadonlyMap<string, string>; notes: ReadonlySet<string> }

/** Characters that references may put into one text: a short one could name what is long without end. */
export const LONGEST_REFERRED = 2 * 1024 * 1024

export const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const quoted = (text: string) => escaped(text).replaceAll('"', '&quot;')

export const labelOf = (written: string) => written.trim().replace(/\s+/g, ' ').toLowerCase()

/** An address, which may hold pairs of round brackets, and the title that may follow it. */
const ADDRESS = String.raw`\(\s{0,9}<?((?:[^\s()<>]|\([^\s()<>]{0,500}\)){1,2000})>?(?:\s{1,9}"[^"\n]{0,500}")?\s{0,9}\)`
const pictures = new RegExp(String.raw`!\[([^\]\n]{0,500})\]${ADDRESS}`, 'g')
const links = new RegExp(String.raw`\[([^[\]]{1,1000})\]${ADDRESS}`, 'g')
const bare = /(?<![\w/])https?:\/\/[^\s<>"'\ufdd0\ufdd1]{1,2000}/g
const code = /(?<![\\`])(?:`([^`\n]{1,2000})`|``((?:[^`\n]|`(?!`)){1,2000})``)(?!`)/g
const tag = /<(?:\/?[a-z][\w-]{0,30}(?:\s[^<>]{0,5000})?\/?|!--[^<>]{0,5000}--)>/gi

/** The words of a paragraph in Markdown as HTML. */
export class Words {
  #references: References
  #manner: Manner
  #referred = 0
  #kept: string[] = []
  /** The HTML of notes that are written where they belong (`^[so]`), by their names. */
  notes = new Map<string, string>()

  constructor(references: References, manner: Manner) {
    this.#references = references
    this.#manner = manner
  }

  html(text: string): string {
    this.#kept = []
    const plain = text
      .replace(/[\ufdd0\ufdd1]/g, '')
      .replace(code, (_, one: string, two: string) =>
        this.#keep(`<code>${escaped(one ?? two.trim())}</code>`),
      )
      .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => this.#keep(escaped(sign)))
      .replace(/<(https?:\/\/[^\s<>]{1,2000})>/g, (_, href: string) => this.#link(href, href))
      .replace(this.#manner === 'ghost' ? tag : /</g, (found) =>
        this.#keep(this.#manner === 'ghost' ? found : '&lt;'),
      )
      .replace(/\[\^([\w-]{1,40})\]/g, (whole, name: string) =>
        this.#references.notes.has(name) ? this.#note(name) : whole,
      )
      .replace(pictures, (_, alt: string, src: string) =>
        this.#keep(`<img src="${this.#attribute(src)}" alt="${this.#attribute(alt)}">`),
      )
      .replace(links, (_, words: string, href: string) => this.#link(href, words))
      .replace(
        /(?<!\^)\[([^[\]]{1,1000})\](?:\[([^[\]]{0,200})\])?/g,
        (whole, words: string, label) => this.#referring(whole, words, label || words),
      )
      .replace(/\^\[([^[\]]{1,2000})\]/g, (_, said: string) => {
        const name = `within ${this.notes.size + 1}`
        this.notes.set(name, this.#whole(emphasised(said)))
        return this.#note(name)
      })
      .replace(bare, (address) => {
        const href = address.replace(/[.,;:!?*_~)]{1,9}$/, '')
        return this.#link(href, href) + address.slice(href.length)
      })
    return this.#whole(emphasised(plain))
  }

  /** Sets something aside that is no words: nothing in it is a mark. */
  #keep(html: string) {
    return `\ufdd0${this.#kept.push(html) - 1}\ufdd1`
  }

  #note = (name: string) => this.#keep(`<sup data-note="${name}"></sup>`)

  #whole = (text: string): string =>
    text.replace(/\ufdd0(\d{1,9})\ufdd1/g, (_, at: string) => this.#kept[Number(at)] ?? '')

  #attribute = (text: string) => quoted(this.#whole(text))

  #link(href: string, words: string) {
    // An address among the words of a link is no second link.
    const inside = words.replace(bare, (address) => this.#keep(escaped(address)))
    return `${this.#keep(`<a href="${this.#attribute(href)}">`)}${inside}${this.#keep('</a>')}`
  }

  #referring(whole: string, words: string, label: string) {
    const href = this.#references.links.get(labelOf(this.#whole(label)))
    if (href === undefined || this.#referred + href.length > LONGEST_REFERRED) return whole
    this.#referred += href.length
    return this.#link(href, words)
  }
}

/** Marks of emphasis, the longest first. Each expression ends at the next of its own signs, so that none looks twice. */
const emphasised = (text: string) =>
  text
    .replace(/\*\*\*(?=\S)([^*]{1,2000})\*\*\*/g, '<em><strong>$1</strong></em>')
    .replace(/\*\*(?=\S)((?:[^*]|\*(?!\*)){1,2000})\*\*/g, '<strong>$1</strong>')
    .replace(
      /(?<![\p{L}\p{N}_])__(?=\S)((?:[^_]|_(?!_)){1,2000})__(?![\p{L}\p{N}_])/gu,
      '<strong>$1</strong>',
    )
    .replace(/(?<!\*)\*(?=\S)([^*]{1,2000})\*/g, '<em>$1</em>')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,2000})_(?![\p{L}\p{N}_])/gu, '<em>$1</em>')
    .replace(/~~([^~]{1,2000})~~/g, '<s>$1</s>')
    .replace(/==([^=]{1,2000})==/g, '<mark>$1</mark>')
    .replace(/~([^~\s]{1,200})~/g, '<sub>$1</sub>')
    .replace(/\^([^^\s]{1,200})\^/g, '<sup>$1</sup>')
    .replaceAll('\n', '<br>')
