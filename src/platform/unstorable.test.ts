import { expect, test } from 'vitest'
import { holdsNul, storableIn } from './unstorable.ts'

test('a character that no database stores is found wherever it is, and however deep', () => {
  for (const value of ['a\0', ['x', 'a\0'], { a: { b: ['\0'] } }, { 'a\0': 1 }])
    expect(holdsNul(value)).toBe(true)
  for (const value of ['a', null, undefined, 7, [], { a: '\\u0000' }])
    expect(holdsNul(value)).toBe(false)
  const deep = (inmost: string) =>
    JSON.parse(`${'['.repeat(100_000)}"${inmost}"${']'.repeat(100_000)}`)
  expect([holdsNul(deep('a')), holdsNul(deep('\\u0000'))]).toEqual([false, true])
})

test('where people type and paste, the sign for what cannot be shown stands for it', () => {
  const said = { headline: 'Orla\0va', tags: ['a\0', 'b'], words: 3, place: null }
  expect(storableIn(said)).toEqual({
    headline: 'Orla\ufffdva',
    tags: ['a\ufffd', 'b'],
    words: 3,
    place: null,
  })
  const sound = { headline: 'Orlava' }
  expect(storableIn(sound)).toBe(sound)
})
