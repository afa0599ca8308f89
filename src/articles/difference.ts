import { diffArrays } from 'diff'
import type { Version } from './versions.ts'

/** A run of words: as they were, put in, or taken out. */
export type Piece = { words: string; change: 'added' | 'removed' | null }

/** A paragraph of which something changed. */
export type Passage = {
  pieces: Piece[]
  /** Paragraphs that stayed as they were stand before it. */
  afterMore: boolean
}

/** What changed from one version to the next, as far as readers may see both. */
export type Difference = {
  headline: Piece[] | null
  standfirst: Piece[] | null
  /** Null when readers may not have the text of both. */
  passages: Passage[] | null
  /** Whether more changed than is shown. */
  cut: boolean
}

/** Paragraphs put in and taken out beyond which two texts count as different altogether. */
const MOST_PARAGRAPHS = 1000
/** Words put in and taken out beyond which a paragraph counts as another. */
const MOST_WORDS = 400
/** Characters of a paragraph that is compared word by word. */
const LONGEST = 20_000
/** Characters of changed paragraphs that are shown of one version. */
const SHOWN = 60_000
/** A paragraph that kept less than this share of its characters is another one. */
const KEPT = 0.3

/** What changed between two versions; null when the wording of one is kept from readers. */
export function differenceOf(version: Version, former: Version): Difference | null {
  if (!version.said || !former.said) return null
  const line = (before: string, after: string) =>
    before === after ? null : (changedWords(before, after) ?? replaced(before, after))
  const texts =
    version.text === null || former.text === null ? null : changed(former.text, version.text)
  return {
    headline: line(former.said.headline, version.said.headline),
    standfirst: line(former.said.standfirst, version.said.standfirst),
    passages: texts?.passages ?? null,
    cut: texts?.cut ?? false,
  }
}

const replaced = (before: string, after: string): Piece[] => [
  ...(before ? [{ words: before, change: 'removed' as const }] : []),
  ...(after ? [{ words: after, change: 'added' as const }] : []),
]

/** The changed paragraphs of two texts that have a paragraph a line. In time and size bounded, whatever they say. */
export function changed(before: string, after: string): { passages: Passage[]; cut: boolean } {
  const [former, latter] = [before.split('\n'), after.split('\n')]
  const runs = diffArrays(former, latter, { maxEditLength: MOST_PARAGRAPHS }) ?? [
    { value: former, removed: true, added: false },
    { value: latter, removed: false, added: true },
  ]
  const passages: Passage[] = []
  let room = SHOWN
  let afterMore = false
  const show = (pieces: Piece[]) => {
    room -= pieces.reduce((sum, { words }) => sum + words.length, 0)
    if (room < 0 || pieces.length === 0) return
    passages.push({ pieces, afterMore })
    afterMore = false
  }
  for (let at = 0; at < runs.length && room >= 0; at++) {
    const run = runs[at]!
    if (!run.added && !run.removed) {
      afterMore = true
      continue
    }
    const next = runs[at + 1]
    const pairs = run.removed && next?.added
    const [gone, come] = run.added ? [[], run.value] : [run.value, pairs ? next.value : []]
    if (pairs) at++
    for (let line = 0; line < Math.max(gone.length, come.length) && room >= 0; line++) {
      const [was, is] = [gone[line] ?? '', come[line] ?? '']
      const pieces = was && is ? changedWords(was, is) : null
      if (pieces) show(pieces)
      else for (const piece of replaced(was, is)) show([piece])
    }
  }
  return { passages, cut: room < 0 }
}

/** A word or a number such as 67.4 with the space behind it, a sign, or a space: in scripts without spaces a word is a letter. */
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]\p{M}*|[\p{L}\p{M}\p{N}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}])|[\p{L}\p{M}\p{N}]+(?:[.,:'’-][\p{L}\p{M}\p{N}]+)*\s*|[^\p{L}\p{M}\p{N}\s]\s*|\s+/gu

/** A line as the words that it is compared by, each with the space behind it. */
export const wordsOf = (line: string): string[] => line.match(token) ?? []

/** Two lines as one, word by word; null when they have too little in common for that. */
export function changedWords(before: string, after: string): Piece[] | null {
  if (before.length > LONGEST || after.length > LONGEST) return null
  const runs = diffArrays(wordsOf(before), wordsOf(after), {
    maxEditLength: MOST_WORDS,
    comparator: (one, other) => one.trim() === other.trim(),
  })
  if (!runs) return null
  const pieces = runs.flatMap(({ value, added, removed }): Piece[] => {
    const words = value.join('')
    if (!added && !removed) return [{ words, change: null }]
    // The space behind a changed word is not marked with it.
    const bare = words.trimEnd()
    const change = added ? 'added' : 'removed'
    return [
      { words: bare || words, change },
      ...(bare && bare !== words ? [{ words: words.slice(bare.length), change: null }] : []),
    ]
  })
  const kept = pieces.reduce((sum, { words, change }) => sum + (change ? 0 : words.length), 0)
  return kept < KEPT * Math.max(before.length, after.length) ? null : pieces
}
