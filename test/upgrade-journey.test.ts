import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { manuscriptOf } from '../src/articles/manuscripts.ts'
import { draft } from '../src/articles/write.ts'
import { openDatabase } from '../src/platform/database.ts'
import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { openBrowser } from './browser.ts'
import { databases, freshDatabase, testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { eventually, startNewsroom } from './process.ts'

/** An upgrade after which articles can hold something new, while editors have the former desk open in their tabs. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('a tab from before an upgrade', () => {
  let browser: Browser
  let later: string

  beforeAll(async () => {
    later = testFolder()
    buildLater(later)
    browser = await openBrowser(chromium!)
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(later, { recursive: true, force: true })
  })

  for (const kind of databases()) {
    test(`writes no more, loses no word, and goes on when it is loaded again (${kind})`, {
      timeout: 120_000,
    }, async () => {
      await using house = await furnished(kind)
      const port = await freePort()
      const former = await house.start(port)
      const ada = await house.colleague('Ada', port)
      await type(ada.page, 'Before.')
      await ada.page.getByText('Stored', { exact: true }).waitFor()
      await former.stop()
      await type(ada.page, ' While away.')
      const upgraded = await house.start(port, later)
      await ada.page.getByRole('heading', { name: 'Dateline was updated' }).waitFor()
      expect(await ada.page.locator('.writing').count()).toBe(0)
      expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([])
      const ben = await house.colleague('Ben', port)
      await bringVerse(ben.page)
      const withVerse = await eventually(house.text, (text) => text.includes('Sing.'))
      expect(withVerse).toContain('Before.')
      expect(withVerse).not.toContain('While away.')
      await ada.page.getByRole('button', { name: 'Load again' }).click()
      await eventually(house.text, (text) => text.includes('Before. While away.'))
      await ada.page.locator('.writing').getByText('Before. While away.').waitFor()
      await ada.page.locator('.writing').getByText('Sing.').waitFor()
      expect(await house.text()).toContain('<verse>Sing.</verse>')
      expect([...ada.wrong, ...ben.wrong]).toEqual([])
      await upgraded.stop()
    })

    test(`deletes nothing of what comes by a server that is upgraded already (${kind})`, {
      timeout: 120_000,
    }, async () => {
      await using house = await furnished(kind)
      const [port, other] = [await freePort(), await freePort()]
      const nodes = [await house.start(port), await house.start(other, later)]
      const ada = await house.colleague('Ada', port)
      const ben = await house.colleague('Ben', other)
      await type(ada.page, 'Before.')
      await ben.page.locator('.writing').getByText('Before.').waitFor()
      await bringVerse(ben.page)
      await ada.page.getByRole('heading', { name: 'Dateline was updated' }).waitFor()
      await type(ben.page, ' After.')
      await eventually(house.text, (text) => text.includes('After.'))
      // As long as what an editor deletes takes to be stored and told to everybody.
      await ada.page.waitForTimeout(1500)
      const text = await house.text()
      expect([text.includes('Before.'), text.includes('<verse>Sing.')]).toEqual([true, true])
      await ben.page.locator('.writing').getByText('Sing.').waitFor()
      // Nor does it in a tab that meets it on opening.
      await ada.page.reload()
      await ada.page.getByRole('heading', { name: 'Dateline was updated' }).waitFor()
      await ada.page.waitForTimeout(1500)
      expect(await house.text()).toContain('<verse>')
      expect([...ada.wrong, ...ben.wrong]).toEqual([])
      for (const node of nodes) await node.stop()
    })
  }

  test('in a browser that keeps nothing shows what was written, to be copied', {
    timeout: 120_000,
  }, async () => {
    await using house = await furnished('sqlite')
    const port = await freePort()
    const former = await house.start(port)
    const ada = await house.colleague('Ada', port, () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Nothing is kept here.', 'SecurityError')
      }
    })
    await type(ada.page, 'Before.')
    await ada.page.getByText('Stored', { exact: true }).waitFor()
    await former.stop()
    await type(ada.page, ' While away.')
    const upgraded = await house.start(port, later)
    const words = ada.page.locator('textarea[readonly]')
    await words.waitFor()
    expect(await words.inputValue()).toBe('Before. While away.')
    await upgraded.stop()
  })

  async function furnished(kind: 'sqlite' | 'postgres') {
    const folder = testFolder()
    const { engine, environment } = await freshDatabase(kind, folder)
    const database = openDatabase(engine())
    const { migrations } = await import('../migrations/index.ts')
    await database.migrate(migrations)
    const articleId = await database.write((tx) =>
      draft(tx, { headline: 'Verses', language: 'en' }, new Date()),
    )
    const contexts: BrowserContext[] = []
    return {
      start: (port: number, built?: string) =>
        startNewsroom(
          { ...environment, PORT: String(port), SITE_URL: `http://localhost:${port}` },
          'start',
          built && join(built, 'dist/dateline.js'),
        ),
      /** What the newsroom has stored of the text. */
      text: async () =>
        (await manuscriptOf(database.db, articleId)).getXmlFragment('body').toString(),
      colleague: async (name: string, port: number, before?: () => void) => {
        const site = `http://localhost:${port}`
        const secret = await database.write(async (tx) => {
          const email = `${name.toLowerCase()}@paper.example`
          const id = await invite(tx, null, { email, name, roleId: 'editor' }, new Date())
          return await openSession(tx, id, 'test', new Date())
        })
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
        contexts.push(context)
        if (before) await context.addInitScript(before)
        await context.addCookies([{ name: 'desk', value: secret, url: site }])
        const page = await context.newPage()
        const wrong: string[] = []
        page.on('pageerror', (error) => wrong.push(error.message))
        await page.goto(`${site}/desk/articles/${articleId}`)
        await page.locator('.writing').waitFor()
        return { page, wrong }
      },
      [Symbol.asyncDispose]: async () => {
        for (const context of contexts) await context.close()
        await database.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  }
})

