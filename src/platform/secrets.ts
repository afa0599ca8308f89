import { createHash, randomBytes, randomInt } from 'node:crypto'

/** Secrets that we hand out are never stored: only what they hash to. 256 random bits need no slow hash. */

export const newSecret = () => randomBytes(32).toString('base64url')

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Six digits that a person can type from one device into another. */
export const newCode = () => String(randomInt(1_000_000)).padStart(6, '0')
