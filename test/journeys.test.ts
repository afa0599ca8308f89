import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { publish } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { openDatabase } from '../src/platform/database.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { openBrowser } from './browser.ts'
import { testFolder } from './newsroom.ts'
import { eventually, startNewsroom } from './process.ts'

/** The demo newsroom as readers meet it: in a real browser, with scripts on and off. */

const chromium = inject('chromium')
const MOST_PAGES = 250

/** Searches that find more than a page, in the other direction, by the first letters, and nothing. */
const searches = [
  '/search?q=orlava',
  `/search?q=${encodeURIComponent('سوريا')}&lang=ar`,
  '/search?q=displac&from=2019-05-01&to=2019-05-31&category=/middle-east',
  '/search?q=unheard-of-by-anybody',
]
/** What is found at once, or cannot be; the index follows what is published. */
const isFound = (html: string) =>
  html.includes('unheard-of') || html.includes('rel="next"') || /<mark>(?!Orlava)/.test(html)

describe.skipIf(!chromium)('a reader', () => {
  let browser: Browser
  let newsroom: Awaited<ReturnType<typeof startNewsroom>>
  let folder: string
  /** Every page of the demo by its path, found as a reader finds it: by following links. */
  const pages = new Map<string, string>()
  /** Feeds that they link to. */
  const feeds: string[] = []
  /** Pages that no link leads to: an address that was never there, and an article that was taken back. */
  const notices = new Map<string, string>()

  beforeAll(async () => {
    folder = testFolder()
    newsroom = await startNewsroom({ DATA_DIR: folder, DEMO: 'on' })
    browser = await openBrowser(chromium!)
    const waiting = ['/']
    while (waiting.length > 0 && pages.size < MOST_PAGES) {
      const path = waiting.shift()!
      if (pages.has(path)) continue
      const answer = await fetch(newsroom.address + path)
      expect([path, answer.status]).toEqual([path, 200])
      const html = await answer.text()
      pages.set(path, html)
      // Searches lead to searches without end.
      for (const [, href] of html.matchAll(/<a [^>]*href="(\/(?!search\?)[^"#]*)/g))
        (/\/feed\.\w+$/.test(href!) ? feeds : waiting).push(href!.replaceAll('&amp;', '&'))
    }
    for (const path of searches)
      pages.set(path, await eventually(() => read(path), isFound, 60_000))
    for (const path of ['/never/there', '/work-and-trade/what-the-customs-list-shows']) {
      const answer = await fetch(newsroom.address + path)
      expect([404, 410]).toContain(answer.status)
      notices.set(path, await answer.text())
    }
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await newsroom?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const read = async (path: string) => await (await fetch(newsroom.address + path)).text()
  const visit = async (path: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    await page.goto(newsroom.address + path, { waitUntil: 'load' })
    return page
  }
  const leave = (page: Page) => page.context().close()
  const articles = () => [...pages].filter(([, html]) => html.includes('<article class="article '))
  const article = () => articles().find(([path]) => path.includes('qalaat-al-madiq'))![0]
  const oneOfEach = () => {
    const found = (test: RegExp) => [...pages.keys()].find((path) => test.test(path))
    return [
      '/',
      '/ar',
      '/ru',
      '/archive',
      found(/^\/archive\/\d{4}\/\d{2}$/),
      found(/^\/contributors\//),
      found(/^\/tags\//),
      article(),
      longest(),
    ].filter((path): path is string => path !== undefined)
  }
  const longest = () => articles().sort((a, b) => b[1].length - a[1].length)[0]![0]

  test('every link of the demo leads to a page', () => {
    expect(pages.size).toBeGreaterThan(60)
    expect(pages.size).toBeLessThan(MOST_PAGES)
  })

  test('every feed that the demo links to is there', async () => {
    expect(feeds.length).toBeGreaterThan(30)
    for (const path of new Set(feeds)) {
      const { status, headers } = await fetch(newsroom.address + path)
      expect([path, status, /xml|json/.test(headers.get('content-type')!)]).toEqual([
        path,
        200,
        true,
      ])
    }
  })

  test('every page is flawless to axe (WCAG 2.2 AA), light and dark', {
    timeout: 400_000,
  }, async () => {
    const flaws: unknown[] = []
    const waiting = [
      ...[...pages.keys(), ...notices.keys()].map((path) => ({
        path,
        colorScheme: 'light' as const,
      })),
      ...[...oneOfEach(), searches[0]!].map((path) => ({ path, colorScheme: 'dark' as const })),
    ]
    const examine = async () => {
      const page = await visit('/')
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await page.emulateMedia({ colorScheme: next.colorScheme })
        await page.goto(newsroom.address + next.path)
        // Without frames to look into there is no need for a second window a page, which takes most of the time.
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode(true)
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        for (const { id, nodes } of violations)
          flaws.push({
            ...next,
            id,
            at: nodes[0]?.target,
            html: nodes[0]?.html.slice(0, 200),
          })
      }
      await leave(page)
    }
    await Promise.all([examine(), examine()])
    expect(flaws).toEqual([])
  })

  test('no page is wider than a phone of 320 pixels', { timeout: 120_000 }, async () => {
    const page = await visit('/', { viewport: { width: 320, height: 640 } })
    const wide: unknown[] = []
    for (const path of pages.keys()) {
      await page.goto(newsroom.address + path, { waitUntil: 'domcontentloaded' })
      const width = await page.evaluate(() => document.scrollingElement!.scrollWidth)
      if (width > 320) wide.push({ path, width })
    }
    await leave(page)
    expect(wide).toEqual([])
  })

  test('no page asks another site for anything, breaks its own policy or complains in the console', {
    timeout: 120_000,
  }, async () => {
    const complaints: unknown[] = []
    const page = await visit('/')
    page.on('console', (message) => complaints.push({ at: page.url(), says: message.text() }))
    page.on('pageerror', (error) => complaints.push({ at: page.url(), error: String(error) }))
    page.on('request', (request) => {
      if (!request.url().startsWith(newsroom.address))
        complaints.push({ at: page.url(), asks: request.url() })
    })
    page.on('response', (response) => {
      if (response.status() >= 400)
        complaints.push({ at: page.url(), status: response.status(), of: response.url() })
    })
    for (const path of pages.keys()) await page.goto(newsroom.address + path)
    await leave(page)
    expect(complaints).toEqual([])
  })

  test('with scripts off a reader finds an article, reads it and follows its byline', async () => {
    const page = await visit('/', { javaScriptEnabled: false })
    const headline = (await page
      .locator('main article h2 a, main article h3 a')
      .first()
      .textContent())!.trim()
    await page.locator('main article h2 a, main article h3 a').first().click()
    expect((await page.locator('h1').textContent())!.trim()).toBe(headline)
    await page.locator('a[href^="/contributors/"]').first().click()
    expect(new URL(page.url()).pathname).toMatch(/^\/contributors\//)
    expect(await page.getByRole('link', { name: headline }).count()).toBeGreaterThan(0)
    await leave(page)
  })

  test('results come as one types, and without scripts by the button', async () => {
    const page = await visit('/search')
    const field = page.getByRole('searchbox')
    const count = page.getByRole('status')
    await field.pressSequentially('orlav')
    await page.waitForURL(/q=orlav(?!a)/)
    const begun = await count.textContent()
    expect(begun).toMatch(/^2\d articles$/)
    expect(await page.locator('#results h2 a:has(mark)').count()).toBeGreaterThan(3)
    await field.pressSequentially('a court')
    await page.waitForURL(/q=orlava\+court/)
    const found = await count.textContent()
    expect(found).not.toBe(begun)
    const titles = await page.locator('#results .list h2').allTextContents()
    // The words can be gone on with, and what is found can be sent to somebody.
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
    const without = await visit('/search', { javaScriptEnabled: false })
    await without.getByRole('searchbox').fill('orlava court')
    await without.locator('main').getByRole('button').click()
    expect(await without.locator('#results .list h2').allTextContents()).toEqual(titles)
    await leave(without)
    await page.reload()
    expect(await page.locator('#results .list h2').allTextContents()).toEqual(titles)
    await field.fill('nothinglikethis')
    await page.waitForURL(/nothinglikethis/)
    expect(await count.textContent()).toBe('Nothing was found.')
    await leave(page)
  })

  test('the same words stand on a page with scripts and without', {
    timeout: 120_000,
  }, async () => {
    for (const path of oneOfEach()) {
      const [on, off] = [await visit(path), await visit(path, { javaScriptEnabled: false })]
      const words = async (page: Page) =>
        // biome-ignore lint/performance/useDomNodeTextContent: only words that are shown count
        (await page.locator('main').innerText()).replace(/\s+/g, ' ')
      // What scripts add are buttons; take them out before comparing.
      await on.locator('main button').evaluateAll((buttons) => {
        for (const button of buttons) button.remove()
      })
      expect([path, (await words(on)).length >= (await words(off)).length]).toEqual([path, true])
      await leave(on)
      await leave(off)
    }
  })

  test('a video is a link until the reader asks for it, and asks no other site before', async () => {
    const desk = openDatabase(sqlite(join(folder, 'newsroom.db')))
    const video = {
      url: 'https://www.youtube.com/watch?v=abcdefghijk',
      title: 'The bridge',
      kind: 'video',
    }
    await desk.write(async (tx) => {
      const id = await draft(
        tx,
        {
          headline: 'With a video',
          path: '/with-a-video',
          body: { type: 'doc', content: [{ type: 'embed', attrs: video }] },
        },
        new Date(),
      )
      await publish(tx, id, new Date())
    })
    await desk.close()

    const off = await visit('/with-a-video', { javaScriptEnabled: false })
    expect(await off.locator('main a[href^="https://www.youtube.com/"]').count()).toBe(1)
    expect(await off.locator('main button, iframe').count()).toBe(0)
    await leave(off)

    const on = await visit('/')
    const asked: string[] = []
    await on.route(/^https:/, (route) => {
      asked.push(new URL(route.request().url()).host)
      return route.abort()
    })
    await on.goto(`${newsroom.address}/with-a-video`)
    expect([await on.locator('iframe').count(), asked]).toEqual([0, []])
    await on.getByRole('button').click()
    await on.locator('iframe').waitFor()
    expect(asked).toEqual(['www.youtube-nocookie.com'])
    await leave(on)
  })

  test('an article with its fonts and scripts transfers less than 60 KB, the lead picture apart, in every script', async () => {
    const inLanguage = (language: string) =>
      articles().find(([, html]) => html.includes(`<html lang="${language}"`))![0]
    for (const path of [
      article(),
      longest(),
      inLanguage('ar'),
      inLanguage('ru'),
      inLanguage('fr'),
    ]) {
      const page = await visit('/archive')
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.setCacheDisabled', { cacheDisabled: true })
      const sizes = new Map<string, { bytes: number; type: string; url: string }>()
      session.on('Network.responseReceived', ({ requestId, type, response }) => {
        // The icon of the page before may come in as late as now.
        for (const [id, { url }] of sizes) if (url === response.url) sizes.delete(id)
        sizes.set(requestId, { bytes: 0, type, url: response.url })
      })
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const known = sizes.get(requestId)
        if (known) known.bytes = encodedDataLength
      })
      await page.goto(newsroom.address + path, { waitUntil: 'networkidle' })
      const weight = (types: (type: string) => boolean) =>
        [...sizes.values()]
          .filter(({ type }) => types(type))
          .reduce((sum, { bytes }) => sum + bytes, 0)
      expect(weight((type) => type === 'Font')).toBeGreaterThan(10_000)
      const said = `${path}: ${JSON.stringify([...sizes.values()])}`
      expect(
        weight((type) => type !== 'Image'),
        said,
      ).toBeLessThan(60_000)
      expect(weight((type) => type === 'Script')).toBeLessThan(15_000)
      await leave(page)
    }
  })

  test('nothing moves while a page loads', async () => {
    for (const path of ['/', article(), '/ar']) {
      const context = await browser.newContext({ viewport: { width: 412, height: 800 } })
      const page = await context.newPage()
      await page.addInitScript(() => {
        const seen = window as unknown as { moved: number }
        seen.moved = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            seen.moved += (entry as unknown as { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.goto(newsroom.address + path, { waitUntil: 'networkidle' })
      const moved = await page.evaluate(() => (window as unknown as { moved: number }).moved)
      expect([path, moved < 0.01]).toEqual([path, true])
      await context.close()
    }
  })

  test('the Nu HTML checker finds nothing on any page', { timeout: 180_000 }, async (context) => {
    if (!hasJava()) {
      if (process.env.REQUIRE_EVERYTHING) throw new Error('There is no Java')
      process.stderr.write('\n*** LEFT OUT: THE NU HTML CHECKER: no Java found\n\n')
      context.skip()
    }
    const saved = mkdtempSync(join(tmpdir(), 'dateline-html-'))
    const names = new Map<string, string>()
    for (const [path, html] of [...pages, ...notices]) {
      const name = `${names.size}.html`
      names.set(name, path)
      writeFileSync(join(saved, name), html)
    }
    const report = await new Promise<string>((resolve) =>
      execFile(
        'java',
        [
          '-Xss4m',
          '-jar',
          'node_modules/vnu-jar/build/dist/vnu.jar',
          '--format',
          'json',
          '--stdout',
          '--exit-zero-always',
          saved,
        ],
        { maxBuffer: 64 * 1024 * 1024 },
        (_, out) => resolve(out),
      ),
    )
    rmSync(saved, { recursive: true })
    const { messages } = JSON.parse(report) as {
      messages: { url: string; message: string; extract?: string; type: string }[]
    }
    expect(
      messages.map(({ url, message, extract }) => ({
        page: names.get(url.split('/').at(-1)!),
        message,
        extract,
      })),
    ).toEqual([])
  })
})

function hasJava() {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
