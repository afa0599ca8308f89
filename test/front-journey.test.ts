import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { publish } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { openDatabase } from '../src/platform/database.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { openBrowser } from './browser.ts'
import { testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { eventually, startNewsroom } from './process.ts'

/** The front page as an editor arranges it: a real process, a real browser. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('the front page at the desk', () => {
  let browser: Browser
  let newsroom: Awaited<ReturnType<typeof startNewsroom>>
  let folder: string
  let site: string
  let secret: string

  beforeAll(async () => {
    folder = testFolder()
    const port = await freePort()
    site = `http://localhost:${port}`
    newsroom = await startNewsroom({ DATA_DIR: folder, PORT: String(port), SITE_URL: site })
    const database = openDatabase(sqlite(join(folder, 'newsroom.db')))
    secret = await database.write(async (tx) => {
      for (const [at, headline] of ['Oldest', 'Older', 'Newer', 'Newest'].entries()) {
        const published = new Date(Date.now() - (10 - at) * 60_000)
        await publish(tx, await draft(tx, { headline }, published), published)
      }
      const ada = { email: 'ada@paper.example', name: 'Ada Haddad', roleId: 'editor' }
      return await openSession(tx, await invite(tx, null, ada, new Date()), 'test', new Date())
    })
    await database.close()
    browser = await openBrowser(chromium!)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await newsroom?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The headlines of a front page, from its top. */
  const order = (html: string) =>
    ['Oldest', 'Older', 'Newer', 'Newest']
      .map((name) => ({ name, at: html.indexOf(`>${name}<`) }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at)
      .map(({ name }) => name)
  const live = async () => order(await (await fetch(site)).text())

  test('is arranged by menu, by keyboard and by dragging, looked at, and only then put live', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ name: 'desk', value: secret, url: site }])
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const violations = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
        id,
        nodes.map((node) => node.html),
      ])
    expect(await live()).toEqual(['Newest', 'Newer', 'Older', 'Oldest'])
    await page.goto(`${site}/desk/front`)
    const top = page.getByRole('grid', { name: 'The top' })
    const place = (name: string) => top.getByRole('row').filter({ hasText: name })

    await page.getByRole('button', { name: 'Pin: Oldest' }).click()
    await page.getByRole('menuitem', { name: 'Lead' }).click()
    await place('Lead').filter({ hasText: 'Oldest' }).waitFor()

    // From the list of the latest into the next place, by keys alone.
    await page.getByRole('button', { name: 'Move: Older' }).focus()
    await page.keyboard.press('Enter')
    const isAt = (name: string) =>
      page.evaluate(
        (name) => document.activeElement?.getAttribute('aria-label')?.includes(name) ?? false,
        name,
      )
    const onto = 'Drop on Place 1'
    for (let down = 0; down < 16 && !(await isAt(onto)); down++)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await place('Place 1').filter({ hasText: 'Older' }).waitFor()
    expect(await violations()).toEqual([])

    await page.getByRole('button', { name: 'Preview' }).click()
    const seen = page.frameLocator('iframe')
    await seen.getByRole('heading', { name: 'Oldest' }).waitFor()
    expect(order(await seen.locator('html').innerHTML())).toEqual([
      'Oldest',
      'Older',
      'Newest',
      'Newer',
    ])
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    expect(await live()).toEqual(['Newest', 'Newer', 'Older', 'Oldest'])

    await page
      .getByRole('grid', { name: 'Latest articles' })
      .getByRole('row', { name: 'Newer' })
      .dragTo(place('Place 2'), { targetPosition: { x: 60, y: 20 } })
    await place('Place 2').filter({ hasText: 'Newer' }).waitFor()
    await page.getByRole('button', { name: 'Put it live' }).click()
    await page.getByText('The front page is live.').waitFor()
    await eventually(live, (names) => names.join() === 'Oldest,Older,Newer,Newest')
    await page.reload()
    await place('Lead').filter({ hasText: 'Oldest' }).waitFor()
    await context.close()
  }, 180_000)

  test('waits in the browser until it is live, and never undoes what a colleague arranged meanwhile', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ name: 'desk', value: secret, url: site }])
    const begun = await context.newPage()
    await begun.goto(`${site}/desk/front`)
    const lead = (page: Page, headline: string) =>
      page
        .getByRole('grid', { name: 'The top' })
        .getByRole('row')
        .filter({ hasText: 'Lead' })
        .filter({ hasText: headline })
        .waitFor()
    const pin = async (page: Page, headline: string) => {
      await page.getByRole('button', { name: `Pin: ${headline}` }).click()
      await page.getByRole('menuitem', { name: 'Lead' }).click()
      await lead(page, headline)
    }
    await pin(begun, 'Newest')
    await begun.close()
    const page = await context.newPage()
    await page.goto(`${site}/desk/front`)
    await lead(page, 'Newest')
    await page.getByText('Not live yet.').waitFor()

    const other = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await other.addCookies([{ name: 'desk', value: secret, url: site }])
    const colleague = await other.newPage()
    await colleague.goto(`${site}/desk/front`)
    await lead(colleague, 'Oldest')
    await colleague.getByRole('button', { name: 'Unpin: Oldest' }).click()
    await pin(colleague, 'Oldest')
    await colleague.getByRole('button', { name: 'Unpin: Older' }).click()
    await colleague.getByRole('button', { name: 'Put it live' }).click()
    await colleague.getByText('The front page is live.').waitFor()

    // What they did is on this screen, too, once it is looked at again; what was begun here was begun before.
    await page.reload()
    await lead(page, 'Newest')
    await page.getByRole('button', { name: 'Put it live' }).click()
    await page.getByText('Somebody else has arranged the front page meanwhile.').waitFor()
    await page.getByRole('button', { name: 'Undo changes' }).click()
    await lead(page, 'Oldest')
    await page.reload()
    await lead(page, 'Oldest')
    expect(await page.getByText('Not live yet.').count()).toBe(0)
    await context.close()
    await other.close()
  }, 120_000)

  test('on a phone says far down the list that nothing is live yet, and keeps the place of the keyboard', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 600 } })
    await context.addCookies([{ name: 'desk', value: secret, url: site }])
    const page = await context.newPage()
    page.setDefaultTimeout(25_000)
    await page.goto(`${site}/desk/front`)
    await page
      .getByRole('button', { name: /^Pin: / })
      .last()
      .click()
    await page.getByRole('menuitem', { name: 'Place 5' }).click()
    const button = page.getByRole('button', { name: 'Put it live' })
    await button.waitFor()
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100)
    const { y, height } = (await button.boundingBox())!
    expect([y >= 0, y + height <= 600]).toEqual([true, true])
    await button.focus()
    await page.keyboard.press('Enter')
    await button.waitFor({ state: 'detached' })
    expect(await page.locator(':focus').textContent()).toBe('The top')
    await context.close()
  }, 60_000)
})
