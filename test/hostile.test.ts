import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { DocumentNode } from '../src/articles/document.ts'
import { publish } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { openDatabase } from '../src/platform/database.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { openBrowser } from './browser.ts'
import { testFolder } from './newsroom.ts'
import { dateline, startNewsroom } from './process.ts'

/**
 * Everything that is written in a newsroom, and everything that moves in, tries to run a program in a real browser,
 * with the content policy off: what the pages are made of must hold by itself.
 */

/** Each calls `ran`, or leaves a mark in the page that `strangers` finds. */
const payloads = [
  '<script>ran(1)</script>',
  '</title><script>ran(1)</script>',
  '"><script>ran(1)</script>',
  "'><img src=x onerror=ran(1)>",
  '<img src=x onerror=ran(1)//',
  '<img/src="x"/onerror="ran(1)">',
  '<svg onload=ran(1)>',
  '<svg><script>ran(1)</script></svg>',
  '<svg><style><img src=x onerror=ran(1)></style></svg>',
  '<svg><a xlink:href="javascript:ran(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=ran(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=ran(1)>',
  '<noscript><p title="</noscript><img src=x onerror=ran(1)>"></noscript>',
  '<textarea></textarea><img src=x onerror=ran(1)>',
  '<xmp><p title="</xmp><img src=x onerror=ran(1)>"></xmp>',
  '<template><img src=x onerror=ran(1)></template>',
  '<iframe srcdoc="<script>parent.ran(1)</script>"></iframe>',
  '<iframe src="javascript:parent.ran(1)"></iframe>',
  '<object data="data:text/html,<script>parent.ran(1)</script>"></object>',
  '<embed src="javascript:ran(1)">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/a.css">',
  '<style>@import "https://evil.example/a.css";body{background:url(https://evil.example/b)}</style>',
  '<p style="background:url(https://evil.example/c);position:fixed;inset:0">x</p>',
  '<p style="width:expression(ran(1))" onclick="ran(1)" onmouseover=ran(1) tabindex=0 autofocus onfocus=ran(1)>x</p>',
  '<a href="javascript:ran(1)">x</a>',
  '<a href="java&#10;script:ran(1)">x</a>',
  '<a href=" &#1;javascript:ran(1)">x</a>',
  '<a href="JaVaScRiPt&colon;ran(1)">x</a>',
  '<a href="data:text/html,<script>ran(1)</script>">x</a>',
  '<a href="vbscript:ran(1)">x</a>',
  '<a href="//evil.example/x" ping="https://evil.example/p">x</a>',
  '<form action="https://evil.example/"><button formaction="javascript:ran(1)">x</button><input autofocus onfocus=ran(1)></form>',
  '<details open ontoggle=ran(1)><summary>x</summary></details>',
  '<video src=x onerror=ran(1)><source onerror=ran(1)></video>',
  '<body onload=ran(1)><input onfocus=ran(1) autofocus>',
  '<table><td background="javascript:ran(1)"><img src="https://evil.example/d"></table>',
  '<div id="main" name="cookie" class="masthead">x</div><img name="getElementById">',
  '</div></div></article></main></body></html><script>ran(1)</script>',
  '<!-- --!><img src=x onerror=ran(1)> -->',
  '<!--><img src=x onerror=ran(1)>-->',
  ']]><img src=x onerror=ran(1)>',
  '<![CDATA[<img src=x onerror=ran(1)>]]>',
  '&lt;img src=x onerror=ran(1)&gt;',
  '&amp;lt;script&amp;gt;ran(1)&amp;lt;/script&amp;gt;',
  '\u003cimg src=x onerror=ran(1)\u003e',
  '<a href="https://x.example/" data-player="javascript:ran(1)" data-show="x">x</a>',
  '[caption]<img src=x onerror=ran(1)>[/caption][embed]javascript:ran(1)[/embed][iframe src="javascript:ran(1)"]',
  '<!-- wp:embed {"url":"javascript:ran(1)"} /--><!-- wp:cover {"url":"javascript:ran(1)"} /-->',
  '{{constructor.constructor("ran(1)")()}}',
]

