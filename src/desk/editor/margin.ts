import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import {
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromTypeIndex,
  type Doc,
  type RelativePosition,
  type XmlFragment,
  XmlText,
} from 'yjs'
import { type Anchor, placeIn, positionOf } from '../../articles/anchor.ts'

/**
 * Which words of a text notes are about, shown by decorations: nothing of a note is ever in the text itself. While
 * somebody types here, the places move along with the text; what others type brings them back from their anchors.
 */

export type Place = { from: number; to: number }
export type Anchored = { id: string; anchor: Anchor | null }

type Margin = {
  notes: readonly Anchored[]
  places: ReadonlyMap<string, Place>
  /** The note that is looked at, and the words that a new one will be about. */
  active: string | undefined
  draft: Place | undefined
}

/** What the margin is told by the text. */
export type Heard = {
  ask: () => void
  pick: (id: string) => void
  /** Words that came to stand elsewhere by what was typed here. */
  moved: (id: string, anchor: Anchor) => void
}

type Sync = {
  doc: Doc
  type: XmlFragment
  binding: { mapping: Parameters<typeof absolutePositionToRelativePosition>[2] } | null
}
type Told = Partial<Pick<Margin, 'notes' | 'active' | 'draft'>>

const key = new PluginKey<Margin>('margin')

/** Characters around its former place in which words are looked for that an undoing has put back. */
const NEAR = 200

/** Tells the text of the notes that there are, or which of them is looked at. */
export const telling = (told: Told) => ({ key, told })

export const placesIn = (state: EditorState): ReadonlyMap<string, Place> =>
  key.getState(state)?.places ?? new Map()

/** The note that the cursor stands in. */
export function noteAt(state: EditorState): string | undefined {
  const { from, to } = state.selection
  for (const [id, place] of placesIn(state)) if (place.from <= from && to <= place.to) return id
}

/** The words that a note would be about: the selected ones, or the paragraph that the cursor is in. */
export function wordsAt({ selection, doc }: EditorState): (Place & { quote: string }) | undefined {
  const { empty, $from } = selection
  const place = empty
    ? { from: $from.start(), to: $from.end() }
    : { from: selection.from, to: selection.to }
  if (empty && !$from.parent.isTextblock) return undefined
  return place.from < place.to ? { ...place, quote: textIn(doc, place) } : undefined
}

export const textIn = (doc: Node, { from, to }: Place) => doc.textBetween(from, to, ' ')

const syncIn = (state: EditorState) => ySyncPluginKey.getState(state) as Sync | undefined

/** Binds a place to the characters that stand there. */
export function anchorAt(state: EditorState, { from, to }: Place): Anchor | undefined {
  const sync = syncIn(state)
  const { binding } = sync ?? {}
  if (!sync || !binding) return undefined
  const bind = (at: number, side: number) => {
    const near = absolutePositionToRelativePosition(at, sync.type, binding.mapping)
    const place = createAbsolutePositionFromRelativePosition(near, sync.doc)
    return placeIn(
      place ? createRelativePositionFromTypeIndex(place.type, place.index, side) : near,
    )
  }
  // To the first of them and to the last: what is typed before and after is not meant.
  return { from: bind(from, 0), to: bind(to, -1) }
}

/** Where the words of an anchor stand, or undefined once they were deleted. */
function placeOf(state: EditorState, { from, to }: Anchor): Place | undefined {
  const sync = syncIn(state)
  const { binding } = sync ?? {}
  if (!sync || !binding) return undefined
  const find = (place: string) => {
    const position = positionOf(place)
    const there = position && createAbsolutePositionFromRelativePosition(position, sync.doc)
    if (!there) return null
    const resolve = (at: RelativePosition) =>
      relativePositionToAbsolutePosition(sync.doc, sync.type, at, binding.mapping)
    if (!(there.type instanceof XmlText)) return resolve(position)
    // By where its text begins: of places at the beginning of everything y-tiptap thinks that they are lost.
    const start = resolve(createRelativePositionFromTypeIndex(there.type, 0, -1))
    return start === null ? null : start + there.index
  }
  const [start, end] = [find(from), find(to)]
  if (start === null || end === null || start >= end || end > state.doc.content.size)
    return undefined
  return { from: start, to: end }
}

