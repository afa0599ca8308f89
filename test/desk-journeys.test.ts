import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { eventually, startNewsroom } from './process.ts'

/** The desk as colleagues meet it: real processes, a real browser, letters in a folder. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('at the desk', () => {
  let browser: Browser
  let newsroom: Awaited<ReturnType<typeof startNewsroom>>
  let folder: string
  let site: string

  beforeAll(async () => {
    folder = testFolder()
    const port = await freePort()
    // By name: browsers give passkeys to names only.
    site = `http://localhost:${port}`
    newsroom = await startNewsroom({ DATA_DIR: folder, PORT: String(port), SITE_URL: site })
    browser = await openBrowser(chromium!)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await newsroom?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function sitDown(options = {}) {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) wrong.push(message.text())
    })
    return { context, page, wrong }
  }

  const violations = async (page: Page) =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
      id,
      nodes.map((node) => node.html),
    ])

  /** The newest letter to somebody that has these words in it. */
  const letterTo = (address: string, words: string) =>
    eventually(
      async () =>
        readdirSync(join(folder, 'mail'))
          .filter((name) => name.endsWith('.eml'))
          .sort()
          .map((name) => readFileSync(join(folder, 'mail', name), 'utf8'))
          .findLast((letter) => letter.includes(`To: ${address}`) && letter.includes(words)) ?? '',
      (letter) => letter !== '',
    )

  test('the first administrator comes in, adds a passkey, and invites an editor, who signs in by letter', async () => {
    const { page, context, wrong } = await sitDown()
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    const [, first] = await newsroom.says(/(http\S+\/desk\/first\?key=\S+)/)
    await page.goto(first!)
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Your name').fill('Ada Haddad')
    await page.getByLabel('Your e-mail address').fill('ada@paper.example')
    await page.getByRole('button', { name: 'Create and sign in' }).click()

    await page.getByRole('link', { name: 'Ada Haddad' }).click()
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The passkey is added.').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Use a passkey' }).click()

    await page.getByRole('link', { name: 'Staff' }).click()
    await page.getByRole('button', { name: 'Invite a colleague' }).click()
    await page.getByLabel('Name').fill('Basim Sule')
    await page.getByLabel('E-mail address').fill('basim@paper.example')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    await page.getByText('Basim Sule has been invited.').waitFor()
    await page.getByRole('button', { name: 'Role of Basim Sule' }).click()
    await page.getByRole('option', { name: 'Editor' }).click()
    await page.getByText('Basim Sule is Editor now.').waitFor()
    expect(await violations(page)).toEqual([])

    await page.goto(`${site}/desk/nowhere`)
    await page.getByRole('heading', { name: 'There is no such screen' }).waitFor()
    expect(await violations(page)).toEqual([])
    // As after an upgrade, when what a screen is made of has another name.
    await page.route('**/desk/assets/board-*', (route) => route.fulfill({ status: 404 }))
    await page.goto(`${site}/desk/board`)
    await page.getByRole('heading', { name: 'This screen could not be shown' }).waitFor()
    await page.unroute('**/desk/assets/board-*')
    await page.getByRole('button', { name: 'Load again' }).click()
    await page.getByRole('heading', { name: 'Articles', exact: true }).waitFor()
    expect(wrong).toEqual([])

    await letterTo('basim@paper.example', 'A place at the desk')
    const basim = await sitDown({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    await basim.page.goto(`${site}/desk/account`)
    await basim.page.locator('[name=email]').first().fill('basim@paper.example')
    await basim.page.getByRole('button', { name: 'Send me a code' }).click()
    const letter = await letterTo('basim@paper.example', 'Type this code')
    await basim.page.locator('[name=code]').fill(/^\s+(\d{6})\s*$/m.exec(letter)![1]!)
    await basim.page.getByRole('button', { name: 'Sign in' }).click()
    expect(new URL(basim.page.url()).pathname).toBe('/desk/account')
    await basim.context.close()
    await context.close()
  }, 90_000)
})
