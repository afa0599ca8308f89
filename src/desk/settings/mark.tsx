import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, FileTrigger, ListBox, ListBoxItem } from 'react-aria-components'
import { api, said } from '../client.ts'
import { Ask } from '../parts/dialog.tsx'
import { Wrong } from '../parts/fields.tsx'
import { useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'

/** A picture that stands for the newsroom: chosen from the library, or brought. */
export function Mark({
  label,
  about,
  id,
  onChange,
}: {
  label: string
  about: string
  id: string | null
  onChange: (id: string | null) => void
}) {
  const chosen = useQuery({
    queryKey: ['marks', id],
    queryFn: () => said(api.newsroom.pictures.$get({ query: { id: id! } })),
    enabled: id !== null,
  })
  const picture = id === null ? undefined : chosen.data?.[0]
  return (
    <fieldset className="field mark">
      <legend>{label}</legend>
      {picture ? <img src={picture.src} alt={picture.alt} /> : null}
      <span className="soft">{about}</span>
      <div className="row-ends">
        <Ask quiet button={t('settings.picture.choose')} title={label}>
          {(close) => (
            <Pictures
              label={label}
              onChoose={(one) => {
                onChange(one)
                close()
              }}
            />
          )}
        </Ask>
        {id !== null && (
          <Button className="quiet" onPress={() => onChange(null)}>
            {t('remove')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

function Pictures({ label, onChoose }: { label: string; onChoose: (id: string) => void }) {
  const newest = useQuery({
    queryKey: ['marks'],
    queryFn: () => said(api.newsroom.pictures.$get({ query: {} })),
  })
  const [busy, setBusy] = useState(false)
  const bring = useDoing(
    async (file: File) => {
      setBusy(true)
      try {
        const { id } = await said(
          api.newsroom.pictures.$post(
            { query: { alt: file.name.replace(/\.\w+$/, '').slice(0, 300) } },
            { init: { body: file, headers: { 'content-type': 'application/octet-stream' } } },
          ),
        )
        onChoose(id)
      } finally {
        setBusy(false)
      }
    },
    { changes: ['marks'] },
  )
  return (
    <>
      <FileTrigger
        acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']}
        onSelect={(files) => files?.[0] && bring.mutate(files[0])}
      >
        <Button className="button">{busy ? t('wait') : t('settings.picture.bring')}</Button>
      </FileTrigger>
      <Wrong error={bring.error} />
      {newest.data?.length === 0 && <p className="soft">{t('settings.picture.none')}</p>}
      <ListBox
        aria-label={label}
        className="marks"
        layout="grid"
        selectionMode="single"
        items={newest.data ?? []}
        onAction={(key) => onChoose(String(key))}
      >
        {({ id, alt, src }) => (
          <ListBoxItem id={id} textValue={alt || id}>
            <img src={src} alt={alt || t('settings.picture.unnamed')} />
          </ListBoxItem>
        )}
      </ListBox>
    </>
  )
}
