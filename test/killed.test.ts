import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { writeGhostExport } from '../bench/ghost-export.ts'
import { migrations } from '../migrations/index.ts'
import { publish } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { type Db, type Engine, openDatabase } from '../src/platform/database.ts'
import { wait } from '../src/search/waiting.ts'
import { databases, freshDatabase, testFolder } from './newsroom.ts'
import { dateline, eventually, program } from './process.ts'

for (const kind of databases())
  describe(`killed at any moment (${kind})`, () => {
    const folders: string[] = []
    afterAll(() => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    })
    const fresh = async () => {
      const folder = testFolder()
      folders.push(folder)
      return await freshDatabase(kind, folder)
    }

    test('a migration that is killed half-way leaves nothing behind and starts again', async () => {
      const { engine, environment } = await fresh()
      const slow = program('migrate-slowly.ts', [], environment)
      await slow.says(/half-way/)
      slow.child.kill('SIGKILL')
      await slow.ended
      const database = openDatabase(engine())
      const done = await database.migrate({
        ...migrations,
        '9999-slow': {
          async up(db) {
            await db.schema.createTable('half').addColumn('id', 'text').execute()
          },
        },
      })
      expect(done).toContain('9999-slow')
      await database.close()
    })

    test('two processes that migrate at once migrate once', async () => {
      const { engine } = await fresh()
      const both = [openDatabase(engine()), openDatabase(engine())]
      const done = (await Promise.all(both.map((one) => one.migrate(migrations)))).flat()
      expect(done.length).toBe(kind === 'sqlite' ? Object.keys(migrations).length : 0)
      for (const one of both) await one.close()
    })

    test('an article that was answered for is there after kill -9, with its lists and its address', async () => {
      const { engine, environment } = await fresh()
      const setup = openDatabase(engine())
      await setup.migrate(migrations)
      for (let round = 0; round < 3; round++) {
        const writers = [1, 2].map(() => program('write-without-end.ts', [], environment))
        await Promise.all(writers.map((writer) => writer.says(/(\S+\n){5}/)))
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 200))
        for (const writer of writers) writer.child.kill('SIGKILL')
        await Promise.all(writers.map((writer) => writer.ended))
        const said = writers.flatMap((writer) => writer.out().split('\n').slice(0, -1))
        expect(said.length).toBeGreaterThan(9)
        for (const table of ['articles', 'addresses', 'feed_entries'] as const) {
          const column =
            table === 'articles' ? 'id' : table === 'addresses' ? 'thing_id' : 'article_id'
          const rows = await setup.db
            .selectFrom(table)
            .select(column as never)
            .where(column as never, 'in', said as never)
            .execute()
          expect([table, new Set(rows.map((row) => Object.values(row)[0])).size]).toEqual([
            table,
            said.length,
          ])
        }
        const halves = await setup.db
          .selectFrom('articles')
          .select('id')
          .where('status', '=', 'published')
          .where((e) =>
            e.not(
              e.exists(
                e
                  .selectFrom('feed_entries')
                  .select('feed')
                  .whereRef('article_id', '=', 'articles.id'),
              ),
            ),
          )
          .execute()
        expect(halves).toEqual([])
      }
      await setup.close()
      if (kind === 'sqlite') {
        const file = new DatabaseSync(`${environment.DATA_DIR}/newsroom.db`)
        expect(file.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
        file.close()
      }
    })

    test('what waits to be found is read once, however often the reading is killed', {
      timeout: 60_000,
    }, async () => {
      const { engine, environment } = await fresh()
      const { db, write, migrate, close } = openDatabase(engine())
      await migrate(migrations)
      const now = new Date()
      const ARTICLES = 400
      await write(async (tx) => {
        const ids: string[] = []
        for (let number = 0; number < ARTICLES; number++) {
          ids.push(await draft(tx, { headline: `Waiting ${number}` }, now))
          await publish(tx, ids.at(-1)!, now)
        }
        await tx.updateTable('events').set({ dispatched: now.toISOString() }).execute()
        await wait(tx, ids)
      })
      const count = async (table: 'search_waiting' | 'search_entries') =>
        Number(
          (
            await db
              .selectFrom(table)
              .select((e) => e.fn.countAll().as('count'))
              .executeTakeFirstOrThrow()
          ).count,
        )
      for (let killed = 0; killed < 3; killed++) {
        const before = await count('search_waiting')
        const worker = dateline(['worker'], environment)
        if (before > 0)
          await eventually(
            () => count('search_waiting'),
            (left) => left < before,
          )
        worker.child.kill('SIGKILL')
        await worker.ended
        expect((await count('search_waiting')) + (await count('search_entries'))).toBe(ARTICLES)
      }
      const worker = dateline(['worker'], environment)
      await eventually(
        () => count('search_waiting'),
        (left) => left === 0,
      )
      worker.child.kill('SIGTERM')
      await worker.ended
      expect(await count('search_entries')).toBe(ARTICLES)
      await close()
    })

    for (const { system, write, options, kills } of moves)
      test(`a ${system} import that is killed again and again ends as if it had not been`, {
        timeout: 240_000,
      }, async () => {
        const [broken, whole] = [await fresh(), await fresh()]
        const folder = testFolder()
        folders.push(folder)
        const file = join(folder, 'export')
        await write(file)
        const bring = (environment: Record<string, string>) =>
          dateline(['import', file, ...options(folder)], environment)
        const once = bring(whole.environment)
        expect([await once.ended, once.err()]).toEqual([0, ''])

        for (const { table, from, all } of kills) {
          const run = bring(broken.environment)
          const database = openDatabase(broken.engine())
          // The tables may not be there yet.
          const arrived = () => rowsOf(database.db, table).catch(() => 0)
          await eventually(arrived, (count) => count >= from, 100_000)
          run.child.kill('SIGKILL')
          await run.ended
          const count = await arrived()
          await database.close()
          expect([table, count < all]).toEqual([table, true])
        }
        const last = bring(broken.environment)
        expect(await last.ended).toBe(0)
        const expected = await contents(whole.engine())
        expect(await contents(broken.engine())).toEqual(expected)
        const again = bring(broken.environment)
        expect(await again.ended).toBe(0)
        expect(again.out()).not.toMatch(/\d+ {2}new /)
        expect(await contents(broken.engine())).toEqual(expected)
      })
  })

