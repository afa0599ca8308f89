import type { ReadingArticle } from '../articles/article.ts'
import { documentText } from '../articles/document.ts'
import { baseOf } from '../articles/feed.ts'
import { stemsOf } from './stems.ts'
import { isCharacter, wordsIn } from './words.ts'

/** What the index holds of an article, as folded words in their order. */
export type Entry = {
  articleId: string
  access: string
  language: string
  published: string
  headline: string[]
  /** What it is about: standfirst, names in its byline, tags, and words that its text repeats. */
  about: string[]
  body: string[]
  /** What its words have in common with their other forms. In no order. */
  stems: string[]
  /** By what it can be narrowed down. */
  marks: string[]
}

/** A word that stands in a text so often says what it is about. */
const REPEATED = 3
/** Shorter words are repeated in every text. */
const TELLING = 4
/** Words of a body that are read: a book's worth. */
const MOST_WORDS = 20_000

/** Only what readers may see is there to be read: the body of a Premium article is null. */
export function entryOf(article: ReadingArticle): Entry {
  const forms = new Set<string>()
  const read = (text: string, most = MOST_WORDS) => {
    const found = wordsIn(text).slice(0, most)
    for (const { word, from, to } of found)
      if (!isCharacter(word)) {
        // As it is written, and as those type it who leave its marks out: their stems may differ.
        forms.add(text.slice(from, to).toLowerCase())
        forms.add(word)
      }
    return found.map(({ word }) => word)
  }
  const names = article.bylines.map(({ contributor }) => contributor.name)
  const tags = article.tags.map(({ name }) => name)
  const headline = read(article.headline)
  const beside = read([article.standfirst, article.datelinePlace, ...names, ...tags].join('\n'))
  const body = article.body ? read(documentText(article.body)) : []
  return {
    articleId: article.id,
    access: article.access,
    language: article.language,
    published: article.published,
    headline,
    about: [...beside, ...repeatedIn(body)],
    body,
    stems: commonTo(forms, baseOf(article.language)),
    marks: marksOf(article),
  }
}

function repeatedIn(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words)
    if (word.length >= TELLING) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].flatMap(([word, times]) => (times >= REPEATED ? [word] : []))
}

function commonTo(forms: Set<string>, language: string): string[] {
  const stems = new Set<string>()
  for (const form of forms) for (const stem of stemsOf(form, language)) stems.add(stem)
  return [...stems].filter((stem) => /^[\p{L}\p{N}\p{M}]+$/u.test(stem) && !forms.has(stem))
}

/** Names of categories, contributors, tags and languages in the index: letters and digits alone. */
export const markOf = {
  category: (id: string) => `c${plainId(id)}`,
  contributor: (id: string) => `b${plainId(id)}`,
  tag: (id: string) => `t${plainId(id)}`,
  language: (language: string) => `l${baseOf(language)}`,
}

const plainId = (id: string) => id.replace(/[^a-z0-9]/gi, '').toLowerCase()

const marksOf = ({ category, categories, bylines, tags, language }: ReadingArticle) => [
  ...new Set([
    ...[category, ...categories].flatMap((one) => (one ? [markOf.category(one.id)] : [])),
    ...bylines.map(({ contributor }) => markOf.contributor(contributor.id)),
    ...tags.map(({ id }) => markOf.tag(id)),
    markOf.language(language),
  ]),
]
