import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, inject, test } from 'vitest'
import { type DocumentNode, emptyDocument } from '../src/articles/document.ts'
import { draft } from '../src/articles/write.ts'
import { deskInBrowser } from './desk-in-browser.ts'
import { eventually } from './process.ts'

/** What happens around one's own words while one writes: a real process, a real browser. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('whoever writes', () => {
  const desk = deskInBrowser()

  const begin = (...content: DocumentNode[]) =>
    desk.database.write((tx) => {
      const body = content.length > 0 ? ({ type: 'doc', content } as const) : emptyDocument
      return draft(tx, { headline: 'Ferries', language: 'en', body }, new Date())
    })

  const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

  async function open(name: string, articleId: string) {
    const writer = await desk.colleague({ name })
    await writer.open(articleId)
    return writer
  }

  const selected = (page: Page) => page.evaluate(() => getSelection()!.toString())
  const written = (page: Page) => page.locator('.writing').textContent()
  /** Selects some words of the first paragraph, or puts the cursor behind them. */
  async function select(page: Page, words: string, isBehind = false) {
    await page.locator('.writing').focus()
    await page.evaluate(
      ([words, isBehind]) => {
        const text = document.querySelector('.writing > p')!.firstChild!
        const from = text.textContent!.indexOf(words)
        const to = from + words.length
        getSelection()!.setBaseAndExtent(text, isBehind ? to : from, text, to)
      },
      [words, isBehind] as const,
    )
    // The editor hears of it from the browser.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
  }

  test('keeps the words that they have selected, whatever a colleague makes of the paragraph', async () => {
    const articleId = await begin(
      words('The ferry runs on Monday and on Friday.'),
      words('It is full.'),
    )
    const [ada, ben] = [await open('Ada', articleId), await open('Ben', articleId)]
    await select(ada.page, 'Monday')
    expect(await selected(ada.page)).toBe('Monday')
    const text = ada.page.locator('.writing')

    const isStill = async (selector: string, words: string) => {
      await text.locator(selector, { hasText: words }).first().waitFor()
      await eventually(
        () => selected(ada.page),
        (now) => now === 'Monday',
      )
    }
    await select(ben.page, 'The ferry', true)
    await ben.page.keyboard.press('Enter')
    await isStill('p', 'runs on Monday')
    await ben.page.keyboard.type('Nonetheless it')
    await isStill('p', 'Nonetheless it')
    await ben.page.keyboard.press('Control+Alt+2')
    await isStill('h2', 'runs on Monday')
    await ben.page.keyboard.press('Control+Shift+8')
    await isStill('ul', 'runs on Monday')
    // What is selected is what goes.
    await ada.page.keyboard.type('Tuesday')
    await eventually(
      () => written(ben.page),
      (now) => now!.includes('Nonetheless it runs on Tuesday and on Friday.'),
    )
    await ada.context.close()
    await ben.context.close()
  }, 90_000)

  test('has nothing of a colleague’s cursor in the text, also where the browser joins paragraphs by itself', async () => {
    const articleId = await begin(words('The ferry'), words('runs on Monday.'))
    const [ada, ben] = [await open('Ada Haddad', articleId), await open('Ben', articleId)]
    await ada.page.locator('.writing').focus()
    await ada.page.keyboard.press('Control+End')
    await ben.page.locator('.their-name[data-name="Ada Haddad"]').waitFor({ state: 'attached' })
    await ben.page.locator('.writing').focus()
    await ben.page.evaluate(() => {
      const [, second] = document.querySelectorAll('.writing > p')
      getSelection()!.collapse(second!.firstChild, 0)
      document.execCommand('delete')
    })
    const joined = async (page: Page) =>
      await eventually(
        () => page.locator('.writing > p').allTextContents(),
        (now) => now.length === 1,
      )
    expect(await joined(ben.page)).toEqual(['The ferryruns on Monday.'])
    expect(await joined(ada.page)).toEqual(['The ferryruns on Monday.'])
    await ada.context.close()
    await ben.context.close()
  }, 60_000)

  const paste = (page: Page, html: string) =>
    page.evaluate((html) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      clipboardData.setData('text/plain', 'Pasted.')
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('.writing')!.dispatchEvent(event)
    }, html)

  test('brings a picture along that is pasted with its words, and hears of one that is damaged', async () => {
    const articleId = await begin(words('The ferry.'))
    const { page, context } = await open('Ada', articleId)
    const square = { width: 320, height: 200, channels: 3 as const, background: '#335577' }
    const bytes = await sharp({ create: square }).png().toBuffer()
    await page.locator('.writing').focus()
    await page.keyboard.press('Control+End')
    await paste(
      page,
      `<p>Its bow.</p><img alt="The bow" src="data:image/png;base64,${bytes.toString('base64')}">`,
    )
    await page.locator('.writing').getByText('Its bow.').waitFor()
    // Its address: it has come into the library.
    await page.locator('.writing img[src^="/"]').waitFor()
    await page.getByText('Stored', { exact: true }).waitFor()
    const kept = await desk.database.db.selectFrom('pictures').select(['width', 'height']).execute()
    expect(kept).toEqual([{ width: 320, height: 200 }])

    const broken = bytes.subarray(0, 60).toString('base64')
    await paste(
      page,
      `<p>Its stern.</p><img alt="The stern" src="data:image/png;base64,${broken}">`,
    )
    await page.getByText('The picture is damaged and cannot be read.').waitFor()
    await page.locator('.writing').getByText('Its stern.').waitFor()
    expect(await page.locator('.writing img').count()).toBe(1)
    await context.close()
  }, 60_000)

  test('goes on from the standfirst to the text with the very next letter', async () => {
    const { page, context } = await open('Ada', await begin())
    const standfirst = page.getByLabel('Standfirst', { exact: true }).first()
    await standfirst.focus()
    // Whoever types fast is not waited for: where the keyboard is when Enter has been heard, the next letter goes.
    const isInText = await standfirst.evaluate((field) => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      return Boolean(document.activeElement?.closest('.writing'))
    })
    expect(isInText).toBe(true)
    await page.keyboard.type('The strike began on a Monday.')
    expect(await standfirst.inputValue()).toBe('')
    expect(await written(page)).toBe('The strike began on a Monday.')
    await context.close()
  }, 60_000)

  test('has nothing put into the text by a menu of which nothing was chosen', async () => {
    const { page, context } = await open('Ada', await begin(words('The ferry is late.')))
    await page.locator('.writing').focus()
    await page.keyboard.press('Control+End')
    const menu = page.getByRole('listbox', { name: 'Insert' })
    await page.getByRole('button', { name: 'Insert', exact: true }).click()
    await menu.waitFor()
    await page.getByLabel('Standfirst', { exact: true }).first().click()
    await menu.waitFor({ state: 'detached' })
    await eventually(
      () => written(page),
      (now) => now === 'The ferry is late.',
    )
    await page.getByRole('button', { name: 'Insert', exact: true }).click()
    await menu.waitFor()
    await page.keyboard.press('Escape')
    await eventually(
      () => written(page),
      (now) => now === 'The ferry is late.',
    )
    await page.getByRole('button', { name: 'Insert', exact: true }).click()
    await menu.getByRole('option', { name: 'Pull quote' }).click()
    expect(await written(page)).toBe('The ferry is late.')
    // A slash of one's own stays.
    await page.keyboard.type(' 1 /')
    await page.keyboard.press('Escape')
    expect(await written(page)).toBe('The ferry is late. 1 /')
    await context.close()
  }, 60_000)

  test('finds and replaces without a mouse, and goes on where that was', async () => {
    const { page, context } = await open('Ada', await begin(words('A dam, the dam and a weir.')))
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByLabel('Find', { exact: true }).fill('dam')
    await page.getByLabel('Replace with').fill('lock')
    await page.getByRole('button', { name: 'Replace all' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.writing').getByText('A lock, the lock').waitFor()
    expect(await page.locator(':focus').inputValue()).toBe('dam')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('weir')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await page.locator('.writing:focus').waitFor()
    await eventually(
      () => selected(page),
      (now) => now === 'weir',
    )
    await context.close()
  }, 60_000)

  test('is told how long a text takes to read once there is one', async () => {
    const { page, context } = await open('Ada', await begin())
    await page.getByText('0 words', { exact: true }).waitFor()
    await page.locator('.writing').focus()
    await page.keyboard.type('One.')
    await page.getByText('1 word · 1 minute to read').waitFor()
    await context.close()
  }, 60_000)

  test('chooses a picture by pointing at it', async () => {
    const pictures = desk.database.db.selectFrom('pictures').select('id')
    const { id: picture } = await pictures.executeTakeFirstOrThrow()
    const articleId = await begin({ type: 'picture', attrs: { picture } })
    const { page, context } = await open('Ada', articleId)
    await page.locator('.writing img').click()
    await page.getByLabel('Alternative text, here only').fill('The bow of the ferry')
    await page.locator('.writing img[alt="The bow of the ferry"]').waitFor()
    await context.close()
  }, 60_000)

  test('sees how other sites will show a link: with its words, and with its picture once it has one', async () => {
    const bytes = await sharp({
      create: { width: 1300, height: 900, channels: 3, background: 'navy' },
    })
      .jpeg()
      .toBuffer()
    const ada = await open('Ada', await begin())
    const { page } = ada
    await page.getByText('Search and other sites').click()
    const card = page.locator('.elsewhere')
    const width = () => card.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)
    await eventually(width, (drawn) => drawn === 1200)
    expect(await card.locator('strong').textContent()).toBe('Ferries')
    const source = () => card.locator('img').getAttribute('src')
    const before = await source()
    await page.getByRole('textbox', { name: 'Headline', exact: true }).fill('Ferries run again')
    await eventually(source, (now) => now !== before)
    await eventually(width, (drawn) => drawn === 1200)
    await page.getByLabel('Title for other sites').fill('They run again')
    expect(await card.locator('strong').textContent()).toBe('They run again')
    const chooser = page.waitForEvent('filechooser')
    await page
      .getByRole('group', { name: 'Picture for other sites' })
      .getByRole('button', { name: 'Choose a picture' })
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Add pictures' }).click()
    await (await chooser).setFiles([{ name: 'ferry.jpg', mimeType: 'image/jpeg', buffer: bytes }])
    await eventually(source, (now) => now?.startsWith('/pictures/') ?? false)
    expect(ada.wrong).toEqual([])
    await ada.context.close()
  }, 60_000)
})
