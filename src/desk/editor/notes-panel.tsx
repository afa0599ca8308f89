import type { Editor } from '@tiptap/core'
import './notes.css'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../texts.ts'
import { type Place, placesIn } from './margin.ts'
import { Say } from './mention.tsx'
import { NoteCard } from './note.tsx'
import type { Notes } from './notes.ts'
import { type Margin, NEW } from './use-margin.ts'

/** Pixels between two notes. */
const GAP = 12

type NotesPanelProps = {
  editor: Editor
  margin: Margin
  acting: Pick<Notes, 'act' | 'again' | 'discard'>
  me: string
  timezone: string
  mayEdit: boolean
  /** The words are what is wanted now: on a narrow screen the panel gives way. */
  onGo: () => void
}

/** The notes: each beside its words where there is room, one after the other where there is not. */
export function NotesPanel({ editor, margin, onGo, ...rest }: NotesPanelProps) {
  const { notes, shown, draft, withResolved } = margin
  const list = useRef<HTMLUListElement>(null)
  useEveryChange(editor)
  const places = placesIn(editor.state)
  const placed = [
    ...shown.map((note) => ({ id: note.id, note, place: places.get(note.id) })),
    ...(draft ? [{ id: NEW, note: undefined, place: draft.place }] : []),
  ].sort((one, other) => (one.place?.from ?? -1) - (other.place?.from ?? -1))
  useBeside(
    editor,
    list,
    placed.map(({ place }) => place),
  )
  const resolved = notes.filter((note) => note.resolved !== null).length
  const go = (place: Place | undefined) => {
    onGo()
    margin.returnTo(place)
  }
  return (
    <>
      <div className="notes-head">
        <p className="soft" role="status">
          {t('notes.open', { count: notes.length - resolved })}
        </p>
        {resolved > 0 && (
          <Button
            className="quiet"
            aria-expanded={withResolved}
            onPress={() => margin.showResolved(!withResolved)}
          >
            {withResolved
              ? t('notes.resolved.hide')
              : t('notes.resolved.show', { count: resolved })}
          </Button>
        )}
      </div>
      {placed.length === 0 && resolved === 0 && (
        <p className="soft">{t(rest.mayEdit ? 'notes.empty' : 'notes.empty.reading')}</p>
      )}
      <ul className="notes" ref={list}>
        {placed.map(({ id, note, place }) => (
          <li key={id}>
            {note ? (
              <NoteCard
                note={note}
                place={place}
                margin={margin}
                onGo={() => go(place)}
                {...rest}
              />
            ) : (
              <div className="note on">
                {draft?.quote && (
                  <p className="quote" dir="auto">
                    {draft.quote}
                  </p>
                )}
                <Say
                  label={draft?.quote ? t('notes.new') : t('notes.new.whole')}
                  submit={t('notes.save')}
                  me={rest.me}
                  kept={margin.unsaid.get(NEW)}
                  onKeep={(writing) => margin.keep(NEW, writing)}
                  onSay={margin.save}
                  onCancel={margin.leave}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Renders again whenever the text has changed, at most once a frame. */
function useEveryChange(editor: Editor) {
  const [, count] = useState(0)
  useEffect(() => {
    let frame = 0
    const look = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => count((now) => now + 1))
    }
    editor.on('transaction', look)
    addEventListener('resize', look)
    return () => {
      cancelAnimationFrame(frame)
      editor.off('transaction', look)
      removeEventListener('resize', look)
    }
  }, [editor])
}

/** Says how far down each note stands: beside its words, or below the one before it. */
function useBeside(
  editor: Editor,
  list: React.RefObject<HTMLUListElement | null>,
  places: (Place | undefined)[],
) {
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const put = () => {
      if (editor.isDestroyed) return
      const { top } = element.getBoundingClientRect()
      let free = 0
      for (const [index, item] of [...element.children].entries()) {
        const place = places[index]
        const end = editor.state.doc.content.size
        const wanted = place ? editor.view.coordsAtPos(Math.min(place.from, end)).top - top : 0
        const at = Math.max(free, wanted)
        ;(item as HTMLElement).style.setProperty('--at', `${at}px`)
        free = at + (item as HTMLElement).offsetHeight + GAP
      }
      element.style.setProperty('--tall', `${free}px`)
    }
    put()
    // An answer that is being written makes its note taller.
    const watch = new ResizeObserver(put)
    for (const item of element.children) watch.observe(item)
    return () => watch.disconnect()
  })
}
