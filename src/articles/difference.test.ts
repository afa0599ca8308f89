import { expect, test } from 'vitest'
import { changed, type Passage } from './difference.ts'

const said = (passages: readonly Passage[]) =>
  passages.map(
    ({ pieces, afterMore }) =>
      (afterMore ? '… ' : '') +
      pieces
        .map(({ words, change }) =>
          change === 'added' ? `+${words}+` : change === 'removed' ? `-${words}-` : words,
        )
        .join(''),
  )

test('a changed paragraph is shown word by word, and those that stayed are passed over', () => {
  const { passages, cut } = changed(
    'The ferry left.\nTwelve people are missing, police say.\nThe search goes on.',
    'The ferry left.\nEleven people are missing, police say.\nThe search goes on.\nMore follows.',
  )
  expect(said(passages)).toEqual([
    '… -Twelve- +Eleven+ people are missing, police say.',
    '… +More follows.+',
  ])
  expect(cut).toBe(false)
})

test('a number changes as a whole', () => {
  expect(
    said(changed('Turnout was 76.4 per cent.', 'Turnout was 67.4 per cent.').passages),
  ).toEqual(['Turnout was -76.4- +67.4+ per cent.'])
})

test('a paragraph in place of quite another stands beside it', () => {
  expect(said(changed('The ferry left at nine.', 'Nobody knows why.').passages)).toEqual([
    '-The ferry left at nine.-',
    '+Nobody knows why.+',
  ])
})

test('words of every script are words', () => {
  expect(said(changed('غرقت العبّارة قرب فارشا.', 'غرقت العبّارة قرب لومنيك.').passages)).toEqual([
    'غرقت العبّارة قرب -فارشا-+لومنيك+.',
  ])
  expect(said(changed('Паром вышел в девять.', 'Паром вышел в десять.').passages)).toEqual([
    'Паром вышел в -девять-+десять+.',
  ])
  expect(said(changed('渡轮九点出发。', '渡轮十点出发。').passages)).toEqual([
    '渡轮-九-+十+点出发。',
  ])
})

test('what is hostile is compared in time of its length and shown in part', () => {
  const words = (seed: number, count: number) =>
    Array.from({ length: count }, (_, at) => ((at * seed) % 9973).toString(36)).join(' ')
  const lines = (seed: number, count: number) =>
    Array.from({ length: count }, (_, at) => `line ${(at * seed) % 99_991}`).join('\n')
  const shapes: [string, string][] = [
    [words(7, 300_000), words(11, 300_000)],
    [lines(7, 100_000), lines(13, 100_000)],
    [lines(7, 400), lines(7, 400).replaceAll('line', 'row')],
    ['a'.repeat(1_000_000), 'a '.repeat(500_000)],
    [Array(3000).fill(words(3, 60)).join('\n'), Array(3000).fill(words(5, 60)).join('\n')],
  ]
  for (const [before, after] of shapes) {
    const began = performance.now()
    const { passages } = changed(before, after)
    const shown = passages
      .flatMap(({ pieces }) => pieces)
      .reduce((sum, { words }) => sum + words.length, 0)
    expect({ shown: shown <= 60_000, quick: performance.now() - began < 2000 }).toEqual({
      shown: true,
      quick: true,
    })
  }
})
