import { expect, test } from 'vitest'
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { addCategory } from '../categories/categories.ts'
import { addContributor } from '../contributors/contributors.ts'
import { changeNewsroom, newsroomNow } from '../newsroom/settings.ts'
import { invite } from '../staff/colleagues.ts'
import { builtInRoles } from '../staff/permission.ts'
import { openSession } from '../staff/sessions.ts'
import { articleStatuses } from './article.ts'
import { emptyDocument } from './document.ts'
import { publishDue } from './due.ts'
import { keepUpdate, manuscriptOf, openManuscript } from './manuscripts.ts'
import { publish, schedule, withhold } from './publish.ts'
import { setField } from './typed.ts'
import { stepsFor } from './workflow.ts'
import { draft } from './write.ts'

const HOUR = 3_600_000

/** Everybody who may sit at a desk, each with a browser of their own. */
async function staffed(n: TestNewsroom) {
  const sit = async (roleId: string, name = roleId) => {
    const id = await n.write((tx) =>
      invite(tx, null, { email: `${name}@paper.example`, name, roleId }, n.now()),
    )
    const secret = await n.write((tx) => openSession(tx, id, 'test', n.now()))
    const ask = async (method: string, path: string, body?: unknown) => {
      const answer = await n.app.request(`https://paper.example/desk/api${path}`, {
        method,
        headers: {
          host: 'paper.example',
          accept: 'application/json',
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          cookie: `__Host-desk=${secret}`,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return { status: answer.status, said: text ? JSON.parse(text) : undefined }
    }
    return { id, ask }
  }
  return {
    sit,
    reporter: await sit('reporter'),
    other: await sit('reporter', 'other'),
    editor: await sit('editor'),
    moderator: await sit('moderator'),
  }
}

/** Somebody writes into a field of a manuscript. */
async function type(n: TestNewsroom, articleId: string, field: string, value: unknown) {
  await n.write(async (tx) => {
    await openManuscript(tx, articleId)
    const manuscript = await manuscriptOf(tx, articleId)
    const before = encodeStateVector(manuscript)
    setField(manuscript, field, value)
    await keepUpdate(tx, articleId, {
      id: `${Math.random()}`,
      writtenBy: 'somebody',
      bytes: encodeStateAsUpdate(manuscript, before),
    })
  })
}

onEveryDatabase('articles at the desk', (open) => {
  async function house() {
    const n = await open()
    const staff = await staffed(n)
    const { said } = await staff.reporter.ask('POST', '/articles', { headline: 'Harbour strike' })
    const id = said.id as string
    const row = () =>
      n.db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const happened = async (type: string) =>
      (await n.db.selectFrom('events').select('payload').where('type', '=', type).execute()).map(
        ({ payload }) => JSON.parse(payload),
      )
    return { n, ...staff, id, row, happened }
  }
  const soon = (n: TestNewsroom, hours = 1) =>
    new Date(n.now().getTime() + hours * HOUR).toISOString()

  test('a reporter hands in, an editor takes up and readies, a time is set, and it goes out', async () => {
    const { n, reporter, editor, id, row, happened } = await house()
    const move = (who: typeof editor, from: string, to: string) =>
      who.ask('PUT', `/articles/${id}/status`, { from, to })
    expect((await move(reporter, 'draft', 'submitted')).status).toBe(204)
    expect((await move(reporter, 'submitted', 'draft')).status).toBe(204)
    expect((await move(reporter, 'draft', 'submitted')).status).toBe(204)
    const refused = await move(reporter, 'submitted', 'ready')
    expect([refused.status, refused.said.message]).toEqual([
      403,
      expect.stringContaining('may not edit everybody’s articles'),
    ])
    expect((await move(editor, 'submitted', 'in_edit')).status).toBe(204)
    expect((await move(editor, 'submitted', 'ready')).status).toBe(409)
    expect((await move(editor, 'in_edit', 'ready')).status).toBe(204)
    expect((await move(reporter, 'ready', 'draft')).status).toBe(403)
    const at = soon(n)
    expect(
      (await editor.ask('PUT', `/articles/${id}/schedule`, { from: null, to: at })).status,
    ).toBe(204)
    expect(await row()).toMatchObject({ status: 'scheduled', scheduled: at })
    expect((await move(reporter, 'scheduled', 'draft')).status).toBe(403)
    n.later(HOUR)
    expect(await publishDue(n, n.now())).toEqual([id])
    expect(await row()).toMatchObject({ status: 'published', published: at })
    expect((await move(editor, 'published', 'draft')).status).toBe(409)
    expect(await happened('article.moved')).toContainEqual({
      articleId: id,
      from: 'submitted',
      to: 'in_edit',
      by: editor.id,
    })
    expect(await happened('article.scheduled')).toEqual([{ articleId: id, at, by: editor.id }])
    const kinds = await n.db.selectFrom('revisions').select('kind').execute()
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['submitted', 'published']),
    )
  })

  test('an article taken off its schedule does not go out', async () => {
    const { n, editor, id, row } = await house()
    const set = (from: string | null, to: string) =>
      editor.ask('PUT', `/articles/${id}/schedule`, { from, to })
    const at = soon(n)
    expect((await set(null, at)).status).toBe(204)
    // Somebody who does not know of it is told.
    expect((await set(null, soon(n, 2))).status).toBe(409)
    expect((await set(at, soon(n, 2))).status).toBe(204)
    const back = { from: 'scheduled', to: 'ready' }
    expect((await editor.ask('PUT', `/articles/${id}/status`, back)).status).toBe(204)
    n.later(3 * HOUR)
    expect(await publishDue(n, n.now())).toEqual([])
    expect(await row()).toMatchObject({ status: 'ready', scheduled: null })
  })

  test('what is refused changes nothing', async () => {
    const { n, reporter, other, editor, moderator, id, row } = await house()
    const before = await row()
    const past = new Date(n.now().getTime() - HOUR).toISOString()
    const tries: [typeof editor, string, string, unknown, number][] = [
      [moderator, 'GET', '/articles', undefined, 403],
      [moderator, 'GET', `/articles/${id}`, undefined, 403],
      [editor, 'GET', '/articles/nowhere', undefined, 404],
      [moderator, 'GET', '/board', undefined, 403],
      [moderator, 'GET', `/calendar?from=${past}&to=${soon(n)}`, undefined, 403],
      [moderator, 'GET', '/writers', undefined, 403],
      [moderator, 'POST', '/articles', {}, 403],
      [moderator, 'POST', '/views', { name: 'Mine', filters: {} }, 403],
      [editor, 'GET', '/articles?status=gone', undefined, 422],
      [editor, 'GET', '/articles?before=nowhere', undefined, 422],
      [editor, 'GET', '/articles?kind=poem', undefined, 422],
      [editor, 'GET', '/board?kind=poem', undefined, 422],
      [editor, 'GET', '/calendar?from=yesterday&to=today', undefined, 422],
      [editor, 'GET', `/calendar?from=${past}&to=${soon(n, 5000)}`, undefined, 422],
      [editor, 'POST', '/articles', { headline: 'x'.repeat(301) }, 422],
      [editor, 'POST', '/articles', { language: 'no language' }, 422],
      [editor, 'POST', '/articles', { categoryId: 'nowhere' }, 404],
      [other, 'PUT', `/articles/${id}/status`, { from: 'draft', to: 'submitted' }, 403],
      [moderator, 'PUT', `/articles/${id}/status`, { from: 'draft', to: 'submitted' }, 403],
      [editor, 'PUT', '/articles/nowhere/status', { from: 'draft', to: 'submitted' }, 404],
      [editor, 'PUT', `/articles/${id}/status`, { from: 'draft', to: 'published' }, 422],
      [editor, 'PUT', `/articles/${id}/status`, { from: 'ready', to: 'in_edit' }, 409],
      [reporter, 'PUT', `/articles/${id}/assignment`, { from: reporter.id, to: null }, 403],
      [editor, 'PUT', '/articles/nowhere/assignment', { from: null, to: null }, 404],
      [editor, 'PUT', `/articles/${id}/assignment`, { from: reporter.id, to: 'nobody' }, 404],
      [editor, 'PUT', `/articles/${id}/assignment`, { from: reporter.id, to: moderator.id }, 422],
      [editor, 'PUT', `/articles/${id}/assignment`, { from: reporter.id }, 422],
      [editor, 'PUT', `/articles/${id}/assignment`, { from: null, to: editor.id }, 409],
      [reporter, 'PUT', `/articles/${id}/due`, { from: null, to: soon(n) }, 403],
      [editor, 'PUT', '/articles/nowhere/due', { from: null, to: soon(n) }, 404],
      [editor, 'PUT', `/articles/${id}/due`, { from: null, to: 'tomorrow' }, 422],
      [editor, 'PUT', `/articles/${id}/due`, { from: soon(n), to: null }, 409],
      [reporter, 'PUT', `/articles/${id}/schedule`, { from: null, to: soon(n) }, 403],
      [editor, 'PUT', '/articles/nowhere/schedule', { from: null, to: soon(n) }, 404],
      [editor, 'PUT', `/articles/${id}/schedule`, { from: null, to: past }, 422],
      [editor, 'PUT', `/articles/${id}/schedule`, { from: null, to: soon(n, 60_000) }, 422],
      [editor, 'PUT', `/articles/${id}/schedule`, { from: null, to: '2026-13-40' }, 422],
      [editor, 'PUT', `/articles/${id}/schedule`, { from: soon(n), to: soon(n) }, 409],
      [editor, 'POST', '/views', { name: ' ', filters: {} }, 422],
      [editor, 'POST', '/views', { name: 'Mine', filters: { search: 'x'.repeat(999) } }, 422],
      [editor, 'DELETE', '/views/nowhere', undefined, 404],
    ]
    for (const [who, method, path, body, status] of tries) {
      const answer = await who.ask(method, path, body)
      expect([method, path, body, answer.status]).toEqual([method, path, body, status])
      expect(answer.said.message).not.toBe('')
    }
    expect(await row()).toEqual(before)
    expect(await n.db.selectFrom('saved_views').selectAll().execute()).toEqual([])
    expect(await n.db.selectFrom('articles').select('id').execute()).toHaveLength(1)
  })

  test('what an editor puts into a reporter’s hands, the reporter writes on and hands in', async () => {
    const { other, editor, reporter, id, row } = await house()
    const mayEdit = async () => (await other.ask('GET', `/articles/${id}/manuscript`)).said.mayEdit
    expect(await mayEdit()).toBe(false)
    const hands = { from: reporter.id, to: other.id }
    expect((await editor.ask('PUT', `/articles/${id}/assignment`, hands)).status).toBe(204)
    expect(await mayEdit()).toBe(true)
    const step = { from: 'draft', to: 'submitted' }
    expect((await other.ask('PUT', `/articles/${id}/status`, step)).status).toBe(204)
    expect(await row()).toMatchObject({ assigned_to: other.id, status: 'submitted' })
  })

  test('the list is narrowed by status, kind, category, language, colleague and headline, page by page', async () => {
    const { n, editor, reporter, id } = await house()
    const category = await n.write((tx) => addCategory(tx, { name: 'Politics' }, n.now()))
    await n.write(async (tx) => {
      for (let at = 0; at < 120; at++) {
        const made = await draft(
          tx,
          {
            headline: at % 3 ? `Budget ${at}` : `100% des voix ${at}_`,
            language: at % 3 ? 'en' : 'fr',
            kind: at % 2 ? 'analysis' : 'news',
            categoryId: category.id,
          },
          // Several at the very same moment.
          new Date(n.now().getTime() + Math.floor(at / 7)),
        )
        if (at % 4 === 0) await publish(tx, made, n.now())
      }
    })
    const all = async (query: string) => {
      const found: { id: string; headline: string; edited: string }[] = []
      for (let before = ''; ; ) {
        const { said } = await editor.ask('GET', `/articles?${query}${before}`)
        found.push(...said.articles)
        if (!said.next) return found
        expect(said.articles).toHaveLength(50)
        before = `&before=${encodeURIComponent(said.next)}`
      }
    }
    const everything = await all('')
    expect(new Set(everything.map((one) => one.id)).size).toBe(121)
    const edited = everything.map((one) => one.edited)
    expect(edited).toEqual([...edited].sort().reverse())
    expect(await all('status=published')).toHaveLength(30)
    expect(await all('status=published,draft&language=fr')).toHaveLength(40)
    expect(await all(`kind=analysis&category=${category.id}`)).toHaveLength(60)
    expect((await all(`whose=${reporter.id}`)).map((one) => one.id)).toEqual([id])
    expect(await all('search=BUDGET')).toHaveLength(80)
    expect(await all(`search=${encodeURIComponent('100%')}`)).toHaveLength(40)
    expect(await all(`search=${encodeURIComponent('7_')}`)).toHaveLength(4)
    expect(await all('search=%27%3B+drop+table+articles%3B--')).toEqual([])
  })

  test('the board counts each column, and the calendar shows what is due and what goes out', async () => {
    const { n, editor, id } = await house()
    const due = soon(n, 24)
    await editor.ask('PUT', `/articles/${id}/due`, { from: null, to: due })
    const times = await n.write(async (tx) => {
      for (let at = 0; at < 60; at++) await draft(tx, { headline: `Draft ${at}` }, n.now())
      const made: string[] = []
      for (const hours of [30, 5]) {
        const one = await draft(tx, { headline: `In ${hours} hours` }, n.now())
        await schedule(tx, one, new Date(soon(n, hours)), n.now())
        made.push(one)
      }
      return made
    })
    const columns = (await editor.ask('GET', '/board')).said as {
      status: string
      count: number
      articles: { id: string; due: string }[]
    }[]
    expect(columns.map(({ status, count }) => [status, count])).toEqual([
      ['draft', 61],
      ['submitted', 0],
      ['in_edit', 0],
      ['ready', 0],
      ['scheduled', 2],
      ['published', 0],
    ])
    expect(columns[4]!.articles.map((one) => one.id)).toEqual([times[1], times[0]])
    const week = await editor.ask('GET', `/calendar?from=${soon(n, 0)}&to=${soon(n, 25)}`)
    expect(week.said.map((one: { id: string }) => one.id)).toEqual([id, times[1]])
  })

  test('a colleague’s views are their own, and a name is used once', async () => {
    const { editor, reporter } = await house()
    const filters = { status: 'ready', language: 'ar' }
    const { said } = await editor.ask('POST', '/views', { name: 'To check', filters })
    await editor.ask('POST', '/views', { name: 'To check', filters: { status: 'in_edit' } })
    expect((await editor.ask('GET', '/views')).said).toEqual([
      { id: said.id, name: 'To check', filters: { status: 'in_edit' } },
    ])
    expect((await reporter.ask('GET', '/views')).said).toEqual([])
    expect((await reporter.ask('DELETE', `/views/${said.id}`)).status).toBe(404)
    expect((await editor.ask('DELETE', `/views/${said.id}`)).status).toBe(204)
    for (let at = 0; at < 51; at++)
      expect((await editor.ask('POST', '/views', { name: `View ${at}`, filters })).status).toBe(
        at < 50 ? 200 : 422,
      )
  })

  test('a new article waits for its headline, and cannot go out without one', async () => {
    const { n, editor } = await house()
    const { said } = await editor.ask('POST', '/articles', { kind: 'analysis', language: 'ar' })
    const manuscript = await manuscriptOf(n.db, said.id)
    expect(String(manuscript.getMap('fields').get('headline'))).toBe('')
    const seen = await editor.ask('GET', '/articles?language=ar')
    expect(seen.said.articles[0].headline).toBe('بلا عنوان')
    const refused = await editor.ask('PUT', `/articles/${said.id}/schedule`, {
      from: null,
      to: soon(n),
    })
    expect([refused.status, refused.said.message]).toEqual([422, 'headline: Write a headline.'])
    await type(n, said.id, 'headline', 'مرفأ')
    expect(
      (await editor.ask('PUT', `/articles/${said.id}/schedule`, { from: null, to: soon(n) }))
        .status,
    ).toBe(204)
  })

  test('what was written until the last moment goes out, and what cannot be stored keeps nothing back', async () => {
    const { n, editor, id } = await house()
    const others = await n.write(async (tx) => [
      await draft(tx, { headline: 'The second' }, n.now()),
      await draft(tx, { headline: 'The third' }, n.now()),
    ])
    const ids = [id, ...others]
    for (const [at, one] of ids.entries())
      expect(
        (await editor.ask('PUT', `/articles/${one}/schedule`, { from: null, to: soon(n, at + 1) }))
          .status,
      ).toBe(204)
    await type(n, id, 'headline', 'Harbour strike ends')
    await type(n, id, 'leadPictureId', 'no such picture')
    await type(n, others[0]!, 'headline', 'The second, corrected')
    await type(n, others[1]!, 'headline', '')
    n.later(5 * HOUR)
    expect(await publishDue(n, n.now())).toEqual(ids)
    const headlines = await n.db
      .selectFrom('articles')
      .select('headline')
      .orderBy('published')
      .execute()
    expect(headlines.map(({ headline }) => headline)).toEqual([
      'Harbour strike',
      'The second, corrected',
      'The third',
    ])
  })

  test('what is damaged holds up nothing that is due beside it, and goes out once it is mended', async () => {
    const { n } = await house()
    const ids = await n.write(async (tx) => {
      const made: string[] = []
      for (const [at, headline] of ['Damaged', 'Its manuscript is damaged', 'Sound'].entries()) {
        const one = await draft(tx, { headline }, n.now())
        await schedule(tx, one, new Date(soon(n, at + 1)), n.now())
        made.push(one)
      }
      return made
    })
    const [damaged, unread, sound] = ids as [string, string, string]
    await type(n, unread, 'headline', 'Typed since')
    await n.write(async (tx) => {
      await tx
        .updateTable('manuscripts')
        .set({ state: new Uint8Array([255, 255, 1, 2]) })
        .where('article_id', '=', unread)
        .execute()
      await tx.updateTable('articles').set({ body: '{' }).where('id', '=', damaged).execute()
    })
    n.later(5 * HOUR)
    await expect(publishDue(n, n.now())).rejects.toThrow('What was due could not go out')
    const out = await n.db
      .selectFrom('articles')
      .select(['id', 'headline'])
      .where('status', '=', 'published')
      .orderBy('published')
      .execute()
    expect(out).toEqual([
      { id: unread, headline: 'Its manuscript is damaged' },
      { id: sound, headline: 'Sound' },
    ])
    const root = await colleague(n, 'administrator')
    const { notices } = (await root.ask('GET', '/attention')).said
    expect(notices[0]).toEqual({ kind: 'overdue', waiting: 1 })
    await n.write((tx) =>
      tx
        .updateTable('articles')
        .set({ body: JSON.stringify(emptyDocument) })
        .where('id', '=', damaged)
        .execute(),
    )
    expect(await publishDue(n, n.now())).toEqual([damaged])
  })

  test('two nodes at once publish each article once', async () => {
    const { n, happened } = await house()
    const ids = await n.write(async (tx) => {
      const made: string[] = []
      for (let at = 0; at < 12; at++) {
        const one = await draft(tx, { headline: `Item ${at}` }, n.now())
        await schedule(tx, one, new Date(soon(n, 1 + (at % 3))), n.now())
        made.push(one)
      }
      return made
    })
    n.later(5 * HOUR)
    const outs = await Promise.all([publishDue(n, n.now()), publishDue(n, n.now())])
    expect(outs.flat().sort()).toEqual([...ids].sort())
    const order = (await happened('article.published')).map(({ articleId }) => articleId)
    expect(new Set(order).size).toBe(12)
  })

  test('opinion and guests without their label go nowhere, and the refusal says what to do', async () => {
    const { n, editor, id, row, happened } = await house()
    const section = await n.write((tx) => addCategory(tx, { name: 'Opinion' }, n.now()))
    const under = await n.write((tx) =>
      addCategory(tx, { name: 'Letters', parentId: section.id }, n.now()),
    )
    await type(n, id, 'categoryId', under.id)
    const out = () => editor.ask('POST', `/articles/${id}/publication`, { version: 1 })
    const later = (from: string | null) =>
      editor.ask('PUT', `/articles/${id}/schedule`, { from, to: soon(n) })
    for (const ask of [out, () => later(null)]) {
      const refused = await ask()
      expect([refused.status, refused.said.code, refused.said.message]).toEqual([
        422,
        'articles/kind',
        'kind: It stands in Opinion and is not labelled as opinion. Choose the kind Opinion, or another category.',
      ])
    }
    await type(n, id, 'kind', 'opinion')
    expect((await later(null)).status).toBe(204)
    // Somebody takes the newsroom's text away before it goes out.
    const newsroom = await newsroomNow(n.db)
    await n.write((tx) =>
      changeNewsroom(tx, { disclaimers: { ...newsroom.disclaimers, opinion: {} } }, n.now()),
    )
    n.later(HOUR)
    expect(await publishDue(n, n.now())).toEqual([])
    expect(await row()).toMatchObject({ status: 'ready', scheduled: null, published: null })
    expect(await happened('article.stopped')).toMatchObject([{ articleId: id }])
    const root = await colleague(n)
    const deeds: { type: string }[] = (await root.ask('GET', '/audit?room=article')).said
    expect(deeds.filter(({ type }) => type === 'article.stopped')).toMatchObject([
      { article: { id }, about: [expect.stringMatching(/opinion/i)] },
    ])
    expect((await out()).said.code).toBe('articles/disclaimers.opinion')

    await n.write((tx) =>
      changeNewsroom(
        tx,
        { disclaimers: { opinion: { und: 'Opinion.' }, guest: { und: ' ' } } },
        n.now(),
      ),
    )
    const guest = await n.write((tx) =>
      addContributor(tx, { name: 'Gu Est', kind: 'guest' }, n.now()),
    )
    await type(n, id, 'bylines', [{ contributorId: guest.id, role: 'author' }])
    expect((await out()).said.code).toBe('articles/disclaimers.guest')
    expect(await row()).toMatchObject({ status: 'ready' })
    await n.write((tx) =>
      changeNewsroom(
        tx,
        { disclaimers: { opinion: { und: 'Opinion.' }, guest: { und: 'A guest.' } } },
        n.now(),
      ),
    )
    expect((await out()).status).toBe(200)
  })

  test('a withheld article is not scheduled: readers know of it', async () => {
    const { n, editor, id } = await house()
    await n.write(async (tx) => {
      await publish(tx, id, n.now())
      await withhold(tx, id, 'Forged.', n.now())
    })
    const answer = await editor.ask('PUT', `/articles/${id}/schedule`, { from: null, to: soon(n) })
    expect(answer.status).toBe(409)
  })
})

test('nobody moves what readers have had, and everybody moves only what their role may', () => {
  const role = (id: string) => builtInRoles.find((one) => one.id === id)!
  const steps = (who: string, status: (typeof articleStatuses)[number], createdBy = 'me') =>
    stepsFor({ id: 'me', role: role(who) }, { status, createdBy }).join(' ')
  expect(articleStatuses.map((status) => steps('reporter', status))).toEqual([
    'submitted',
    'draft',
    '',
    '',
    '',
    '',
    '',
  ])
  expect(articleStatuses.map((status) => steps('reporter', status, 'you')).join('')).toBe('')
  expect(articleStatuses.map((status) => steps('moderator', status)).join('')).toBe('')
  expect(articleStatuses.map((status) => steps('editor', status))).toEqual([
    'submitted in_edit ready',
    'draft in_edit ready',
    'draft submitted ready',
    'draft in_edit',
    'draft in_edit ready',
    '',
    '',
  ])
})
