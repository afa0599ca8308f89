import { type Context, Hono } from 'hono'
import { canonicalPath } from '../addresses/address.ts'
import { addressOf } from '../articles/place.ts'
import { answerKept } from '../platform/answer.ts'
import type { Env } from '../platform/http.ts'
import { pageOf } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import { llmsText } from './llms.ts'
import { robotsText } from './robots.ts'
import { firstNews, monthMap, newsMap, sectionsMap, sitemapIndex } from './sitemaps.ts'

export const sitemaps = new Hono<Env>()

type Site = Context<Env>

const types = {
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

/** Answers with a text kept under its path, or under another name. */
async function answer(
  c: Site,
  type: keyof typeof types,
  write: () => Promise<string | undefined>,
  key = canonicalPath(new URL(c.req.url).pathname)!,
) {
  const found = await answerKept(c, key, async (encoding) => {
    const text = await write()
    const headers = { 'content-type': types[type], 'access-control-allow-origin': '*' }
    return text === undefined ? undefined : pageOf(200, headers, text, encoding)
  })
  if (found) return found
  throw new Refusal('not-found', 'sitemaps/unknown', 'There is no sitemap at this address.')
}

sitemaps.get('/sitemap.xml', (c) => answer(c, 'xml', () => sitemapIndex(c.var)))

sitemaps.get('/sitemaps/sections.xml', (c) => answer(c, 'xml', () => sectionsMap(c.var)))

/**
 * Changes by the clock: kept under the name of the oldest article that is news now, which is asked for each time. So it
 * is written anew when that one grows old, and never shows it a moment longer.
 */
sitemaps.get('/sitemaps/news.xml', async (c) => {
  const first = await firstNews(c.var.db, c.var.now())
  const key = `/sitemaps/news.xml?from=${first ? addressOf(first) : ''}`
  return answer(c, 'xml', () => newsMap(c.var, first), key)
})

sitemaps.get('/sitemaps/:month{\\d{4}-(?:0[1-9]|1[0-2])(?:-[1-9]\\d{0,5})?\\.xml}', (c) => {
  const [year, month, part] = c.req.param('month').replace('.xml', '').split('-').map(Number)
  return answer(c, 'xml', async () =>
    // The first part goes without a number.
    part === 1 ? undefined : monthMap(c.var, { year: year!, month: month! }, part ?? 1),
  )
})

sitemaps.get('/robots.txt', (c) => answer(c, 'txt', () => robotsText(c.var)))

sitemaps.get('/llms.txt', (c) => answer(c, 'txt', () => llmsText(c.var)))
