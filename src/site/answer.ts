import type { Context } from 'hono'
import { playerHosts } from '../articles/embed.ts'
import { styleSource } from '../design/style.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { type Env, encodingFor, isFresh } from '../platform/http.ts'
import { bytesOf, type Page, pageOf } from '../platform/pages.ts'
import { pageHeaders } from '../platform/server.ts'

/** What a route makes: a page's HTML, where else to look, or nothing. */
export type Made =
  | { html: string; status: number; language: string; newsroom: Newsroom }
  | { redirect: string }
  | undefined

/** Sites whose players a reader may ask for in place; nothing is loaded from them before. */
const players = playerHosts.join(' ')

/** The content policy of pages: no inline script, no third party, one style known by its hash. */
const policy = (newsroom: Newsroom, language: string, secure: boolean) =>
  [
    "default-src 'none'",
    `style-src ${styleSource(newsroom.colours, language)}`,
    "font-src 'self'",
    "img-src 'self'",
    "script-src 'self'",
    // Browsers apply it also to their own look at robots.txt.
    "connect-src 'self'",
    `frame-src ${players}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

class Elsewhere extends Error {
  readonly path: string
  constructor(path: string) {
    super(path)
    this.path = path
  }
}
class Nowhere extends Error {}

/** Answers with the page kept under `key`, or with what `make` makes of it. Undefined when there is nothing. */
export async function answer(
  c: Context<Env>,
  key: string,
  make: () => Promise<Made>,
): Promise<Response | undefined> {
  const encoding = encodingFor(c.req.header('accept-encoding'))
  try {
    const page = await c.var.pages.page(key, async () => {
      const made = await make()
      // Leaves the cache by its own exit: nothing is kept of what is no page.
      if (!made) throw new Nowhere()
      if ('redirect' in made) throw new Elsewhere(made.redirect)
      return pageOf(made.status, headersOf(c, made), made.html, encoding)
    })
    return send(c, page)
  } catch (error) {
    if (error instanceof Nowhere) return undefined
    if (error instanceof Elsewhere) return c.redirect(error.path, 301)
    throw error
  }
}

/** A page that is not kept under an address, such as an error. */
export const onePage = (c: Context<Env>, made: Exclude<Made, { redirect: string } | undefined>) =>
  pageOf(made.status, headersOf(c, made), made.html, encodingFor(c.req.header('accept-encoding')))

const headersOf = (c: Context<Env>, made: { language: string; newsroom: Newsroom }) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-language': made.language,
  'content-security-policy': policy(
    made.newsroom,
    made.language,
    c.var.siteUrl.startsWith('https://'),
  ),
})

export function send(c: Context<Env>, page: Page): Response {
  const headers: Record<string, string> = { ...page.headers, ...pageHeaders(page) }
  if (page.status === 200 && isFresh(c.req.header('if-none-match'), page.etag)) {
    const { 'content-type': _, ...rest } = headers
    return c.body(null, 304, rest)
  }
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const bytes = bytesOf(page, encoding)
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  headers['content-length'] = String(bytes.length)
  return c.body(new Uint8Array(bytes), page.status as 200, headers)
}
