import { useEffect, useState } from 'react'
import { t } from '../texts.ts'
import type { Standing } from './connection.ts'

/** Milliseconds without a line of which nobody needs to hear. */
const GLITCH_MS = 1000

/** Whether what was written is safe, in as few words as it takes. */
export function Stored({
  standing: { isOnline, waiting, refused },
  mayEdit,
}: {
  standing: Standing
  mayEdit: boolean
}) {
  const [isCutOff, setCutOff] = useState(false)
  useEffect(() => {
    setCutOff(false)
    if (isOnline) return
    const timer = setTimeout(() => setCutOff(true), GLITCH_MS)
    return () => clearTimeout(timer)
  }, [isOnline])
  const alarm = refused
    ? t('editor.refused')
    : !mayEdit && waiting > 0
      ? t('editor.tooLate')
      : isCutOff
        ? t('editor.offline')
        : undefined
  if (alarm)
    return (
      <span className={isCutOff && !refused ? 'warn' : 'wrong'} role="alert">
        {alarm}
      </span>
    )
  return <span>{waiting > 0 ? t('editor.storing') : t('editor.stored')}</span>
}
