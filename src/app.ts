import { Hono } from 'hono'
import { pictures } from './media/routes.ts'
import { answerTo, type Env, type House } from './platform/http.ts'
export function createApp(house: House) {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    for (const [k, v] of Object.entries(house)) c.set(k as 'db', v as never)
    c.set('requestId', c.req.header('x-request-id') ?? '')
    await next()
  })
  app.route('/', pictures)
  app.onError((e, c) => {
    const a = answerTo(e, c)
    return c.text(a.message, a.status)
  })
  return app
}
