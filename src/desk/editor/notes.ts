import type { HocuspocusProvider } from '@hocuspocus/provider'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Anchor } from '../../articles/anchor.ts'
import { api, Refused, said } from '../client.ts'
import { say } from '../parts/notice.tsx'

type Named = { id: string; name: string }
export type Writing = { text: string; mentions: Named[] }

/** What was done here to notes and has not arrived yet. It is kept in this browser and sent again: twice is harmless. */
export type Waiting = {
  key: string
  note: string
  at: string
  /** Why the newsroom does not take it, if it does not. */
  wrong?: string
} & (
  | ({ kind: 'note'; anchor: Anchor | null; quote: string } & Writing)
  | ({ kind: 'answer' } & Writing)
  | { kind: 'resolution'; to: boolean; seen: number }
  | { kind: 'anchor'; anchor: Anchor }
)
export type Doing = Waiting extends infer One
  ? One extends Waiting
    ? Omit<One, 'key' | 'at' | 'wrong'>
    : never
  : never

/** Milliseconds after which what could not be sent is sent again. */
const AGAIN_MS = 5000

const look = (articleId: string) =>
  said(api.articles[':id'].notes.$get({ param: { id: articleId } }))

type Stored = Awaited<ReturnType<typeof look>>[number]
export type Words = Stored['words'][number] & { waiting?: Waiting }
export type Note = Omit<Stored, 'words'> & { words: Words[] }

/** The notes on an article, as they are and as what waits to be sent makes them, and the way to change them. */
export function useNotes(articleId: string, provider: HocuspocusProvider, me: Named | undefined) {
  const queries = useQueryClient()
  const stored = useQuery({
    queryKey: ['notes', articleId],
    queryFn: () => look(articleId),
    refetchOnReconnect: true,
  })
  const [waiting, setWaiting] = useState(() => keptOf(articleId))
  const latest = useRef(waiting)
  const isBusy = useRef(false)

  const keep = useCallback(
    (next: Waiting[]) => {
      latest.current = next
      setWaiting(next)
      try {
        localStorage.setItem(kept(articleId), JSON.stringify(next))
      } catch {
        // A browser that keeps nothing, or no more: as long as the screen is open it is sent all the same.
      }
    },
    [articleId],
  )

  const lookAgain = useCallback(
    () => queries.invalidateQueries({ queryKey: ['notes', articleId] }),
    [queries, articleId],
  )

  const flush = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    try {
      for (;;) {
        const next = latest.current.find(({ wrong }) => wrong === undefined)
        if (!next) return
        const { wrong, isAway } = await send(articleId, next)
        if (isAway) return
        if (wrong !== undefined && (next.kind === 'note' || next.kind === 'answer')) {
          keep(latest.current.map((one) => (one.key === next.key ? { ...one, wrong } : one)))
          continue
        }
        if (wrong !== undefined) say(wrong)
        await lookAgain()
        keep(latest.current.filter(({ key }) => key !== next.key))
      }
    } finally {
      isBusy.current = false
    }
  }, [articleId, keep, lookAgain])

  const act = useCallback(
    (doing: Doing & { key?: string }) => {
      const one = {
        key: crypto.randomUUID(),
        at: new Date().toISOString(),
        ...doing,
      } as Waiting
      // Of two places of one note the later counts.
      const others = latest.current.filter(
        ({ kind, note }) => !(one.kind === 'anchor' && kind === 'anchor' && note === one.note),
      )
      keep([...others, one])
      void flush()
    },
    [keep, flush],
  )

  const again = useCallback(
    (key: string) => {
      keep(
        latest.current.map(({ wrong, ...one }) =>
          one.key === key || wrong === undefined
            ? (one as Waiting)
            : ({ ...one, wrong } as Waiting),
        ),
      )
      void flush()
    },
    [keep, flush],
  )

  const discard = useCallback(
    (key: string) => keep(latest.current.filter((one) => one.key !== key)),
    [keep],
  )

  useEffect(() => {
    const hear = ({ payload }: { payload: string }) => payload === 'notes' && void lookAgain()
    const back = () => {
      void lookAgain()
      void flush()
    }
    provider.on('stateless', hear)
    provider.on('synced', back)
    addEventListener('online', back)
    const timer = setInterval(() => latest.current.length > 0 && void flush(), AGAIN_MS)
    void flush()
    return () => {
      provider.off('stateless', hear)
      provider.off('synced', back)
      removeEventListener('online', back)
      clearInterval(timer)
    }
  }, [provider, flush, lookAgain])

  return { notes: withWaiting(stored.data ?? [], waiting, me), act, again, discard }
}

export type Notes = ReturnType<typeof useNotes>

const kept = (articleId: string) => `notes ${articleId}`

const keptOf = (articleId: string): Waiting[] =>
  JSON.parse(localStorage.getItem(kept(articleId)) ?? '[]')

/** Sends what was done; says what is wrong with it, or that the newsroom could not be reached. */
async function send(articleId: string, one: Waiting): Promise<{ wrong?: string; isAway?: true }> {
  const { ':note': note } = api.articles[':id'].notes
  const param = { id: articleId, note: one.note }
  try {
    if (one.kind === 'anchor') await note.anchor.$put({ param, json: { anchor: one.anchor } })
    else if (one.kind === 'resolution')
      await note.resolution.$put({ param, json: { to: one.to, seen: one.seen } })
    else {
      const json = { text: one.text, mentions: one.mentions.map(({ id }) => id) }
      if (one.kind === 'answer')
        await note.answers[':answer'].$put({ param: { ...param, answer: one.key }, json })
      else await note.$put({ param, json: { ...json, anchor: one.anchor, quote: one.quote } })
    }
    return {}
  } catch (error) {
    const { status, message } = error as Refused
    if (!(error instanceof Refused) || status === 0 || status >= 500) return { isAway: true }
    return { wrong: message }
  }
}

/** Notes as they will be once all that waits has arrived. */
function withWaiting(stored: Stored[], waiting: Waiting[], me: Named | undefined): Note[] {
  const notes = new Map<string, Note>(stored.map((note) => [note.id, { ...note }]))
  const by = me ?? { id: '', name: '' }
  for (const one of waiting) {
    const note = notes.get(one.note)
    if (one.kind === 'note') {
      if (note) continue
      const words = { id: one.note, text: one.text, said: one.at, by, mentions: one.mentions }
      const { anchor, quote } = one
      const all = [{ ...words, waiting: one }]
      notes.set(one.note, { id: one.note, anchor, quote, resolved: null, words: all })
    } else if (!note) continue
    else if (one.kind === 'anchor') note.anchor = one.anchor
    else if (one.kind === 'resolution')
      note.resolved = one.to ? (note.resolved ?? { when: one.at, by: by.name }) : null
    else if (!note.words.some(({ id }) => id === one.key)) {
      const { key: id, text, at: said, mentions } = one
      note.words = [...note.words, { id, text, said, by, mentions, waiting: one }]
    }
  }
  return [...notes.values()]
}
