import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { type Env, encodingFor, isCurrent, lastModified } from './http.ts'
import { bytesOf, type Encoding, type Page } from './pages.ts'
import { pageHeaders } from './server.ts'

class Elsewhere extends Error {
  readonly path: string
  constructor(path: string) {
    super(path)
    this.path = path
  }
}
class Nowhere extends Error {}

/**
 * Answers with the page kept under `key`, or with what `make` makes of it: a page, where else to look, or nothing.
 * Undefined when there is nothing.
 */
export async function answerKept(
  c: Context<Env>,
  key: string,
  make: (encoding: Encoding) => Promise<Page | { redirect: string } | undefined>,
): Promise<Response | undefined> {
  const encoding = encodingFor(c.req.header('accept-encoding'))
  try {
    const page = await c.var.pages.page(key, async () => {
      const made = await make(encoding)
      // Leaves the cache by its own exit: nothing is kept of what is no page.
      if (!made) throw new Nowhere()
      if ('redirect' in made) throw new Elsewhere(made.redirect)
      return made
    })
    return send(c, page)
  } catch (error) {
    if (error instanceof Nowhere) return undefined
    if (error instanceof Elsewhere) return c.redirect(error.path, 301)
    throw error
  }
}

/** Answers with a page, or with 304 where the reader has it. */
export function send(c: Context<Env>, page: Page): Response {
  // The server has its own way, without a stream and a dozen headers in between.
  if (c.env?.send) {
    c.env.send(page)
    return RESPONSE_ALREADY_SENT
  }
  const now = c.var.now()
  const modified = lastModified(page, now)
  const headers: Record<string, string> = {
    ...pageHeaders(page),
    ...page.headers,
    ...(modified ? { 'last-modified': modified } : {}),
  }
  const asked = { tag: c.req.header('if-none-match'), since: c.req.header('if-modified-since') }
  if (page.status === 200 && isCurrent(asked, page, now)) {
    const { 'content-type': _, ...rest } = headers
    return c.body(null, 304, rest)
  }
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const bytes = bytesOf(page, encoding)
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  headers['content-length'] = String(bytes.length)
  return c.body(new Uint8Array(bytes), page.status as 200, headers)
}
