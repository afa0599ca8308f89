import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { feedOf } from '../src/articles/feed.ts'
import { addressOf } from '../src/articles/place.ts'
import { openDatabase } from '../src/platform/database.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import type { Bench } from './bench.ts'
import { bounded, count, type Figure, median, milliseconds, times } from './figure.ts'
import { LARGEST, pathOf } from './newsroom.ts'
import { builtProgram, finished, quiet } from './processes.ts'
import { searching } from './search.ts'
import { making } from './uncached.ts'

const SMALL = 2000
/** Articles on one page of a list. */
const LISTED = 20
const FAR = 10_000
const ROUNDS = 5
const TURNS = 20

/** A newsroom with ten times the large one's articles on SQLite: its pages, each made anew, beside a small newsroom's. */
export async function million(bench: Bench): Promise<Figure[]> {
  const articles = 10 * bench.articles
  const data = join(bench.folder, 'million')
  const file = join(data, 'newsroom.db')
  cpSync(await bench.newsroom(articles), data, { recursive: true })
  const small = await bench.newsroom(SMALL)
  const figures: Figure[] = []
  for (const { what, path, beside, under } of [
    { what: 'home', path: '/', beside: '/' },
    { what: 'category, page 1', path: LARGEST, beside: LARGEST },
    await farPage(file),
    {
      what: 'article',
      path: pathOf(Math.floor(articles / 2)),
      beside: pathOf(SMALL / 2),
      under: 1,
    },
  ]) {
    const took = async (folder: string, page: string) =>
      (await making({ DATA_DIR: folder }, Array(TURNS).fill(page), ROUNDS)).identity
    const [large, little] = [await took(data, path), await took(small, beside)]
    figures.push(
      bounded(
        `${count(articles)} articles: ${what}, not kept`,
        large,
        milliseconds,
        `${times(large / little)} the same with ${count(SMALL)} articles`,
        under === undefined ? null : { under },
      ),
    )
  }
  const wanted = JSON.stringify({ rounds: TURNS, nodes: [] })
  const took: number[] = JSON.parse(
    await finished(builtProgram('desk', [wanted]), quiet({ DATA_DIR: data })),
  )
  figures.push(
    bounded(
      `${count(articles)} articles: publish to visible on six pages`,
      median(took),
      milliseconds,
      'one process, SQLite',
      { under: 50 },
    ),
  )
  return figures
}

/** Articles that are read into the index in one write. */
const BULK = 2000

/** Searches of the same newsroom, which has to be read into the index first. What was kept is searched as it is. */
export async function millionSearch(bench: Bench): Promise<Figure[]> {
  const articles = 10 * bench.articles
  const data = join(bench.kept, `indexed-${articles}`)
  if (!existsSync(data)) {
    const reading = `${data}.reading`
    rmSync(reading, { recursive: true, force: true })
    cpSync(await bench.newsroom(articles), reading, { recursive: true })
    bench.say(`reading ${articles} articles into the index`)
    await searching('', { DATA_DIR: reading }, null, BULK)
    renameSync(reading, data)
  }
  return await searching(`${count(articles)} articles on SQLite`, { DATA_DIR: data }, null)
}

/** A page deep in the largest category: the ten thousandth, or the last where there are fewer. */
async function farPage(file: string) {
  const { db, close } = openDatabase(sqlite(file))
  const { id } = await db
    .selectFrom('categories')
    .select('id')
    .where('path', '=', LARGEST)
    .executeTakeFirstOrThrow()
  const entries = db.selectFrom('feed_entries').where('feed', '=', feedOf.category(id))
  const { all } = await entries
    .select((e) => e.fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  const page = Math.min(FAR, Math.floor(all / LISTED))
  const last = await entries
    .select(['published', 'article_id'])
    .orderBy('published', 'desc')
    .orderBy('article_id', 'desc')
    .offset((page - 1) * LISTED - 1)
    .limit(1)
    .executeTakeFirstOrThrow()
  await close()
  const place = addressOf({ published: last.published, articleId: last.article_id })
  return {
    what: `category, page ${count(page)}`,
    path: `${LARGEST}?before=${place}`,
    beside: LARGEST,
  }
}
