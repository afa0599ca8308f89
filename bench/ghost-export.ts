import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

/**
 * Writes a Ghost 6 export: `node bench/ghost-export.ts FILE [POSTS]`, 100,000 posts of 400 words unless told
 * otherwise, in Lexical with a link, a list and a card each; twenty authors, two hundred tags, posts before tags.
 */
const [file = 'ghost.json', posts = '100000'] = process.argv.slice(2)
const words =
  'harbour council vote strike budget bridge ferry school court minister river market letter night crew city'.split(
    ' ',
  )
const out = createWriteStream(file)
const write = async (text: string) => {
  if (!out.write(text)) await once(out, 'drain')
}
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

async function table(name: string, count: number, row: (n: number) => object, end = ',') {
  await write(`${JSON.stringify(name)}:[`)
  for (let n = 0; n < count; n++) await write((n ? ',' : '') + JSON.stringify(row(n)))
  await write(`]${end}`)
}

const count = Number(posts)
await write('{"db":[{"meta":{"exported_on":1767181794691,"version":"6.0.0"},"data":{')
await table('posts', count, post)
await table('posts_tags', count * 2, (n) => ({
  id: idOf('b', n),
  post_id: idOf('a', n >> 1),
  tag_id: idOf('c', (n * 3 + (n % 2) * 101) % 200),
  sort_order: n % 2,
}))
await table('posts_authors', count, (n) => ({
  id: idOf('d', n),
  post_id: idOf('a', n),
  author_id: idOf('e', n % 20),
  sort_order: 0,
}))
await table('posts_meta', count, (n) => ({
  id: idOf('f', n),
  post_id: idOf('a', n),
  meta_title: null,
}))
await table('tags', 200, (n) => ({ id: idOf('c', n), name: `Tag ${n}`, slug: `tag-${n}` }))
await table('users', 20, (n) => ({ id: idOf('e', n), name: `Author ${n}`, slug: `author-${n}` }))
await table('settings', 1, () => ({ id: idOf('9', 1), key: 'title', value: 'The Long Paper' }), '')
await write('}}]}')
out.end()
await once(out, 'finish')
