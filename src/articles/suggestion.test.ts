import { expect, test } from 'vitest'
import type { ArticleDocument } from './document.ts'
import { type ArticleFields, blank } from './fields.ts'
import { suggestedNote } from './suggestion.ts'

const saying = (...paragraphs: string[]): ArticleDocument => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const ferry: ArticleFields = {
  ...blank,
  headline: 'Twelve lost as ferry sinks off Varsha',
  standfirst: 'The search goes on.',
  body: saying('The ferry left at nine.', 'It was full. Twelve people are missing, police say.'),
}
const suggested = (changes: Partial<ArticleFields>, before: Partial<ArticleFields> = {}) =>
  suggestedNote({ ...ferry, ...before }, { ...ferry, ...before, ...changes })

test('a word that was wrong is told with the words around it', () => {
  expect(
    suggested({
      body: saying('The ferry left at ten.', ferry.body!.content![1]!.content![0]!.text!),
    }),
  ).toBe('An earlier version said “ferry left at nine”. It now says “ferry left at ten”.')
})

test('the same mistake in headline and text is told once', () => {
  expect(
    suggested({
      headline: 'Eleven lost as ferry sinks off Varsha',
      body: saying(
        'The ferry left at nine.',
        'It was full. Eleven people are missing, police say.',
      ),
    }),
  ).toBe('An earlier version said “Twelve lost as ferry”. It now says “Eleven lost as ferry”.')
})

test('two mistakes are told one after the other', () => {
  expect(
    suggested({
      body: saying(
        'The ferry left at ten.',
        'It was empty. Twelve people are missing, police say.',
      ),
    }),
  ).toBe(
    'An earlier version said “ferry left at nine”. It now says “ferry left at ten”. An earlier version said “It was full”. It now says “It was empty”.',
  )
})

test('a word that was missing is told as well as one that was too much', () => {
  const body = (words: string) => saying('The ferry left at nine.', words)
  expect(suggested({ body: body('It was not full. Twelve people are missing, police say.') })).toBe(
    'An earlier version said “It was full”. It now says “It was not full”.',
  )
})

test('what says more than other words is left to the editor', () => {
  const [first, second] = [
    'The ferry left at ten.',
    'It was full. Twelve people are missing, police say.',
  ]
  for (const changes of [
    { body: saying(first, second, 'The captain was found.') },
    { body: saying(first) },
    { body: saying('Nobody knows when it set out.', second) },
    { body: saying('The ferry left at nine.', `${second} It carried no cars.`) },
    { body: saying(first, second), datelinePlace: 'VARSHA' },
    { body: saying(first, second), leadPictureId: 'another' },
    { body: saying('A ferry went at ten.', 'It was empty. Eleven people are lost, police fear.') },
    {
      body: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: first }] },
          saying(second).content![0]!,
        ],
      },
    },
    { seoTitle: 'Ferry' },
  ] as Partial<ArticleFields>[])
    expect(suggested(changes)).toBe('')
})

test('a link that leads elsewhere is not passed over', () => {
  const linked = (words: string, href: string): ArticleDocument => ({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: `The ferry left at ${words}, ` },
          { type: 'text', text: 'says the harbour', marks: [{ type: 'link', attrs: { href } }] },
        ],
      },
    ],
  })
  const before = { body: linked('nine', 'https://a.example/') }
  expect(suggested({ body: linked('ten', 'https://a.example/') }, before)).toContain('left at ten')
  expect(suggested({ body: linked('ten', 'https://b.example/') }, before)).toBe('')
})

test('a changed footnote is not passed over', () => {
  const noted = (words: string, note: string): ArticleDocument => ({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: words },
          { type: 'footnote', content: [{ type: 'text', text: note }] },
        ],
      },
    ],
  })
  const before = { body: noted('The ferry left at nine.', 'Says the harbour.') }
  expect(
    suggested({ body: noted('The ferry left at ten.', 'Says the harbour.') }, before),
  ).toContain('left at ten')
  expect(suggested({ body: noted('The ferry left at ten.', 'Says the owner.') }, before)).toBe('')
})

test('nothing of a Premium text is told to everybody', () => {
  const body = saying('The ferry left at ten.', ferry.body!.content![1]!.content![0]!.text!)
  expect(suggested({ body }, { access: 'premium' })).toBe('')
  expect(suggested({ body, access: 'premium' })).toBe('')
  expect(
    suggested({ headline: 'Eleven lost as ferry sinks off Varsha' }, { access: 'premium' }),
  ).toContain('Eleven lost')
})

test('it is told in the language of the article', () => {
  const arabic = { language: 'ar', headline: 'غرق عبّارة قرب فارشا' }
  expect(suggested({ headline: 'غرق عبّارة قرب لومنيك' }, arabic)).toBe(
    'ورد في نسخة سابقة: «غرق عبّارة قرب فارشا»، ويرد الآن: «غرق عبّارة قرب لومنيك».',
  )
  const chinese = { language: 'zh', body: saying('渡轮九点出发。') }
  expect(suggested({ body: saying('渡轮十点出发。') }, chinese)).toContain('“渡轮十点出发”')
})

test('what is hostile takes no more time than its length', () => {
  const long = (seed: number) =>
    Array.from({ length: 60_000 }, (_, at) => ((at * seed) % 9973).toString(36)).join(' ')
  const lines = (word: string) =>
    saying(...Array.from({ length: 20_000 }, (_, at) => `${word} ${at}`))
  const start = performance.now()
  expect(suggested({ body: saying(long(7)) }, { body: saying(long(11)) })).toBe('')
  expect(suggested({ body: lines('a') }, { body: lines('b') })).toBe('')
  expect(performance.now() - start).toBeLessThan(5000)
})
