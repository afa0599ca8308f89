import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../migrations/index.ts'
import { type Arrival, bring } from '../src/articles/bring.ts'
import { blank } from '../src/articles/fields.ts'
import { addCategory, addTag } from '../src/categories/categories.ts'
import { addContributor } from '../src/contributors/contributors.ts'
import { changeNewsroom } from '../src/newsroom/settings.ts'
import { type Engine, openDatabase, type Tx } from '../src/platform/database.ts'
import { isAnyJobDue } from '../src/platform/outbox.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { quiet, start } from './processes.ts'
import { headline, paragraphs, random, sentence } from './text.ts'

/** Words of an article, as in the figures to reach. */
const WORDS = 400
/** Four at the top; the others stand below the first, which so lists three articles of four. */
const CATEGORIES = 12
const AT_TOP = 4
const TAGS = 400
const CONTRIBUTORS = 40
/** Articles in one write. */
const BATCH = 500
/** Minutes from one article to the next: a busy newsroom. */
const APART_MIN = 10
const NEWEST = Date.UTC(2026, 9, 31)

/** Fills a database with so many published articles: three tags, a byline and a category each. */
async function fill(engine: Engine, articles: number) {
  const database = openDatabase(engine)
  try {
    await database.migrate(migrations)
    const around = await database.write(surroundings)
    const next = random(7)
    for (let at = 0; at < articles; at += BATCH) {
      const arrivals = Array.from({ length: Math.min(BATCH, articles - at) }, (_, n) =>
        arrival(at + n, articles, around, next),
      )
      await database.write((tx) => bring(tx, arrivals, new Date()))
    }
  } finally {
    await database.close()
  }
}

type Surroundings = { categories: string[]; tags: string[]; contributors: string[] }

async function surroundings(tx: Tx): Promise<Surroundings> {
  const now = new Date()
  await changeNewsroom(tx, { name: 'The Long Run' }, now)
  const next = random(3)
  const around: Surroundings = { categories: [], tags: [], contributors: [] }
  for (let n = 1; n <= CATEGORIES; n++) {
    const parentId = n > AT_TOP ? around.categories[0]! : null
    const fields = { name: `Region ${n}`, path: `/region-${n}`, position: n, parentId }
    around.categories.push((await addCategory(tx, fields, now)).id)
  }
  for (let n = 1; n <= TAGS; n++)
    around.tags.push((await addTag(tx, { name: `Subject ${n}` }, now)).id)
  for (let n = 1; n <= CONTRIBUTORS; n++)
    around.contributors.push(
      (await addContributor(tx, { name: `Reporter ${n}`, biography: sentence(next) }, now)).id,
    )
  return around
}

function arrival(
  at: number,
  articles: number,
  { categories, tags, contributors }: Surroundings,
  next: () => number,
): Arrival {
  const published = new Date(NEWEST - (articles - at) * APART_MIN * 60_000).toISOString()
  const pick = (from: string[]) => from[Math.floor(next() * from.length)]!
  return {
    ...blank,
    headline: headline(next),
    standfirst: sentence(next),
    datelinePlace: 'Region',
    datelineDate: published.slice(0, 10),
    body: {
      type: 'doc',
      content: paragraphs(next, WORDS).map((text) => ({
        type: 'paragraph',
        content: [{ type: 'text', text }],
      })),
    },
    categoryId: categories[at % CATEGORIES]!,
    tagIds: [...new Set([pick(tags), pick(tags), pick(tags)])],
    bylines: [{ contributorId: pick(contributors), role: 'author' }],
    status: 'published',
    published,
    updated: null,
    scheduled: null,
    created: published,
    path: pathOf(at),
    oldPaths: [],
  }
}

/** The category that lists most articles. */
export const LARGEST = '/region-1'

/** The address of the article brought as number `at`; the newest has the highest. */
export const pathOf = (at: number) => `/2026/article-${at}`

/** Articles up to which what follows from them is done before anything is measured; for more it would take hours. */
const FOLLOWED = 10_000
/** Milliseconds between looks at what is still to do. */
const LOOK_MS = 200

/** Lets a worker do all that follows from so many articles, as it has in a newsroom that has run for a day. */
export async function settle(environment: Record<string, string>, engine: Engine) {
  const worker = start([process.execPath, 'dist/dateline.js', 'worker'], quiet(environment))
  const { db, close } = openDatabase(engine)
  const waits = async () =>
    (await isAnyJobDue(db, new Date())) ||
    (await db.selectFrom('related_waiting').select('article_id').limit(1).execute()).length > 0 ||
    (await db.selectFrom('search_waiting').select('article_id').limit(1).execute()).length > 0 ||
    (await db.selectFrom('events').select('id').where('dispatched', 'is', null).limit(1).execute())
      .length > 0
  while (await waits()) await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  await close()
  worker.child.kill('SIGTERM')
  await worker.ended
}

/** Leaves out what follows, so that it does not run while something else is measured. */
async function leave(engine: Engine) {
  const { write, close } = openDatabase(engine)
  const now = new Date().toISOString()
  await write((tx) => tx.updateTable('events').set({ dispatched: now }).execute())
  await close()
}

/** Fills a newsroom and does what follows from its articles, or leaves it out where there are many. */
export async function furnish(
  engine: () => Engine,
  environment: Record<string, string>,
  articles: number,
) {
  await fill(engine(), articles)
  await (articles > FOLLOWED ? leave(engine()) : settle(environment, engine()))
}

/** A folder with a filled newsroom on SQLite. */
export async function filledFolder(folder: string, articles: number) {
  const filling = `${folder}.filling`
  rmSync(filling, { recursive: true, force: true })
  mkdirSync(filling, { recursive: true })
  await furnish(() => sqlite(join(filling, 'newsroom.db')), { DATA_DIR: filling }, articles)
  renameSync(filling, folder)
  return folder
}
