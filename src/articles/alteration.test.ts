import { expect, test } from 'vitest'
import { type Alteration, alterationsOf } from './alteration.ts'
import type { ArticleDocument, DocumentNode } from './document.ts'

type Marks = NonNullable<DocumentNode['marks']>

const words = (text: string, ...marks: Marks): DocumentNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks } : {}),
})
const block = (type: string, content: DocumentNode[], attrs?: Record<string, unknown>) => ({
  type,
  content,
  ...(attrs ? { attrs } : {}),
})
const p = (...content: (string | DocumentNode)[]) =>
  block(
    'paragraph',
    content.map((one) => (typeof one === 'string' ? words(one) : one)),
  )
const doc = (...content: DocumentNode[]): ArticleDocument => ({ type: 'doc', content })
const picture = (id: string, caption = '', attrs = {}) =>
  block('picture', caption ? [words(caption)] : [], {
    picture: id,
    alt: null,
    size: 'text',
    ...attrs,
  })
const table = (...rows: string[][]) =>
  block(
    'table',
    rows.map((row) =>
      block(
        'tableRow',
        row.map((cell) => block('tableCell', [p(cell)])),
      ),
    ),
    { caption: 'Votes' },
  )

const said = (before: ArticleDocument, after: ArticleDocument) =>
  alterationsOf(before, after).alterations.map((one: Alteration) => {
    if (one.what === 'block') return `${one.change} ${one.block}: ${one.words}`
    if (one.what === 'turned') return `${one.from.join('>')} to ${one.to.join('>')}: ${one.words}`
    if (one.what === 'set') return `${one.change} ${one.mark} ${one.href}: ${one.words}`
    return `${one.block} ${one.name}: ${one.from} to ${one.to}`
  })

test('nothing is told of what stayed, or of words alone', () => {
  const whole = doc(p('One.'), picture('a', 'Harbour'), table(['A', 'B']))
  expect(said(whole, whole)).toEqual([])
  expect(said(doc(p('One.')), doc(p('One and two.'), p('Three.')))).toEqual([])
})

test('a paragraph that becomes a heading is told, whether its words changed or not', () => {
  const heading = (text: string, level = 2) => block('heading', [words(text)], { level })
  expect(said(doc(p('Why again')), doc(heading('Why again')))).toEqual([
    'paragraph to heading: Why again',
  ])
  expect(said(doc(p('Why again')), doc(heading('Why, again')))).toEqual([
    'paragraph to heading: Why, again',
  ])
  expect(said(doc(heading('Why')), doc(heading('Why', 3)))).toEqual(['heading level: 2 to 3'])
  const list = (type: string) =>
    doc(block(type, [block('listItem', [p('Harnau')]), block('listItem', [p('Lomnik')])]))
  expect(said(list('bulletList'), list('orderedList'))).toEqual([
    'bulletList>paragraph to orderedList>paragraph: Harnau',
    'bulletList>paragraph to orderedList>paragraph: Lomnik',
  ])
})

test('words that are set another way are told, and where a link leads', () => {
  const bold = { type: 'bold' }
  const link = (href: string) => ({ type: 'link', attrs: { href } })
  expect(
    said(doc(p('It begins on Monday.')), doc(p('It begins on ', words('Monday', bold), '.'))),
  ).toEqual(['added bold : Monday'])
  // What is set alike is one run, whatever else is set in it.
  expect(
    said(
      doc(p('On Monday.')),
      doc(p(words('On ', bold), words('Monday', bold, { type: 'italic' }), '.')),
    ),
  ).toEqual(['added bold : On Monday', 'added italic : Monday'])
  const led = (href: string) => doc(p('See ', words('the list', link(href)), '.'))
  expect(said(led('https://a.example'), led('https://b.example'))).toEqual([
    'removed link https://a.example: the list',
    'added link https://b.example: the list',
  ])
})

test('pictures, embeds, tables and boxes that come and go are told once each, with what is said of them', () => {
  const box = (title: string, ...lines: string[]) =>
    block(
      'box',
      lines.map((line) => p(line)),
      { title, folded: false },
    )
  const embed = block('embed', [], { url: 'https://v.example/1', title: null, kind: 'video' })
  expect(
    said(
      doc(p('One.'), picture('a', 'Harbour'), table(['A', 'B'], ['C', 'D'])),
      doc(p('One.'), embed, box('Who is who', 'Ada.', 'Ben.')),
    ),
  ).toEqual([
    'removed picture: Harbour',
    'removed table: A B C',
    'added embed: https://v.example/1',
    'added box: Ada. Ben.',
  ])
  expect(
    said(
      doc(picture('a', 'Harbour'), box('Who', 'Ada.', 'Ben.'), table(['A', 'B'])),
      doc(
        picture('a', 'The quay', { alt: 'Two ships' }),
        box('Whose', 'Ada.', 'Ben.'),
        table(['A', 'C']),
      ),
    ),
  ).toEqual([
    'picture alt:  to Two ships',
    'picture caption: Harbour to The quay',
    'box title: Who to Whose',
  ])
  expect(said(doc(picture('a')), doc(picture('b')))).toEqual([
    'removed picture: ',
    'added picture: ',
  ])
})

test('what is hostile is compared in time of its length and told in part', () => {
  const many = (count: number, make: (at: number) => DocumentNode) =>
    doc(...Array.from({ length: count }, (_, at) => make(at)))
  const bold = { type: 'bold' }
  const shapes: [ArticleDocument, ArticleDocument][] = [
    [many(60_000, (at) => p(`a${at}`)), many(60_000, (at) => p(`b${at}`))],
    [many(30_000, () => p('same')), many(30_000, (at) => (at % 2 ? p('same') : picture(`p${at}`)))],
    [
      doc(p(...Array.from({ length: 100_000 }, () => words('a')))),
      doc(
        p(...Array.from({ length: 100_000 }, (_, at) => (at % 2 ? words('a', bold) : words('a')))),
      ),
    ],
    [many(15_000, (at) => p(`a${at}`)), many(15_000, (at) => block('heading', [words(`a${at}`)]))],
  ]
  for (const [before, after] of shapes) {
    const began = performance.now()
    const { alterations, cut } = alterationsOf(before, after)
    expect({
      few: alterations.length <= 200,
      cut,
      quick: performance.now() - began < 2000,
    }).toEqual({
      few: true,
      cut: true,
      quick: true,
    })
  }
})
