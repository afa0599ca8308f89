import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../migrations/index.ts'
import { type Arrival, bring } from '../src/articles/bring.ts'
import { blank } from '../src/articles/fields.ts'
import { addCategory, addTag } from '../src/categories/categories.ts'
import { addContributor } from '../src/contributors/contributors.ts'
import { changeNewsroom } from '../src/newsroom/settings.ts'
import { type Database, type Engine, openDatabase, type Tx } from '../src/platform/database.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { headline, paragraphs, random, sentence } from './text.ts'

/** Words of an article, as in the figures to reach. */
const WORDS = 400
const CATEGORIES = 12
const TAGS = 400
const CONTRIBUTORS = 40
/** Articles in one write. */
const BATCH = 500
/** Minutes from one article to the next: a busy newsroom. */
const APART_MIN = 10
const NEWEST = Date.UTC(2026, 9, 31)

/** Fills a database with so many published articles: three tags, a byline and a category each. */
export async function fill(engine: Engine, articles: number, words = WORDS) {
  const database = openDatabase(engine)
  try {
    await database.migrate(migrations)
    const around = await database.write(surroundings)
    const next = random(7)
    for (let at = 0; at < articles; at += BATCH) {
      const arrivals = Array.from({ length: Math.min(BATCH, articles - at) }, (_, n) =>
        arrival(at + n, articles, words, around, next),
      )
      await database.write((tx) => bring(tx, arrivals, new Date()))
    }
    await settle(database)
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
  for (let n = 1; n <= CATEGORIES; n++)
    around.categories.push((await addCategory(tx, { name: `Region ${n}`, position: n }, now)).id)
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
  words: number,
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
      content: paragraphs(next, words).map((text) => ({
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

/** The address of the article brought as number `at`; the newest has the highest. */
export const pathOf = (at: number) => `/2026/article-${at}`

/** Lets the database tidy up after so many rows, as a newsroom that has run for a day has. */
async function settle({ kind, write }: Database) {
  if (kind === 'sqlite') return
  await write(async (tx) => {
    const { sql } = await import('kysely')
    await sql`analyze`.execute(tx)
  })
}

/** A folder with a filled newsroom on SQLite. */
export async function filledFolder(folder: string, articles: number, words?: number) {
  mkdirSync(folder, { recursive: true })
  await fill(sqlite(join(folder, 'newsroom.db')), articles, words)
  return folder
}
