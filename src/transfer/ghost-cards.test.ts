import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { importSite } from './import.ts'
import type { Totals } from './report.ts'
import type { ImportOptions } from './run.ts'

type Row = Record<string, unknown>

const image = (name: string) => `__GHOST_URL__/content/images/${name}`
const post = (slug: string, cards: Row[], more: Row = {}) => ({
  id: slug,
  title: slug,
  slug,
  status: 'published',
  published_at: '2026-03-31 08:00:00',
  lexical: JSON.stringify({ root: { children: cards } }),
  ...more,
})

/** Cards of Ghost's editor, as readers of Ghost see them beside what readers see here. */
onEveryDatabase('cards of Ghost', (open) => {
  const move = (
    n: TestNewsroom,
    posts: Row[],
    options: Partial<ImportOptions> = {},
    meta: Row[] = [],
  ) => {
    const file = join(n.folder, 'site.json')
    const data = { posts, posts_meta: meta }
    writeFileSync(file, JSON.stringify({ db: [{ meta: { version: '6.65.0' }, data }] }))
    return importSite(n, { file, site: 'https://quay.example', ...options })
  }
  const parts = (totals: Totals) =>
    totals.parts.map(({ fate, what, why, count }) => `${count} ${fate} ${what}${why && `: ${why}`}`)
  const page = async (n: TestNewsroom, path: string) =>
    (await n.app.request(`https://paper.example${path}`)).text()
  const body = async (n: TestNewsroom, path: string) => {
    const html = await page(n, path)
    return html.slice(html.indexOf('<main'), html.indexOf('</main'))
  }

  test('what a site showed to members alone is shown to nobody else, wherever its text is read from', async () => {
    const n = await open()
    const seen = (nonMember: boolean, memberSegment: string) => ({
      web: { nonMember, memberSegment },
      email: { memberSegment: 'status:free,status:-free' },
    })
    const everybody = 'status:free,status:-free'
    const card = (said: string, visibility: Row) => ({
      type: 'html',
      html: `<p>${said}</p>`,
      visibility,
    })
    const cards = [
      card('OPEN all', seen(true, everybody)),
      card('OPEN on the web', { showOnWeb: true, showOnEmail: false, segment: '' }),
      card('VISITORS', seen(true, '')),
      card('CANARY members', seen(false, everybody)),
      {
        ...card('', seen(false, 'status:-free')),
        type: 'call-to-action',
        textValue: 'CANARY payers',
      },
      card('FREE members', seen(false, 'status:free')),
      card('MAIL', seen(false, '')),
      card('MAIL of old', { emailOnly: true, segment: '' }),
      card('MAIL once', { showOnWeb: false, showOnEmail: true, segment: '' }),
    ]
    const gated = (said: string, mark: string) =>
      `<!--kg-gated-block:begin ${mark} --><p>${said}</p><!--kg-gated-block:end-->`
    const html = [
      '<p>OPEN before</p>',
      gated('CANARY members', `nonMember:false memberSegment:"${everybody}"`),
      gated('VISITORS', `nonMember:true memberSegment:"${everybody}"`),
      '<p>OPEN between</p>',
      '<!--kg-gated-block:begin nonMember:false memberSegment:"status:-free" --><p>CANARY to the end</p>',
    ].join('')
    const damaged = { lexical: '{"root":{"children":[{"visibility":{"web":{"nonMember":false}},' }
    const totals = await move(n, [
      post('cards', cards),
      post('paid', cards, { visibility: 'paid' }),
      post('html', [], { lexical: null, html }),
      post('html-card', [{ type: 'html', html }]),
      post('damaged', [], { ...damaged, html, plaintext: 'CANARY words' }),
      post('words', [], { ...damaged, plaintext: 'CANARY words' }),
    ])
    expect(totals.exitCode).toBe(0)
    const cardsPage = await body(n, '/cards')
    for (const said of ['OPEN all', 'OPEN on the web', 'VISITORS'])
      expect(cardsPage).toContain(said)
    expect(cardsPage).not.toMatch(/CANARY|FREE|MAIL/)
    for (const path of ['/html', '/html-card', '/damaged', '/words']) {
      const shown = await page(n, path)
      expect([path, shown.includes('CANARY')]).toEqual([path, false])
      if (path !== '/words')
        for (const said of ['OPEN before', 'OPEN between', 'VISITORS'])
          expect(shown).toContain(said)
    }
    const paid = await n.db
      .selectFrom('articles')
      .select(['body', 'access'])
      .where('path', '=', '/paid')
      .executeTakeFirstOrThrow()
    expect(paid.access).toBe('premium')
    for (const said of ['OPEN all', 'CANARY members', 'CANARY payers'])
      expect(paid.body).toContain(said)
    expect(paid.body).not.toMatch(/VISITORS|FREE|MAIL/)
    expect(parts(totals)).toEqual(
      expect.arrayContaining([
        '2 left out card html: members alone saw it, and everybody reads this article',
        '1 left out card call-to-action: members alone saw it, and everybody reads this article',
        '6 left out card html: it was for the newsletter only',
        '1 left out card html: those who read this article are no longer visitors',
        '1 left out card html: it was for members who do not pay',
        '6 left out part of a text: members alone saw it, and everybody reads this article',
      ]),
    )
  })

  test('a card keeps what it said of itself: who published it, how long it is, how large', async () => {
    const n = await open()
    const file = {
      type: 'file',
      src: '__GHOST_URL__/content/files/report.pdf',
      fileName: 'report.pdf',
    }
    const totals = await move(n, [
      post('cards', [
        {
          type: 'bookmark',
          url: 'https://example.org/doc',
          metadata: {
            title: 'The contract',
            description: 'What it says',
            publisher: 'The Example',
            author: 'Ann Author',
            thumbnail: 'https://example.org/t.png',
            icon: 'https://example.org/i.png',
          },
          caption: 'Read <a href="https://example.org/c">all of it</a>',
        },
        {
          type: 'audio',
          src: '__GHOST_URL__/content/media/talk.mp3',
          title: 'Talk',
          duration: 3661,
          thumbnailSrc: image('t.png'),
        },
        {
          type: 'video',
          src: '__GHOST_URL__/content/media/film.mp4',
          fileName: 'film.mp4',
          duration: 75.4,
          caption: 'The <em>film</em>',
        },
        {
          ...file,
          fileTitle: 'The report',
          fileCaption: 'All 40 pages <of it>',
          fileSize: 1_234_567,
        },
        { ...file, fileSize: 12_345 },
        { type: 'image', src: image('one.png'), title: 'Seen under the pointer' },
        {
          type: 'embed',
          url: 'https://twitter.com/ana/status/123',
          html: '<blockquote class="twitter-tweet"><p>Words of a post</p>&mdash; Ana</blockquote><script src="https://platform.twitter.com/widgets.js"></script>',
          caption: 'Said before the vote',
        },
      ]),
    ])
    const shown = await body(n, '/cards')
    for (const said of [
      'What it says<br>The Example · Ann Author<br>Read <a href="https://example.org/c"',
      '<figcaption>1:01:01</figcaption>',
      'The <em>film</em><br>1:15',
      'All 40 pages &lt;of it&gt;<br>report.pdf · 1 MB',
      '<figcaption>12 KB</figcaption>',
    ])
      expect(shown).toContain(said)
    expect(shown).toMatch(
      /<figcaption>Words of a post<br>— Ana<br>Said before the vote<\/figcaption>/,
    )
    expect(parts(totals)).toEqual(
      expect.arrayContaining([
        '2 left out picture on a card: a card here is its words alone',
        '1 left out title of a picture: it showed under the pointer alone',
      ]),
    )
  })

  test('a button that opened a window of Ghost leads nowhere, and a sponsor keeps the link', async () => {
    const n = await open()
    const totals = await move(n, [
      post('cards', [
        { type: 'button', buttonText: 'Join us', buttonUrl: '#/portal/signup' },
        { type: 'button', buttonText: 'Give', buttonUrl: '__GHOST_URL__/give/' },
        {
          type: 'call-to-action',
          textValue: '<p>Stand with us</p>',
          showButton: true,
          buttonText: 'Stand',
          buttonUrl: 'https://quay.example/#/portal/account',
          hasSponsorLabel: true,
          sponsorLabel: '<p>Paid for by <a href="https://partner.example">a partner</a></p>',
        },
        {
          type: 'toggle',
          heading: 'How we <a href="https://quay.example/how/">worked</a>',
          content: '<p>Slowly</p>',
        },
      ]),
    ])
    const shown = await body(n, '/cards')
    expect(shown).toContain('<p>Join us</p>')
    expect(shown).toContain('<p><a href="/give/">Give</a></p>')
    expect(shown).toMatch(
      /Paid for by <a href="https:\/\/partner\.example"[^>]*>a partner<\/a>.*Stand with us/,
    )
    expect(shown).toContain('<summary>How we worked</summary>')
    expect(shown).not.toContain('#/portal')
    expect(parts(totals)).toEqual(
      expect.arrayContaining([
        '2 left out link to Portal: it opens a window of Ghost; its words stand',
        '1 left out link in a heading: the title of a box is words alone',
      ]),
    )
  })

  test('a gallery keeps its caption below it, with its links, and a paragraph of it where no picture is here', async () => {
    const n = await open()
    const folder = join(n.folder, 'content/images')
    mkdirSync(folder, { recursive: true })
    for (const [name, background] of Object.entries({ one: 'red', two: 'navy' })) {
      const made = sharp({ create: { width: 60, height: 40, channels: 3, background } })
      writeFileSync(join(folder, `${name}.png`), await made.png().toBuffer())
    }
    const gallery = {
      type: 'gallery',
      images: ['one', 'two'].map((name) => ({ src: image(`${name}.png`), alt: name })),
      caption: 'Both of <a href="https://example.org/ada">Ada’s</a>',
    }
    const said = 'Both of <a href="https://example.org/ada" rel="noopener">Ada’s</a>'
    await move(n, [post('cards', [gallery])])
    expect(await body(n, '/cards')).toContain(`<p>${said}</p>`)
    await move(n, [post('cards', [gallery])], { uploads: join(n.folder, 'content') })
    const shown = await body(n, '/cards')
    expect(shown).toMatch(/<figure class="gallery n2"><figure .*<\/figure><figcaption>/)
    expect(shown).toContain(`<figcaption>${said}</figcaption></figure>`)
    expect(shown).not.toContain(`<p>${said}`)
  })

  test('a link in the caption of a feature picture leads where it led, and machines read the words alone', async () => {
    const n = await open()
    const folder = join(n.folder, 'content/images')
    mkdirSync(folder, { recursive: true })
    const grey = sharp({ create: { width: 60, height: 40, channels: 3, background: '#678' } })
    writeFileSync(join(folder, 'quay.png'), await grey.png().toBuffer())
    const caption =
      'Seen &lt;so&gt; by <a href="https://photos.example/a_(b)?c=1&amp;d=2"><b>J. [Doe]</b></a>, <a href="javascript:alert(1)">not so</a> / [typed](https://typed.example)'
    await move(
      n,
      [post('one', [], { feature_image: image('quay.png') })],
      { uploads: join(n.folder, 'content') },
      [{ post_id: 'one', feature_image_caption: caption }],
    )
    const html = await page(n, '/one')
    expect(html).toContain(
      '<figcaption>Seen &lt;so&gt; by <a href="https://photos.example/a_%28b%29?c=1&amp;d=2" rel="noopener">J. Doe</a>, not so / <a href="https://typed.example" rel="noopener">typed</a></figcaption>',
    )
    expect(html).not.toContain('javascript:')
    const machines = await (await n.app.request('https://paper.example/one/ninjs.json')).text()
    expect(machines).toContain('Seen <so> by J. Doe, not so / typed')
    expect(machines).not.toContain('photos.example')
  })

  test('of a site that came as HTML alone, cards are read as what they were made of', async () => {
    const n = await open()
    const cards = [
      '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://example.org/doc"><div class="kg-bookmark-content"><div class="kg-bookmark-title">The contract</div><div class="kg-bookmark-description">What it says</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="https://example.org/i.png"><span class="kg-bookmark-author">The Example</span><span class="kg-bookmark-publisher">Ann</span></div></div><div class="kg-bookmark-thumbnail"><img src="https://example.org/t.png"></div></a><figcaption>Read <a href="https://example.org/c">it</a></figcaption></figure>',
      '<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">How we worked</h4><button class="kg-toggle-card-icon"></button></div><div class="kg-toggle-content"><p>Slowly</p></div></div>',
      '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">!</div><div class="kg-callout-text">Seven <b>to</b> four</div></div>',
      '<div class="kg-card kg-file-card"><a href="__GHOST_URL__/content/files/r.pdf"><div class="kg-file-card-title">The report</div><div class="kg-file-card-caption">All of it</div><div class="kg-file-card-filename">r.pdf</div><div class="kg-file-card-filesize">1 MB</div></a></div>',
      '<div class="kg-card kg-audio-card"><img src="" class="kg-audio-thumbnail"><audio src="__GHOST_URL__/content/media/t.mp3"></audio><div class="kg-audio-title">Talk</div><span>0:00</span></div>',
      '<figure class="kg-card kg-video-card"><video src="__GHOST_URL__/content/media/f.mp4"></video><span>0:00</span><figcaption>The film</figcaption></figure>',
      '<div class="kg-card kg-signup-card"><h2>SIGN UP</h2><form><input><button>Go</button></form></div>',
      '<blockquote class="kg-blockquote-alt">Said aloud</blockquote>',
    ]
    const totals = await move(n, [post('html', [], { lexical: null, html: cards.join('') })])
    const shown = await body(n, '/html')
    for (const said of [
      'href="https://example.org/doc"',
      '<figcaption>What it says<br>The Example · Ann<br>Read <a href="https://example.org/c"',
      '<details class="box"><summary>How we worked</summary><p>Slowly</p></details>',
      '<aside class="box"><p>! Seven <strong>to</strong> four</p></aside>',
      '<figcaption>All of it<br>r.pdf · 1 MB</figcaption>',
      'Talk</cite>',
      '<figcaption>The film</figcaption>',
      '<figure class="pull"><blockquote><p>Said aloud</p></blockquote></figure>',
    ])
      expect(shown).toContain(said)
    expect(shown).not.toMatch(/SIGN UP|>0:00</)
    expect(parts(totals)).toContain(
      '1 left out card signup: readers sign up here by the newsroom’s own means',
    )
  })

  test('Markdown reads as Ghost’s own reader of it reads', async () => {
    const n = await open()
    const markdown = [
      '#Head without a blank',
      'one line\nand the next, \\*no mark\\*, snake_case_name, 2 < 3 &copy;',
      'Under\n-----',
      'H~2~O, x^2^, ***both***, **bold *and* more**, `` a`b ``',
      '[brackets](https://example.org/a_(b)) [by name][R], [r] and https://bare.example/_x_/y.',
      '- a\n- b\n  goes on\n\n1. first\n2. second',
      '> said\n> twice',
      '    indented *code*',
      'noted[^one] and[^Two words]^[within *it*] and again[^one] but not[^gone]',
      '[^one]: the *first*\n    with more\n[^Two words]: no note\n\n[R]: https://example.org/r "Title"',
      '<em>In</em> **line**',
      '[![Alt](__GHOST_URL__/content/images/md.png)](https://example.org/picture)',
    ].join('\n\n')
    const further = 'Other[^one]\n\n[^one]: of the second card'
    await move(n, [
      post('markdown', [
        { type: 'markdown', markdown },
        { type: 'markdown', markdown: further },
      ]),
    ])
    const shown = await body(n, '/markdown')
    for (const said of [
      '>Head without a blank</h2>',
      'one line<br>and the next, *no mark*, snake_case_name, 2 &lt; 3 ©',
      '>Under</h2>',
      'H<sub>2</sub>O, x<sup>2</sup>, ',
      '<strong>bold <em>and</em> more</strong>, <code>a`b</code>',
      'href="https://example.org/a_(b)"',
      '>by name</a>, <a href="https://example.org/r"',
      'href="https://bare.example/_x_/y"',
      '<li>b<br>goes on</li></ul><ol><li>first</li><li>second</li></ol>',
      'indented *code*',
      '<blockquote><p>said<br>twice</p></blockquote>',
      'but not[^gone]',
      '<em>In</em> <strong>line</strong>',
    ])
      expect(shown).toContain(said)
    const notes = [...shown.matchAll(/<li id="fn:\d+">(.*?) <a class="back"/g)].map(
      ([, said]) => said,
    )
    expect(notes).toEqual([
      'the <em>first</em> with more',
      'within <em>it</em>',
      'the <em>first</em> with more',
      'of the second card',
    ])
  })

  test('Markdown made to be slow, or to unfold, is read as fast as any other', async () => {
    const n = await open()
    const many = (said: string) => said.repeat(Math.ceil(200_000 / said.length))
    const written = [
      ...[
        '*',
        '_a ',
        '[',
        '[a](',
        '![',
        '**a*b',
        '~a',
        '``a',
        '<a ',
        '<!--',
        '> ',
        '- ',
        'a\n-\n',
      ].map(many),
      `a${many(' ')}b`,
      `- ${many('x')}\n${many('- a\n')}`,
      `[a]: https://example.org/${'x'.repeat(1900)}\n\n${many('[a] ')}`,
      `[^a]: ${many('note ')}\n\n${many('[^a] ')}`,
    ]
    const began = performance.now()
    const posts = written.map((markdown, at) => post(`m${at}`, [{ type: 'markdown', markdown }]))
    expect((await move(n, posts)).exitCode).toBe(0)
    expect(performance.now() - began).toBeLessThan(60_000)
    const { longest } = await n.db
      .selectFrom('articles')
      .select((e) => e.fn.max<number>(sql`length(body)`).as('longest'))
      .executeTakeFirstOrThrow()
    expect(longest).toBeLessThan(30_000_000)
  }, 120_000)
})
