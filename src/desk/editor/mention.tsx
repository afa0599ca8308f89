import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { api, said } from '../client.ts'
import { t } from '../texts.ts'
import type { Writing } from './notes.ts'

type Named = { id: string; name: string }

/** Colleagues offered at once. */
const OFFERED = 8

/** What was typed of a name after an @, up to the cursor; names may have a second word. */
const asked = (before: string) => /(?:^|\s)@([^\s@]{0,40}(?: [^\s@]{0,40})?)$/.exec(before)?.[1]

const isLike = (name: string, wanted: string) => {
  const [whole, part] = [name.toLocaleLowerCase(), wanted.toLocaleLowerCase()]
  return whole.startsWith(part) || whole.split(/\s/).some((word) => word.startsWith(part))
}

/** A field for what somebody says in a note; an @ offers the colleagues who can be told of it. */
export function Say({
  label,
  submit,
  me,
  kept = { text: '', mentions: [] },
  onKeep,
  onSay,
  onCancel,
}: {
  label: string
  submit: string
  me: string
  /** What was typed here before the panel was closed. */
  kept?: Writing | undefined
  onKeep: (writing: Writing) => void
  onSay: (writing: Writing) => void
  onCancel: () => void
}) {
  const { text, mentions: named } = kept
  const [wanted, want] = useState<string>()
  const [at, setAt] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const writers = useQuery({
    queryKey: ['writers'],
    queryFn: () => said(api.writers.$get()),
    staleTime: 60_000,
  })
  // Where the cursor goes once the field has the new text.
  const caret = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (caret.current === undefined) return
    field.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
  })
  useEffect(() => field.current?.focus(), [])
  const found =
    wanted === undefined
      ? []
      : (writers.data ?? [])
          .filter((one) => one.id !== me && isLike(one.name, wanted))
          .slice(0, OFFERED)
  const chosen = found[Math.min(at, found.length - 1)]
  const look = () => {
    const { value, selectionStart } = field.current!
    want(asked(value.slice(0, selectionStart)))
  }
  const choose = (one: Named) => {
    const { value, selectionStart } = field.current!
    const start = selectionStart - wanted!.length
    const before = `${value.slice(0, start)}${one.name} `
    onKeep({
      text: before + value.slice(selectionStart),
      mentions: [...named.filter((other) => other.id !== one.id), one],
    })
    want(undefined)
    caret.current = before.length
  }
  const done = () => {
    if (!text.trim()) return
    onSay({ text: text.trim(), mentions: named.filter(({ name }) => text.includes(`@${name}`)) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = found.length - 1
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done()
    else if (event.key === 'Escape' && chosen) want(undefined)
    else if (event.key === 'Escape') onCancel()
    else if (!chosen) return
    else if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1)
    else if (event.key === 'ArrowUp') setAt(at === 0 ? last : at - 1)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="say">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        dir="auto"
        rows={3}
        maxLength={4000}
        value={text}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-describedby={`${id}-about`}
        {...(chosen
          ? { 'aria-controls': `${id}-list`, 'aria-activedescendant': `${id}-${chosen.id}` }
          : {})}
        onChange={(event) => {
          onKeep({ text: event.target.value, mentions: named })
          setAt(0)
          look()
        }}
        onKeyDown={onKeyDown}
        onSelect={look}
        onBlur={() => want(undefined)}
      />
      {chosen && (
        <div
          id={`${id}-list`}
          className="offered"
          role="listbox"
          aria-label={t('notes.colleagues')}
        >
          {found.map((one) => (
            <button
              key={one.id}
              id={`${id}-${one.id}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={one.id === chosen.id}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(one)
              }}
            >
              <bdi>{one.name}</bdi>
            </button>
          ))}
        </div>
      )}
      <p className="soft" id={`${id}-about`}>
        {t('notes.mention')}
      </p>
      <div className="buttons">
        <Button className="button" isDisabled={!text.trim()} onPress={done}>
          {submit}
        </Button>
        <Button className="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
