import type { Db } from '../platform/database.ts'

/** Words that readers may have meant, among those that stand in the newsroom's articles. */

/** Shorter words are near to too many others. */
const SHORTEST = 4
const LONGEST = 24
/** Words that are compared one by one. */
const MOST_COMPARED = 4000

const alphabets: [RegExp, string][] = [
  [/\p{Script=Latin}/u, 'abcdefghijklmnopqrstuvwxyz'],
  [/\p{Script=Cyrillic}/u, 'абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґј'],
  [/\p{Script=Arabic}/u, 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνξοπρστυφχψω'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטיכךלמםנןסעפףצץקרשת'],
]

/** In how many articles each of these words was read. */
export async function countsOf(db: Db, words: readonly string[]): Promise<Map<string, number>> {
  if (words.length === 0) return new Map()
  const rows = await db.selectFrom('search_words').selectAll().where('word', 'in', words).execute()
  return new Map(rows.map(({ word, articles }) => [word, articles]))
}

/** Words that a beginning is gone on with. */
const MOST_BEGUN = 12

/** Of the words with this beginning those in most articles. */
export async function wordsBegunBy(db: Db, beginning: string): Promise<string[]> {
  const rows = await db
    .selectFrom('search_words')
    .select('word')
    .where('word', '>=', beginning)
    .where('word', '<', `${beginning}\uffff`)
    .orderBy('articles', 'desc')
    .orderBy('word')
    .limit(MOST_BEGUN)
    .execute()
  return rows.map(({ word }) => word)
}

/** In how many articles words with this beginning were read, an article counted once for each. */
export async function countOfBeginning(db: Db, beginning: string): Promise<number> {
  const row = await db
    .selectFrom('search_words')
    .select((e) => e.fn.sum('articles').as('articles'))
    .where('word', '>=', beginning)
    .where('word', '<', `${beginning}\uffff`)
    .executeTakeFirst()
  return Number(row?.articles ?? 0)
}

/** The known words nearest to one that is not known, those in most articles first. */
export async function nearTo(db: Db, word: string): Promise<string[]> {
  if (word.length < SHORTEST || word.length > LONGEST || !/^\p{L}+$/u.test(word)) return []
  const near = await countsOf(db, oneAway(word))
  if (near.size > 0) return byCount(near)
  // Two changes away: whoever mistypes a word rarely mistypes how it begins.
  const start = word.slice(0, 2)
  const rows = await db
    .selectFrom('search_words')
    .selectAll()
    .where('word', '>=', start)
    .where('word', '<', `${start}\uffff`)
    .where('articles', '>', 1)
    .orderBy('articles', 'desc')
    .limit(MOST_COMPARED)
    .execute()
  return byCount(
    new Map(
      rows
        .filter(({ word: other }) => distance(word, other, 2) <= 2)
        .map(({ word: other, articles }) => [other, articles]),
    ),
  )
}

const byCount = (counts: Map<string, number>) =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word)

/** Every word that is one change away: a letter left out, added, another, or two swapped. */
function oneAway(word: string): string[] {
  const alphabet = alphabets.find(([script]) => script.test(word))?.[1] ?? ''
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    if (tail) found.add(head + tail.slice(1))
    if (tail.length > 1) found.add(head + tail[1] + tail[0] + tail.slice(2))
    for (const letter of alphabet) {
      found.add(head + letter + tail)
      if (tail) found.add(head + letter + tail.slice(1))
    }
  }
  found.delete(word)
  return [...found]
}

/** Changes between two words, neighbours swapped counting as one (optimal string alignment); `most` + 1 when more. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      next.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = row
    row = next
  }
  return row[other.length]!
}
