import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { api } from '../client.ts'
import { Ask } from '../parts/dialog.tsx'
import { Fault } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'

/** Takes an article from readers with a reason, and gives it back. */
export function Withholding({
  article: { id, status, version, withheldReason },
}: {
  article: { id: string; status: string; version: number; withheldReason: string }
}) {
  const [reason, setReason] = useState('')
  const param = { id }
  const changes = ['manuscript', 'articles']
  const withhold = useDoing(
    () => api.articles[':id'].withholding.$post({ param, json: { version, reason } }),
    { changes, done: t('withhold.done') },
  )
  const giveBack = useDoing(() => api.articles[':id'].return.$post({ param, json: { version } }), {
    changes,
    done: t('withhold.returned'),
  })
  if (status === 'withheld')
    return (
      <Ask quiet button={t('withhold.return')} title={t('withhold.return.title')}>
        {(close) => (
          <Fill
            submit={t('withhold.return')}
            onSubmit={() => giveBack.mutateAsync()}
            onDone={close}
          >
            <p>{t('withhold.return.text')}</p>
            <blockquote dir="auto">{withheldReason}</blockquote>
          </Fill>
        )}
      </Ask>
    )
  if (status !== 'published') return null
  return (
    <Ask quiet button={t('withhold')} title={t('withhold.title')} onOpen={() => setReason('')}>
      {(close) => (
        <Fill submit={t('withhold')} onSubmit={() => withhold.mutateAsync()} onDone={close}>
          <p>{t('withhold.text')}</p>
          <TextField
            className="field"
            value={reason}
            onChange={setReason}
            isRequired
            maxLength={2000}
          >
            <Label>{t('withhold.reason')}</Label>
            <TextArea dir="auto" rows={3} />
            <Fault />
          </TextField>
        </Fill>
      )}
    </Ask>
  )
}
