import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createRelativePositionFromTypeIndex, Doc } from 'yjs'
import { deskApi } from '../src/api.ts'
import { placeIn } from '../src/articles/anchor.ts'
import { publish } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { addCategory } from '../src/categories/categories.ts'
import { addContributor } from '../src/contributors/contributors.ts'
import { keepOriginal } from '../src/media/originals.ts'
import { addPicture } from '../src/media/pictures.ts'
import { type Permission, permissionNames, permissions } from '../src/staff/permission.ts'
import { colleague } from './colleague.ts'
import { onEveryDatabase, type TestNewsroom } from './newsroom.ts'

/**
 * What the desk's screens would never ask: of the wrong role, of things that are not there, of a state that has passed,
 * with a body that is broken, of another shape, or huge. Every door refuses each, and nothing changes by it.
 */

/** What there is in the newsroom that is asked. */
type There = {
  draft: string
  /** In the margin of the draft. */
  note: string
  out: string
  category: string
  contributor: string
  picture: string
  colleague: string
  newsroom: Record<string, unknown>
}

const nothing: There = {
  draft: 'nobody',
  note: 'a9f0ad1c-1f5c-4b7e-9c39-1f6a2f0f4f11',
  out: 'nobody',
  category: 'nobody',
  contributor: 'nobody',
  picture: 'nobody',
  colleague: 'nobody',
  newsroom: {},
}

type Door = {
  /** A role that may not pass; null where everybody may who is signed in. */
  closed: string | null
  /** Where it leads, of what there is. */
  at?: (there: There) => string
  /** What its screen would send. */
  json?: (there: There) => Record<string, unknown>
  /** The same of a state that has passed: refused as a conflict. */
  stale?: (there: There) => Record<string, unknown>
  /** Where its own tests show the rest, since it takes more than one request. */
  shown?: string
}

const words = { alt: '', caption: '', credit: '', source: '', licence: '' }
const known = {
  ...{ name: 'Ben', kind: 'guest', path: '/contributors/ben', biography: '' },
  ...{ pictureId: null, links: [], disclaimer: '' },
}
const never = '2001-01-01T00:00:00.000Z'
/** An id that a browser makes up, and a place in a text. */
const NEW = '3e0b39a5-4a4c-4a58-8f4b-cd4a0b3a3f21'
const START = placeIn(createRelativePositionFromTypeIndex(new Doc().getText('body'), 0))
const places = Array(6).fill(null)
/** A role of the newsroom's own as somebody saw it before it was taken away. */
const seen = { name: 'Own', permissions: ['articles.edit'] }

