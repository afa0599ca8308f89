/** Where an entry stands in its list: newest first, ties by id. */
export type Place = { published: string; articleId: string }

/** A place as it stands in an address: `?before=2019-05-09T10:15:00.000Z_<id>`. */
const placeInAddress = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f-]{36})$/

export function placeOf(before: string | null | undefined): Place | undefined {
  const parts = placeInAddress.exec(before ?? '')
  return parts ? { published: parts[1]!, articleId: parts[2]! } : undefined
}

export const addressOf = (place: Place) => `${place.published}_${place.articleId}`

/** An end, exclusive, that leaves in the entries of this very instant. */
export const justAfter = (instant: string) => `${instant}~`
