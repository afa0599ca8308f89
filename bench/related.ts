import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../migrations/index.ts'
import { baseOf, feedOf } from '../src/articles/feed.ts'
import { stretch } from '../src/articles/feeds.ts'
import { loadDemo } from '../src/demo.ts'
import { type Db, openDatabase } from '../src/platform/database.ts'
import { onDisk } from '../src/platform/files.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { catchingUp } from '../src/related/catch-up.ts'
import { MOST } from '../src/related/choice.ts'
import { nextStep, wait } from '../src/related/waiting.ts'

/**
 * Compares what is recommended under the demo's articles with the newest of the same tag, blind (docs/related.md).
 *
 *     node bench/related.ts pairs    the pairs to judge, shuffled, without the method that made them
 *     node bench/related.ts          the methods' points by the judgements in docs/related-judgements.tsv
 */

/** Articles that are looked at, and where the random order begins: never changed once there are judgements. */
const SAMPLE = 24
const SEED = 20260324

const judgements = new URL('../docs/related-judgements.tsv', import.meta.url)

type Pair = { article: string; other: string }
type Lists = Map<string, { ours: string[]; sameTag: string[] }>

/** Mulberry32 (Tommy Ettinger, 2017, public domain): the same numbers on every machine. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const left = [...all]
  for (let at = left.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[left[at], left[other]] = [left[other]!, left[at]!]
  }
  return left
}

async function listsOfBoth(db: Db): Promise<Lists> {
  const articles = await db
    .selectFrom('articles')
    .select(['id', 'path', 'language'])
    .where('status', '=', 'published')
    .where('kind', '!=', 'page')
    .orderBy('path')
    .execute()
  const byId = new Map(articles.map((article) => [article.id, article]))
  const name = (id: string) => byId.get(id)!.path.split('/').at(-1)!
  const lists: Lists = new Map()
  for (const { id, language } of shuffled(articles, randomFrom(SEED)).slice(0, SAMPLE)) {
    const ours = await db
      .selectFrom('related')
      .select('other_id')
      .where('article_id', '=', id)
      .orderBy('position')
      .execute()
    const tags = await db
      .selectFrom('article_tags')
      .select('tag_id')
      .where('article_id', '=', id)
      .execute()
    const tagged = new Set<string>()
    for (const { tag_id } of tags)
      for (const other of (await stretch(db, feedOf.tag(tag_id), 100)).ids) tagged.add(other)
    const published = new Map(
      (
        await db
          .selectFrom('articles')
          .select(['id', 'published'])
          .where('id', 'in', [...tagged, ''])
          .execute()
      ).map((row) => [row.id, row.published!]),
    )
    const sameTag = [...tagged]
      .filter((other) => other !== id && baseOf(byId.get(other)!.language) === baseOf(language))
      .sort((a, b) => (published.get(b)! < published.get(a)! ? -1 : 1))
      .slice(0, MOST)
    lists.set(name(id), {
      ours: ours.map((row) => name(row.other_id)),
      sameTag: sameTag.map(name),
    })
  }
  return lists
}

function pairsIn(lists: Lists): Pair[] {
  const pairs = [...lists].flatMap(([article, { ours, sameTag }]) =>
    [...new Set([...ours, ...sameTag])].sort().map((other) => ({ article, other })),
  )
  return shuffled(pairs, randomFrom(SEED + 1))
}

function points(lists: Lists) {
  const given = new Map(
    readFileSync(judgements, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([article, other, useful]) => [`${article} ${other}`, Number(useful)]),
  )
  const missing = pairsIn(lists).filter(({ article, other }) => !given.has(`${article} ${other}`))
  if (missing.length > 0) {
    for (const { article, other } of missing) console.log(`not judged: ${article}\t${other}`)
    process.exitCode = 1
    return
  }
  const score = (article: string, list: string[]) =>
    list.reduce((sum, other) => sum + given.get(`${article} ${other}`)!, 0)
  const total = { ours: 0, sameTag: 0 }
  const entries = { ours: 0, sameTag: 0 }
  const useless = { ours: 0, sameTag: 0 }
  const better = { ours: 0, sameTag: 0, alike: 0 }
  for (const [article, lists_] of lists) {
    for (const method of ['ours', 'sameTag'] as const) {
      total[method] += score(article, lists_[method])
      entries[method] += lists_[method].length
      useless[method] += lists_[method].filter(
        (other) => given.get(`${article} ${other}`) === 0,
      ).length
    }
    const difference = score(article, lists_.ours) - score(article, lists_.sameTag)
    better[difference > 0 ? 'ours' : difference < 0 ? 'sameTag' : 'alike']++
  }
  for (const [method, label] of [
    ['ours', 'Dateline'],
    ['sameTag', 'newest of the same tag'],
  ] as const)
    console.log(
      `${label}: ${total[method]} points, ${entries[method]} entries, ${(total[method] / entries[method]).toFixed(2)} an entry, ${useless[method]} of no use, better for ${better[method]} of ${lists.size} articles`,
    )
  console.log(`the same for ${better.alike}`)
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-related-'))
const database = openDatabase(sqlite(join(folder, 'newsroom.db')))
try {
  await database.migrate(migrations)
  const now = new Date('2026-03-02T09:00:00.000Z')
  await loadDemo(database, onDisk(join(folder, 'pictures')), now)
  const { db } = database
  const articles = await db.selectFrom('articles').select('id').execute()
  await database.write((tx) =>
    wait(
      tx,
      articles.map(({ id }) => id),
      'sign',
      now,
    ),
  )
  const later = () => new Date(now.getTime() + 60_000)
  const compare = catchingUp(database, () => (passed ? later() : now))
  let passed = false
  while (await nextStep(db, now)) await compare()
  passed = true
  while (await nextStep(db, later())) await compare()
  const lists = await listsOfBoth(db)
  if (process.argv[2] === 'pairs')
    for (const { article, other } of pairsIn(lists)) console.log(`${article}\t${other}`)
  else points(lists)
} finally {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
}
