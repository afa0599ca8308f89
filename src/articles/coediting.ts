import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { type Connection, type Document, Hocuspocus } from '@hocuspocus/server'
import crossws from 'crossws/adapters/node'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import { applyUpdate, type Doc, snapshot, snapshotContainsUpdate } from 'yjs'
import type { Touch } from '../platform/changes.ts'
import type { House } from '../platform/http.ts'
import { seldom } from '../platform/log.ts'
import { Refusal } from '../platform/refusals.ts'
import { STAFF } from '../staff/colleague.ts'
import { visitorByCookie } from '../staff/door.ts'
import { lacking, may, mayEdit } from '../staff/permission.ts'
import { edition } from './edition.ts'
import { newManuscript } from './manuscript.ts'
import {
  type Known,
  keepUpdate,
  manuscriptIn,
  newsOf,
  openManuscript,
  tidyManuscript,
} from './manuscripts.ts'
import { marginIn } from './margin.ts'
import { namesManuscript } from './named.ts'
import { wouldBringUnknown } from './unknown.ts'
import { idAfter, latestOf } from './update-id.ts'

/** Bytes of one message, and of a manuscript with all that was ever deleted from it. */
const MOST_AT_ONCE = 4 * 1024 * 1024
const MOST_BYTES = 24 * 1024 * 1024

/** Bytes kept of whoever has not said yet who they are, and of one message where nobody is signed in. */
const MOST_UNASKED = 256 * 1024

/** Milliseconds without a keystroke, and with them, after which a manuscript is tidied. */
const PAUSE_MS = 2000
const LONGEST_MS = 10_000

/** Milliseconds that tidying gets when the process is told to stop: nothing that was written depends on it. */
const TIDYING_MS = 3000
const LOOK_MS = 20

/** Milliseconds between looks at who is still signed in: sessions end by the clock, too. */
const LOOK_AGAIN_MS = 60_000

/** RFC 6455, 7.4.1; and 7.4.2, for our own. */
const GOING_AWAY = 1001
const UNREADABLE = 1008
const FORBIDDEN = 4403

type Who = { cookie: string; colleague: { id: string; name: string } }
/** `latest` is the greatest id of an update that anybody here has seen. */
type Open = { known: Known; size: number; latest: string | undefined }

/** What nobody connected here has written: it is stored already. */
const fromElsewhere = { source: 'local', skipStoreHooks: true } as const

/**
 * Several people in one manuscript at once. What somebody writes is stored before it is acknowledged or shown to
 * anyone else; other nodes hear of it by the database's own changes and bring it to those who are connected there.
 */
