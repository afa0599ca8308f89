import { expect, test } from 'vitest'
import { colleague as signedIn } from '../../test/colleague.ts'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { trail } from '../administration/audit.ts'
import type { Letter } from '../platform/mail.ts'
import { dispatch } from '../platform/outbox.ts'
import { allColleagues, changeRole, colleagueById, invite, letGo } from './colleagues.ts'
import { codeAt, newFactor } from './factor.ts'
import { sendInvitation, sendSignIn } from './jobs.ts'
import { addPasskey, keepChallenge, passkeysOf, removePasskey, takeChallenge } from './passkeys.ts'
import { passwordHash, removePassword, setPassword } from './passwords.ts'
import { builtInRoles, mayEdit, mayPublish } from './permission.ts'
import { roleById } from './roles.ts'
import { endSession, openSession, sessionOf, sessionsOf } from './sessions.ts'
import { ASKED, linkAtTheServer, pruneAttempts } from './sign-in.ts'

const site = 'https://paper.example'
const MINUTE = 60_000

/** A browser: keeps cookies, fills in forms. */
function browser(n: TestNewsroom, network = '203.0.113.7') {
  const cookies = new Map<string, string>()
  const ask = async (path: string, options: RequestInit = {}) => {
    const answer = await n.app.request(`${site}${path}`, {
      ...options,
      headers: {
        host: 'paper.example',
        'sec-fetch-site': 'same-origin',
        'x-client-network': network,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(options.headers as Record<string, string>),
      },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string]
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const fill = (path: string, fields: Record<string, string>, headers = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  const isIn = async () => (await ask('/desk/sign-in')).status === 303
  return { ask, fill, isIn, cookies }
}

/** The letters that the newsroom sends because of what happened since last time. */
function postOffice(n: TestNewsroom) {
  const seen = new Set<string>()
  return async (): Promise<Letter[]> => {
    const letters: Letter[] = []
    const post = {
      ...n,
      siteUrl: site,
      mail: { send: async (letter: Letter) => void letters.push(letter), close: () => {} },
    }
    for (const { id, type, payload } of await n.db.selectFrom('events').selectAll().execute()) {
      if (seen.has(id)) continue
      seen.add(id)
      if (type === 'staff.sign-in-asked') await sendSignIn(post, JSON.parse(payload))
      if (type === 'staff.invited') await sendInvitation(post, JSON.parse(payload))
    }
    return letters
  }
}

const codeIn = (letter: Letter) => /^\s+(\d{6})$/m.exec(letter.text)![1]!
const keyIn = (letter: Letter) => /key=(\S+)/.exec(letter.text)![1]!

onEveryDatabase('the way into the desk', (open) => {
  const ada = { email: 'ada@paper.example', name: 'Ada Haddad', roleId: 'editor' }

  async function withAda() {
    const n = await open()
    const id = await n.write((tx) => invite(tx, null, ada, n.now()))
    return { n, id, post: postOffice(n) }
  }

  test('the first administrator comes from the server, once', async () => {
    const n = await open()
    const key = await n.write((tx) => linkAtTheServer(tx, null, n.now()))
    const first = browser(n)
    expect(await (await first.ask(`/desk/first?key=${key}`)).text()).toContain(key)
    const wrong = await first.fill('/desk/first', { key, name: 'Ada', email: 'nowhere' })
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('Write an e-mail address'),
    ])
    const made = await first.fill('/desk/first', { key, name: 'Ada', email: 'Ada@Paper.Example' })
    expect([made.status, made.headers.get('location')]).toEqual([303, '/desk'])
    expect(await first.isIn()).toBe(true)
    const [one, ...others] = await allColleagues(n.db)
    expect([one!.email, one!.role.id, others]).toEqual(['ada@paper.example', 'administrator', []])

    const second = browser(n)
    expect(
      (await second.fill('/desk/first', { key, name: 'Eve', email: 'eve@x.example' })).status,
    ).toBe(403)
    const another = await n.write((tx) => linkAtTheServer(tx, null, n.now()))
    expect(
      (await second.fill('/desk/first', { key: another, name: 'Eve', email: 'eve@x.example' }))
        .status,
    ).toBe(403)
    expect(await allColleagues(n.db)).toHaveLength(1)
  })

  test('nobody has the newsroom read a form that no page of it would send', async () => {
    const n = await open()
    const huge = { key: 'x'.repeat(100_000), name: 'Ada', email: 'ada@paper.example' }
    for (const path of ['/desk/first', '/desk/sign-in', '/desk/sign-in/link'])
      expect([path, (await browser(n).fill(path, huge)).status]).toEqual([path, 413])
  })

  test('an editor signs in with the code of a letter', async () => {
    const { n, id, post } = await withAda()
    expect((await post())[0]!.to).toBe('ada@paper.example')
    const desk = browser(n)
    const asked = await desk.fill('/desk/sign-in', {
      email: ' Ada@PAPER.example ',
      next: '/desk/articles/1',
    })
    expect(asked.headers.get('location')).toBe('/desk/sign-in/code?next=%2Fdesk%2Farticles%2F1')
    const [letter] = await post()
    const wrong = codeIn(letter!) === '000000' ? '000001' : '000000'
    expect((await desk.fill('/desk/sign-in/code', { code: wrong, next: '/desk' })).status).toBe(422)
    const entered = await desk.fill('/desk/sign-in/code', {
      code: ` ${codeIn(letter!).replace(/(...)/, '$1 ')}`,
      next: '/desk/articles/1',
    })
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/desk/articles/1'])
    expect(await desk.isIn()).toBe(true)
    expect([...desk.cookies.keys()]).toEqual(['__Host-desk'])
    const out = await desk.fill('/desk/sign-out', {})
    expect(await desk.isIn()).toBe(false)
    // The browser forgets what the desk kept in it.
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(
      await n.db
        .selectFrom('events')
        .select('actor')
        .where('type', '=', 'staff.signed-out')
        .execute(),
    ).toEqual([{ actor: id }])
  })

  test('a code belongs to the browser that asked, and gives up after five wrong ones', async () => {
    const { n, post } = await withAda()
    await post()
    const [mine, other] = [browser(n), browser(n)]
    await mine.fill('/desk/sign-in', { email: ada.email })
    await other.fill('/desk/sign-in', { email: 'nobody@paper.example' })
    const code = codeIn((await post())[0]!)
    expect((await other.fill('/desk/sign-in/code', { code })).status).toBe(422)
    const wrong = code === '111111' ? '111112' : '111111'
    for (let turn = 0; turn < 5; turn++)
      expect((await mine.fill('/desk/sign-in/code', { code: wrong })).status).toBe(422)
    expect((await mine.fill('/desk/sign-in/code', { code })).status).toBe(403)
    expect(await mine.isIn()).toBe(false)
  })

  test('a link works once, within its minutes, and only when the button is pressed', async () => {
    const { n, post } = await withAda()
    await post()
    const [desk, phone] = [browser(n), browser(n)]
    await desk.fill('/desk/sign-in', { email: ada.email })
    const key = keyIn((await post())[0]!)
    for (let look = 0; look < 3; look++)
      expect((await phone.ask(`/desk/sign-in/link?key=${key}`)).status).toBe(200)
    expect((await phone.fill('/desk/sign-in/link', { key })).status).toBe(303)
    expect(await phone.isIn()).toBe(true)
    expect((await desk.fill('/desk/sign-in/link', { key })).status).toBe(403)

    await desk.fill('/desk/sign-in', { email: ada.email })
    const late = keyIn((await post())[0]!)
    n.later(16 * MINUTE)
    expect((await desk.fill('/desk/sign-in/link', { key: late })).status).toBe(403)
  })

  test('a letter that is sent twice leaves only the newer link', async () => {
    const { n, post } = await withAda()
    await post()
    await browser(n).fill('/desk/sign-in', { email: ada.email })
    const again = await postOffice(n)()
    const older = again.find((letter) => letter.text.includes('key='))
    const [newer] = await post()
    expect((await browser(n).fill('/desk/sign-in/link', { key: keyIn(older!) })).status).toBe(403)
    expect((await browser(n).fill('/desk/sign-in/link', { key: keyIn(newer!) })).status).toBe(303)
  })

  test('nothing tells whether an address is somebody’s', async () => {
    const { n, post } = await withAda()
    await post()
    const answers = await Promise.all(
      [ada.email, 'nobody@paper.example'].map(async (email) => {
        const desk = browser(n)
        const asked = await desk.fill('/desk/sign-in', { email })
        const wrong = await desk.fill('/desk/sign-in/code', { code: 'x' })
        const password = await desk.fill('/desk/sign-in/password', {
          email,
          password: 'wrong horse battery',
          code: '000000',
        })
        return [
          asked.status,
          asked.headers.get('location'),
          [...desk.cookies.keys()],
          wrong.status,
          await wrong.text(),
          password.status,
          (await password.text()).replaceAll(email, ''),
        ]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
  })

  test('what is written for an address is the same whether it is somebody’s or not', async () => {
    const { n, id } = await withAda()
    const hash = await passwordHash('correct horse battery')
    const factor = newFactor()
    const code = codeAt(factor, Math.floor(n.now().getTime() / 30_000))
    await n.write((tx) => setPassword(tx, id, { hash, factor, code }, n.now()))
    const rows = async () => {
      const counts: Record<string, number> = {}
      for (const table of ['sign_in_attempts', 'events', 'limits', 'sessions'] as const)
        counts[table] = (await n.db.selectFrom(table).selectAll().execute()).length
      return counts
    }
    const grown = async (email: string) => {
      const before = await rows()
      const desk = browser(n, `198.51.100.${email.length}`)
      for (let turn = 0; turn < 7; turn++) await desk.fill('/desk/sign-in', { email })
      await desk.fill('/desk/sign-in/code', { code: '12345' })
      await desk.fill('/desk/sign-in/password', { email, password: 'wrong', code: '000000' })
      return Object.entries(await rows()).map(([table, count]) => [table, count - before[table]!])
    }
    expect(await grown(ada.email)).toEqual(await grown('nobody-at-all@x.example'))
    // Who asked is no part of the newsroom’s history.
    expect((await trail(n.db, {}, 50)).map(({ type }) => type)).not.toContain(ASKED)
    const asked = () => n.db.selectFrom('events').select('id').where('type', '=', ASKED).execute()
    n.later(3 * 3_600_000)
    await n.write((tx) => pruneAttempts(tx, n.now()))
    expect(await asked()).toHaveLength(10)
    await n.write((tx) => dispatch(tx, n.kind, {}, n.now()))
    await n.write((tx) => pruneAttempts(tx, n.now()))
    expect(await asked()).toEqual([])
  })

  test('no spelling of an address has tries of its own', async () => {
    const { n } = await withAda()
    const spellings = ['zoé@x.example', 'zoe\u0301@x.example', ' ZOÉ@X.EXAMPLE ']
    const statuses: number[] = []
    for (let turn = 0; turn < 12; turn++)
      statuses.push(
        (
          await browser(n, `198.51.100.${turn}`).fill('/desk/sign-in/password', {
            email: spellings[turn % 3]!,
            password: 'guess',
            code: '000000',
          })
        ).status,
      )
    expect(statuses).toEqual([...Array(10).fill(403), 429, 429])
  })

  test('what is somebody else’s, or over, cannot be taken away', async () => {
    const { n, id } = await withAda()
    const other = await n.write((tx) =>
      invite(tx, null, { email: 'ben@x.example', name: 'Ben', roleId: 'editor' }, n.now()),
    )
    const secret = await n.write((tx) => openSession(tx, other, 'test', n.now()))
    const session = (await sessionOf(n.db, secret, n.now()))!
    await expect(n.write((tx) => endSession(tx, id, session.id, n.now()))).rejects.toThrow(
      'no such session',
    )
    const credential = { id: 'key', publicKey: new Uint8Array([1]), counter: 0 }
    await n.write((tx) => addPasskey(tx, other, 'Key', credential, n.now()))
    await expect(n.write((tx) => removePasskey(tx, id, 'key', n.now()))).rejects.toThrow('no such')
    await expect(n.write((tx) => addPasskey(tx, id, 'Mine', credential, n.now()))).rejects.toThrow(
      'known here already',
    )
    expect(await sessionOf(n.db, secret, n.now())).toBeDefined()
    expect(await passkeysOf(n.db, other)).toHaveLength(1)
    const deeds = (await trail(n.db, { room: 'staff' }, 50)).map(({ type }) => type)
    expect(deeds).not.toContain('staff.passkey-removed')
    // Whose last password is gone loses none a second time.
    await n.write((tx) => removePassword(tx, id, n.now()))
    expect((await trail(n.db, { room: 'staff' }, 50)).length).toBe(deeds.length)
  })

  test('an address gets five letters an hour, and a network thirty tries', async () => {
    const { n, post } = await withAda()
    await post()
    let letters = 0
    for (let turn = 0; turn < 8; turn++) {
      await browser(n, `198.51.100.${turn}`).fill('/desk/sign-in', { email: ada.email })
      letters += (await post()).length
    }
    expect(letters).toBe(5)
    n.later(61 * MINUTE)
    await browser(n, '198.51.100.9').fill('/desk/sign-in', { email: ada.email })
    expect(await post()).toHaveLength(1)

    const statuses: number[] = []
    for (let turn = 0; turn < 32; turn++)
      statuses.push(
        (await browser(n).fill('/desk/sign-in', { email: `someone${turn}@x.example` })).status,
      )
    expect(statuses).toEqual([...Array(30).fill(303), 429, 429])
  })

  test('a password needs its second factor, and each code of it works once', async () => {
    const { n, id } = await withAda()
    const factor = newFactor()
    const step = () => Math.floor(n.now().getTime() / 30_000)
    const hash = await passwordHash('correct horse battery')
    await expect(
      n.write((tx) => setPassword(tx, id, { hash, factor, code: '12' }, n.now())),
    ).rejects.toThrow('code:')
    await n.write((tx) =>
      setPassword(tx, id, { hash, factor, code: codeAt(factor, step()) }, n.now()),
    )
    n.later(MINUTE)
    const fields = { email: ada.email, password: 'correct horse battery' }
    const desk = browser(n)
    const enter = (more: Record<string, string>) =>
      desk.fill('/desk/sign-in/password', { ...fields, code: codeAt(factor, step()), ...more })
    expect((await enter({ password: 'correct horse' })).status).toBe(403)
    expect((await enter({ code: codeAt(factor, step() - 5) })).status).toBe(403)
    expect((await enter({ code: '' })).status).toBe(403)
    expect((await enter({})).status).toBe(303)
    expect(await desk.isIn()).toBe(true)
    expect(
      (await browser(n).fill('/desk/sign-in/password', { ...fields, code: codeAt(factor, step()) }))
        .status,
    ).toBe(403)
  })

  test('a passkey’s challenge is taken once, within its minutes, and by whom it was made for', async () => {
    const { n, id } = await withAda()
    const kept = (who: string | null) => n.write((tx) => keepChallenge(tx, 'sign me', who, n.now()))
    const take = (secret: string, who: string | null) =>
      n.write((tx) => takeChallenge(tx, secret, who, n.now()))
    const secret = await kept(null)
    await expect(take(secret, id)).rejects.toThrow('took too long')
    expect(await take(secret, null)).toBe('sign me')
    await expect(take(secret, null)).rejects.toThrow('took too long')
    const own = await kept(id)
    await expect(take(own, null)).rejects.toThrow('took too long')
    n.later(6 * MINUTE)
    await expect(take(own, id)).rejects.toThrow('took too long')
    // What an authenticator never signed lets nobody in, and uses the challenge up.
    const desk = browser(n)
    await desk.fill('/desk/sign-in/challenge', {})
    for (const turn of [1, 2]) {
      const answer = await desk.ask('/desk/sign-in/passkey', {
        method: 'POST',
        body: JSON.stringify({ id: 'made-up', response: {} }),
      })
      expect([turn, answer.status]).toEqual([turn, 403])
    }
    expect(await desk.isIn()).toBe(false)
    expect(await n.db.selectFrom('challenges').selectAll().execute()).toHaveLength(1)
  })

  test('what another site’s page asks for is refused', async () => {
    const { n } = await withAda()
    const desk = browser(n)
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: site },
    ])
      expect((await desk.fill('/desk/sign-in', { email: ada.email }, headers)).status).toBe(403)
    const old = await n.app.request(`${site}/desk/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ email: ada.email }),
      headers: { host: 'paper.example', origin: 'https://evil.example' },
    })
    expect(old.status).toBe(403)
  })

  test('nobody is led to another site after signing in', async () => {
    const { n, id } = await withAda()
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/desk//evil',
      '/\\evil',
      '/desk\n',
    ]) {
      const key = await n.write((tx) => linkAtTheServer(tx, id, n.now()))
      const desk = browser(n)
      await desk.fill('/desk/sign-in/link', { key })
      const answer = await desk.ask(`/desk/sign-in?next=${encodeURIComponent(next)}`)
      expect(answer.headers.get('location')).toMatch(/^\/desk(\/|$)/)
    }
  })

  test('a role that changes, changes at the next click; who leaves is out at once', async () => {
    const { n, id } = await withAda()
    const boss = await n.write((tx) =>
      invite(tx, null, { email: 'boss@x.example', name: 'B', roleId: 'administrator' }, n.now()),
    )
    const enter = async () => {
      const key = await n.write((tx) => linkAtTheServer(tx, id, n.now()))
      const desk = browser(n)
      await desk.fill('/desk/sign-in/link', { key })
      return { desk, secret: desk.cookies.get('__Host-desk')! }
    }
    const { desk, secret } = await enter()
    const rights = async () => (await sessionOf(n.db, secret, n.now()))!.colleague.role.id
    expect(await rights()).toBe('editor')
    const actor = await colleagueById(n.db, boss)
    await n.write((tx) => changeRole(tx, actor, id, 'reporter', n.now()))
    expect(await rights()).toBe('reporter')
    await n.write((tx) => letGo(tx, actor, id, n.now()))
    expect(await desk.isIn()).toBe(false)
    expect(await sessionsOf(n.db, id, n.now())).toEqual([])
    expect((await colleagueById(n.db, id)).left).not.toBe(null)
  })

  test('nobody makes anybody mightier than themselves, and the last administrator stays', async () => {
    const { n, id } = await withAda()
    const bossId = await n.write((tx) =>
      invite(tx, null, { email: 'boss@x.example', name: 'B', roleId: 'administrator' }, n.now()),
    )
    const [boss, editor] = [await colleagueById(n.db, bossId), await colleagueById(n.db, id)]
    await expect(
      n.write((tx) => changeRole(tx, editor, id, 'administrator', n.now())),
    ).rejects.toThrow('may not invite colleagues')
    await expect(
      n.write((tx) => changeRole(tx, boss, bossId, 'reporter', n.now())),
    ).rejects.toThrow('only administrator')
    await expect(n.write((tx) => letGo(tx, boss, bossId, n.now()))).rejects.toThrow('only')
    await expect(
      n.write((tx) => invite(tx, boss, { ...ada, roleId: 'king' }, n.now())),
    ).rejects.toThrow('there is no role “king”')
    await expect(n.write((tx) => invite(tx, boss, ada, n.now()))).rejects.toThrow('already')
  })

  test('of two who change a role at once, the second is told, and nothing is changed back', async () => {
    const n = await open()
    const [one, other] = [await signedIn(n), await signedIn(n)]
    const rana = await signedIn(n, 'reporter', 'Rana Khatib')
    const give = (who: typeof one, roleId: string, from: string) =>
      who.ask('PUT', `/colleagues/${rana.id}/role`, { roleId, from })
    expect((await give(one, 'editor', 'reporter')).status).toBe(204)
    expect((await give(other, 'moderator', 'reporter')).said.code).toBe('staff/stale')
    expect((await colleagueById(n.db, rana.id)).role.id).toBe('editor')

    const first = { name: 'Checker', permissions: ['articles.write'] }
    const more = { ...first, permissions: ['articles.write', 'articles.edit'] }
    const keep = (who: typeof one, role: object, seen: object | null) =>
      who.ask('PUT', '/roles/checker', { ...role, seen })
    expect((await keep(one, first, null)).status).toBe(204)
    expect((await keep(other, first, null)).said.code).toBe('staff/role-there')
    expect((await keep(one, more, first)).status).toBe(204)
    expect((await keep(other, { ...first, name: 'Facts' }, first)).said.code).toBe(
      'staff/role-stale',
    )
    expect((await roleById(n.db, 'checker')).permissions).toEqual(more.permissions)
    expect((await one.ask('DELETE', '/roles/checker')).status).toBe(204)
    expect((await keep(other, first, more)).said.code).toBe('staff/role-stale')
  })

  test('a session ends two weeks after the last visit', async () => {
    const { n, id } = await withAda()
    const key = await n.write((tx) => linkAtTheServer(tx, id, n.now()))
    const desk = browser(n)
    await desk.fill('/desk/sign-in/link', { key })
    for (let week = 0; week < 5; week++) {
      n.later(7 * 86_400_000)
      expect(await desk.isIn()).toBe(true)
    }
    n.later(15 * 86_400_000)
    expect(await desk.isIn()).toBe(false)
  })
})

test('a reporter edits their own drafts, an editor everybody’s', () => {
  const role = (id: string) => builtInRoles.find((one) => one.id === id)!
  const reporter = { id: 'r', role: role('reporter') }
  const editor = { id: 'e', role: role('editor') }
  expect(mayEdit(reporter, { status: 'draft', createdBy: 'r' })).toBe(true)
  expect(mayEdit(reporter, { status: 'draft', createdBy: 'e' })).toBe(false)
  expect(mayEdit(reporter, { status: 'published', createdBy: 'r' })).toBe(false)
  expect(mayEdit(editor, { status: 'published', createdBy: 'r' })).toBe(true)
  expect([mayPublish(reporter), mayPublish(editor)]).toEqual([false, true])
})

test('codes are those of RFC 6238', () => {
  // Appendix B: the seed is 20 ASCII digits, and the codes there have eight digits, of which six are the last.
  const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  expect([1, 37037036, 37037037, 41152263, 66666666].map((step) => codeAt(seed, step))).toEqual([
    '287082',
    '081804',
    '050471',
    '005924',
    '279037',
  ])
})
