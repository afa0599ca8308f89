import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Time-based one-time codes (RFC 6238 over RFC 4226): SHA-1, six digits, thirty seconds, as every app has them. */

const STEP_MS = 30_000
/** Steps before and after now that are taken: clocks differ, and people type slowly. */
const DRIFT = 1

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new shared secret, base32 (RFC 4648): 160 bits, the length of the hash. */
export function newFactor(): string {
  let bits = ''
  for (const byte of randomBytes(20)) bits += byte.toString(2).padStart(8, '0')
  return bits.replace(/.{5}/g, (five) => ALPHABET[Number.parseInt(five, 2)]!)
}

function bytesOf(factor: string): Buffer {
  let bits = ''
  for (const letter of factor) bits += ALPHABET.indexOf(letter).toString(2).padStart(5, '0')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

/** The code of one step of the clock (RFC 4226, 5.3). */
export function codeAt(factor: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', bytesOf(factor)).update(counter).digest()
  const offset = digest.at(-1)! & 0x0f
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step for which a code is right around now, or undefined. Each step is taken once: its caller sees to that. */
export function codeStep(factor: string, code: string, now: Date): number | undefined {
  const typed = Buffer.from(code.replace(/\s/g, '').slice(0, 6).padEnd(6))
  const present = Math.floor(now.getTime() / STEP_MS)
  for (let step = present + DRIFT; step >= present - DRIFT; step--)
    if (timingSafeEqual(Buffer.from(codeAt(factor, step)), typed)) return step
  return undefined
}

/** What an app reads from a QR code (Key URI Format). */
export const factorAddress = (factor: string, email: string, newsroom: string) =>
  `otpauth://totp/${encodeURIComponent(`${newsroom}:${email}`)}?${new URLSearchParams({ secret: factor, issuer: newsroom })}`
