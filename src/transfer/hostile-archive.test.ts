import { createHash } from 'node:crypto'
import { createWriteStream, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip, gzipSync } from 'node:zlib'
import { type Header, pack } from 'tar-stream'
import { afterAll, describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { onEveryDatabase, testFolder } from '../../test/newsroom.ts'
import { publish } from '../articles/publish.ts'
import { draft } from '../articles/write.ts'
import { keepOriginal } from '../media/originals.ts'
import { addPicture } from '../media/pictures.ts'
import { changeNewsroom } from '../newsroom/settings.ts'
import { shapeOf } from '../platform/shape.ts'
import { writeWhole } from '../platform/whole.ts'
import { archived } from './archived.ts'
import { entriesIn, isArchive } from './entries.ts'
import { exportNewsroom } from './export.ts'
import { importArchive } from './import-archive.ts'
import { inspect } from './inspection.ts'

const folder = testFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const known = Object.keys(migrations)
const shape = await shapeOf(migrations)

type Part = { name: string; bytes: Buffer; header?: Partial<Header> }
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function partsOf(file: string): Promise<Part[]> {
  const parts: Part[] = []
  for await (const entry of entriesIn(file))
    parts.push({ name: entry.name, bytes: (await entry.whole()).bytes })
  return parts
}

let made = 0
async function written(parts: Part[]): Promise<string> {
  const file = join(folder, `hostile-${++made}.tar.gz`)
  const tar = pack()
  const flowing = pipeline(tar, createGzip(), createWriteStream(file))
  for (const { name, bytes, header } of parts) tar.entry({ name, ...header }, bytes)
  tar.finalize()
  await flowing
  return file
}

/** The parts with a manifest that agrees with them. */
function agreed(parts: Part[], change: (manifest: Record<string, unknown>) => void = () => {}) {
  const rest = parts.filter(({ name }) => !name.startsWith('manifest.'))
  const manifest = JSON.parse(
    parts.find(({ name }) => name === 'manifest.json')!.bytes.toString(),
  ) as Record<string, unknown>
  manifest.files = rest.map(({ name, bytes }) => ({
    name,
    bytes: bytes.length,
    sha256: sha256(bytes),
  }))
  change(manifest)
  const bytes = Buffer.from(JSON.stringify(manifest))
  return [
    ...rest,
    { name: 'manifest.json', bytes },
    { name: 'manifest.sha256', bytes: Buffer.from(`${sha256(bytes)}  manifest.json\n`) },
  ]
}

/** An article's, a picture's … row changed, everything else in order. */
const row = (table: string, change: (row: Record<string, unknown>) => void) => (parts: Part[]) =>
  agreed(
    parts.map((part) => {
      if (part.name !== `${table}.jsonl`) return part
      const [first, ...rest] = part.bytes.toString().split('\n')
      const value = JSON.parse(first!)
      change(value)
      return { ...part, bytes: Buffer.from([JSON.stringify(value), ...rest].join('\n')) }
    }),
  )

const added =
  (part: Part, at = 1) =>
  (parts: Part[]) =>
    parts.toSpliced(at, 0, part)
const changed = (name: string, change: (bytes: Buffer) => Buffer) => (parts: Part[]) =>
  parts.map((part) => (part.name === name ? { ...part, bytes: change(part.bytes) } : part))

const quote = '{"type":"blockquote","content":['
const deep = (levels: number) =>
  `{"type":"doc","content":[${quote.repeat(levels)}{"type":"paragraph"}${']}'.repeat(levels)}]}`

const damage: Record<string, [(parts: Part[]) => Part[], RegExp]> = {
  'a name that leads out of the folder': [
    added({ name: '../../etc/passwd', bytes: Buffer.from('root') }),
    /“\.\.\/\.\.\/etc\/passwd” \(file\) has no place in an archive/,
  ],
  'an absolute name': [added({ name: '/etc/passwd', bytes: Buffer.alloc(1) }), /has no place/],
  'a link': [
    added({
      name: 'articles.jsonl',
      bytes: Buffer.alloc(0),
      header: { type: 'symlink', linkname: '/etc/passwd' },
    }),
    /\(symlink\) has no place/,
  ],
  'a device': [
    added({
      name: 'tags.jsonl',
      bytes: Buffer.alloc(0),
      header: { type: 'character-device', devmajor: 1, devminor: 5 },
    }),
    /\(character-device\) has no place/,
  ],
  'a part twice': [(parts) => parts.toSpliced(3, 0, parts[2]!), /stands in it twice/],
  'a changed byte': [
    changed('articles.jsonl', (bytes) =>
      Buffer.from(bytes.toString().replace('The ferry', 'The fairy')),
    ),
    /articles\.jsonl is damaged: it does not have the hash that the manifest says/,
  ],
  'a manifest that was written anew': [
    (parts) => agreed(parts).with(-1, parts.at(-1)!),
    /the manifest does not have its digest/,
  ],
  'a part too few': [
    (parts) => parts.filter(({ name }) => name !== 'bylines.jsonl' && name !== 'addresses.jsonl'),
    /addresses\.jsonl is in the manifest and not there/,
  ],
  'no manifest': [
    (parts) => parts.filter(({ name }) => !name.startsWith('manifest')),
    /it has no manifest: it was cut short/,
  ],
  'a newer format': [
    changed('dateline.json', (bytes) =>
      Buffer.from(JSON.stringify({ ...JSON.parse(bytes.toString()), version: 2 })),
    ),
    /made by a newer Dateline \(0\.0\.0, format 2\)\. Upgrade this one first/,
  ],
  'a migration that is not known': [
    changed('dateline.json', (bytes) =>
      Buffer.from(JSON.stringify({ ...JSON.parse(bytes.toString()), migrations: ['2031-x'] })),
    ),
    /made by a newer Dateline/,
  ],
  'a table that is not known': [
    (parts) =>
      agreed(
        added({ name: 'kysely_migration.jsonl', bytes: Buffer.from('{"name":"x"}\n') }, 4)(parts),
      ),
    /kysely_migration\.jsonl: there is no such table here/,
  ],
  'a table that is derived': [
    (parts) => agreed(added({ name: 'jobs.jsonl', bytes: Buffer.from('{}\n') }, 4)(parts)),
    /jobs\.jsonl: there is no such table here/,
  ],
  'a column that is not known': [
    row('articles', (article) => {
      article.__proto__x = 1
    }),
    /articles\.jsonl, line 1: it has “__proto__x”, which is not known here/,
  ],
  'a column too few': [
    row('articles', (article) => {
      delete article.headline
    }),
    /line 1: it lacks “headline”/,
  ],
  'a number where text belongs': [
    row('articles', (article) => {
      article.headline = 12
    }),
    /“headline” must be text/,
  ],
  'a body with a script for an address': [
    row('articles', (article) => {
      article.body = {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              {
                type: 'text',
                text: 'Click',
                marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
              },
            ],
          },
        ],
      }
    }),
    /“body”: .*must be an http, https, mailto or tel address/,
  ],
  'a body without end': [
    (parts) =>
      agreed(
        changed('articles.jsonl', (bytes) =>
          Buffer.from(bytes.toString().replace(/"body":.*\}/, `"body":${deep(20_000)}}`)),
        )(parts),
      ),
    /articles\.jsonl, line 1: .*(call stack|nesting)/i,
  ],
  'a path that its own link does not lead to': [
    row('articles', (article) => {
      article.path = '/ferry/'
    }),
    /articles\.jsonl, line 1: “path”: must be a path as addresses are spelt here/,
  ],
  'a path that leads to another site': [
    row('articles', (article) => {
      article.path = '//elsewhere.example'
    }),
    /“path”: must be a path as addresses/,
  ],
  'a time without milliseconds': [
    row('articles', (article) => {
      article.published = '2026-01-01T00:00:00Z'
    }),
    /“published”: must be a time with milliseconds/,
  ],
  'a time before the year 1000': [
    row('articles', (article) => {
      article.published = '0999-01-01T00:00:00.000Z'
    }),
    /“published”: must be a time with milliseconds in UTC, of the year 1000 or later/,
  ],
  'a status that does not exist': [
    row('articles', (article) => {
      article.status = 'leaked'
    }),
    /“status”: Invalid option/,
  ],
  'an article published at no time': [
    row('articles', (article) => {
      article.published = null
    }),
    /“published”: must say when it was published/,
  ],
  'a category that is not there': [
    row('articles', (article) => {
      article.category_id = 'none'
    }),
    /refers to categories none, which is not there/,
  ],
  'navigation that runs a program': [
    row('newsroom', (newsroom) => {
      ;(newsroom.settings as Record<string, unknown>).navigation = [
        { label: 'x', href: 'javascript:alert(1)' },
      ]
    }),
    /newsroom\.jsonl, line 1: .*href/,
  ],
  'a row twice': [
    (parts) =>
      agreed(
        changed('articles.jsonl', (bytes) => Buffer.concat([bytes, bytes]))(parts),
        (manifest) => {
          ;(manifest.counts as Record<string, number>).articles = 2
        },
      ),
    /it is there twice, or not in its place/,
  ],
  'a count that is not so': [
    (parts) =>
      agreed(parts, (manifest) => {
        ;(manifest.counts as Record<string, number>).articles = 7
      }),
    /articles: the manifest says 7, there are 1/,
  ],
  'another picture under a name': [
    (parts) =>
      agreed(
        parts.map((part) =>
          part.name.startsWith('pictures/')
            ? { ...part, bytes: Buffer.from('GIF89a other') }
            : part,
        ),
      ),
    /is not the picture of its name/,
  ],
  'a picture that nothing is made of': [
    (parts) =>
      agreed(
        added(
          {
            name: `pictures/${sha256(Buffer.from('x')).slice(0, 32)}.png`,
            bytes: Buffer.from('x'),
          },
          -2,
        )(parts),
      ),
    /belongs to no picture/,
  ],
  'words under the name of a picture': [
    (parts) => {
      const bytes = Buffer.from('<svg onload="alert(1)"/>')
      const hash = sha256(bytes).slice(0, 32)
      return row('pictures', (picture) => {
        picture.hash = hash
        picture.format = 'png'
        picture.bytes = bytes.length
      })(
        parts.map((part) =>
          part.name.startsWith('pictures/') ? { name: `pictures/${hash}.png`, bytes } : part,
        ),
      )
    },
    /is not a JPEG, PNG, GIF, WebP or AVIF picture/,
  ],
}

