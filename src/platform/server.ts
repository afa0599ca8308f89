import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import {
  guardBody,
  guardConnections,
  type Patience,
  patience,
  refuseUnreadable,
} from './connections.ts'
import {
  type Bindings,
  encodingFor,
  guardHeaders,
  type House,
  isCurrent,
  lastModified,
} from './http.ts'
import { bytesOf, type Encoding, isKept, type Page } from './pages.ts'
import { clientAddress, networkOf } from './proxies.ts'

type ServerOptions = {
  house: House
  /** Answers whatever is not kept as a page. */
  fetch: (request: Request, env: Bindings) => Response | Promise<Response>
  /** The name a page is kept under for a path with its query; undefined when it cannot be a page. */
  pageKey: (pathAndQuery: string) => string | undefined
  /** Whether the network this address is in may say who the client is. */
  isTrustedProxy: (address: string) => boolean
  onAnswer: (status: number, seconds: number, kept: boolean) => void
  /** A page was sent, or the reader's copy of it was still good. */
  onRead?: (page: string, request: IncomingMessage) => void
  /** Whether what a request sends may take long to come. */
  mayTakeLong?: (request: IncomingMessage) => boolean
  /** Whether a request may go on in another protocol. Of all others the wish is passed over (RFC 9110, 7.8). */
  mayUpgrade?: (request: IncomingMessage) => boolean
  /** Whether somebody who goes on in another protocol works here: in a crowd, strangers give way first. */
  isColleague?: (request: IncomingMessage) => Promise<boolean>
  limits?: Partial<Patience>
}

/** The server of public pages: kept ones are answered from their bytes, before any router. */
export function createPageServer({
  house,
  fetch,
  pageKey,
  isTrustedProxy,
  onAnswer,
  onRead = () => {},
  mayTakeLong = () => false,
  mayUpgrade = () => false,
  isColleague = async () => false,
  limits,
}: ServerOptions): Server {
  const guards = guardHeaders(house.siteUrl)
  const route = getRequestListener(
    (asked, { incoming, outgoing }) => {
      const [request, response] = [incoming as IncomingMessage, outgoing as ServerResponse]
      const id = request.headers['x-request-id'] as string
      return fetch(asked, {
        incoming: request,
        send: (page) => void send(request, response, page, guards, id, house.now()),
      })
    },
    { overrideGlobalObjects: false },
  )

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const began = performance.now()
    guard.hasAsked(request.socket)
    guardBody(request, response, allowed, mayTakeLong(request))
    const id = requestId(request, isTrustedProxy)
    request.headers['x-request-id'] = id
    if (request.method === 'GET' || request.method === 'HEAD') {
      const key = pageKey(request.url ?? '/')
      const page = key === undefined ? undefined : house.pages.answer(key)
      if (page) {
        const status = send(request, response, page, guards, id, house.now())
        onAnswer(status, (performance.now() - began) / 1000, true)
        if (isRead(request, status)) onRead(key!, request)
        return
      }
    }
    request.headers['x-client-network'] = networkOf(
      clientAddress(
        request.socket.remoteAddress ?? '',
        request.headers['x-forwarded-for'] as string | undefined,
        isTrustedProxy,
      ),
    )
    response.once('close', () => {
      const status = response.statusCode
      onAnswer(status, (performance.now() - began) / 1000, false)
      if (!isRead(request, status)) return
      // Only what was kept is a page: a picture or a made-up address is none.
      const key = pageKey(request.url ?? '/')
      if (key !== undefined && house.pages.keeps(key)) onRead(key, request)
    })
    if (isHost(request.headers.host)) void route(request, response)
    else response.writeHead(400, { ...guards, 'x-request-id': id }).end()
  }

  const allowed = { ...patience(), ...limits }
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      requireHostHeader: true,
      headersTimeout: allowed.headersMs,
      requestTimeout: Math.max(allowed.requestMs, allowed.uploadMs),
      keepAliveTimeout: allowed.keepAliveMs,
      connectionsCheckingInterval: allowed.lookMs,
      shouldUpgradeCallback: mayUpgrade,
    },
    listener,
  )
  server.timeout = allowed.silenceMs
  server.maxRequestsPerSocket = 10_000
  const guard = guardConnections(server, allowed)
  server.on('upgrade', (request) => {
    isColleague(request).then(
      (isOne) => isOne && guard.hasAsked(request.socket),
      // The database is away: then nobody is known.
      () => {},
    )
  })
  refuseUnreadable(server, (status) => onAnswer(status, 0, false))
  return server
}

/** Whether it is a host, with a port or without. Anything else would shift the path that routes are given. HTTP/1.0 names none. */
const isHost = (host: string | undefined) => host === undefined || /^[\w.:[\]-]+$/.test(host)

function send(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  guards: Record<string, string>,
  id: string,
  now: Date,
) {
  const { 'if-none-match': tag, 'if-modified-since': since } = request.headers
  const modified = page.dated && lastModified(page, now)
  const own = ['x-request-id', id, ...(modified ? ['last-modified', modified] : [])]
  // Conditions count only where the answer would be the page itself (RFC 9110, 13.2.1).
  if (page.status === 200 && isCurrent({ tag, since }, page, now)) {
    response.writeHead(304, [...headersFor(page, 'none', guards), ...own]).end()
    return 304
  }
  const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined)
  response.writeHead(page.status, [...headersFor(page, encoding, guards), ...own])
  response.end(request.method === 'HEAD' ? undefined : bytesOf(page, encoding))
  return page.status
}

const isRead = ({ method }: IncomingMessage, status: number) =>
  method === 'GET' && (status === 200 || status === 304)

type Sending = Encoding | 'none'

const prepared = new WeakMap<Page, Partial<Record<Sending, string[]>>>()

/** A page's headers for one encoding, or for no body, as name, value, name, value. Made once: making them costs more than sending. */
function headersFor(page: Page, sending: Sending, guards: Record<string, string>): string[] {
  const made = prepared.get(page) ?? {}
  const known = made[sending]
  if (known) return known
  const headers: Record<string, string> = { ...guards, ...pageHeaders(page), ...page.headers }
  if (sending === 'none') delete headers['content-type']
  else headers['content-length'] = String(bytesOf(page, sending).length)
  if (sending === 'br' || sending === 'gzip') headers['content-encoding'] = sending
  const flat = Object.entries(headers).flat()
  prepared.set(page, { ...made, [sending]: flat })
  return flat
}

/** Readers ask again each time and are told 304: a correction must not wait for a cache to expire. */
export const pageHeaders = (page: Page): Record<string, string> => ({
  etag: page.etag,
  vary: 'accept-encoding',
  'cache-control': isKept(page.status) ? 'public, no-cache' : 'no-store',
})

function requestId(request: IncomingMessage, isTrustedProxy: (address: string) => boolean) {
  const given = request.headers['x-request-id']
  if (
    typeof given === 'string' &&
    /^[\w-]{8,64}$/.test(given) &&
    isTrustedProxy(request.socket.remoteAddress ?? '')
  )
    return given
  return randomUUID()
}
