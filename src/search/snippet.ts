import type { Query, Term } from './query.ts'
import { formsOf } from './search.ts'
import { stemsOf } from './stems.ts'
import { type Word, wordsIn } from './words.ts'

/** A piece of text, and whether it was looked for. */
export type Piece = { text: string; marked: boolean }

/** Words of a snippet, and how many of them stand before what was found. */
const LENGTH = 36
const LEAD = 8
/** Characters of a text that are looked through. */
const LOOKED = 100_000

/** The stretch of a text in which most of what was looked for stands, with the words marked. Null where nothing does. */
export function snippet(
  text: string,
  query: Query,
  language: string,
  languages: readonly string[],
): Piece[] | null {
  const looked = text.slice(0, LOOKED)
  const words = wordsIn(looked)
  const marked = markedIn(words, looked, query, language, languages)
  if (marked.size === 0) return null
  const at = best(words, marked)
  const from = Math.max(0, Math.min(at - LEAD, words.length - LENGTH))
  const to = Math.min(words.length, from + LENGTH)
  return pieces(looked, words, marked, from, to)
}

/** A short text with the words marked, whole. */
export function markWords(
  text: string,
  query: Query,
  language: string,
  languages: readonly string[],
): Piece[] {
  const words = wordsIn(text)
  const marked = markedIn(words, text, query, language, languages)
  return marked.size === 0
    ? [{ text, marked: false }]
    : pieces(text, words, marked, 0, words.length, true)
}

/** Indexes of the words that were looked for, each with the number of the term it answers. */
function markedIn(
  words: readonly Word[],
  text: string,
  query: Query,
  language: string,
  languages: readonly string[],
): Map<number, number> {
  const marked = new Map<number, number>()
  const terms = query.wanted.flat()
  const rows = terms
    .map((term, number) => ({ term, number }))
    .filter(({ term }) => term.words.length > 1)
  const single = new Map<string, number>()
  const forms = new Map<string, number>()
  const starts: [string, number][] = []
  for (const [number, { words: wanted, prefix, written }] of terms.entries()) {
    if (wanted.length > 1) continue
    if (prefix) starts.push([wanted[0]!, number])
    else {
      single.set(wanted[0]!, number)
      const stems = written === undefined ? [] : formsOf(written, languages)
      for (const stem of stems) forms.set(stem, number)
    }
  }
  const formIn = (written: string) => {
    if (forms.size === 0) return undefined
    const stem = stemsOf(written.toLowerCase(), language).find((one) => forms.has(one))
    return stem === undefined ? undefined : forms.get(stem)
  }
  for (const [index, { word, from, to }] of words.entries()) {
    const exact = single.get(word) ?? starts.find(([start]) => word.startsWith(start))?.[1]
    const found = exact ?? formIn(text.slice(from, to))
    if (found !== undefined) marked.set(index, found)
    for (const { term, number } of rows)
      if (isRowAt(words, index, term))
        for (let step = 0; step < term.words.length; step++) marked.set(index + step, number)
  }
  return marked
}

const isRowAt = (words: readonly Word[], index: number, { words: row }: Term) =>
  row.every((word, step) => words[index + step]?.word === word)

/** Where the stretch with the most different terms begins; of several, the first. */
function best(words: readonly Word[], marked: Map<number, number>): number {
  const found = [...marked.keys()].sort((a, b) => a - b)
  let [at, most] = [found[0]!, 0]
  for (const [position, start] of found.entries()) {
    const seen = new Set<number>()
    for (const index of found.slice(position, position + LENGTH)) {
      if (index - start > LENGTH - LEAD || index >= words.length) break
      seen.add(marked.get(index)!)
    }
    if (seen.size > most) [at, most] = [start, seen.size]
  }
  return at
}

function pieces(
  text: string,
  words: readonly Word[],
  marked: Map<number, number>,
  from: number,
  to: number,
  whole = false,
): Piece[] {
  const made: Piece[] = []
  const put = (piece: string, mark: boolean) => {
    const clean = piece.replace(/\s+/g, ' ')
    if (!clean) return
    const last = made.at(-1)
    if (last && last.marked === mark) last.text += clean
    else made.push({ text: clean, marked: mark })
  }
  const start = whole || from === 0 ? 0 : words[from]!.from
  const end = whole || to === words.length ? text.length : words[to - 1]!.to
  if (start > 0) put('… ', false)
  let at = start
  for (let index = from; index < to; index++) {
    const word = words[index]!
    if (!marked.has(index)) continue
    put(text.slice(at, word.from), false)
    put(text.slice(word.from, word.to), true)
    at = word.to
  }
  put(text.slice(at, end), false)
  if (end < text.length) put(' …', false)
  return made
}
