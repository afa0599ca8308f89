import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Anchor } from '../../articles/anchor.ts'
import {
  anchorAt,
  type Heard,
  marginMarks,
  noteAt,
  type Place,
  telling,
  wordsAt,
} from './margin.ts'
import type { Notes, Writing } from './notes.ts'

/** A note that is being written: its words are marked meanwhile. */
export type Draft = { anchor: Anchor | null; quote: string; place: Place | undefined }

/** The note that is being written, among those that are. */
export const NEW = 'new'

/** The note that a letter leads to. */
const wanted = () => new URLSearchParams(location.search).get('note') ?? undefined

/** What is done in the margin, and what the text shows of it. `bring` brings the margin to the screen, `glance` where there is room. */
export function useMargin(
  editor: Editor | undefined,
  { notes, act }: Notes,
  { bring, glance, mayEdit }: { bring: () => void; glance: () => void; mayEdit: boolean },
) {
  const [active, setActive] = useState(wanted)
  const [draft, setDraft] = useState<Draft>()
  const [unsaid, setUnsaid] = useState<ReadonlyMap<string, Writing>>(new Map())
  const [withResolved, showResolved] = useState(false)
  const [here, setHere] = useState<string>()
  const heard = useRef<Heard>({ ask: () => {}, pick: () => {}, moved: () => {} })
  const extension = useMemo(() => marginMarks(heard), [])
  const shown = withResolved ? notes : notes.filter(({ resolved }) => resolved === null)

  const pick = (id: string) => {
    setActive(id)
    bring()
    // Once the margin is on the screen.
    setTimeout(() => focusOn(id))
  }
  const ask = () => {
    if (!editor || !mayEdit) return
    const there = editor.state.selection.empty ? noteAt(editor.state) : undefined
    if (there) {
      pick(there)
      return
    }
    const words = wordsAt(editor.state)
    const anchor = (words && anchorAt(editor.state, words)) ?? null
    setDraft({ anchor, quote: words?.quote.slice(0, 1000) ?? '', place: words })
    setActive(undefined)
    bring()
  }
  const look = (id: string) => {
    setActive(id)
    glance()
  }
  heard.current = {
    ask,
    pick: look,
    moved: (note, anchor) => act({ kind: 'anchor', note, anchor }),
  }

  const marked = JSON.stringify(shown.map(({ id, anchor }) => ({ id, anchor })))
  useEffect(() => {
    if (!editor) return
    const { key, told } = telling({ notes: JSON.parse(marked) })
    editor.view.dispatch(editor.state.tr.setMeta(key, told))
  }, [editor, marked])
  useEffect(() => {
    if (!editor) return
    const { key, told } = telling({ active, draft: draft?.place })
    editor.view.dispatch(editor.state.tr.setMeta(key, told))
  }, [editor, active, draft])
  useEffect(() => {
    if (!editor) return
    const look = () => setHere(noteAt(editor.state))
    editor.on('selectionUpdate', look)
    return () => {
      editor.off('selectionUpdate', look)
    }
  }, [editor])

  /** Puts the cursor at the end of some words. */
  const returnTo = (place: Place | undefined) => {
    if (!editor) return
    const chain = editor.chain().focus()
    if (place) chain.setTextSelection(place.to)
    chain.scrollIntoView().run()
  }
  const keep = (of: string, writing?: Writing) =>
    setUnsaid((before) => {
      const after = new Map(before)
      if (writing?.text) after.set(of, writing)
      else after.delete(of)
      return after
    })
  const save = (writing: Writing) => {
    if (!draft) return
    const id = crypto.randomUUID()
    act({ kind: 'note', note: id, anchor: draft.anchor, quote: draft.quote, ...writing, key: id })
    setActive(id)
    leave()
  }
  const leave = () => {
    setDraft(undefined)
    keep(NEW)
    returnTo(draft?.place)
  }
  const first = notes.find(({ id }) => id === here)?.words[0]
  return {
    ...{ extension, notes, shown, active, setActive, draft, ask, save, leave, returnTo },
    ...{ withResolved, showResolved, here: first, keep },
    /** What is being said of which note, as long as it is not sent: it outlasts the panel. */
    unsaid,
    open: notes.filter(({ resolved }) => resolved === null).length,
  }
}

export type Margin = ReturnType<typeof useMargin>

export const noteId = (id: string) => `note-${id}`

const focusOn = (id: string) => {
  const note = document.getElementById(noteId(id))
  note?.focus()
  note?.scrollIntoView({ block: 'nearest' })
}
