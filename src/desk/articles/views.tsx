import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Ask } from '../parts/dialog.tsx'
import { Line } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { type Filters, useFilters } from './filters.ts'

/** Looks at the list that somebody has often: a few that everybody has, and one's own. */
export function Views() {
  const me = useMe().data?.colleague
  const { filters, isNarrowed } = useFilters()
  const own = useQuery({ queryKey: ['views'], queryFn: () => said(api.views.$get()) })
  const forget = useDoing((id: string) => api.views[':id'].$delete({ param: { id } }), {
    changes: ['views'],
  })
  const given: { name: string; filters: Filters }[] = [
    { name: t('views.all'), filters: {} },
    ...(me ? [{ name: t('articles.whose.mine'), filters: { whose: me.id } }] : []),
    ...(['submitted', 'ready', 'scheduled'] as const).map((status) => ({
      name: t(`status.${status}`),
      filters: { status },
    })),
  ]
  const isOn = (one: Filters) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(filters))
  const all = [...given, ...(own.data ?? [])]
  return (
    <nav className="views" aria-label={t('views.title')}>
      <ul>
        {given.map((view) => (
          <li key={view.name}>
            <Chip {...view} isOn={isOn(view.filters)} />
          </li>
        ))}
        {own.data?.map(({ id, name, filters }) => (
          <li key={id} className="own">
            <Chip name={name} filters={filters} isOn={isOn(filters)} />
            <Button
              className="forget"
              aria-label={t('views.remove', { name })}
              onPress={() => forget.mutate(id)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {isNarrowed && !all.some((view) => isOn(view.filters)) && <Save filters={filters} />}
    </nav>
  )
}

const sorted = (filters: Filters) => Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1))

const Chip = ({ name, filters, isOn }: { name: string; filters: Filters; isOn: boolean }) => (
  <Link
    to="/"
    search={filters as never}
    className={isOn ? 'chip on' : 'chip'}
    aria-current={isOn ? 'true' : undefined}
    activeProps={{}}
  >
    <bdi>{name}</bdi>
  </Link>
)

function Save({ filters }: { filters: Filters }) {
  const [name, setName] = useState('')
  const save = useDoing(
    () => api.views.$post({ json: { name, filters: filters as Record<string, string> } }),
    { changes: ['views'], done: t('views.saved') },
  )
  return (
    <Ask quiet button={t('views.save')} title={t('views.save')} onOpen={() => setName('')}>
      {(close) => (
        <Fill submit={t('save')} onSubmit={() => save.mutateAsync()} onDone={close}>
          <p>{t('views.save.text')}</p>
          <Line
            label={t('views.name')}
            value={name}
            onChange={setName}
            maxLength={60}
            isRequired
            autoFocus
          />
        </Fill>
      )}
    </Ask>
  )
}
