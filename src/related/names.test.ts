import { expect, test } from 'vitest'
import { folded } from '../search/words.ts'
import { namesIn } from './names.ts'
import { stemOf } from './words.ts'

const named = (text: string, language = 'en', known: Record<string, string> = {}) =>
  namesIn(text, language, new Map(Object.entries(known)), {
    folded,
    stem: (word) => stemOf(word, language),
  }).map(({ name }) => name)

test('people, places and bodies are found by their capitals', () => {
  expect(
    named(
      'Rebels withdrew from Qalaat al-Madiq, said the Syrian Observatory for Human Rights. It was near Idlib.',
    ),
  ).toEqual(['Qalaat al-Madiq', 'Syrian Observatory for Human Rights', 'Idlib'])
})

test('a capital at the start of a sentence is no name, unless the text says so elsewhere', () => {
  expect(named('Water rose. Bridges fell. The mayor left.')).toEqual([])
  expect(named('Harnau protested. They wrote to Harnau twice.')).toEqual(['Harnau'])
  expect(named('Water rose. Then the water fell.')).toEqual([])
})

test('somebody who is named in full once and by surname later is one person to readers', () => {
  expect(
    named('It was Pavel Istrin who spoke to them first. Later that day Mr Istrin left the town.'),
  ).toContain('Istrin')
})

test('months, days and languages are no names, nor is a line that is set in capitals throughout', () => {
  expect(named('On Monday in May he spoke Arabic to them.')).toEqual([])
  expect(named('How The River Was Measured By Two Governments')).toEqual([])
})

test('what somebody says of themselves is no name', () => {
  expect(
    named("It was late when I’ve seen it, and I'd say so. Nobody knew that I've gone."),
  ).toEqual([])
  expect(named('He met Sa’d in N’Djamena.')).toEqual(['Sa’d', 'N’Djamena'])
})

test('names are found in Cyrillic and Greek, in the form of a sentence’s subject', () => {
  expect(named('Письма из Кесселии шли долго. Кесселия ответила.', 'ru')).toEqual([
    'Кесселии',
    'Кесселия',
  ])
  expect(named('Το πλοίο έφτασε στον Πειραιά χθες.', 'el')).toEqual(['Πειραιά'])
})

test('German nouns are no names; what the newsroom knows is, in any script', () => {
  expect(named('Er sah den Fluss und schrieb an Angela Merkel.', 'de')).toEqual(['Angela Merkel'])
  expect(named('Sie sprachen in Idlib.', 'de', { idlib: 'Idlib' })).toEqual(['Idlib'])
  expect(named('وصلوا إلى حماة أمس.', 'ar', { [folded('حماة')]: 'حماة' })).toEqual(['حماة'])
})

test('a hostile text is read in time of its length', () => {
  const began = performance.now()
  named('A'.repeat(200_000))
  named('A-b-'.repeat(50_000))
  named('Aa bb. '.repeat(50_000))
  named('Aa '.repeat(100_000))
  expect(performance.now() - began).toBeLessThan(2000)
})
