import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import './articles.css'
import { type ReactNode, useEffect, useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { articleKinds, articleStatuses } from '../../articles/article.ts'
import { languageName } from '../../platform/language.ts'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Choose, Wrong } from '../parts/fields.tsx'
import { useDoing } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../texts.ts'
import { useFilters } from './filters.ts'
import { languages } from './languages.ts'
import { Views } from './views.tsx'

/** What the list, the board and the calendar have in common: the way between them, and what they are narrowed by. */
export function ArticlesFrame({
  children,
  withStatus = false,
}: {
  children: ReactNode
  withStatus?: boolean
}) {
  const me = useMe().data
  const { filters, set, isNarrowed } = useFilters()
  const categories = useQuery({
    queryKey: ['categories'],
    queryFn: () => said(api.categories.$get()),
    staleTime: 60_000,
  })
  const writers = useQuery({
    queryKey: ['writers'],
    queryFn: () => said(api.writers.$get()),
    staleTime: 60_000,
  })
  const { pathname } = useLocation()
  const mine = me?.colleague.id
  const shown = [
    ['/', t('articles.list')],
    ['/board', t('articles.board')],
    ['/calendar', t('articles.calendar')],
  ] as const
  const here = shown.find(([to]) => to !== '/' && pathname.endsWith(to))
  const tab = here ? here[1] : t('articles.title')
  return (
    <div className="screen articles">
      <header className="articles-head">
        <Title tab={tab}>{t('articles.title')}</Title>
        <nav className="tabs" aria-label={t('articles.shows')}>
          {shown.map(([to, name]) => (
            <Link
              key={to}
              to={to}
              search={filters as never}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              {name}
            </Link>
          ))}
        </nav>
        {me?.colleague.role.permissions.includes('articles.write') && <Begin />}
      </header>
      <search className="filters" aria-label={t('articles.filters')}>
        <Search value={filters.search ?? ''} onChange={(search) => set({ search })} />
        <div className="narrowing">
          {withStatus && (
            <Choose
              shown={false}
              label={t('articles.status')}
              value={filters.status ?? ''}
              choices={[
                { id: '', name: t('articles.status.any') },
                ...articleStatuses.map((id) => ({ id, name: t(`status.${id}`) })),
              ]}
              onChange={(status) => set({ status })}
            />
          )}
          <Choose
            shown={false}
            label={t('articles.category')}
            value={filters.category ?? ''}
            choices={[{ id: '', name: t('articles.category.any') }, ...(categories.data ?? [])]}
            onChange={(category) => set({ category })}
          />
          <Choose
            shown={false}
            label={t('articles.whose')}
            value={filters.whose ?? ''}
            choices={[
              { id: '', name: t('articles.whose.any') },
              ...(mine ? [{ id: mine, name: t('articles.whose.mine') }] : []),
              ...(writers.data ?? []).filter(({ id }) => id !== mine),
            ]}
            onChange={(whose) => set({ whose })}
          />
          <Choose
            shown={false}
            label={t('articles.kind')}
            value={filters.kind ?? ''}
            choices={[
              { id: '', name: t('articles.kind.any') },
              ...articleKinds.map((id) => ({ id, name: t(`kind.${id}`) })),
            ]}
            onChange={(kind) => set({ kind })}
          />
          <Choose
            shown={false}
            label={t('articles.language')}
            value={filters.language ?? ''}
            choices={[
              { id: '', name: t('articles.language.any') },
              ...[...new Set([...(filters.language ? [filters.language] : []), ...languages])].map(
                (id) => ({ id, name: languageName(id) }),
              ),
            ]}
            onChange={(language) => set({ language })}
          />
          {isNarrowed && (
            <Link to="." search={{} as never} className="quiet">
              {t('articles.clear')}
            </Link>
          )}
        </div>
      </search>
      {withStatus && <Views />}
      {children}
    </div>
  )
}

/** Milliseconds after the last keystroke before the list is asked for. */
const PAUSE_MS = 250

function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <SearchField
      className="field"
      aria-label={t('articles.search')}
      value={typed}
      onChange={setTyped}
    >
      <Input placeholder={t('articles.search')} />
    </SearchField>
  )
}

/** One step from the list to the first word. */
function Begin() {
  const navigate = useNavigate()
  const language = useMe().data?.newsroom.language
  const begin = useDoing(
    async () => {
      const { id } = await said(api.articles.$post({ json: language ? { language } : {} }))
      await navigate({ to: '/articles/$id', params: { id } })
    },
    { changes: ['articles'] },
  )
  return (
    <>
      <Button className="button" onPress={() => begin.mutate()} isDisabled={begin.isPending}>
        {begin.isPending ? t('wait') : t('articles.new')}
      </Button>
      <Wrong error={begin.error} />
    </>
  )
}
