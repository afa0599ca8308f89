import { useState } from 'react'
import { instantAt, wallTime } from '../../platform/zone.ts'
import { useMe } from '../frame.tsx'
import { Line } from '../parts/fields.tsx'
import { t } from '../texts.ts'

/** When something in a live article happened, in the newsroom's own time. */
export function EntryTime({ at, onChange }: { at: string; onChange: (at: string) => void }) {
  const timezone = useMe().data?.newsroom.timezone ?? 'UTC'
  const isTime = !Number.isNaN(Date.parse(at))
  const before = isTime ? wallTime(new Date(at), timezone) : ''
  const [typed, setTyped] = useState(before)
  // A time that is half typed is none yet.
  const keep = () => {
    const instant = typed && typed !== before ? instantAt(typed, timezone) : undefined
    if (instant) onChange(instant.toISOString())
  }
  return (
    <Line
      label={t('block.at')}
      description={t('stand.zone', { zone: timezone })}
      type="datetime-local"
      value={typed}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={({ key }) => key === 'Enter' && keep()}
    />
  )
}
