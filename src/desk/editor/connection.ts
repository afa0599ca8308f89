import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { IndexeddbPersistence } from 'y-indexeddb'
import { Doc } from 'yjs'
import { edition } from '../../articles/edition.ts'
import { Refused } from '../client.ts'
import { Delivery } from './delivery.ts'
import { type Lookout, lookOut } from './unknown.ts'
import { note } from './unsent.ts'

/** How a manuscript is connected, for whoever writes on it. */
export type Standing = {
  /** Something of it is here to be read. */
  isThere: boolean
  isOnline: boolean
  /** Changes that the newsroom has not stored yet. They are kept in this browser. */
  waiting: number
  /** Why the newsroom does not let one in, if it does not. */
  refused: string | undefined
  /** The newsroom writes by another schema than this tab, which may not go on. */
  isOutdated: boolean
  /** This browser keeps what is written. */
  isKept: boolean
}

export type Connection = {
  document: Doc
  provider: Delivery
  lookout: Lookout
  /** Resolves once everything that was written here is stored; is refused when it cannot be for now. */
  stored: () => Promise<void>
}

/** Milliseconds for what this browser has kept to be read; one that keeps nothing never says so. */
const LONGEST_MS = 2000

const nothing: Standing = {
  isThere: false,
  isOnline: false,
  waiting: 0,
  refused: undefined,
  isOutdated: false,
  isKept: false,
}

/** Milliseconds that a step may wait for the last words to arrive. */
const PATIENCE_MS = 15_000

const address = () =>
  `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/desk/manuscripts`

/** Opens a manuscript and keeps it connected as long as the screen shows it. */
export function useConnection(articleId: string) {
  const queries = useQueryClient()
  const [connection, setConnection] = useState<Connection>()
  const [standing, setStanding] = useState(nothing)
  useEffect(() => {
    // What was deleted stays in it: the history shows it.
    const document = new Doc({ gc: false })
    const lookout = lookOut(document)
    const kept = new IndexeddbPersistence(`manuscript ${articleId}`, document)
    const socket = new HocuspocusProviderWebsocket({
      url: address(),
      minDelay: 300,
      maxDelay: 5000,
    })
    const now = (change: Partial<Standing>) => setStanding((before) => ({ ...before, ...change }))
    lookout.onUnknown(() => now({ isOutdated: true }))
    const provider = new Delivery({
      name: articleId,
      document,
      // The browser's cookie says who it is; this says by which schema it writes.
      token: edition,
      websocketProvider: socket,
      onStatus: ({ status }) => now({ isOnline: status === 'connected' }),
      onSynced: () => now({ isThere: true, refused: undefined }),
      onUnsyncedChanges: ({ number }) => {
        now({ waiting: number })
        // What was kept from before is sent with the first exchange, and counts until that is done.
        if (number === 0 || provider.isHolding) note(articleId, number > 0)
      },
      onAuthenticationFailed: ({ reason }) =>
        now(reason === 'gone' ? { isOutdated: true } : { refused: reason }),
      // What one may do has changed: the article has moved on, or come back to those who wait with words of their own.
      onStateless: ({ payload }) => {
        if (payload === 'write') provider.forceSync()
        void queries.invalidateQueries({ queryKey: ['manuscript', articleId] })
      },
    })
    // A line that is cut shows only after a while; the browser often knows at once.
    const look = () =>
      now({ isOnline: navigator.onLine && socket.status === WebSocketStatus.Connected })
    addEventListener('offline', look)
    addEventListener('online', look)
    const stored = () =>
      new Promise<void>((resolve, reject) => {
        const until = Date.now() + PATIENCE_MS
        const look = () => {
          if (!provider.hasUnsyncedChanges) resolve()
          // What was asked for must not happen on its own when the line comes back, an hour later.
          else if (Date.now() > until) reject(new Refused(0, 'desk/offline', ''))
          else setTimeout(look, 50)
        }
        look()
      })
    setConnection({ document, provider, lookout, stored })
    let isLeft = false
    void kept.whenSynced.then(() => isLeft || now({ isKept: true }))
    // First what was written here before: the newsroom must be sent it as it was written, not as what others did
    // meanwhile leaves it.
    void Promise.race([
      kept.whenSynced,
      new Promise((resolve) => setTimeout(resolve, LONGEST_MS)),
    ]).then(() => {
      if (isLeft) return
      if (document.getMap('fields').size > 0) now({ isThere: true })
      provider.attach()
    })
    return () => {
      isLeft = true
      removeEventListener('offline', look)
      removeEventListener('online', look)
      lookout.end()
      provider.destroy()
      socket.destroy()
      void kept.destroy()
      document.destroy()
      setConnection(undefined)
      setStanding(nothing)
    }
  }, [articleId, queries])
  return { connection, standing }
}
