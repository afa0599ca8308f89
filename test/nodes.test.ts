import { rmSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { publish, schedule } from '../src/articles/publish.ts'
import { draft, edit } from '../src/articles/write.ts'
import { addCategory } from '../src/categories/categories.ts'
import { openDatabase } from '../src/platform/database.ts'
import { databases, freshDatabase, testFolder } from './newsroom.ts'
import { dateline, eventually, startNewsroom } from './process.ts'

/** Real processes on one database: what one does, the others show. */

for (const kind of databases())
  describe(`several processes (${kind})`, () => {
    const closing: (() => Promise<unknown>)[] = []
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close()
    })

    async function paper() {
      const folder = testFolder()
      const fresh = await freshDatabase(kind, folder)
      closing.push(async () => {
        await fresh.remove()
        rmSync(folder, { recursive: true, force: true })
      })
      const start = async (role?: string) => {
        const newsroom = await startNewsroom(fresh.environment, role)
        closing.push(newsroom.kill)
        return newsroom
      }
      return { folder, fresh, start }
    }
    const text = async (address: string) => (await fetch(address)).text()
    const renders = async (address: string) => (await fetch(address)).headers.get('etag')

    test('an article that another process publishes is on every node’s pages, and other pages stay as they were', async () => {
      const { fresh, start } = await paper()
      const nodes = await Promise.all([start('start'), start('web')])
      const desk = openDatabase(fresh.engine())
      closing.push(desk.close)
      const now = new Date()
      const [europe, africa] = await desk.write(async (tx) => [
        await addCategory(tx, { name: 'Europe' }, now),
        await addCategory(tx, { name: 'Africa' }, now),
      ])
      const id = await desk.write(async (tx) => {
        const made = await draft(tx, { headline: 'Harbour reopens', categoryId: europe!.id }, now)
        await publish(tx, made, now)
        return made
      })
      for (const { address } of nodes)
        await eventually(
          () => text(`${address}/europe`),
          (page) => page.includes('Harbour reopens'),
        )
      const before = await Promise.all(
        nodes.map(({ address }) => renders(`${address}${africa!.path}`)),
      )
      await desk.write((tx) => edit(tx, id, { headline: 'Harbour closes again' }, new Date()))
      for (const { address } of nodes)
        for (const page of ['/', '/europe', '/europe/harbour-reopens'])
          await eventually(
            () => text(`${address}${page}`),
            (html) => html.includes('Harbour closes again'),
          )
      expect(
        await Promise.all(nodes.map(({ address }) => renders(`${address}${africa!.path}`))),
      ).toEqual(before)
    })

    test('what was scheduled while the paper was closed goes out once when it opens, whoever opens first', async () => {
      const { fresh, start } = await paper()
      const desk = openDatabase(fresh.engine())
      closing.push(desk.close)
      const { migrations } = await import('../migrations/index.ts')
      await desk.migrate(migrations)
      const due = new Date(Date.now() - 3_600_000)
      const id = await desk.write(async (tx) => {
        const made = await draft(tx, { headline: 'Embargoed until morning' }, due)
        await schedule(tx, made, due, due)
        return made
      })
      const nodes = await Promise.all([start(), start()])
      for (const { address } of nodes)
        await eventually(
          () => text(address),
          (page) => page.includes('Embargoed until morning'),
        )
      const events = await desk.db
        .selectFrom('events')
        .select('payload')
        .where('type', '=', 'article.published')
        .execute()
      expect(events.map((event) => JSON.parse(event.payload))).toEqual([{ articleId: id }])
    })

    test('a site that is imported beside a running newsroom is on its pages without a restart', async () => {
      const { fresh, start } = await paper()
      const newsroom = await start()
      expect(await text(newsroom.address)).toContain('The first edition is still to come')
      const moving = dateline(['import', 'test/exports/paper.xml'], {
        ...fresh.environment,
        DEMO: 'off',
      })
      expect([await moving.ended, moving.err()]).toEqual([0, ''])
      const desk = openDatabase(fresh.engine())
      closing.push(desk.close)
      const newest = await desk.db
        .selectFrom('feed_entries')
        .innerJoin('articles', 'articles.id', 'feed_entries.article_id')
        .select('path')
        .where('feed', '=', 'all')
        .orderBy('feed_entries.published', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      await eventually(
        () => text(newsroom.address),
        (page) => page.includes(`href="${newest.path}"`),
      )
      expect((await fetch(`${newsroom.address}${encodeURI(newest.path)}/`)).status).toBe(200)
    })

    test.skipIf(kind === 'sqlite')(
      'a node that lost its connection misses nothing that changed meanwhile',
      async () => {
        const { fresh, start } = await paper()
        const newsroom = await start()
        const desk = openDatabase(fresh.engine())
        closing.push(desk.close)
        const id = await desk.write(async (tx) => {
          const made = await draft(tx, { headline: 'Before the cut', path: '/news' }, new Date())
          await publish(tx, made, new Date())
          return made
        })
        for (let cut = 1; cut <= 3; cut++) {
          await eventually(
            async () => (await fetch(`${newsroom.address}/news`)).status,
            (status) => status === 200,
          )
          // Every connection of the node, the one that listens among them.
          await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'dateline%'`
            .execute(desk.db)
            .catch(() => {})
          await eventually(
            () =>
              desk
                .write((tx) => edit(tx, id, { headline: `After cut ${cut}` }, new Date()))
                .then(
                  () => true,
                  () => false,
                ),
            Boolean,
          )
          await eventually(
            () => text(`${newsroom.address}/news`).catch(() => ''),
            (page) => page.includes(`After cut ${cut}`),
          )
        }
      },
    )

    test('two processes that open the demo at once open it once', async () => {
      const { fresh } = await paper()
      const both = await Promise.all(
        [1, 2].map(() => startNewsroom({ ...fresh.environment, DEMO: 'on' })),
      )
      for (const newsroom of both) {
        closing.push(newsroom.kill)
        expect(await text(newsroom.address)).toContain('The Sounding')
      }
      const desk = openDatabase(fresh.engine())
      closing.push(desk.close)
      const headlines = (await desk.db.selectFrom('articles').select('headline').execute()).map(
        (row) => row.headline,
      )
      expect(headlines.length).toBeGreaterThan(40)
      expect(new Set(headlines).size).toBe(headlines.length)
    })

    test('told to stop, a newsroom ends well; told to start again, it does so on the same data', async () => {
      const { start } = await paper()
      const first = await start()
      expect((await fetch(`${first.address}/health`)).status).toBe(200)
      expect(await first.stop()).toBe(0)
      const second = await start()
      expect((await fetch(`${second.address}/`)).status).toBe(200)
      expect(await second.stop()).toBe(0)
    })

    test('an open request is finished before the newsroom stops', async () => {
      const { start } = await paper()
      const newsroom = await start()
      const requests = Array.from({ length: 20 }, (_, at) =>
        fetch(`${newsroom.address}/archive/2026/0${(at % 9) + 1}`),
      )
      await new Promise((resolve) => setTimeout(resolve, 5))
      const stopped = newsroom.stop()
      const settled = await Promise.allSettled(requests)
      for (const answer of settled)
        if (answer.status === 'fulfilled')
          expect((await answer.value.text()).length).toBeGreaterThan(500)
      expect(await stopped).toBe(0)
    })
  })

describe('the command', () => {
  test('wrong settings are all named, with what to write, before anything is opened', async () => {
    const wrong = dateline(['start'], {
      PORT: 'http',
      SITE_URL: 'paper.example',
      METRICS_PORT: '99999',
      DEMO: 'maybe',
    })
    expect(await wrong.ended).toBe(2)
    for (const name of ['PORT', 'SITE_URL', 'METRICS_PORT', 'DEMO'])
      expect(wrong.err()).toContain(`${name} (it is “`)
    expect(wrong.err()).toContain('Write on or off')
  })

  test('every command explains itself', async () => {
    const overview = dateline(['--help'], {})
    expect(await overview.ended).toBe(0)
    const names = [...overview.out().matchAll(/^ {2}(\w+) {2}/gm)].map((match) => match[1]!)
    expect(names).toEqual(
      expect.arrayContaining(['start', 'web', 'worker', 'import', 'migrate', 'doctor']),
    )
    for (const name of names) {
      const one = dateline([name, '--help'], {})
      expect([name, await one.ended]).toEqual([name, 0])
      expect(one.out()).toContain(`dateline ${name}`)
    }
  })

  test('a command that does not exist says so', async () => {
    const unknown = dateline(['publish'], {})
    expect(await unknown.ended).toBe(2)
    expect(unknown.err()).toContain('there is no command “publish”')
  })

  test('the doctor finds what is missing and says what to do', async () => {
    const folder = testFolder()
    const environment = { DATA_DIR: folder, DEMO: 'on' }
    const newsroom = await startNewsroom(environment)
    expect(await newsroom.stop()).toBe(0)
    const well = dateline(['doctor'], environment)
    expect([await well.ended, well.out().includes('WRONG')]).toEqual([0, false])
    expect(well.out()).not.toContain('members')
    writeFileSync(`${folder}/members.csv`, 'email\nana@reader.example\nben@reader.example\n')
    const brought = dateline(
      ['import', 'test/exports/ghost-5.json', '--members', `${folder}/members.csv`],
      environment,
    )
    expect([await brought.ended, brought.err()]).toEqual([0, ''])
    const kept = dateline(['doctor'], environment)
    expect(await kept.ended).toBe(0)
    expect(kept.out()).toContain('ok     members: 2 kept for the readers’ accounts')
    expect(kept.out()).not.toContain('reader.example')
    rmSync(`${folder}/pictures/originals`, { recursive: true })
    const ill = dateline(['doctor'], environment)
    expect(await ill.ended).toBe(1)
    expect(ill.out()).toContain('Copy the missing files back')
    rmSync(folder, { recursive: true, force: true })
  })

  test('the newsroom is renamed from the command line while it runs, and a wrong colour is refused by name', async () => {
    const folder = testFolder()
    const environment = { DATA_DIR: folder }
    const newsroom = await startNewsroom(environment)
    const change = async (settings: object) => {
      const command = dateline(['settings', '-'], environment)
      command.child.stdin!.end(JSON.stringify(settings))
      return { code: await command.ended, err: command.err() }
    }
    expect((await change({ name: 'The Morning Paper' })).code).toBe(0)
    await eventually(
      async () => (await fetch(newsroom.address)).text(),
      (page) => page.includes('The Morning Paper'),
    )
    const refused = await change({ colours: { accent: 'red', accentDark: '#ffffff' } })
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining('colours.accent: Write a colour as #rrggbb'),
    ])
    const unknown = await change({ nmae: 'x' })
    expect([unknown.code, unknown.err.includes('nmae')]).toEqual([1, true])
    const iconIn = (html: string) => /<link rel="icon" href="([^"]+)"/.exec(html)![1]
    const logo = dateline(['settings', '--logo', 'demo/pictures/gauge.jpg'], environment)
    expect([await logo.ended, logo.err()]).toEqual([0, ''])
    const page = await eventually(
      async () => (await fetch(newsroom.address)).text(),
      (html) => html.includes('/pictures/'),
    )
    expect(page).toContain('alt="The Morning Paper"')
    const icon = dateline(['settings', '--icon', 'demo/pictures/gauge.jpg'], environment)
    expect([await icon.ended, icon.err()]).toEqual([0, ''])
    await eventually(
      async () => (await fetch(newsroom.address)).text(),
      (html) => iconIn(html) !== iconIn(page),
    )
    const svg = dateline(['settings', '--logo', 'package.json'], environment)
    expect([await svg.ended, svg.err()]).toEqual([1, expect.stringContaining('not a JPEG')])
    expect(await newsroom.stop()).toBe(0)
    rmSync(folder, { recursive: true, force: true })
  })
})