/** One of every node and mark, with the payload as every text and every attribute, allowed or not. */
function bodyOf(payload: string): DocumentNode {
  const attrs = Object.fromEntries(
    'dir level attribution start picture alt size url title kind caption colspan rowspan align language folded at headline html href lang class style onclick id'
      .split(' ')
      .map((name) => [name, payload]),
  )
  const marks = [
    'link',
    'bold',
    'italic',
    'underline',
    'strike',
    'code',
    'superscript',
    'subscript',
    'highlight',
    'foreign',
    'script',
    payload,
  ]
  const text: DocumentNode[] = marks.map((type) => ({
    type: 'text',
    text: payload,
    marks: [{ type, attrs }],
  }))
  const paragraph = { type: 'paragraph', attrs, content: text }
  const cell = { type: 'tableCell', attrs, content: [paragraph] }
  const holding = (type: string, content: DocumentNode[]): DocumentNode => ({
    type,
    attrs,
    content,
  })
  return {
    type: 'doc',
    content: [
      paragraph,
      holding('heading', text),
      holding('blockquote', [paragraph]),
      holding('pullQuote', text),
      holding('bulletList', [holding('listItem', [paragraph])]),
      holding('orderedList', [holding('listItem', [paragraph])]),
      holding('picture', text),
      holding('gallery', [holding('picture', text)]),
      holding('embed', text),
      { ...holding('embed', text), attrs: { ...attrs, url: `https://youtu.be/${payload}` } },
      { ...holding('embed', text), attrs: { ...attrs, url: `https://x.example/?v=${payload}` } },
      holding('table', [
        holding('tableRow', [cell, { ...cell, type: 'tableHeader' }]),
        holding('tableRow', [cell]),
      ]),
      holding('codeBlock', text),
      holding('box', [paragraph]),
      { ...holding('box', [paragraph]), attrs: { ...attrs, folded: true } },
      holding('liveEntry', [paragraph]),
      holding('keptHtml', []),
      holding(payload, [paragraph]),
      holding('paragraph', [holding('footnote', text)]),
    ],
  }
}

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** An export in which every field is a payload. */
function exportOf(texts: string[]) {
  const items = texts.map((payload, at) => {
    const said = cdata(payload)
    const meta = (key: string) =>
      `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${said}</wp:meta_value></wp:postmeta>`
    const content = cdata(
      at % 2 === 0
        ? `${payload}\n\nClassic ${payload} words\n\n<form>${payload}</form><dl><dt>${payload}<dd>${payload}</dl>`
        : `<!-- wp:html -->${payload}<!-- /wp:html --><!-- wp:paragraph --><p>${payload}</p><!-- /wp:paragraph --><!-- wp:table --><figure><table><tr><td>${payload}</table><figcaption>${payload}</figcaption></figure><!-- /wp:table -->`,
    )
    return `<item><title>${said}</title><link>https://old.example/moved-${at}</link><dc:creator>${said}</dc:creator>
<content:encoded>${content}</content:encoded><excerpt:encoded>${said}</excerpt:encoded>
<wp:post_id>${at + 1}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2019-05-09 10:15:00</wp:post_date_gmt>
<category domain="category" nicename="cat-${at}">${said}</category><category domain="post_tag" nicename="tag-${at}">${said}</category>
${meta('_yoast_wpseo_title')}${meta('_yoast_wpseo_opengraph-title')}</item>`
  })
  return `<rss xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>${cdata(texts[0]!)}</title><link>https://old.example</link><description>${cdata(texts[3]!)}</description><wp:wxr_version>1.2</wp:wxr_version>
${items.join('\n')}</channel></rss>`
}

