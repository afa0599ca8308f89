import type { Context } from 'hono'
import { playerHosts } from '../articles/embed.ts'
import { styleSources } from '../design/style.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { answerKept } from '../platform/answer.ts'
import { type Env, encodingFor } from '../platform/http.ts'
import { pageOf } from '../platform/pages.ts'

/** What a route makes: a page's HTML, where else to look, or nothing. */
export type Made =
  | { html: string; status: number; language: string; newsroom: Newsroom; list?: true }
  | { redirect: string }
  | undefined

/** Sites whose players a reader may ask for in place; nothing is loaded from them before. */
const players = playerHosts.join(' ')

/** The content policy of pages: no inline script, no third party, styles known by their hash. */
const policy = (newsroom: Newsroom, language: string, secure: boolean) =>
  [
    "default-src 'none'",
    `style-src ${styleSources(newsroom.colours, language)}`,
    "font-src 'self'",
    "img-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    `frame-src ${players}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

/** Pages with one style begin alike up to here (`design/layout.tsx`). */
const END_OF_STYLE = '</style>'

/** Answers with the page kept under `key`, or with what `make` makes of it. Undefined when there is nothing. */
export const answer = (c: Context<Env>, key: string, make: () => Promise<Made>) =>
  answerKept(c, key, async (encoding) => {
    const made = await make()
    return made && 'html' in made
      ? pageOf(made.status, headersOf(c, made), made.html, encoding, END_OF_STYLE)
      : made
  })

/** A page that is not kept under an address, such as an error, with headers of its own. */
export const onePage = (
  c: Context<Env>,
  made: Exclude<Made, { redirect: string } | undefined>,
  headers: Record<string, string> = {},
) =>
  pageOf(
    made.status,
    { ...headersOf(c, made), ...headers },
    made.html,
    encodingFor(c.req.header('accept-encoding')),
    END_OF_STYLE,
  )

/** The headers of a page that the desk shows within a page of its own, and nobody keeps. */
export const framedHeaders = (
  c: Context<Env>,
  made: { language: string; newsroom: Newsroom },
): Record<string, string> => {
  const headers = headersOf(c, made)
  return {
    ...headers,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'x-frame-options': 'SAMEORIGIN',
    'content-security-policy': headers['content-security-policy'].replace(
      "frame-ancestors 'none'",
      "frame-ancestors 'self'",
    ),
  }
}

const headersOf = (c: Context<Env>, made: { language: string; newsroom: Newsroom }) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-language': made.language,
  'content-security-policy': policy(
    made.newsroom,
    made.language,
    c.var.siteUrl.startsWith('https://'),
  ),
})
