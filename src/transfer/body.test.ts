import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DocumentNode, documentText, readDocument } from '../articles/document.ts'
import { convertContent } from './body.ts'
import type { Source } from './conversion.ts'

const source = (more: Partial<Source> = {}): Source => ({
  base: 'https://harbour.example/2019/05/strike/',
  language: 'en',
  hosts: new Set(['harbour.example']),
  picture: ({ id, address }) =>
    id === '31' || address.includes('/quay') ? 'picture-31' : undefined,
  attachment: (id) => ({
    address: `https://harbour.example/wp-content/uploads/${id}.jpg`,
    caption: '',
  }),
  attached: () => ['31'],
  reusable: (id) =>
    id === '40'
      ? '<!-- wp:paragraph --><p>Reused</p><!-- /wp:paragraph --><!-- wp:block {"ref":40} /-->'
      : undefined,
  premium: false,
  footnotes: new Map([['n1', 'Says <em>one</em> side.']]),
  ...more,
})

const convert = (html: string, more: Partial<Source> = {}) => {
  const converted = convertContent(html, source(more))
  readDocument(converted.body)
  return converted
}

/** A document in a few words: types, what is in them, and marks in braces. */
const shape = (node: DocumentNode): string => {
  if (node.type === 'text')
    return (node.marks ?? []).reduce((text, mark) => {
      const value = mark.attrs?.href ?? mark.attrs?.lang
      return `{${mark.type}${value ? ` ${value}` : ''}|${text}}`
    }, node.text!)
  if (node.type === 'hardBreak') return '/'
  const {
    picture,
    url,
    kind,
    attribution,
    level,
    align,
    caption,
    language,
    dir,
    title,
    html,
    start,
  } = (node.attrs ?? {}) as Record<string, string | number | null>
  const said = [
    picture,
    url,
    kind,
    attribution,
    level,
    align,
    caption,
    language,
    dir,
    title,
    html,
    start,
  ]
    .filter((value) => value !== null && value !== undefined && value !== '')
    .join(' ')
  return `${node.type}${said ? `<${said}>` : ''}(${(node.content ?? []).map(shape).join('')})`
}
const body = (html: string, more: Partial<Source> = {}) =>
  convert(html, more).body.content!.map(shape).join(' ')
const noted = (html: string) =>
  [...convert(html).notes.keys()].map((key) => key.split('\t').slice(0, 2).join(' '))

