import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { publish } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { addContributor } from '../src/contributors/contributors.ts'
import { deskInBrowser, violations } from './desk-in-browser.ts'
import { eventually } from './process.ts'

/** Contributors who turn out to be one person, and one who should not be there: a real process, a real browser. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('contributors, by keys alone', () => {
  const desk = deskInBrowser()

  const add = (name: string, biography = '') =>
    desk.database.write((tx) => addContributor(tx, { name, biography }, new Date()))

  const published = (headline: string, ids: string[]) =>
    desk.database.write(async (tx) => {
      const bylines = ids.map((contributorId) => ({ contributorId, role: 'author' as const }))
      await publish(tx, await draft(tx, { headline, bylines }, new Date()), new Date())
    })

  async function sitDown(options = {}) {
    const ada = await desk.colleague(options)
    await ada.go('/settings/contributors')
    await ada.page.locator('.rows li').first().waitFor()
    return ada
  }

  const read = async (path: string) => (await fetch(desk.site + path)).text()
  /** Who is named above an article; below it is told of them. */
  const byline = async (path: string) => {
    const [, line] = /<p class="by">([\s\S]*?)<\/p>/.exec(await read(path)) ?? []
    return [...line!.matchAll(/rel="author"[^>]*>(?:<[^>]+>)*([^<]+)/g)].map(([, name]) => name)
  }
  const moved = async (path: string) => {
    const { status, headers } = await fetch(desk.site + path, { redirect: 'manual' })
    return [status, headers.get('location')]
  }
  /** What has the keyboard. */
  const held = (page: Page) =>
    page.evaluate(() => {
      const one = document.activeElement as HTMLInputElement
      return one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent
    })

  async function tabTo(page: Page, name: RegExp) {
    for (let turn = 0; turn < 60; turn++) {
      await page.keyboard.press('Tab')
      if (name.test((await held(page)) ?? '')) return
    }
    throw new Error(`Tab never came to ${name}.`)
  }

  const press = async (page: Page, name: RegExp) => {
    await tabTo(page, name)
    await page.keyboard.press('Enter')
  }

  test('two are merged: readers find one name, one page, and the former address leads there', async () => {
    const mira = await add('Mira Saleh', 'Mira Saleh writes about harbours.')
    const again = await add('M. Saleh')
    await published('Harbour', [again.id])
    await published('Valley', [mira.id])
    // Readers' pages are kept from here on.
    expect(await byline('/harbour')).toEqual(['M. Saleh'])
    expect(await read(again.path)).toContain('Harbour')

    const { page, context, wrong } = await sitDown()
    const dialog = page.getByRole('dialog')
    await page.getByRole('searchbox', { name: 'Find by name' }).focus()
    await page.keyboard.type('saleh')
    await press(page, /^Merge: M\. Saleh$/)
    await dialog.waitFor()
    expect(await violations(page)).toEqual([])
    // The search within has the keyboard; nobody is proposed.
    expect(await held(page)).toBe('Find by name')
    await page.keyboard.press('Enter')
    await dialog.getByRole('alert').waitFor()
    await page.keyboard.type('mira')
    await press(page, /Choose the one who stays/)
    await page.getByRole('option', { name: /^Mira Saleh/ }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    await press(page, /^Merge$/)
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('They are one contributor now.').waitFor()
    await eventually(
      () => page.locator('.rows strong').allTextContents(),
      (names) => names.join() === 'Mira Saleh',
    )
    // The button that opened the dialog is gone with its row.
    await eventually(
      () => held(page),
      (name) => name === 'Contributors',
    )
    expect(await violations(page)).toEqual([])

    expect(await byline('/harbour')).toEqual(['Mira Saleh'])
    expect(await moved(again.path)).toEqual([301, mira.path])
    const profile = await read(mira.path)
    for (const words of ['Harbour', 'Valley', 'writes about harbours'])
      expect(profile).toContain(words)
    expect(wrong).toEqual([])
    await context.close()
  }, 60_000)

  test('one whom nothing names is removed; one whom an article names stays, and the reason is said', async () => {
    await add('Nobody Yet')
    const { page, context, wrong } = await sitDown()
    const dialog = page.getByRole('dialog')
    await press(page, /^Remove: Mira Saleh$/)
    await dialog.waitFor()
    expect(await violations(page)).toEqual([])
    await press(page, /^Remove$/)
    await dialog
      .getByText('If they are somebody else as well, merge the two', { exact: false })
      .waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    // What opened the dialog has the keyboard again.
    expect(await held(page)).toBe('Remove: Mira Saleh')
    expect(await byline('/valley')).toEqual(['Mira Saleh'])

    await press(page, /^Remove: Nobody Yet$/)
    await dialog.waitFor()
    await press(page, /^Remove$/)
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('Nobody Yet is removed.').waitFor()
    await eventually(
      () => page.locator('.rows strong').allTextContents(),
      (names) => names.join() === 'Mira Saleh',
    )
    await eventually(
      () => held(page),
      (name) => name === 'Contributors',
    )
    expect(wrong).toEqual([])
    await context.close()
  }, 60_000)

  test('a phone shows each with what can be done, within its width, flawless to axe in the dark', async () => {
    const long = await add('Konstantin-Alexander von Hohenberg-Wolkenstein')
    await published('Castle', [long.id])
    const { page, context, wrong } = await sitDown({
      language: 'ar',
      options: {
        viewport: { width: 390, height: 844 },
        colorScheme: 'dark',
        hasTouch: true,
      },
    })
    const isWide = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
    expect(await violations(page)).toEqual([])
    expect(await isWide()).toBe(false)
    for (const button of [`دمج: ${long.name}`, `إزالة: ${long.name}`]) {
      await page.getByRole('button', { name: button }).tap()
      await page.getByRole('dialog').waitFor()
      // React Aria lets nobody see it before the phone's own keyboard is up.
      await eventually(
        () => page.locator('.modal').evaluate((modal) => getComputedStyle(modal).opacity),
        (opacity) => opacity === '1',
      )
      expect(await violations(page)).toEqual([])
      expect(await isWide()).toBe(false)
      await page.getByRole('dialog').getByRole('button', { name: 'إغلاق' }).tap()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    expect(wrong).toEqual([])
    await context.close()
  }, 60_000)
})
