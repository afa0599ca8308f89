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
    const write = async (changes: Partial<ArticleFields>) => {
      const said = await readingOf(n.db, id)
      const manuscript = await manuscriptOf(n.db, id)
      const bytes: Uint8Array[] = []
      manuscript.on('update', (update: Uint8Array) => bytes.push(update))
      copyOnto(manuscript, { ...said.fields, ...changes })
      for (const update of bytes)
        await n.write((tx) =>
          keepUpdate(tx, id, { id: uuid(n.now()), writtenBy: 'ada', bytes: update }),
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
      [{}, 'articles/kind'],
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
})
