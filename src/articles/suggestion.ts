import { texts } from '../design/texts.ts'
import { changedWords, wordsOf } from './difference.ts'
import { isSameBesideWords } from './digest.ts'
import { type DocumentNode, documentText, emptyDocument, readDocument } from './document.ts'
import type { ArticleFields } from './fields.ts'

/** A place whose words changed: what is quoted of it, and the changed words themselves. */
type Spot = { was: string; is: string; key: string }

/** Places of which a note can still tell. */
const MOST_SPOTS = 2
/** Words on either side that tell which place it is. */
const AROUND = 3
/** Characters of what is quoted. */
const LONGEST = 160
/** Lines, headline and standfirst among them, that are compared word by word. */
const MOST_LINES = 10

/**
 * The note that the words of a change write themselves: an earlier version said “Twelve people are missing”; it now says
 * “Eleven people are missing”. Empty for a change of which that would not be the whole truth: what is new, what is not
 * words, what is in many places. Nothing of a Premium text is quoted.
 */
export function suggestedNote(before: ArticleFields, after: ArticleFields): string {
  if (!isSameBesideWords(before, after)) return ''
  const lines = changedLines(before, after)
  if (!lines || lines.length > MOST_LINES) return ''
  const spots = lines.map(([was, is]) => spotsIn(was, is))
  const told = new Map<string, Spot>()
  for (const all of spots) {
    if (!all) return ''
    for (const spot of all) if (!told.has(spot.key)) told.set(spot.key, spot)
  }
  if (told.size > MOST_SPOTS) return ''
  const t = texts(after.language)
  return [...told.values()].map(({ was, is }) => t('corrections.said', { was, is })).join(' ')
}

/** Lines that say something else than before, as they were and are; null where more changed than lines say. */
function changedLines(before: ArticleFields, after: ArticleFields): [string, string][] | null {
  const bodies = [before, after].map(({ body }) => readDocument(body ?? emptyDocument).toJSON())
  const [shape, shapeNow] = bodies.map((body) => JSON.stringify(wordless(body)))
  if (shape !== shapeNow) return null
  const [was, is] = bodies.map((body) => documentText(body).split('\n'))
  if (was!.length !== is!.length) return null
  const changed = was!.flatMap((line, at): [string, string][] =>
    line === is![at] ? [] : [[line, is![at]!]],
  )
  const isKept = before.access === 'premium' || after.access === 'premium'
  if (changed.length > 0 && isKept) return null
  const heads = [
    [before.headline, after.headline],
    [before.standfirst, after.standfirst],
  ] as [string, string][]
  return [...heads.filter(([one, other]) => one !== other), ...changed]
}

/** A text without its words: its blocks, what is said of them, its footnotes, and where its links lead. */
function wordless(node: DocumentNode): unknown {
  const { type, attrs, content = [] } = node
  if (type === 'footnote') return node
  return [
    type,
    attrs,
    content.flatMap((one) => (one.type === 'text' ? linksOf(one) : [wordless(one)])),
  ]
}

const linksOf = ({ marks = [] }: DocumentNode) =>
  marks.flatMap(({ type, attrs }) => (type === 'link' ? [attrs?.href] : []))

type Word = { words: string; change: 'added' | 'removed' | null }

/** Where a line changed; null where the lines have too little in common to say so. */
function spotsIn(before: string, after: string): Spot[] | null {
  const pieces = changedWords(before, after)
  if (!pieces) return null
  const words: Word[] = []
  for (const { words: run, change } of pieces)
    for (const word of wordsOf(run)) {
      const last = words.at(-1)
      if (last && !word.trim()) last.words += word
      else words.push({ words: word, change })
    }
  const spots: Spot[] = []
  for (let at = 0; at < words.length; at++) {
    if (!words[at]!.change) continue
    const end = endOf(words, at)
    const spot = spotAt(words, at, end)
    if (!spot) return null
    spots.push(spot)
    at = end
  }
  return spots
}

const endsSentence = ({ words }: Word) => /^[.!?…。！？؟۔]/u.test(words)

/** The last changed word of those that stand so near to one another that they are told of at once. */
function endOf(words: readonly Word[], from: number): number {
  let end = from
  for (let at = from + 1; at < words.length && at - end <= AROUND + 1; at++) {
    if (words[at]!.change) end = at
    else if (endsSentence(words[at]!)) break
  }
  return end
}

function spotAt(words: readonly Word[], first: number, last: number): Spot | null {
  const isAround = (word: Word | undefined) => word && !word.change && !endsSentence(word)
  let [from, to] = [first, last]
  while (first - from < AROUND && isAround(words[from - 1])) from--
  while (to - last < AROUND && isAround(words[to + 1])) to++
  const quoted = words.slice(from, to + 1)
  const [was, is] = [without('added', quoted), without('removed', quoted)]
  if (!was || !is || was === is || was.length > LONGEST || is.length > LONGEST) return null
  const changed = quoted.filter(({ change }) => change)
  const key = `${without('added', changed)}\n${without('removed', changed)}`.toLowerCase()
  return { was, is, key }
}

const without = (left: Word['change'], words: readonly Word[]) =>
  words
    .filter(({ change }) => change !== left)
    .map((word) => word.words)
    .join('')
    .replace(/^[\s,;:]+|[\s,;:]+$/gu, '')
