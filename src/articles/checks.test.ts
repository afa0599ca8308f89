import { expect, test } from 'vitest'
import { checksOf } from './checks.ts'

const article = (text: string, more = {}) => ({
  headline: 'Orlava votes',
  standfirst: 'Polls close at nine.',
  language: 'en',
  kind: 'news',
  categoryId: 'c',
  bylines: [{}],
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  ...more,
})
const kinds = (text: string, more = {}) => checksOf(article(text, more)).map(({ kind }) => kind)

test('a sentence whose words stand in the wrong order is pointed out, and right ones are not', () => {
  expect(kinds('The Syrian has government captured the town.')).toEqual(['garbled'])
  for (const right of [
    'The army has quickly captured the town.',
    'The minister has not resigned.',
    'The bridge was later rebuilt.',
    'A truce had never been signed.',
    'The talks are to be opened in May.',
    'The Syrian government has captured the town.',
  ])
    expect([right, kinds(right)]).toEqual([right, []])
})

test('a word that stands twice is pointed out in every script', () => {
  expect(kinds('They crossed the the river.')).toEqual(['doubled'])
  expect(kinds('Они перешли через через реку.', { language: 'ru' })).toEqual(['doubled'])
  expect(kinds('عبروا النهر النهر ليلا', { language: 'ar' })).toEqual(['doubled'])
  expect(kinds('He had had enough; the theatre there.')).toEqual([])
})

test('a very long paragraph, a picture without a description and missing particulars are pointed out', () => {
  expect(kinds('word '.repeat(130).replace(/word (?=word)/g, () => `w${Math.random()} `))).toEqual([
    'long',
  ])
  expect(
    checksOf(
      article('', {
        standfirst: ' ',
        bylines: [],
        categoryId: null,
        body: { type: 'doc', content: [{ type: 'picture', attrs: { picture: 'p', alt: '' } }] },
      }),
    ).map(({ kind }) => kind),
  ).toEqual(['standfirst', 'byline', 'category', 'alt'])
})

test('what reads as opinion and is not labelled so is pointed out: by its section, its headline, its words', () => {
  expect(kinds('Words.', { section: 'Comment' })).toEqual(['opinion'])
  expect(kinds('Words.', { section: 'Comment', kind: 'opinion' })).toEqual([])
  expect(kinds('Words.', { headline: 'Opinion: Count again' })).toEqual(['opinion'])
  expect(kinds('I believe they are right.')).toEqual(['opinion'])
  for (const kind of ['opinion', 'interview', 'feature', 'page'])
    expect(kinds('I believe they are right.', { kind })).toEqual([])
  const quoted = (type: string) => ({
    type,
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'I believe they are right.' }] },
    ],
  })
  expect(kinds('', { body: { type: 'doc', content: [quoted('blockquote')] } })).toEqual([])
  expect(kinds('', { body: { type: 'doc', content: [quoted('box')] } })).toEqual(['opinion'])
})
