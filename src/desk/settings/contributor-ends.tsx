import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { api } from '../client.ts'
import { Ask } from '../parts/dialog.tsx'
import { Choose, Line } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { type Contributor, changes, look } from './contributor.ts'

/** Makes a contributor one with another, since they are the same person. */
export function Merge({ contributor: { id, version, name } }: { contributor: Contributor }) {
  const [search, setSearch] = useState('')
  const [into, setInto] = useState('')
  const [isOpen, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['contributors', 'desk', search],
    queryFn: () => look(search),
    placeholderData: (before) => before,
    enabled: isOpen,
  })
  const others = found.data?.filter((one) => one.id !== id) ?? []
  // Nobody is proposed: what cannot be undone is chosen.
  const chosen = others.some((one) => one.id === into) ? into : ''
  const merge = useDoing(
    () =>
      api.settings.contributors[':id'].merger.$post({
        param: { id },
        json: { version, into: chosen },
      }),
    { changes, done: t('contributors.merge.done') },
  )
  return (
    <Ask
      quiet
      button={t('contributors.merge')}
      label={t('attention.of', { what: t('contributors.merge'), name })}
      title={t('contributors.merge.title', { name })}
      onOpen={() => {
        setSearch('')
        setInto('')
        setOpen(true)
      }}
    >
      {(close) => (
        <Fill
          submit={t('contributors.merge')}
          onSubmit={async () => {
            if (!chosen) throw new Error(t('contributors.merge.choose'))
            await merge.mutateAsync()
          }}
          onDone={close}
        >
          <p>{t('contributors.merge.text', { name })}</p>
          <Line label={t('contributors.search')} value={search} onChange={setSearch} autoFocus />
          {others.length > 0 ? (
            <Choose
              label={t('contributors.merge.into')}
              choices={[
                { id: '', name: t('contributors.merge.choose') },
                ...others.map((one) => ({ id: one.id, name: `${one.name} · ${one.path}` })),
              ]}
              value={chosen}
              onChange={setInto}
            />
          ) : (
            <p className="soft">{t('contributors.unfound')}</p>
          )}
          <Button className="quiet" onPress={close}>
            {t('cancel')}
          </Button>
        </Fill>
      )}
    </Ask>
  )
}

/** Removes a contributor whom nothing names. */
export function Remove({ contributor: { id, version, name } }: { contributor: Contributor }) {
  const remove = useDoing(
    () => api.settings.contributors[':id'].removal.$post({ param: { id }, json: { version } }),
    { changes, done: t('contributors.remove.done', { name }) },
  )
  return (
    <Ask
      quiet
      button={t('remove')}
      label={t('attention.of', { what: t('remove'), name })}
      title={t('contributors.remove.title', { name })}
    >
      {(close) => (
        <Fill submit={t('remove')} onSubmit={() => remove.mutateAsync()} onDone={close}>
          <p>{t('contributors.remove.text')}</p>
          <Button className="quiet" onPress={close}>
            {t('cancel')}
          </Button>
        </Fill>
      )}
    </Ask>
  )
}
