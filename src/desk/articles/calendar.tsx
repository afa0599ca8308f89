import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { canBeScheduled, mayAssign } from '../../articles/workflow.ts'
import { instantAt, wallTime } from '../../platform/zone.ts'
import { mayPublish } from '../../staff/permission.ts'
import { api, type Colleague, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Wrong } from '../parts/fields.tsx'
import { useDoing } from '../parts/form.tsx'
import { dateOf, datesOf, moment, t } from '../texts.ts'
import { Day, type Entry } from './day.tsx'
import { boundsOf, daysAround, firstWeekday, goOn, isDay, today } from './days.ts'
import { useFilters } from './filters.ts'
import { changed } from './moving.tsx'
import { ArticlesFrame } from './screen.tsx'

/** What is due and what goes out, day by day. */
export function CalendarScreen() {
  const me = useMe().data
  const { filters } = useFilters()
  return (
    <ArticlesFrame>
      {me && (
        <Calendar colleague={me.colleague} timezone={me.newsroom.timezone} filters={filters} />
      )}
    </ArticlesFrame>
  )
}

/** Puts an entry on another day, at the same time of that day. */
function useMoving(timezone: string) {
  const instantOn = ({ time }: Entry, day: string) => instantAt(`${day}T${time}`, timezone)
  return useDoing(
    ({ entry, day }: { entry: Entry; day: string }) => {
      const { article, what } = entry
      const param = { id: article.id }
      const to = instantOn(entry, day)?.toISOString()
      if (!to) return Promise.reject(new Error(t('stand.time.wrong')))
      return what === 'out'
        ? api.articles[':id'].schedule.$put({ param, json: { from: article.scheduled, to } })
        : api.articles[':id'].due.$put({ param, json: { from: article.due, to } })
    },
    {
      changes: changed,
      done: ({ entry, day }) =>
        t('calendar.moved', {
          headline: entry.article.headline,
          time: moment(instantOn(entry, day)!.toISOString(), timezone),
        }),
    },
  )
}

function Calendar({
  colleague,
  timezone,
  filters,
}: {
  colleague: Colleague
  timezone: string
  filters: Record<string, string>
}) {
  const move = useMoving(timezone)
  const { at, by: asked } = useSearch({ strict: false }) as { at?: unknown; by?: unknown }
  const now = today(timezone)
  const day = isDay(String(at)) ? String(at) : now
  const by = asked === 'week' ? 'week' : 'month'
  const days = daysAround(day, by, firstWeekday(document.documentElement.lang))
  const { from, to } = boundsOf(days, timezone)
  const { status: _, ...narrowing } = filters
  const found = useQuery({
    queryKey: ['articles', 'calendar', from, to, narrowing],
    queryFn: () => said(api.calendar.$get({ query: { ...narrowing, from, to } as never })),
    placeholderData: (before) => before,
  })
  const entries = new Map<string, Entry[]>()
  for (const article of found.data ?? [])
    for (const [what, instant] of [
      ['due', article.due],
      ['out', article.status === 'scheduled' ? article.scheduled : null],
      ['published', article.status === 'published' ? article.published : null],
    ] as const) {
      if (!instant || instant < from || instant >= to) continue
      const wall = wallTime(new Date(instant), timezone)
      const there = entries.get(wall.slice(0, 10)) ?? []
      const mayMove =
        what === 'due'
          ? mayAssign(colleague)
          : what === 'out' && mayPublish(colleague) && canBeScheduled(article.status)
      entries.set(wall.slice(0, 10), [...there, { article, time: wall.slice(11), what, mayMove }])
    }
  const all = [...entries].flatMap(([day, those]) => those.map((entry) => ({ day, entry })))
  const put = (key: string, day: string) => {
    const found = all.find(({ entry }) => `${entry.article.id} ${entry.what}` === key)
    if (found && found.day !== day) move.mutate({ entry: found.entry, day })
  }
  const look = (to: { at?: string; by?: string }) =>
    ({ ...filters, ...(by === 'week' ? { by } : {}), at: day, ...to }) as never
  return (
    <>
      <header className="calendar-head">
        <h2>
          {by === 'month'
            ? dateOf(day, { month: 'long', year: 'numeric' })
            : datesOf(days[0]!, days.at(-1)!)}
        </h2>
        <nav aria-label={t('calendar.by')} className="tabs">
          <Link to="." search={look({ at: goOn(day, by, -1) })} aria-label={t('calendar.earlier')}>
            <span aria-hidden="true" className="arrow" />
          </Link>
          <Link to="." search={look({ at: now })}>
            {t('calendar.today')}
          </Link>
          <Link to="." search={look({ at: goOn(day, by, 1) })} aria-label={t('calendar.later')}>
            <span aria-hidden="true" className="arrow on" />
          </Link>
          {(['month', 'week'] as const).map((one) => (
            <Link
              key={one}
              to="."
              search={look({ by: one })}
              className={one === by ? 'chosen' : ''}
              aria-current={one === by ? 'true' : undefined}
            >
              {t(`calendar.${one}`)}
            </Link>
          ))}
        </nav>
      </header>
      <Wrong error={found.error ?? move.error} />
      {found.data && entries.size === 0 && <p className="empty">{t('calendar.empty')}</p>}
      {all.some(({ entry }) => entry.mayMove) && <p className="soft">{t('calendar.about')}</p>}
      <ol className={`days ${by}`} aria-busy={found.isFetching}>
        {days.map((one) => (
          <Day
            key={one}
            day={one}
            entries={entries.get(one) ?? []}
            isToday={one === now}
            isBeside={by === 'month' && one.slice(0, 7) !== day.slice(0, 7)}
            onMove={(key) => put(key, one)}
          />
        ))}
      </ol>
    </>
  )
}
