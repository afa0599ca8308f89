import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { changeNewsroom } from '../src/newsroom/settings.ts'
import { uuid } from '../src/platform/ids.ts'
import { deskInBrowser, violations } from './desk-in-browser.ts'
import { eventually } from './process.ts'

/** Setting a newsroom up at the desk: real processes, a real browser. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('in the settings', () => {
  const desk = deskInBrowser()

  const administrator = (options = {}) => desk.colleague({ roleId: 'administrator', options })

  const visit = async (page: Page, room: string) => {
    await page.goto(`${desk.site}/desk/settings${room}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  const save = async (page: Page) => {
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.').waitFor()
  }

  test('an administrator names the paper, gives it a colour and puts its links in order by keyboard', async () => {
    const { page, context, wrong } = await administrator()
    await page.goto(`${desk.site}/desk`)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByLabel('Name', { exact: true }).fill('')
    await page.getByLabel('Name', { exact: true }).fill('The Ferry')
    await page.getByLabel('Line under the name').fill('News from both banks.')
    expect(await violations(page)).toEqual([])
    await save(page)

    await page.getByRole('link', { name: 'Colours' }).click()
    const light = page.getByRole('group', { name: 'On light pages' })
    await light.getByLabel('Code').fill('#ffcc00')
    await light.getByLabel('Code').blur()
    await light.getByText('too faint').waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('alert').filter({ hasText: 'Choose a darker one' }).waitFor()
    expect(await violations(page)).toEqual([])
    await light.getByLabel('Code').fill('#123c69')
    await light.getByLabel('Code').blur()
    await save(page)

    await page.getByRole('link', { name: 'Navigation' }).click()
    for (const [label, href] of [
      ['About', '/about'],
      ['Imprint', '/imprint'],
    ] as const) {
      await page.getByRole('button', { name: 'Add a link' }).click()
      await page.getByLabel('Words').fill(label)
      await page.getByLabel('Leads to').fill(href)
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Done' }).click()
    }
    await page.getByRole('row', { name: 'Imprint' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await eventually(
      () => page.getByRole('grid').getByRole('row').allInnerTexts(),
      (rows) => /Imprint/.test(rows[0] ?? ''),
    )
    await save(page)
    expect(await violations(page)).toEqual([])

    await page.goto(desk.site)
    const text = await page.content()
    for (const shown of ['The Ferry', 'News from both banks.', '#123c69'])
      expect(text).toContain(shown)
    expect(text).toMatch(/Imprint[\s\S]*About/)
    expect(wrong).toEqual([])
    await context.close()
  }, 90_000)

  test('a page, a category and a redirect are made, and what was done is looked up', async () => {
    const { page, context, wrong } = await administrator()
    await visit(page, '/categories')
    await page.getByText('No categories yet').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Add a category' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Harbours')
    await page.getByRole('dialog').getByRole('button', { name: 'Add a category' }).click()
    await page.getByRole('row', { name: 'Harbours' }).waitFor()
    expect(await violations(page)).toEqual([])

    await visit(page, '/redirects')
    await page.getByText('No address leads elsewhere yet').waitFor()
    await page.getByRole('button', { name: 'Add a redirect' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Old address').fill('/harbours')
    await dialog.getByLabel('Leads to').fill('/harbours')
    await dialog.getByRole('button', { name: 'Add a redirect' }).click()
    await dialog.getByText('would lead to itself').waitFor()
    expect(await violations(page)).toEqual([])
    await dialog.getByLabel('Old address').fill('https://old.example/ports/')
    await dialog.getByRole('button', { name: 'Add a redirect' }).click()
    await page.getByText('→ /harbours').waitFor()
    expect(await violations(page)).toEqual([])
    const moved = await fetch(`${desk.site}/ports`, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/harbours'])

    await visit(page, '/pages')
    await page.getByRole('button', { name: 'Begin a page' }).click()
    await page.getByLabel('Title').fill('About us')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.waitForURL('**/desk/articles/*')
    await visit(page, '/pages')
    await page.getByRole('link', { name: 'About us' }).waitFor()
    expect(await violations(page)).toEqual([])

    await visit(page, '/log')
    await page.getByText('added a redirect').waitFor()
    await page.getByRole('button', { name: /What$/ }).click()
    await page.getByRole('option', { name: 'Redirects' }).click()
    await page.getByText('added the category').waitFor({ state: 'detached' })
    expect(await page.locator('.rows > li').allInnerTexts()).toEqual([
      expect.stringMatching(/Ada Haddad added a redirect \/ports → \/harbours/),
    ])
    expect(await violations(page)).toEqual([])
    expect(wrong).toEqual([])
    await context.close()
  }, 90_000)

  test('a site is uploaded, looked through and brought in, while the server is killed', async () => {
    const { page, context, wrong } = await administrator()
    // Large enough to be killed in the middle of.
    const file = join(desk.folder, 'large.xml')
    await writeFile(file, largeExport(3000))
    await visit(page, '/import')
    expect(await violations(page)).toEqual([])
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('What importing Long Paper would do').waitFor({ timeout: 60_000 })
    expect(await violations(page)).toEqual([])
    const articles = async () =>
      (
        await desk.database.db
          .selectFrom('articles')
          .select((e) => e.fn.countAll<number>().as('count'))
          .where('kind', '!=', 'page')
          .executeTakeFirstOrThrow()
      ).count
    expect(await articles()).toBe(0)
    await page.getByText('Fetch pictures').click()
    await page.getByRole('button', { name: 'Bring it in' }).click()
    await eventually(articles, (count) => count > 200)
    await desk.killed(async () => expect(await articles()).toBeLessThan(3000))
    await page.getByText('Long Paper has moved in').waitFor({ timeout: 90_000 })
    expect(await articles()).toBe(3000)
    expect(await violations(page)).toEqual([])
    expect(wrong).toEqual([])
    await context.close()
  }, 240_000)

  test('a job that failed for good is tried again, on a phone, from right to left', async () => {
    await desk.database.write(async (tx) => {
      await changeNewsroom(tx, { language: 'ar' }, new Date())
      await tx
        .insertInto('jobs')
        .values({
          id: uuid(new Date()),
          event_id: 'none',
          handler: 'article.published tellHub',
          payload: '{}',
          due: new Date().toISOString(),
          attempts: 10,
          failed: new Date().toISOString(),
          last_error: 'Error: The hub is silent',
        })
        .execute()
    })
    const { page, context, wrong } = await administrator({
      viewport: { width: 320, height: 640 },
      colorScheme: 'dark',
    })
    for (const room of [
      '',
      '/colours',
      '/navigation',
      '/languages',
      '/disclaimers',
      '/policies',
      '/pages',
      '/categories',
      '/redirects',
      '/import',
      '/log',
      '/attention',
    ]) {
      await visit(page, room)
      expect([room, await violations(page)]).toEqual([room, []])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([room, over]).toEqual([room, 0])
    }
    await page.getByText('The hub is silent').waitFor()
    await page.getByRole('button', { name: /صرف النظر/ }).click()
    await page.getByText('The hub is silent').waitFor({ state: 'detached' })
    expect(wrong).toEqual([])
    await context.close()
  }, 120_000)
})

const largeExport = (count: number) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Long Paper</title><link>https://long.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://long.example</wp:base_site_url><wp:base_blog_url>https://long.example</wp:base_blog_url>
${Array.from(
  { length: count },
  (_, n) =>
    `<item><title>Report ${n}</title><link>https://long.example/report-${n}/</link><dc:creator>ada</dc:creator><content:encoded><![CDATA[<p>${`What happened on day ${n}. `.repeat(40)}</p>]]></content:encoded><wp:post_id>${n + 1}</wp:post_id><wp:post_date>2020-01-01 10:00:00</wp:post_date><wp:post_date_gmt>2020-01-01 10:00:00</wp:post_date_gmt><wp:post_name>report-${n}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`,
).join('\n')}
</channel></rss>`