export function createCoediting(house: House) {
  const { db, write, now, log } = house
  const open = new WeakMap<Doc, Open>()
  const complain = seldom()

  const bring = (document: Doc, updates: Uint8Array[]) => {
    for (const update of updates)
      try {
        applyUpdate(document, update, fromElsewhere)
      } catch (error) {
        // One that cannot be read must not lock everybody out of the rest.
        complain(log, error, 'an update of a manuscript cannot be read')
      }
  }

  /** Who is at a browser, and whether they may write; asked anew with every message, since roles and sessions end. */
  async function rights(cookie: string, articleId: string) {
    const session = await visitorByCookie(house, cookie)
    if (!session)
      throw new Refusal('not-signed-in', 'staff/signed-out', 'You are signed out. Please sign in.')
    const article = await db
      .selectFrom('articles')
      .select(['status', 'created_by as createdBy', 'assigned_to as assignedTo'])
      .where('id', '=', articleId)
      .executeTakeFirst()
    if (!article) throw new Refusal('not-found', 'articles/unknown', 'There is no such article.')
    const { colleague } = session
    if (!may(colleague, 'articles.write') && !may(colleague, 'articles.edit'))
      throw new Refusal('not-allowed', 'articles/read', lacking(colleague, 'articles.write'))
    return { colleague, mayWrite: mayEdit(colleague, article) }
  }

  /**
   * Lets a connection do what its colleague may now, and tells the colleague where that has changed. Who may not even
   * read is cut off; their browser comes back at once and hears why it is not let in.
   */
  async function allow(connection: Connection<Who>, articleId: string) {
    try {
      const { mayWrite } = await rights(connection.context.cookie, articleId)
      if (connection.readOnly === !mayWrite) return
      connection.readOnly = !mayWrite
      connection.sendStateless(mayWrite ? 'write' : 'read')
    } catch (error) {
      if (error instanceof Refusal) {
        connection.close({ code: FORBIDDEN, reason: error.reason })
        connection.webSocket.close(FORBIDDEN, error.reason)
      }
      throw error
    }
  }

  /** Looks at everybody who has a manuscript open. */
  async function lookAt(document: Document) {
    for (const connection of document.getConnections())
      await allow(connection, document.name).catch((error) => {
        if (!(error instanceof Refusal))
          complain(log, error, 'a connection of the desk cannot be looked at')
      })
  }

  const lookAtAll = async () => {
    for (const document of hocuspocus.documents.values()) await lookAt(document)
  }

  const hocuspocus = new Hocuspocus<Who>({
    quiet: true,
    debounce: PAUSE_MS,
    maxDebounce: LONGEST_MS,
    // A desk's browser says who it is before anything else; whoever does not is a stranger.
    maxUnauthenticatedQueueSize: MOST_UNASKED,
    maxPendingDocuments: 2,
    yDocOptions: { gc: false, gcFilter: () => false },

    async onAuthenticate({ requestHeaders, documentName, connectionConfig, token }) {
      if (token !== edition)
        throw new Refusal(
          'gone',
          'articles/outdated',
          'The desk was updated. Load this page again.',
        )
      const cookie = requestHeaders.get('cookie') ?? ''
      const { colleague, mayWrite } = await rights(cookie, documentName)
      connectionConfig.readOnly = !mayWrite
      return { cookie, colleague: { id: colleague.id, name: colleague.name } }
    },

    async onLoadDocument({ documentName, document }) {
      const { bytes, known } = await write((tx) => openManuscript(tx, documentName))
      bring(document, bytes)
      open.set(document, {
        known,
        size: bytes.reduce((sum, update) => sum + update.length, 0),
        latest: latestOf(known.updates),
      })
    },

    async beforeHandleMessage({ documentName, connection }) {
      await allow(connection, documentName)
    },

    async beforeSync({ type, payload, document, documentName, context, connection }) {
      if (type === messageYjsSyncStep1 || connection.readOnly) return
      const bytes = Uint8Array.from(payload)
      if (snapshotContainsUpdate(snapshot(document), bytes)) return
      // What cannot be applied must not be stored: it throws here, on nobody's manuscript.
      applyUpdate(newManuscript(), bytes)
      if (wouldBringUnknown(document, bytes))
        throw new Refusal('invalid', 'articles/manuscript', 'No article can hold that.')
      const state = open.get(document)!
      if (state.size + bytes.length > MOST_BYTES)
        throw new Refusal('too-large', 'articles/manuscript', 'This manuscript is full.')
      const id = idAfter(state.latest, now())
      state.latest = id
      state.known.updates.add(id)
      state.size += bytes.length
      await write((tx) =>
        keepUpdate(tx, documentName, { id, writtenBy: context.colleague.id, bytes }),
      )
    },

    async beforeHandleAwareness({ states, context }) {
      for (const state of states.values()) if (state) state.user = context?.colleague
    },

    async onStoreDocument({ documentName }) {
      await write((tx) => tidyManuscript(tx, documentName, now()))
    },
  })

  /** Half a message is kept until the rest comes, whoever sends it. */
  const taking = (maxPayload: number) =>
    crossws({
      serverOptions: { maxPayload },
      hooks: {
        open: (peer) => {
          connections.set(
            peer.id,
            hocuspocus.handleConnection(peer.websocket as WebSocket, peer.request as Request),
          )
        },
        message: (peer, message) => {
          const bytes = message.uint8Array()
          if (namesManuscript(bytes)) connections.get(peer.id)?.handleMessage(bytes)
          else peer.close(UNREADABLE)
        },
        close: (peer, { code = 1000, reason = '' }) => {
          connections.get(peer.id)?.handleClose({ code, reason })
          connections.delete(peer.id)
        },
        error: (_, error) => complain(log, error, 'a connection of the desk failed'),
      },
    })
  const sockets = { colleague: taking(MOST_AT_ONCE), stranger: taking(MOST_UNASKED) }
  const connections = new Map<string, ReturnType<typeof hocuspocus.handleConnection>>()
  const looking = setInterval(() => void lookAtAll(), LOOK_AGAIN_MS).unref()

  return {
    /** Takes up a connection that asks for it (RFC 6455, 4). */
    take: async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const who = await visitorByCookie(house, request.headers.cookie ?? '').catch(() => undefined)
      await sockets[who ? 'colleague' : 'stranger'].handleUpgrade(request, socket, head)
    },

    /** Brings what was written elsewhere to those who are connected here. */
    hear: (touches: readonly Touch[]) => {
      for (const { key } of touches) {
        // Notes are asked for by the desk's doors; here is only said that there are new ones.
        const noted = marginIn(key)
        if (noted) hocuspocus.documents.get(noted)?.broadcastStateless('notes')
        if (key === STAFF) void lookAtAll()
        const moved = hocuspocus.documents.get(/^article:(.+)$/.exec(key)?.[1] ?? '')
        if (moved) void lookAt(moved)
        const articleId = manuscriptIn(key)
        const document = articleId && hocuspocus.documents.get(articleId)
        const state = document && open.get(document)
        if (!articleId || !document || !state) continue
        newsOf(db, articleId, state.known)
          .then(({ bytes, known }) => {
            state.latest = latestOf(known.updates, state.latest)
            state.known = {
              folded: known.folded,
              updates: known.updates.union(state.known.updates),
            }
            bring(document, bytes)
          })
          .catch((error) => complain(log, error, 'a manuscript cannot be read'))
      }
    },

    /** Ends every connection once what was written is tidied. */
    close: async () => {
      clearInterval(looking)
      for (const one of Object.values(sockets)) one.closeAll(GOING_AWAY)
      hocuspocus.closeConnections()
      hocuspocus.flushPendingStores()
      for (let left = TIDYING_MS; hocuspocus.documents.size > 0 && left > 0; left -= LOOK_MS)
        await wait(LOOK_MS)
    },
  }
}
