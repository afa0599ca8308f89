import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib'

/** As small as is worth while: 9 takes twice as long for a thousandth. */
const LEVEL = 6
/** Beginnings that are kept packed, and the least that is worth it, in bytes. */
const MOST = 32
const LEAST = 2048
/** DEFLATE looks back so far (RFC 1951, 2.1). */
const WINDOW = 32 * 1024

type Beginning = { plain: Buffer; packed: Buffer; crc: number }
const kept: Beginning[] = []

/**
 * Bytes as gzip (RFC 1952). The first `shared` of them, which other texts begin with too, such as the style of a page,
 * are packed once and kept: what comes after is packed with them as its dictionary, and the two are put one after the other.
 */
export function gzip(bytes: Buffer, shared = 0): Buffer {
  if (shared < LEAST) return gzipSync(bytes, { level: LEVEL })
  const { plain, packed, crc } = beginning(bytes.subarray(0, shared))
  const rest = bytes.subarray(shared)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(rest, crc), 0)
  trailer.writeUInt32LE(bytes.length % 2 ** 32, 4)
  const dictionary = plain.subarray(-WINDOW)
  return Buffer.concat([
    HEADER,
    packed,
    deflateRawSync(rest, { level: LEVEL, dictionary }),
    trailer,
  ])
}

/** Magic, DEFLATE, no flags, no time, no hint, Unix. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])

function beginning(plain: Buffer): Beginning {
  const known = kept.find((one) => one.plain.equals(plain))
  if (known) return known
  const made = {
    plain: Buffer.from(plain),
    // Ends on a whole byte without ending the stream, so that another can follow.
    packed: deflateRawSync(plain, { level: 9, finishFlush: constants.Z_SYNC_FLUSH }),
    crc: crc32(plain),
  }
  kept.unshift(made)
  kept.length = Math.min(kept.length, MOST)
  return made
}
