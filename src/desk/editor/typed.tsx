import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Doc, Text, type YTextEvent } from 'yjs'
import { fieldsIn, setField, type TypedField, typeInto } from '../../articles/typed.ts'

/** The text of a field, and the way to type in it. */
function useTyped(document: Doc, field: TypedField) {
  const fields = fieldsIn(document)
  const [text, setText] = useState(() => fields.get(field))
  useEffect(() => {
    const look = () => setText(fields.get(field))
    fields.observe(look)
    look()
    return () => fields.unobserve(look)
  }, [fields, field])
  return text instanceof Text ? text : undefined
}

/** A field in which several may type at once. It grows with what is in it. */
export function Typed({
  document,
  field,
  label,
  className = '',
  most,
  hint = false,
  readOnly,
  onEnter,
  autoFocus,
}: {
  document: Doc
  field: TypedField
  label: string
  className?: string
  /** Characters it should not go beyond. */
  most?: number
  /** Its name stands in it as long as nothing else does. */
  hint?: boolean
  readOnly?: boolean
  onEnter?: () => void
  autoFocus?: boolean
}) {
  const text = useTyped(document, field)
  const area = useRef<HTMLTextAreaElement>(null)
  const [value, setValue] = useState(() => text?.toString() ?? '')
  const selection = useRef<[number, number]>(undefined)
  useEffect(() => {
    setValue(text?.toString() ?? '')
    if (!text) return
    const hear = (event: YTextEvent) => {
      const { current } = area
      if (current && !event.transaction.local)
        selection.current = [
          moved(current.selectionStart, event),
          moved(current.selectionEnd, event),
        ]
      setValue(text.toString())
    }
    text.observe(hear)
    return () => text.unobserve(hear)
  }, [text])
  useLayoutEffect(() => {
    const { current } = area
    if (!current || !selection.current) return
    if (globalThis.document.activeElement === current)
      current.setSelectionRange(...selection.current)
    selection.current = undefined
  })
  const left = most === undefined ? undefined : most - [...value].length
  return (
    <label className={`typed ${className}`}>
      <span className="typed-label">
        <span className="typed-name">{label}</span>
        {left !== undefined && (
          <span className={left < 0 ? 'count over' : 'count'} dir="ltr" aria-live="polite">
            {left < 0 ? `−${-left}` : left < 20 ? left : ''}
          </span>
        )}
      </span>
      <textarea
        ref={area}
        // What is left of its room is no part of its name.
        aria-label={label}
        {...(hint ? { placeholder: label } : {})}
        rows={1}
        dir="auto"
        value={value}
        readOnly={readOnly ?? false}
        // biome-ignore lint/a11y/noAutofocus: a new article begins with its headline
        autoFocus={autoFocus}
        onChange={({ currentTarget }) => {
          const line = currentTarget.value.replace(/\s*\n\s*/g, ' ')
          if (text) typeInto(text, line)
          else setField(document, field, line)
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onEnter?.()
        }}
      />
    </label>
  )
}

/** Where a place in a text is after somebody else has changed it. */
function moved(place: number, { delta }: YTextEvent): number {
  let at = 0
  let now = place
  for (const { retain = 0, insert, delete: gone = 0 } of delta) {
    at += retain
    if (at > now) break
    if (typeof insert === 'string') {
      if (at < now) now += insert.length
      at += insert.length
    }
    if (gone) now = Math.max(at, now - gone)
  }
  return now
}