/** Where the same words stand near their former place. */
function placeNear(before: Node, former: Place, doc: Node): Place | undefined {
  const words = textIn(before, former)
  const start = Math.max(0, former.from - NEAR)
  for (let by = 0; by <= NEAR; by++)
    for (const from of [former.from - by, former.from + by]) {
      const to = from + (former.to - former.from)
      if (from >= start && to <= doc.content.size && textIn(doc, { from, to }) === words)
        return { from, to }
    }
}

type Change = { isChangeOrigin?: boolean; isUndoRedoOperation?: boolean }

/** Places after what somebody else wrote, or an undoing here. */
function placesAnew(before: EditorState, state: EditorState, margin: Margin, isUndone: boolean) {
  const places = new Map<string, Place>()
  for (const { id, anchor } of margin.notes) {
    const former = margin.places.get(id)
    const place =
      (anchor && placeOf(state, anchor)) ??
      (isUndone && former ? placeNear(before.doc, former, state.doc) : undefined)
    if (place) places.set(id, place)
  }
  return places
}

export const marginMarks = (heard: { current: Heard }) =>
  Extension.create({
    name: 'margin',
    addKeyboardShortcuts: () => ({
      'Mod-Alt-m': () => {
        heard.current.ask()
        return true
      },
    }),
    addProseMirrorPlugins: () => [
      new Plugin<Margin>({
        key,
        state: {
          init: () => ({ notes: [], places: new Map(), active: undefined, draft: undefined }),
          apply: (transaction, margin, before, state) => {
            const told = transaction.getMeta(key) as Told | undefined
            const change = transaction.getMeta(ySyncPluginKey) as Change | undefined
            const next = told ? { ...margin, ...told } : margin
            if (change?.isChangeOrigin) {
              const isUndone = change.isUndoRedoOperation === true
              return { ...next, places: placesAnew(before, state, next, isUndone) }
            }
            if (told?.notes) return { ...next, places: placesOfNew(state, margin, told.notes) }
            if (!transaction.docChanged) return next
            const moved = ({ from, to }: Place) => ({
              from: transaction.mapping.map(from, 1),
              to: transaction.mapping.map(to, -1),
            })
            const places = new Map(
              [...next.places]
                .map(([id, place]) => [id, moved(place)] as const)
                .filter(([, { from, to }]) => from < to),
            )
            return { ...next, places, draft: next.draft && moved(next.draft) }
          },
        },
        view: () => ({
          update: (view, before) => {
            if (view.state.doc === before.doc) return
            const { notes, places } = key.getState(view.state)!
            const moved = notes.flatMap(({ id, anchor }) => {
              const place = places.get(id)
              if (!anchor || !place || isStill(view.state, anchor, place)) return []
              const other = anchorAt(view.state, place)
              return other ? [{ id, anchor: other }] : []
            })
            for (const { id, anchor } of moved) heard.current.moved(id, anchor)
          },
        }),
        props: {
          handleClick: (_, __, event) => {
            const mark = (event.target as Element).closest<HTMLElement>('[data-note]')
            if (mark) heard.current.pick(mark.dataset.note!)
            return false
          },
          decorations: (state) => {
            const { places, active, draft } = key.getState(state)!
            const marks = [...places].map(([id, { from, to }]) =>
              Decoration.inline(from, to, {
                class: id === active ? 'noted here' : 'noted',
                'data-note': id,
              }),
            )
            if (draft && draft.from < draft.to)
              marks.push(Decoration.inline(draft.from, draft.to, { class: 'noted here' }))
            return DecorationSet.create(state.doc, marks)
          },
        },
      }),
    ],
  })

/** Places of notes as they are told: those known already stand where they were followed to. */
function placesOfNew(state: EditorState, margin: Margin, notes: readonly Anchored[]) {
  const anchors = new Map(margin.notes.map(({ id, anchor }) => [id, anchor]))
  const places = new Map<string, Place>()
  for (const { id, anchor } of notes) {
    const known = anchors.get(id)
    const isKnown = anchor && known && anchor.from === known.from && anchor.to === known.to
    const followed = isKnown ? margin.places.get(id) : undefined
    const place = followed ?? (anchor ? placeOf(state, anchor) : undefined)
    if (place) places.set(id, place)
  }
  return places
}

/** Whether an anchor still leads to the words that stand in a place. */
function isStill(state: EditorState, anchor: Anchor, place: Place) {
  const anchored = placeOf(state, anchor)
  return anchored !== undefined && textIn(state.doc, anchored) === textIn(state.doc, place)
}
