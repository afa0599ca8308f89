import type { Conversion } from '../conversion.ts'
import type { TreeElement, TreeNode } from '../tree.ts'
import { cardOf } from './cards.ts'
import { fieldsIn, listIn } from './fields.ts'
import { linkOf } from './link.ts'
import { element } from './tree.ts'

/** The elements that a marker may open (Mobiledoc 0.3.1). */
const markups = new Set('b strong i em s strike del u code sub sup mark a'.split(' '))

/** Marks nest no deeper than this. */
const DEEPEST = 50
/** Characters of what a text names by number more than once: a short text could name a long card without end. */
const LONGEST_REPEATED = 2 * 1024 * 1024

/** A text of Ghost 1 to 4 as HTML elements, or undefined when it is no such text. */
export function mobiledocTree(c: Conversion, written: string): TreeNode[] | undefined {
  try {
    const document = fieldsIn(JSON.parse(written))
    if (!Array.isArray(document.sections)) return undefined
    const reader = new Reader(c, document)
    return document.sections.flatMap((section) => reader.section(listIn(section)))
  } catch {
    return undefined
  }
}

class Reader {
  #c: Conversion
  #atoms: unknown[]
  #cards: unknown[]
  #markups: unknown[]
  #used = new Set<unknown[]>()
  #repeated = 0

  constructor(c: Conversion, document: Record<string, unknown>) {
    this.#c = c
    this.#atoms = listIn(document.atoms)
    this.#cards = listIn(document.cards)
    this.#markups = listIn(document.markups)
  }

  section([type, first, second]: unknown[]): TreeNode[] {
    if (type === 1) {
      const children = this.#markers(listIn(second))
      if (first === 'aside')
        return [element('blockquote', children, { class: 'wp-block-pullquote' })]
      return [element(/^(h[1-6]|blockquote)$/.exec(String(first))?.[0] ?? 'p', children)]
    }
    if (type === 2)
      return [element('figure', [element('img', [], { src: String(first), alt: '' })])]
    if (type === 3)
      return [
        element(
          first === 'ol' ? 'ol' : 'ul',
          listIn(second).map((markers) => element('li', this.#markers(listIn(markers)))),
        ),
      ]
    const [name, payload] = type === 10 ? this.#stored(this.#cards, first) : []
    return typeof name === 'string' ? cardOf(this.#c, name, fieldsIn(payload)) : []
  }

  /** Markers: [kind, markups that open, how many close, text or the number of an atom]. */
  #markers(markers: unknown[]): TreeNode[] {
    const root = element('#root')
    const open: TreeElement[] = [root]
    for (const marker of markers) {
      const [kind, opening, closing, value] = listIn(marker)
      for (const number of listIn(opening)) {
        const made = this.#markup(this.#stored(this.#markups, number))
        if (open.length > DEEPEST) open.push(open.at(-1)!)
        else {
          open.at(-1)!.children.push(made)
          open.push(made)
        }
      }
      if (kind === 0) open.at(-1)!.children.push(String(value ?? ''))
      else open.at(-1)!.children.push(...this.#atom(this.#stored(this.#atoms, value)))
      for (let times = Math.min(Number(closing) || 0, open.length - 1); times > 0; times--)
        open.pop()
    }
    return root.children
  }

  /** A card, an atom or a markup by its number; nothing when what is repeated has become too long. */
  #stored(list: unknown[], number: unknown): unknown[] {
    const found = listIn(list[Number(number)])
    if (!this.#used.has(found)) {
      this.#used.add(found)
      return found
    }
    if (this.#repeated <= LONGEST_REPEATED) this.#repeated += lengthOf(found)
    if (this.#repeated <= LONGEST_REPEATED) return found
    this.#c.note('left out', 'repetition', 'the text names the same card or markup too often')
    return []
  }

  #markup([name, attributes]: unknown[]): TreeElement {
    const pairs = listIn(attributes)
    const at = pairs.indexOf('href')
    if (name === 'a') return linkOf(this.#c, at < 0 ? '' : String(pairs[at + 1] ?? ''), [])
    return element(markups.has(String(name)) ? String(name) : 'span')
  }

  #atom([name, text]: unknown[]): TreeNode[] {
    return name === 'soft-return' ? [element('br')] : [typeof text === 'string' ? text : '']
  }
}

/** About how many characters a value of a text takes, however deep it is. */
function lengthOf(value: unknown): number {
  let length = 0
  const waiting = [value]
  while (waiting.length > 0) {
    const one = waiting.pop()
    length += typeof one === 'string' ? one.length + 2 : 2
    if (typeof one === 'object' && one !== null)
      for (const [name, inside] of Object.entries(one)) {
        length += name.length
        waiting.push(inside)
      }
  }
  return length
}
