import { type Context, Hono } from 'hono'
import { cardsOf } from '../articles/cards.ts'
import { drawSocialCard } from '../media/draw-social-card.ts'
import { drawnOnce } from '../media/drawing.ts'
import { cardFile } from '../media/social-card.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Env } from '../platform/http.ts'
import { Refusal } from '../platform/refusals.ts'
import { articleCard, newsroomCard } from './social.ts'

export const cards = new Hono<Env>()

/** Seconds for which others may keep a card without asking: a day, since an article may be taken back. */
const KEPT_S = 86_400

cards.get('/cards/:file{(?:newsroom|[0-9a-f-]{36})-[0-9a-f]{12}\\.jpeg}', async (c) => {
  const asked = c.req.param('file')
  const card = await cardOf(c, asked.slice(0, asked.lastIndexOf('-')))
  // Only what is on a page now: anything else would let a stranger fill the disk.
  const file = card && cardFile(card)
  if (file !== asked) throw new Refusal('not-found', 'cards/unknown', 'There is no such card.')
  const name = `cards/${file.slice(-7, -5)}/${file}`
  const bytes = await drawnOnce(c.var.files, name, () => drawSocialCard(card!))
  return c.body(new Uint8Array(bytes!), 200, {
    'content-type': 'image/jpeg',
    'cache-control': `public, max-age=${KEPT_S}`,
  })
})

/** The card of the newsroom, or of a published article without a picture. */
async function cardOf({ var: { db } }: Context<Env>, of: string) {
  const newsroom = await newsroomNow(db)
  if (of === 'newsroom') return newsroomCard(newsroom)
  const [article] = await cardsOf(db, [of])
  return article && !article.picture ? articleCard(article, newsroom) : undefined
}
