import { hash } from 'node:crypto'
import { constants, crc32, deflateRawSync } from 'node:zlib'

/** What many texts begin with, such as the head of a page with its style: made ready to be sent once, and kept. */
export type Beginning = {
  text: string
  bytes: Buffer
  /** As DEFLATE (RFC 1951) that ends on a whole byte without ending the stream, so that another can follow. */
  packed: Buffer
  crc: number
  /** Stands for the bytes in an entity tag. */
  mark: string
}

/** How many are kept, and the fewest characters that are worth it. */
const MOST = 32
const LEAST = 2048

const kept: Beginning[] = []

/** What a text begins with up to `end`; undefined where it has none that is worth keeping. */
export function beginningOf(text: string, end: string): Beginning | undefined {
  const length = text.indexOf(end)
  if (length < LEAST) return undefined
  const known = kept.find((one) => one.text.length === length && text.startsWith(one.text))
  if (known) return known
  const bytes = Buffer.from(text.slice(0, length))
  const made = {
    // From the bytes, so that the whole text is not kept with it.
    text: bytes.toString(),
    bytes,
    packed: deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH }),
    crc: crc32(bytes),
    mark: hash('sha256', bytes, 'base64url').slice(0, 8),
  }
  kept.unshift(made)
  kept.length = Math.min(kept.length, MOST)
  return made
}
