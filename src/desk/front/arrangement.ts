/** Moves in the top of a front page: a row of places, each with a pinned article or filling itself (null). Pure. */

export type Places = (string | null)[]

/** Takes an article out wherever it stands. */
const without = (places: Places, id: string): Places =>
  places.map((one) => (one === id ? null : one))

/** Puts an article into a place; what stood there fills itself again. */
export const put = (places: Places, id: string, at: number): Places =>
  without(places, id).map((one, place) => (place === at ? id : one))

/**
 * Puts an article before a place. What is pinned there and after it moves on by one, as far as the next place that
 * fills itself; past the last place it falls out.
 */
export function insert(places: Places, id: string, at: number): Places {
  const next = without(places, id)
  let carried: string | null = id
  for (let place = Math.min(at, places.length - 1); place < next.length && carried; place++) {
    const stood: string | null = next[place]!
    next[place] = carried
    carried = stood
  }
  return next
}
