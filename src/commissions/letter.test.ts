import { expect, test } from 'vitest'
import type { DocumentNode } from '../articles/document.ts'
import { documentOfText } from './drafts.ts'

/** A text as its blocks: what each is, and its words with their marks. */
const read = (text: string) => documentOfText(text, 'en').content!.map(told)

function told({ type, text = '', marks = [], attrs, content = [] }: DocumentNode): string {
  const hasWords = content.some((node) => node.type === 'text')
  const inside = content.map(told).join(hasWords ? '' : ' ')
  if (type === 'text')
    return marks.reduce((said, { type, attrs }) => `<${attrs?.href ?? type} ${said}>`, text)
  if (type === 'paragraph') return inside
  return `${type}${attrs?.url ? ` ${attrs.url}` : ''}(${inside})`
}

test('a guest’s Markdown arrives as it was meant', () => {
  expect(
    read(
      '# Title\n\nWe were **not asked**. She said _so_ *twice*.\n\n## Why\n- Ulmen\n  - Upper\n- Harnau\n\n1. One\n2. Two\n\n> Quoted\n> words\n\n---\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\nSo it was.[^1]\n\n[^1]: Says *nobody*.',
    ),
  ).toEqual([
    'heading(Title)',
    'We were <bold not asked>. She said <italic so> <italic twice>.',
    'heading(Why)',
    'bulletList(listItem(Ulmen bulletList(listItem(Upper))) listItem(Harnau))',
    'orderedList(listItem(One) listItem(Two))',
    'blockquote(Quoted words)',
    'horizontalRule()',
    'table(tableRow(tableHeader(A) tableHeader(B)) tableRow(tableCell(1) tableCell(2)))',
    'So it was.footnote(Says <italic nobody>.)',
  ])
})

test('a text that was broken into lines runs on, and no line begins a list, a heading or code by chance', () => {
  expect(
    read(
      'It was decided in\n2019. Nobody knew.\n\n#MeToo is a name.\n\n    Indented as in a letter.\n\nOne line\nand another\n-----\nFirst  \nsecond',
    ),
  ).toEqual([
    'It was decided in 2019. Nobody knew.',
    '#MeToo is a name.',
    'Indented as in a letter.',
    'One line and another',
    'horizontalRule()',
    'FirsthardBreak()second',
  ])
})

test('links lead where they say, to the web alone, and an address by itself is what stands there', () => {
  expect(
    read(
      'See [the act](https://a.example/x?y=1&z=2) and https://b.example/z.\n\n[No](javascript:alert(1))\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ),
  ).toEqual([
    'See <https://a.example/x?y=1&z=2 the act> and <https://b.example/z https://b.example/z>.',
    'No',
    'embed https://www.youtube.com/watch?v=dQw4w9WgXcQ()',
  ])
})

test('HTML is words like others, in every script', () => {
  expect(read('5 < 6 & 7 > 3, <b>no</b> <script>alert(1)</script>')).toEqual([
    '5 < 6 & 7 > 3, <b>no</b> <script>alert(1)</script>',
  ])
  expect(read('قالت **سميرة** إن_كل_شيء _انتهى_.')).toEqual([
    'قالت <bold سميرة> إن_كل_شيء <italic انتهى>.',
  ])
})

test('what was made to be slow is read as fast as any other', () => {
  const began = performance.now()
  for (const said of [
    '*',
    '_a ',
    '[',
    '[a](',
    '![',
    '**a*b',
    '<',
    '\\',
    'a\n',
    '> ',
    '- ',
    '| -\n',
    'a  \n1. ',
  ])
    documentOfText(said.repeat(Math.ceil(200_000 / said.length)), 'en')
  expect(performance.now() - began).toBeLessThan(60_000)
}, 90_000)
