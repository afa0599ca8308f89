import { readdirSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publish, withhold } from '../src/articles/publish.ts'
import { draft } from '../src/articles/write.ts'
import { openDatabase } from '../src/platform/database.ts'
import { sqlite } from '../src/platform/sqlite.ts'
import { testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { eventually, startNewsroom } from './process.ts'

/** What a stranger on the wire sees of a real process. */

describe('on the wire', () => {
  let folder: string
  let newsroom: Awaited<ReturnType<typeof startNewsroom>>
  let metrics: number

  beforeAll(async () => {
    folder = testFolder()
    metrics = await freePort()
    newsroom = await startNewsroom({
      DATA_DIR: folder,
      SITE_URL: 'https://paper.example',
      METRICS_PORT: String(metrics),
    })
    const desk = openDatabase(sqlite(`${folder}/newsroom.db`))
    await desk.write(async (tx) => {
      const id = await draft(tx, { headline: 'Harbour reopens', path: '/harbour' }, new Date())
      await publish(tx, id, new Date())
      const forged = await draft(tx, { headline: 'Forged', path: '/forged' }, new Date())
      await publish(tx, forged, new Date())
      await withhold(tx, forged, 'It was forged.', new Date())
    })
    await desk.close()
  })
  afterAll(async () => {
    await newsroom.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Raw, since fetch decodes and follows. */
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{
      status: number
      headers: Record<string, string | string[] | undefined>
      body: Buffer
    }>((resolve, reject) => {
      const { hostname, port } = new URL(newsroom.address)
      request({ hostname, port, path, method, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      })
        .on('error', reject)
        .end()
    })

  test('what somebody searched for is kept by nobody on the way', async () => {
    const { status, headers } = await ask('/search?q=harbour%00')
    expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('the first and the second answer are the same page, in every encoding, and HEAD says the same without it', async () => {
    const first = await ask('/harbour')
    for (const encoding of ['br', 'gzip', 'identity', 'gzip;q=0, br;q=0']) {
      const made = await ask('/harbour', { 'accept-encoding': encoding })
      expect(made.headers['content-length']).toBe(String(made.body.length))
      const again = await ask('/harbour', { 'accept-encoding': encoding })
      expect(again.headers['content-encoding'] ?? 'identity').toBe(
        ['br', 'gzip'].includes(encoding) ? encoding : 'identity',
      )
      for (const name of [
        'etag',
        'content-type',
        'content-security-policy',
        'cache-control',
        'vary',
        'strict-transport-security',
        'content-language',
      ])
        expect([name, again.headers[name]]).toEqual([name, first.headers[name]])
      const head = await ask('/harbour', { 'accept-encoding': encoding }, 'HEAD')
      expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
        200,
        0,
        again.headers['content-length'],
      ])
    }
  })

  test('a reader who has the page is told so in a few bytes', async () => {
    const { headers } = await ask('/harbour')
    const etag = String(headers.etag)
    for (const known of [etag, `"other", ${etag}`, '*']) {
      const again = await ask('/harbour', { 'if-none-match': known })
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
    }
    expect((await ask('/harbour', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('an article that was taken back is gone, whatever copy of it a reader has', async () => {
    for (let turn = 0; turn < 2; turn++)
      for (const known of ['*', String((await ask('/forged')).headers.etag), '"other"'])
        expect((await ask('/forged', { 'if-none-match': known })).status).toBe(410)
  })

  test('a feed reader that only knows the time of its copy is told so as well, once that time is its own', async () => {
    const since = async () => (await ask('/feed.rss')).headers['last-modified']
    const known = String(await eventually(since, (time) => time !== undefined))
    const again = await ask('/feed.rss', { 'if-modified-since': known })
    expect([again.status, again.body.length, again.headers['last-modified']]).toEqual([
      304,
      0,
      known,
    ])
    for (const headers of [
      { 'if-modified-since': known, 'if-none-match': '"other"' },
      { 'if-modified-since': 'Thu, 01 Jan 2099 00:00:00 GMT' },
    ])
      expect((await ask('/feed.rss', headers)).status).toBe(200)
  })

  test('every answer, page or error, kept or not, is guarded', async () => {
    for (const path of [
      '/harbour',
      '/harbour',
      '/',
      '/nothing',
      '/health',
      '/assets/none',
      '/archive',
      '/feed.rss',
      '/sitemap.xml',
      '/oembed',
      '/%ff',
    ]) {
      const { headers } = await ask(path)
      expect([
        path,
        headers['x-content-type-options'],
        headers['x-frame-options'],
        headers['strict-transport-security'],
      ]).toEqual([path, 'nosniff', 'DENY', 'max-age=31536000; includeSubDomains'])
      const policy = String(headers['content-security-policy'])
      expect([
        path,
        policy.startsWith("default-src 'none'"),
        policy.includes('unsafe'),
        policy.includes("frame-ancestors 'none'"),
      ]).toEqual([path, true, false, true])
      expect(headers['referrer-policy']).toBeDefined()
      expect(headers['permissions-policy']).toContain('geolocation=()')
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
      expect(headers.server ?? headers['x-powered-by']).toBeUndefined()
    }
  })

  test('a request id is taken from a trusted proxy, and never one that could break a log', async () => {
    expect((await ask('/harbour', { 'x-request-id': 'proxy-1234' })).headers['x-request-id']).toBe(
      'proxy-1234',
    )
    for (const id of ['x', 'a"b"c"d"e"f', 'y'.repeat(100)])
      expect((await ask('/harbour', { 'x-request-id': id })).headers['x-request-id']).not.toBe(id)
  })

  test('a program that would rather speak another protocol is answered in this one', async () => {
    for (const upgrade of ['h2c', 'websocket', 'TLS/1.2']) {
      const { status, body } = await ask('/harbour', {
        connection: 'upgrade, http2-settings',
        upgrade,
        'http2-settings': 'AAMAAABkAARAAAAAAAIAAAAA',
        'accept-encoding': 'identity',
      })
      expect([upgrade, status]).toEqual([upgrade, 200])
      expect(String(body)).toContain('Harbour reopens')
    }
  })

  test('campaign parameters do not make another page, and no header can', async () => {
    const { headers } = await ask('/harbour')
    for (const extra of [
      { host: 'evil.example' },
      { 'x-forwarded-host': 'evil.example' },
      { 'x-original-url': '/other' },
      { cookie: 'a=b' },
    ]) {
      const again = await ask('/harbour?utm_source=x&fbclid=y', extra as Record<string, string>)
      expect([again.status, again.headers.etag, again.body.includes('evil.example')]).toEqual([
        200,
        headers.etag,
        false,
      ])
    }
  })

  test('nobody else on the machine may read what the newsroom keeps', () => {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      expect([file, statSync(join(folder, file)).mode & 0o007]).toEqual([file, 0])
  })

  test('no host makes one address of another', async () => {
    // Written in letters of ASCII, this one is as long as it is here, which some take for proof that it is a host.
    for (const host of ['\u00fc?abcde', '\u00fc/abcde', 'a/b', 'a?b', 'a@b', 'a b'])
      expect([host, (await ask('/nowhere', { host })).status]).toEqual([host, 400])
    for (const host of ['paper.example', 'paper.example:8080', '[::1]:3000', 'xn--tda.example'])
      expect([host, (await ask('/nowhere', { host })).status]).toEqual([host, 404])
  })

  test('figures are on a listener of their own', async () => {
    expect((await ask('/metrics')).status).toBe(404)
    const text = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text()
    expect(text).toMatch(/dateline_pages_kept \d+/)
    expect(text).toMatch(/dateline_answers_seconds_count\{status="2xx",kept="true"\} \d+/)
    expect((await fetch(`http://127.0.0.1:${metrics}/`)).status).toBe(404)
  })

  test('nonsense on the wire gets an answer or a closed door, and the next reader is served', async () => {
    const { hostname, port } = new URL(newsroom.address)
    const say = (bytes: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.write(bytes))
        let said = ''
        socket.on('data', (chunk) => {
          said += chunk
        })
        socket.on('close', () => resolve(said))
        socket.on('error', () => resolve(said))
        setTimeout(() => socket.destroy(), 500)
      })
    for (const bytes of [
      'NONSENSE\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`,
      'GET http://169.254.169.254/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      'GET //evil.example/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      'GET /\0 HTTP/1.1\r\nhost: x\r\n\r\n',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999999\r\nconnection: close\r\n\r\n',
    ]) {
      const said = await say(bytes)
      expect([bytes.slice(0, 30), /^HTTP\/1\.1 (2\d\d|4\d\d)/.test(said) || said === '']).toEqual([
        bytes.slice(0, 30),
        true,
      ])
      expect(said.toLowerCase()).not.toContain('location: //')
    }
    expect((await ask('/harbour')).status).toBe(200)
  })
})
