import { createServer, request, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../../test/process.ts'
import { guardConnections, type Patience } from './connections.ts'
import { logger } from './log.ts'
import { Pages, pageOf } from './pages.ts'
import { createPageServer } from './server.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A server of one kept page at /kept; everything else is half a megabyte of text. */
async function open(limits: Partial<Patience>) {
  const pages = new Pages({ bytes: 1e7 })
  await pages.page('/kept', async () => pageOf(200, {}, 'kept', 'identity'))
  const server = createPageServer({
    house: { pages, siteUrl: '', log: logger('silent'), now: () => new Date() } as never,
    fetch: async (request) => {
      if (request.url.endsWith('/upload')) return new Response(await request.text())
      return new Response('x'.repeat(500_000))
    },
    pageKey: (path) => path,
    isTrustedProxy: () => false,
    onAnswer: () => {},
    mayTakeLong: ({ url }) => url === '/upload',
    mayUpgrade: ({ url }) => url === '/together',
    isColleague: async ({ headers }) => headers.cookie === 'desk=ada',
    limits,
  })
  return await listening(server)
}

async function listening(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(
    () => server.close(),
    () => server.closeAllConnections(),
  )
  const { port } = server.address() as AddressInfo
  return {
    server,
    open: () => new Promise<number>((resolve) => server.getConnections((_, open) => resolve(open))),
    dial: async (words = '') => {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      closing.push(() => socket.destroy())
      await new Promise<void>((resolve) => socket.once('connect', resolve))
      if (words) socket.write(words)
      return socket
    },
    status: () =>
      new Promise<number>((resolve, reject) => {
        request({ port, path: '/kept', agent: false }, (response) => {
          response.resume()
          resolve(response.statusCode!)
        })
          .on('error', reject)
          .end()
      }),
  }
}

const isOpen = (socket: Socket) => socket.resume().readyState === 'open'

test('who begins to ask and never ends is told so and let go', async () => {
  const { dial, open: connections } = await open({
    headersMs: 200,
    requestMs: 300,
    uploadMs: 300,
    lookMs: 50,
  })
  const socket = await dial('GET / HTTP/1.1\r\nhost: x\r\n')
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk
  })
  await eventually(connections, (open) => open === 0, 3000)
  await eventually(
    async () => said,
    (answer) => /^HTTP\/1.1 408 /.test(answer),
    3000,
  )
})

test('who opens a connection and asks nothing is let go without a word', async () => {
  const { dial, open: connections } = await open({ headersMs: 300, lookMs: 20 })
  const socket = await dial('')
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk
  })
  await eventually(connections, (open) => open === 0, 3000)
  await wait(100)
  expect(said).toBe('')
})

test('who is slow to send what was announced is let go, but where it may take long', async () => {
  const { dial, open: connections } = await open({
    headersMs: 200,
    requestMs: 200,
    uploadMs: 5000,
    lookMs: 50,
  })
  await dial('POST /other HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nslow')
  await dial('GET /kept HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n')
  const picture = await dial('POST /upload HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nslow')
  await eventually(connections, (open) => open === 1, 3000)
  await wait(400)
  let said = ''
  picture.on('data', (chunk) => {
    said += chunk
  })
  picture.write(' line')
  await eventually(
    async () => said,
    (answer) => /^HTTP\/1.1 200 (?:.|\s)*slow line$/.test(answer),
    3000,
  )
})

test('who asks and never reads the answer is let go', async () => {
  const { dial, open: connections } = await open({ silenceMs: 300, lookMs: 50 })
  const socket = await dial()
  socket.pause()
  // More than the system takes in on both sides.
  socket.write('GET /large HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(100))
  await wait(100)
  expect(await connections()).toBe(1)
  await eventually(connections, (open) => open === 0, 3000)
})

test('in a crowd the connection that has waited longest without asking gives way to a reader', async () => {
  const { dial, status } = await open({ connections: 20 })
  const reader = await dial('GET /kept HTTP/1.1\r\nhost: x\r\n\r\n')
  await new Promise((resolve) => reader.once('data', resolve))
  const silent: Socket[] = []
  for (let n = 0; n < 17; n++) silent.push(await dial('GET / HTTP/1.1\r\n'))
  for (let n = 0; n < 10; n++) expect(await status()).toBe(200)
  await eventually(
    async () => silent.map(isOpen).filter((open) => !open).length,
    (gone) => gone > 0,
    3000,
  )
  // The first that came went first, and one that was answered did not.
  expect(isOpen(silent[0]!)).toBe(false)
  expect(isOpen(silent.at(-1)!)).toBe(true)
  expect(isOpen(reader)).toBe(true)
})

test('in a crowd a colleague who only listens stays, and a stranger who does so gives way', async () => {
  const { server, dial, status } = await open({ connections: 20 })
  server.on('upgrade', (_, socket) => {
    socket.on('error', () => {})
    socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n')
  })
  const listener = async (cookie: string) => {
    const socket = await dial(
      `GET /together HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: x\r\ncookie: ${cookie}\r\n\r\n`,
    )
    expect(String(await new Promise((resolve) => socket.once('data', resolve)))).toContain(' 101 ')
    return socket
  }
  const colleague = await listener('desk=ada')
  const stranger = await listener('desk=nobody')
  for (let n = 0; n < 30; n++) await dial('GET / HTTP/1.1\r\n')
  expect(await status()).toBe(200)
  await eventually(
    async () => isOpen(stranger),
    (isThere) => !isThere,
    3000,
  )
  expect(isOpen(colleague)).toBe(true)
})

test('in a crowd of connections that do not read, the oldest gives way', async () => {
  const server = createServer((_, response) => {
    response.end('x'.repeat(20_000_000))
  })
  const guard = guardConnections(server, { headersMs: 10_000, connections: 10 })
  server.on('request', (request) => guard.hasAsked(request.socket))
  const { dial, open: connections } = await listening(server)
  for (let n = 0; n < 30; n++) {
    const socket = await dial('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    socket.pause()
    await wait(5)
  }
  expect(await connections()).toBeLessThanOrEqual(10)
  const reader = await dial('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  expect(String(await new Promise((resolve) => reader.once('data', resolve)))).toMatch(
    /^HTTP\/1.1 200/,
  )
})

test('who asks for ten thousand words is told that it is too much, however fast they came', async () => {
  const server = await open({})
  const said = (words: string) =>
    new Promise<string>((resolve, reject) => {
      void server.dial().then((socket) => {
        let answer = ''
        socket.setEncoding('utf8')
        socket.on('data', (text) => {
          answer += text
        })
        socket.once('end', () => resolve(answer))
        socket.once('error', reject)
        socket.write(words)
      })
    })
  const asking = (query: string) => `GET /search?q=${query} HTTP/1.1\r\nhost: x\r\n\r\n`
  for (const words of [10_000, 100_000]) {
    const answer = await said(asking('river+'.repeat(words)))
    expect(answer).toMatch(/^HTTP\/1\.1 431 .*\r\n\r\nAsk for less: this address is too long\.\n$/s)
  }
  expect(await said('What is new?\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  expect(await server.status()).toBe(200)
})
