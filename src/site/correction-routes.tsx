import { Hono } from 'hono'
import { hrefOf } from '../addresses/address.ts'
import { addressAt } from '../addresses/addresses.ts'
import { articleForReader } from '../articles/articles.ts'
import { headlinesOf } from '../articles/cards.ts'
import { versionsPath } from '../articles/correction-parts.tsx'
import { correctionsIn } from '../articles/corrections.ts'
import { correctionsPath } from '../articles/feed.ts'
import { addressOf } from '../articles/place.ts'
import { versionsOf } from '../articles/versions.ts'
import type { Env } from '../platform/http.ts'
import type { Made } from './answer.ts'
import { before, html, listHtml, page, type Site, sheet } from './door.ts'
import { CorrectionsPage } from './pages/corrections.tsx'
import { WithheldPage } from './pages/notices.tsx'
import { VersionsPage } from './pages/versions.tsx'
import { whereabouts } from './redirects.ts'
import type { Shell } from './shell.ts'

export const corrections = new Hono<Env>()

/** Notes on one page. */
const LISTED = 30

corrections.get(
  '/corrections',
  page((c, path, around) => notesIn(c, around.newsroom.language, path, around)),
)

async function notesIn(c: Site, language: string, path: string, around: Shell): Promise<Made> {
  const found = await correctionsIn(c.var.db, language, LISTED, before(c).before)
  if (!found) return { redirect: hrefOf(path) }
  const { corrections, older } = found
  return listHtml(
    language,
    around,
    <CorrectionsPage
      {...sheet(c, around, path)}
      language={language}
      corrections={corrections}
      {...(older ? { older: `${hrefOf(path)}?before=${addressOf(older)}` } : {})}
    />,
  )
}

/** What the newsroom says about changes at an address that nobody else has: of a language, or of one article. */
export async function changesAt(c: Site, path: string, around: Shell): Promise<Made> {
  const { newsroom, fronts } = around
  const language = fronts.find((one) => correctionsPath(newsroom, one) === path)
  if (language) return notesIn(c, language, path, around)
  const ending = versionsPath('')
  const address = path.endsWith(ending)
    ? await addressAt(c.var.db, path.slice(0, -ending.length))
    : undefined
  if (address?.kind !== 'article') return undefined
  if (!address.retired) return versionsIn(c, address.thingId, path, around)
  const now = await whereabouts(c.var.db, address)
  return now === undefined ? undefined : { redirect: versionsPath(now) }
}

async function versionsIn(c: Site, id: string, path: string, around: Shell): Promise<Made> {
  const { db } = c.var
  const [article] = await headlinesOf(db, [id])
  if (!article) {
    const gone = await articleForReader(db, id)
    return gone && 'withheld' in gone
      ? html(
          gone.language,
          around,
          <WithheldPage {...sheet(c, around, path)} article={gone} />,
          410,
        )
      : undefined
  }
  const found = await versionsOf(db, id, before(c).before)
  if (!found) return { redirect: hrefOf(path) }
  const { older, versions, former } = found
  if (versions.length === 0) return undefined
  return listHtml(
    article.language,
    around,
    <VersionsPage
      {...sheet(c, around, path)}
      article={article}
      versions={versions}
      former={former}
      {...(older ? { older: `${hrefOf(path)}?before=${addressOf(older)}` } : {})}
    />,
  )
}
