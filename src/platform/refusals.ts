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

/** The newsroom declines. `message` is a sentence that a reader may see; `code` is stable, for programs. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly reason: Reason
  readonly code: string
  constructor(reason: Reason, code: string, message: string) {
    super(message)
    this.reason = reason
    this.code = code
  }
}
