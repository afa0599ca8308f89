import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Picture } from '../media/picture.ts'
import { bodyHtml } from './body.ts'
import type { ArticleDocument, DocumentNode } from './document.ts'
import { embedSite } from './embed.ts'
import { sanitiseKept } from './kept-html.ts'

const gauge: Picture = {
  id: 'gauge',
  hash: '0123456789abcdef0123456789abcdef',
  width: 1000,
  height: 600,
  alt: 'A staff gauge in brown water',
  caption: 'The gauge at Ulmen.',
  credit: 'Jana Reier',
  licence: 'CC BY 4.0',
  focalX: 0.9,
  focalY: 0.1,
}
const options = {
  language: 'en',
  timezone: 'Europe/Berlin',
  pictures: new Map([['gauge', gauge]]),
}
const doc = (...content: DocumentNode[]): ArticleDocument => ({ type: 'doc', content })
const words = (text: string, ...marks: NonNullable<DocumentNode['marks']>): DocumentNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks } : {}),
})
const p = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const html = (...content: DocumentNode[]) => bodyHtml(doc(...content), options)
const linkTo = (href: unknown) => ({ type: 'link', attrs: { href } })

test('paragraphs, marks and line breaks', () => {
  expect(
    html(
      p(
        words('The river '),
        words('rose', { type: 'bold' }),
        { type: 'hardBreak' },
        words('& fell'),
      ),
    ),
  ).toBe('<p>The river <strong>rose</strong><br>&amp; fell</p>')
})

test('neighbours with the same mark share its element', () => {
  const link = linkTo('https://example.org/')
  expect(
    html(p(words('a ', link), words('bold', link, { type: 'bold' }), words(' link', link))),
  ).toBe('<p><a href="https://example.org/" rel="noopener">a <strong>bold</strong> link</a></p>')
})

test('words of another language say so', () => {
  const foreign = { type: 'foreign', attrs: { lang: 'ar', dir: 'rtl' } }
  expect(html(p(words('قلعة المضيق', foreign)))).toBe(
    '<p><span lang="ar" dir="rtl">قلعة المضيق</span></p>',
  )
  const hostile = { type: 'foreign', attrs: { lang: '"><script>', dir: 'rtl" onclick="x' } }
  expect(html(p(words('x', hostile)))).toBe('<p><span>x</span></p>')
})

test('the marks of a list and the line of a quotation stand where its paragraphs begin', () => {
  const run = (text: string, dir: string | null) => ({
    type: 'paragraph',
    attrs: { dir },
    content: [words(text)],
  })
  const list = (...paragraphs: object[]) => ({
    type: 'bulletList',
    content: paragraphs.map((paragraph) => ({ type: 'listItem', content: [paragraph] })),
  })
  const doc = (node: object) => html(node as never)
  expect(doc(list(run('نقطة', 'rtl'), run('أخرى', 'rtl')))).toMatch(/^<ul dir="rtl">/)
  expect(doc(list(run('نقطة', 'rtl'), run('point', null)))).toMatch(/^<ul>/)
  expect(doc({ type: 'blockquote', content: [run('اقتباس', 'rtl')] })).toMatch(
    /^<figure class="quote" dir="rtl">/,
  )
})

test('a dateline opens the first paragraph, or stands above what is none', () => {
  const dateline = '<span class="dateline">Ulmen</span>'
  expect(bodyHtml(doc(p(words('It rained.'))), { ...options, dateline })).toBe(
    `<p>${dateline} It rained.</p>`,
  )
  expect(bodyHtml(doc({ type: 'horizontalRule' }), { ...options, dateline })).toBe(
    `<p>${dateline}</p><hr>`,
  )
})

test('headings can be linked to, also two of the same words', () => {
  const heading = { type: 'heading', attrs: { level: 2 }, content: [words('The gauge')] }
  expect(
    html(heading, heading, { type: 'heading', attrs: { level: 9 }, content: [words('Main')] }),
  ).toBe(
    '<h2 id="the-gauge">The gauge</h2><h2 id="the-gauge-2">The gauge</h2><h2 id="main-2">Main</h2>',
  )
})

