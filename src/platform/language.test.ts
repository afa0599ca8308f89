import { expect, test } from 'vitest'
import { languageTag } from './language.ts'

test('a tag is written in its one spelling; one beyond measure is none', () => {
  expect([languageTag('pt_br'), languageTag('zh-hant-tw')]).toEqual(['pt-BR', 'zh-Hant-TW'])
  expect(languageTag(`en-x-${'abcdefgh-'.repeat(1000)}a`)).toBeUndefined()
  expect(languageTag('"><script>')).toBeUndefined()
})
