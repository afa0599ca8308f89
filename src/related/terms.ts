import type { Comparable } from '../articles/comparing.ts'
import { documentText } from '../articles/document.ts'
import { baseOf } from '../articles/feed.ts'
import { folded } from '../search/words.ts'
import { namesIn } from './names.ts'
import { stemOf, wordsIn } from './words.ts'

/** What an article is about, before it is weighed: its words, the names in it, its tags. */

export const kinds = ['word', 'name', 'tag'] as const
export type TermKind = (typeof kinds)[number]

/** A key begins with the letter of its kind: `w levi`, `n qalaat al-madiq`, `t <id>`. */
export const kindOf = (key: string): TermKind =>
  key.startsWith('w') ? 'word' : key.startsWith('n') ? 'name' : 'tag'

/** `shown`: as the article writes it, in its plain form (small letters, a name's first case) where it has one. */
export type Term = { shown: string; count: number; plain: boolean }

/** The newsroom's own names by their folded spelling. */
export type KnownNames = ReadonlyMap<string, string>

/** A word of the headline counts for three of the text, one of the standfirst for two. */
const HEADLINE = 3
const STANDFIRST = 2
/** Characters of a body that are looked at: what an article is about stands in its first thousands of words. */
const LONGEST = 40_000

export const nameKey = (name: string, language: string) =>
  `n ${name
    .split(' ')
    .map((word) => stemOf(word, language))
    .join(' ')}`

/** The terms of an article by key. Of a Premium one only what every reader sees is there. */
export function termsOf(article: Comparable, known: KnownNames): Map<string, Term> {
  const language = baseOf(article.language)
  const terms = new Map<string, Term>()
  const add = (key: string, shown: string, count: number, plain: boolean) => {
    const term = terms.get(key)
    if (!term) terms.set(key, { shown, count, plain })
    else {
      if (plain && !term.plain) Object.assign(term, { shown, plain })
      term.count += count
    }
  }
  const body = article.body ? documentText(article.body).slice(0, LONGEST) : ''
  const pairs = new Map<string, Term>()
  for (const [text, worth] of [
    [article.headline, HEADLINE],
    [article.standfirst, STANDFIRST],
    [body, 1],
  ] as const) {
    let before: { word: string; stem: string } | undefined
    for (const word of wordsIn(text)) {
      const stem = stemOf(word, language)
      add(`w ${stem}`, word, worth, !isCapital(word))
      // Without capitals, two words that keep company are the nearest thing to a name.
      if (isCaseless(word)) {
        if (before) {
          const key = `w ${before.stem} ${stem}`
          const pair = pairs.get(key)
          if (pair) pair.count += worth
          else pairs.set(key, { shown: `${before.word} ${word}`, count: worth, plain: true })
        }
        before = { word, stem }
      } else before = undefined
    }
  }
  for (const [key, pair] of pairs) if (pair.count > 1) terms.set(key, pair)
  const text = [article.headline, article.standfirst, body].join('\n')
  if (article.datelinePlace)
    add(nameKey(article.datelinePlace, language), article.datelinePlace, 1, true)
  const spelling = { folded, stem: (word: string) => stemOf(word, language) }
  for (const { name, count, opens } of namesIn(text, language, known, spelling))
    add(nameKey(name, language), name, count, opens)
  for (const id of article.tagIds) add(`t ${id}`, '', 1, true)
  return terms
}

const isCapital = (word: string) => word !== word.toLowerCase()
const isCaseless = (word: string) => word.toLowerCase() === word.toUpperCase()
