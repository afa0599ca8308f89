import { expect, test } from 'vitest'
import { documentSchema } from '../../articles/document.ts'
import { findIn } from './find.ts'

const text = (text: string) => ({ type: 'text', text })
const block = (...content: object[]) =>
  documentSchema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content }] })

test('words are found where they stand, also behind a footnote and in it', () => {
  const doc = block(
    text('The list'),
    { type: 'footnote', content: [text('The list of 2004.')] },
    { type: 'hardBreak' },
    text('and the List.'),
  )
  const found = findIn(doc, 'the list')
  expect(found.map(({ from, to }) => doc.textBetween(from, to))).toEqual([
    'The list',
    'The list',
    'the List',
  ])
})

test('nothing is found across the edge of a footnote, where it would be replaced with the edge', () => {
  const doc = block(text('No'), { type: 'footnote', content: [text('where')] }, text('to go'))
  expect(findIn(doc, 'nowhere')).toEqual([])
  expect(findIn(doc, 'whereto')).toEqual([])
  expect(findIn(doc, 'to go')).toEqual([{ from: 10, to: 15 }])
})

test('a letter that becomes two when it is small moves no other', () => {
  const doc = block(text('İİ Harbour'))
  const [{ from, to } = { from: 0, to: 0 }] = findIn(doc, 'harbour')
  expect(doc.textBetween(from, to)).toBe('Harbour')
})
