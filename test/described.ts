import { z } from 'zod'
import { deskApi } from '../src/api.ts'

/**
 * Holds what the desk answers to what OpenAPI says that it answers: no other status, no other shape, and nothing more.
 * Every test that asks the desk asks this, too.
 */

type Json = Record<string, unknown>

const { paths = {}, components } = deskApi.getOpenAPI31Document({
  openapi: '3.1.0',
  info: { title: '', version: '' },
})
const named = (components?.schemas ?? {}) as Record<string, Json>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** A schema with its references in place. What names its properties has no others, unless it says so. */
function whole(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(whole)
  if (!isObject(schema)) return schema
  if (typeof schema.$ref === 'string') return whole(named[schema.$ref.split('/').at(-1)!])
  if (Array.isArray(schema.allOf)) {
    const parts = schema.allOf.map(whole) as Json[]
    return {
      ...Object.assign({}, ...parts),
      properties: Object.assign({}, ...parts.map((part) => part.properties)),
      required: parts.flatMap((part) => (part.required ?? []) as string[]),
    }
  }
  const known = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties' && isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, whole(one)]))
        : whole(value),
    ]),
  )
  return known.properties && known.additionalProperties === undefined
    ? { ...known, additionalProperties: false }
    : known
}

type Answers = Record<string, { content?: Record<string, { schema?: unknown }> }>
type Door = { method: string; pattern: RegExp; answers: Answers }

const doors: Door[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, { responses: Answers }>).map(
    ([method, { responses }]) => ({
      method: method.toUpperCase(),
      // A part in braces stands for anything; paths that are written out go first.
      pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
      answers: responses,
    }),
  ),
)

const made = new Map<unknown, z.ZodType>()
function shapeOf(schema: unknown): z.ZodType {
  const known = made.get(schema)
  if (known) return known
  const shape = z.fromJSONSchema(whole(schema) as never)
  made.set(schema, shape)
  return shape
}

/** Throws with what is not as described. `body` is undefined where there is none. */
export function described(method: string, path: string, status: number, body: unknown) {
  const bare = path.split('?')[0]!
  const door = doors.find((one) => one.method === method && one.pattern.test(bare))
  // What is no door at all answers 404 like everything else that is not there.
  if (!door) return
  const told = `${method} ${bare} answered ${status}`
  const answer = door.answers[status]
  if (!answer) throw new Error(`${told}, which OpenAPI does not describe: ${JSON.stringify(body)}`)
  const schema = answer.content?.['application/json']?.schema
  if (!schema) {
    if (body !== undefined && !answer.content)
      throw new Error(`${told} with a body, which OpenAPI does not describe`)
    return
  }
  const checked = shapeOf(schema).safeParse(body)
  if (!checked.success)
    throw new Error(`${told}, and not as OpenAPI describes it: ${z.prettifyError(checked.error)}`)
}
