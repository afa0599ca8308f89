import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const TAGS = 200
const AUTHORS = 20

/** Writes a Ghost 6 export with so many posts of 400 words: Lexical with a link and a callout, two tags, an author. */
export const writeGhostExport = (file: string, posts: number) =>
  pipeline(Readable.from(pieces(posts)), createWriteStream(file))

const words =
  'harbour council vote strike budget bridge ferry school court minister river market letter night crew city'.split(
    ' ',
  )
const said = (seed: number, count: number) =>
  Array.from({ length: count }, (_, at) => words[(seed * 7 + at * at + at) % words.length]).join(
    ' ',
  )
const text = (text: string, format = 0) => ({ type: 'text', text, format, version: 1 })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children, version: 1 })
const idOf = (kind: string, n: number) => kind + n.toString(16).padStart(24 - kind.length, '0')

function post(n: number) {
  const children = [
    ...Array.from({ length: 6 }, (_, at) =>
      paragraph(text(`${said(n + at, 50)}, `), text(said(n, 5), 1), text(`. ${said(at, 5)}`)),
    ),
    paragraph({ type: 'link', url: `__GHOST_URL__/post-${n - 1}/`, children: [text(said(n, 4))] }),
    { type: 'callout', calloutText: `<p>${said(n, 20)}</p>`, calloutEmoji: '', version: 1 },
  ]
  const published = new Date(Date.UTC(2015, 0, 1) + n * 3_000_000).toISOString()
  return {
    id: idOf('a', n),
    uuid: `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
    title: `${said(n, 6)} ${n}`,
    slug: `post-${n}`,
    mobiledoc: null,
    lexical: JSON.stringify({ root: { type: 'root', children, version: 1 } }),
    html: children.map(() => `<p>${said(n, 50)}</p>`).join(''),
    plaintext: said(n, 400),
    feature_image: null,
    featured: 0,
    type: 'post',
    status: 'published',
    visibility: n % 10 === 0 ? 'paid' : 'public',
    created_at: published,
    updated_at: published,
    published_at: published,
    custom_excerpt: said(n, 15),
  }
}

function* table(name: string, count: number, row: (n: number) => object, end = ',') {
  yield `${JSON.stringify(name)}:[`
  for (let n = 0; n < count; n++) yield (n ? ',' : '') + JSON.stringify(row(n))
  yield `]${end}`
}

function* pieces(posts: number) {
  yield '{"db":[{"meta":{"exported_on":1767181794691,"version":"6.0.0"},"data":{'
  yield* table('posts', posts, post)
  yield* table('posts_tags', posts * 2, (n) => ({
    id: idOf('b', n),
    post_id: idOf('a', n >> 1),
    tag_id: idOf('c', (n * 3 + (n % 2) * 101) % TAGS),
    sort_order: n % 2,
  }))
  yield* table('posts_authors', posts, (n) => ({
    id: idOf('d', n),
    post_id: idOf('a', n),
    author_id: idOf('e', n % AUTHORS),
    sort_order: 0,
  }))
  yield* table('posts_meta', posts, (n) => ({
    id: idOf('f', n),
    post_id: idOf('a', n),
    meta_title: null,
  }))
  yield* table('tags', TAGS, (n) => ({ id: idOf('c', n), name: `Tag ${n}`, slug: `tag-${n}` }))
  yield* table('users', AUTHORS, (n) => ({
    id: idOf('e', n),
    name: `Author ${n}`,
    slug: `author-${n}`,
  }))
  const title = { id: idOf('9', 1), key: 'title', value: 'The Long Paper' }
  yield* table('settings', 1, () => title, '')
  yield '}}]}'
}
