import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { deskInBrowser } from './desk-in-browser.ts'
import { eventually } from './process.ts'

/** The desk without a mouse, without a line, and on a phone: a real process with the demo's content. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('at the desk, whoever has', () => {
  const desk = deskInBrowser({ DEMO: 'on' })

  async function sitDown(language: string, width: number) {
    const ada = await desk.colleague({
      roleId: 'administrator',
      language,
      options: { viewport: { width, height: 800 } },
    })
    await ada.go('')
    await ada.page.locator('.articles-table tbody tr').nth(5).waitFor()
    return ada
  }

  /** What has the keyboard, and whether something stands in front of it. */
  const held = (page: Page) =>
    page.evaluate(() => {
      const one = document.activeElement as HTMLElement
      const label = (one as HTMLInputElement).labels?.[0]?.textContent
      const named = one.getAttribute('aria-labelledby')?.split(' ')
      const name =
        one.getAttribute('aria-label') ??
        named?.map((id) => document.getElementById(id)?.textContent).join(' ') ??
        label ??
        one.textContent ??
        ''
      // The dot of a choice is drawn by its label.
      const seen = one.closest('label') ?? one
      const { left, top, width, height } = seen.getBoundingClientRect()
      const there = document.elementFromPoint(left + width / 2, top + Math.min(height, 40) / 2)
      const isCovered =
        width > 1 && height > 1 && (!there || !(seen.contains(there) || there.contains(seen)))
      return { name: name.trim(), isCovered }
    })

  /** Presses Tab until what is called so has the keyboard. */
  async function tabTo(page: Page, name: string | RegExp, key = 'Tab') {
    const seen: string[] = []
    for (let turn = 0; turn < 90; turn++) {
      await page.keyboard.press(key)
      const now = await held(page)
      expect(now, 'hidden behind something').toEqual({ name: now.name, isCovered: false })
      if (typeof name === 'string' ? now.name === name : name.test(now.name)) return
      seen.push(now.name.slice(0, 30))
    }
    throw new Error(`Tab never came to ${name}, but to: ${seen.join(' | ')}`)
  }

  const press = async (page: Page, name: string | RegExp) => {
    await tabTo(page, name)
    await page.keyboard.press('Enter')
  }

  test('no mouse writes, publishes, corrects, schedules, invites a guest and pins the lead', async () => {
    const { page, context } = await sitDown('en', 1280)
    const dialog = page.getByRole('dialog')
    expect(await page.title()).toBe('Articles – The Sounding')

    await press(page, 'New article')
    await page.locator('.writing').waitFor()
    // The headline has the keyboard already.
    await eventually(
      () => held(page),
      ({ name }) => name === 'Headline',
    )
    await page.keyboard.type('Bridge at Varsha closed')
    await page.keyboard.press('Enter')
    await page.keyboard.type('From Monday.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('The bridge closes on Monday, the city said.')
    await tabTo(page, 'Publish', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await dialog.waitFor()
    await press(page, 'Publish')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('Published', { exact: true }).first().waitFor()
    expect(await page.title()).toBe('Bridge at Varsha closed – The Sounding')

    await tabTo(page, 'Text')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' It opens again in May.')
    await page.getByRole('button', { name: /^Publish as Correction/ }).waitFor()
    await tabTo(page, /^Publish as Correction/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Write what was wrong or unclear and what is right.').waitFor()
    // Whoever forgot the note is where it is written.
    expect((await held(page)).name).toMatch(/^Note to readers/)
    await page.keyboard.type('We had not said when it opens.')
    await press(page, /^Publish as Correction/)
    await eventually(
      () => held(page),
      ({ name }) => /^Published\. Change where it stands/.test(name),
    )
    await eventually(
      () => fetch(`${desk.site}/corrections`).then((page) => page.text()),
      (page) => page.includes('We had not said when it opens.'),
    )

    // Back to the list: whoever follows a link arrives at the heading of what it leads to.
    await tabTo(page, 'Back to the articles', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await eventually(
      () => held(page),
      ({ name }) => name === 'Articles',
    )
    await press(page, 'Board')
    await page.locator('.board').waitFor()
    await eventually(
      () => page.title(),
      (title) => title === 'Board – The Sounding',
    )
    expect((await held(page)).name).toBe('Articles')

    await press(page, 'New article')
    await eventually(
      () => held(page),
      ({ name }) => name === 'Headline',
    )
    await page.keyboard.type('The river next year')
    await page.getByText('Stored', { exact: true }).waitFor()
    await tabTo(page, /Change where it stands/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('Goes out at').waitFor()
    await press(page, 'Schedule')
    await dialog.waitFor({ state: 'hidden' })
    // What opened the dialog has the keyboard again.
    await eventually(
      () => held(page),
      ({ name }) => /Change where it stands/.test(name),
    )
    await page.getByText('Scheduled', { exact: true }).first().waitFor()

    await tabTo(page, 'Guests', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Guests' }).waitFor()
    await press(page, 'Invite a guest')
    await dialog.waitFor()
    await page.keyboard.type('A letter from the river')
    await tabTo(page, 'Name')
    await page.keyboard.type('Gus Orme')
    await tabTo(page, 'E-mail address')
    await page.keyboard.type('gus@paper.example')
    await press(page, 'Invite')
    await page.getByText('A letter from the river').waitFor()

    await tabTo(page, 'Front page', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.locator('.front-offered').waitFor()
    // A list is one stop of the Tab key; arrows lead to its rows and to what stands in them.
    for (let turn = 0; turn < 40 && !(await isIn(page, '.front-offered')); turn++)
      await page.keyboard.press('Tab')
    for (let turn = 0; turn < 5 && !/^Pin/.test((await held(page)).name); turn++)
      await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Lead' }).waitFor()
    await page.keyboard.press('Enter')
    await tabTo(page, 'Put it live', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Fills itself').nth(4).waitFor()
    await page.getByRole('button', { name: 'Put it live' }).waitFor({ state: 'hidden' })
    await context.close()
  }, 120_000)

  const isIn = (page: Page, what: string) =>
    page.evaluate((what) => document.activeElement?.closest(what) != null, what)

  test('no mouse puts pictures into a text, brings them into order and sets the time of a live entry', async () => {
    const { page, context } = await sitDown('en', 1280)
    const dialog = page.getByRole('dialog')
    const pictures = page.locator('.writing img')
    await press(page, 'New article')
    await eventually(
      () => held(page),
      ({ name }) => name === 'Headline',
    )
    await page.keyboard.type('What the customs list shows')
    await tabTo(page, 'Text')
    await page.keyboard.type('/Live')
    await page.getByRole('listbox', { name: 'Insert' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('Polls have closed.')
    await tabTo(page, /^When it happened/)
    await page.keyboard.type('03042021')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('1105AM')
    await page.keyboard.press('Enter')
    await page.locator('.live-block[data-title^="Mar 4, 2021, 11:05"]').waitFor()

    await tabTo(page, 'Text', 'Shift+Tab')
    await page.keyboard.press('Control+End')
    await page.keyboard.type('/Picture')
    await page.getByRole('listbox', { name: 'Insert' }).waitFor()
    await page.keyboard.press('Enter')
    await dialog.getByRole('row').nth(2).waitFor()
    await tabToRow(page)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await pictures.waitFor()
    await eventually(
      () => isIn(page, '.writing'),
      (there) => there,
    )

    await page.keyboard.press('Control+Home')
    await page.keyboard.press('End')
    await page.keyboard.type(' /Gallery')
    await page.getByRole('listbox', { name: 'Insert' }).waitFor()
    await page.keyboard.press('Enter')
    await dialog.getByRole('row').nth(2).waitFor()
    await tabToRow(page)
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await dialog.getByText('2 pictures chosen').waitFor()
    await tabTo(page, 'Insert', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    const gallery = page.locator('.gallery-block img')
    await gallery.nth(1).waitFor()
    const order = () => gallery.evaluateAll((all) => all.map((one) => one.getAttribute('src')))
    const [first, second] = await eventually(order, (all) => all.every((one) => one !== null))
    await tabTo(page, 'Move after')
    await page.keyboard.press('Enter')
    await eventually(order, (now) => now[0] === second && now[1] === first)
    // The same button moves it on, until there is no further.
    await page.getByText('2 of 2').waitFor()
    await page.keyboard.press('Enter')
    expect(await held(page)).toMatchObject({ name: 'Move after' })
    expect(await order()).toEqual([second, first])

    await page.getByText('Stored', { exact: true }).waitFor()
    await context.close()
  }, 120_000)

  /** Presses Tab until a row of pictures has the keyboard. */
  async function tabToRow(page: Page) {
    for (let turn = 0; turn < 20; turn++) {
      if (await page.evaluate(() => document.activeElement?.role === 'row')) return
      await page.keyboard.press('Tab')
    }
    throw new Error('Tab never came to the pictures.')
  }

  test('no line hears so, whatever they ask for, and gets it once the line is back', async () => {
    const { page, context } = await sitDown('en', 1280)
    await context.setOffline(true)
    await page.getByRole('searchbox').fill('Torva')
    await page.getByRole('alert').waitFor()
    await page.getByRole('button', { name: 'New article' }).click()
    await page.getByRole('alert').nth(1).waitFor()
    await page.getByRole('button', { name: 'New article' }).waitFor()
    await context.setOffline(false)
    const rows = page.locator('.articles-table tbody tr')
    const found = rows.filter({ hasText: 'Torva' })
    await eventually(
      async () => [await rows.count(), await found.count()] as const,
      ([all, wanted]) => all > 0 && all === wanted,
    )
    await context.close()
  }, 60_000)

  test('a phone has the screen for the article, asks for the rest, and says what is missing in their language', async () => {
    const { page, context } = await sitDown('ar', 360)
    const head = page.locator('.head')
    expect((await head.boundingBox())!.height).toBeLessThan(80)
    await page.getByRole('button', { name: 'القائمة' }).click()
    await page.getByRole('link', { name: 'الضيوف' }).click()
    await page.getByRole('heading', { name: 'الضيوف' }).waitFor()
    expect(await page.getByRole('link', { name: 'الضيوف' }).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'دعوة ضيف' }).click()
    await page.getByRole('dialog').locator('[type=submit]').click()
    await page.getByText('املأ هذا الحقل.').first().waitFor()
    // There is no Escape key here.
    await page.getByRole('dialog').getByRole('button', { name: 'إغلاق' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await context.close()
  }, 60_000)
})
