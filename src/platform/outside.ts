import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Refusal } from './refusals.ts'

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

export const openInternet: Reach = {
  address: isPublicAddress,
  port: (port) => port === 80 || port === 443,
}

/** Bytes of an answer, and milliseconds that asking may take. */
export type Limits = { bytes: number; ms: number }

export type Question = {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
}

/** `location` is where a redirect points; it is never followed here. `body` is empty unless the site said yes (2xx). */
export type Answer = { status: number; location: string | undefined; body: Buffer }

const refused = (message: string) => new Refusal('not-allowed', 'outside/refused', message)

/** The address of another site as it may be asked. Throws a Refusal with the reason. */
export function outsideAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw refused('Not an http or https address.')
  if (url.username || url.password) throw refused('The address carries a password.')
  return url
}

/**
 * Asks another site. The address a name leads to is judged at the moment of connecting, so that a changing name reaches
 * no private network. Throws a Refusal with the reason.
 */
export function askOutside(
  url: URL,
  question: Question,
  reach: Reach,
  limits: Limits,
  deadline = AbortSignal.timeout(limits.ms),
): Promise<Answer> {
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
        method: question.method,
        lookup: look,
        agent: false,
        signal: deadline,
        headers: { 'user-agent': 'Dateline', 'accept-encoding': 'identity', ...question.headers },
      },
      (response) => {
        const status = response.statusCode ?? 0
        const { location } = response.headers
        const chunks: Buffer[] = []
        const answer = () => resolve({ status, location, body: Buffer.concat(chunks) })
        if (status < 200 || status >= 300) {
          response.destroy()
          return answer()
        }
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
        response.on('end', () => (response.complete ? answer() : fail(new Error('cut'))))
        response.on('error', fail)
      },
    )
    request.on('error', fail)
    request.end(question.body)
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
