import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDatabase } from '../src/platform/database.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { openBrowser } from './browser.ts'
import { testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { startNewsroom } from './process.ts'

const chromium = inject('chromium')

describe.skipIf(!chromium)('a guest', () => {
  let browser: Browser
  let newsroom: Awaited<ReturnType<typeof startNewsroom>>
  let folder: string
  let site: string

  beforeAll(async () => {
    folder = testFolder()
    const port = await freePort()
    site = `http://localhost:${port}`
    newsroom = await startNewsroom({ DATA_DIR: folder, PORT: String(port), SITE_URL: site })
    browser = await openBrowser(chromium!)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await newsroom?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function editor() {
    const { write, close } = openDatabase(sqlite(join(folder, 'newsroom.db')))
    const secret = await write(async (tx) => {
      const person = { email: 'ada@paper.example', name: 'Ada Haddad', roleId: 'editor' }
      return await openSession(tx, await invite(tx, null, person, new Date()), 'test', new Date())
    })
    await close()
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ name: 'desk', value: secret, url: site }])
    return await context.newPage()
  }

  const violations = async (page: Page) =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
      id,
      nodes.map((node) => node.html),
    ])

  test('is invited, writes without an account and without scripts, and is published with their disclaimer', async () => {
    const desk = await editor()
    await desk.goto(`${site}/desk/guests`)
    await desk.getByText('Nobody has been invited yet.', { exact: false }).waitFor()
    await desk.getByRole('button', { name: 'Invite a guest' }).click()
    await desk.getByLabel('What they are to write').fill('What the dam means for us')
    await desk.getByLabel('Name').fill('Ben Orlan')
    await desk.getByLabel('E-mail address').fill('ben@guest.example')
    await desk.getByRole('button', { name: 'Invite', exact: true }).click()
    const link = (await desk.locator('code').textContent())!
    expect(await violations(desk)).toEqual([])

    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    })
    const guest = await context.newPage()
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

    await desk.goto(`${site}/desk/guests`)
    await desk.getByText('Has sent the draft').waitFor()
    await desk.getByRole('link', { name: 'Open the article' }).click()
    await desk.locator('.writing').getByText('not asked').waitFor()
    await desk.getByRole('button', { name: 'Publish', exact: true }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await desk.getByText('Published.', { exact: true }).waitFor()
    const paper = await (await fetch(`${site}/the-valley-below`)).text()
    for (const words of [
      '<strong>not asked</strong>',
      'Ben Orlan',
      'member of the growers’ union',
      'guest contributor',
    ])
      expect(paper).toContain(words)
    await desk.goto(`${site}/desk/guests`)
    await desk.getByText('Published').first().waitFor()
    await context.close()
    await desk.context().close()
  }, 90_000)
})