/** What must not be in a page, whoever wrote it: by name, so that a failure says what came through. */
const strangers = () => {
  const found: string[] = []
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName
    const isOurs =
      (name === 'script' && /^\/assets\/[\w-]+\.js$/.test(element.getAttribute('src') ?? '')) ||
      (name === 'script' && element.getAttribute('type') === 'application/ld+json') ||
      (/^(style|link|meta)$/.test(name) && element.closest('head')) ||
      (name === 'form' && element.getAttribute('action')?.startsWith('/')) ||
      (name === 'input' && element.closest('form[action^="/"]'))
    if (
      !isOurs &&
      /^(script|style|link|meta|base|iframe|frame|object|embed|applet|form|input|textarea|select|template|svg|math|noscript|xmp|video|audio)$/.test(
        name,
      )
    )
      found.push(`<${name}>`)
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^style$|^srcdoc$|^ping$|^formaction$|^background$/.test(attribute))
        found.push(`${name} ${attribute}`)
      // What a browser takes for an address, with the blanks and control characters that it skips left out.
      const address = value.replace(/[^\x21-\x7e]/g, '')
      if (
        /^(href|src|action|data-player|poster|data)$/.test(attribute) &&
        !/^(https?:\/\/|\/(?!\/)|#|mailto:|tel:)/.test(address)
      )
        found.push(`${name} ${attribute}=${value.slice(0, 40)}`)
    }
    if (element.id && document.querySelectorAll(`#${CSS.escape(element.id)}`).length > 1)
      if (['main', 'sections'].includes(element.id)) found.push(`another #${element.id}`)
  }
  const mains = document.querySelectorAll('body > main')
  if (mains.length !== 1 || !document.querySelector('body > main ~ footer.foot'))
    found.push('the page is broken open')
  return found
}

const chromium = inject('chromium')

describe.skipIf(!chromium)('a hostile writer', () => {
  let browser: Browser
  let newsroom: Awaited<ReturnType<typeof startNewsroom>>
  let folder: string
  const paths: string[] = []

  beforeAll(async () => {
    folder = testFolder()
    const file = join(folder, 'export.xml')
    writeFileSync(file, exportOf(payloads))
    expect(await dateline(['import', file], { DATA_DIR: folder }).ended).toBe(0)
    const desk = openDatabase(sqlite(join(folder, 'newsroom.db')))
    for (const [at, payload] of payloads.entries())
      await desk.write(async (tx) => {
        const headline = payload.slice(0, 300)
        const fields = { headline, standfirst: payload, datelinePlace: payload.slice(0, 120) }
        const id = await draft(tx, { ...fields, path: `/written-${at}` }, new Date())
        await publish(tx, id, new Date())
        // Past every check: as if a check had been forgotten, or an older program had written it.
        const body = JSON.stringify(bodyOf(payload))
        await tx.updateTable('articles').set({ body }).where('id', '=', id).execute()
      })
    const rows = await desk.db
      .selectFrom('addresses')
      .select('path')
      .where('retired', 'is', null)
      .execute()
    paths.push('/', '/archive/2019/05', ...rows.map(({ path }) => path))
    await desk.close()
    newsroom = await startNewsroom({ DATA_DIR: folder })
    browser = await openBrowser(chromium!)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await newsroom?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('runs nothing, fetches nothing and breaks no page open', async () => {
    const found: unknown[] = []
    const look = async (page: Page) => {
      for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
        const answer = await page.goto(newsroom.address + encodeURI(path), { waitUntil: 'load' })
        if (answer!.status() !== 200) found.push([path, answer!.status()])
        const there = await page.evaluate(strangers)
        if (there.length > 0) found.push([path, [...new Set(there)]])
      }
    }
    const all = paths.length
    expect(all).toBeGreaterThan(2 * payloads.length)
    const context = await browser.newContext({ bypassCSP: true })
    await context.exposeFunction('ran', () => found.push('a program ran'))
    context.on('request', (request) => {
      if (!request.url().startsWith(newsroom.address)) found.push(['asked', request.url()])
    })
    await Promise.all([1, 2].map(async () => look(await context.newPage())))
    await context.close()
    expect(found).toEqual([])
  }, 300_000)
})
