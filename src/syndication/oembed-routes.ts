import { Hono } from 'hono'
import { newsroomNow } from '../newsroom/settings.ts'
import { send } from '../platform/answer.ts'
import { type Env, encodingFor } from '../platform/http.ts'
import { pageOf } from '../platform/pages.ts'
import { jsonDocument } from './json.ts'
import { cardOf, embeddedAt, sizesOf, xmlOf } from './oembed.ts'

export const oembed = new Hono<Env>()

/** Made for each question and not kept: the questions are without number, and each answer is one article's card. */
oembed.get('/oembed', async (c) => {
  const { url, format = 'json', maxwidth, maxheight } = c.req.query()
  if (format !== 'json' && format !== 'xml') return c.text('Ask for the format json or xml.\n', 501)
  if (!url) return c.text('Say which article: url=https://…\n', 400)
  const { db, siteUrl } = c.var
  const article = await embeddedAt(db, url, siteUrl)
  if (!article) return c.text('There is no such article here.\n', 404)
  const card = cardOf(article, await newsroomNow(db), siteUrl, sizesOf(maxwidth, maxheight))
  const headers = {
    'content-type': `${format === 'json' ? 'application/json' : 'text/xml'}; charset=utf-8`,
    'access-control-allow-origin': '*',
  }
  const text = format === 'json' ? jsonDocument(card) : xmlOf(card)
  return send(c, pageOf(200, headers, text, encodingFor(c.req.header('accept-encoding'))))
})