onEveryDatabase('a hostile archive', (open) => {
  const clean = async () => {
    const n = await open()
    const { default: sharp } = await import('sharp')
    const original = await keepOriginal(
      n.files,
      await sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } })
        .png()
        .toBuffer(),
    )
    await n.write(async (tx) => {
      await changeNewsroom(tx, { name: 'The Ferry' }, n.now())
      const { id } = await addPicture(tx, original, { alt: 'Sea' }, n.now())
      const article = await draft(tx, { headline: 'The ferry', leadPictureId: id }, n.now())
      await publish(tx, article, n.now())
    })
    const file = join(folder, `clean-${++made}.tar`)
    await writeWhole(file, (sink) =>
      exportNewsroom(n, shape, { now: n.now(), dateline: '0.0.0', migrations: known }, sink, {
        gzip: false,
        end: true,
      }),
    )
    return await partsOf(file)
  }

  test('is refused, whatever is wrong in it, and leaves the newsroom empty', {
    timeout: 120_000,
  }, async () => {
    const parts = await clean()
    const n = await open()
    for (const [what, [harm, complaint]] of Object.entries(damage)) {
      const file = await written(harm(parts))
      const said = await importArchive(n, shape, file, { known }).then(
        () => 'nothing',
        (error) => `${error.name}: ${error.message}`,
      )
      expect([what, said]).toEqual([what, expect.stringMatching(complaint)])
      expect([what, said.startsWith('Refusal: ')]).toEqual([what, true])
      for (const table of archived.keys())
        expect([what, await n.db.selectFrom(table).selectAll().execute()]).toEqual([what, []])
    }
    // One of an older Dateline, which knew no sources of pictures, is none of these.
    const older = row('pictures', (picture) => {
      delete picture.source
    })(parts)
    await importArchive(n, shape, await written(older), { known })
    expect(await (await n.app.request('/')).text()).toContain('The ferry')
  })
})

