import { decodeRelativePosition, encodeRelativePosition, type RelativePosition } from 'yjs'

/**
 * Where words stand in a manuscript, whatever is written around them: two places as Yjs keeps them, each bound to a
 * character. It means the same in everybody's copy, in whatever order what they wrote arrives.
 */
export type Anchor = { from: string; to: string }

/** Characters of a place. One is some thirty bytes. */
export const LONGEST_PLACE = 200

/** A place as it travels: base64. */
export const placeIn = (position: RelativePosition): string =>
  btoa(String.fromCharCode(...encodeRelativePosition(position)))

/** The place that was written so, or undefined for what is none. */
export function positionOf(place: string): RelativePosition | undefined {
  try {
    const bytes = Uint8Array.from(atob(place), (one) => one.charCodeAt(0))
    const position = decodeRelativePosition(bytes)
    // Yjs reads something out of any bytes; only what it wrote itself comes out the same.
    return placeIn(position) === place ? position : undefined
  } catch {
    return undefined
  }
}