test('footnotes are numbered, collected and lead back', () => {
  const note = (text: string): DocumentNode => ({ type: 'footnote', content: [words(text)] })
  const out = html(p(words('One'), note('First.'), words(' two'), note('Second.')))
  expect(out).toContain('<a id="ref:1" href="#fn:1" aria-label="Note 1">1</a>')
  expect(out).toContain('<h2 id="fn:">Notes</h2>')
  expect(out).toContain('<li id="fn:2">Second. <a class="back" href="#ref:2"')
})

test('a footnote within a link is a link of its own', () => {
  const link = linkTo('https://example.org/')
  const note = { type: 'footnote', content: [words('n')], marks: [link] }
  expect(html(p(words('a', link), note))).toMatch(
    /<a href="https:\/\/example.org\/" rel="noopener">a<\/a><sup/,
  )
})

test('a picture has its formats, its place, its caption and its credit', () => {
  const out = html({ type: 'picture', attrs: { picture: 'gauge', size: 'wide', alt: null } })
  expect(out).toContain(
    '<source type="image/avif" srcset="/pictures/0123456789abcdef0123456789abcdef/320.avif 320w',
  )
  expect(out).toContain('width="1000" height="600" alt="A staff gauge in brown water"')
  expect(out).toContain('loading="lazy" decoding="async"')
  expect(out).toContain('The gauge at Ulmen. <small class="credit">Jana Reier · CC BY 4.0</small>')
  expect(out).toMatch(/^<figure class="picture wide">/)
})

test('a picture that the library has not is left out', () => {
  expect(html({ type: 'picture', attrs: { picture: 'lost' } })).toBe('')
  expect(
    html({ type: 'gallery', content: [{ type: 'picture', attrs: { picture: 'lost' } }] }),
  ).toBe('')
})

test('a gallery is a figure with its caption, else a group with a name', () => {
  const dam = { type: 'picture', attrs: { picture: 'gauge' } }
  const gallery = (...inside: DocumentNode[]) =>
    html({ type: 'gallery', content: [dam, ...inside] })
  const captioned = gallery({ type: 'caption', content: [words('Both '), words('<dams>')] })
  expect(captioned).toMatch(/^<figure class="gallery n1"><figure .*<\/figure><figcaption>/)
  expect(captioned).toContain('<figcaption>Both &lt;dams&gt;</figcaption></figure>')
  for (const none of [gallery(), gallery({ type: 'caption' })])
    expect(none).toMatch(/^<div class="gallery n1" role="group" aria-label="[^"]+">.*<\/div>$/)
})

test('a table scrolls in a frame that the keyboard reaches', () => {
  const cell = (type: string, text: string, attrs = {}): DocumentNode => ({
    type,
    attrs,
    content: [p(words(text))],
  })
  const out = html({
    type: 'table',
    attrs: { caption: 'Readings' },
    content: [
      {
        type: 'tableRow',
        content: [cell('tableHeader', 'Day'), cell('tableHeader', 'cm', { align: 'end' })],
      },
      {
        type: 'tableRow',
        content: [cell('tableHeader', 'Monday'), cell('tableCell', '216', { colspan: 1e9 })],
      },
    ],
  })
  expect(out).toBe(
    '<div class="table" role="region" aria-label="Readings" tabindex="0"><table><caption>Readings</caption>' +
      '<thead><tr><th scope="col">Day</th><th scope="col" class="end">cm</th></tr></thead>' +
      '<tbody><tr><th scope="row">Monday</th><td>216</td></tr></tbody></table></div>',
  )
})

test('an embed is a link card; only known players can be opened in place', () => {
  const embed = (url: string): DocumentNode => ({
    type: 'embed',
    attrs: { url, title: 'The gate', kind: 'video' },
  })
  const video = html(embed('https://youtu.be/dQw4w9WgXcQ'))
  expect(video).toContain('href="https://youtu.be/dQw4w9WgXcQ"')
  expect(video).toContain('data-player="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"')
  expect(html(embed('https://example.org/film'))).not.toContain('data-player')
  expect(html(embed('javascript:alert(1)'))).toBe('')
})

