import { createApp } from '../../src/app.ts'
import { bring } from '../../src/articles/bring.ts'
import { blank } from '../../src/articles/fields.ts'
import { readEnv } from '../../src/env.ts'
import { openNewsroom } from '../../src/open.ts'
import { logger } from '../../src/platform/log.ts'
import { Pages } from '../../src/platform/pages.ts'
import { countWords, index } from '../../src/search/indexing.ts'
import { readWaiting, wait, waitingForIndex } from '../../src/search/waiting.ts'
import { random } from '../text.ts'

/**
 * Reads a newsroom into its index, unless it has been read, and looks for each query so often, with everything that the
 * page of results shows. Says how many articles a second were read and how many milliseconds each search took. `bulk` reads
 * so many in one write, which no newsroom does: for an index that is there sooner, and is the same.
 */

const { queries, rounds, bulk } = JSON.parse(process.argv[2]!) as {
  queries: Record<string, string>
  rounds: number
  bulk: number | null
}
const { database, files } = await openNewsroom(readEnv())
const { db, write, kind } = database

/** Articles in scripts of their own beside the many in Latin letters. */
const OTHERS = 1000
const scripts = {
  ar: 'وزير الخارجية سوريا النزوح المدينة الحكومة قال اليوم الجيش المعارضة المدنيين القصف إدلب حماة الأمم المتحدة تقرير مصدر محلي',
  zh: '北京 大学 政府 会议 选举 河流 边境 记者 报道 昨天 城市 人民 经济 新闻 法律 法院 警方 居民 医院 学校',
}

async function others() {
  const next = random(11)
  for (const [language, list] of Object.entries(scripts)) {
    const words = list.split(' ')
    const text = () =>
      Array.from({ length: 300 }, () => words[Math.floor(next() * words.length)]!).join(
        language === 'zh' ? '' : ' ',
      )
    const arrivals = Array.from({ length: OTHERS }, (_, n) => {
      const published = new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString()
      return {
        ...blank,
        headline: text().slice(0, 40),
        language,
        body: {
          type: 'doc' as const,
          content: [{ type: 'paragraph', content: [{ type: 'text', text: text() }] }],
        },
        status: 'published' as const,
        published,
        updated: null,
        scheduled: null,
        created: published,
        path: `/${language}-${n}`,
        oldPaths: [],
      }
    })
    await write((tx) => bring(tx, arrivals, new Date()))
  }
}

/** Reads everything, and says how many articles a second. */
async function readAll(): Promise<number> {
  await others()
  const ids = (await db.selectFrom('articles').select('id').execute()).map(({ id }) => id)
  const began = performance.now()
  if (bulk === null) {
    await write((tx) => wait(tx, ids))
    while ((await waitingForIndex(db)) > 0) await readWaiting(database)
  } else
    for (let at = 0; at < ids.length; at += bulk)
      await write(async (tx) => countWords(tx, await index(tx, kind, ids.slice(at, at + bulk))))
  return ids.length / ((performance.now() - began) / 1000)
}

const isRead = await db.selectFrom('search_entries').select('id').limit(1).executeTakeFirst()
const perSecond = isRead ? null : await readAll()

const app = createApp({
  db,
  write,
  kind,
  pages: new Pages({ bytes: 2 ** 20 }),
  files,
  log: logger('silent'),
  now: () => new Date(),
  siteUrl: 'https://paper.example',
} as never)

const took: Record<string, { ms: number[]; said: string }> = {}
for (const [name, query] of Object.entries(queries)) {
  took[name] = { ms: [], said: '' }
  for (let round = 0; round <= rounds; round++) {
    const from = performance.now()
    const answer = await app.fetch(new Request(`http://localhost/search?${query}`))
    const html = await answer.text()
    // The first round warms up.
    if (round > 0) took[name].ms.push(performance.now() - from)
    took[name].said = /class="count"[^>]*>([^<]*)/.exec(html)?.[1] ?? String(answer.status)
  }
}
await database.close()
process.stdout.write(JSON.stringify({ perSecond, took }))