const doors: Record<string, Door> = {
  'GET /me': { closed: null },
  'PUT /me/language': { closed: null, json: () => ({ language: 'ar' }) },
  'GET /me/sessions': { closed: null },
  'DELETE /me/sessions': { closed: null },
  'DELETE /me/sessions/{id}': { closed: null },
  'GET /me/passkeys': { closed: null },
  'POST /me/passkeys': {
    closed: null,
    json: () => ({ name: 'Key', credential: { id: 'x' } }),
    shown: 'src/staff/staff.test.ts',
  },
  'POST /me/passkeys/challenge': { closed: null },
  'DELETE /me/passkeys/{id}': { closed: null },
  'POST /me/factor': { closed: null },
  'PUT /me/password': {
    closed: null,
    json: () => ({ password: 'long enough to be one', factor: 'A', code: '000000' }),
    shown: 'src/staff/staff.test.ts',
  },
  'DELETE /me/password': { closed: null },
  'GET /colleagues': { closed: null },
  'POST /colleagues': {
    closed: 'editor',
    json: () => ({ email: 'new@paper.example', name: 'New', roleId: 'reporter' }),
  },
  'PUT /colleagues/{id}/role': {
    closed: 'editor',
    at: ({ colleague }) => `/colleagues/${colleague}/role`,
    json: () => ({ roleId: 'reporter', from: 'reporter' }),
    stale: () => ({ roleId: 'moderator', from: 'editor' }),
  },
  'DELETE /colleagues/{id}': {
    closed: 'editor',
    at: ({ colleague }) => `/colleagues/${colleague}`,
  },
  'GET /roles': { closed: null },
  'PUT /roles/{id}': {
    closed: 'editor',
    at: () => '/roles/own',
    json: () => ({ name: 'Own', permissions: ['articles.write'], seen: null }),
    stale: () => ({ name: 'Own', permissions: ['articles.write'], seen }),
  },
  'DELETE /roles/{id}': { closed: 'editor', at: () => '/roles/own' },
  'GET /fronts': { closed: 'reporter' },
  'GET /fronts/{language}': { closed: 'reporter', at: () => '/fronts/en' },
  'PUT /fronts/{language}': {
    closed: 'reporter',
    at: () => '/fronts/en',
    json: () => ({ places, seen: places }),
    stale: ({ out }) => ({ places, seen: [out, ...places.slice(1)] }),
  },
  'GET /articles/{id}/manuscript': {
    closed: 'moderator',
    at: ({ draft }) => `/articles/${draft}/manuscript`,
  },
  'POST /articles/{id}/publication': {
    closed: 'reporter',
    at: ({ out }) => `/articles/${out}/publication`,
    json: () => ({ version: 2, kind: 'update', note: '' }),
    stale: () => ({ version: 1, kind: 'update', note: '' }),
  },
  'GET /articles/{id}/address': {
    closed: 'moderator',
    at: ({ draft }) => `/articles/${draft}/address?path=/`,
  },
  'GET /articles/{id}/translations': {
    closed: 'moderator',
    at: ({ draft }) => `/articles/${draft}/translations`,
  },
  'POST /articles/{id}/translations': {
    closed: 'moderator',
    at: ({ draft }) => `/articles/${draft}/translations`,
    json: ({ out }) => ({ articleId: out }),
  },
  'DELETE /articles/{id}/translations': {
    closed: 'moderator',
    at: ({ draft }) => `/articles/${draft}/translations`,
  },
  'GET /articles/{id}/revisions': {
    closed: 'moderator',
    at: ({ draft }) => `/articles/${draft}/revisions`,
  },
  'GET /articles/{id}/revisions/{revision}': {
    closed: 'moderator',
    at: ({ draft }) => `/articles/${draft}/revisions/none`,
  },
  'GET /articles/{id}/revisions/{revision}/changes': {
    closed: 'moderator',
    at: ({ draft }) => `/articles/${draft}/revisions/none/changes?since=none`,
  },
  'POST /articles/{id}/revisions/{revision}/restoration': {
    closed: 'moderator',
    at: ({ draft }) => `/articles/${draft}/revisions/none/restoration`,
  },
  'GET /articles/{id}/notes': {
    closed: 'moderator',
    at: ({ draft }) => `/articles/${draft}/notes`,
  },
  'PUT /articles/{id}/notes/{note}': {
    closed: 'reporter',
    at: ({ draft }) => `/articles/${draft}/notes/${NEW}`,
    json: () => ({ anchor: null, quote: '', text: 'Who says so?', mentions: [] }),
  },
  'PUT /articles/{id}/notes/{note}/answers/{answer}': {
    closed: 'reporter',
    at: ({ draft, note }) => `/articles/${draft}/notes/${note}/answers/${NEW}`,
    json: () => ({ text: 'The commission.', mentions: [] }),
  },
  'PUT /articles/{id}/notes/{note}/resolution': {
    closed: 'reporter',
    at: ({ draft, note }) => `/articles/${draft}/notes/${note}/resolution`,
    json: () => ({ to: true, seen: 1 }),
    stale: () => ({ to: true, seen: 2 }),
  },
  'PUT /articles/{id}/notes/{note}/anchor': {
    closed: 'reporter',
    at: ({ draft, note }) => `/articles/${draft}/notes/${note}/anchor`,
    json: () => ({ anchor: { from: START, to: START } }),
  },
  'GET /categories': { closed: null },
  'GET /contributors': { closed: null },
  'GET /tags': { closed: null },
  'POST /tags': { closed: 'moderator', json: () => ({ name: 'Recount' }) },
  'GET /articles': { closed: 'moderator' },
  'POST /articles': {
    closed: 'moderator',
    json: () => ({ headline: 'New', kind: 'news', language: 'en', categoryId: null }),
  },
  'GET /articles/{id}': { closed: 'moderator', at: ({ draft }) => `/articles/${draft}` },
  'GET /board': { closed: 'moderator' },
  'GET /calendar': { closed: 'moderator', at: () => `/calendar?from=${never}&to=${never}` },
  'GET /writers': { closed: 'moderator' },
  'PUT /articles/{id}/status': {
    closed: 'reporter',
    at: ({ draft }) => `/articles/${draft}/status`,
    json: () => ({ from: 'draft', to: 'in_edit' }),
    stale: () => ({ from: 'submitted', to: 'in_edit' }),
  },
  'PUT /articles/{id}/assignment': {
    closed: 'reporter',
    at: ({ draft }) => `/articles/${draft}/assignment`,
    json: ({ colleague }) => ({ from: null, to: colleague }),
    stale: ({ colleague }) => ({ from: colleague, to: colleague }),
  },
  'PUT /articles/{id}/due': {
    closed: 'reporter',
    at: ({ draft }) => `/articles/${draft}/due`,
    json: () => ({ from: null, to: never }),
    stale: () => ({ from: never, to: never }),
  },
  'PUT /articles/{id}/schedule': {
    closed: 'reporter',
    at: ({ draft }) => `/articles/${draft}/schedule`,
    json: () => ({ from: null, to: '2031-01-01T00:00:00.000Z' }),
    stale: () => ({ from: never, to: '2031-01-01T00:00:00.000Z' }),
  },
  'GET /views': { closed: null },
  'POST /views': {
    closed: null,
    json: () => ({ name: 'Mine', filters: {} }),
    shown: 'src/articles/desk.test.ts',
  },
  'DELETE /views/{id}': { closed: null },
  'GET /newsroom': { closed: 'editor' },
  'PUT /newsroom': {
    closed: 'editor',
    json: ({ newsroom }) => newsroom,
    stale: ({ newsroom }) => ({ ...newsroom, version: 'another' }),
  },
  'GET /newsroom/pictures': { closed: 'editor' },
  'POST /newsroom/pictures': { closed: 'editor', shown: 'src/administration/settings.test.ts' },
  'GET /attention': { closed: 'editor' },
  'POST /attention/{id}/another-try': { closed: 'editor' },
  'DELETE /attention/{id}': { closed: 'editor' },
  'GET /audit': { closed: 'editor' },
  'GET /pages': { closed: 'editor' },
  'POST /pages': { closed: 'editor', json: () => ({ headline: 'About' }) },
  'GET /redirects': { closed: 'editor' },
  'POST /redirects': { closed: 'editor', json: () => ({ from: '/old', to: '/out' }) },
  'DELETE /redirects': {
    closed: 'editor',
    at: () => '/redirects?path=/old',
    shown: 'src/administration/paper.test.ts',
  },
  'GET /settings/categories': { closed: 'editor' },
  'POST /settings/categories': { closed: 'editor', json: () => ({ name: 'Asia', parentId: null }) },
  'PUT /settings/categories/{id}': {
    closed: 'editor',
    at: ({ category }) => `/settings/categories/${category}`,
    json: () => ({
      version: 'none',
      category: { name: 'E', names: {}, description: '', path: '/e', parentId: null },
    }),
    stale: () => ({
      version: 'none',
      category: { name: 'E', names: {}, description: '', path: '/e', parentId: null },
    }),
  },
  'PUT /settings/category-order': {
    closed: 'editor',
    json: ({ category }) => ({ ids: [category] }),
  },
  'POST /contributors': { closed: 'moderator', json: () => ({ name: 'Ben Orlan' }) },
  'GET /settings/contributors': { closed: 'reporter' },
  'PUT /settings/contributors/{id}': {
    closed: 'reporter',
    at: ({ contributor }) => `/settings/contributors/${contributor}`,
    json: () => ({ version: 'none', contributor: known }),
    stale: () => ({ version: 'none', contributor: known }),
  },
  'POST /settings/contributors/{id}/merger': {
    closed: 'reporter',
    at: ({ contributor }) => `/settings/contributors/${contributor}/merger`,
    json: () => ({ version: 'none', into: NEW }),
    stale: () => ({ version: 'none', into: NEW }),
  },
  'POST /settings/contributors/{id}/removal': {
    closed: 'reporter',
    at: ({ contributor }) => `/settings/contributors/${contributor}/removal`,
    json: () => ({ version: 'none' }),
    stale: () => ({ version: 'none' }),
  },
  'GET /import': { closed: 'editor' },
  'POST /import': { closed: 'editor', json: () => ({ name: 'site.xml', size: 10 }) },
  'PUT /import/{id}/file': {
    closed: 'editor',
    at: () => '/import/nobody/file?offset=0',
    shown: 'src/transfer/arrivals.test.ts',
  },
  'POST /import/{id}/start': { closed: 'editor', json: () => ({ fetchPictures: false, site: '' }) },
  'DELETE /import/{id}': { closed: 'editor' },
  'GET /pictures': { closed: 'moderator' },
  'POST /pictures': { closed: 'moderator', shown: 'src/media/library.test.ts' },
  'PUT /pictures': {
    closed: 'reporter',
    json: ({ picture }) => ({ ids: [picture], words: { credit: 'Ada' } }),
  },
  'GET /pictures/{id}': { closed: 'moderator', at: ({ picture }) => `/pictures/${picture}` },
  'PUT /pictures/{id}': {
    closed: 'reporter',
    at: ({ picture }) => `/pictures/${picture}`,
    json: () => ({ ...words, version: 1 }),
    stale: () => ({ ...words, version: 99 }),
  },
  'DELETE /pictures/{id}': {
    closed: 'reporter',
    at: ({ picture }) => `/pictures/${picture}?version=1`,
  },
  'GET /pictures/{id}/image': {
    closed: 'moderator',
    at: ({ picture }) => `/pictures/${picture}/image`,
  },
  'GET /pictures/{id}/uses': {
    closed: 'moderator',
    at: ({ picture }) => `/pictures/${picture}/uses`,
  },
  'POST /articles/{id}/withholding': {
    closed: 'reporter',
    at: ({ out }) => `/articles/${out}/withholding`,
    json: () => ({ version: 2, reason: 'A source withdrew.' }),
    stale: () => ({ version: 1, reason: 'A source withdrew.' }),
  },
  'POST /articles/{id}/return': {
    closed: 'reporter',
    at: ({ out }) => `/articles/${out}/return`,
    json: () => ({ version: 2 }),
    stale: () => ({ version: 1 }),
  },
  'GET /commissions': { closed: 'reporter' },
  'GET /commissions/guests': { closed: 'reporter' },
  'POST /commissions': {
    closed: 'reporter',
    json: () => ({
      title: 'On the dam',
      brief: '',
      name: 'Ben',
      email: 'ben@guest.example',
      language: 'en',
      kind: 'opinion',
      categoryId: null,
      due: null,
    }),
  },
  'POST /commissions/{id}/renewal': { closed: 'reporter' },
  'POST /commissions/{id}/revocation': { closed: 'reporter' },
}