const ARTICLES = 3000
const MEMBERS = 20_000

/** Exports that move in, and how far an import has come when it is killed. */
const moves: {
  system: string
  write: (file: string) => Promise<void>
  options: (folder: string) => string[]
  kills: { table: Counted; from: number; all: number }[]
}[] = [
  {
    system: 'WordPress',
    write: async (file) => writeFileSync(file, exportOf(ARTICLES)),
    options: () => [],
    kills: [300, 1200].map((from) => ({ table: 'articles', from, all: ARTICLES })),
  },
  {
    system: 'Ghost',
    write: async (file) => {
      await writeGhostExport(file, ARTICLES)
      const members = Array.from({ length: MEMBERS }, (_, at) => `reader-${at}@reader.example`)
      writeFileSync(join(dirname(file), 'members.csv'), ['email', ...members].join('\n'))
      const redirects = [{ from: '/old/', to: '/post-7/' }]
      writeFileSync(join(dirname(file), 'redirects.json'), JSON.stringify(redirects))
    },
    options: (folder) => [
      ...['--site', 'https://old.example'],
      ...['--members', join(folder, 'members.csv')],
      ...['--redirects', join(folder, 'redirects.json')],
    ],
    kills: [
      ...[300, 1200].map((from) => ({ table: 'articles' as const, from, all: ARTICLES })),
      { table: 'imported_members', from: 1000, all: MEMBERS },
    ],
  },
]

const counted = [
  'articles',
  'addresses',
  'feed_entries',
  'imported_items',
  'imported_comments',
  'imported_members',
  'tags',
  'categories',
  'contributors',
] as const
type Counted = (typeof counted)[number]

const rowsOf = async (db: Db, table: Counted) =>
  Number(
    (
      await db
        .selectFrom(table)
        .select((e) => e.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

/** What an import has left: the rows of its tables, and every article by its address. */
async function contents(engine: Engine) {
  const { db, close } = openDatabase(engine)
  try {
    const rows: Partial<Record<Counted, number>> = {}
    for (const table of counted) rows[table] = await rowsOf(db, table)
    const articles = await db
      .selectFrom('articles')
      .select(['path', 'headline', 'status', 'access', 'published', 'body'])
      .orderBy('path')
      .execute()
    return { rows, articles }
  } finally {
    await close()
  }
}

/** A WordPress export with so many articles, each with a comment. */
const exportOf = (articles: number) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Old Paper</title><link>https://old.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://old.example</wp:base_site_url><wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>ada</wp:author_login><wp:author_display_name><![CDATA[Ada Haddad]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>2</wp:term_id><wp:category_nicename>europe</wp:category_nicename><wp:cat_name><![CDATA[Europe]]></wp:cat_name></wp:category>
${Array.from(
  { length: articles },
  (
    _,
    at,
  ) => `<item><title>Article ${at}</title><link>https://old.example/2019/${at}/</link><dc:creator><![CDATA[ada]]></dc:creator>
<content:encoded><![CDATA[${'<p>The council met for the third time this week and adjourned without a vote.</p>\n'.repeat(6)}]]></content:encoded>
<wp:post_id>${at + 10}</wp:post_id><wp:post_date_gmt>2019-05-0${(at % 9) + 1} 10:00:00</wp:post_date_gmt><wp:post_name>article-${at}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="europe"><![CDATA[Europe]]></category><category domain="post_tag" nicename="tag-${at % 40}"><![CDATA[Tag ${at % 40}]]></category>
<wp:comment><wp:comment_id>${at + 1}</wp:comment_id><wp:comment_author><![CDATA[A reader]]></wp:comment_author><wp:comment_date_gmt>2019-05-10 10:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[Thank you.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment></item>`,
).join('\n')}
</channel></rss>
`
