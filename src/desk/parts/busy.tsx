import { useIsFetching, useIsMutating } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { t } from '../texts.ts'

/** Says that the newsroom has been asked and has not answered yet. What is only looked at again stands there already. */
export function Busy() {
  const asked = useIsFetching({ predicate: ({ state }) => state.data === undefined })
  const doing = useIsMutating()
  const going = useRouterState({ select: ({ status }) => status === 'pending' })
  return asked + doing > 0 || going ? (
    <div className="busy" role="progressbar" aria-label={t('wait')} />
  ) : null
}
