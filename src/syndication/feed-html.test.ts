import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { bodyHtml } from '../articles/body.ts'
import type { ArticleDocument, DocumentNode } from '../articles/document.ts'
import type { Picture } from '../media/picture.ts'
import { feedHtml } from './feed-html.ts'

const picture: Picture = {
  id: 'p',
  hash: 'd'.repeat(32),
  width: 1600,
  height: 900,
  alt: '',
  caption: '',
  credit: '',
  licence: '',
  focalX: 0.5,
  focalY: 0.5,
}

/** Words that would like to be more than words. */
const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '<img src="/x">',
    '" onload="alert(1)',
    'href="/relative"',
    "' href='/relative",
    '</div><a href="#here">',
    '<!-- -->',
    '<![CDATA[ ]]>',
    '&lt;a href="/x"&gt;',
    'a > b < c',
  ),
)
const href = fc.constantFrom(
  '/archive',
  '#fn:1',
  "/it's?a=1&b=2#c",
  'mailto:desk@paper.example',
  'https://elsewhere.example/a?b="c"',
  '//elsewhere.example/x',
  'javascript:alert(1)',
)
const text = (content: string, marks?: DocumentNode['marks']): DocumentNode => ({
  type: 'text',
  text: content,
  ...(marks ? { marks } : {}),
})
const block = fc.oneof(
  words.map((said) => ({ type: 'paragraph', content: [text(said)] })),
  fc.tuple(words, href).map(([said, to]) => ({
    type: 'paragraph',
    attrs: { dir: 'rtl' },
    content: [text(said, [{ type: 'link', attrs: { href: to } }])],
  })),
  words.map((said) => ({
    type: 'paragraph',
    content: [{ type: 'footnote', content: [text(said)] }],
  })),
  words.map((said) => ({ type: 'heading', attrs: { level: 2 }, content: [text(said)] })),
  words.map((alt) => ({ type: 'picture', attrs: { picture: 'p', alt } })),
  fc.tuple(words, href).map(([title, url]) => ({ type: 'embed', attrs: { title, url } })),
  fc.tuple(words, href).map(([said, to]) => ({
    type: 'keptHtml',
    attrs: { html: `<p title="${said}">${said} <a href="${to}" class="x">${said}</a></p>` },
  })),
  words.map((said) => ({ type: 'codeBlock', content: [text(said)] })),
  words.map((at) => ({
    type: 'liveEntry',
    attrs: { at: '2019-05-09T10:00:00Z', headline: at },
    content: [{ type: 'paragraph' }],
  })),
)

/** What a browser makes of HTML: its words, and the elements with their attributes. */
function read(html: string) {
  let said = ''
  const elements: [name: string, attributes: Record<string, string>][] = []
  const parser = new Parser({
    ontext: (more) => {
      said += more
    },
    onopentag: (name, attributes) => elements.push([name, attributes]),
  })
  parser.end(html)
  return { said, elements }
}

test('far from its page a text says the same, and every address is whole', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (content) => {
      const doc = { type: 'doc', content } as ArticleDocument
      const html = bodyHtml(doc, {
        language: 'en',
        timezone: 'UTC',
        pictures: new Map([['p', picture]]),
      })
      const near = read(html)
      const far = read(feedHtml(html, 'https://paper.example/a%20b'))
      expect(far.said).toBe(near.said)
      expect(far.elements.map(([name]) => name)).toEqual(
        near.elements.map(([name]) => name).filter((name) => !/^(picture|source)$/.test(name)),
      )
      for (const [, attributes] of far.elements)
        for (const [name, value] of Object.entries(attributes)) {
          expect(name).not.toMatch(/^(class|id|on|data-|srcset|sizes|style|role|aria-)/)
          if (name === 'href' || name === 'src') expect(value).toMatch(/^(https?:\/\/|mailto:)/)
        }
    }),
    { numRuns: 500 },
  )
})
