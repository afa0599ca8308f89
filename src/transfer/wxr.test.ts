import { createReadStream } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Item, Problem, WxrRecord } from './record.ts'
import { readWxr } from './wxr.ts'

const read = async (source: string | Uint8Array, piece = 70): Promise<WxrRecord[]> => {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }
  return await Array.fromAsync(readWxr(pieces()))
}
const items = (records: WxrRecord[]) =>
  records.filter((record): record is Item => record.kind === 'item')
const problems = (records: WxrRecord[]) =>
  records.filter((record): record is Problem => record.kind === 'problem')
const from = (file: string) => Array.fromAsync(readWxr(createReadStream(`test/exports/${file}`)))

const export12 = (inside: string, declaration = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${declaration}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Päper</title>${inside}</channel></rss>`
const item = (id: number, inside = '') =>
  `<item><title>Item ${id}</title>${inside}<wp:post_id>${id}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>\n`

describe('reading an export', () => {
  test('everything comes in the order of the file, with the line where it begins', async () => {
    const records = await from('paper.xml')
    expect(records.map((record) => record.kind).slice(0, 3)).toEqual(['site', 'author', 'term'])
    expect(problems(records)).toEqual([])
    const [first] = items(records)
    expect(first).toMatchObject({
      line: 24,
      id: '20',
      title: 'Dockers &amp; owners agree',
      sticky: true,
      creator: 'ada',
      filings: [
        { taxonomy: 'category', slug: 'ports', name: 'Ports' },
        { taxonomy: 'post_tag', slug: '%d1%81%d0%bf%d0%be%d1%80', name: 'спор' },
      ],
    })
    expect(first!.meta.get('_wp_old_slug')).toEqual(['dockers-near-deal'])
    expect(first!.comments.map(({ id, approved }) => [id, approved])).toEqual([
      ['7', '1'],
      ['8', 'spam'],
    ])
  })

  test('it makes no difference in which pieces the file arrives', async () => {
    const whole = await from('paper.xml')
    const bytes = Buffer.concat(await Array.fromAsync(createReadStream('test/exports/paper.xml')))
    for (const piece of [1, 7, 1000]) expect(await read(bytes, piece)).toEqual(whole)
  })

  test('a file that a program has indented, with other prefixes and bare ampersands, reads the same', async () => {
    const records = await from('sloppy.xml')
    expect(records.find((record) => record.kind === 'site')).toMatchObject({
      title: 'Sloppy \u00a0 © R&D',
    })
    expect(items(records)[0]).toMatchObject({
      title: 'Indented by a program',
      type: 'post',
      status: 'publish',
      content: 'It ends with ]]> in the middle.',
    })
  })

  test('what is malformed stays in its item, is named with its line, and the next item goes on', async () => {
    const records = await from('sloppy.xml')
    expect(items(records).map(({ id }) => id)).toEqual(['1', '4'])
    expect(problems(records)).toEqual([
      {
        kind: 'problem',
        line: 24,
        message:
          'This item, which begins at line 23, is malformed: </title> stands where <b> is open. It is left out.',
        lost: true,
      },
      {
        kind: 'problem',
        line: 36,
        message:
          'This item, which begins at line 29, is malformed: </title> stands where <c:encoded> is open. It is left out.',
        lost: true,
      },
      {
        kind: 'problem',
        line: 43,
        message: 'The file ends inside this item, or it is not closed.',
        lost: true,
      },
    ])
  })

  test('an item that is not closed ends where the next begins', async () => {
    const records = await read(export12(`${item(1).replace('</item>', '')}${item(2)}`))
    expect(items(records).map(({ id }) => id)).toEqual(['2'])
    expect(problems(records)).toHaveLength(1)
  })

  test('a file that ends between two items may have been cut off, and says so', async () => {
    const records = await read(export12(item(1)).replace('</channel></rss>', ''))
    expect(problems(records)).toMatchObject([
      { message: expect.stringContaining('cut off'), lost: true },
    ])
  })

  test('an item whose text is not closed does not take the next one’s words', async () => {
    const open = '<content:encoded><![CDATA[not closed'
    const records = await read(
      export12(item(1, open) + item(2, '<link><![CDATA[/two]]></link>') + item(3)),
    )
    expect(items(records).map(({ id, title }) => [id, title])).toEqual([
      ['2', 'Item 2'],
      ['3', 'Item 3'],
    ])
    const swallowed = await read(export12(item(1, open) + item(2, `${open}]]></content:encoded>`)))
    expect(items(swallowed).map(({ id, title }) => [id, title])).toEqual([['2', 'Item 2']])
  })

  test('a text about <item> and ]]> is only a text', async () => {
    const about =
      '<content:encoded><![CDATA[Write <item><title>x</title></item> and ]]]]><![CDATA[>.]]></content:encoded>'
    const records = await read(export12(item(1, about) + item(2)))
    expect(items(records).map(({ content }) => content)).toEqual([
      'Write <item><title>x</title></item> and ]]>.',
      '',
    ])
  })

  test('control characters are taken out and reported, and lose nothing', async () => {
    const records = await read(
      export12(item(1, '<content:encoded><![CDATA[a\u0003b\u000bc]]></content:encoded>')),
    )
    expect(items(records)[0]!.content).toBe('abc')
    expect(problems(records)).toMatchObject([
      { lost: false, message: expect.stringContaining('2 control') },
    ])
  })

  test('entities that the file declares are never expanded', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`
    const records = await read(
      export12(item(1, '<link>&b;&c;</link>')).replace('<rss', `${bomb}<rss`),
    )
    expect(items(records)[0]!.link).toBe('&b;&c;')
    expect(problems(records)[0]!.message).toContain('entities of its own')
  })

  test('an item beyond all measure is left out, and memory stays as it is', async () => {
    const huge = item(
      1,
      `<content:encoded><![CDATA[${'x'.repeat(21 * 1024 * 1024)}]]></content:encoded>`,
    )
    const records = await read(export12(huge + item(2)), 256 * 1024)
    expect(items(records).map(({ id }) => id)).toEqual(['2'])
    expect(problems(records)[0]!.message).toContain('more than 20 MB')
  })

  test('gzip, byte order marks, UTF-16 and Latin-1 are read', async () => {
    const text = export12(item(1))
    const latin = export12(item(1), '<?xml version="1.0" encoding="ISO-8859-1"?>')
    for (const bytes of [
      gzipSync(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(latin, 'latin1'),
    ]) {
      const [site, one] = await read(bytes)
      expect(site).toMatchObject({ title: 'Päper' })
      expect(one).toMatchObject({ id: '1' })
    }
  })

  test('a packed file that was cut off gives what is whole', async () => {
    const packed = gzipSync(export12(Array.from({ length: 400 }, (_, at) => item(at + 1)).join('')))
    const records = await read(packed.subarray(0, packed.length - 200))
    expect(items(records).length).toBeGreaterThan(0)
    expect(problems(records).some(({ lost }) => lost)).toBe(true)
  })

  test('what is no export is refused with what to do', async () => {
    await expect(read('hello')).rejects.toThrow('not an XML file')
    await expect(read('<html><body></body></html>')).rejects.toThrow('begins with <html>')
    await expect(read('PK\u0003\u0004')).rejects.toThrow('Unpack it')
    await expect(read('<?xml version="1.0" encoding="x-klingon"?><rss/>')).rejects.toThrow(
      'x-klingon',
    )
    await expect(
      read('<rss><channel><item><title>A</title></item></channel></rss>'),
    ).rejects.toThrow('RSS feed')
  })

  test('old exports file each category twice and call tags by another name', async () => {
    const [, one] = await read(
      export12(
        item(
          1,
          '<category><![CDATA[News]]></category><category domain="category" nicename="news"><![CDATA[News]]></category><category domain="tag" nicename="sea">Sea</category>',
        ),
      ),
    )
    expect((one as Item).filings).toEqual([
      { taxonomy: 'category', slug: 'news', name: 'News' },
      { taxonomy: 'post_tag', slug: 'sea', name: 'Sea' },
    ])
  })
})
