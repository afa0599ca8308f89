import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button, Form, FormContext } from 'react-aria-components'
import { t } from '../texts.ts'
import { Wrong } from './fields.tsx'
import { say } from './notice.tsx'

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
export function Fill({
  children,
  submit,
  onSubmit,
  onDone,
}: {
  children: ReactNode
  submit: string
  onSubmit: () => Promise<unknown>
  onDone?: () => void
}) {
  const [wrong, tell] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    // Events of a dialog's form bubble, in React, to the form that opened it.
    event.stopPropagation()
    if (busy) return
    setBusy(true)
    tell(undefined)
    try {
      await onSubmit()
      onDone?.()
    } catch (error) {
      tell(error as Error)
    } finally {
      setBusy(false)
    }
  }
  return (
    // A form would take over the props of the one around it, its submission too.
    <FormContext value={null}>
      <Form className="form" onSubmit={(event) => void send(event)}>
        {children}
        <Wrong error={wrong} />
        <Button type="submit" className="button">
          {busy ? t('wait') : submit}
        </Button>
      </Form>
    </FormContext>
  )
}