async function type(page: Page, words: string) {
  await page.locator('.writing > p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

/** Writes what only the later desk knows, as its menu would. */
const bringVerse = (page: Page) =>
  page.locator('.writing').evaluate((text) => {
    const { editor } = text as unknown as {
      editor: {
        state: { doc: { content: { size: number } } }
        commands: { insertContentAt: (at: number, block: object) => void }
      }
    }
    const verse = { type: 'verse', content: [{ type: 'text', text: 'Sing.' }] }
    editor.commands.insertContentAt(editor.state.doc.content.size, verse)
  })

/** Builds the newsroom as it may be one day: with a block that it has no name for yet. */
function buildLater(folder: string) {
  for (const name of ['src', 'migrations', 'package.json', 'vite.config.ts', 'vite.desk.config.ts'])
    cpSync(name, join(folder, name), { recursive: true })
  for (const name of ['node_modules', 'demo', 'tsconfig.json'])
    symlinkSync(resolve(name), join(folder, name))
  const change = (file: string, present: string, later: string) => {
    const path = join(folder, file)
    const source = readFileSync(path, 'utf8')
    if (!source.includes(present)) throw new Error(`${file} has no “${present}” to be changed.`)
    writeFileSync(path, source.replace(present, later))
  }
  change(
    'src/articles/document.ts',
    '  pullQuote: {',
    "  verse: { group: 'block', content: 'inline*' },\n  pullQuote: {",
  )
  change(
    'src/desk/editor/schema.ts',
    '  pullQuote: {',
    "  verse: { tag: plain('pre'), className: 'verse' },\n  pullQuote: {",
  )
  for (const config of ['vite.config.ts', 'vite.desk.config.ts'])
    execFileSync(
      process.execPath,
      [
        resolve('node_modules/vite/bin/vite.js'),
        'build',
        '--logLevel',
        'error',
        '--config',
        config,
      ],
      // The tests' own NODE_ENV would have React build for development.
      { cwd: folder, env: { ...process.env, NODE_ENV: 'production' } },
    )
}
