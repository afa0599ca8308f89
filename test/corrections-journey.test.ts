import { rmSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { publish } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { openDatabase } from '../src/platform/database.ts'
import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { openBrowser } from './browser.ts'
import { freshDatabase, testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { startNewsroom } from './process.ts'

/** An editor corrects an article and takes one back; readers see both, wherever they look. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('a correction', () => {
  let browser: Browser
  let newsroom: Awaited<ReturnType<typeof startNewsroom>>
  let site: string
  let articleId: string
  let session: string
  const folder = testFolder()

  beforeAll(async () => {
    const { engine, environment } = await freshDatabase('sqlite', folder)
    const database = openDatabase(engine())
    await database.migrate(migrations)
    const now = new Date()
    articleId = await database.write(async (tx) => {
      const ada = { email: 'ada@paper.example', name: 'Ada Haddad', roleId: 'editor' }
      session = await openSession(tx, await invite(tx, null, ada, now), 'test', now)
      const text = (words: string) => ({
        type: 'paragraph',
        content: [{ type: 'text', text: words }],
      })
      const id = await draft(
        tx,
        {
          headline: 'Twelve lost as ferry sinks off Varsha',
          standfirst: 'The search goes on.',
          body: { type: 'doc', content: [text('The ferry left at nine.'), text('It was full.')] },
        },
        now,
      )
      await publish(tx, id, now)
      return id
    })
    await database.close()
    const port = await freePort()
    site = `http://127.0.0.1:${port}`
    newsroom = await startNewsroom({ ...environment, PORT: String(port), SITE_URL: site })
    browser = await openBrowser(chromium!)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await newsroom?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const violations = async (page: Page) =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
      id,
      nodes.map((node) => node.html),
    ])
  const reads = async (path: string) => {
    const answer = await fetch(site + path)
    return { status: answer.status, text: await answer.text() }
  }

  test('is asked for at the desk, and stands wherever readers look', async () => {
    const context = await browser.newContext()
    await context.addCookies([{ name: 'desk', value: session, url: site }])
    const page = await context.newPage()
    await page.goto(`${site}/desk/articles/${articleId}`)
    await page
      .getByRole('textbox', { name: 'Headline', exact: true })
      .fill('Eleven lost as ferry sinks off Varsha')
    const changes = page.getByRole('region', { name: 'Changed since readers had it' })
    await changes.waitFor({ timeout: 30_000 })
    expect(await violations(page)).toEqual([])
    const suggested = changes.getByText('An earlier version said “Twelve lost as ferry”.', {
      exact: false,
    })
    await suggested.waitFor()
    const note = 'An earlier headline said twelve were lost. There were eleven.'
    const field = changes.getByRole('textbox', { name: /^Note to readers/ })
    // What is kept from readers is not told to them either.
    const closes = changes.getByText('Keep the former wording from readers', { exact: false })
    await closes.click()
    await suggested.waitFor({ state: 'detached' })
    await changes.getByRole('button', { name: /^Publish as Correction/ }).click()
    await changes.getByText('Write what was wrong or unclear and what is right.').waitFor()
    expect(await violations(page)).toEqual([])
    await closes.click()
    await changes.getByRole('button', { name: 'Rewrite' }).click()
    expect(await field.inputValue()).toMatch(/“Eleven lost as ferry”\.$/)
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
    await field.fill(note)
    await changes.getByRole('button', { name: /^Publish as Correction/ }).click()
    await page.getByText('Published.').waitFor()
    expect(await changes.count()).toBe(0)

    const reader = await (await browser.newContext()).newPage()
    await reader.goto(`${site}/twelve-lost-as-ferry-sinks-off-varsha`)
    await reader.getByRole('link', { name: 'Corrected' }).click()
    await reader.getByText(note).waitFor()
    expect(await violations(reader)).toEqual([])
    await reader.getByRole('link', { name: 'Compare all versions of this article' }).click()
    await reader.locator('del', { hasText: 'Twelve' }).waitFor()
    await reader.locator('ins', { hasText: 'Eleven' }).waitFor()
    expect(await violations(reader)).toEqual([])
    await reader.getByRole('contentinfo').getByRole('link', { name: 'Corrections' }).click()
    await reader.getByText(note).waitFor()
    expect(await violations(reader)).toEqual([])
    for (const path of ['rss', 'atom', 'json'].map((format) => `/corrections/feed.${format}`))
      expect((await reads(path)).text).toContain(note)
    await reader.goBack()

    await page
      .getByRole('textbox', { name: 'Headline', exact: true })
      .fill('Eleven lost as ferry sinks off Lomnik')
    const own =
      'An earlier version said “ferry sinks off Varsha”. It now says “ferry sinks off Lomnik”.'
    await changes.getByText(own).waitFor({ timeout: 30_000 })
    await changes.getByRole('button', { name: /^Publish as Correction/ }).click()
    await page.getByText('Published.').waitFor()
    expect((await reads('/corrections')).text).toContain(own)

    await page.getByRole('button', { name: 'Withhold' }).click()
    await page.getByRole('textbox', { name: 'Reason, for readers' }).fill('A source took it back.')
    expect(await violations(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Withhold' }).click()
    await page.getByText('The article is withheld.').waitFor()
    await reader.reload()
    await reader.getByText('A source took it back.').waitFor()
    expect((await reads('/twelve-lost-as-ferry-sinks-off-varsha')).status).toBe(410)
    expect((await reads('/corrections')).text).not.toContain(note)
    await page.getByRole('button', { name: 'Give back' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Give back' }).click()
    await page.getByText('Readers have the article again.').waitFor()
    expect((await reads('/corrections')).text).toContain(note)
    await context.close()
    await reader.context().close()
  }, 90_000)

  test('is made on a phone without leaving the words, and of a withheld article only when one has read that it comes back', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
    await context.addCookies([{ name: 'desk', value: session, url: site }])
    const page = await context.newPage()
    await page.goto(`${site}/desk/articles/${articleId}`)
    const text = page.locator('.writing p')
    await text.last().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' It carried no cars.')
    const changes = page.getByRole('region', { name: 'Changed since readers had it' })
    await changes.waitFor({ timeout: 30_000 })
    const note = changes.getByRole('textbox', { name: /^Note to readers/ })
    await note.fill('We had not said that the ferry carried no cars.')
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    // What was changed can be read while the note is written.
    const asked = (await changes.boundingBox())!
    const words = (await text.last().boundingBox())!
    expect(words.y).toBeGreaterThan(asked.y + asked.height)
    expect(words.y + words.height).toBeLessThan(800)
    await page.getByRole('link', { name: 'Back to the articles' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Go on' }).click()
    expect(await note.inputValue()).toContain('carried no cars')
    await changes.getByRole('button', { name: /^Publish as Clarification/ }).click()
    await page.getByText('Published.').waitFor()
    expect((await reads('/corrections')).text).toContain('the ferry carried no cars')

    await page.getByRole('button', { name: 'Withhold' }).click()
    await page.getByRole('textbox', { name: 'Reason, for readers' }).fill('We look into it.')
    await page.getByRole('dialog').getByRole('button', { name: 'Withhold' }).click()
    await page.getByText('The article is withheld.').waitFor()
    await text.last().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Its owner says so.')
    await page.getByRole('button', { name: 'Publish changes' }).click({ timeout: 30_000 })
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Readers will have it again, with your changes.').waitFor()
    await dialog.getByRole('button', { name: /^Publish as Correction/ }).click()
    await dialog.getByText('Write what was wrong or unclear and what is right.').waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('textbox').fill('We had not said who says that it carried no cars.')
    await dialog.getByRole('button', { name: /^Publish as Correction/ }).click()
    await dialog.waitFor({ state: 'hidden' })
    const { status, text: html } = await reads('/twelve-lost-as-ferry-sinks-off-varsha')
    expect([status, html.includes('Its owner says so.')]).toEqual([200, true])
    expect((await reads('/corrections')).text).toContain('who says that it carried no cars')
    await context.close()
  }, 90_000)
})
