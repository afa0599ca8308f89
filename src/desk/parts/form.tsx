import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button, Form, FormContext } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { t } from '../texts.ts'
import { Wrong } from './fields.tsx'
import { say } from './notice.tsx'
import { unsaved } from './unsaved.ts'

/** Does something on the server, says that it is done, and has the screen look again at what changed. */
export function useDoing<Value = void>(
  work: (value: Value) => Promise<unknown>,
  { changes, done }: { changes: string[]; done?: string | ((value: Value) => string) },
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSuccess: async (_, value) => {
      await Promise.all(changes.map((key) => queries.invalidateQueries({ queryKey: [key] })))
      if (done) say(typeof done === 'string' ? done : done(value))
    },
  })
}

/** A form whose refusal stands above its button. Nothing that was typed is lost by it. */
export function Fill<Made>({
  children,
  submit,
  isChanged = false,
  onSubmit,
  onDone,
}: {
  children: ReactNode
  submit: string
  /** Something is to be saved that was not typed: an order, a colour. */
  isChanged?: boolean
  onSubmit: () => Promise<Made>
  onDone?: (made: Made) => void
}) {
  const [wrong, tell] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const [isTyped, setTyped] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    // It bubbles, in React, out of a dialog to the form that opened it.
    event.stopPropagation()
    if (busy) return
    // It says itself what is wrong with it.
    const faulty = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (faulty) return faulty.focus()
    setBusy(true)
    tell(undefined)
    try {
      const made = await onSubmit()
      // Before anything else: what is done next may lead to another screen.
      flushSync(() => setTyped(false))
      onDone?.(made)
    } catch (error) {
      tell(error as Error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div
      className="fill"
      {...unsaved(isTyped || isChanged, busy)}
      onInput={({ target, currentTarget }) => {
        // A dialog's bubbles here, too, as does what is typed there to find a picture.
        if (!currentTarget.contains(target as Node)) return
        setTyped(true)
        lookAgain(target as HTMLElement)
      }}
    >
      {/* A form would take over the props of the one around it, its submission too. */}
      <FormContext value={null}>
        <Form className="form" onSubmit={(event) => void send(event)}>
          {children}
          <Wrong error={wrong} />
          <Button type="submit" className="button">
            {busy ? t('wait') : submit}
          </Button>
        </Form>
      </FormContext>
    </div>
  )
}

/**
 * What was found wrong with a field is put right while one types. When it is left would be too late: what it says goes then,
 * and everything below it moves from under the finger that wants to press it.
 */
function lookAgain(field: HTMLElement) {
  if (field.getAttribute('aria-invalid') === 'true')
    field.dispatchEvent(new Event('change', { bubbles: false }))
}