describe('a file that is no whole archive', () => {
  const tried = (file: string) =>
    inspect(file, shape, { known }).then(
      () => 'nothing',
      (error) => `${error.name}: ${error.message}`,
    )

  test('is refused wherever it was cut', async () => {
    const label = {
      format: 'dateline archive',
      version: 1,
      newsroom: 'x',
      made: '2026-01-01T00:00:00.000Z',
      dateline: '0',
      migrations: [],
    }
    const whole = await written([
      { name: 'dateline.json', bytes: Buffer.from(JSON.stringify(label)) },
      { name: 'articles.jsonl', bytes: Buffer.alloc(100_000, '{"id":"x"}\n') },
    ])
    const { size } = await stat(whole)
    for (const left of [0, 1, 20, Math.floor(size / 2), size - 8, size - 1]) {
      const cut = join(folder, 'cut.tar.gz')
      writeFileSync(cut, readFileSync(whole))
      truncateSync(cut, left)
      expect([left, await tried(cut)]).toEqual([left, expect.stringMatching(/^Refusal: /)])
    }
  })

  test('is told from one by what it holds', async () => {
    const file = join(folder, 'not.tar.gz')
    for (const content of ['', '<rss/>', '{}', gzipSync('<rss/>'), Buffer.alloc(2000, 7)]) {
      writeFileSync(file, content)
      expect(await isArchive(file)).toBe(false)
      expect(await tried(file)).toMatch(/^Refusal: /)
    }
    expect(await isArchive(folder)).toBe(false)
    expect(await isArchive('/nowhere/at-all')).toBe(false)
  })

  test('does not fill the memory, however much it says or unpacks to', async () => {
    const zeros = join(folder, 'zeros.tar.gz')
    writeFileSync(zeros, gzipSync(Buffer.alloc(300 * 1024 * 1024)))
    expect(await tried(zeros)).toMatch(/it goes on without an entry/)
    const claims = await written([{ name: 'dateline.json', bytes: Buffer.from('{}') }])
    const tar = pack()
    tar.entry({ name: 'dateline.json', size: 2 ** 40 })
    for await (const header of tar) {
      writeFileSync(claims, header as Buffer)
      break
    }
    expect(await tried(claims)).toMatch(/“dateline.json” says that it has 1099511627776 bytes/)
  })
})
