import { OpenAPIHono } from '@hono/zod-openapi'
import pg from 'pg'
import { deskApi } from '../../src/api.ts'
import { schedule } from '../../src/articles/publish.ts'
import { draft } from '../../src/articles/write.ts'
import { readEnv } from '../../src/env.ts'
import { openNewsroom } from '../../src/open.ts'
import type { Env } from '../../src/platform/http.ts'
import { invite } from '../../src/staff/colleagues.ts'
import { openSession } from '../../src/staff/sessions.ts'

/** Asks the desk's API for its lists so often; says how many milliseconds each answer took and how much it showed. */

const rounds = Number(process.argv[2])
const { database } = await openNewsroom(readEnv())
const { db, write } = database
const now = () => new Date()

/** Work in hand beside all that is published. */
const IN_HAND = 200

const secret = await write(async (tx) => {
  const id = await invite(
    tx,
    null,
    { email: 'ada@paper.example', name: 'Ada', roleId: 'editor' },
    now(),
  )
  for (let at = 0; at < IN_HAND; at++) {
    const made = await draft(tx, { headline: `Work in hand ${at}`, language: 'ar' }, now(), id)
    if (at % 4 === 0)
      await schedule(tx, made, new Date(Date.now() + (at + 1) * 3_600_000), now(), id)
  }
  return await openSession(tx, id, 'bench', now())
})

const app = new OpenAPIHono<Env>()
app.use(async (c, next) => {
  c.set('db', db)
  c.set('write', write)
  c.set('now', now)
  c.set('siteUrl', 'https://paper.example')
  await next()
})
app.route('/desk/api', deskApi as never)

// As the database does by itself in a newsroom that has run for a day.
if (database.kind === 'postgres') {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
const deep = await db
  .selectFrom('articles')
  .select(['edited', 'id'])
  .orderBy('edited', 'desc')
  .orderBy('id', 'desc')
  .offset(50_000)
  .limit(1)
  .executeTakeFirst()
const category = await db.selectFrom('categories').select('id').limit(1).executeTakeFirstOrThrow()

const asked: Record<string, string> = {
  list: '/articles',
  'list, far down': `/articles?before=${deep ? `${deep.edited}_${deep.id}` : ''}`,
  'list of one category': `/articles?category=${category.id}`,
  'list of a language that few have': '/articles?language=ar',
  'list of one status': '/articles?status=scheduled',
  'list, a part of a headline that few have': '/articles?search=in+hand+19',
  'list, a part of a headline that none has': '/articles?search=zzzz',
  board: '/board',
  calendar: `/calendar?from=${days(-5)}&to=${days(37)}`,
}

const took: Record<string, { ms: number[]; found: number }> = {}
for (const [name, path] of Object.entries(asked)) {
  took[name] = { ms: [], found: 0 }
  for (let round = 0; round <= rounds; round++) {
    const from = performance.now()
    const answer = await app.request(`https://paper.example/desk/api${path}`, {
      headers: { cookie: `__Host-desk=${secret}` },
    })
    const text = await answer.text()
    // The first round warms up.
    if (round > 0) took[name].ms.push(performance.now() - from)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`)
    took[name].found = text.split('"headline"').length - 1
  }
}
await database.close()
process.stdout.write(JSON.stringify(took))
