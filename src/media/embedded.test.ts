import { expect, test } from 'vitest'
import { plainPicture, withIim, xmpOf } from '../../test/agency-picture.ts'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase } from '../../test/newsroom.ts'
import { changeNewsroom } from '../newsroom/settings.ts'
import { readIim } from './iim.ts'
import { readXmp } from './xmp.ts'

const agency = {
  alt: 'Two firefighters carry a hose along a flooded street',
  caption: {
    'x-default': 'Firefighters in Varsha on Monday.',
    'ar-LB': 'رجال إطفاء في فارشا الاثنين.',
  },
  headline: 'Flood in Varsha',
  creator: ['Nadia Khatib'],
  credit: 'Sound Agency',
  copyright: '© 2026 Sound Agency',
  usage: 'Editorial use only.',
  instructions: 'No archive.',
}

onEveryDatabase('what a picture’s file says of it', (open) => {
  async function library() {
    const n = await open()
    const editor = await colleague(n, 'editor')
    const send = async (bytes: Uint8Array) => {
      const answer = await editor.request('POST', '/pictures?name=a.jpg', new Uint8Array(bytes), {
        'content-type': 'application/octet-stream',
      })
      // biome-ignore lint/suspicious/noExplicitAny: looked into by the tests.
      return (await answer.json()) as any
    }
    return { n, editor, send }
  }
  const said = (packet: string) => plainPicture().withXmp(packet).jpeg().toBuffer()

  test('an agency’s picture comes with caption, description, credit, licence and terms, in every format', async () => {
    const { send } = await library()
    const words = {
      alt: agency.alt,
      caption: 'Firefighters in Varsha on Monday.',
      credit: 'Nadia Khatib / Sound Agency',
      licence: 'Editorial use only.',
      terms: '© 2026 Sound Agency\nNo archive.',
      fromFile: ['alt', 'caption', 'credit', 'licence', 'terms'],
      expires: null,
    }
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const bytes = await plainPicture().withXmp(xmpOf(agency))[format]().toBuffer()
      expect(await send(bytes)).toMatchObject({ ...words, format, isNew: true })
    }
  })

  test('what older programs write is read in its encoding, whether or not it says which', async () => {
    const { send } = await library()
    const fields = [
      [120, 'Zürich: Straße nach dem Regen'],
      [80, 'Zoë Ångström'],
      [110, 'Sound Agency/Zoë Ångström'],
      [116, '© Sound Agency'],
    ] as const
    const words = {
      caption: 'Zürich: Straße nach dem Regen',
      credit: 'Sound Agency/Zoë Ångström',
      licence: '',
      terms: '© Sound Agency',
      fromFile: ['caption', 'credit', 'terms'],
    }
    expect(await send(await withIim(fields, 'utf8'))).toMatchObject(words)
    expect(await send(await withIim(fields, 'utf8', { isSaid: false }))).toMatchObject(words)
    expect(await send(await withIim(fields, 'latin1'))).toMatchObject(words)
  })

  test('a caption in the newsroom’s language is taken before one in another', async () => {
    const { n, send } = await library()
    expect((await send(await said(xmpOf(agency)))).caption).toBe(agency.caption['x-default'])
    const { caption } = await send(
      await said(xmpOf({ ...agency, caption: { ar: 'بالعربية', en: 'In English' } })),
    )
    expect(caption).toBe('In English')
    await n.write((tx) => changeNewsroom(tx, { language: 'ar' }, n.now()))
    const { alt, ...other } = agency
    const packet = xmpOf({ ...other, alt: { en: alt } })
    expect(await send(await said(packet))).toMatchObject({ caption: agency.caption['ar-LB'], alt })
  })

  test('a Creative Commons address is called by its name, and one that is none is not taken for one', async () => {
    const { send } = await library()
    const at = (address: string) => `<cc:license rdf:resource="${address}"/>`
    for (const [more, licence] of [
      [at('https://creativecommons.org/licenses/by-sa/4.0/'), 'CC BY-SA 4.0'],
      [at('http://creativecommons.org/licenses/by/3.0/de/deed.en'), 'CC BY 3.0 DE'],
      [at('https://creativecommons.org/publicdomain/zero/1.0/'), 'CC0 1.0'],
      [
        '<r:WebStatement>https://creativecommons.org/licenses/by-nc/4.0/</r:WebStatement>',
        'CC BY-NC 4.0',
      ],
      [at('https://stock.example/licence/7'), ''],
    ] as const)
      expect([more, (await send(await said(xmpOf({ more })))).licence]).toEqual([more, licence])
  })

  test('long terms are the newsroom’s to read: readers are not given them for a licence', async () => {
    const { editor, send } = await library()
    const usage = `Editorial use only. ${'No sales, no archive. '.repeat(12)}`.trim()
    const { id, licence, terms } = await send(await said(xmpOf({ ...agency, usage })))
    expect([licence, terms]).toEqual(['', `© 2026 Sound Agency\n${usage}\nNo archive.`])
    expect((await editor.ask('GET', '/pictures?filter=lacking')).said.pictures).toMatchObject([
      { id },
    ])
  })

  test('a licence that ends takes the picture off the pages then, and one that has ended before anybody shows it', async () => {
    const { n, editor, send } = await library()
    const until = (day: string) =>
      said(xmpOf({ ...agency, more: `<plus:LicenseEndDate>${day}</plus:LicenseEndDate>` }))
    expect(await send(await until('2026-12-31'))).toMatchObject({
      expires: '2027-01-01T00:00:00.000Z',
      expired: null,
      fromFile: expect.arrayContaining(['expires']),
    })
    expect(await send(await withIim([[37, '20270131']], 'utf8'))).toMatchObject({
      expires: '2027-02-01T00:00:00.000Z',
    })
    const over = await send(await until('2020-05-01T12:00:00+02:00'))
    expect([over.expires, over.expired]).toEqual([
      '2020-05-01T10:00:00.000Z',
      n.now().toISOString(),
    ])
    expect((await editor.ask('GET', '/pictures?filter=expired')).said.pictures).toHaveLength(1)
    for (const day of ['soon', '2026-13-45', '99999999'])
      expect([day, (await send(await until(day))).expires]).toEqual([day, null])
  })

  test('what an editor changes is no longer said to be from the file, and what they leave is', async () => {
    const { editor, send } = await library()
    const { id, credit } = await send(await said(xmpOf(agency)))
    const words = { version: 1, caption: 'Firefighters in Varsha.', credit }
    expect((await editor.ask('PUT', `/pictures/${id}`, words)).said.fromFile).toEqual([
      'alt',
      'credit',
      'licence',
      'terms',
    ])
    const again = await send(await said(xmpOf(agency)))
    expect([again.id, again.isNew, again.caption]).toEqual([id, false, 'Firefighters in Varsha.'])
  })

  test('whom a camera belongs to and where it was are not read', async () => {
    const { n, send } = await library()
    const bytes = await plainPicture()
      .withExif({
        IFD0: { Artist: 'Source Name', Copyright: 'Source Name', ImageDescription: 'At home' },
        IFD3: { GPSLatitude: '35/1 24/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withXmp(
        xmpOf({
          more: '<e:GPSLatitude xmlns:e="http://ns.adobe.com/exif/1.0/">35,24N</e:GPSLatitude><ps:City>Varsha</ps:City>',
        }),
      )
      .jpeg()
      .toBuffer()
    expect(await send(bytes)).toMatchObject({ caption: '', credit: '', terms: '', fromFile: [] })
    const row = await n.db.selectFrom('pictures').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toMatch(/Source|home|35,|Varsha/)
  })

  test('markup, what no database holds and what turns words around are taken out, and what is too long is cut', async () => {
    const { send } = await library()
    const picture = await send(
      await said(
        xmpOf({
          alt: 'a'.repeat(5000),
          caption:
            '<p>The <b>dam</b></p><script>alert(1)</script> &amp; the &lt;river&gt;,\n 5 < 6 \u202ereversed\u202c &#0;\ufeff',
          creator: ['<img src=x onerror=alert(1)>Ada Haddad'],
          more: '<x:broken',
        }),
      ),
    )
    expect(picture).toMatchObject({
      caption: 'The dam & the <river>, 5 < 6 reversed',
      credit: 'Ada Haddad',
    })
    expect([picture.alt.length, picture.alt.at(-1)]).toEqual([1000, '…'])
    const iim = [
      [120, 'one\0two\x07'],
      [80, '\x1b%G'],
    ] as const
    expect(await send(await withIim(iim, 'latin1'))).toMatchObject({
      caption: 'onetwo',
      credit: '%G',
    })
  })

  test('a hostile file says nothing, soon, and its picture comes in all the same', async () => {
    const { send } = await library()
    const bombs = {
      entities: `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${xmpOf({ caption: 'KEPT' }).replace('KEPT', '&b;&f;')}`,
      deep: `${xmpOf({}).split('<rdf:Description')[0]}${'<a>'.repeat(20_000)}${'</b>'.repeat(20_000)}`,
      spaces: xmpOf({
        more: `<a ${Array.from({ length: 4000 }, (_, at) => `xmlns:n${at}=""`).join(' ')}>${'<b xmlns:c=""/>'.repeat(2000)}</a>`,
      }),
      many: xmpOf({ creator: Array.from({ length: 2000 }, (_, at) => `Name ${at}`) }),
      unended: '<x:xmpmeta xmlns:x="'.repeat(2000),
      nothing: '',
    }
    for (const [name, packet] of Object.entries(bombs)) {
      const began = performance.now()
      const found = readXmp(packet)
      expect([name, performance.now() - began < 1000]).toEqual([name, true])
      for (const values of found.values()) expect(values.length).toBeLessThanOrEqual(50)
      const { credit, caption } = await send(
        await plainPicture(`#${name.length}${name.length}5`)
          .withXmp(packet || ' ')
          .png()
          .toBuffer(),
      )
      expect([name, credit.length <= 300, caption.includes('root:'), /haha/.test(caption)]).toEqual(
        [name, true, false, false],
      )
    }
    const huge = xmpOf({ ...agency, more: `<ps:History>${'x'.repeat(300_000)}</ps:History>` })
    expect(
      (await send(await plainPicture('#111').withXmp(huge).png().toBuffer())).fromFile,
    ).toEqual([])
  })

  test('broken fields of older programs end the reading, never the upload', async () => {
    const { send } = await library()
    const whole = await withIim(
      [
        [120, 'A whole caption'],
        [80, 'Ada'],
      ],
      'utf8',
    )
    const at = whole.indexOf('A whole caption')
    for (const [name, change] of Object.entries({
      'a length past the end': (bytes: Buffer) => bytes.writeUInt16BE(0x7fff, at - 2),
      'an endless length': (bytes: Buffer) => bytes.writeUInt16BE(0x8004, at - 2),
      'no marker': (bytes: Buffer) => bytes.writeUInt8(0, at - 5),
    })) {
      const bytes = Buffer.from(whole)
      change(bytes)
      expect([name, await send(bytes)]).toMatchObject([
        name,
        { caption: '', credit: '', isNew: true },
      ])
    }
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + 13) % 256))
    for (const head of ['', '8BIM\x04\x04', 'Photoshop 3.0\x008BIM', '\x1c\x02'])
      expect(() => readIim(Buffer.concat([Buffer.from(head, 'latin1'), noise]))).not.toThrow()
  })
})
