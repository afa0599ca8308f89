import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginningOf } from './beginning.ts'
import { gzip } from './gzip.ts'

const style = Array.from({ length: 3000 }, (_, n) => `.n${(n * n).toString(36)}{color:red}`).join(
  '',
)
const END = '</style>'

const packed = (text: string) => {
  const beginning = beginningOf(text, END)
  return gzip(Buffer.from(text.slice(beginning?.text.length ?? 0)), beginning)
}

test('a page is the same in gzip, however much of it other pages begin with', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60_000), (text, shared) => {
      const page = `${style.slice(0, shared)}${END}${text}`
      expect(gunzipSync(packed(page)).toString()).toBe(Buffer.from(page).toString())
    }),
  )
})

test('pages that begin alike take hardly more than pages packed whole', () => {
  const page = `${style}${END}<title>The bridge is open</title>`
  expect(packed(page).length).toBeLessThan(1.02 * gzip(Buffer.from(page)).length)
})

test('more beginnings than are kept, and the same again, are all packed right', () => {
  for (let n = 0; n < 100; n++) {
    const page = `${n % 60} ${style}${END} and what follows ${n}`
    expect(gunzipSync(packed(page)).toString()).toBe(page)
  }
})
