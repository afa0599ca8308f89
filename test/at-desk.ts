import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { described } from './described.ts'
import type { TestNewsroom } from './newsroom.ts'

/** A colleague of a role who is signed in, and what they ask of the desk's API. */
export async function atDesk(n: TestNewsroom, roleId: string) {
  const id = await n.write((tx) =>
    invite(tx, null, { email: `${roleId}@paper.example`, name: `The ${roleId}`, roleId }, n.now()),
  )
  const secret = await n.write((tx) => openSession(tx, id, 'test', n.now()))
  const request = (method: string, path: string, body?: BodyInit, headers = {}) =>
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
  return {
    id,
    request,
    ask: async (method: string, path: string, json?: unknown) => {
      const answer = await request(
        method,
        path,
        json === undefined ? undefined : JSON.stringify(json),
        { 'content-type': 'application/json' },
      )
      const text = await answer.text()
      // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever comes back
      const said = (text ? JSON.parse(text) : undefined) as any
      described(method, path, answer.status, said)
      return { status: answer.status, said }
    },
  }
}
