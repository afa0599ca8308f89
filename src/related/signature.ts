import { kindOf, type Term, type TermKind } from './terms.ts'

/** A term with its weight in one article, and how that article writes it. */
export type Weighted = [key: string, weight: number, shown: string]
/** What an article is about: its telling terms. */
export type Signature = Weighted[]

/** In how many of `articles` articles each term stands; terms that are not there stand in one at most. */
export type Counted = { articles: number; counts: ReadonlyMap<string, number> }

/** Terms kept of each kind, and how much the kinds count beside each other (found in docs/related.md's comparison). */
const kept: Record<TermKind, number> = { word: 40, name: 16, tag: 8 }
const share: Record<TermKind, number> = { word: 1.2, name: 0.35, tag: 0.15 }

/** A word in more than this share of the articles tells nothing of one of them. */
const COMMON = 0.3
/** Articles below which nobody can tell a rare word from a common one. */
export const FEW = 8

/** BM25's saturation of repeated terms (Robertson and Zaragoza 2009, 3.4: between 1.2 and 2). */
const K1 = 1.2

/**
 * Weighs an article's terms: tf·idf with BM25's saturation, each kind as a vector of length one at most, so that the
 * likeness of two articles is the sum of their products. An article with one common term does not become a vector of
 * length one by it: it is divided by what a rare term would weigh.
 */
export function signatureOf(terms: ReadonlyMap<string, Term>, counted: Counted): Signature {
  const { articles, counts } = counted
  const rarest = idf(1, articles)
  const byKind: Record<TermKind, Weighted[]> = { word: [], name: [], tag: [] }
  for (const [key, { shown, count }] of terms) {
    const kind = kindOf(key)
    const there = counts.get(key) ?? 1
    if (kind === 'word' && (articles < FEW || there > Math.max(COMMON * articles, 2))) continue
    const often =
      kind === 'word'
        ? (count * (K1 + 1)) / (count + K1)
        : kind === 'name'
          ? 1 + Math.log(count)
          : 1
    byKind[kind].push([key, often * idf(there, articles), shown])
  }
  return Object.entries(byKind).flatMap(([kind, all]) => {
    const strongest = all
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, kept[kind as TermKind])
    const length = Math.max(Math.hypot(...strongest.map(([, weight]) => weight)), rarest)
    const scale = Math.sqrt(share[kind as TermKind]) / length
    return strongest.map(([key, weight, shown]): Weighted => [key, rounded(weight * scale), shown])
  })
}

/** Inverse document frequency, never negative; a newsroom's first articles have some, too. */
const idf = (there: number, articles: number) => Math.log(1 + (articles + 1) / (there + 0.5))

const rounded = (weight: number) => Math.round(weight * 10_000) / 10_000

/** Terms of each kind under which an article can be found. */
const posted: Record<TermKind, number> = { word: 5, name: 5, tag: 3 }

/** The terms under which an article can be found: its strongest of each kind. */
export function findableBy(signature: Signature): Weighted[] {
  const left = { ...posted }
  return signature.filter(([key]) => left[kindOf(key)]-- > 0)
}
