import { isCharacter, wordsIn } from './words.ts'

/** What somebody looks for. Pure: no database is asked. */

/**
 * One thing that must be there: a word, several in a row, or how a word begins. `written`: a word as it was typed, since
 * an accent may tell what its ending is; what stands between quotation marks has none, and is meant as it stands.
 */
export type Term = { words: string[]; prefix: boolean; written?: string }

export type Query = {
  /** All of these; of each group, any. */
  wanted: Term[][]
  /** None of these. */
  unwanted: Term[]
}

/** Characters of what is typed, terms in it, and words in a row. More cost time and find nothing. */
export const LONGEST_QUERY = 300
export const MOST_TERMS = 16
const MOST_IN_A_ROW = 16
/** Characters that a word must begin with before a star: fewer begin half of all words. */
const SHORTEST_PREFIX = 2
/** And those that it must have to be taken for a beginning without one. */
const SHORTEST_BEGUN = 3

const parts = /(-?)(?:"([^"]*)"?|(\S+))/gu

/**
 * Reads what somebody typed: words, "words in a row", -without, begin*, and OR between two. Whatever is typed is a
 * query; what cannot be looked for is passed over. Quotation marks of any kind count.
 */
export function readQuery(typed: string): Query {
  const text = typed
    .normalize('NFC')
    .slice(0, LONGEST_QUERY)
    .replace(/[“”„«»‟＂]/g, '"')
  const query: Query = { wanted: [], unwanted: [] }
  let terms = 0
  let either = false
  for (const [, minus, phrase, plain] of text.matchAll(parts)) {
    if (plain === 'OR' && !minus) {
      either = query.wanted.length > 0
      continue
    }
    for (const term of phrase === undefined ? termsOf(plain!) : rowOf(phrase)) {
      if (++terms > MOST_TERMS) return query
      if (minus) query.unwanted.push(term)
      else if (either) query.wanted.at(-1)!.push(term)
      else query.wanted.push([term])
      either = false
    }
  }
  return query
}

function rowOf(phrase: string): Term[] {
  const words = wordsIn(phrase)
    .map(({ word }) => word)
    .slice(0, MOST_IN_A_ROW)
  return words.length > 0 ? [{ words, prefix: false }] : []
}

/** What stands between two blanks: usually one word; of "well-known" two, and of a script without spaces a phrase. */
function termsOf(plain: string): Term[] {
  const found = wordsIn(plain)
  const terms: Term[] = []
  for (const [index, { word, from, to }] of found.entries()) {
    const before = found[index - 1]
    const last = terms.at(-1)
    if (last && before?.to === from && isCharacter(word) && isCharacter(before.word)) {
      if (last.words.length < MOST_IN_A_ROW) last.words.push(word)
    } else terms.push({ words: [word], prefix: false, written: plain.slice(from, to) })
  }
  const end = terms.at(-1)
  if (end?.words.length === 1 && plain.endsWith('*') && end.words[0]!.length >= SHORTEST_PREFIX)
    end.prefix = true
  return terms
}

/** The word that a query ends with, where it may not be typed to its end yet. */
export function lastWord({ wanted }: Query): string | undefined {
  const last = wanted.at(-1)?.at(-1)
  const [word] = last?.words ?? []
  if (!last?.written || !word || last.prefix || last.words.length > 1) return undefined
  return word.length >= SHORTEST_BEGUN && /^\p{L}/u.test(word) && !isCharacter(word)
    ? word
    : undefined
}

/** The same query, which any of these words answers in place of its last one, too. */
export const goneOnWith = ({ wanted, unwanted }: Query, words: readonly string[]): Query => ({
  wanted: [
    ...wanted.slice(0, -1),
    [...(wanted.at(-1) ?? []), ...words.map((word) => ({ words: [word], prefix: false }))],
  ],
  unwanted,
})
