/** Words that read like news from afar: the same for the same seed, common ones common and rare ones rare. */

/** Numbers from 0 to 1 that repeat for a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const beginnings = 'b br c ch d dr f g gr h j k l m n p pl r s sh st t tr v w'.split(' ')
const middles = 'a e i o u ai ea ou'.split(' ')
const ends = ' n r s t l nd st rk m'.split(' ')

/** Distinct words of the language. */
const VOCABULARY = 20_000

const vocabulary: readonly string[] = (() => {
  const next = random(1)
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)]!
  const words = new Set<string>()
  while (words.size < VOCABULARY) {
    const syllables = 1 + Math.floor(next() * 3)
    words.add(
      Array.from({ length: syllables }, () => pick(beginnings) + pick(middles) + pick(ends)).join(
        '',
      ),
    )
  }
  return [...words]
})()

/** A word by its rank: the logarithm of ranks is even, as it nearly is in a language (Zipf). */
const word = (next: () => number) => vocabulary[Math.floor(VOCABULARY ** next()) - 1]!

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)

export const sentence = (next: () => number, words = 8 + Math.floor(next() * 16)): string =>
  `${capital(Array.from({ length: words }, () => word(next)).join(' '))}.`

export const headline = (next: () => number): string => sentence(next, 7).slice(0, -1)

/** Paragraphs of about so many words together. */
export function paragraphs(next: () => number, words: number): string[] {
  const made: string[] = []
  for (let written = 0; written < words; ) {
    const one = Array.from({ length: 4 }, () => sentence(next)).join(' ')
    made.push(one)
    written += one.split(' ').length
  }
  return made
}
