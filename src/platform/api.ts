import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env } from './http.ts'
import { Refusal } from './refusals.ts'
import { holdsNul } from './unstorable.ts'

/** The doors of the desk: each room describes its own (OpenAPI 3.1), and the desk's client is typed by them. */

/** What a refused request is told. */
export const RefusedBody = z
  .object({
    /** Stable, for programs. */
    code: z.string(),
    /** A sentence for whoever sits at the screen: what is wrong and what to do. */
    message: z.string(),
    /** The permission that one’s role lacks for it, where that is why. */
    lacks: z.string().optional(),
  })
  .openapi('Refused')

/** A room's part of the API. Input that is not as described is refused with the field's name. */
export const createApi = <E extends Env>() =>
  new OpenAPIHono<E>({
    defaultHook: (result) => {
      if (result.success) return
      const issue = result.error.issues[0]!
      const field = issue.path.join('.') || result.target
      throw new Refusal('invalid', `api/${field}`, `${field}: ${issue.message}`)
    },
  })

/** Bytes of JSON in one request: an article's settings, never its text or a file. */
const MOST_JSON = 1_000_000

const bound = bodyLimit({
  maxSize: MOST_JSON,
  onError: () => {
    throw new Refusal('too-large', 'api/body', 'The request is too large. Send less at once.')
  },
})

/** Bounds what is read of a request. Files come as plain bytes to doors with bounds of their own. */
export const boundBody = (c: Context, next: Next) =>
  // What has no body is not to be given one, which the bound would do.
  ['GET', 'HEAD', 'DELETE'].includes(c.req.method) ||
  c.req.header('content-type') === 'application/octet-stream'
    ? next()
    : bound(c, next)

const unstorable = (what: string) =>
  new Refusal('invalid', 'api/text', `${what}: a character in it (U+0000) cannot be stored.`)

/** Refuses what no database would store, before anybody looks for it there. After the bound on what is read. */
export async function refuseUnstorable(c: Context, next: Next) {
  if (/%00/.test(c.req.url)) throw unstorable('address')
  if (
    ['POST', 'PUT'].includes(c.req.method) &&
    /\bjson\b/i.test(c.req.header('content-type') ?? '')
  ) {
    const text = await c.req.text()
    // What is no JSON at all is refused by the door itself.
    if (text.includes('\\u0000') && holdsNul(read(text))) throw unstorable('json')
  }
  await next()
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const refused = (description: string) => json(RefusedBody, description)

const refusals = {
  401: refused('Not signed in'),
  403: refused('Not allowed'),
  404: refused('Not there'),
  409: refused('Something else has changed meanwhile'),
  413: refused('Too large'),
  422: refused('Something in the request is wrong'),
  503: refused('Not just now: the database or the disk cannot take it'),
}

/** The answers of a route that gives `schema`. */
export const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: json(schema, description),
  ...refusals,
})

/** The answers of a route that has nothing to say but that it is done. */
export const done = { 204: { description: 'Done' }, ...refusals }

/** A JSON body. */
export const body = <T extends z.ZodType>(schema: T) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})

export const Id = z.string().min(1).max(100)
export const idParam = z.object({ id: Id.openapi({ param: { name: 'id', in: 'path' } }) })
