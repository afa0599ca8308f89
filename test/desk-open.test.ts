import type { Locator, Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { draft } from '../src/articles/write.ts'
import { deskInBrowser, violations } from './desk-in-browser.ts'
import { eventually } from './process.ts'

/** Whatever of the desk opens over the rest, while it is open: a real process with the demo's content, a real browser. */

const chromium = inject('chromium')

const screens = [
  '',
  '/board',
  '/front',
  '/pictures',
  '/guests',
  '/staff',
  '/account',
  '/settings',
  '/settings/navigation',
  '/settings/languages',
  '/settings/disclaimers',
  '/settings/policies',
  '/settings/pages',
  '/settings/categories',
  '/settings/contributors',
  '/settings/redirects',
  '/settings/import',
  '/settings/attention',
  '/settings/log',
]

/** What opens something: React Aria says so of each. */
const OPENERS =
  ':is(button[aria-haspopup], button[aria-expanded=false], input[role=combobox]):not(:disabled)'
/** Panels stand beside the rest. */
const BESIDE = /^(Find|History|Notes.*|Details)$/
const OPENED = ':is([role=dialog], [role=menu], [role=listbox])'

describe.skipIf(!chromium)('at the desk', () => {
  const desk = deskInBrowser({ DEMO: 'on' })

  const sitDown = () => desk.colleague({ roleId: 'administrator' })

  /** What there is to open, one of each kind: rows have the same again, and so have the screens of the articles. */
  async function openersIn(where: Locator, seen: Set<string>): Promise<Locator[]> {
    const openers = where.locator(OPENERS)
    const kinds = await openers.evaluateAll((all) =>
      all.map((one) => {
        if (!one.checkVisibility()) return ''
        const label = one.closest('.field')?.querySelector('label, .react-aria-Label')?.textContent
        const room = location.pathname.replace(/[^/]{36}/, '')
        // The lists of the articles are narrowed by the same fields.
        const where = label && !room.includes('/articles/') ? '' : room
        return `${where} ${one.closest('[role=dialog]') ? 'asked' : ''} ${label ?? one.textContent}`
      }),
    )
    return kinds.flatMap((kind, at) => {
      if (!kind || BESIDE.test(kind.trim().split(' ').at(-1)!) || seen.has(kind)) return []
      seen.add(kind)
      return [openers.nth(at)]
    })
  }

  const nameOf = (opener: Locator) =>
    opener.evaluate(
      (one) => one.getAttribute('aria-label') ?? `${one.closest('.field')?.textContent}`,
    )

  /** Opens each, and what there is to open within it, and tells what axe finds. */
  async function openEach(page: Page, within: Locator, where: string, seen: Set<string>) {
    const found: unknown[] = []
    const opened = page.locator(OPENED)
    let count = 0
    for (const opener of await openersIn(within, seen)) {
      const here = `${where} › ${await nameOf(opener)}`
      const before = await opened.count()
      await opener.click()
      await eventually(
        () => opened.count(),
        (now) => now > before,
      )
      await page.waitForLoadState('networkidle')
      count++
      found.push(...(await violations(page)).map((violation) => [here, ...violation]))
      const dialog = page.locator('.modal [role=dialog]').last()
      if (before === 0 && (await dialog.count()) > 0) {
        const inside = await openEach(page, dialog, here, seen)
        found.push(...inside.found)
        count += inside.count
      }
      await page.keyboard.press('Escape')
      await eventually(
        () => opened.count(),
        (now) => now === before,
      )
    }
    return { found, count }
  }

  const anArticle = () =>
    desk.database.db
      .selectFrom('articles')
      .select('id')
      .where('status', '=', 'published')
      .where('language', '=', 'en')
      .where('kind', '!=', 'page')
      .limit(1)
      .executeTakeFirstOrThrow()

  test('every list, menu and dialog is flawless to axe while it is open', async () => {
    const { page, context, wrong } = await sitDown()
    const { id } = await anArticle()
    // Whose slip on the board can be moved.
    await desk.database.write((tx) => draft(tx, { headline: 'Recount' }, new Date(), null))
    const found: unknown[] = []
    const seen = new Set<string>()
    let count = 0
    for (const path of [...screens, `/articles/${id}`]) {
      await page.goto(`${desk.site}/desk${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle', { timeout: 30_000 })
      const open = await openEach(page, page.locator('body'), path, seen)
      found.push(...open.found)
      count += open.count
    }
    expect(found).toEqual([])
    // What opens something is found by what it says of itself; had that changed, nothing would have been looked at.
    expect(count).toBeGreaterThan(50)
    expect(wrong).toEqual([])
    await context.close()
  }, 600_000)

  test('what a text is written with is flawless to axe while it is open', async () => {
    const { page, context, wrong } = await sitDown()
    await page.goto(`${desk.site}/desk`)
    await page.getByRole('button', { name: 'New article' }).click()
    const writing = page.locator('.writing')
    await writing.click()
    await page.keyboard.type('/')
    await page.getByRole('listbox', { name: 'Insert' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.type('table')
    await page.keyboard.press('Enter')
    await writing.locator('th').first().waitFor()
    for (const head of ['District', 'Votes', 'Turnout']) {
      await page.keyboard.type(head)
      await page.keyboard.press('Tab')
    }
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+End')
    for (const what of ['picture', 'gallery', 'embed']) {
      await page.keyboard.type(`/${what}`)
      await page.getByRole('listbox', { name: 'Insert' }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      await page.waitForLoadState('networkidle')
      expect([what, await violations(page)]).toEqual([what, []])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await writing.focus()
    }
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    expect(wrong).toEqual([])
    await context.close()
  }, 120_000)
})