describe('the text of an imported article', () => {
  test.each([
    ['lines and paragraphs', 'One\ntwo\n\nthree', 'paragraph(One/two) paragraph(three)'],
    ['breaks', 'One<br />\ntwo<br><br>three', 'paragraph(One/two) paragraph(three)'],
    [
      'an emphasis over an empty line',
      '<em>One\n\ntwo</em>',
      'paragraph({italic|One}) paragraph({italic|two})',
    ],
    [
      'blocks among lines',
      'One\n<h2>Two</h2>\nthree',
      'paragraph(One) heading<2>(Two) paragraph(three)',
    ],
    ['blanks', '<p>  One \n  <b> two</b>  </p>', 'paragraph(One/{bold|two})'],
    ['preformatted text', '<pre>a\n\n b</pre>', 'codeBlock(a\n\n b)'],
    [
      'a quotation',
      '<blockquote>One\n\ntwo<cite>— Ada</cite></blockquote>',
      'blockquote<Ada>(paragraph(One)paragraph(two))',
    ],
    ['the end of the summary', 'One<!--more-->two', 'paragraph(One) more() paragraph(two)'],
  ])('text without blocks keeps %s as WordPress shows it', (_, html, expected) => {
    expect(body(html)).toBe(expected)
  })

  test.each([
    [
      'a paragraph',
      '<!-- wp:paragraph {"dropCap":true} --><p class="has-drop-cap">One\ntwo</p><!-- /wp:paragraph -->',
      'paragraph(One two)',
    ],
    [
      'a heading',
      '<!-- wp:heading {"level":1} --><h1>One</h1><!-- /wp:heading -->',
      'heading<2>(One)',
    ],
    [
      'nested lists',
      '<!-- wp:list {"ordered":true} --><ol start="3"><!-- wp:list-item --><li>a<!-- wp:list --><ul><!-- wp:list-item --><li>b</li><!-- /wp:list-item --></ul><!-- /wp:list --></li><!-- /wp:list-item --></ol><!-- /wp:list -->',
      'orderedList<3>(listItem(paragraph(a)bulletList(listItem(paragraph(b)))))',
    ],
    [
      'a pull quote',
      '<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>One</p><cite>Ada</cite></blockquote></figure><!-- /wp:pullquote -->',
      'pullQuote<Ada>(One)',
    ],
    [
      'a verse',
      '<!-- wp:verse --><pre class="wp-block-verse">One\n  two</pre><!-- /wp:verse -->',
      'paragraph(One/  two)',
    ],
    [
      'code',
      '<!-- wp:code --><pre class="wp-block-code"><code class="language-php">&lt;b&gt;\nx</code></pre><!-- /wp:code -->',
      'codeBlock<php>(<b>\nx)',
    ],
    [
      'a table',
      '<!-- wp:table --><figure class="wp-block-table"><table><thead><tr><th>A</th></tr></thead><tbody><tr><td class="has-text-align-right" colspan="2">1</td></tr></tbody></table><figcaption>Sums</figcaption></figure><!-- /wp:table -->',
      'table<Sums>(tableRow(tableHeader(paragraph(A)))tableRow(tableCell<end>(paragraph(1))))',
    ],
    [
      'a picture',
      '<!-- wp:image {"id":31} --><figure class="wp-block-image"><img src="/wp-content/uploads/quay-300x200.jpg" class="wp-image-31"/><figcaption>Noon</figcaption></figure><!-- /wp:image -->',
      'picture<picture-31>(Noon)',
    ],
    [
      'a gallery',
      '<!-- wp:gallery --><figure class="wp-block-gallery"><!-- wp:image --><figure class="wp-block-image"><img src="/quay.jpg"/><figcaption>a</figcaption></figure><!-- /wp:image --><!-- wp:image --><figure><img src="/quay-2.jpg"/></figure><!-- /wp:image --></figure><!-- /wp:gallery -->',
      'gallery(picture<picture-31>(a)picture<picture-31>())',
    ],
    [
      'a gallery with a caption of its own',
      '<!-- wp:gallery --><figure class="wp-block-gallery"><figure class="wp-block-image"><img src="/quay.jpg"/><figcaption>a</figcaption></figure><figure><img src="/quay-2.jpg"/></figure><figcaption class="blocks-gallery-caption">of <a href="/b">both</a></figcaption></figure><!-- /wp:gallery -->',
      'gallery(picture<picture-31>(a)picture<picture-31>()caption(of {link /b|both}))',
    ],
    ['an old gallery', '<!-- wp:gallery {"ids":[31]} /-->', 'gallery(picture<picture-31>())'],
    [
      'a cover',
      '<!-- wp:cover {"url":"https://harbour.example/quay.jpg"} --><div style="background-image:url(x)"><!-- wp:paragraph --><p>Over</p><!-- /wp:paragraph --></div><!-- /wp:cover -->',
      'picture<picture-31>() paragraph(Over)',
    ],
    [
      'columns',
      '<!-- wp:columns --><div><!-- wp:column --><div><p>a</p></div><!-- /wp:column --><!-- wp:column --><div><p>b</p></div><!-- /wp:column --></div><!-- /wp:columns -->',
      'paragraph(a) paragraph(b)',
    ],
    [
      'an embed',
      '<!-- wp:embed {"url":"https://youtu.be/abcdefghijk"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/abcdefghijk\n</div><figcaption>Watch</figcaption></figure><!-- /wp:embed -->',
      'embed<https://youtu.be/abcdefghijk video>(Watch)',
    ],
    [
      'a file',
      '<!-- wp:file --><div class="wp-block-file"><a href="https://harbour.example/wp-content/uploads/a.pdf">Report</a><a href="https://harbour.example/wp-content/uploads/a.pdf" download>Download</a></div><!-- /wp:file -->',
      'embed<https://harbour.example/wp-content/uploads/a.pdf file Report>()',
    ],
    [
      'details',
      '<!-- wp:details --><details><summary>Who</summary><p>Ada</p></details><!-- /wp:details -->',
      'box<Who>(paragraph(Ada))',
    ],
    ['a reusable block, once', '<!-- wp:block {"ref":40} /-->', 'paragraph(Reused)'],
    [
      'a footnote',
      '<!-- wp:paragraph --><p>So<sup data-fn="n1" class="fn"><a href="#n1">1</a></sup>.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->',
      'paragraph(Sofootnote(Says {italic|one} side.).)',
    ],
    [
      'the block of a plug-in',
      '<!-- wp:acme/box --><div><p>Kept</p></div><!-- /wp:acme/box -->',
      'paragraph(Kept)',
    ],
  ])('of the blocks, %s comes in as what it is', (_, html, expected) => {
    expect(body(html)).toBe(expected)
  })

  test.each([
    [
      '[caption id="attachment_31" width="3"]<a href="/quay.jpg"><img src="/x.jpg" /></a> Below <em>it</em>[/caption]',
      'picture<picture-31>(Below {italic|it})',
    ],
    ['[gallery ids="31,31"]', 'gallery(picture<picture-31>()picture<picture-31>())'],
    ['[gallery]', 'gallery(picture<picture-31>())'],
    ['[embed]https://vimeo.com/1[/embed]', 'embed<https://vimeo.com/1 video>()'],
    ['[audio src="/a.mp3"]', 'embed<https://harbour.example/a.mp3 audio>()'],
    [
      '[video mp4="https://harbour.example/a.mp4"][/video]',
      'embed<https://harbour.example/a.mp4 video>()',
    ],
    ['One[ref]A <b>note</b>[/ref].', 'paragraph(Onefootnote(A {bold|note}).)'],
    ['[vc_row][vc_column width="1/2"]Kept[/vc_column][/vc_row]', 'paragraph(Kept)'],
    [
      'He [the minister] said: [sic] [...] [1] [Al-Assad] [so-called]',
      'paragraph(He [the minister] said: [sic] [...] [1] [Al-Assad] [so-called])',
    ],
    ['[[gallery]] and <code>[gallery]</code>', 'paragraph([gallery] and {code|[gallery]})'],
    ['<a href="/x" title="[a b=1]">y</a>', 'paragraph({link /x|y})'],
    [
      'https://www.youtube.com/watch?v=abcdefghijk\n\nhttps://elsewhere.example/',
      'embed<https://www.youtube.com/watch?v=abcdefghijk video>() paragraph(https://elsewhere.example/)',
    ],
  ])('shortcodes are told from an editor’s brackets: %s', (html, expected) => {
    expect(body(html)).toBe(expected)
  })

  test.each([
    ['https://harbour.example/2019/04/strike/?x=1#a', '/2019/04/strike/?x=1#a'],
    ['../../04/strike/', '/2019/04/strike/'],
    ['http://www.harbour.example/about', '/about'],
    [
      'https://harbour.example/wp-content/uploads/a.pdf',
      'https://harbour.example/wp-content/uploads/a.pdf',
    ],
    ['https://elsewhere.example/a', 'https://elsewhere.example/a'],
    ['mailto:desk@harbour.example', 'mailto:desk@harbour.example'],
    ['#note', '#note'],
  ])('a link to %s points to %s', (written, href) => {
    expect(body(`<p><a href="${written}">x</a></p>`)).toBe(`paragraph({link ${href}|x})`)
  })

  test('words in other languages and directions keep them', () => {
    expect(body('<p dir="rtl">سلام</p><p>a <span lang="ar" dir="rtl">ب</span></p>')).toBe(
      'paragraph<rtl>(سلام) paragraph(a {foreign ar|ب})',
    )
  })

  test('notes that point at each other become footnotes, others stay links', () => {
    expect(
      body(
        '<p>So<sup><a href="#fn1" id="ref1">1</a></sup> and <a href="#top">up</a>.</p><ol><li id="fn1">Because. <a href="#ref1">↩</a></li></ol>',
      ),
    ).toBe(
      'paragraph(Sofootnote({superscript|Because.}) and {link #top|up}.)'.replace(
        '{superscript|Because.}',
        'Because.',
      ),
    )
  })

  test('a picture that the library lacks keeps its place as a card, and is named', () => {
    const { body: document, lacking } = convert('<img src="/b.jpg" alt="Boats" class="wp-image-7">')
    expect(document.content!.map(shape)).toEqual([
      'embed<https://harbour.example/b.jpg picture Boats>()',
    ])
    expect(lacking).toEqual([{ id: '7', address: 'https://harbour.example/b.jpg' }])
  })

  test('HTML that no body element is like is kept, sanitised', () => {
    expect(body('<dl onclick="x()"><dt>A</dt><dd>b<script>1</script></dd></dl>')).toBe(
      'keptHtml<<dl><dt>A</dt><dd>b</dd></dl>>()',
    )
  })

  test('what is converted, kept and left out is counted by name', () => {
    expect(
      noted(
        '<!-- wp:latest-posts /--><!-- wp:acme/x --><p>a</p><!-- /wp:acme/x -->[my_form id="1"]<iframe src="https://evil.example/"></iframe><script>1</script>',
      ),
    ).toEqual([
      'left out block core/latest-posts',
      'kept block acme/x',
      'left out shortcode my_form',
      'left out frame evil.example',
      'left out script',
    ])
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href=" &#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="//evil.example/\\@x">x</a>',
    '<svg onload=alert(1)><a href="javascript:1">x</a></svg>',
    '<iframe srcdoc="<script>1</script>"></iframe>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<object data="data:text/html,x"></object>',
    '<form action="javascript:alert(1)"><button formaction="javascript:1">x</button>y</form>',
    '<dl><dd style="background:url(javascript:1)" onmouseover=1>x</dd></dl>',
    '<math><mtext><script>1</script></mtext></math>',
    '<style>@import "https://evil.example"</style>',
    '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example">',
    '<video src="javascript:1"></video><audio><source src="data:audio/x,1"></audio>',
    '<!-- wp:embed {"url":"javascript:alert(1)"} /-->',
    '<!-- wp:cover {"url":"data:image/svg+xml,x"} --><p>x</p><!-- /wp:cover -->',
    '[video src="javascript:alert(1)"][youtube url="javascript:alert(1)"]',
  ])('nothing hostile survives of %s', (html) => {
    const json = JSON.stringify(convert(html).body)
    expect(json).not.toMatch(
      /script:|data:|<script|onerror|onload|onmouse|onclick|<svg|<iframe|srcdoc|style=|formaction/i,
    )
  })

  test.each([
    ['<div>', 50_000],
    ['<b>', 50_000],
    ['<ul><li>', 50_000],
    ['<blockquote>', 50_000],
    ['<table><tr><td>', 20_000],
    ['<!-- wp:group --><div>', 50_000],
    ['<!-- wp:a/b -->', 20_000],
    ['[ref]', 20_000],
    ['[caption]', 20_000],
    ['[a_b x="', 20_000],
    ['<figure>', 50_000],
    ['<dl><dd>', 20_000],
    ['<pre ', 50_000],
  ])('%s, opened %i times, needs little time and loses no words', (opening, times) => {
    const began = performance.now()
    const closing =
      opening.startsWith('[') && !opening.includes('"') ? opening.replace('[', '[/') : ''
    const { body: document } = convert(`${opening.repeat(times)}>deep${closing.repeat(times)}`)
    expect(JSON.stringify(document)).toContain('deep')
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test('whatever HTML it is given, the document is valid and every word is in it', () => {
    const word = fc.constantFrom('alpha', 'beta', 'gamma')
    const name = fc.constantFrom(
      'p',
      'div',
      'b',
      'a',
      'ul',
      'ol',
      'li',
      'table',
      'tr',
      'td',
      'h2',
      'blockquote',
      'figure',
      'figcaption',
      'pre',
      'span',
      'details',
      'summary',
      'dl',
      'dd',
      'cite',
      'sup',
      'q',
    )
    const tag = name.chain((one) => fc.constantFrom(`<${one}>`, `</${one}>`))
    const piece = fc.oneof(
      word,
      tag,
      fc.constantFrom(
        '\n',
        '\n\n',
        '<br>',
        '<img src="/quay.jpg">',
        '<hr>',
        '<!-- wp:group -->',
        '<!-- /wp:group -->',
        '<!-- wp:list -->',
        '[caption]',
        '[/caption]',
        '[gallery]',
        '<!--more-->',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const document = convert(pieces.join(' ')).body
        const said = JSON.stringify(document).match(/alpha|beta|gamma/g) ?? []
        const written = pieces.filter((one) => /^(alpha|beta|gamma)$/.test(one))
        expect([...said].sort()).toEqual(written.sort())
        documentText(document)
      }),
      { numRuns: 500 },
    )
  })
})
