import type { Editor } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { Line } from '../parts/fields.tsx'
import { t } from '../texts.ts'
import { findIn, looking } from './find.ts'

/** Finds words in the text, and puts others in their place. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const bar = useRef<HTMLElement>(null)
  const [wanted, setWanted] = useState('')
  const [other, setOther] = useState('')
  const [at, setAt] = useState(0)
  const [, changed] = useState(0)
  const found = findIn(editor.state.doc, wanted)
  const show = (text: string, index: number) => {
    setAt(index)
    const { key, value } = looking(text, index)
    editor.view.dispatch(editor.state.tr.setMeta(key, value))
    editor.view.dom.querySelector('.found.here')?.scrollIntoView({ block: 'center' })
  }
  useEffect(
    () => () => {
      if (editor.isDestroyed) return
      const { key, value } = looking('', 0)
      editor.view.dispatch(editor.state.tr.setMeta(key, value))
    },
    [editor],
  )
  const step = (by: number) =>
    found.length > 0 && show(wanted, (at + by + found.length) % found.length)
  const replace = (places: typeof found) => {
    const { tr } = editor.state
    // From the end, so that the places before keep their numbers.
    for (const { from, to } of [...places].reverse())
      if (other) tr.insertText(other, from, to)
      else tr.delete(from, to)
    // One step to undo, whatever was typed just before.
    yUndoPluginKey.getState(editor.state)?.undoManager.stopCapturing()
    editor.view.dispatch(tr)
    changed((count) => count + 1)
    const left = findIn(editor.state.doc, wanted).length
    show(wanted, Math.min(at, Math.max(0, left - 1)))
    // The button that was pressed has nothing more to do, and would let the keyboard go.
    if (left === 0) bar.current?.querySelector('input')?.focus()
  }
  /** Whoever has no mouse goes on where the words are that were found. */
  const close = (isByKey: boolean) => {
    onClose()
    if (!isByKey) return
    const here = found[at]
    if (here) editor.commands.setTextSelection(here)
    editor.commands.focus()
  }
  return (
    <search
      ref={bar}
      className="find-bar"
      onKeyDown={({ key }) => {
        if (key === 'Escape') close(true)
      }}
    >
      <Line
        label={t('find.wanted')}
        value={wanted}
        autoFocus
        onChange={(text) => {
          setWanted(text)
          show(text, 0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
          else event.continuePropagation()
        }}
      />
      <Line label={t('find.other')} value={other} onChange={setOther} />
      <div className="buttons">
        <span role="status">
          {wanted && t('find.count', { count: found.length, at: found.length ? at + 1 : 0 })}
        </span>
        <Button className="quiet" onPress={() => step(1)}>
          {t('find.next')}
        </Button>
        {editor.isEditable && (
          <>
            <Button
              className="quiet"
              isDisabled={!found[at]}
              onPress={() => replace(found.slice(at, at + 1))}
            >
              {t('find.replace')}
            </Button>
            <Button
              className="quiet"
              isDisabled={found.length === 0}
              onPress={() => replace(found)}
            >
              {t('find.all')}
            </Button>
          </>
        )}
        <Button
          className="tool"
          aria-label={t('find.close')}
          onPress={({ pointerType }) => close(pointerType === 'keyboard')}
        >
          ×
        </Button>
      </div>
    </search>
  )
}
