import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import type { House } from './http.ts'
import { Pages, pageOf } from './pages.ts'
import { createPageServer } from './server.ts'

test('a reader who takes nothing of an answer does not hold its connection for ever', async () => {
  const pages = new Pages({ bytes: 1e9 })
  // More than the machine takes in on a reader's behalf.
  const page = pageOf(200, {}, Buffer.alloc(40_000_000), 'identity')
  await pages.page('/', async () => page)
  const server = createPageServer({
    house: { pages, siteUrl: 'https://paper.example' } as House,
    fetch: () => new Response(),
    pageKey: (path) => path,
    isTrustedProxy: () => false,
    onAnswer: () => {},
  })
  expect(server.timeout).toBeGreaterThan(10_000)
  expect(server.timeout).toBeLessThanOrEqual(120_000)
  server.timeout = 200
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
    reader.write('GET / HTTP/1.1\r\nhost: x\r\naccept-encoding: identity\r\n\r\n')
    reader.pause()
  })
  const [connection] = await once(server, 'connection')
  await once(connection, 'close')
  reader.destroy()
  server.close()
}, 10_000)
