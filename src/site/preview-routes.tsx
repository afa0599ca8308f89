import { Hono } from 'hono'
import { z } from 'zod'
import { articleForReader } from '../articles/articles.ts'
import { feedOf, frontPath } from '../articles/feed.ts'
import { PLACES, place, refuseUnfit } from '../articles/front.ts'
import { putBeforeReaders } from '../articles/publication.ts'
import { translationsOf } from '../articles/translations.ts'
import { documentOf } from '../design/layout.tsx'
import { drawSocialCard } from '../media/draw-social-card.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Tx } from '../platform/database.ts'
import type { Env } from '../platform/http.ts'
import { Pages } from '../platform/pages.ts'
import { Refusal } from '../platform/refusals.ts'
import { mostRead } from '../readership/readership.ts'
import { relatedTo } from '../related/related.ts'
import { signedIn } from '../staff/door.ts'
import { lacking, may } from '../staff/permission.ts'
import { articleCard } from '../syndication/social.ts'
import { framedHeaders } from './answer.ts'
import { beside } from './beside.ts'
import { type Site, sheet } from './door.ts'
import { front } from './lists.ts'
import { ArticlePage } from './pages/article.tsx'
import { HomePage } from './pages/home.tsx'
import { shell } from './shell.ts'

export const preview = new Hono<Env>()

/** A page as readers would have it, made of what the manuscript says. */
preview.get('/desk/preview/:id', async (c) => {
  await refuseReading(c)
  const id = c.req.param('id')
  const { html, language, newsroom } = await asIfPublished(c, (tx) => pageOf(c, tx, id))
  for (const [name, value] of Object.entries(framedHeaders(c, { language, newsroom })))
    c.header(name, value)
  return c.html(html)
})

/** The picture of words that other sites would show of it, if it has no picture of its own. */
preview.get('/desk/preview/:id/card', async (c) => {
  await refuseReading(c)
  const card = await asIfPublished(c, async (tx) => {
    const article = await asPublished(tx, c.req.param('id'), c.var.now())
    return articleCard(article, await newsroomNow(tx))
  })
  return c.body(new Uint8Array(await drawSocialCard(card)), 200, {
    'content-type': 'image/jpeg',
    'cache-control': 'private, no-store',
  })
})

async function refuseReading(c: Site) {
  const { colleague } = await signedIn(c)
  if (!may(colleague, 'articles.write') && !may(colleague, 'articles.edit'))
    throw new Refusal('not-allowed', 'articles/read', lacking(colleague, 'articles.write'))
}

const Arranged = z.object({
  language: z.string().regex(/^[a-z]{2,3}$/),
  places: z
    .string()
    .max(1000)
    .transform((text) => text.split(',').map((id) => id || null))
    .refine((places) => places.length === PLACES),
})

/** A front page as it would be arranged. */
preview.get('/desk/front-preview', async (c) => {
  const { colleague } = await signedIn(c)
  if (!may(colleague, 'front.arrange'))
    throw new Refusal('not-allowed', 'front/arrange', lacking(colleague, 'front.arrange'))
  const asked = Arranged.safeParse(c.req.query())
  if (!asked.success)
    throw new Refusal('invalid', 'front/places', 'places: an id or nothing for each place')
  const { language, places } = asked.data
  const { html, newsroom } = await asIfPublished(c, async (tx) => {
    await refuseUnfit(tx, language, places)
    await place(tx, language, places, c.var.now())
    const around = await shell({ db: tx, pages: new Pages({ bytes: 1 }) })
    const page = (
      <HomePage
        {...sheet(c, around, frontPath(around.newsroom, language))}
        language={language}
        front={await front(tx, language, around.categories)}
        most={await mostRead(tx, feedOf.front(language))}
      />
    )
    return { html: documentOf(page as never), newsroom: around.newsroom }
  })
  for (const [name, value] of Object.entries(framedHeaders(c, { language, newsroom })))
    c.header(name, value)
  return c.html(html)
})

async function asPublished(tx: Tx, id: string, now: Date) {
  await putBeforeReaders(tx, id, now)
  const article = await articleForReader(tx, id)
  if (!article || 'withheld' in article)
    throw new Refusal('not-found', 'articles/unknown', 'There is no such article.')
  return article
}

async function pageOf(c: Site, tx: Tx, id: string) {
  const article = await asPublished(tx, id, c.var.now())
  // Nothing of what is put back may be kept.
  const around = await shell({ db: tx, pages: new Pages({ bytes: 1 }) })
  const page = (
    <ArticlePage
      {...sheet(c, around, null)}
      article={article}
      beside={await beside(tx, article)}
      translations={await translationsOf(tx, id)}
      also={article.kind === 'page' ? [] : await relatedTo(tx, article)}
    />
  )
  return {
    html: documentOf(page as never),
    language: article.language,
    newsroom: around.newsroom,
  }
}

/** What has been made of a newsroom that is put back as it was. */
class Made<T> extends Error {
  readonly made: T
  constructor(made: T) {
    super('put back')
    this.made = made
  }
}

/** Looks at the newsroom as it would be, in a transaction that is never committed. */
async function asIfPublished<T>(c: Site, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await c.var.write(async (tx) => {
      throw new Made(await work(tx))
    })
  } catch (error) {
    if (error instanceof Made) return error.made
    throw error
  }
}
