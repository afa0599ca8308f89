import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { deskLanguage, deskLanguages } from '../staff/desk-language.ts'
import { subscribers } from '../subscribers.ts'

const written = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`src/desk/texts/${language}.json`, 'utf8'))
const english = written('en')

/** A piece of a message, as far as is looked at here: a plural has options, and pieces in each. */
type Piece = {
  type: number
  value: string
  options?: Record<string, { value: Piece[] }>
}

const LITERAL = 0
const POUND = 7

const piecesOf = (message: string, language: string) =>
  new IntlMessageFormat(message, language).getAst() as unknown as Piece[]

/** What a message asks for: `name`, or `name by number` where a plural asks. */
const asked = (pieces: Piece[]): string[] => [
  ...new Set(
    pieces
      .flatMap(({ type, value, options }) => {
        if (type === LITERAL || type === POUND) return []
        if (!options) return [value]
        return [`${value} by number`, ...Object.values(options).flatMap((one) => asked(one.value))]
      })
      .sort(),
  ),
]

/** The categories that a message's plurals lack in a language (CLDR). */
const lackingIn = (pieces: Piece[], language: string): string[] => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  return pieces.flatMap(({ options }) =>
    options
      ? [
          ...pluralCategories.filter((one) => !(one in options)),
          ...Object.values(options).flatMap((one) => lackingIn(one.value, language)),
        ]
      : [],
  )
}

describe.each(deskLanguages)('at the desk, %s', (language) => {
  const own = written(language)
  const both = Object.keys(english).filter((key) => key in own)

  test('says everything that English says, and nothing besides', () => {
    const lacking = Object.keys(english).filter((key) => !(key in own))
    expect(lacking, `write these in src/desk/texts/${language}.json`).toEqual([])
    expect(Object.keys(own).filter((key) => !(key in english))).toEqual([])
    expect(Object.keys(own), 'in the order of English').toEqual(Object.keys(english))
    expect(both.filter((key) => !own[key]?.trim())).toEqual([])
  })

  test('says it with the same values', () => {
    const asking = (words: Record<string, string>, of: string) =>
      Object.fromEntries(both.map((key) => [key, asked(piecesOf(words[key]!, of))]))
    expect(asking(own, language)).toEqual(asking(english, 'en'))
  })

  test('knows how it counts', () => {
    const lacking = both
      .map((key) => [key, lackingIn(piecesOf(own[key]!, language), language)] as const)
      .filter(([, categories]) => categories.length > 0)
    expect(Object.fromEntries(lacking)).toEqual({})
  })
})

test('there are words for each language that the desk speaks, and for no other', () => {
  const files = readdirSync('src/desk/texts').map((file) => file.replace('.json', ''))
  expect(files.sort()).toEqual([...deskLanguages])
})

test('every event, every job and every refusal that has words is one of the newsroom’s', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^desk\//.test(file))
    .map((file) => readFileSync(`src/${file}`, 'utf8'))
    .join('\n')
  const refusals = Object.keys(english)
    .filter((key) => /^refusal\..*\//.test(key))
    .map((key) => key.replace('refusal.', ''))
    .filter((code) => code !== 'desk/offline')
  // Some codes are put together: of a picture that lacks its credit, of a colleague whose name is missing.
  const composed = ['articles/picture-credit', 'articles/picture-licence', 'staff/name']
  const strange = refusals.filter(
    (code) => !sources.includes(`'${code}'`) && !composed.includes(code),
  )
  expect(strange).toEqual([])

  const events = [...sources.matchAll(/^ {2}'([a-z]+\.[a-z-]+)': \{ \w+\??: /gm)].map(
    ([, type]) => `log.${type}`,
  )
  const jobs = Object.values(subscribers).flatMap((all) =>
    Object.keys(all).map((job) => `job.${job}`),
  )
  expect(events.length).toBeGreaterThan(30)
  expect([...events, ...jobs].filter((key) => !(key in english))).toEqual([])
})

test('the desk speaks as its colleague wishes, or as the newsroom does', () => {
  expect(deskLanguage(null, 'de-AT')).toBe('de-AT')
  expect(deskLanguage('de', 'de-AT')).toBe('de-AT')
  expect(deskLanguage('ru', 'de-AT')).toBe('ru')
  expect(deskLanguage(null, 'ja')).toBe('en')
  expect(deskLanguage(null, 'constructor')).toBe('en')
})
