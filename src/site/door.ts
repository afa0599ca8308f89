import type { Context } from 'hono'
import { hrefOf } from '../addresses/address.ts'
import { addressOf, placeOf } from '../articles/place.ts'
import { documentOf } from '../design/layout.tsx'
import type { Env } from '../platform/http.ts'
import { Refusal } from '../platform/refusals.ts'
import { feedInstead } from '../syndication/feeds.ts'
import { pageKey } from './address.ts'
import { answer, type Made } from './answer.ts'
import { forwarding } from './redirects.ts'
import { type Shell, shell } from './shell.ts'

export type Site = Context<Env>
/** Makes the page of a canonical path, or says where it is; undefined when there is none. */
export type Door = (c: Site, path: string, shell: Shell) => Promise<Made>

const pathAndQueryOf = (c: Site) => {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

const keyOf = (c: Site) => pageKey(pathAndQueryOf(c))

/** Answers a page's request with the kept page, or with what the door makes. */
export const page = (door: Door) => async (c: Site) => {
  const key = keyOf(c)
  const found =
    key === undefined
      ? await forward(c)
      : await answer(c, key, () => madeBy(door, c, key.split('?')[0]!))
  if (found) return found
  throw new Refusal('not-found', 'site/unknown', 'There is no page at this address.')
}

async function madeBy(door: Door, c: Site, path: string): Promise<Made> {
  const made = await door(c, path, await shell(c.var))
  // Only lists have places in them. Any other page would be kept once for each place that a stranger makes up.
  const astray = before(c).before && made && 'html' in made && !made.list
  return astray ? { redirect: hrefOf(path) } : made
}

export const html = (language: string, { newsroom }: Shell, element: unknown, status = 200) => ({
  html: documentOf(element as string),
  status,
  language,
  newsroom,
})

/** A page of a list, whose address may name a place to begin at. */
export const listHtml = (language: string, around: Shell, element: unknown): Made => ({
  ...html(language, around, element),
  list: true,
})

async function forward(c: Site) {
  const { db, siteUrl } = c.var
  const pathAndQuery = pathAndQueryOf(c)
  const href =
    (await feedInstead(db, pathAndQuery, siteUrl)) ?? (await forwarding(db, pathAndQuery))
  return href === undefined ? undefined : c.redirect(href, 301)
}

/** What every page is told. */
export const sheet = (c: Site, around: Shell, path: string | null) => ({
  shell: around,
  siteUrl: c.var.siteUrl,
  path,
  part: partOf(c),
})

/** The query of a page that goes on from a place in its list; nothing on the first. */
function partOf(c: Site) {
  const place = before(c).before
  return place ? `?before=${addressOf(place)}` : ''
}
/** The place in a list from which its page goes on: that of the name it is kept under, however it is written. */
export const before = (c: Site) => ({ before: placeOf(keyOf(c)?.split('?before=')[1]) })
/** A place past the end of a list can be made up at will: there is no page for it. */
export const isPastTheEnd = (c: Site, { cards }: { cards: unknown[] }) =>
  before(c).before !== undefined && cards.length === 0
