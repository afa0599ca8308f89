import { connect, type Socket } from 'node:net'
import type { Bench } from './bench.ts'
import {
  bounded,
  count,
  type Figure,
  megabytes,
  milliseconds,
  percent,
  quantile,
} from './figure.ts'
import { load } from './load.ts'
import { MEASURED, memoryOf } from './machine.ts'
import { pathOf } from './newsroom.ts'
import { dateline } from './processes.ts'

const ARTICLES = 2000
/** Connections that begin to ask and never end. */
const SLOW = 10_000
/** Addresses that do not exist, each asked for once a round. */
const NOWHERE = 20_000

/** What readers of kept pages notice while others misuse the server. */
export async function stress(bench: Bench): Promise<Figure[]> {
  const data = await bench.newsroom(ARTICLES)
  const ours = await dateline(['start'], { DATA_DIR: data }, MEASURED)
  const page = pathOf(ARTICLES - 1)
  const wanted = { ...bench.rounds, server: ours, headers: { 'accept-encoding': 'gzip' } }
  await load({ ...wanted, paths: [page] })
  const calm = await load({ ...wanted, paths: [page] })
  const before = memoryOf(ours.pid).now
  const sockets = await slow(ours.address, SLOW)
  const crowded = await load({ ...wanted, paths: [page] })
  const waits: number[] = []
  for (let n = 0; n < 200; n++) {
    const began = performance.now()
    await (await fetch(ours.address + page)).arrayBuffer()
    waits.push(performance.now() - began)
  }
  const held = memoryOf(ours.pid).now - before
  for (const socket of sockets) socket.destroy()

  const nowhere = Array.from({ length: NOWHERE }, (_, n) => `/nowhere/${n}`)
  const flood = async () => {
    await load({ ...wanted, paths: nowhere, expects: 404 })
    return memoryOf(ours.pid).now
  }
  await flood()
  const [first, second] = [await flood(), await flood()]
  const missing = await load({ ...wanted, paths: nowhere, expects: 404 })
  await ours.stop()
  return [
    bounded(
      `kept page, ${count(sockets.length)} connections that never finish asking`,
      crowded.perSecond / calm.perSecond,
      percent,
      `of the rate without them; a reader waits ${milliseconds(quantile(waits, 0.95))} at most, nineteen times in twenty; ${megabytes(held)} more memory`,
      { atLeast: 0.5 },
    ),
    bounded(
      'addresses that do not exist, each another',
      missing.perSecond,
      (rate) => `${count(rate)}/s`,
      `memory ${megabytes(second - first)} more from one flood to the next`,
      { atLeast: 1000 },
    ),
  ]
}

/** As many half-asked connections as this process may open. */
async function slow(address: string, many: number): Promise<Socket[]> {
  const { hostname, port } = new URL(address)
  const sockets: Socket[] = []
  const open = () =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write('GET / HTTP/1.1\r\nhost: x\r\n')
        sockets.push(socket)
        resolve()
      })
      socket.on('error', () => resolve())
    })
  for (let at = 0; at < many; at += 500) await Promise.all(Array.from({ length: 500 }, open))
  return sockets
}
