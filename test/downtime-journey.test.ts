import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { draft } from '../src/articles/write.ts'
import { addCategory } from '../src/categories/categories.ts'
import { keepOriginal } from '../src/media/originals.ts'
import { renditionPath } from '../src/media/picture.ts'
import { addPicture } from '../src/media/pictures.ts'
import { openDatabase } from '../src/platform/database.ts'
import { onDisk } from '../src/platform/files.ts'
import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { openBrowser } from './browser.ts'
import { databases, freshDatabase, testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { eventually, startNewsroom } from './process.ts'

/** An editor schedules, the newsroom is down when the time comes, and comes back: real processes, a real browser. */

const chromium = inject('chromium')

/** Milliseconds within which what was due is before readers. */
const WITHIN_MS = 5000

for (const kind of databases())
  describe.skipIf(!chromium)(`a schedule across downtime (${kind})`, () => {
    let browser: Browser
    const closing: (() => Promise<unknown>)[] = []
    beforeAll(async () => {
      browser = await openBrowser(chromium!)
    })
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close()
    })
    afterAll(async () => await browser?.close())

    test('is set at the desk; readers see nothing before, and all of it, in order, once the newsroom is back', async () => {
      const folder = testFolder()
      const fresh = await freshDatabase(kind, folder)
      closing.push(async () => {
        await fresh.remove()
        rmSync(folder, { recursive: true, force: true })
      })
      const desk = openDatabase(fresh.engine())
      closing.push(desk.close)
      await desk.migrate(migrations)
      const ports = [await freePort(), await freePort()]
      const site = `http://localhost:${ports[0]}`
      const start = async (port: number) => {
        const node = await startNewsroom({
          ...fresh.environment,
          PORT: String(port),
          SITE_URL: site,
        })
        closing.push(node.kill)
        return node
      }
      const headlines = ['First to go out', 'Second to go out']
      const grey = sharp({ create: { width: 640, height: 400, channels: 3, background: '#678' } })
      const original = await keepOriginal(
        onDisk(join(folder, 'pictures')),
        await grey.jpeg().toBuffer(),
      )
      const { secret, ids, picture } = await desk.write(async (tx) => {
        const now = new Date()
        const ada = { email: 'ada@paper.example', name: 'Ada Haddad', roleId: 'editor' }
        const words = { alt: 'The lock', credit: 'Ada Haddad', licence: 'Own' }
        const picture = await addPicture(tx, original, words, now)
        const category = await addCategory(tx, { name: 'Harbour' }, now)
        const made: string[] = []
        for (const headline of headlines)
          made.push(
            await draft(tx, { headline, categoryId: category.id, leadPictureId: picture.id }, now),
          )
        return {
          ids: made,
          picture,
          secret: await openSession(tx, await invite(tx, null, ada, now), 'test', now),
        }
      })

      const before = await start(ports[0]!)
      const context = await browser.newContext()
      closing.push(() => context.close())
      await context.addCookies([{ name: 'desk', value: secret, url: site }])
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
      for (const [at, id] of ids.entries()) {
        await page.goto(`${site}/desk/articles/${id}`)
        await page.getByRole('button', { name: 'Draft. Change where it stands' }).click()
        const stand = page.getByRole('dialog', { name: 'Where it stands' })
        await stand.getByLabel('Goes out at').fill(`${tomorrow}T09:0${at}`)
        await stand.getByRole('button', { name: 'Schedule' }).click()
        await page.getByRole('button', { name: 'Scheduled. Change where it stands' }).waitFor()
      }

      const strangers = await browser.newContext()
      closing.push(() => strangers.close())
      const reader = await strangers.newPage()
      const surfaces = [
        '/',
        '/harbour',
        '/archive',
        '/feed.rss',
        '/search?q=go+out',
        '/sitemap.xml',
      ]
      const own = ['/harbour/first-to-go-out', renditionPath(picture, 640, 'webp')]
      const seen = async (path: string) => {
        await reader.goto(site + path)
        return (await reader.content()).toLowerCase()
      }
      for (const path of surfaces)
        expect([path, /to[- ]go[- ]out/.test(await seen(path))]).toEqual([path, false])
      for (const path of own)
        expect([path, (await reader.goto(site + path))?.status()]).toEqual([path, 404])

      // Tomorrow comes sooner than in the world outside, and finds nobody there.
      const due = Date.now() + 1500
      await desk.write(async (tx) => {
        for (const [at, id] of ids.entries())
          await tx
            .updateTable('articles')
            .set({ scheduled: new Date(due + at * 200).toISOString() })
            .where('id', '=', id)
            .execute()
      })
      await before.kill()
      await wait(due + 500 - Date.now())
      await Promise.all(
        (kind === 'postgres' ? ports : ports.slice(0, 1)).map((port) => start(port)),
      )
      const opened = performance.now()
      await eventually(
        async () => (await (await fetch(site)).text()).toLowerCase(),
        (text) => headlines.every((headline) => text.includes(headline.toLowerCase())),
        WITHIN_MS,
      )
      expect(performance.now() - opened).toBeLessThan(WITHIN_MS)
      // The later one stands above the former, once each, and all that belongs to them is there.
      await reader.goto(`${site}/harbour`)
      expect(await namesOn(reader)).toEqual([...headlines].reverse())
      for (const path of own)
        expect([path, (await reader.goto(site + path))?.status()]).toEqual([path, 200])
      await page.goto(`${site}/desk?status=published`)
      for (const name of headlines)
        await page.getByRole('row', { name: new RegExp(`${name}.*Published`) }).waitFor()
      const events = await desk.db
        .selectFrom('events')
        .select('id')
        .where('type', '=', 'article.published')
        .execute()
      expect(events).toHaveLength(2)
    }, 180_000)
  })

/** The headlines of a list, from top to bottom. */
const namesOn = async (page: Page) =>
  (await page.locator('main h2, main h3').allInnerTexts()).filter((text) => /to go out/.test(text))
