import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import type { ArticleDocument } from '../src/articles/document.ts'
import { draft } from '../src/articles/write.ts'
import { deskInBrowser, heard, violations } from './desk-in-browser.ts'
import { eventually } from './process.ts'

/** Notes in the margin, as colleagues write them: real processes, a real browser. */

const chromium = inject('chromium')

const saying = (...texts: string[]): ArticleDocument => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const TWO = 'The commission said two districts are recounted on Monday.'
const words = [TWO, 'Turnout was low.']

describe.skipIf(!chromium)('notes in the editor', () => {
  const desk = deskInBrowser()

  const colleague = (name: string, options = {}) => desk.colleague({ name, options })

  const begin = (texts = words, language = 'en') =>
    desk.database.write((tx) =>
      draft(tx, { headline: 'Recount', language, body: saying(...texts) }, new Date()),
    )

  /** Puts the cursor into the text by keys alone, and selects words of its first line. */
  async function select(page: Page, wanted: string) {
    await page.locator('.writing').focus()
    await page.keyboard.press('Control+Home')
    const start = TWO.indexOf(wanted)
    for (let at = 0; at < start; at++) await page.keyboard.press('ArrowRight')
    for (let at = 0; at < wanted.length; at++) await page.keyboard.press('Shift+ArrowRight')
    await heard(page)
  }

  const marked = (page: Page) => page.locator('.noted').allTextContents()
  const isMarked = (page: Page, wanted: string) =>
    eventually(
      async () => (await marked(page)).join(''),
      (said) => said === wanted,
    )
  const notes = (page: Page) => page.getByRole('button', { name: /^Notes/ })

  test('one notes and mentions by keys alone, the other answers and resolves, and both see it', async () => {
    const articleId = await begin()
    const [ada, ben] = [await colleague('Ada Haddad'), await colleague('Ben Osei')]
    await ada.open(articleId)
    await ben.open(articleId)
    await select(ada.page, 'two districts')
    await ada.page.keyboard.press('Control+Alt+m')
    await ada.page.getByLabel('Your note').waitFor()
    await ada.page.keyboard.type('Which two? @be')
    await ada.page.getByRole('option', { name: 'Ben Osei' }).waitFor()
    expect(await violations(ada.page)).toEqual([])
    await ada.page.keyboard.press('Enter')
    await ada.page.keyboard.type('please look.')
    await ada.page.keyboard.press('Control+Enter')
    const card = ada.page.getByRole('article', { name: 'Note by Ada Haddad on “two districts”' })
    await card.getByText('Which two? @Ben Osei please look.').waitFor()
    // The cursor is back in the text.
    expect(await ada.page.evaluate(() => document.activeElement?.className)).toContain('writing')
    await isMarked(ada.page, 'two districts')

    await isMarked(ben.page, 'two districts')
    await notes(ben.page).click()
    expect(await notes(ben.page).textContent()).toBe('Notes (1)')
    await ben.page.getByText('Which two?', { exact: false }).first().waitFor()
    await ben.page.getByRole('button', { name: 'Answer' }).click()
    await ben.page.getByLabel('Your answer').fill('Harnau and Lomnik.')
    await ben.page.keyboard.press('Control+Enter')
    await card.getByText('Harnau and Lomnik.').waitFor()
    expect(await violations(ben.page)).toEqual([])
    await ben.page.getByRole('button', { name: 'Resolve' }).click()
    for (const { page } of [ada, ben]) {
      await page.getByText('No open notes').waitFor()
      await isMarked(page, '')
    }
    await ada.page.getByRole('button', { name: 'Show resolved (1)' }).click()
    await card.getByText('Resolved by Ben Osei', { exact: false }).waitFor()
    await card.getByRole('button', { name: 'Reopen' }).click()
    await isMarked(ben.page, 'two districts')
    await ben.page.reload()
    await ben.page.locator('.writing').waitFor()
    await isMarked(ben.page, 'two districts')
    const told = await eventually(
      () => desk.database.db.selectFrom('margin_mentions').select('told').execute(),
      (rows) => rows.every((row) => row.told !== null),
    )
    expect(told).toHaveLength(1)
    expect([...ada.wrong, ...ben.wrong]).toEqual([])
    await ada.context.close()
    await ben.context.close()
  }, 90_000)

  test('a note stays on its words whatever is written before, between and around them', async () => {
    const articleId = await begin()
    const [ada, ben] = [await colleague('Ada'), await colleague('Ben')]
    await ada.open(articleId)
    await ben.open(articleId)
    const both = async (wanted: string) => {
      for (const { page } of [ada, ben]) await isMarked(page, wanted)
    }
    await select(ada.page, 'two districts')
    await ada.page.keyboard.press('Control+Alt+m')
    await ada.page.keyboard.type('Which?')
    await ada.page.keyboard.press('Control+Enter')
    await both('two districts')
    await select(ada.page, 'The')
    await ada.page.keyboard.press('Control+Alt+m')
    await ada.page.keyboard.type('This very one?')
    await ada.page.keyboard.press('Control+Enter')
    await both('Thetwo districts')
    await ben.page.reload()
    await ben.page.locator('.writing').waitFor()
    await both('Thetwo districts')
    await ada.page
      .locator('.note')
      .filter({ hasText: 'This very one?' })
      .getByRole('button', { name: 'Resolve' })
      .click()
    await both('two districts')
    await ben.page.locator('.writing').focus()
    await ben.page.keyboard.press('Control+Home')
    await ben.page.keyboard.type('On Sunday. ')
    await both('two districts')
    // In the same paragraph, right before the words: a new paragraph begins.
    await select(ben.page, 'The commission ')
    await ben.page.keyboard.press('ArrowRight')
    await ben.page.keyboard.press('Enter')
    await both('two districts')
    await ben.page.getByText('Stored', { exact: true }).waitFor()
    await ben.page.keyboard.press('Control+z')
    await both('two districts')
    await ben.page.reload()
    await ben.page.locator('.writing').waitFor()
    await both('two districts')
    await ada.page.locator('.writing').getByText('two districts').dblclick()
    await ada.page.keyboard.type('many')
    await eventually(
      async () => (await marked(ben.page)).join('').length,
      (length) => length > 0 && length < 'two districts'.length + 5,
    )
    await ada.page.keyboard.press('Control+a')
    await ada.page.keyboard.press('Delete')
    await both('')
    await notes(ben.page).click()
    await ben.page.getByText('The words were deleted: two districts').waitFor()
    expect(await violations(ben.page)).toEqual([])
    await ada.context.close()
    await ben.context.close()
  }, 90_000)

  test('a note written without a connection arrives when it is back', async () => {
    const articleId = await begin()
    const [ada, ben] = [await colleague('Ada'), await colleague('Ben')]
    await ada.open(articleId)
    await ben.open(articleId)
    await ada.context.setOffline(true)
    await select(ada.page, 'Monday')
    await ada.page.keyboard.press('Control+Alt+m')
    await ada.page.keyboard.type('Is that so?')
    await ada.page.keyboard.press('Control+Enter')
    await ada.page.getByText('Is sent when the newsroom is back').waitFor()
    await isMarked(ada.page, 'Monday')
    await ada.context.setOffline(false)
    await isMarked(ben.page, 'Monday')
    await ada.page.getByText('Is sent when the newsroom is back').waitFor({ state: 'detached' })
    await ada.context.close()
    await ben.context.close()
  }, 90_000)

  test('the margin is flawless to axe on a phone, in the dark and from right to left', async () => {
    for (const [language, options] of [
      ['en', { viewport: { width: 390, height: 844 } }],
      ['en', { colorScheme: 'dark' as const }],
      ['ar', {}],
    ] as const) {
      const articleId = await begin(words, language)
      const ada = await colleague('Ada', options)
      await ada.open(articleId)
      const { page } = ada
      await page.locator('.writing').focus()
      await page.getByRole('button', { name: 'Write a note on these words' }).click()
      await page.getByLabel('Your note').fill('A note on a paragraph.')
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Add the note' }).click()
      await page.getByText('A note on a paragraph.').waitFor()
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect(wide).toBe(false)
      expect(await violations(page)).toEqual([])
      const { id } = await desk.database.db
        .selectFrom('margin_notes')
        .select('id')
        .where('article_id', '=', articleId)
        .executeTakeFirstOrThrow()
      await ada.open(articleId, `?note=${id}`)
      await page.locator('.note.on').getByText('A note on a paragraph.').waitFor()
      await ada.context.close()
    }
  }, 90_000)
})
