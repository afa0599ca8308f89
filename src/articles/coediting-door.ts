import type { IncomingMessage, Server } from 'node:http'
import type { Touch } from '../platform/changes.ts'
import type { House } from '../platform/http.ts'

/** Where the desk's editors connect. */
const PATH = '/desk/manuscripts'

export const isForWriters = ({ url, headers }: Pick<IncomingMessage, 'url' | 'headers'>) =>
  url?.split('?')[0] === PATH && headers.upgrade?.toLowerCase() === 'websocket'

/**
 * The door to writing together. What is behind it weighs as much as all that answers readers, and is loaded when the
 * first editor comes.
 */
export function openCoediting(house: House) {
  let behind: Promise<ReturnType<typeof import('./coediting.ts').createCoediting>> | undefined
  const enter = () => {
    behind ??= import('./coediting.ts').then(({ createCoediting }) => createCoediting(house))
    return behind
  }

  return {
    /** Takes the desk's connections from a server. Browsers say whose page asks; only the desk's own may. */
    listen: (server: Server) => {
      server.on('upgrade', (request, socket, head) => {
        // Whoever leaves while it is loaded must not take the process along.
        socket.on('error', () => socket.destroy())
        const { origin = '', host } = request.headers
        const own = URL.canParse(origin) && new URL(origin).host === host
        if (own && isForWriters(request))
          enter()
            .then((coediting) => coediting.take(request, socket, head))
            .catch((error) => {
              house.log.error({ err: error }, 'the desk’s connections cannot be taken up')
              socket.destroy()
            })
        else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      })
    },

    /** Brings what was written elsewhere to those who are connected here. */
    hear: (touches: readonly Touch[]) => void behind?.then(({ hear }) => hear(touches)),

    /** Ends every connection once what was written is tidied. */
    close: async () => (await behind)?.close(),
  }
}
