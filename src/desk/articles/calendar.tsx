import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { wallTime } from '../../platform/zone.ts'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Wrong } from '../parts/fields.tsx'
import { dateOf, t } from '../texts.ts'
import { boundsOf, daysAround, firstWeekday, goOn, isDay, today } from './days.ts'
import { useFilters } from './filters.ts'
import type { Item } from './item.ts'
import { ArticlesFrame } from './screen.tsx'

type Entry = { article: Item; time: string; what: 'due' | 'out' }

/** What is due and what goes out, day by day. */
export function CalendarScreen() {
  const timezone = useMe().data?.newsroom.timezone
  const { filters } = useFilters()
  return (
    <ArticlesFrame>{timezone && <Calendar timezone={timezone} filters={filters} />}</ArticlesFrame>
  )
}

function Calendar({ timezone, filters }: { timezone: string; filters: Record<string, string> }) {
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
    ] as const) {
      if (!instant || instant < from || instant >= to) continue
      const wall = wallTime(new Date(instant), timezone)
      const there = entries.get(wall.slice(0, 10)) ?? []
      entries.set(wall.slice(0, 10), [...there, { article, time: wall.slice(11), what }])
    }
  const look = (to: { at?: string; by?: string }) =>
    ({ ...filters, ...(by === 'week' ? { by } : {}), at: day, ...to }) as never
  return (
    <>
      <header className="calendar-head">
        <h2>
          {dateOf(day, by === 'month' ? { month: 'long', year: 'numeric' } : { dateStyle: 'long' })}
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
      <Wrong error={found.error} />
      {found.data && entries.size === 0 && <p className="empty">{t('calendar.empty')}</p>}
      <ol className={`days ${by}`} aria-busy={found.isFetching}>
        {days.map((one) => (
          <Day
            key={one}
            day={one}
            entries={entries.get(one) ?? []}
            isToday={one === now}
            isBeside={by === 'month' && one.slice(0, 7) !== day.slice(0, 7)}
          />
        ))}
      </ol>
    </>
  )
}

function Day({
  day,
  entries,
  isToday,
  isBeside,
}: {
  day: string
  entries: Entry[]
  isToday: boolean
  isBeside: boolean
}) {
  const marks = [isToday && 'today', isBeside && 'beside', entries.length === 0 && 'free']
  return (
    <li className={marks.filter(Boolean).join(' ')}>
      <h3>
        <time dateTime={day} aria-current={isToday ? 'date' : undefined}>
          <span className="weekday">{dateOf(day, { weekday: 'short' })}</span>
          <span className="number">{dateOf(day, { day: 'numeric' })}</span>
          <span className="month">{dateOf(day, { month: 'short' })}</span>
        </time>
      </h3>
      <ul>
        {entries
          .sort((one, other) => (one.time < other.time ? -1 : 1))
          .map(({ article, time, what }) => (
            <li key={`${article.id} ${what}`} className={what}>
              <Link to="/articles/$id" params={{ id: article.id }} preload={false}>
                <span className="soft">
                  {time} {t(`calendar.${what}`)}
                </span>
                <span lang={article.language} dir="auto">
                  {article.headline}
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </li>
  )
}
