import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { described } from './described.ts'
import type { TestNewsroom } from './newsroom.ts'

/** A colleague who is signed in, asking the desk's API as its screens do: `ask` in JSON, `request` whatever else. */
export async function colleague(n: TestNewsroom, roleId = 'administrator', name = 'Ada Haddad') {
  const email = `${Math.random()}@paper.example`
  const id = await n.write((tx) => invite(tx, null, { email, name, roleId }, n.now()))
  const secret = await n.write((tx) => openSession(tx, id, 'test', n.now()))
  const request = async (method: string, path: string, body?: BodyInit, headers = {}) =>
    n.app.request(`https://paper.example/desk/api${path}`, {
      method,
      headers: {
        host: 'paper.example',
        accept: 'application/json',
        'sec-fetch-site': 'same-origin',
        cookie: `__Host-desk=${secret}`,
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
  const ask = async (
    method: string,
    path: string,
    json?: unknown,
    raw?: Uint8Array<ArrayBuffer>,
  ) => {
    const answer = raw
      ? await request(method, path, raw, {
          'content-type': 'application/octet-stream',
          'content-length': String(raw.length),
        })
      : json === undefined
        ? await request(method, path)
        : await request(method, path, JSON.stringify(json), { 'content-type': 'application/json' })
    const text = await answer.text()
    // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by the tests.
    const said = (text ? JSON.parse(text) : undefined) as any
    described(method, path, answer.status, said)
    return { status: answer.status, said }
  }
  return { id, ask, request }
}
