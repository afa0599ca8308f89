import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, inject, test } from 'vitest'
import { emptyDocument } from '../src/articles/document.ts'
import { draft } from '../src/articles/write.ts'
import { deskInBrowser, heard, violations } from './desk-in-browser.ts'
import { eventually } from './process.ts'

/** What was typed stays until it is stored, or somebody says that it may go: a real process, a real browser. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('what was typed', () => {
  const desk = deskInBrowser()
  const administrator = (name: string) => desk.colleague({ name, roleId: 'administrator' })
  const nameIn = (page: Page) => page.getByLabel('Name', { exact: true })
  const save = async (page: Page) => {
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.').waitFor()
  }

  test('into a form is not taken along by a link or by Back unless its writer says so', async () => {
    const { page, context, wrong, go } = await administrator('Ada')
    await go('/staff')
    await page.getByRole('link', { name: 'Settings' }).click()
    await nameIn(page).fill('The Ferry')
    const question = page.getByRole('alertdialog', { name: 'You have not saved' })
    await page.getByRole('link', { name: 'Colours' }).click()
    await question.waitFor()
    expect(await violations(page)).toEqual([])
    await question.getByRole('button', { name: 'Go on' }).click()
    await page.goBack()
    await question.waitFor()
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    expect(await nameIn(page).inputValue()).toBe('The Ferry')

    await save(page)
    await page.getByRole('link', { name: 'Colours' }).click()
    await page.getByRole('heading', { name: 'Colours' }).waitFor()
    await page.getByRole('link', { name: 'Newsroom' }).click()
    await nameIn(page).fill('The Raft')
    await page.getByRole('link', { name: 'Colours' }).click()
    await question.getByRole('button', { name: 'Throw it away' }).click()
    await page.getByRole('heading', { name: 'Colours' }).waitFor()

    // The browser asks in its own words when the tab is closed or loaded again.
    const asks: string[] = []
    page.on('dialog', (dialog) => {
      asks.push(dialog.type())
      void dialog.dismiss()
    })
    await page.getByRole('link', { name: 'Newsroom' }).click()
    expect(await nameIn(page).inputValue()).toBe('The Ferry')
    await page.close({ runBeforeUnload: true })
    await eventually(async () => page.isClosed(), Boolean)
    expect(asks).toEqual([])
    const second = await context.newPage()
    await second.goto(`${desk.site}/desk/settings`)
    await nameIn(second).fill('The Raft')
    const asked = second.waitForEvent('dialog')
    await second.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    expect(await nameIn(second).inputValue()).toBe('The Raft')
    expect(wrong).toEqual([])
    await context.close()
  }, 90_000)

  test('into a dialog outlasts a click beside it and an Escape', async () => {
    const { page, context, go } = await desk.colleague()
    await go('/guests')
    await page.getByRole('button', { name: 'Invite a guest' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Brief').fill('800 words, and no jokes about the ferry.')
    await page.mouse.click(5, 450)
    // The dialog takes the keyboard back.
    await page.locator('.dialog:focus, .dialog :focus').waitFor()
    await page.keyboard.press('Escape')
    await dialog.getByText('not saved yet').waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Go on' }).click()
    expect(await dialog.getByLabel('Brief').inputValue()).toContain('no jokes')
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: 'Throw it away' }).click()
    await dialog.waitFor({ state: 'detached' })
    await context.close()
  }, 60_000)

  test('into a field that is kept when it is left is kept by Escape, too', async () => {
    const articleId = await desk.database.write((tx) =>
      draft(tx, { headline: 'Ferries', language: 'en', body: emptyDocument }, new Date()),
    )
    const { page, context, open } = await desk.colleague()
    await open(articleId)
    await page.getByRole('button', { name: /^Draft\. / }).click()
    await page.getByLabel('Due').fill('2031-06-01T12:30')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const due = desk.database.db.selectFrom('articles').select('due').where('id', '=', articleId)
    await eventually(
      () => due.executeTakeFirstOrThrow(),
      (now) => now.due === '2031-06-01T12:30:00.000Z',
    )
    await context.close()
  }, 60_000)

  test('is sent by one press, also where what was wrong with it goes and the button moves', async () => {
    const { page, context, go } = await desk.colleague()
    await go('/guests')
    await page.getByRole('button', { name: 'Invite a guest' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What they are to write').fill('The last ferry')
    await dialog.getByLabel('Name', { exact: true }).fill('Claire Vasseur')
    await dialog.getByLabel('E-mail address').fill('claire')
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
    await dialog.getByText('Write a whole e-mail address').waitFor()
    await dialog.getByLabel('E-mail address').fill('claire@elsewhere.example')
    await heard(page)
    // Where it stands now is where the finger goes down, and where it comes up.
    const at = (await dialog.getByRole('button', { name: 'Invite', exact: true }).boundingBox())!
    await page.mouse.click(at.x + at.width / 2, at.y + at.height - 4)
    await page.getByRole('heading', { name: 'The guest’s link' }).waitFor()
    await context.close()
  }, 60_000)

  test('that cannot be saved is shown where it stands', async () => {
    const { page, context, go } = await administrator('Ada')
    await go('/settings/languages')
    await page.getByLabel('Time zone').fill('Europe/Atlantis')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('input:focus').waitFor()
    expect(await page.locator(':focus').inputValue()).toBe('Europe/Atlantis')
    expect(await page.getByRole('alert').allInnerTexts()).toEqual([])
    await page.getByText('This is no time zone.').waitFor()
    await context.close()
  }, 60_000)

  test('waits where a session has ended until its writer has signed in again', async () => {
    const { page, context, go } = await administrator('Ada')
    await go('/settings')
    await nameIn(page).fill('The Barge')
    const cookies = await context.cookies()
    await context.clearCookies()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('You are signed out. What you typed is still here').waitFor()
    expect(await violations(page)).toEqual([])
    await context.addCookies(cookies)
    await save(page)
    expect(await nameIn(page).inputValue()).toBe('The Barge')
    await context.close()
  }, 60_000)

  test('into a note outlasts its panel, and is asked about before the article is left', async () => {
    const articleId = await desk.database.write((tx) =>
      draft(tx, { headline: 'Ferries', language: 'en', body: emptyDocument }, new Date()),
    )
    const { page, context, open } = await desk.colleague()
    await open(articleId)
    await page.locator('.writing').focus()
    await page.keyboard.type('The ferry is late.')
    await page.keyboard.press('Control+Alt+m')
    await page.getByLabel('Your note').fill('By how much?')
    await page.getByRole('button', { name: 'History', exact: true }).click()
    await page.getByRole('button', { name: 'Notes', exact: true }).click()
    expect(await page.getByLabel('Your note').inputValue()).toBe('By how much?')

    await page.getByRole('link', { name: 'Back to the articles' }).click()
    const question = page.getByRole('alertdialog', { name: 'You have not saved' })
    await question.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('button', { name: 'Add the note' }).click()
    await page.getByRole('article', { name: /Note by Ada Haddad/ }).waitFor()
    await page.getByRole('button', { name: 'Answer' }).click()
    await page.getByLabel('Your answer').fill('Two hours.')
    await page.getByRole('button', { name: 'History', exact: true }).click()
    await page.getByRole('button', { name: /Notes/ }).click()
    expect(await page.getByLabel('Your answer').inputValue()).toBe('Two hours.')
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    await page.getByRole('link', { name: 'Back to the articles' }).click()
    await page.getByRole('heading', { name: 'Articles' }).waitFor()
    await context.close()
  }, 60_000)

  test('stays beside what a colleague says meanwhile of the same picture or in the same settings', async () => {
    const square = { width: 320, height: 200, channels: 3 as const, background: '#335577' }
    const bytes = await sharp({ create: square }).png().toBuffer()
    const [ada, ben] = [await administrator('Ada'), await administrator('Ben')]
    await ada.go('/pictures')
    await ada.page.locator('input[type=file]').first().setInputFiles({
      name: 'bow.png',
      mimeType: 'image/png',
      buffer: bytes,
    })
    const look = async ({ page, go }: typeof ada) => {
      await go('/pictures')
      await page.getByRole('row').first().click()
      await page.getByRole('dialog').getByLabel('Alternative text').waitFor()
      return page.getByRole('dialog')
    }
    await ada.page.getByRole('row').first().waitFor()
    const [adas, bens] = [await look(ada), await look(ben)]
    await adas.getByLabel('Alternative text').fill('The bow of the ferry')
    await bens.getByLabel('Credit').fill('Ben Haddad')
    await save(ben.page)
    await ada.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await save(ada.page)
    expect(await adas.getByLabel('Alternative text').inputValue()).toBe('The bow of the ferry')
    expect(await adas.getByLabel('Credit').inputValue()).toBe('Ben Haddad')
    // Of the same words, the later writer looks at the earlier first.
    await bens.getByLabel('Alternative text').fill('A bow')
    await ben.page.getByRole('button', { name: 'Save', exact: true }).click()
    await bens.getByText('Somebody else has changed this picture meanwhile').waitFor()
    expect(await bens.getByLabel('Alternative text').inputValue()).toBe('A bow')

    await ada.go('/settings')
    await ben.go('/settings/languages')
    await nameIn(ada.page).fill('The Lighter')
    await ben.page.getByLabel('Time zone').fill('Asia/Beirut')
    await save(ben.page)
    await save(ada.page)
    await ben.go('/settings')
    expect(await nameIn(ben.page).inputValue()).toBe('The Lighter')
    await ben.go('/settings/languages')
    expect(await ben.page.getByLabel('Time zone').inputValue()).toBe('Asia/Beirut')
    await ada.context.close()
    await ben.context.close()
  }, 90_000)

  test('into an article without a line is remembered on every screen until it is sent, and before one signs out', async () => {
    const articleId = await desk.database.write((tx) =>
      draft(tx, { headline: 'Ferries', language: 'en', body: emptyDocument }, new Date()),
    )
    const { page, context, open } = await desk.colleague()
    await open(articleId)
    await desk.killed(async () => {
      await page.locator('.writing').focus()
      await page.keyboard.type('Written on the ferry.')
      await page.getByText('Not connected.', { exact: false }).waitFor()
      await page.getByRole('link', { name: 'Back to the articles' }).click()
      await page.getByText('has not been sent yet').waitFor()
    })
    await page.goto(`${desk.site}/desk/guests`)
    await page.getByText('has not been sent yet').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('Signing out removes it').waitFor()
    await page.getByRole('link', { name: 'Open the article' }).click()
    await page.locator('.writing').getByText('Written on the ferry.').waitFor()
    await page.getByText('Stored', { exact: true }).waitFor()
    const written = desk.database.db
      .selectFrom('articles')
      .select('body')
      .where('id', '=', articleId)
    await eventually(
      () => written.executeTakeFirstOrThrow(),
      ({ body }) => JSON.stringify(body).includes('Written on the ferry.'),
    )
    await page.getByRole('link', { name: 'Back to the articles' }).click()
    await page.getByRole('heading', { name: 'Articles' }).waitFor()
    expect(await page.getByText('has not been sent yet').count()).toBe(0)
    await context.close()
  }, 90_000)
})
