import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { described } from './described.ts'
import type { TestNewsroom } from './newsroom.ts'

/** A colleague who is signed in, asking the desk's API as its screens do. */
export async function colleague(n: TestNewsroom, roleId = 'administrator', name = 'Ada Haddad') {
  const email = `${Math.random()}@paper.example`
  const id = await n.write((tx) => invite(tx, null, { email, name, roleId }, n.now()))
  const secret = await n.write((tx) => openSession(tx, id, 'test', n.now()))
  const ask = async (
    method: string,
    path: string,
    json?: unknown,
    raw?: Uint8Array<ArrayBuffer>,
  ) => {
    const answer = await n.app.request(`https://paper.example/desk/api${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        accept: 'application/json',
        cookie: `__Host-desk=${secret}`,
        ...(raw
          ? { 'content-type': 'application/octet-stream', 'content-length': String(raw.length) }
          : json === undefined
            ? {}
            : { 'content-type': 'application/json' }),
      },
      ...(raw ? { body: raw } : json === undefined ? {} : { body: JSON.stringify(json) }),
    })
    const text = await answer.text()
    // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by the tests.
    const said = (text ? JSON.parse(text) : undefined) as any
    described(method, path, answer.status, said)
    return { status: answer.status, said }
  }
  return { id, ask }
}
