import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { publish } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { openDatabase } from '../src/platform/database.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { openBrowser } from './browser.ts'
import { testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { startNewsroom } from './process.ts'

/** What each role finds at the desk, and what it is told where it may not go: a real process, a real browser. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('each role at the desk', () => {
  let browser: Browser
  let newsroom: Awaited<ReturnType<typeof startNewsroom>>
  let folder: string
  let site: string
  const there = { draft: '', out: '' }
  const secrets: Record<string, string> = {}

  beforeAll(async () => {
    folder = testFolder()
    const port = await freePort()
    site = `http://localhost:${port}`
    newsroom = await startNewsroom({ DATA_DIR: folder, PORT: String(port), SITE_URL: site })
    const database = openDatabase(sqlite(join(folder, 'newsroom.db')))
    await database.write(async (tx) => {
      const now = new Date()
      there.draft = await draft(tx, { headline: 'Somebody’s draft' }, now)
      there.out = await draft(tx, { headline: 'Readers have this' }, now)
      await publish(tx, there.out, now)
      for (const roleId of ['reporter', 'editor', 'publisher', 'moderator', 'administrator']) {
        const person = { email: `${roleId}@paper.example`, name: `The ${roleId}`, roleId }
        secrets[roleId] = await openSession(tx, await invite(tx, null, person, now), 'test', now)
      }
    })
    await database.close()
    browser = await openBrowser(chromium!)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await newsroom?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function as(roleId: string) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ name: 'desk', value: secrets[roleId]!, url: site }])
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return page
  }
  const rooms = async (page: Page) => {
    const nav = page.getByRole('banner').getByRole('navigation')
    await nav
      .getByRole('link', { name: /^The \w+$/ })
      .first()
      .waitFor()
    return (await nav.getByRole('link').allInnerTexts()).filter((name) => !/^The /.test(name))
  }
  const violations = async (page: Page) =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
      id,
      nodes.map((node) => node.html),
    ])

  const everywhere = ['Articles', 'Staff']
  const writing = ['Articles', 'Pictures', 'Staff']
  const editing = ['Articles', 'Front page', 'Pictures', 'Guests', 'Staff', 'Settings']

  test.each([
    [
      'reporter',
      writing,
      ['/front', '/guests', '/settings', '/settings/contributors', '/settings/log'],
    ],
    ['editor', editing, ['/settings/import', '/settings/redirects', '/settings/log']],
    ['publisher', editing, ['/settings/import', '/settings/pages']],
    ['moderator', everywhere, ['/', '/board', '/calendar', '/front', '/pictures', '/guests']],
    ['administrator', editing, []],
  ])(
    'a %s finds the rooms of the role, and a word about each other one',
    async (roleId, open, closed) => {
      const page = await as(roleId)
      await page.goto(`${site}/desk/staff`)
      expect(await rooms(page)).toEqual(open)
      for (const room of closed) {
        await page.goto(`${site}/desk${room}`)
        // In words, and before anybody has pressed anything.
        await page.getByRole('alert').filter({ hasText: /role/i }).first().waitFor()
        expect([room, await violations(page)]).toEqual([room, []])
      }
      await page.context().close()
    },
    90_000,
  )

  test('a reporter reads what is another’s, and is offered neither to change nor to publish it', async () => {
    const page = await as('reporter')
    for (const id of [there.draft, there.out]) {
      await page.goto(`${site}/desk/articles/${id}`)
      await page.locator('.writing').waitFor()
      for (const name of [/^Publish( changes)?$/, 'Withhold'])
        expect(await page.getByRole('button', { name }).count()).toBe(0)
      expect(await page.locator('.writing [contenteditable=true]').count()).toBe(0)
    }
    await page.goto(`${site}/desk/board`)
    await page.getByText('Somebody’s draft').waitFor()
    expect(await page.getByRole('button', { name: 'Move Somebody’s draft' }).count()).toBe(0)
    await page.context().close()
  }, 60_000)

  test('an editor comes to the settings that are theirs', async () => {
    const page = await as('editor')
    await page.goto(`${site}/desk`)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('heading', { name: 'Contributors', level: 1 }).waitFor()
    await page.getByText('Nobody can be named in a byline yet', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Add a contributor' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Ben Orlan')
    expect(await violations(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Add a contributor' }).click()
    await page.getByRole('button', { name: 'Change: Ben Orlan' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ben Orlan' })
    await dialog.getByLabel('Who they are', { exact: false }).fill('Ben Orlan farms below the dam.')
    await dialog.getByRole('button', { name: 'Add a link' }).click()
    await dialog.getByLabel('Called').fill('Site')
    await dialog.getByRole('group', { name: 'Elsewhere' }).getByLabel('Address').fill('nowhere')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('One of the links cannot be followed', { exact: false }).waitFor()
    expect(await violations(page)).toEqual([])
    await dialog
      .getByRole('group', { name: 'Elsewhere' })
      .getByLabel('Address')
      .fill('https://ben.example/')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    await page.context().close()
  }, 60_000)
})
