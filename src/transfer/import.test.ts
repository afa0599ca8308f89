import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { addressAt } from '../addresses/addresses.ts'
import { articleForReader } from '../articles/articles.ts'
import { picturesIn } from '../articles/document.ts'
import { feedOf } from '../articles/feed.ts'
import { stretch } from '../articles/feeds.ts'
import { edit } from '../articles/write.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import { importSite } from './import.ts'
import type { Totals } from './report.ts'
import type { ImportOptions } from './run.ts'

const paper = 'test/exports/paper.xml'

onEveryDatabase('moving in from WordPress', (open) => {
  const move = (n: TestNewsroom, options: Partial<ImportOptions> = {}) =>
    importSite(n, { file: paper, ...options })
  /** A changed copy of an export. */
  const altered = (n: TestNewsroom, change: (xml: string) => string) => {
    const file = join(n.folder, 'altered.xml')
    writeFileSync(file, change(readFileSync(paper, 'utf8')))
    return file
  }
  const counted = (totals: Totals) =>
    totals.things.map(({ fate, what, count }) => `${count} ${fate} ${what}`)
  const at = async (n: TestNewsroom, path: string) => {
    const address = await addressAt(n.db, path)
    if (!address) return undefined
    return { ...address, article: await articleForReader(n.db, address.thingId) }
  }
  const everything = async ({ db }: TestNewsroom) =>
    JSON.stringify([
      await db.selectFrom('articles').selectAll().orderBy('path').execute(),
      await db.selectFrom('addresses').selectAll().orderBy('path').execute(),
      await db
        .selectFrom('feed_entries')
        .selectAll()
        .orderBy('feed')
        .orderBy('article_id')
        .execute(),
      await db.selectFrom('pictures').selectAll().orderBy('id').execute(),
      await db.selectFrom('categories').selectAll().orderBy('path').execute(),
      await db.selectFrom('tags').selectAll().orderBy('path').execute(),
      await db.selectFrom('contributors').selectAll().orderBy('path').execute(),
      await db.selectFrom('imported_items').selectAll().orderBy('external_id').execute(),
      await db.selectFrom('imported_comments').selectAll().orderBy('external_id').execute(),
      await db.selectFrom('imports').selectAll().execute(),
      await db.selectFrom('changes').select('id').orderBy('id').execute(),
      await db.selectFrom('events').select('id').orderBy('id').execute(),
    ])
  /** What a site has become, without what differs from run to run. */
  const essence = async ({ db }: TestNewsroom) => [
    await db
      .selectFrom('articles')
      .select(['path', 'status', 'headline', 'published', 'body'])
      .orderBy('path')
      .execute(),
    await db.selectFrom('addresses').select(['path', 'kind']).orderBy('path').execute(),
    (await db.selectFrom('feed_entries').select('article_id').execute()).length,
    await db.selectFrom('imported_comments').select(['external_id', 'author', 'status']).execute(),
  ]
  const uploads = async (n: TestNewsroom, files = ['2019/05/quay.jpg']) => {
    const folder = join(n.folder, 'uploads')
    for (const [at, file] of files.entries()) {
      mkdirSync(join(folder, file, '..'), { recursive: true })
      const picture = sharp({
        create: { width: 640, height: 427, channels: 3, background: { r: at, g: 90, b: 120 } },
      })
      writeFileSync(join(folder, file), await picture.jpeg().toBuffer())
    }
    return folder
  }

  test('articles keep their words, authors, categories, times and address', async () => {
    const n = await open()
    await move(n)
    const found = await at(n, '/2019/05/dockers-agree')
    expect(found).toMatchObject({
      retired: false,
      article: {
        headline: 'Dockers & owners agree',
        seoTitle: 'Harbour strike over – The Harbour Paper',
        standfirst: 'Work starts again on Friday.',
        language: 'en-GB',
        published: '2019-05-09T10:15:00.000Z',
        updated: '2019-05-10T08:00:00.000Z',
        category: { name: 'Ports', path: '/category/europe/ports' },
        tags: [{ name: 'спор', path: '/tag/спор' }],
        bylines: [{ role: 'author', contributor: { name: 'Ada Haddad', path: '/author/ada' } }],
      },
    })
    const body = JSON.stringify(found!.article)
    expect(body).toContain('"footnote"')
    expect(body).toContain('Write to us.')
    expect(body).toContain('/2019/04/strike/')
    const { ids } = await stretch(n.db, feedOf.everything, 10)
    expect(ids).toHaveLength(2)
  })

  test('everything in the file is accounted for', async () => {
    const n = await open()
    const report = join(n.folder, 'report.json')
    const totals = await move(n, { report })
    expect(totals.exitCode).toBe(0)
    expect(counted(totals)).toEqual([
      '2 new article',
      '1 left out article',
      '1 new article behind a password',
      '2 new author',
      '1 new category',
      '1 new category below another',
      '1 new comment',
      '1 left out comment',
      '1 kept menu item',
      '1 converted name of the site',
      '1 new page',
      '1 left out page of an attachment',
      '2 left out picture',
      '1 left out post type event',
      '1 converted post type wp_block',
      '1 new scheduled article',
      '1 left out sticky',
      '1 new tag',
      '1 left out term of nav_menu',
      '1 left out term of region',
    ])
    const written = JSON.parse(readFileSync(report, 'utf8'))
    expect(written.items.map(({ id }: { id: string }) => id).sort()).toEqual(
      ['20', '21', '22', '23', '24', '25', '26', '31', '32', '33', '40'].sort(),
    )
    expect(totals.parts.map(({ fate, what }) => `${fate} ${what}`)).toContain(
      'left out shortcode unknown_box',
    )
  })

  test('a second run changes nothing', async () => {
    const n = await open()
    await move(n, { uploads: await uploads(n) })
    const before = await everything(n)
    n.later(60_000)
    const totals = await move(n, { uploads: join(n.folder, 'uploads') })
    expect(await everything(n)).toBe(before)
    expect(totals.things.filter(({ fate }) => fate === 'new' || fate === 'changed')).toEqual([])
  })

  test('a run that is cut short goes on where it ended, and ends as one that was not', async () => {
    const n = await open()
    const whole = await open()
    await move(whole)
    let writes = 0
    for (let allowed = 0; allowed < 8; allowed++) {
      writes = 0
      const killed: TestNewsroom = {
        ...n,
        write: (work) => {
          if (++writes > allowed) throw new Error('killed')
          return n.write(work)
        },
      }
      await move(killed).catch((error: Error) => expect(error.message).toBe('killed'))
    }
    await move(n)
    expect(await essence(n)).toEqual(await essence(whole))
  })

  test('a dry run says the same and changes nothing', async () => {
    const n = await open()
    const before = await everything(n)
    const dry = await move(n, { dryRun: true, uploads: await uploads(n) })
    expect(await everything(n)).toBe(before)
    expect(
      counted(await move(n, { uploads: join(n.folder, 'uploads') })).filter(
        (line) => !line.includes('menu'),
      ),
    ).toEqual(counted(dry).filter((line) => !line.includes('menu')))
  })

  test('old addresses lead to where things are now', async () => {
    const n = await open()
    await move(n)
    const target = (await at(n, '/2019/05/dockers-agree'))!.thingId
    for (const path of [
      '/?p=20',
      '/2019/05/dockers-near-deal',
      '/?attachment_id=31',
      '/2019/05/dockers-agree/quay',
    ])
      expect(await addressAt(n.db, path)).toMatchObject({
        kind: 'article',
        thingId: target,
        retired: true,
      })
    expect(await addressAt(n.db, '/category/ports')).toMatchObject({
      kind: 'category',
      retired: true,
    })
    expect(await addressAt(n.db, '/?cat=6')).toMatchObject({ kind: 'category', retired: true })
    expect(await addressAt(n.db, '/?author=3')).toMatchObject({
      kind: 'contributor',
      retired: true,
    })
    const answer = await n.app.request('https://paper.example/?p=20')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/2019/05/dockers-agree'])
  })

  test('what nobody could see on the old site, nobody sees here', async () => {
    const n = await open()
    await move(n)
    expect(
      await n.db
        .selectFrom('articles')
        .select(['headline', 'status', 'scheduled'])
        .where('status', '!=', 'published')
        .orderBy('headline')
        .execute(),
    ).toEqual([
      { headline: 'For subscribers', status: 'draft', scheduled: null },
      { headline: 'Tomorrow', status: 'scheduled', scheduled: '2099-01-01T06:00:00.000Z' },
    ])
    expect((await n.app.request('https://paper.example/2019/06/for-subscribers')).status).toBe(404)
  })

  test('pictures come with their words, and a later run puts them where cards were', async () => {
    const n = await open()
    const first = await move(n)
    expect(first.picturesLacking).toEqual([
      'https://harbour.example/wp-content/uploads/2019/05/quay.jpg',
    ])
    const card = await at(n, '/2019/05/dockers-agree')
    expect(JSON.stringify(card!.article)).toContain('"kind":"picture"')
    const second = await move(n, { uploads: await uploads(n) })
    expect(counted(second)).toContain('2 changed article')
    expect(second.picturesLacking).toEqual([])
    const { article } = (await at(n, '/2019/05/dockers-agree'))!
    if (!article || !('body' in article)) throw new Error('withheld')
    expect(picturesIn(article.body!)).toEqual([article.picture!.id])
    expect(article).toMatchObject({
      picture: { alt: 'Cranes over the quay', caption: 'The quay', credit: 'Zoë Küste' },
      updated: '2019-05-10T08:00:00.000Z',
    })
  })

  test('pictures are fetched when asked for, also those from elsewhere, and what cannot be had is named', async () => {
    const n = await open()
    const quay = readFileSync(join(await uploads(n), '2019/05/quay.jpg'))
    const server = createServer((request, answer) => {
      if (request.url === '/quay.jpg') answer.end(quay)
      else answer.writeHead(404).end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const file = altered(n, (xml) =>
      xml
        .replace(
          'https://harbour.example/wp-content/uploads/../../secret.jpg',
          'http://127.0.0.1:1/',
        )
        .replaceAll(
          'https://harbour.example/wp-content/uploads/2019/05/quay.jpg',
          `http://127.0.0.1:${port}/quay.jpg`,
        )
        .replace(
          'Not for everyone.',
          `<img src="http://127.0.0.1:${port}/quay.jpg?2"><img src="http://127.0.0.1:${port}/gone.jpg">`,
        ),
    )
    const reach = { address: () => true, port: () => true }
    await move(n, { file, fetchPictures: true })
    expect(await n.db.selectFrom('pictures').select('id').execute()).toEqual([])
    const totals = await move(n, { file, fetchPictures: true, reach })
    server.close()
    expect(counted(totals)).toContain('1 new picture')
    expect(totals.things).toContainEqual(
      expect.objectContaining({
        what: 'picture from another address',
        why: 'The site answered 404.',
      }),
    )
  })

  test('no file outside the uploads is taken', async () => {
    const n = await open()
    const folder = await uploads(n, ['2019/05/quay.jpg', '../../secret.jpg'])
    const totals = await move(n, { uploads: folder })
    expect(await n.db.selectFrom('pictures').select('caption').execute()).toEqual([
      { caption: 'The quay' },
    ])
    expect(counted(totals)).toContain('1 left out picture')
  })

  test('a pipe among the uploads holds nobody up', async () => {
    const n = await open()
    const folder = join(n.folder, 'uploads')
    mkdirSync(join(folder, '2019/05'), { recursive: true })
    execFileSync('mkfifo', [join(folder, '2019/05/quay.jpg')])
    const totals = await move(n, { uploads: folder })
    expect(JSON.stringify(totals.things)).toContain('its file is not in the uploads')
  })

  test('what has changed on the old site is brought up to date, unless it was edited here', async () => {
    const n = await open()
    await move(n)
    const { thingId } = (await at(n, '/2018/01/history'))!
    await n.write((tx) => edit(tx, thingId, { headline: 'Our own words' }, n.now()))
    const file = altered(n, (xml) =>
      xml
        .replace('Dockers &amp; owners agree', 'Dockers return')
        .replace('First line', 'Another line'),
    )
    const totals = await move(n, { file })
    expect(counted(totals)).toContain('1 changed article')
    expect(totals.things).toContainEqual(
      expect.objectContaining({ fate: 'left out', why: expect.stringContaining('edited here') }),
    )
    expect(await at(n, '/2019/05/dockers-agree')).toMatchObject({
      article: { headline: 'Dockers return' },
    })
    expect(await at(n, '/2018/01/history')).toMatchObject({
      article: { headline: 'Our own words' },
    })
  })

  test('a damaged file brings in what is whole and says with its exit code that it was not all', async () => {
    const n = await open()
    const totals = await move(n, { file: 'test/exports/sloppy.xml' })
    expect(totals.exitCode).toBe(3)
    expect(totals.problems.map(({ line }) => line)).toEqual([24, 36, 43])
    expect(
      (await n.db.selectFrom('articles').select('path').orderBy('path').execute()).map(
        ({ path }) => path,
      ),
    ).toEqual(['/after', '/indented'])
  })

  test('two articles with one address both come in, and the report says where', async () => {
    const n = await open()
    const file = altered(n, (xml) =>
      xml.replace(
        'https://harbour.example/2018/01/history/',
        'https://harbour.example/2019/05/dockers-agree/',
      ),
    )
    const totals = await move(n, { file })
    expect(totals.moved).toEqual([
      { from: '/2019/05/dockers-agree', to: '/2019/05/dockers-agree-2' },
    ])
  })

  test('a hundred drafts of one name each have an address', async () => {
    const n = await open()
    const drafts = Array.from(
      { length: 100 },
      (_, at) =>
        `<item><title>Untitled</title><wp:post_id>${900 + at}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>`,
    )
    const file = altered(n, (xml) => xml.replace('</channel>', `${drafts.join('')}</channel>`))
    expect((await move(n, { file })).exitCode).toBe(0)
    const rows = await n.db
      .selectFrom('articles')
      .select('path')
      .where('headline', '=', 'Untitled')
      .execute()
    expect(new Set(rows.map(({ path }) => path)).size).toBe(100)
    expect(rows.some(({ path }) => path === '/untitled-999-20')).toBe(true)
  })

  test('a newsroom without a name takes the site’s, with its menu; one that has a name keeps it', async () => {
    const n = await open()
    await move(n)
    expect(await newsroomNow(n.db)).toMatchObject({
      name: 'The Harbour Paper',
      tagline: 'News from the coast',
      language: 'en-GB',
      navigation: [{ label: 'Ports', href: '/category/europe/ports' }],
    })
    const file = altered(n, (xml) => xml.replace('The Harbour Paper', 'Another'))
    await move(n, { file })
    expect(await newsroomNow(n.db)).toMatchObject({ name: 'The Harbour Paper' })
  })

  test('comments are kept whole for later, those thrown away are not', async () => {
    const n = await open()
    await move(n)
    expect(await n.db.selectFrom('imported_comments').selectAll().execute()).toMatchObject([
      {
        external_id: '7',
        author: 'Reader',
        email: 'reader@mail.example',
        written: '2019-05-09T11:00:00.000Z',
        status: 'approved',
        type: 'comment',
        content: 'At last.',
      },
    ])
  })

  test('a file that is not there, and one that is no export, are refused', async () => {
    const n = await open()
    await expect(move(n, { file: 'nowhere.xml' })).rejects.toThrow('cannot be opened')
    await expect(move(n, { file: 'README.md' })).rejects.toThrow('not an XML file')
    await expect(move(n, { uploads: 'package.json' })).rejects.toThrow('not a folder')
  })
})
