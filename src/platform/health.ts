import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Env } from './http.ts'

export const health = new Hono<Env>()

/** For load balancers: 200 while the database answers. */
health.get('/health', async (c) => {
  try {
    await sql`select 1`.execute(c.var.db)
    return c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' })
  } catch (error) {
    c.var.log.warn({ err: error }, 'the database does not answer')
    return c.json({ status: 'the database does not answer' }, 503, { 'cache-control': 'no-store' })
  }
})
