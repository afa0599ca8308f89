import type { Reason } from './reason.ts'
import type { Signature, Weighted } from './signature.ts'
import { kindOf } from './terms.ts'

export type Candidate = { id: string; published: string; signature: Signature }
export type Chosen = { id: string; reason: Reason }

/** Entries under an article: one row of cards on a wide page. */
export const MOST = 4
/** Likeness below which two articles have nothing to do with each other (see docs/related.md). */
const LEAST = 0.03

/** What two articles share, strongest first, as the first one writes it. */
function shared(own: ReadonlyMap<string, Weighted>, other: Signature): Weighted[] {
  const common: Weighted[] = []
  for (const [key, weight] of other) {
    const mine = own.get(key)
    if (mine) common.push([key, mine[1] * weight, mine[2]])
  }
  return common.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

const sum = (terms: readonly Weighted[]) => terms.reduce((all, [, weight]) => all + weight, 0)

/** Days between steps of age, each four times the one before: the same week, the same month, the same season, … */
const AGES = 4
/** What a further entry of the same age is worth beside one of an age that is not there yet. */
const SAME_AGE = 0.85

/** How long before the newest candidate an article came out, in steps. */
const age = (published: string, newest: number) =>
  Math.floor(Math.log(1 + (newest - Date.parse(published)) / 86_400_000) / Math.log(AGES))

/**
 * The articles to recommend under one, strongest first, mixed in age, each with its reason; and all that are like it,
 * the most alike first.
 */
export function choose(
  own: Signature,
  candidates: readonly Candidate[],
): { chosen: Chosen[]; alike: string[] } {
  const terms = new Map(own.map((term) => [term[0], term]))
  const newest = Math.max(...candidates.map(({ published }) => Date.parse(published)))
  const left = candidates
    .flatMap(({ id, published, signature }) => {
      const common = shared(terms, signature)
      const score = sum(common)
      const reason = score < LEAST ? undefined : reasonFor(common)
      return reason ? [{ id, reason, score, age: age(published, newest) }] : []
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
  const alike = left.map(({ id }) => id)
  const chosen: Chosen[] = []
  const ages = new Map<number, number>()
  while (chosen.length < MOST && left.length > 0) {
    const worth = ({ score, age }: (typeof left)[number]) =>
      score * SAME_AGE ** (ages.get(age) ?? 0)
    const best = left.reduce((one, other) => (worth(other) > worth(one) ? other : one))
    left.splice(left.indexOf(best), 1)
    ages.set(best.age, (ages.get(best.age) ?? 0) + 1)
    chosen.push({ id: best.id, reason: best.reason })
  }
  return { chosen, alike }
}

/** Names and words in one reason. */
const NAMES = 2
const WORDS = 3
/** What the names must weigh to be the reason: a country that half of the articles name is none. */
const TELLING = 0.045
/** What they must weigh beside the tags: below it, the tag says more. */
const NAMED = 0.3

/** What to tell the reader: the names that both are about, else the tag they share, else their words. */
export function reasonFor(common: readonly Weighted[]): Reason | undefined {
  const of = (kind: string) => common.filter(([key]) => kindOf(key) === kind)
  const [names, [tag], words] = [of('name'), of('tag'), of('word')]
  const tagged = tag ? ({ by: 'tag', tagId: tag[0].slice(2) } as const) : undefined
  if (sum(names) >= Math.max(TELLING, NAMED * sum(of('tag'))))
    return {
      by: 'names',
      names: apart(names.filter(([, weight]) => weight >= names[0]![1] / 2)).slice(0, NAMES),
    }
  if (tagged && sum(of('tag')) >= sum(words) / 2) return tagged
  if (words.length >= WORDS) return { by: 'words', words: apart(words).slice(0, WORDS) }
  return tagged
}

/** Each as it is written; none that stands within another: "Pavel Istrin" and not "Istrin" beside it. */
function apart(terms: readonly Weighted[]): string[] {
  const all = terms.map(([, , shown]) => shown)
  return all.filter(
    (one, at) =>
      !all.some(
        (other, where) => where !== at && other.includes(one) && (other !== one || where < at),
      ),
  )
}
