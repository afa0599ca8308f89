import { expect, test } from 'vitest'
import { staffOnly } from '../src/site/access.ts'
import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { onEveryDatabase } from './newsroom.ts'

/** The desk's API, asked by those who have no business there. */

onEveryDatabase('the desk', (open) => {
  test('nobody reaches any door of the API without signing in', async () => {
    const n = await open()
    const doors = n.app.routes.filter(
      ({ path, method }) => path.startsWith(staffOnly) && method !== 'ALL',
    )
    expect(doors.length).toBeGreaterThan(10)
    for (const { method, path } of doors) {
      const answer = await n.app.request(path.replace(/:\w+/g, 'x'), {
        method,
        headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' },
      })
      expect([method, path, answer.status]).toEqual([method, path, 401])
      expect(await answer.json()).toMatchObject({ code: 'staff/signed-out' })
    }
  })

  test('no address has the database asked for what it cannot hold', async () => {
    const n = await open()
    const id = await n.write((tx) =>
      invite(tx, null, { email: 'ada@x.example', name: 'Ada', roleId: 'editor' }, n.now()),
    )
    const secret = await n.write((tx) => openSession(tx, id, 'test', n.now()))
    for (const [path, status] of [
      ['/search?q=dam&category=%00', 200],
      ['/search?q=dam&contributor=%00', 200],
      ['/pictures/%00/320.webp', 404],
      ['/desk/preview/%00', 404],
      ['/desk/front-preview?language=en&places=%00,,,,,', 404],
    ] as const) {
      const answer = await n.app.request(`https://paper.example${path}`, {
        headers: { cookie: `__Host-desk=${secret}` },
      })
      expect([path, answer.status]).toEqual([path, status])
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    }
    const ask = (path: string, body: string, cookie = '') =>
      n.app.request(`https://paper.example/desk/sign-in/${path}`, {
        method: 'POST',
        body,
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', cookie },
      })
    const asked = await ask('challenge', '')
    const [cookie] = asked.headers.getSetCookie()[0]!.split(';')
    expect((await ask('passkey', '{"id":"a\\u0000"}', cookie)).status).toBe(422)
  })

  test('whoever is not signed in is asked to, and comes back to where they were going', async () => {
    const n = await open()
    const answer = await n.app.request('/desk/articles/1?tab=history')
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/desk/sign-in?next=%2Fdesk%2Farticles%2F1%3Ftab%3Dhistory',
    ])
  })
})
