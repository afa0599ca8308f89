/** Why the newsroom will not do as asked. HTTP is not mentioned here; see http.ts. */
export type Reason =
  | 'not-found'
  | 'gone'
  | 'not-signed-in'
  | 'not-allowed'
  | 'invalid'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable'

/** A sentence, or one with the permission for want of which it is said: programs may say it in other words. */
export type Told = string | { message: string; lacks: string }

/** The newsroom declines. `message` is a sentence that a reader may see; `code` is stable, for programs. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly reason: Reason
  readonly code: string
  readonly lacks: string | undefined
  constructor(reason: Reason, code: string, told: Told) {
    super(typeof told === 'string' ? told : told.message)
    this.lacks = typeof told === 'string' ? undefined : told.lacks
    this.reason = reason
    this.code = code
  }
}
