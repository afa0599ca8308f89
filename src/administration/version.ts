import { createHash } from 'node:crypto'

/** Tells one state of a thing from another, so that nobody changes it over somebody else. */
export const versionOf = (thing: unknown) =>
  createHash('sha256').update(JSON.stringify(thing)).digest('hex').slice(0, 16)
