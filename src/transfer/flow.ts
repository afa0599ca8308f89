import { type DocumentNode, documentSchema } from '../articles/document.ts'
import type { Mark, Reading } from './conversion.ts'

type Direction = 'ltr' | 'rtl' | null

const rank = new Map(Object.keys(documentSchema.marks).map((name, at) => [name, at]))

/** The marks with one more, in the schema's order. Of two of a kind the inner one counts. */
export const withMark = (marks: readonly Mark[], mark: Mark): readonly Mark[] =>
  [...marks.filter(({ type }) => type !== mark.type), mark].sort(
    (a, b) => rank.get(a.type)! - rank.get(b.type)!,
  )

/**
 * Writes blocks one after the other. Words and inline elements gather in a paragraph until a block or an empty line
 * ends it.
 */
export class Flow {
  direction: Direction = null
  #blocks: DocumentNode[] = []
  #words: DocumentNode[] = []
  #lastMarks: readonly Mark[] | undefined
  /** Pictures that stand inside a sentence follow its paragraph. */
  #after: DocumentNode[] = []
  /** Line breaks since the last words, where they are read. */
  #breaks = 0

  /** Ends the paragraph and hands over all blocks. */
  end(): DocumentNode[] {
    this.endParagraph()
    return this.#blocks
  }

  block(node: DocumentNode) {
    this.endParagraph()
    this.#blocks.push(node)
  }

  /** A picture or an embed among words: before a paragraph that has not begun, else after it. */
  floating(node: DocumentNode) {
    if (this.#breaks > 0) this.endParagraph()
    if (this.#words.length === 0) this.block(node)
    else if (this.#words.at(-1)!.type === 'hardBreak') this.block(node)
    else this.#after.push(node)
  }

  inline(node: DocumentNode) {
    this.#bridge()
    this.#words.push(node)
    this.#lastMarks = undefined
  }

  /** `<br>`. Two of them end the paragraph, as WordPress has it. */
  lineBreak(reading: Reading) {
    const last = this.#words.at(-1)
    if (!last) return
    if (last.type === 'hardBreak' && reading !== 'verse') {
      this.endParagraph()
      return
    }
    this.#trimEnd()
    this.#words.push({ type: 'hardBreak' })
    this.#lastMarks = undefined
  }

  text(text: string, marks: readonly Mark[], reading: Reading) {
    if (reading === 'flow' || !text.includes('\n')) {
      this.#run(reading === 'verse' ? text : text.replace(blanks, ' '), marks, reading)
      return
    }
    const lines = text.replaceAll('\r', '').split('\n')
    for (const [at, line] of lines.entries()) {
      if (at > 0) {
        if (reading === 'lines') this.#breaks++
        else this.lineBreak(reading)
      }
      this.#run(reading === 'verse' ? line : line.replace(blanks, ' '), marks, reading)
    }
  }

  endParagraph() {
    this.#breaks = 0
    while (this.#words.at(-1)?.type === 'hardBreak') this.#words.pop()
    this.#trimEnd()
    if (this.#words.some(isSeen)) {
      const paragraph: DocumentNode = { type: 'paragraph', content: this.#words }
      if (this.direction) paragraph.attrs = { dir: this.direction }
      this.#blocks.push(paragraph)
    }
    this.#words = []
    this.#lastMarks = undefined
    if (this.#after.length > 0) this.#blocks.push(...this.#after.splice(0))
  }

  #run(text: string, marks: readonly Mark[], reading: Reading) {
    if (text === '') return
    if (reading !== 'verse') {
      if (text === ' ' && (this.#breaks > 0 || this.#words.length === 0)) return
      if (this.#breaks > 0) this.#bridge()
      if (text[0] === ' ' && this.#endsBlank()) text = text.slice(1)
      if (text === '') return
    }
    const last = this.#words.at(-1)
    if (last?.type === 'text' && this.#lastMarks && same(this.#lastMarks, marks)) {
      last.text += text
      return
    }
    this.#words.push(
      marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text },
    )
    this.#lastMarks = marks
  }

  /** Turns the line breaks since the last words into what they mean: one breaks the line, more end the paragraph. */
  #bridge() {
    if (this.#breaks > 1) this.endParagraph()
    else if (this.#breaks === 1) {
      const last = this.#words.at(-1)
      if (last && last.type !== 'hardBreak') {
        this.#trimEnd()
        this.#words.push({ type: 'hardBreak' })
        this.#lastMarks = undefined
      }
    }
    this.#breaks = 0
  }

  #endsBlank() {
    const last = this.#words.at(-1)
    return !last || last.type === 'hardBreak' || (last.type === 'text' && last.text!.endsWith(' '))
  }

  #trimEnd() {
    for (let last = this.#words.at(-1); last?.type === 'text'; last = this.#words.at(-1)) {
      last.text = last.text!.replace(/ $/, '')
      if (last.text !== '') return
      this.#words.pop()
    }
  }
}

/** The blanks of HTML; a no-break space is none. */
const blanks = /[ \t\n\r\f]+/g

const same = (a: readonly Mark[], b: readonly Mark[]) =>
  a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b))

const isSeen = (node: DocumentNode) =>
  node.type !== 'hardBreak' &&
  (node.type !== 'text' || /[^\s\p{Default_Ignorable_Code_Point}]/u.test(node.text!))

/** Blocks as one run of words, with what of them is no words. */
export function wordsOf(blocks: DocumentNode[]): { words: DocumentNode[]; rest: DocumentNode[] } {
  const words: DocumentNode[] = []
  const rest: DocumentNode[] = []
  for (const block of blocks) {
    if (block.type !== 'paragraph' && block.type !== 'heading') {
      rest.push(block)
      continue
    }
    if (words.length > 0) words.push({ type: 'hardBreak' })
    words.push(...(block.content ?? []))
  }
  return { words, rest }
}

/** Blocks for a place that must not be empty. */
export const orEmpty = (blocks: DocumentNode[]): DocumentNode[] =>
  blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
