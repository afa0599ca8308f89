import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { bounded, count, type Figure, median, percent, times } from './figure.ts'
import { load } from './load.ts'
import { MEASURED } from './machine.ts'
import { pathOf } from './newsroom.ts'
import { nginx } from './nginx.ts'
import { dateline, program, type Running, serving as serve } from './processes.ts'

/** Articles of the newsroom whose pages are asked for: as many as the peers had. */
const ARTICLES = 2000
/** Requests a second of peers for an article page, measured with the same articles on two cores. */
const GHOST = 136
/** What raw `node:http` answered on the machine and in the weeks of the peers' measurement. */
const RAW_THEN = 63_000

/** Seconds for which each is asked for each page before it is measured. */
const WARM_UP = 2

type Case = { what: string; path: string; headers: Record<string, string>; key: string }

/** Pages that are kept, beside raw `node:http` and nginx with the same bytes and headers. */
export async function serving(bench: Bench): Promise<Figure[]> {
  const data = await bench.newsroom(ARTICLES)
  const ours = await dateline(['start'], { DATA_DIR: data }, MEASURED)
  const article = pathOf(ARTICLES - 1)
  const cases: Case[] = []
  const pages: Record<
    string,
    { headers: string[]; notModified: string[]; etag: string; file: string }
  > = {}
  for (const [name, path, encoding] of [
    ['article', article, 'gzip'],
    ['article', article, 'br'],
    ['home', '/', 'gzip'],
    ['home', '/', 'br'],
  ] as const) {
    const asks = { 'accept-encoding': encoding }
    await seen(ours.address + path, asks)
    const answer = await seen(ours.address + path, asks)
    const key = `/${name}-${encoding}`
    const file = join(bench.folder, key.slice(1))
    writeFileSync(file, answer.bytes)
    const again = await seen(ours.address + path, { ...asks, 'if-none-match': answer.etag })
    pages[key] = { headers: answer.headers, notModified: again.headers, etag: answer.etag, file }
    cases.push({ what: `${name}, kept, ${encoding}`, path, headers: asks, key })
    if (encoding === 'gzip')
      cases.push({
        what: `${name}, kept, 304`,
        path,
        headers: { ...asks, 'if-none-match': answer.etag },
        key,
      })
  }
  const raw = await serve(program('raw', [JSON.stringify(pages)]), {}, MEASURED)
  const peer = await nginx(
    join(bench.folder, 'nginx'),
    Object.entries(pages).map(([path, { headers, file }]) => ({ path, headers, file })),
  )
  // Newsrooms run for weeks: nobody is measured before V8 has compiled what is repeated.
  for (const { path, key, headers } of cases) {
    await load({ server: ours, paths: [path], headers, ...bench.rounds, seconds: WARM_UP })
    await load({ server: raw, paths: [key], headers, ...bench.rounds, seconds: WARM_UP })
  }
  const figures: Figure[] = []
  for (const one of cases) {
    const rates = { ours: [] as number[], raw: [] as number[], nginx: [] as number[] }
    const ask = async (
      name: keyof typeof rates,
      server: Running,
      path: string,
      headers = one.headers,
    ) => {
      const answered = await load({ server, paths: [path], headers, ...bench.rounds })
      rates[name].push(answered.perSecond)
    }
    // nginx makes its own ETag of a file's time and size.
    const known =
      peer && one.headers['if-none-match'] ? await seen(peer.address + one.key) : undefined
    const headersForPeer = known ? { ...one.headers, 'if-none-match': known.etag } : one.headers
    for (let round = 0; round < bench.rounds.rounds; round++) {
      await ask('ours', ours, one.path)
      await ask('raw', raw, one.key)
      if (peer) await ask('nginx', peer, one.key, headersForPeer)
    }
    const beside = (others: number[]) =>
      median(rates.ours.map((mine, round) => mine / others[round]!))
    const mine = median(rates.ours)
    figures.push(
      bounded(
        one.what,
        beside(rates.raw),
        percent,
        `of raw node:http in the same run (${count(mine)} and ${count(median(rates.raw))} req/s)`,
        { atLeast: 0.8 },
      ),
    )
    if (peer)
      figures.push(
        bounded(
          one.what,
          beside(rates.nginx),
          percent,
          `of nginx, one worker, same bytes (${count(median(rates.nginx))} req/s)`,
          null,
        ),
      )
    if (one.what === 'article, kept, gzip')
      figures.push(
        bounded(
          'article, kept, against Ghost 6.65 on MariaDB',
          (beside(rates.raw) * RAW_THEN) / GHOST,
          times,
          `${GHOST} req/s when raw node:http gave ${count(RAW_THEN)}, in proportion`,
          { atLeast: 300 },
        ),
      )
  }
  await Promise.all([ours.stop(), raw.stop(), peer?.stop()])
  return figures
}

type Seen = { headers: string[]; etag: string; bytes: Buffer }

/** An answer as it is on the wire: headers in their order, the body not decoded. */
const seen = (address: string, headers: Record<string, string> = {}) =>
  new Promise<Seen>((resolve, reject) => {
    request(address, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          headers: withoutConnection(response.rawHeaders),
          etag: String(response.headers.etag),
          bytes: Buffer.concat(chunks),
        }),
      )
    })
      .on('error', reject)
      .end()
  })

/** Headers that a server adds by itself for each connection. */
const withoutConnection = (raw: string[]) =>
  raw.filter(
    (_, at) => !['connection', 'keep-alive', 'date'].includes(raw[at - (at % 2)]!.toLowerCase()),
  )
