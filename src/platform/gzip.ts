import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import type { Beginning } from './beginning.ts'

/** As small as is worth while: 9 takes twice as long for a thousandth. */
const LEVEL = 6

/** Magic, DEFLATE, no flags, no time, no hint, Unix. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])

/**
 * What begins so and goes on with `rest` as gzip (RFC 1952). The rest is packed by itself: a style has little in common
 * with the text after it, and to look back at it takes as long as to pack the text.
 */
export function gzip(rest: Buffer, beginning?: Beginning): Buffer {
  if (!beginning) return gzipSync(rest, { level: LEVEL })
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(rest, beginning.crc), 0)
  trailer.writeUInt32LE((beginning.bytes.length + rest.length) % 2 ** 32, 4)
  return Buffer.concat([HEADER, beginning.packed, deflateRawSync(rest, { level: LEVEL }), trailer])
}
