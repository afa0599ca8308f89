import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gzip } from './gzip.ts'

const style = Array.from({ length: 3000 }, (_, n) => `.n${(n * n).toString(36)}{color:red}`).join(
  '',
)

test('a page is the same in gzip, however much of it other pages begin with', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60_000), (text, shared) => {
      const bytes = Buffer.from(style.slice(0, 50_000) + text)
      const packed = gzip(bytes, Math.min(shared, bytes.length))
      expect(gunzipSync(packed).equals(bytes)).toBe(true)
    }),
  )
})

test('pages that begin alike take hardly more than pages packed whole', () => {
  const bytes = Buffer.from(`${style}<title>The bridge is open</title>`)
  expect(gzip(bytes, style.length).length).toBeLessThan(1.02 * gzip(bytes).length)
})

test('more beginnings than are kept, and the same again, are all packed right', () => {
  for (let n = 0; n < 100; n++) {
    const bytes = Buffer.from(`${n % 60} ${style} and what follows ${n}`)
    expect(gunzipSync(gzip(bytes, style.length)).equals(bytes)).toBe(true)
  }
})