const described = () => {
  const { paths = {} } = deskApi.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: '', version: '' },
  })
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  )
}

test('every door of the desk is tried, and none that is no more', () => {
  expect(described().sort()).toEqual(Object.keys(doors).sort())
  // Nor is there one that OpenAPI does not know.
  const routes = deskApi.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '/openapi.json')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect([...new Set(routes)].sort()).toEqual(described().sort())
})

onEveryDatabase('the desk refuses', (open) => {
  async function furnished() {
    const n = await open()
    const dot = { width: 8, height: 8, channels: 3 as const, background: '#123456' }
    const original = await keepOriginal(n.files, await sharp({ create: dot }).png().toBuffer())
    const there = await n.write(async (tx): Promise<There> => {
      const out = await draft(tx, { headline: 'Out', language: 'fr' }, n.now())
      await publish(tx, out, n.now())
      return {
        out,
        draft: await draft(tx, { headline: 'Draft' }, n.now()),
        category: (await addCategory(tx, { name: 'Europe' }, n.now())).id,
        contributor: (await addContributor(tx, { name: 'Ben' }, n.now())).id,
        picture: (await addPicture(tx, original, {}, n.now())).id,
        note: '',
        colleague: '',
        newsroom: {},
      }
    })
    const guest = await colleague(n, 'reporter', 'Somebody')
    const root = await colleague(n, 'administrator', 'Root')
    const note = '8f4b39a5-4a4c-4a58-8f4b-cd4a0b3a3f21'
    const words = { anchor: null, quote: '', text: 'Who says so?', mentions: [] }
    await root.ask('PUT', `/articles/${there.draft}/notes/${note}`, words)
    const { said } = await root.ask('GET', '/newsroom')
    return { n, there: { ...there, note, colleague: guest.id, newsroom: said } }
  }

  /** Everything that is stored but when somebody was last seen, and how often they asked. */
  async function everything({ db }: TestNewsroom) {
    const tables = await db.introspection.getTables()
    const passing = new Set(['sessions', 'limits', 'challenges', 'changes'])
    const stored: Record<string, string[]> = {}
    for (const { name } of tables)
      if (!passing.has(name) && !name.startsWith('search_index') && !name.startsWith('kysely'))
        stored[name] = (
          await db
            .selectFrom(name as 'articles')
            .selectAll()
            .execute()
        )
          .map((row) => JSON.stringify(row))
          .sort()
    return stored
  }

  const split = (door: string) => door.split(' ') as [string, string]
  const nowhere = (path: string) => path.replace(/\{language\}/, 'en').replace(/\{\w+\}/g, 'nobody')

  test('who may not pass, at every door', async () => {
    const { n, there } = await furnished()
    const asked = new Map<string, Awaited<ReturnType<typeof colleague>>>()
    for (const { closed } of Object.values(doors))
      if (closed && !asked.has(closed)) asked.set(closed, await colleague(n, closed, closed))
    const before = await everything(n)
    for (const [door, { closed, at, json }] of Object.entries(doors)) {
      if (!closed) continue
      const [method, path] = split(door)
      const { status, said } = await asked
        .get(closed)!
        .ask(method, at?.(there) ?? nowhere(path), json?.(there))
      expect([door, status]).toEqual([door, 403])
      expect(said).toMatchObject({ code: expect.any(String), message: expect.stringMatching(/\w/) })
      expect([door, permissionNames.includes(said.lacks)]).toEqual([door, true])
      expect(said.message).toContain(permissions[said.lacks as Permission])
    }
    expect(await everything(n)).toEqual(before)
  })

  test('what is not there, what has passed, and what is broken, huge or of another shape', async () => {
    const { n, there } = await furnished()
    const { ask } = await colleague(n)
    const before = await everything(n)
    for (const [door, { at, json, stale, shown }] of Object.entries(doors)) {
      const [method, path] = split(door)
      const here = at?.(there) ?? nowhere(path)
      if (/\{(?!language)/.test(path) && !shown && door !== 'PUT /roles/{id}') {
        const { status } = await ask(method, at?.(nothing) ?? nowhere(path), json?.(there))
        expect([door, 'not there', status]).toEqual([door, 'not there', 404])
      }
      if (stale) {
        const { status, said } = await ask(method, here, stale(there))
        expect([door, 'stale', status]).toEqual([door, 'stale', 409])
        expect(said.message).toMatch(/\w/)
      }
      if (!json) continue
      const good = json(there)
      for (const [key, value] of Object.entries(good)) {
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
        const wrong = isObject ? 'text' : { wrong: [true] }
        const { status, said } = await ask(method, here, { ...good, [key]: wrong })
        expect([door, key, status]).toEqual([door, key, 422])
        // The refusal names the field, unless another is refused before.
        if (!shown) expect([door, said.message]).toEqual([door, expect.stringContaining(key)])
      }
      for (const odd of ['text', [], null, 7]) {
        const { status } = await ask(method, here, odd)
        expect([door, odd, status]).toEqual([door, odd, 422])
      }
      const broken = await n.app.request(`https://paper.example/desk/api${here}`, {
        method,
        body: '{"broken": ',
        headers: { ...(await head(n)), 'content-type': 'application/json' },
      })
      expect([door, 'broken', broken.status]).toEqual([door, 'broken', 422])
      const huge = await ask(method, here, { ...good, more: 'x'.repeat(3_000_000) })
      expect([door, 'huge', huge.status]).toEqual([door, 'huge', 413])
    }
    expect(await everything(n)).toEqual(before)
  }, 60_000)

  test('whoever is not signed in, and another site’s page, at every door', async () => {
    const { n, there } = await furnished()
    const { accept, cookie } = await head(n)
    const before = await everything(n)
    for (const [door, { at, json }] of Object.entries(doors)) {
      const [method, path] = split(door)
      const ask = async (headers: Record<string, string>) => {
        const answer = await n.app.request(
          `https://paper.example/desk/api${at?.(there) ?? nowhere(path)}`,
          {
            method,
            headers: { accept: accept!, host: 'paper.example', ...headers },
            ...(json && { body: JSON.stringify(json(there)) }),
          },
        )
        return [answer.status, ((await answer.json()) as { code: string }).code]
      }
      const own = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
      for (const wrong of [
        '',
        '__Host-desk=',
        '__Host-desk=nobody',
        cookie!.replace('__Host-', ''),
      ])
        expect([door, wrong, await ask({ ...own, cookie: wrong })]).toEqual([
          door,
          wrong,
          [401, 'staff/signed-out'],
        ])
      if (method === 'GET') continue
      for (const from of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { origin: 'https://evil.example' },
        { origin: 'null' },
        {},
      ])
        expect([door, from, await ask({ ...from, cookie: cookie! })]).toEqual([
          door,
          from,
          [403, 'staff/foreign'],
        ])
    }
    expect(await everything(n)).toEqual(before)
  }, 60_000)

  test('a character that cannot be stored, in an address, a question or a text', async () => {
    const { n, there } = await furnished()
    const { ask } = await colleague(n)
    const before = await everything(n)
    for (const [door, { at, json }] of Object.entries(doors)) {
      const [method, path] = split(door)
      const here = at?.(there) ?? nowhere(path)
      const asked = [`${here}${here.includes('?') ? '&' : '?'}search=a%00b`]
      if (/\{/.test(path)) asked.push(path.replace(/\{\w+\}/g, 'a%00b'))
      for (const address of asked)
        expect([door, address, (await ask(method, address, json?.(there))).status]).toEqual([
          door,
          address,
          422,
        ])
      if (!json) continue
      const good = json(there)
      for (const [key, value] of Object.entries(good))
        if (typeof value === 'string' || Array.isArray(value)) {
          const broken = typeof value === 'string' ? `${value}\0` : [...value, 'a\0b']
          const { status } = await ask(method, here, { ...good, [key]: broken })
          expect([door, key, status]).toEqual([door, key, 422])
        }
    }
    expect(await everything(n)).toEqual(before)
  }, 60_000)

  test('whatever changes through a door is somebody’s, and the log says whose', async () => {
    const { n, there } = await furnished()
    const { id, ask } = await colleague(n, 'administrator', 'Ada')
    const [said, unsaid]: [string[], string[]] = [[], []]
    const changing = Object.entries(doors).filter(([door]) => !door.startsWith('GET'))
    // Who is let go can be given nothing any more.
    changing.sort(([one], [other]) => +one.startsWith('DELETE') - +other.startsWith('DELETE'))
    let before = await everything(n)
    for (const [door, { at, json }] of changing) {
      const [method, path] = split(door)
      n.later(1000)
      await ask(method, at?.(there) ?? nowhere(path), json?.(there))
      const after = await everything(n)
      const known = new Set(before.events)
      const isSame = JSON.stringify(after) === JSON.stringify(before)
      before = after
      if (isSame) continue
      const deeds = after.events!.filter((event) => !known.has(event))
      const isTold = deeds.some((event) => (JSON.parse(event) as { actor: string }).actor === id)
      ;(isTold ? said : unsaid).push(door)
    }
    expect(unsaid).toEqual([
      // One's own desk.
      'PUT /me/language',
      // Nothing in it that readers do not have.
      'POST /articles/{id}/publication',
      // Follows from what somebody writes, and changes no word.
      'PUT /articles/{id}/notes/{note}/anchor',
      'POST /views',
    ])
    expect(said.length).toBeGreaterThan(24)
  }, 60_000)

  /** The head of an administrator's request. */
  const heads = new WeakMap<TestNewsroom, Record<string, string>>()
  async function head(n: TestNewsroom) {
    const known = heads.get(n)
    if (known) return known
    const { openSession } = await import('../src/staff/sessions.ts')
    const { id } = await n.db
      .selectFrom('colleagues')
      .select('id')
      .where('role', '=', 'administrator')
      .executeTakeFirstOrThrow()
    const secret = await n.write((tx) => openSession(tx, id, 'test', n.now()))
    const made = {
      'sec-fetch-site': 'same-origin',
      accept: 'application/json',
      cookie: `__Host-desk=${secret}`,
    }
    heads.set(n, made)
    return made
  }
})
