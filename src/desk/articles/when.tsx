import { useState } from 'react'
import { instantAt, wallTime } from '../../platform/zone.ts'
import { api } from '../client.ts'
import { Line } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { moment, t } from '../texts.ts'
import type { Item } from './item.ts'
import { changed } from './moving.tsx'

/** Asks when an article goes out, and has it go out then. */
export function When({
  article,
  timezone,
  stored,
  onDone,
}: {
  article: Item
  timezone: string
  /** Resolves once everything that was written is stored. */
  stored?: () => Promise<void>
  onDone?: () => void
}) {
  const { id, scheduled, status } = article
  const [at, setAt] = useState(() =>
    wallTime(scheduled ? new Date(scheduled) : nextHour(), timezone),
  )
  const schedule = useDoing(
    async () => {
      const instant = instantAt(at, timezone)
      if (!instant) throw new Error(t('stand.time.wrong'))
      await stored?.()
      await api.articles[':id'].schedule.$put({
        param: { id },
        json: { from: scheduled, to: instant.toISOString() },
      })
    },
    {
      changes: changed,
      done: () =>
        t('stand.done', { time: moment(instantAt(at, timezone)!.toISOString(), timezone) }),
    },
  )
  return (
    <Fill
      submit={status === 'scheduled' ? t('stand.reschedule') : t('stand.schedule')}
      onSubmit={() => schedule.mutateAsync()}
      {...(onDone ? { onDone } : {})}
    >
      <p className="soft">{t('stand.scheduled')}</p>
      <Line
        label={t('stand.at')}
        type="datetime-local"
        value={at}
        onChange={setAt}
        description={t('stand.zone', { zone: timezone })}
        isRequired
      />
    </Fill>
  )
}

/** The hour after the one that has begun. */
function nextHour() {
  const hour = 3_600_000
  return new Date((Math.floor(Date.now() / hour) + 1) * hour)
}
