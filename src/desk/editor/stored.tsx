import { t } from '../texts.ts'
import type { Standing } from './connection.ts'

/** Whether what was written is safe, in as few words as it takes. */
export function Stored({
  standing: { isOnline, waiting, refused },
  mayEdit,
}: {
  standing: Standing
  mayEdit: boolean
}) {
  if (refused) return <span className="wrong">{t('editor.refused')}</span>
  if (!mayEdit && waiting > 0) return <span className="wrong">{t('editor.tooLate')}</span>
  if (!isOnline) return <span className="warn">{t('editor.offline')}</span>
  return <span>{waiting > 0 ? t('editor.storing') : t('editor.stored')}</span>
}
