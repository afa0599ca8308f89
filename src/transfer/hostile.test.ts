import { describe, expect, test } from 'vitest'
import { readDocument } from '../articles/document.ts'
import { digestOf } from './arrival.ts'
import { wordsOfPicture } from './attachments.ts'
import { convertContent } from './body.ts'
import type { Source } from './conversion.ts'
import { readPhp } from './php.ts'
import type { Item } from './record.ts'
import { printable } from './summary.ts'
import { readWxr } from './wxr.ts'
import { readElement } from './xml.ts'

/** Exports that were made to hold up whoever imports them. */

const source: Source = {
  base: 'https://harbour.example/strike/',
  language: 'en',
  hosts: new Set(['harbour.example']),
  picture: () => undefined,
  attachment: () => undefined,
  attached: () => [],
  reusable: () => undefined,
  premium: false,
  footnotes: new Map(),
}
const convert = (html: string, more: Partial<Source> = {}) =>
  convertContent(html, { ...source, ...more })
const item = (fields: Partial<Item>) =>
  ({ meta: new Map(), comments: [], content: '', excerpt: '', ...fields }) as Item
const read = async (xml: string) => {
  const records = []
  for await (const record of readWxr(
    (async function* () {
      yield Buffer.from(xml)
    })(),
  ))
    records.push(record)
  return records
}

/** Characters of each text. In proportion to its length, each takes some milliseconds; by its square, minutes. */
const LONG = 400_000
const long = (piece: string, length = LONG) => piece.repeat(length / piece.length)

describe('no text takes more time than its length', () => {
  const texts: Record<string, () => unknown> = {
    'signs where a number of a note is looked for': () =>
      convert(`<a href="#x">${long('*')}ab</a>`),
    'blanks inside code': () => convert(`<pre>a${long(' ')}b</pre>`),
    'line breaks inside code': () => convert(`<pre>a${long('\n')}b</pre>`),
    'a style without end': () => convert(`<span style="${long('text-decoration:')}">x</span>`),
    'a link without end on words of many kinds': () =>
      convert(
        `<a href="https://x.example/${long('a', 100_000)}">${long('<b>x</b><i>y</i>', 200_000)}</a>`,
      ),
    'a host with very many parts': () => convert(`<iframe src="https://${long('a.')}x/"></iframe>`),
    'blocks that are never closed': () => digestOf(item({ content: long('wp:block {') }), () => ''),
    'a tag with one endless word': () => readElement(`<a ${long('a')}>x</a>`),
    'a tag with very many prefixes, again and again': () =>
      readElement(
        `<a ${Array.from({ length: 10_000 }, (_, at) => `xmlns:a${at}="x"`).join(' ')}>${long('<b xmlns:c="d"></b>')}</a>`,
      ),
    'lengths of serialised texts that lie': () =>
      readPhp(
        `a:9999:{${Array.from({ length: 9999 }, (_, at) => `i:${at};s:400000:"${'x'.repeat(20)}";`).join('')}}`,
      ),
  }
  for (const [name, text] of Object.entries(texts))
    test(name, () => {
      const began = performance.now()
      text()
      expect(performance.now() - began).toBeLessThan(2000)
    })

  test('items that swallow one another', async () => {
    const swallowing = '<item><wp:post_id>1</wp:post_id><x><![CDATA[</item>\n'
    const xml = `<rss><channel><wp:wxr_version>1.2</wp:wxr_version>${long(swallowing, 400_000)}]]></x></item></channel></rss>`
    const began = performance.now()
    await read(xml)
    expect(performance.now() - began).toBeLessThan(4000)
  })
})

test('a name of a tag that stands against a value is read all the same', () => {
  expect(readElement('<a b="1"c="2" d = \'3\'>x</a>').attributes).toEqual({
    b: '1',
    c: '2',
    d: '3',
  })
})

test('serialised texts whose lengths lie keep their words', () => {
  expect(readPhp('a:2:{s:1:"a";s:9:"it";s:1:"b";s:2:"is";}')).toEqual({ a: 'it', b: 'is' })
})

test('a reusable block is put into one item only so often that memory holds it', () => {
  const block = `<p>${'word '.repeat(100_000)}</p>`
  const { body } = convert('<!-- wp:block {"ref":1} /-->'.repeat(100), { reusable: () => block })
  readDocument(body)
  expect(JSON.stringify(body).length).toBeLessThan(5_000_000)
  const known = digestOf(item({ content: '<!-- wp:block {"ref":1} /-->'.repeat(100) }), () => block)
  expect(known).toHaveLength(32)
})

test('what a picture says of itself may be of any kind', () => {
  const serialised = 'a:1:{s:10:"image_meta";a:1:{s:6:"credit";a:1:{s:8:"toString";i:1;}}}'
  expect(
    wordsOfPicture(item({ meta: new Map([['_wp_attachment_metadata', [serialised]]]) })).credit,
  ).toBe('')
})

test('nothing that a file says steers the terminal that shows it', () => {
  expect(printable('a\u001b]0;owned\u0007\u009b31m\r\u202eb – é')).toBe(
    'a\ufffd]0;owned\ufffd\ufffd31m\ufffd\ufffdb – é',
  )
})
