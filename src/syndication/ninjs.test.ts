import { expect, test } from 'vitest'
import { z } from 'zod'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { publish, withhold } from '../articles/publish.ts'
import { draft, edit } from '../articles/write.ts'
import { addCategory, addTag } from '../categories/categories.ts'
import { addContributor } from '../contributors/contributors.ts'
import { addPicture } from '../media/pictures.ts'

/**
 * The properties of ninjs 3.1 that the newsroom writes, each as the standard's list of fields has it; any other is
 * refused. The standard's own schema is not to be had from a package registry.
 */
const uri = z.string().refine((text) => URL.canParse(text) && !/[^\x21-\x7e]/.test(text))
const time = z.iso.datetime({ offset: true })
const said = z.strictObject({
  role: z.string().optional(),
  contentType: z.string().optional(),
  value: z.string(),
})
const Rendition = z.strictObject({
  name: z.string(),
  href: uri.optional(),
  contentType: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  poi: z.strictObject({ x: z.int(), y: z.int() }).optional(),
})
const fields = {
  uri,
  type: z
    .enum(['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component'])
    .optional(),
  representationType: z.enum(['full', 'partial']).optional(),
  firstCreated: time.optional(),
  versionCreated: time.optional(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']).optional(),
  copyrightHolder: z.string().optional(),
  copyrightNotice: z.string().optional(),
  usageTerms: z.string().optional(),
  language: z.string().optional(),
  descriptions: z.array(said).optional(),
  bodies: z.array(said.extend({ wordCount: z.int().optional() })).optional(),
  headlines: z.array(said).optional(),
  subjects: z
    .array(z.strictObject({ name: z.string(), rel: z.string().optional(), uri: uri.optional() }))
    .optional(),
  infoSources: z
    .array(z.strictObject({ name: z.string(), role: z.string().optional(), uri: uri.optional() }))
    .optional(),
  by: z.string().optional(),
  located: z.string().optional(),
  renditions: z.array(Rendition).optional(),
  altIds: z.array(z.strictObject({ role: z.string(), value: z.string() })).optional(),
  standard: z.strictObject({ name: z.string(), version: z.string(), schema: uri }).optional(),
  genres: z.array(z.strictObject({ name: z.string(), uri: z.string().optional() })).optional(),
}
type Ninjs = z.infer<z.ZodObject<typeof fields>> & { associations?: Ninjs[] }
const associated = { name: z.string(), rel: z.string().optional() }
const Associated: z.ZodType = z.lazy(() =>
  z.strictObject({ ...fields, ...associated, associations: z.array(Associated).optional() }),
)
const Ninjs = z.strictObject({ ...fields, associations: z.array(Associated).optional() })

onEveryDatabase('ninjs', (open) => {
  const read = async (n: TestNewsroom, path: string) => {
    const answer = await n.app.request(encodeURI(path))
    const json = answer.headers.get('content-type')?.startsWith('application/json')
    return {
      status: answer.status,
      item: (json ? Ninjs.parse(await answer.json()) : undefined) as Ninjs,
    }
  }
  async function harbour(n: TestNewsroom) {
    const now = n.now()
    const original = { hash: 'b'.repeat(32), format: 'jpeg', width: 1600, height: 900, bytes: 1 }
    return await n.write(async (tx) => {
      const picture = await addPicture(
        tx,
        original as never,
        { alt: 'A harbour', caption: 'At dusk.', credit: 'Ada / Paper', licence: 'CC BY 4.0' },
        now,
      )
      const author = await addContributor(tx, { name: 'Ada Haddad' }, now)
      const id = await draft(
        tx,
        {
          headline: 'Harbour reopens \ud83d',
          standfirst: 'After a year.',
          kind: 'opinion',
          path: '/harbour',
          datelinePlace: 'Port Sarn',
          categoryId: (await addCategory(tx, { name: 'Europe' }, now)).id,
          tagIds: [(await addTag(tx, { name: 'Ports' }, now)).id],
          bylines: [
            { contributorId: author.id, role: 'author' },
            { contributorId: author.id, role: 'photography' },
          ],
          leadPictureId: picture.id,
          body: {
            type: 'doc',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'At length.' }] }],
          },
        },
        now,
      )
      await publish(tx, id, now)
      return id
    })
  }

  test('an article is written with all that an agency needs', async () => {
    const n = await open()
    const id = await harbour(n)
    const { status, item } = await read(n, '/harbour/ninjs.json')
    expect(status).toBe(200)
    expect(item).toMatchObject({
      uri: `urn:uuid:${id}`,
      standard: { name: 'ninjs', version: '3.1' },
      type: 'text',
      representationType: 'full',
      pubStatus: 'usable',
      headlines: [{ value: 'Harbour reopens \ufffd' }],
      by: 'Ada Haddad',
      infoSources: [{ role: 'author' }, { role: 'photography' }],
      located: 'Port Sarn',
      subjects: [
        { name: 'Europe', rel: 'main category' },
        { name: 'Ports', rel: 'tag' },
      ],
      genres: [{ uri: 'http://cv.iptc.org/newscodes/genre/Opinion' }],
      altIds: [{ role: 'web', value: 'https://paper.example/harbour' }],
    })
    expect(item.bodies?.map(({ role }) => role)).toEqual(['main', 'disclaimer'])
    expect(item.associations?.[0]).toMatchObject({
      type: 'picture',
      rel: 'lead picture',
      copyrightNotice: 'Ada / Paper',
      usageTerms: 'CC BY 4.0',
      renditions: [
        { contentType: 'image/jpeg', width: 1200, height: 675, poi: { x: 600, y: 338 } },
        { contentType: 'image/webp', width: 320, height: 180 },
      ],
    })
  })

  test('a list is one object with its articles', async () => {
    const n = await open()
    const id = await harbour(n)
    for (const path of [
      '/ninjs.json',
      '/europe/ninjs.json',
      '/contributors/ada-haddad/ninjs.json',
    ]) {
      const { item } = await read(n, path)
      expect([item.type, item.associations?.map(({ uri }) => uri)]).toEqual([
        'composite',
        [`urn:uuid:${id}`],
      ])
    }
  })

  test('a Premium article is partial, and a withheld one is cancelled where it was', async () => {
    const n = await open()
    const id = await harbour(n)
    await n.write((tx) => edit(tx, id, { access: 'premium' }, n.now()))
    for (const path of ['/harbour/ninjs.json', '/ninjs.json'])
      expect(JSON.stringify((await read(n, path)).item)).not.toContain('At length.')
    expect((await read(n, '/harbour/ninjs.json')).item.representationType).toBe('partial')
    await n.write((tx) => withhold(tx, id, 'Forged.', n.now()))
    const { status, item } = await read(n, '/harbour/ninjs.json')
    expect([status, item.pubStatus, item.headlines]).toEqual([410, 'canceled', undefined])
    expect((await read(n, '/ninjs.json')).item.associations).toEqual([])
    expect((await read(n, '/nothing/ninjs.json')).status).toBe(404)
  })
})
