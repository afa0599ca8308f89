import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { ArticleDocument } from '../src/articles/document.ts'
import { draft } from '../src/articles/write.ts'
import { addCategory } from '../src/categories/categories.ts'
import { addContributor } from '../src/contributors/contributors.ts'
import { keepOriginal } from '../src/media/originals.ts'
import { addPicture } from '../src/media/pictures.ts'
import { onDisk } from '../src/platform/files.ts'
import { deskInBrowser, heard, violations } from './desk-in-browser.ts'
import { eventually } from './process.ts'

/** Writing at the desk, as colleagues do it: real processes, a real browser. */

const chromium = inject('chromium')

describe.skipIf(!chromium)('in the editor', () => {
  const desk = deskInBrowser()

  beforeAll(() =>
    desk.database.write(async (tx) => {
      await addCategory(tx, { name: 'Europe' }, new Date())
      await addContributor(tx, { name: 'Nadia Khatib' }, new Date())
    }),
  )

  const colleague = (name: string, roleId = 'editor', options = {}) =>
    desk.colleague({ name, roleId, options })

  const begin = (headline = 'Untitled', by: string | null = null, language = 'en') =>
    desk.database.write((tx) => draft(tx, { headline, language }, new Date(), by))

  /** Puts in a block by its name. */
  const choose = async (page: Page, what: string) => {
    await page.keyboard.type(`/${what}`)
    await page.locator('.slash [role=option]').first().waitFor()
    expect(await page.locator('.writing').getAttribute('aria-activedescendant')).toBeTruthy()
    await page.keyboard.press('Enter')
  }

  const stored = (page: Page) => page.getByText('Stored', { exact: true }).waitFor()

  test('an editor writes with the keyboard alone, fills in the details and publishes', async () => {
    const ada = await colleague('Ada Haddad')
    await ada.open(await begin())
    const { page } = ada
    await page.getByLabel('Headline').fill('Orlava counts again')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Two districts are recounted.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('The commission said **on Monday** it would begin. ')
    await page.keyboard.press('Enter')
    await page.keyboard.type('## Why again')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- Harnau')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Lomnik')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/table')
    await page.keyboard.press('Enter')
    await page.keyboard.type('District')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Votes')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Turnout')
    await page.getByRole('button', { name: /Category/ }).click()
    await page.getByRole('option', { name: 'Europe' }).click()
    await page.getByLabel('Byline').fill('nadia')
    await page.getByRole('option', { name: 'Nadia Khatib' }).click()
    await page.getByLabel('Tags').fill('Recount')
    await page.getByRole('option', { name: 'Add “Recount”' }).click()
    await page.locator('.chosen').getByText('Recount').waitFor()
    await page.keyboard.press('Escape')
    await stored(page)
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Published', { exact: true }).waitFor()
    const paper = await (await fetch(`${desk.site}/europe/orlava-counts-again`)).text()
    for (const words of [
      'Two districts are recounted.',
      '<strong>on Monday</strong>',
      '<h2 id="why-again">Why again</h2>',
      'Lomnik',
      'Votes',
      'Nadia Khatib',
      'Recount',
    ])
      expect(paper).toContain(words)
    expect(ada.wrong).toEqual([])
    await ada.context.close()
  }, 60_000)

  test('two write in one article and see each other’s words and names', async () => {
    const articleId = await begin('Both')
    const [ada, ben] = [await colleague('Ada'), await colleague('Ben')]
    await ada.open(articleId)
    await ben.open(articleId)
    await ada.page.locator('.writing').click()
    await ada.page.keyboard.type('Ada writes. ')
    await ben.page.locator('.writing').getByText('Ada writes.').waitFor()
    await ben.page.locator('.their-name[data-name="Ada"]').waitFor({ state: 'attached' })
    await ben.page.getByLabel('Headline').fill('Both of us')
    await eventually(
      () => ada.page.getByLabel('Headline').inputValue(),
      (value) => value === 'Both of us',
    )
    expect([...ada.wrong, ...ben.wrong]).toEqual([])
    await ada.context.close()
    await ben.context.close()
  }, 60_000)

  test('what is written without a connection is there when it is back, and after the window was closed', async () => {
    const articleId = await begin('Offline')
    const ada = await colleague('Ada')
    await ada.open(articleId)
    await ada.page.locator('.writing').click()
    await ada.page.keyboard.type('Before. ')
    await stored(ada.page)
    await ada.context.setOffline(true)
    await ada.page.getByText('Not connected.', { exact: false }).waitFor({ timeout: 60_000 })
    await ada.page.keyboard.type('On the train. ')
    await ada.page.waitForTimeout(600)
    await ada.page.close()
    await ada.context.setOffline(false)
    const again = await ada.context.newPage()
    await again.goto(`${desk.site}/desk/articles/${articleId}`)
    await again.locator('.writing').getByText('On the train.').waitFor()
    await stored(again)
    const ben = await colleague('Ben')
    await ben.open(articleId)
    await ben.page.locator('.writing').getByText('Before. On the train.').waitFor()
    await ada.context.close()
    await ben.context.close()
  }, 120_000)

  test('a reporter reads another’s draft and cannot change it', async () => {
    const articleId = await begin('Not yours', 'somebody')
    const rana = await colleague('Rana', 'reporter')
    await rana.open(articleId)
    await rana.page.getByText('You can read this, and not change it', { exact: false }).waitFor()
    expect(await rana.page.locator('.writing').getAttribute('contenteditable')).toBe('false')
    expect(await rana.page.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0)
    const answer = await rana.page.evaluate(
      async (id) =>
        (
          await fetch(`/desk/api/articles/${id}/publication`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ version: 1 }),
          })
        ).status,
      articleId,
    )
    expect(answer).toBe(403)
    await rana.context.close()
  }, 60_000)

  test('a gallery that came without a caption is given one', async () => {
    const grey = sharp({ create: { width: 640, height: 400, channels: 3, background: '#678' } })
    const file = await grey.jpeg().toBuffer()
    const original = await keepOriginal(onDisk(join(desk.folder, 'pictures')), file)
    const { id: picture } = await desk.database.write((tx) =>
      addPicture(tx, original, { alt: 'The dam', credit: 'Ada', licence: 'Own' }, new Date()),
    )
    const gallery = {
      type: 'gallery',
      content: [{ type: 'picture', attrs: { picture } }],
    }
    const body: ArticleDocument = { type: 'doc', content: [gallery, { type: 'paragraph' }] }
    const id = await desk.database.write((tx) => draft(tx, { headline: 'Dams', body }, new Date()))
    const ada = await colleague('Ada Haddad')
    await ada.open(id)
    const { page } = ada
    await page.locator('.gallery-block .picture-block').click()
    await page.getByRole('button', { name: 'Add a caption to the gallery' }).click()
    await page.keyboard.type('The dam and no more')
    await stored(page)
    expect(await page.locator('.gallery-caption').textContent()).toBe('The dam and no more')
    expect(await page.getByRole('button', { name: 'Add a caption to the gallery' }).count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.reload()
    await page.locator('.gallery-caption', { hasText: 'The dam and no more' }).waitFor()
    expect(ada.wrong).toEqual([])
    await ada.context.close()
  })

  test('an earlier version is found in the history, with what changed, and restored', async () => {
    const articleId = await begin('History')
    const ada = await colleague('Ada')
    await ada.open(articleId)
    const { page } = ada
    await page.locator('.writing').click()
    await page.keyboard.type('The first words.')
    await stored(page)
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Published', { exact: true }).waitFor()
    await page.locator('.writing').click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Other words.')
    await stored(page)
    await page.getByRole('button', { name: /^Publish as Update/ }).click()
    await page.getByText('Published.', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'History' }).click()
    await page.locator('.difference del').first().waitFor()
    await page.locator('.version').last().click()
    await page.getByRole('button', { name: 'Restore this version' }).click()
    await page.locator('.writing').getByText('The first words.').waitFor()
    expect(await (await fetch(`${desk.site}/history`)).text()).toContain('Other words.')
    expect(ada.wrong).toEqual([])
    await ada.context.close()
  }, 60_000)

  test('what comes from Word, Google Docs or as Markdown arrives clean', async () => {
    const ada = await colleague('Ada')
    await ada.open(await begin('Paste'))
    const { page } = ada
    const paste = async (data: Record<string, string>) => {
      await page.locator('.writing').click()
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Backspace')
      await page.locator('.writing').evaluate((element, data) => {
        const clipboardData = new DataTransfer()
        for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text)
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        )
      }, data)
      return await page.locator('.writing').evaluate((element) =>
        [...element.children]
          .map((child) => child.outerHTML.replace(/ (data-\w+|class|dir)="[^"]*"/g, ''))
          .filter((html) => !html.includes('ProseMirror-trailingBreak'))
          .join(''),
      )
    }
    const word = `<html><head><style>p.MsoNormal{margin:0}</style></head><body lang=EN-GB><p class=MsoNormal style='color:red'><b>Bold</b> <span style='font-family:Arial'>and <i>leaning</i></span><o:p></o:p></p><p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>One</p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>Two</p></body></html>`
    expect(await paste({ 'text/html': word, 'text/plain': 'x' })).toBe(
      '<p><strong>Bold</strong> and <em>leaning</em></p><ul><li><p>One</p><ul><li><p>Two</p></li></ul></li></ul>',
    )
    // What Word says of bold words, two lists in a row, a note, a comment, what a colleague took out, another direction.
    const sentence = `<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Bold</b><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a><del cite="mailto:x">gone</del><ins cite="mailto:x"> kept</ins><span class=MsoCommentReference><a href="#_msocom_1">[AH1]</a></span></p>`
    const lists = `<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Point</p><p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>First</p>`
    const end = `<p class=MsoQuote dir=RTL>قال السكان</p><div style='mso-element:footnote-list'><br clear=all><hr size=1><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> A note.</p></div></div><div style='mso-element:comment-list'><p>Is that so?</p></div>`
    expect(await paste({ 'text/html': `${sentence}${lists}${end}`, 'text/plain': 'x' })).toBe(
      '<p><strong>Bold</strong><span>A note.</span> kept</p><ul><li><p>Point</p></li></ul><ol><li><p>First</p></li></ol><blockquote><p>قال السكان</p></blockquote>',
    )
    expect(await page.locator('.writing blockquote p').getAttribute('dir')).toBe('rtl')
    const web = `<div>One.<br><br>Two.</div><button>Share</button><nav>Home</nav><iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe><table><caption>Votes</caption><tr><th>A</th></tr></table><p><span style="text-decoration:line-through">no</span><span style="vertical-align:super">2</span></p><p><img src="https://a.example/x.jpg"></p>`
    expect(await paste({ 'text/html': web, 'text/plain': 'x' })).toBe(
      '<p>One.</p><p>Two.</p><div><br></div><table><tbody><tr><th><p>A</p></th></tr></tbody></table><p><s>no</s><sup>2</sup></p>',
    )
    expect(await page.locator('.embed-block').getAttribute('data-title')).toBe(
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    )
    await page
      .getByText('A picture of what you pasted could not come along', { exact: false })
      .waitFor()
    const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-size:20pt">Title</span></h1><p><span style="font-weight:700">Bold</span><span style="font-weight:400"> plain </span><a href="https://www.google.com/url?q=https://a.example/x&amp;sa=D"><span style="text-decoration:underline">link</span></a></p><br><p></p></b>`
    expect(await paste({ 'text/html': docs, 'text/plain': 'x' })).toBe(
      '<h2>Title</h2><p><strong>Bold</strong> plain <a href="https://a.example/x">link</a></p>',
    )
    expect(
      await paste({ 'text/plain': '## Heading\n\n- one\n- **two**\n\n[x](javascript:alert(1))' }),
    ).toBe(
      '<h2>Heading</h2><ul><li><p>one</p></li><li><p><strong>two</strong></p></li></ul><p>x</p>',
    )
    expect(
      await paste({ 'text/plain': '## Notes\n\nSo it was.[^1] So.\n\n[^1]: Says *nobody*.' }),
    ).toBe('<h2>Notes</h2><p>So it was.<span>Says <em>nobody</em>.</span> So.</p>')
    expect(await paste({ 'text/plain': 'https://a.example/x' })).toBe(
      '<p><a href="https://a.example/x">https://a.example/x</a></p>',
    )
    expect(
      await paste({
        'text/html': '<img src=x onerror=alert(1)><script>alert(1)</script><p onclick=x>plain</p>',
      }),
    ).toBe('<p>plain</p>')
    // What came along in styles and handlers is named here, and was not followed.
    expect(ada.wrong.filter((message) => !message.includes('has been blocked'))).toEqual([])
    await ada.context.close()
  }, 60_000)

  test('galleries, embeds, notes and other languages are put in by keyboard alone', async () => {
    const ada = await colleague('Ada')
    await ada.open(await begin('Everything'))
    const { page } = ada
    const bytes = (colour: string) =>
      sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
        .jpeg()
        .toBuffer()
    await page.locator('.writing').click()
    await choose(page, 'gallery')
    const dialog = page.getByRole('dialog')
    const files = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Add pictures' }).press('Enter')
    await (await files).setFiles(
      await Promise.all(
        ['red', 'navy'].map(async (colour) => ({
          name: `${colour}.jpg`,
          mimeType: 'image/jpeg',
          buffer: await bytes(colour),
        })),
      ),
    )
    await dialog.getByText('2 pictures chosen').waitFor()
    await dialog.getByRole('button', { name: 'Insert' }).press('Enter')
    await page.locator('.gallery-block .picture-block').nth(1).waitFor()
    expect(await violations(page)).toEqual([])
    const caption = page.locator('.gallery-block > .gallery-caption')
    const usual = () => caption.evaluate((one) => getComputedStyle(one, '::before').content)
    expect(await usual()).toBe('"Caption"')
    await caption.click()
    await page.keyboard.type('Both of them')
    expect(await caption.textContent()).toBe('Both of them')
    expect(await usual()).toBe('none')
    // The last one takes the gallery along.
    for (const left of [1, 0]) {
      await page.locator('.gallery-block img').first().click()
      await page.keyboard.press('Delete')
      await eventually(
        () => page.locator('.picture-block').count(),
        (count) => count === left,
      )
    }
    expect(await page.locator('.gallery-block').count()).toBe(0)

    await page.locator('.writing').click()
    await page.keyboard.press('Control+End')
    await choose(page, 'embed')
    await dialog.getByLabel('Address').fill('nowhere')
    await page.keyboard.press('Enter')
    await dialog.getByText('Write an address such as', { exact: false }).waitFor()
    await dialog.getByLabel('Address').fill('https://vimeo.com/12345')
    await page.keyboard.press('Enter')
    const embed = page.locator('.embed-block')
    await embed.waitFor()
    // A line on which nothing is written yet says what it is for.
    const said = () => embed.evaluate((one) => getComputedStyle(one, '::after').content)
    expect(await said()).toBe('"Caption"')
    await page.keyboard.type('A film')
    await eventually(said, (content) => content === 'none')
    for (const _ of 'A film') await page.keyboard.press('Backspace')
    await eventually(said, (content) => content === '"Caption"')

    await page.keyboard.press('Escape')
    await page.locator('.writing').evaluate((writing: HTMLElement) => writing.focus())
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Words ')
    await choose(page, 'footnote')
    await page.keyboard.type('Says nobody.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Further.')
    expect(await page.locator('.footnote-mark').textContent()).toBe('Says nobody.')
    await page.keyboard.press('Control+Shift+ArrowLeft')
    await heard(page)
    await page.getByRole('button', { name: 'Other language' }).press('Enter')
    await dialog.getByLabel('Language of these words', { exact: false }).fill('ar')
    await page.keyboard.press('Enter')
    await page.locator('.writing [lang=ar][dir=rtl]').waitFor()
    await stored(page)
    expect(ada.wrong).toEqual([])
    await ada.context.close()
  }, 90_000)

  test('what is typed behind a note stands behind it, before other words and at the end of a line', async () => {
    const ada = await colleague('Ada')
    await ada.open(await begin('Notes'))
    const { page } = ada
    await page.locator('.writing').click()
    await page.keyboard.type('was full.')
    await page.keyboard.press('Home')
    await page.keyboard.type('The ferry ')
    await choose(page, 'footnote')
    await page.keyboard.type('Says the harbour.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('of Varsha ')
    await page.keyboard.press('End')
    await page.keyboard.type(' So it is said ')
    await choose(page, 'footnote')
    await page.keyboard.type('By nobody.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('since.')
    expect(await page.locator('.footnote-mark').allTextContents()).toEqual([
      'Says the harbour.',
      'By nobody.',
    ])
    expect(await page.locator('.writing > p').first().textContent()).toBe(
      'The ferry Says the harbour.of Varsha was full. So it is said By nobody. since.',
    )
    await ada.context.close()
  }, 60_000)

  test('words are found and replaced, and undone', async () => {
    const ada = await colleague('Ada')
    await ada.open(await begin('Find'))
    const { page } = ada
    await page.locator('.writing').click()
    await page.keyboard.type('The dam. A Dam, the dams.')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByLabel('Find', { exact: true }).fill('dam')
    await page.getByText('1 of 3').waitFor()
    await page.getByLabel('Replace with').fill('weir')
    await page.getByRole('button', { name: 'Replace all' }).click()
    await page.locator('.writing').getByText('The weir. A weir, the weirs.').waitFor()
    await page.locator('.writing').focus()
    await page.keyboard.press('Control+z')
    await page.locator('.writing').getByText('The dam. A Dam, the dams.').waitFor()
    await ada.context.close()
  }, 60_000)

  test('the editor is flawless to axe on a phone, in the dark and from right to left', async () => {
    for (const [language, options] of [
      ['en', { viewport: { width: 390, height: 844 } }],
      ['en', { colorScheme: 'dark' as const }],
      ['ar', {}],
    ] as const) {
      const articleId = await begin('Small', null, language)
      const ada = await colleague('Ada', 'editor', options)
      await ada.open(articleId)
      expect(await violations(ada.page)).toEqual([])
      await ada.page.getByRole('button', { name: 'Details', exact: true }).click()
      await ada.page.getByRole('button', { name: 'Preview' }).waitFor()
      expect(await violations(ada.page)).toEqual([])
      const wide = await ada.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect(wide).toBe(false)
      await ada.context.close()
    }
  }, 60_000)
})
