import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, inject, test } from 'vitest'
import { deskInBrowser, violations } from './desk-in-browser.ts'
import { eventually } from './process.ts'
import { wordDocument } from './word.ts'

const chromium = inject('chromium')

describe.skipIf(!chromium)('a guest', () => {
  const newsroom = deskInBrowser()

  const editor = async () => (await newsroom.colleague()).page

  /** What the letters said that were sent to somebody so far, the newest last. */
  async function letters(to: string) {
    const files = readdirSync(join(newsroom.folder, 'mail')).filter((name) => name.endsWith('.eml'))
    const read = await Promise.all(
      files.sort().map((name) => simpleParser(readFileSync(join(newsroom.folder, 'mail', name)))),
    )
    return read
      .filter((letter) => JSON.stringify(letter.to).includes(to))
      .map(({ text }) => text ?? '')
  }

  async function invited(desk: Page, title: string, name: string, email: string) {
    await desk.goto(`${newsroom.site}/desk/guests`)
    await desk.getByRole('button', { name: 'Invite a guest' }).click()
    await desk.getByLabel('What they are to write').fill(title)
    await desk.getByLabel('Name').fill(name)
    await desk.getByLabel('E-mail address').fill(email)
    await desk.getByRole('button', { name: 'Invite', exact: true }).click()
    return (await desk.locator('code').textContent())!
  }

  /** What axe finds on a page that a guest comes to, light and dark; it needs scripts, which guests do not. */
  async function flaws(address: string) {
    const found: unknown[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await newsroom.browser.newContext({
        colorScheme,
        viewport: { width: 360, height: 740 },
      })
      const page = await context.newPage()
      await page.goto(address)
      found.push(...(await violations(page)))
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (over > 0) found.push(`${over} px too wide`)
      await context.close()
    }
    return found
  }

  /** A phone without scripts, where nobody is signed in. */
  const phone = () =>
    newsroom.browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

  test('is invited, writes without an account and without scripts, and is published with their disclaimer', async () => {
    const desk = await editor()
    await desk.goto(`${newsroom.site}/desk/guests`)
    await desk.getByText('Nobody has been invited yet.', { exact: false }).waitFor()
    await desk.getByRole('button', { name: 'Invite a guest' }).click()
    await desk.getByLabel('What they are to write').fill('What the dam means for us')
    await desk.getByLabel('Name').fill('Ben Orlan')
    await desk.getByLabel('E-mail address').fill('ben@guest.example')
    await desk.getByRole('button', { name: 'Invite', exact: true }).click()
    const link = (await desk.locator('code').textContent())!
    expect(await violations(desk)).toEqual([])

    const context = await newsroom.browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    })
    const guest = await context.newPage()
    guest.setDefaultTimeout(25_000)
    await guest.goto(link)
    await guest.getByText('What the dam means for us').first().waitFor()
    await guest.locator('[name=headline]').fill('The valley below')
    await guest.locator('[name=text]').fill('We were **not asked**.\n\n- Ulmen\n- Harnau')
    await guest.locator('[name=biography]').fill('Ben Orlan farms below the dam.')
    await guest.locator('[name=disclosures]').fill('He is a member of the growers’ union.')
    await guest.getByRole('button', { name: 'Keep the draft' }).click()
    await guest.getByText('Kept.', { exact: false }).waitFor()
    await guest.goto(link)
    expect(await guest.locator('[name=headline]').inputValue()).toBe('The valley below')
    await guest.getByRole('button', { name: 'Send it to the newsroom' }).click()
    // Nothing that was typed is lost by what was forgotten.
    expect(await guest.locator('[name=biography]').inputValue()).toContain('Ben Orlan')
    await guest.locator('[name=agreed]').check()
    await guest.getByRole('button', { name: 'Send it to the newsroom' }).click()
    await guest.getByText('Your text has been sent', { exact: false }).waitFor()

    await desk.goto(`${newsroom.site}/desk/guests`)
    await desk.getByText('Has sent the draft').waitFor()
    await desk.getByRole('link', { name: 'Open the article' }).click()
    await desk.locator('.writing').getByText('not asked').waitFor()
    await desk.getByRole('button', { name: 'Publish', exact: true }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await desk.getByText('Published.', { exact: true }).waitFor()
    const paper = await (await fetch(`${newsroom.site}/the-valley-below`)).text()
    for (const words of [
      '<strong>not asked</strong>',
      'Ben Orlan',
      'member of the growers’ union',
      'guest contributor',
    ])
      expect(paper).toContain(words)
    await desk.goto(`${newsroom.site}/desk/guests`)
    await desk.getByText('Published').first().waitFor()
    await context.close()
    await desk.context().close()
  }, 90_000)

  test('comes by the letter, uploads a Word document and a portrait, sends again when asked, and hears that it is out', async () => {
    const desk = await editor()
    await invited(desk, 'Who owns the dam?', 'Mira Saleh', 'mira@guest.example')
    const [invitation] = await eventually(
      () => letters('mira@guest.example'),
      ({ length }) => length === 1,
    )
    const link = /http\S+key=\S+/.exec(invitation!)![0]
    const context = await phone()
    const guest = await context.newPage()
    guest.setDefaultTimeout(25_000)
    await guest.goto(link)
    expect(await flaws(link)).toEqual([])
    // Their link opens their page, and nothing of the desk.
    const inside = await context.newPage()
    for (const room of ['/desk', '/desk/guests']) {
      await inside.goto(newsroom.site + room)
      expect(new URL(inside.url()).pathname).toBe('/desk/sign-in')
    }
    expect((await inside.goto(`${newsroom.site}/desk/preview/any`))?.status()).toBe(401)

    await guest.locator('[name=headline]').fill('Whose dam is it?')
    await guest.locator('[name=text]').fill('A first try.')
    await guest.locator('[name=file]').setInputFiles({
      name: 'whose dam.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: await wordDocument(),
    })
    await guest.locator('[name=picture]').setInputFiles({
      name: 'me.jpg',
      mimeType: 'image/jpeg',
      buffer: await sharp({ create: { width: 400, height: 400, channels: 3, background: '#557' } })
        .jpeg()
        .toBuffer(),
    })
    await guest.locator('[name=biography]').fill('Mira Saleh lives below the dam.')
    await guest.locator('[name=agreed]').check()
    const send = () => guest.getByRole('button', { name: 'Send it to the newsroom' }).click()
    await send()
    await guest.getByText('only the text above is sent', { exact: false }).waitFor()
    await guest.getByText('whose dam.docx is kept', { exact: false }).waitFor()
    await guest.getByText('Your portrait is kept', { exact: false }).waitFor()
    await guest.locator('[name=text]').fill('')
    await send()
    await guest.getByText('Say who took the portrait', { exact: false }).waitFor()
    expect(await flaws(link)).toEqual([])
    await guest.locator('[name=credit]').fill('Ben Orlan')
    await send()
    await guest.getByText('Your text has been sent', { exact: false }).waitFor()
    expect((await fetch(`${newsroom.site}/contributors/mira-saleh`)).status).toBe(404)

    // The editor has read it and asks for another headline: the former link is over, the newer one opens the draft.
    await desk.getByRole('button', { name: 'New link: Who owns the dam?' }).click()
    await desk.getByText('There is a new link', { exact: false }).first().waitFor()
    const again = (await desk.locator('code').textContent())!
    await guest.goto(link)
    await guest.getByRole('heading', { name: 'This link does not work' }).waitFor()
    await guest.goto(again)
    expect(await guest.locator('[name=biography]').inputValue()).toContain('Mira Saleh')
    await guest.locator('[name=headline]').fill('The dam is ours')
    await guest.locator('[name=agreed]').check()
    await send()
    await guest.getByText('Your text has been sent', { exact: false }).waitFor()

    await desk.goto(`${newsroom.site}/desk/guests`)
    await desk
      .getByRole('listitem')
      .filter({ hasText: 'Who owns the dam?' })
      .getByRole('link', { name: 'Open the article' })
      .click()
    const writing = desk.locator('.writing')
    await writing.getByRole('heading', { name: 'What we were told' }).waitFor()
    await desk.getByRole('button', { name: 'Publish', exact: true }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await desk.getByText('Published.', { exact: true }).waitFor()

    const [, , told] = await eventually(
      () => letters('mira@guest.example'),
      ({ length }) => length === 3,
    )
    const reader = await context.newPage()
    await reader.goto(/http\S+whose-dam-is-it/.exec(told!)![0])
    await reader.getByRole('heading', { name: 'The dam is ours' }).waitFor()
    await reader.locator('strong', { hasText: 'not asked' }).waitFor()
    expect(await reader.locator('article li').allInnerTexts()).toEqual(
      expect.arrayContaining(['Ulmen', 'Harnau']),
    )
    await reader.locator('a[href="https://register.example/dam"]').waitFor()
    const portrait = reader.locator('.portrait img')
    await portrait.scrollIntoViewIfNeeded()
    await eventually(
      () => portrait.evaluate((image: HTMLImageElement) => image.naturalWidth),
      (width) => width > 0,
    )
    await reader.getByRole('link', { name: 'Mira Saleh' }).first().click()
    await reader.getByText('Portrait: Ben Orlan', { exact: false }).waitFor()
    expect(await flaws(reader.url())).toEqual([])
    await context.close()
    await desk.context().close()
  }, 120_000)

  test('whose link is revoked reaches nothing with it any more', async () => {
    const desk = await editor()
    const link = await invited(desk, 'On the strike', 'Danil Orve', 'danil@guest.example')
    const context = await phone()
    const guest = await context.newPage()
    guest.setDefaultTimeout(25_000)
    await guest.goto(link)
    await guest.locator('[name=headline]').fill('Typed in vain')
    await desk.getByRole('button', { name: 'Revoke: On the strike' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click()
    await desk.getByRole('dialog').waitFor({ state: 'detached' })
    await guest.getByRole('button', { name: 'Keep the draft' }).click()
    await guest.getByRole('heading', { name: 'This link does not work' }).waitFor()
    // Its page cannot be gone back to.
    const said = guest.getByLabel('What you have just written is kept nowhere')
    expect(await said.inputValue()).toBe('Typed in vain')
    expect(await flaws(link)).toEqual([])
    await context.close()
    await desk.context().close()
  }, 60_000)
})
