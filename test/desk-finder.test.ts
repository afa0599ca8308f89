import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { draft } from '../src/articles/write.ts'
import { addContributor } from '../src/contributors/contributors.ts'
import { deskInBrowser, violations } from './desk-in-browser.ts'
import { eventually } from './process.ts'

/** Bylines and tags, found by a part of their names: a real process, a real browser. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('who and what an article names', () => {
  const desk = deskInBrowser()

  beforeAll(() =>
    desk.database.write(async (tx) => {
      for (const name of ['Nadia Khatib', 'Nadir Haddad', 'Ben Orlan'])
        await addContributor(tx, { name }, new Date())
    }),
  )

  async function sitDown(options = {}, language = 'en') {
    const id = await desk.database.write((tx) =>
      draft(tx, { headline: 'Recount', language }, new Date(), null),
    )
    const ada = await desk.colleague({ language, options })
    await ada.open(id)
    return ada
  }

  const said = (page: Page, words: string) =>
    page.getByRole('status').filter({ hasText: words }).waitFor({ state: 'attached' })
  const active = (page: Page) =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement
      const option = document.getElementById(field.getAttribute('aria-activedescendant') ?? '')
      return [field.labels?.[0]?.textContent, option?.textContent]
    })
  const chosen = (page: Page) => page.locator('.chosen bdi').allTextContents()

  test('is found, chosen and taken back by keys alone, and a screen reader is told', async () => {
    const { page, context, wrong } = await sitDown()
    const list = page.getByRole('listbox', { name: 'Byline' })
    const field = page.getByRole('combobox', { name: 'Byline' })
    await field.focus()
    await page.keyboard.type('nad')
    await said(page, '3 suggestions')
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    expect(await list.getByRole('option').allTextContents()).toEqual([
      'Nadia Khatib',
      'Nadir Haddad',
      'Add “nad”',
    ])
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await eventually(
      () => active(page),
      ([label, option]) => label === 'Byline' && option === 'Nadir Haddad',
    )
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await said(page, 'Chosen: Nadir Haddad')
    expect(await list.count()).toBe(0)
    expect(await field.inputValue()).toBe('')
    expect(await active(page)).toEqual(['Byline', undefined])

    // What was chosen is not offered again; the arrows open the list where nothing is typed.
    await page.keyboard.press('ArrowDown')
    await list.getByText('Ben Orlan').waitFor()
    expect(await list.getByText('Nadir Haddad').count()).toBe(0)
    // Escape closes the list and nothing else.
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    expect(await field.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.type('nobody')
    await said(page, '1 suggestion')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await eventually(
      () => chosen(page),
      (names) => names.join() === 'Nadir Haddad,nobody',
    )

    await page.keyboard.press('Backspace')
    await said(page, 'Removed: nobody')
    expect(await chosen(page)).toEqual(['Nadir Haddad'])
    await page.getByRole('button', { name: 'Remove Nadir Haddad' }).press('Enter')
    await said(page, 'Removed: Nadir Haddad')
    expect(await chosen(page)).toEqual([])
    // Whose button is gone is at the field, and no list is in the way.
    expect(await active(page)).toEqual(['Byline', undefined])
    expect(await list.count()).toBe(0)
    expect(wrong).toEqual([])
    await context.close()
  }, 60_000)

  test('is chosen by finger on a phone, in the dark and from right to left, flawless to axe', async () => {
    const { page, context, wrong } = await sitDown(
      { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark' },
      'ar',
    )
    await page.getByRole('button', { name: 'التفاصيل', exact: true }).tap()
    const field = page.getByRole('combobox').first()
    await field.tap()
    const option = page.getByRole('option', { name: 'Ben Orlan' })
    await option.waitFor()
    expect(await violations(page)).toEqual([])
    const list = (await page.getByRole('listbox').boundingBox())!
    const box = (await field.boundingBox())!
    expect([list.x, list.width]).toEqual([box.x, box.width])
    expect(list.y + list.height).toBeLessThanOrEqual(844)
    await option.tap()
    await eventually(
      () => chosen(page),
      (names) => names.join() === 'Ben Orlan',
    )
    expect(await page.getByRole('listbox').count()).toBe(0)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    expect(wrong).toEqual([])
    await context.close()
  }, 60_000)

  test('stays typed where it could not be added, and the reason is said', async () => {
    const { page, context } = await sitDown()
    const field = page.getByRole('combobox', { name: 'Tags' })
    await field.fill('Recount')
    const add = page.getByRole('option', { name: 'Add “Recount”' })
    await add.waitFor()
    await page.route('**/api/tags', (route) => route.abort())
    await add.click()
    await page.getByRole('alert').waitFor()
    expect(await field.inputValue()).toBe('Recount')
    await page.unroute('**/api/tags')
    await field.click()
    await add.click()
    await page.locator('.chosen').getByText('Recount').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await context.close()
  }, 60_000)
})
