import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { isPublicAddress, type Reach } from '../platform/outside.ts'
import { fetchFile } from './fetch.ts'

describe('fetching pictures from another site', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections()
  })
  const serve = (listener: RequestListener) =>
    new Promise<string>((resolve) => {
      const server = createServer(listener)
      servers.push(server)
      server.listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      )
    })
  const testServer: Reach = { address: (ip) => ip === '127.0.0.1', port: () => true }
  const limits = { bytes: 1000, ms: 500, redirects: 3 }

  test('no private, local or disguised address is one of the open internet', () => {
    const closed = [
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '240.0.0.1',
      '::1',
      '::',
      'fc00::1',
      'fe80::1',
      '::ffff:127.0.0.1',
      '::ffff:a00:1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      'ff02::1',
      'fec0::1',
      '::7f00:1',
      '::127.0.0.1',
      '64:ff9b:1::7f00:1',
      '2001:db8::1',
      '2001::1',
      '5f00::1',
      'not an address',
    ]
    expect(closed.filter(isPublicAddress)).toEqual([])
    expect(
      ['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'].filter(isPublicAddress),
    ).toHaveLength(2)
  })

  test('a private address is refused however it is written', async () => {
    for (const address of [
      'http://127.0.0.1/x',
      'http://2130706433/x',
      'http://0x7f.1/x',
      'http://[::1]/x',
      'http://[::ffff:127.0.0.1]/x',
      'http://localhost/x',
    ])
      await expect(fetchFile(address)).rejects.toThrow('private network')
  })

  test('only the web is asked: no other scheme, port or password', async () => {
    await expect(fetchFile('file:///etc/passwd')).rejects.toThrow('http or https')
    await expect(fetchFile('ftp://example.org/x')).rejects.toThrow('http or https')
    await expect(fetchFile('http://example.org:6379/')).rejects.toThrow('Port 6379')
    await expect(fetchFile('http://user:pass@example.org/')).rejects.toThrow('password')
  })

  test('a redirect to a private address is refused at its turn', async () => {
    const address = await serve((_, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
    )
    await expect(fetchFile(address, testServer, limits)).rejects.toThrow('private network')
  })

  test('redirects end', async () => {
    const address = await serve((_, response) =>
      response.writeHead(302, { location: '/again' }).end(),
    )
    await expect(fetchFile(address, testServer, limits)).rejects.toThrow('More than 3 redirects')
  })

  test('a file without an end is cut off, and so is one that comes too slowly', async () => {
    const endless = await serve((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(Buffer.alloc(600)), 5)
      response.on('close', () => clearInterval(timer))
    })
    await expect(fetchFile(endless, testServer, limits)).rejects.toThrow('larger than')
    const slow = await serve((_, response) => void response.writeHead(200).write('x'))
    await expect(fetchFile(slow, testServer, limits)).rejects.toThrow('longer than')
  })

  test('a file that is there is fetched', async () => {
    const address = await serve((request, response) =>
      request.url === '/a'
        ? response.writeHead(301, { location: '/b' }).end()
        : response.end('picture'),
    )
    expect((await fetchFile(`${address}/a`, testServer, limits)).toString()).toBe('picture')
    await expect(
      fetchFile(
        `${await serve((_, response) => response.writeHead(404).end())}/`,
        testServer,
        limits,
      ),
    ).rejects.toThrow('answered 404')
  })
})
