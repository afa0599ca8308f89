import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { dates } from './dates.ts'
import { texts, writtenLanguages } from './texts.ts'

const written = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`src/design/texts/${language}.json`, 'utf8'))
const names = (message: string) =>
  [...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]).sort()

test.each(writtenLanguages)(
  '%s says everything that English says, with the same values',
  (language) => {
    const own = written(language)
    const english = written('en')
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort())
    for (const [key, message] of Object.entries(own)) {
      expect(() => new IntlMessageFormat(message, language)).not.toThrow()
      expect([...new Set(names(message))], key).toEqual([...new Set(names(english[key]!))])
    }
  },
)

test('a language without texts is spoken to in English, a region in its language', () => {
  expect(texts('ja')('archive.title')).toBe('Archive')
  expect(texts('de-AT')('archive.title')).toBe('Archiv')
  expect(texts('constructor')('archive.title')).toBe('Archive')
})

test('plurals follow the language', () => {
  expect(texts('en')('article.minutes', { minutes: 1 })).toBe('1 minute to read')
  expect(texts('ru')('article.minutes', { minutes: 3 })).toBe('3 минуты чтения')
  expect(texts('ru')('article.minutes', { minutes: 5 })).toBe('5 минут чтения')
})

test('things stand in their place within a message', () => {
  const link = { link: true }
  expect(texts('en').around('article.by', { names: link })).toEqual(['By ', link])
})

test('times are those of the newsroom’s zone', () => {
  const { day, time, moment, dateline } = dates('en', 'Europe/Berlin')
  expect(day('2019-05-09T22:30:00Z')).toBe('10 May 2019')
  expect(time('2019-05-09T22:30:00Z')).toBe('00:30')
  expect(moment('2019-05-09T15:30:00Z')).toMatch(/^9 May 2019(,| at) 17:30 CEST$/)
  expect(dateline('2019-05-09')).toBe('9 May')
  expect(day('never')).toBe('')
})