test('a card for a picture that is elsewhere says so, and a link in its caption stands beside the card', () => {
  const out = html({
    type: 'embed',
    attrs: { url: 'https://old.example/quay.jpg', title: 'The quay', kind: 'picture' },
    content: [words('By '), words('Ada', linkTo('https://old.example/ada'))],
  })
  expect(out).toContain('<span class="site">Picture · <bdi>')
  expect(out).toMatch(
    /<\/a><figcaption>By <a href="https:\/\/old\.example\/ada"[^>]*>Ada<\/a><\/figcaption><\/figure>$/,
  )
  // Only the card itself is framed.
  const style = readFileSync('src/design/style/body.css', 'utf8')
  expect(style).toContain('.body .embed > a {')
  expect(style).not.toContain('.embed a {')
})

test('a caption of which only a space or a line break is left is none', () => {
  const left: DocumentNode[] = [words(' '), { type: 'hardBreak' }]
  const dam = (content?: DocumentNode[]): DocumentNode => ({
    type: 'picture',
    attrs: { picture: 'gauge' },
    ...(content ? { content } : {}),
  })
  const embed = (content: DocumentNode[]): DocumentNode => ({
    type: 'embed',
    attrs: { url: 'https://example.org/film' },
    content,
  })
  expect(html(embed([words('A film.')]))).toContain('<figcaption>A film.</figcaption>')
  expect(html(embed(left))).not.toContain('figcaption')
  // The library's own caption is not taken away by it.
  expect(html(dam(left))).toBe(html(dam()))
  const gallery = { type: 'gallery', content: [dam(), { type: 'caption', content: left }] }
  expect(html(gallery)).toMatch(/^<div class="gallery/)
})

test('a site is known by its whole host', () => {
  expect(embedSite('https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3').player).toMatch(
    /dQw4w9WgXcQ$/,
  )
  expect(embedSite('https://vimeo.com/76979871').player).toBe(
    'https://player.vimeo.com/video/76979871?dnt=1',
  )
  expect(embedSite('https://notyoutube.com/watch?v=dQw4w9WgXcQ').player).toBeNull()
  expect(embedSite('https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ').player).toBeNull()
  expect(embedSite('https://www.youtube.com/watch?v=x"onload="').player).toBeNull()
})

test('a live entry carries its time and can be linked to by it', () => {
  const out = html({
    type: 'liveEntry',
    attrs: { at: '2019-05-09T15:00:00Z', headline: 'Qalaat al-Madiq' },
    content: [p(words('Residents say so.'))],
  })
  expect(out).toContain('<section class="entry" id="at:20190509T150000Z"><h2>Qalaat al-Madiq</h2>')
  expect(out).toContain(
    '<time datetime="2019-05-09T15:00:00.000Z"><b>17:00</b> <span>9 May 2019</span></time>',
  )
  expect(html({ type: 'liveEntry', attrs: { at: '"><b>' }, content: [p(words('x'))] })).toBe(
    '<section class="entry" id="entry"><p class="when"></p><p>x</p></section>',
  )
})

test('boxes stand beside the text, folded ones open', () => {
  const box = (folded: boolean): DocumentNode => ({
    type: 'box',
    attrs: { title: 'Who reads <it>', folded },
    content: [p(words('Four people.'))],
  })
  expect(html(box(false))).toBe(
    '<aside class="box" aria-labelledby="who-reads-it"><h2 id="who-reads-it">Who reads &lt;it&gt;</h2><p>Four people.</p></aside>',
  )
  expect(html(box(true))).toBe(
    '<details class="box"><summary>Who reads &lt;it&gt;</summary><p>Four people.</p></details>',
  )
})

test('an unknown node gives its children, an unknown mark nothing', () => {
  expect(html({ type: 'script', content: [p(words('x', { type: 'onclick' }))] })).toBe('<p>x</p>')
  expect(html({ type: '__proto__', content: [p(words('x', { type: 'constructor' }))] })).toBe(
    '<p>x</p>',
  )
})

const payload = '"><img src=x onerror=alert(1)><script>alert(1)</script>\''
const everywhere: DocumentNode[] = [
  p(words(payload)),
  { type: 'heading', attrs: { level: payload, dir: payload }, content: [words(payload)] },
  { type: 'blockquote', attrs: { attribution: payload }, content: [p(words(payload))] },
  { type: 'pullQuote', attrs: { attribution: payload }, content: [words(payload)] },
  {
    type: 'orderedList',
    attrs: { start: payload },
    content: [{ type: 'listItem', content: [p(words(payload))] }],
  },
  {
    type: 'picture',
    attrs: { picture: 'gauge', alt: payload, size: payload },
    content: [words(payload)],
  },
  {
    type: 'embed',
    attrs: { url: `https://example.org/${payload}`, title: payload, kind: payload },
  },
  {
    type: 'table',
    attrs: { caption: payload },
    content: [
      {
        type: 'tableRow',
        content: [
          {
            type: 'tableCell',
            attrs: { colspan: payload, align: payload },
            content: [p(words(payload))],
          },
        ],
      },
    ],
  },
  { type: 'codeBlock', attrs: { language: payload }, content: [words(payload)] },
  { type: 'box', attrs: { title: payload, folded: true }, content: [p(words(payload))] },
  { type: 'box', attrs: { title: payload, folded: false }, content: [p(words(payload))] },
  { type: 'liveEntry', attrs: { at: payload, headline: payload }, content: [p(words(payload))] },
  { type: 'keptHtml', attrs: { html: payload } },
  p({ type: 'footnote', content: [words(payload)] }),
]

test('hostile text stays text wherever it stands', () => {
  const out = html(...everywhere)
  const tags = [...out.matchAll(/<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/g)]
  const rest = out.replace(/<\/?[a-z0-9]+(?:\s+[a-z-]+(?:="[^"<>]*")?)*\s*>/g, '')
  expect(rest).not.toMatch(/[<>]/)
  expect(tags.map(([, name]) => name)).not.toContain('script')
  expect(
    tags.filter(([, , attributes]) => /\son[a-z]+=/.test(attributes!.replace(/"[^"]*"/g, '""'))),
  ).toEqual([])
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  '//evil.example/',
  '/\\evil.example/',
  'https://exa mple.org/',
  null,
  { toString: () => 'https://example.org/' },
])('a link to %s leads nowhere', (href) => {
  const out = html(p(words('here', linkTo(href))))
  if (typeof href === 'object' && href) expect(out).toContain('https://example.org/')
  else expect(out).toBe('<p><a>here</a></p>')
})

test.each([
  ['<p onclick="x()" style="position:fixed" class="masthead" id="main">text</p>', '<p>text</p>'],
  ['<script>alert(1)</script><p>text</p>', '<p>text</p>'],
  ['<style>*{display:none}</style>text', 'text'],
  ['<iframe src="https://evil.example"></iframe>text', 'text'],
  ['<form action="/x"><input name="q"><button>go</button></form>', 'go'],
  ['<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>', ''],
  ['<math><mtext><img src=x onerror=alert(1)></mtext></math>', ''],
  ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href="java&#10;script:alert(1)">x</a>', '<a>x</a>'],
  ['<a href="data:text/html,x">x</a>', '<a>x</a>'],
  [
    '<a href="https://example.org/" target="_blank">x</a>',
    '<a href="https://example.org/" rel="noopener">x</a>',
  ],
  ['<img src=x onerror=alert(1)>', ''],
  ['<h1>Head</h1>', '<h2>Head</h2>'],
  ['<td colspan="99999999" rowspan="2">x</td>', '<td rowspan="2">x</td>'],
  ['<p dir="rtl" lang="ar">نص</p>', '<p dir="rtl" lang="ar">نص</p>'],
  ['<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>', ''],
  ['</div></main><p>out', '<p>out</p>'],
  ['<base href="https://evil.example"><meta http-equiv=refresh content=0>', ''],
  ['<template><script>alert(1)</script></template>a', 'a'],
])('of kept HTML %s there remains %s', (dirty, clean) => {
  expect(sanitiseKept(dirty)).toBe(clean)
})

test('very many headings with the same words take no more time than other headings', () => {
  const heading = { type: 'heading', content: [words('What we know')] }
  const began = performance.now()
  const out = html(...Array.from({ length: 30_000 }, () => heading))
  expect(performance.now() - began).toBeLessThan(2000)
  expect(new Set(out.match(/id="[^"]+"/g)).size).toBe(30_000)
})
