import { rmSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { eventually, startNewsroom } from './process.ts'

/** An article on its way through the house, as an editor takes it: real process, real browser. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('the way through the house', () => {
  let browser: Browser
  let newsroom: Awaited<ReturnType<typeof startNewsroom>>
  let folder: string
  let site: string
  let page: Page
  const wrong: string[] = []

  beforeAll(async () => {
    folder = testFolder()
    const port = await freePort()
    site = `http://localhost:${port}`
    newsroom = await startNewsroom({ DATA_DIR: folder, PORT: String(port), SITE_URL: site })
    browser = await openBrowser(chromium!)
    page = await (await browser.newContext()).newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('console', (message) => {
      if (/content security policy|Warning|slot=/i.test(message.text())) wrong.push(message.text())
    })
    const [, first] = await newsroom.says(/(http\S+\/desk\/first\?key=\S+)/)
    await page.goto(first!)
    await page.getByLabel('Your name').fill('Ada Haddad')
    await page.getByLabel('Your e-mail address').fill('ada@paper.example')
    await page.getByRole('button', { name: 'Create and sign in' }).click()
    await page.getByRole('heading', { name: 'Articles', exact: true }).waitFor()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await newsroom?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const violations = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
      id,
      nodes.map((node) => node.html),
    ])

  const columnOf = (name: string) => page.getByRole('grid', { name, exact: true })

  test('an empty desk says how to begin; an article is begun, handed over and scheduled from the editor', async () => {
    await page.getByText('Nothing has been written here yet').waitFor()
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'New article' }).click()
    await page.getByLabel('Headline', { exact: true }).fill('Lock keepers vote')
    await page.getByRole('button', { name: 'Draft. Change where it stands' }).click()
    const stand = page.getByRole('dialog', { name: 'Where it stands' })
    await stand.getByRole('button', { name: 'Ready' }).click()
    await page.getByText('Ready.', { exact: true }).waitFor()
    await stand.getByLabel('Goes out at').fill('2019-05-09T12:00')
    await stand.getByRole('button', { name: 'Schedule' }).click()
    await stand.getByText('This time has passed').waitFor()
    const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    await stand.getByLabel('Goes out at').fill(`${soon}T12:00`)
    expect(await violations()).toEqual([])
    await stand.getByRole('button', { name: 'Schedule' }).click()
    await page.getByRole('button', { name: 'Scheduled. Change where it stands' }).waitFor()

    await page.getByRole('link', { name: 'Articles', exact: true }).click()
    await page.getByRole('row', { name: /Lock keepers vote.*Scheduled/ }).waitFor()
    await page.getByRole('link', { name: 'Calendar' }).click()
    await page.getByRole('link', { name: /Goes out.*Lock keepers vote/ }).waitFor()
    expect(await violations()).toEqual([])

    // On another day of the same week, at the same time: by keyboard, and then by dragging.
    const weekday = new Date(`${soon}T12:00Z`).getUTCDay()
    const beside = new Date(Date.parse(`${soon}T12:00Z`) + (weekday === 0 ? -1 : 1) * 86_400_000)
      .toISOString()
      .slice(0, 10)
    await page.goto(`${site}/desk/calendar?by=week&at=${soon}`)
    const cell = (day: string) => page.locator(`.days > li:has(> h3 time[datetime="${day}"])`)
    const entry = (day: string) => cell(day).getByRole('link', { name: /12:00 Goes out/ })
    await entry(soon).waitFor()
    await page.getByRole('button', { name: 'Drag Lock keepers vote' }).focus()
    await page.keyboard.press('Enter')
    const isThere = () => cell(beside).evaluate((found) => found.contains(document.activeElement))
    for (let turn = 0; turn < 9 && !(await isThere()); turn++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await entry(beside).waitFor()
    expect(await violations()).toEqual([])
    await cell(beside).locator('li.out').dragTo(cell(soon))
    await entry(soon).waitFor()
    expect(wrong).toEqual([])
  }, 90_000)

  test('on the board an article moves by its menu and by dragging, with the keyboard alone', async () => {
    await page.goto(`${site}/desk/board`)
    const slip = (column: string) =>
      columnOf(column).getByRole('row', { name: 'Lock keepers vote' })
    await slip('Scheduled').waitFor()
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Move Lock keepers vote' }).focus()
    await page.keyboard.press('Enter')
    const chosen = page.getByRole('menuitem', { name: 'Take off the schedule' })
    await chosen.waitFor()
    const isChosen = () => chosen.evaluate((item) => item === document.activeElement)
    for (let turn = 0; turn < 6 && !(await isChosen()); turn++)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await slip('Ready').waitFor()

    await page.getByRole('button', { name: /Drag Lock keepers vote/ }).focus()
    await page.keyboard.press('Enter')
    const isAtDraft = () =>
      page.evaluate(() => {
        const at = document.activeElement
        return at?.closest('.column.draft') !== null
      })
    for (let turn = 0; turn < 12 && !(await isAtDraft()); turn++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await slip('Draft').waitFor()
    await page.getByText('“Lock keepers vote” is Draft now.').waitFor()
    expect(wrong).toEqual([])
  }, 60_000)

  test('filters stand in the address, and a view of them is found again', async () => {
    await page.goto(`${site}/desk`)
    await page
      .getByRole('textbox', { name: 'Part of a headline' })
      .or(page.getByRole('searchbox'))
      .fill('lock')
    await eventually(
      async () => page.url(),
      (url) => url.includes('search=lock'),
    )
    await page.getByRole('row', { name: /Lock keepers vote/ }).waitFor()
    await page.getByRole('button', { name: 'Save this view' }).click()
    await page.getByLabel('Name').fill('Locks')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.goto(`${site}/desk?search=nothing+of+the+kind`)
    await page.getByText('No article fits.').waitFor()
    await page.getByRole('link', { name: 'Locks' }).click()
    await page.getByRole('row', { name: /Lock keepers vote/ }).waitFor()
    expect(await violations()).toEqual([])
    for (const width of [320, 390])
      for (const path of ['', '/board', '/calendar']) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(`${site}/desk${path}`)
        await page.getByRole('heading', { name: 'Articles', exact: true }).waitFor()
        expect([
          path,
          width,
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        ]).toEqual([path, width, true])
        expect(await violations()).toEqual([])
      }
    expect(wrong).toEqual([])
  }, 90_000)
})
