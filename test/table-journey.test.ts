import { describe, expect, inject, test } from 'vitest'
import { draft } from '../src/articles/write.ts'
import { deskInBrowser, violations } from './desk-in-browser.ts'
import { eventually } from './process.ts'

/** Tables in the editor: a real process, a real browser. */

const chromium = inject('chromium')

const cell = (text: string) => ({
  type: 'tableCell',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const row = (...texts: string[]) => ({ type: 'tableRow', content: texts.map(cell) })

describe.skipIf(!chromium)('a table', () => {
  const desk = deskInBrowser()

  async function sitDown(language: string, options = {}) {
    const table = {
      type: 'table',
      content: [row('District', 'Votes'), row('Harnau', '4100'), row('Lomnik', '2300')],
    }
    const body = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' }, table, { type: 'paragraph' }],
    }
    const id = await desk.database.write((tx) =>
      draft(tx, { headline: `Recount ${language}`, body, language }, new Date(), null),
    )
    const ada = await desk.colleague({ language, options })
    await ada.open(id)
    const { page } = ada
    const shape = () =>
      page
        .locator('.writing tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.children].map(({ tagName }) => tagName).join(' ')),
        )
    return { ...ada, shape }
  }

  test('gets rows, columns and headings by keys alone, and a screen reader is told what it is then', async () => {
    const { page, context, wrong, shape } = await sitDown('en')
    const details = page.getByRole('region', { name: 'The block at the cursor' })
    const said = (words: string) => details.getByRole('status').filter({ hasText: words }).waitFor()
    const held = () =>
      page.evaluate(() => document.activeElement?.closest('label, button')?.textContent)
    await page.locator('.writing').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await said('3 rows, 2 columns')
    // Tab leads from cell to cell, and behind the last to what can be done with the table.
    for (let at = 0; at < 40 && (await held()) !== 'Heading row'; at++)
      await page.keyboard.press('Tab')
    const head = page.getByRole('checkbox', { name: 'Heading row' })
    expect(await head.isChecked()).toBe(false)
    await page.keyboard.press('Space')
    await eventually(() => head.isChecked(), Boolean)
    expect(await held()).toBe('Heading row')
    await eventually(shape, (rows) => rows.join() === 'TH TH,TD TD,TD TD')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await said('4 rows, 2 columns')
    await page.keyboard.press('Enter')
    await said('5 rows, 2 columns')
    // Whoever adds several stays where they add them.
    expect(await held()).toBe('Add a row')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await said('5 rows, 3 columns')
    expect(await shape()).toEqual(['TH TH TH', 'TD TD TD', 'TD TD TD', 'TD TD TD', 'TD TD TD'])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await said('5 rows, 4 columns')
    expect((await shape())[0]).toBe('TH TH TH TH')
    expect((await violations(page)).filter(([rule]) => rule !== 'empty-table-header')).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await said('4 rows, 4 columns')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await said('4 rows, 3 columns')
    await page.getByText('Stored', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Published', { exact: true }).waitFor()
    const paper = await (await fetch(`${desk.site}/recount-en`)).text()
    expect(paper).toMatch(/<thead><tr>(<th scope="col">[^<]*<\/th>){3}<\/tr>/)
    expect(paper).toContain('<th scope="col">Votes</th>')
    expect(paper.match(/<tr>/g)).toHaveLength(4)
    expect(wrong).toEqual([])
    await context.close()
  }, 60_000)

  test('is changed by finger on a phone, in the dark and from right to left, and taken away', async () => {
    const { page, context, wrong, shape } = await sitDown('ar', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      colorScheme: 'dark',
    })
    await page.locator('.writing td').first().tap()
    await page.getByRole('button', { name: 'التفاصيل', exact: true }).tap()
    const head = page.locator('.check', { hasText: 'صف العناوين' })
    await head.tap()
    await eventually(shape, (rows) => rows[0] === 'TH TH')
    await page.getByRole('button', { name: 'إضافة صف' }).tap()
    await eventually(shape, (rows) => rows.length === 4)
    await page.getByText('4 صفوف، عمودان').waitFor()
    expect(await violations(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    await head.tap()
    await eventually(shape, (rows) => rows[0] === 'TD TD')
    await page.getByRole('button', { name: 'إزالة الجدول' }).tap()
    await eventually(shape, (rows) => rows.length === 0)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('writing')
    expect(wrong).toEqual([])
    await context.close()
  }, 60_000)
})
