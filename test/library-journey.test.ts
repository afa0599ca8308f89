import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, inject, test } from 'vitest'
import { draft } from '../src/articles/write.ts'
import { plainPicture, xmpOf } from './agency-picture.ts'
import { deskInBrowser, violations } from './desk-in-browser.ts'
import { eventually } from './process.ts'

/** The picture library as colleagues use it: real processes, a real browser. */

const chromium = inject('chromium')

const picture = (name: string, background: string, width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
    .then((buffer) => ({ name, mimeType: 'image/jpeg', buffer }))

/** Drops files at the end of the text's first paragraph. */
const drop = (page: Page, files: { name: string; buffer: Buffer }[]) =>
  page.evaluate(
    (all) => {
      const data = new DataTransfer()
      for (const { name, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], name, { type: 'image/jpeg' }))
      }
      const first = document.querySelector('.writing p')!
      const { right, top, height } = first.getBoundingClientRect()
      const at = { clientX: right - 2, clientY: top + height / 2, dataTransfer: data }
      first.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, ...at }))
    },
    files.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') })),
  )

describe.skipIf(!chromium)('in the picture library', () => {
  const desk = deskInBrowser({ DEMO: 'off' })

  const colleague = (roleId = 'editor', options = {}) => desk.colleague({ roleId, options })

  const look = async (page: Page, name: string) => {
    if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/${name}.png` })
  }

  test('an editor adds many pictures at once, credits them together, sets a focus with the keyboard and finds what is unused', async () => {
    const { page, context, wrong } = await colleague()
    await page.goto(`${desk.site}/desk/pictures`)
    await page.getByText('No picture yet.').waitFor()
    expect(await violations(page)).toEqual([])
    await look(page, 'empty')
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Add pictures' }).click(),
    ])
    await chooser.setFiles([
      await picture('harbour.jpg', '#35607a'),
      await picture('market.jpg', '#a2673b', 600, 900),
      await picture('square.jpg', '#6f7d4c', 1200, 500),
      { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') },
    ])
    await page.getByText('3 pictures are in the library.').waitFor()
    await page.getByText(/notes\.jpg.*not a JPEG/).waitFor()
    await look(page, 'sent')
    expect(await violations(page)).toEqual([])
    await page
      .getByRole('region', { name: 'Pictures on their way' })
      .getByRole('button', { name: 'Close' })
      .click()

    await page.getByRole('row', { name: 'harbour.jpg' }).focus()
    await page.keyboard.press('Control+a')
    await page.getByText('3 pictures chosen').waitFor()
    await page.getByRole('button', { name: 'Credit and licence' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Credit').fill('Nadia Khatib')
    await dialog.getByLabel('Licence').fill('CC BY 4.0')
    await look(page, 'many')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('3 pictures are changed.').waitFor()
    await page.getByRole('radio', { name: 'Without credit or licence' }).click()
    await page.getByText('Every picture has its credit and its licence.').waitFor()
    await page.getByRole('radio', { name: 'Unused' }).click()
    await page.getByLabel('Search').fill('market')
    await expect.poll(() => page.getByRole('row').count()).toBe(1)

    await page.getByRole('row', { name: 'market.jpg' }).click()
    await dialog.getByText('Where it stands').waitFor()
    await dialog.getByRole('slider', { name: 'Focus, down' }).focus()
    await page.keyboard.press('Home')
    await dialog.locator('.focus-field img').click({ position: { x: 10, y: 200 } })
    await dialog.getByLabel('Alternative text').fill('Stalls on the market place')
    await look(page, 'details')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    const row = await desk.database.db
      .selectFrom('pictures')
      .select(['focal_x', 'alt', 'credit'])
      .where('name', '=', 'market.jpg')
      .executeTakeFirstOrThrow()
    expect([row.alt, row.credit]).toEqual(['Stalls on the market place', 'Nadia Khatib'])
    expect(row.focal_x).toBeLessThan(0.1)
    await dialog.getByRole('button', { name: 'Remove from the library' }).click()
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('The picture is gone.').waitFor()
    await page.getByLabel('Search').fill('')
    await expect.poll(() => page.getByRole('row').count()).toBe(2)
    await page.setViewportSize({ width: 390, height: 800 })
    await look(page, 'phone')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.getByRole('row', { name: 'harbour.jpg' }).click()
    await dialog.getByText('Where it stands').waitFor()
    await look(page, 'phone-details-dark')
    expect(await violations(page)).toEqual([])
    expect(wrong).toEqual([])
    await context.close()
  }, 90_000)

  test('a reporter’s picture comes in by drag and by choice, holds up the publication until it is credited, and leaves by itself when its time is over', async () => {
    const { page, context, wrong } = await colleague()
    const id = await desk.database.write((tx) => draft(tx, { headline: 'Ferry back' }, new Date()))
    await page.goto(`${desk.site}/desk/articles/${id}`)
    await page.locator('.writing').waitFor()
    await page.locator('.writing').click()
    await page.keyboard.type('The ferry is back.')
    await drop(page, [await picture('ferry.jpg', '#27506b')])
    const shown = page.locator('.writing .picture-block img')
    await shown.waitFor()
    await expect
      .poll(() => shown.evaluate((one) => (one as HTMLImageElement).naturalWidth))
      .toBe(900)
    await page.getByText('A picture has no credit').waitFor()

    await page
      .getByRole('group', { name: 'Lead picture' })
      .getByRole('button', { name: 'Choose a picture' })
      .click()
    await page.getByRole('dialog').getByText('ferry.jpg').waitFor()
    await look(page, 'pick')
    expect(await violations(page)).toEqual([])
    await page.getByRole('row', { name: 'ferry.jpg' }).click()
    await page.getByRole('group', { name: 'Lead picture' }).getByRole('img').waitFor()
    await page.getByText('Stored', { exact: true }).waitFor()

    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await dialog.getByText('The picture “ferry.jpg” has no credit.').waitFor()
    await look(page, 'refused')
    await page.keyboard.press('Escape')
    await shown.click()
    const block = page.getByRole('region', { name: 'The block at the cursor' })
    await block.getByLabel('Credit').fill('Nadia Khatib')
    await block.getByLabel('Licence').fill('CC BY 4.0')
    await look(page, 'editor')
    expect(await violations(page)).toEqual([])
    await block.getByLabel('Caption').focus()
    await page.locator('.picture-note').getByText('Nadia Khatib · CC BY 4.0').waitFor()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Published', { exact: true }).waitFor()

    const paper = async () => (await fetch(`${desk.site}/ferry-back`)).text()
    const address = /\/pictures\/[0-9a-f]{32}\/640\.webp/.exec(await paper())![0]
    expect((await fetch(`${desk.site}${address}`)).status).toBe(200)
    await desk.database.db.selectFrom('pictures').select('id').executeTakeFirst()
    // Its licence ends in two seconds. Nobody does anything more.
    const { id: pictureId, version } = await desk.database.db
      .selectFrom('pictures')
      .select(['id', 'version'])
      .where('name', '=', 'ferry.jpg')
      .executeTakeFirstOrThrow()
    const until = new Date(Date.now() + 2000).toISOString()
    const status = await page.evaluate(
      async ([path, body]) =>
        (
          await fetch(path!, {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body: body!,
          })
        ).status,
      [`/desk/api/pictures/${pictureId}`, JSON.stringify({ version, expires: until })],
    )
    expect(status).toBe(200)
    const gone = await eventually(paper, (html) => !html.includes('/pictures/'), 20_000)
    expect(gone).toContain('The ferry is back.')
    expect(gone).not.toContain('Nadia Khatib')
    expect((await fetch(`${desk.site}${address}`)).status).toBe(410)
    expect(wrong).toEqual([])
    await context.close()
  }, 90_000)

  test('a picture ends by the newsroom’s clock, wherever its editor types the time', async () => {
    const { page, context } = await colleague('editor', { timezoneId: 'America/New_York' })
    const name = 'abroad.jpg'
    await page.goto(`${desk.site}/desk/pictures`)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await picture(name, '#123456'))
    await page.getByRole('row', { name }).click()
    const ends = page.getByRole('dialog').getByLabel('Expires')
    await ends.focus()
    // Digit by digit: the year is one of long ago until its last.
    await page.keyboard.type('06012031')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('1230PM')
    expect(await ends.inputValue()).toBe('2031-06-01T12:30')
    await page.getByText('As the clocks show it in UTC').waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.').waitFor()
    expect(await ends.inputValue()).toBe('2031-06-01T12:30')
    const kept = desk.database.db.selectFrom('pictures').select('expires').where('name', '=', name)
    expect(await kept.execute()).toEqual([{ expires: '2031-06-01T12:30:00.000Z' }])
    await context.close()
  }, 60_000)

  test('two pictures that are dropped at once stand one below the other, where they were dropped', async () => {
    const { page, context, wrong } = await colleague('reporter')
    const by = await desk.database.db
      .selectFrom('colleagues')
      .select('id')
      .orderBy('invited', 'desc')
      .executeTakeFirstOrThrow()
    const id = await desk.database.write((tx) =>
      draft(tx, { headline: 'Two shores' }, new Date(), by.id),
    )
    await page.goto(`${desk.site}/desk/articles/${id}`)
    await page.locator('.writing').click()
    await page.keyboard.type('First.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Last.')
    await drop(page, [await picture('near.jpg', '#445'), await picture('far.jpg', '#554')])
    const blocks = page.locator('.writing > *')
    await expect
      .poll(() => blocks.evaluateAll((all) => all.map(({ tagName }) => tagName)))
      .toEqual(['P', 'FIGURE', 'FIGURE', 'P'])
    expect(wrong).toEqual([])
    await context.close()
  }, 60_000)

  test('an agency’s picture is dropped into the text and can be published as it is; taken from the library again it brings its words along', async () => {
    const { page, context, wrong } = await colleague()
    const id = await desk.database.write((tx) => draft(tx, { headline: 'Flood' }, new Date()))
    await page.goto(`${desk.site}/desk/articles/${id}`)
    await page.locator('.writing').click()
    await page.keyboard.type('The river rose.')
    const words = {
      alt: 'Firefighters carry a hose along a flooded street',
      caption: 'Firefighters in Varsha on Monday.',
      creator: ['Nadia Khatib'],
      credit: 'Sound Agency',
      usage: 'Editorial use only.',
    }
    const buffer = await plainPicture('#0a3d4f').withXmp(xmpOf(words)).jpeg().toBuffer()
    await drop(page, [{ name: 'flood.jpg', buffer }])
    const line = 'Nadia Khatib / Sound Agency · Editorial use only.'
    await page.locator('.picture-note').getByText(`${line} · read from its file`).waitFor()
    const block = page.getByRole('region', { name: 'The block at the cursor' })
    await block.getByText('Read from the picture’s file.').nth(3).waitFor()
    expect(await block.getByLabel('Alternative text', { exact: true }).inputValue()).toBe(words.alt)
    await look(page, 'read')
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    await page.getByRole('button', { name: 'Close Details' }).click()
    await page.locator('.picture-block').scrollIntoViewIfNeeded()
    await look(page, 'read-phone')
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByText('Stored', { exact: true }).waitFor()
    expect(await page.getByText(/A picture has no/).count()).toBe(0)
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Published', { exact: true }).first().waitFor()
    const paper = await (await fetch(`${desk.site}/flood`)).text()
    for (const shown of [`alt="${words.alt}"`, words.caption, line]) expect(paper).toContain(shown)

    const other = await desk.database.write((tx) => draft(tx, { headline: 'After' }, new Date()))
    await page.goto(`${desk.site}/desk/articles/${other}`)
    await page.locator('.writing').click()
    await page.keyboard.type('/picture')
    await page.keyboard.press('Enter')
    await dialog.getByRole('row', { name: words.caption }).click()
    await page.locator('.picture-note').getByText(line).waitFor()
    expect(await page.locator('.picture-block img').getAttribute('alt')).toBe(words.alt)
    expect(await page.locator('.picture-block figcaption').getAttribute('data-usual')).toBe(
      words.caption,
    )
    expect(wrong).toEqual([])
    await context.close()
  }, 90_000)
})
