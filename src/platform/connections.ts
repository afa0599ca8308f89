import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How much of the server strangers may hold, and for how long (milliseconds). */
export type Patience = {
  /** Connections at once. */
  connections: number
  /** For asking: the headers, and the whole request. */
  headersMs: number
  requestMs: number
  /** For sending what may take long. */
  uploadMs: number
  /** For doing nothing between two requests, and for not taking in a byte of an answer. */
  keepAliveMs: number
  silenceMs: number
  /** Between looks at who is out of time. */
  lookMs: number
}

/** Each costs some 17 KB while it does nothing. */
const MOST_CONNECTIONS = 16_000
/** Of the files that the process may open, for connections; the others are for pictures and the database. */
const SHARE = 0.8

export const patience = (): Patience => ({
  connections: Math.min(MOST_CONNECTIONS, Math.floor(SHARE * openFiles())),
  // A slow reader may take this long to ask; what takes longer holds a connection hostage.
  headersMs: 10_000,
  requestMs: 30_000,
  // 50 MB at 700 kbit/s.
  uploadMs: 600_000,
  // Longer than the keep-alive of usual proxies (60 s), so that they close first and no request is lost in between.
  keepAliveMs: 65_000,
  silenceMs: 60_000,
  lookMs: 2000,
})

function openFiles(): number {
  // Otherwise the report waits for a name server.
  Object.assign(process.report, { excludeNetwork: true })
  const report = process.report.getReport() as { userLimits?: { open_files?: { soft: unknown } } }
  const soft = Number(report.userLimits?.open_files?.soft)
  return Number.isFinite(soft) ? soft : MOST_CONNECTIONS
}

/**
 * Cuts off who takes too long to send the body of a request. One that may take long has until its answer, and as long
 * again to hear it.
 */
export function guardBody(
  request: IncomingMessage,
  response: ServerResponse,
  { requestMs }: Pick<Patience, 'requestMs'>,
  mayTakeLong: boolean,
) {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (length === undefined && encoding === undefined) return
  const wait = () => {
    const timer = setTimeout(() => {
      if (!request.complete) request.socket.destroy()
    }, requestMs)
    timer.unref()
    request.once('close', () => clearTimeout(timer))
  }
  if (mayTakeLong) response.once('finish', wait)
  else wait()
}

/** From this share of the connections on, a new one takes the place of one that is not doing anything useful. */
const CROWDED = 0.9

/**
 * Keeps a server open to readers while others only hold connections. When it is crowded, the connection that has
 * waited longest without asking anything gives way to each new one; then those that rest between requests, and the
 * one that has kept its answer waiting longest. Returns what to call when a connection has asked for something.
 */
export function guardConnections(server: Server, { connections }: Pick<Patience, 'connections'>) {
  server.maxConnections = connections
  const open = new Set<Socket>()
  const silent = new Set<Socket>()
  server.on('connection', (socket) => {
    if (open.size >= CROWDED * connections) giveWay()
    open.add(socket)
    silent.add(socket)
    socket.once('close', () => {
      open.delete(socket)
      silent.delete(socket)
    })
  })
  const giveWay = () => {
    const longest = first(silent)
    if (longest) silent.delete(longest)
    else server.closeIdleConnections()
    const leaving = longest ?? first(open, (socket) => socket.writableLength > 0)
    if (leaving) open.delete(leaving)
    leaving?.destroy()
  }
  return { hasAsked: (socket: Socket) => void silent.delete(socket) }
}

function first(sockets: Set<Socket>, isIt: (socket: Socket) => boolean = () => true) {
  for (const socket of sockets) if (isIt(socket)) return socket
  return undefined
}

/** What is told to those whose request is none, by why it is. */
const refusals: Record<string, [status: string, sentence: string]> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'Ask for less: this address is too long.',
  ],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['413 Payload Too Large', 'This request is too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'This request took too long to arrive.'],
}
const unreadable: [string, string] = ['400 Bad Request', 'This request cannot be read.']

/** Milliseconds for which what is sent after a refusal is taken in and thrown away. */
const HEAR_OUT_MS = 2000

/**
 * Tells those whose request cannot be read why. Closed at once, as Node would, the connection takes the refusal with it
 * where more has been sent than was read: whoever asks for ten thousand words would be told nothing.
 */
export function refuseUnreadable(server: Server, refused: (status: number) => void) {
  const told = new WeakSet<Socket>()
  server.on('clientError', (error: NodeJS.ErrnoException, connection) => {
    const socket = connection as Socket & { _httpMessage?: ServerResponse }
    // What follows cannot be read either, and says so again.
    if (told.has(socket)) return
    told.add(socket)
    // An answer that has begun cannot be followed by another.
    if (error.code === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent)
      return void socket.destroy()
    const [status, sentence] = refusals[error.code ?? ''] ?? unreadable
    socket.end(
      [
        `HTTP/1.1 ${status}`,
        'content-type: text/plain; charset=utf-8',
        `content-length: ${Buffer.byteLength(sentence) + 1}`,
        'cache-control: no-store',
        'connection: close',
        '',
        `${sentence}\n`,
      ].join('\r\n'),
    )
    refused(Number.parseInt(status, 10))
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') socket.destroySoon()
    else setTimeout(() => socket.destroy(), HEAR_OUT_MS).unref()
  })
}
