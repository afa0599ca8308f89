import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { openDatabase } from '../src/platform/database.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { chooseLanguage, invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { openBrowser } from './browser.ts'
import { testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { startNewsroom } from './process.ts'

/** Milliseconds for a screen to do what is asked of it, on a machine that is busy with other tests. */
const PATIENCE_MS = 25_000

type Open = {
  folder: string
  site: string
  environment: Record<string, string>
  newsroom: Awaited<ReturnType<typeof startNewsroom>>
  database: ReturnType<typeof openDatabase>
  browser: Browser
}

type Colleague = {
  name?: string
  roleId?: string
  /** The language of their desk. */
  language?: string
  options?: BrowserContextOptions
}

/** A newsroom in a process of its own on SQLite, and its desk in a browser, for the tests of one `describe`. */
export function deskInBrowser(settings: Record<string, string> = {}) {
  let open: Open | undefined
  beforeAll(async () => {
    const folder = testFolder()
    const port = await freePort()
    const site = `http://localhost:${port}`
    const environment = { DATA_DIR: folder, PORT: String(port), SITE_URL: site, ...settings }
    const newsroom = await startNewsroom(environment)
    const database = openDatabase(sqlite(join(folder, 'newsroom.db')))
    const browser = await openBrowser(inject('chromium')!)
    open = { folder, site, environment, newsroom, database, browser }
  }, 60_000)

  afterAll(async () => {
    await open?.browser.close()
    await open?.newsroom.stop()
    await open?.database.close()
    if (open) rmSync(open.folder, { recursive: true, force: true })
  })

  return {
    get site() {
      return open!.site
    },
    get folder() {
      return open!.folder
    },
    get database() {
      return open!.database
    },
    get browser() {
      return open!.browser
    },
    get newsroom() {
      return open!.newsroom
    },
    /** Ends the process at any moment, and starts it anew. */
    killed: async (meanwhile: () => Promise<void>) => {
      open!.newsroom.child.kill('SIGKILL')
      await open!.newsroom.ended
      await meanwhile()
      open!.newsroom = await startNewsroom(open!.environment)
    },
    /** A colleague at a screen of their own, signed in, with whatever went wrong there. */
    async colleague({
      name = 'Ada Haddad',
      roleId = 'editor',
      language,
      options = {},
    }: Colleague = {}) {
      const { database, browser, site } = open!
      const secret = await database.write(async (tx) => {
        const email = `${Math.random()}@paper.example`
        const id = await invite(tx, null, { email, name, roleId }, new Date())
        if (language) await chooseLanguage(tx, id, language)
        return await openSession(tx, id, 'test', new Date())
      })
      const viewport = { width: 1280, height: 900 }
      const context = await browser.newContext({ viewport, ...options })
      await context.addCookies([{ name: 'desk', value: secret, url: site }])
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      const wrong: string[] = []
      page.on('pageerror', (error) => wrong.push(error.message))
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) wrong.push(message.text())
      })
      return {
        context,
        page,
        wrong,
        /** Goes to a screen of the desk, by its address there. */
        go: (path: string) => page.goto(`${site}/desk${path}`),
        /** Opens an article in the editor. */
        open: async (articleId: string, rest = '') => {
          await page.goto(`${site}/desk/articles/${articleId}${rest}`)
          await page.locator('.writing').waitFor()
        },
      }
    },
  }
}

/** Waits until the editor was told of a selection: a browser does that only after the key that made it. */
export const heard = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))

/** What axe finds on a page: each rule with the elements that break it. */
export const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map((node) => node.html),
  ])
