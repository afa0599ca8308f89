import { expect, test } from 'vitest'
import { onEveryDatabase } from '../../test/newsroom.ts'
import { uuid } from '../platform/ids.ts'
import { invite } from '../staff/colleagues.ts'
import { openSession } from '../staff/sessions.ts'
import type { ArticleDocument } from './document.ts'
import type { ArticleFields } from './fields.ts'
import { copyOnto } from './manuscript.ts'
import { keepUpdate, manuscriptOf, openManuscript, readingOf } from './manuscripts.ts'
import { publish } from './publish.ts'
import { draft, edit, load } from './write.ts'

const saying = (...paragraphs: string[]): ArticleDocument => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

onEveryDatabase('corrections', (open) => {
  const site = 'https://paper.example'

  async function begun(fields: Partial<ArticleFields> = {}) {
    const n = await open()
    const asked = async (roleId: string) => {
      const email = `${roleId}@paper.example`
      const id = await n.write((tx) => invite(tx, null, { email, name: roleId, roleId }, n.now()))
      const secret = await n.write((tx) => openSession(tx, id, 'test', n.now()))
      return async (path: string, json?: unknown) =>
        await n.app.request(`${site}/desk/api${path}`, {
          method: json === undefined ? 'GET' : 'POST',
          headers: {
            host: 'paper.example',
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/json',
            accept: 'application/json',
            cookie: `__Host-desk=${secret}`,
          },
          ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        })
    }
    const desk = await asked('editor')
    const id = await n.write((tx) =>
      draft(
        tx,
        {
          headline: 'Ferry sinks off Varsha',
          standfirst: 'Twelve people are missing.',
          body: saying('The ferry left at nine.', 'Twelve people are missing.'),
          ...fields,
        },
        n.now(),
      ),
    )
    await n.write((tx) => publish(tx, id, n.now()))
    await n.write((tx) => openManuscript(tx, id))
    /** Writes on the manuscript until it says this. */
    const write = async (changes: Partial<ArticleFields>, articleId = id) => {
      const said = await readingOf(n.db, articleId)
      const manuscript = await manuscriptOf(n.db, articleId)
      const bytes: Uint8Array[] = []
      manuscript.on('update', (update: Uint8Array) => bytes.push(update))
      copyOnto(manuscript, { ...said.fields, ...changes })
      for (const update of bytes)
        await n.write((tx) =>
          keepUpdate(tx, articleId, { id: uuid(n.now()), writtenBy: 'ada', bytes: update }),
        )
    }
    const version = async () => (await load(n.db, id)).row.version
    const publishNow = async (said: Record<string, unknown> = {}) => {
      n.later(60_000)
      return await desk(`/articles/${id}/publication`, { version: await version(), ...said })
    }
    const read = async (path: string) => await (await n.app.request(path)).text()
    return { n, id, desk, asked, write, version, publishNow, read }
  }

  test('a change that readers will see must say what it is, and a correction what was wrong', async () => {
    const { n, id, desk, write, publishNow, read } = await begun()
    await write({ body: saying('The ferry left at nine.', 'Eleven people are missing.') })
    const said = (await (await desk(`/articles/${id}/manuscript`)).json()) as object
    expect(said).toMatchObject({ same: false, amends: true })
    for (const [body, code] of [
      [{}, 'articles/amendment'],
      [{ kind: 'correction' }, 'articles/note'],
      [{ kind: 'clarification', note: '  ' }, 'articles/note'],
    ] as const) {
      const answer = await publishNow(body)
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, code])
    }
    expect((await publishNow({ kind: 'retraction', note: 'x' })).status).toBe(422)
    expect((await publishNow({ kind: 'update', note: 'x'.repeat(2001) })).status).toBe(422)
    expect(await read('/ferry-sinks-off-varsha')).toContain('Twelve people are missing.</p>')
    expect(await n.db.selectFrom('versions').select('id').execute()).toEqual([])
    const note = 'An earlier version said that twelve people were missing. There are eleven.'
    expect((await publishNow({ kind: 'correction', note })).status).toBe(200)
    expect(await read('/ferry-sinks-off-varsha')).toContain('Eleven people are missing.')
    const versions = await n.db
      .selectFrom('versions')
      .select(['number', 'since', 'headline'])
      .orderBy('number')
      .execute()
    expect(versions.map(({ number, since }) => [number, since])).toEqual([
      [1, '2026-03-02T09:00:00.000Z'],
      [2, n.now().toISOString()],
    ])
    const events = await n.db
      .selectFrom('events')
      .select('payload')
      .where('type', '=', 'article.corrected')
      .execute()
    expect(events.map(({ payload }) => JSON.parse(payload))).toMatchObject([
      { articleId: id, kind: 'correction' },
    ])
  })

  test('a change of a few words suggests its note, which is refused once the words are others', async () => {
    const { n, id, desk, write, publishNow, read } = await begun()
    const suggested = async () =>
      ((await (await desk(`/articles/${id}/manuscript`)).json()) as { suggestedNote: string })
        .suggestedNote
    expect(await suggested()).toBe('')
    await write({ standfirst: 'Eleven people are missing.' })
    const note = await suggested()
    expect(note).toBe(
      'An earlier version said “Twelve people are missing”. It now says “Eleven people are missing”.',
    )
    await write({ standfirst: 'Nine people are missing.' })
    const answer = await publishNow({ kind: 'correction', note, suggested: true })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      409,
      'articles/suggestion',
    ])
    expect(await n.db.selectFrom('corrections').select('id').execute()).toEqual([])
    const now = await suggested()
    expect((await publishNow({ kind: 'correction', note: now, suggested: true })).status).toBe(200)
    expect(await read('/corrections')).toContain('It now says “Nine people are missing”.')
  })

  test('an update may go without a word, and what readers do not see needs none', async () => {
    const { n, write, publishNow, read } = await begun()
    await write({ seoTitle: 'Ferry', tagIds: [] })
    expect((await publishNow()).status).toBe(200)
    expect(await n.db.selectFrom('versions').select('id').execute()).toEqual([])
    expect(await read('/ferry-sinks-off-varsha')).not.toContain('Updated')
    await write({ headline: 'Ferry sinks off Varsha, twelve missing' })
    expect((await publishNow({ kind: 'update' })).status).toBe(200)
    const page = await read('/ferry-sinks-off-varsha')
    expect(page).toContain('Updated')
    expect(await n.db.selectFrom('corrections').select(['kind', 'note']).execute()).toEqual([
      { kind: 'update', note: '' },
    ])
  })

  test('an article that was begun without a headline keeps the address that it goes out with, whatever is corrected', async () => {
    const { n, desk, write } = await begun()
    const { id } = (await (await desk('/articles', {})).json()) as { id: string }
    const out = async (said: Record<string, unknown> = {}) => {
      const { version } = (await load(n.db, id)).row
      const answer = await desk(`/articles/${id}/publication`, { version, ...said })
      expect([answer.status, await answer.json()]).toEqual([200, { path: '/the-dam-holds' }])
    }
    await write({ headline: 'The dam holds' }, id)
    await out()
    expect(await (await desk(`/articles/${id}/manuscript`)).json()).toMatchObject({ same: true })
    await write({ headline: 'The dam held' }, id)
    await out({ kind: 'correction', note: 'It held until noon.' })
    // One from before its manuscript was told the address.
    await write({ path: '/untitled', headline: 'The dam has held' }, id)
    await out({ kind: 'update' })
    expect((await readingOf(n.db, id)).fields.path).toBe('/the-dam-holds')
  })

  test('a note on a change that readers have already is refused, and stands nowhere', async () => {
    const { n, write, publishNow, read } = await begun()
    const said = { kind: 'correction', note: 'There were eleven.' }
    const refused = async () => {
      const answer = await publishNow(said)
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        409,
        'articles/unchanged',
      ])
    }
    await refused()
    await write({ seoTitle: 'Ferry' })
    await refused()
    expect(await n.db.selectFrom('corrections').select('id').execute()).toEqual([])
    await write({ standfirst: 'Eleven people are missing.' })
    expect((await publishNow(said)).status).toBe(200)
    expect(await read('/corrections')).toContain('There were eleven.')
    await refused()
  })

  test('who may not correct, and who has an older version before them, changes nothing', async () => {
    const { id, asked, write, version, read, n } = await begun()
    await write({ headline: 'Ferry sinks' })
    const change = { version: await version(), kind: 'update' }
    const reporter = await asked('reporter')
    expect((await reporter(`/articles/${id}/publication`, change)).status).toBe(403)
    const editor = await asked('publisher')
    await n.write((tx) => edit(tx, id, { standfirst: 'Eleven.' }, n.now()))
    expect((await editor(`/articles/${id}/publication`, change)).status).toBe(409)
    expect(await read('/ferry-sinks-off-varsha')).not.toContain('Ferry sinks<')
  })

  test('a withheld article leaves its reason and comes back as it was', async () => {
    const { n, id, desk, asked, version, read } = await begun()
    const reason = 'The ministry took back its figures.'
    const withhold = async (ask: typeof desk, more: object = {}) =>
      (await ask(`/articles/${id}/withholding`, { version: await version(), reason, ...more }))
        .status
    expect(await withhold(await asked('reporter'))).toBe(403)
    expect(await withhold(desk, { reason: ' ' })).toBe(422)
    expect(await withhold(desk, { reason: 'x'.repeat(2001) })).toBe(422)
    expect(await withhold(desk, { version: 0 })).toBe(409)
    expect((await desk('/articles/none/withholding', { version: 1, reason })).status).toBe(404)
    const back = async () =>
      (await desk(`/articles/${id}/return`, { version: await version() })).status
    expect(await back()).toBe(409)
    expect(await withhold(desk)).toBe(204)
    expect(await withhold(desk)).toBe(409)
    const gone = await n.app.request('/ferry-sinks-off-varsha')
    expect([gone.status, (await gone.text()).includes(reason)]).toEqual([410, true])
    expect((await n.app.request('/ferry-sinks-off-varsha/ninjs.json')).status).toBe(410)
    expect(await (await desk(`/articles/${id}/manuscript`)).json()).toMatchObject({
      status: 'withheld',
      withheldReason: reason,
    })
    expect(
      (await (await asked('moderator'))(`/articles/${id}/return`, { version: 1 })).status,
    ).toBe(403)
    expect((await desk('/articles/none/return', { version: 1 })).status).toBe(404)
    expect((await desk(`/articles/${id}/return`, { version: 'last' })).status).toBe(422)
    expect(await back()).toBe(204)
    expect(await read('/ferry-sinks-off-varsha')).toContain('Twelve people are missing.')
    expect((await load(n.db, id)).row.published).toBe('2026-03-02T09:00:00.000Z')
  })

  test('a correction stands on the article, in the list and its feeds, in other feeds and in JSON-LD', async () => {
    const { n, write, publishNow, read } = await begun()
    for (const path of ['/corrections', '/feed.rss', '/corrections/feed.atom']) await read(path)
    expect(await read('/corrections')).toContain('Nothing has been corrected yet')
    await write({ body: saying('The ferry left at nine.', 'Eleven people are missing.') })
    const note = 'We said that twelve people were missing. There are <eleven>.'
    await publishNow({ kind: 'correction', note })
    const shown = 'We said that twelve people were missing. There are &lt;eleven&gt;.'
    const article = await read('/ferry-sinks-off-varsha')
    expect(article).toContain(shown)
    expect(article).toContain('<a href="#corrections">Corrected</a>')
    expect(article).toContain('href="/ferry-sinks-off-varsha/versions"')
    const things = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(article)![1]!,
    )
    expect(things).toMatchObject({
      dateModified: n.now().toISOString(),
      correction: [
        { '@type': 'CorrectionComment', text: note, datePublished: n.now().toISOString() },
      ],
    })
    const id = /id="(note-[0-9a-f-]{36})"/.exec(article)![1]!
    const list = await read('/corrections')
    expect([list.includes(shown), list.includes(`/ferry-sinks-off-varsha#${id}`)]).toEqual([
      true,
      true,
    ])
    for (const path of [
      '/corrections/feed.rss',
      '/corrections/feed.atom',
      '/feed.rss',
      '/feed.atom',
    ])
      expect({ path, told: (await read(path)).includes('twelve people were missing') }).toEqual({
        path,
        told: true,
      })
    const feed = JSON.parse(await read('/corrections/feed.json'))
    expect(feed.items).toMatchObject([
      { title: 'Correction: Ferry sinks off Varsha', url: `${site}/ferry-sinks-off-varsha#${id}` },
    ])
    expect((await n.app.request('/corrections/ninjs.json')).status).toBe(404)
    expect(JSON.parse(await read('/ferry-sinks-off-varsha/ninjs.json'))).toMatchObject({
      versionCreated: n.now().toISOString(),
    })
  })

  test('the versions of an article are public, with what was taken out and put in', async () => {
    const { n, id, write, publishNow, read } = await begun()
    expect((await n.app.request('/ferry-sinks-off-varsha/versions')).status).toBe(404)
    await write({
      headline: 'Ferry sinks off Lomnik',
      body: saying('The ferry left at nine.', 'Eleven people are missing.'),
    })
    await publishNow({ kind: 'clarification', note: 'It is nearer to Lomnik.' })
    const page = await read('/ferry-sinks-off-varsha/versions')
    for (const words of [
      'Ferry sinks off <del>Varsha</del><ins>Lomnik</ins>',
      '<del>Twelve</del> <ins>Eleven</ins> people are missing.',
      'Version 2',
      'Version 1',
      'It is nearer to Lomnik.',
      'noindex',
    ])
      expect(page).toContain(words)
    expect(page).not.toContain('The ferry left at nine.')
    await n.write((tx) => edit(tx, id, { path: '/lomnik' }, n.now(), { silent: true }))
    const moved = await n.app.request('/ferry-sinks-off-varsha/versions')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/lomnik/versions'])
    await n.write((tx) => openManuscript(tx, id))
    for (let turn = 0; turn < 12; turn++) {
      await write({ standfirst: `Eleven people, day ${turn}.` })
      await publishNow({ kind: 'update' })
    }
    const newest = await read('/lomnik/versions')
    const older = /href="(\/lomnik\/versions\?before=[^"]+)"/.exec(newest)![1]!
    expect([newest.includes('Version 14'), newest.includes('id="v4"')]).toEqual([true, false])
    const rest = await read(older)
    expect([rest.includes('id="v4"'), rest.includes('id="v1"')]).toEqual([true, true])
    const madeUp = `/lomnik/versions?before=2026-03-02T09:00:00.000Z_${id}`
    expect((await n.app.request(madeUp)).status).toBe(301)
  })

  test('former wording can be kept from readers, and the change is still told', async () => {
    const { n, write, publishNow, read } = await begun({
      body: saying('Ada Haddad of Harnau saw it.', 'The ferry sank.'),
    })
    await write({ body: saying('A witness saw it.', 'The ferry sank.') })
    await publishNow({ kind: 'update', note: 'We took out a name.', closes: true })
    const page = await read('/ferry-sinks-off-varsha/versions')
    expect([page.includes('Haddad'), page.includes('is kept from readers')]).toEqual([false, true])
    await write({ body: saying('A witness saw it all.', 'The ferry sank.') })
    await publishNow({ kind: 'update' })
    n.pages.clear()
    const later = await read('/ferry-sinks-off-varsha/versions')
    expect([later.includes('Haddad'), later.includes('<ins>all')]).toEqual([false, true])
  })

  test('of a Premium article, or of what once was one, no version tells the text', async () => {
    const { n, id, write, publishNow, read } = await begun({ access: 'premium' })
    await write({ body: saying('SECRET one'), headline: 'Ferry lost off Varsha' })
    await publishNow({ kind: 'update' })
    const page = await read('/ferry-sinks-off-varsha/versions')
    expect([page.includes('<ins>lost</ins>'), page.includes('SECRET')]).toEqual([true, false])
    expect(page).not.toContain('Twelve people are missing.</')
    await n.write((tx) => edit(tx, id, { access: 'standard' }, n.now()))
    expect(await read('/ferry-sinks-off-varsha/versions')).not.toContain('SECRET')
    await n.write((tx) => edit(tx, id, { body: saying('Open two') }, n.now()))
    expect(await read('/ferry-sinks-off-varsha/versions')).not.toContain('SECRET')
    await n.write((tx) => edit(tx, id, { body: saying('Open three') }, n.now()))
    expect(await read('/ferry-sinks-off-varsha/versions')).toContain('<ins>three</ins>')
    await n.write((tx) => edit(tx, id, { access: 'premium' }, n.now()))
    expect(await read('/ferry-sinks-off-varsha/versions')).not.toContain('three')
  })

  test('with a withheld article its notes and versions go, and come back with it', async () => {
    const { n, id, desk, write, version, publishNow, read } = await begun()
    await write({ headline: 'Ferry lost' })
    await publishNow({ kind: 'correction', note: 'It was CANARY.' })
    const surfaces = [
      ...['/ferry-sinks-off-varsha', '/ferry-sinks-off-varsha/versions', '/corrections', '/'],
      ...['/corrections/feed.rss', '/corrections/feed.atom', '/corrections/feed.json'],
      ...['/feed.rss', '/feed.atom', '/feed.json', '/ninjs.json', '/sitemap.xml'],
      ...['/ferry-sinks-off-varsha/ninjs.json', '/search?q=ferry', '/archive/2026/03'],
    ]
    const told = async () => {
      const found: string[] = []
      for (const path of surfaces)
        if (/CANARY|twelve people|Ferry sinks/i.test(await read(path))) found.push(path)
      return found
    }
    const before = await told()
    expect(before.length).toBeGreaterThan(8)
    const reason = 'Forged.'
    await desk(`/articles/${id}/withholding`, { version: await version(), reason })
    expect(await told()).toEqual([])
    const gone = await n.app.request('/ferry-sinks-off-varsha/versions')
    expect([gone.status, (await gone.text()).includes(reason)]).toEqual([410, true])
    await desk(`/articles/${id}/return`, { version: await version() })
    expect(await told()).toEqual(before)
    await desk(`/articles/${id}/withholding`, { version: await version(), reason })
    await write({ headline: 'Ferry found' })
    expect((await publishNow()).status).toBe(422)
    expect((await n.app.request('/ferry-sinks-off-varsha')).status).toBe(410)
    expect((await publishNow({ kind: 'correction', note: 'It was found.' })).status).toBe(200)
    expect(await read('/corrections')).toContain('It was found.')
  })

  test('notes of each language have a list of their own', async () => {
    const { n, write, publishNow, read } = await begun({ language: 'ar' })
    expect(await read('/ar/corrections')).toContain('لم يُصوَّب شيء بعد')
    await write({ headline: 'غرق عبّارة' })
    await publishNow({ kind: 'correction', note: 'كان العنوان خاطئًا.' })
    expect(await read('/ar/corrections')).toContain('كان العنوان خاطئًا.')
    expect(await read('/ar/corrections/feed.rss')).toContain('كان العنوان خاطئًا.')
    expect(await read('/corrections')).not.toContain('كان العنوان')
    expect((await n.app.request('/fr/corrections')).status).toBe(404)
  })
})
