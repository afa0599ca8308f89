import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { LARGEST_FILE } from '../media/originals.ts'
import { Refusal } from '../platform/refusals.ts'

/** Which addresses and ports may be connected to. Tests allow their own server. */
export type Reach = { address: (ip: string) => boolean; port: (port: number) => boolean }

/** Whether an address is one of the open internet: not private, local, reserved, or another kind in disguise. */
export function isPublicAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false
  // An IPv4 address inside an IPv6 one is judged as what it is.
  const judged = ipaddr.process(ip)
  if (judged.range() !== 'unicast') return false
  // Of IPv6 only this part is given out (RFC 4291, 2.4); beside it are site-local addresses and translations of IPv4.
  return judged.kind() === 'ipv4' || (judged as ipaddr.IPv6).match(ipaddr.parseCIDR('2000::/3'))
}

const openInternet: Reach = {
  address: isPublicAddress,
  port: (port) => port === 80 || port === 443,
}

type Limits = { bytes: number; ms: number; redirects: number }
const usual: Limits = { bytes: LARGEST_FILE, ms: 30_000, redirects: 5 }

const refused = (message: string) => new Refusal('not-allowed', 'import/fetch', message)

/**
 * Fetches a file from another site. The address a name leads to is judged at the moment of connecting, anew after
 * each redirect, so that neither a redirect nor a changing name reaches a private network. Throws a Refusal with
 * the reason.
 */
export async function fetchFile(
  address: string,
  reach: Reach = openInternet,
  limits: Limits = usual,
): Promise<Buffer> {
  const deadline = AbortSignal.timeout(limits.ms)
  let at = parse(address)
  for (let followed = 0; ; followed++) {
    const answer = await ask(at, reach, limits, deadline)
    if (Buffer.isBuffer(answer)) return answer
    if (followed >= limits.redirects) throw refused(`More than ${limits.redirects} redirects.`)
    at = parse(answer.location, at)
  }
}

function parse(address: string, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw refused('Not an http or https address.')
  if (url.username || url.password) throw refused('The address carries a password.')
  return url
}

function ask(
  url: URL,
  reach: Reach,
  limits: Limits,
  signal: AbortSignal,
): Promise<Buffer | { location: string }> {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  if (!reach.port(port)) throw refused(`Port ${port} is not one of the web.`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A literal address is not looked up, so it is judged here.
  if (ipaddr.isValid(host) && !reach.address(host))
    throw refused('The address is in a private network.')

  const look: LookupFunction = (name, options, done) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0)
      const judged = found.filter((one) => reach.address(one.address))
      if (judged.length < found.length || judged.length === 0)
        return done(refused('The name leads to a private network.'), '', 0)
      if (options.all) return done(null, judged)
      done(null, judged[0]!.address, judged[0]!.family)
    })

  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const fail = (error: unknown) =>
      reject(error instanceof Refusal ? error : refused(reasonOf(error, limits)))
    const request = send(
      url,
      {
        lookup: look,
        agent: false,
        signal,
        headers: { 'user-agent': 'Dateline', accept: 'image/*', 'accept-encoding': 'identity' },
      },
      (response) => {
        const status = response.statusCode ?? 0
        const { location } = response.headers
        if (status >= 300 && status < 400 && location) {
          response.destroy()
          return resolve({ location })
        }
        if (status !== 200) {
          response.destroy()
          return fail(refused(`The site answered ${status}.`))
        }
        const chunks: Buffer[] = []
        let bytes = 0
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (bytes > limits.bytes) {
            response.destroy()
            return fail(
              refused(`The file is larger than ${Math.round(limits.bytes / 1024 / 1024)} MB.`),
            )
          }
          chunks.push(chunk)
        })
        response.on('end', () =>
          response.complete ? resolve(Buffer.concat(chunks)) : fail(new Error('cut')),
        )
        response.on('error', fail)
      },
    )
    request.on('error', fail)
    request.end()
  })
}

function reasonOf(error: unknown, limits: Limits) {
  const name = error instanceof Error ? error.name : ''
  if (name === 'AbortError' || name === 'TimeoutError')
    return `It took longer than ${limits.ms / 1000} seconds.`
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'The name is not known.'
  return `The site could not be reached${code ? ` (${code})` : ''}.`
}
