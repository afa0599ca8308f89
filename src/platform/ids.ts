import { randomBytes } from 'node:crypto'

/** A UUIDv7 (RFC 9562, 5.7): sorts by time, the same on every database. */
export function uuid(now: Date) {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}

/** The millisecond in which a UUIDv7 was made. */
export const timeOf = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)
