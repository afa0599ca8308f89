import { useQuery } from '@tanstack/react-query'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { api, said } from '../client.ts'
import { useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'

type Sent = Parameters<typeof api.newsroom.$put>[0]['json']['newsroom']

const ask = () => said(api.newsroom.$get())

/** The newsroom's settings, and what changes some of them. */
export function useSettings() {
  const settings = useQuery({
    queryKey: ['newsroom'],
    queryFn: ask,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const { mutateAsync } = useDoing(
    async (changes: Partial<Newsroom>) => {
      const seen = settings.data!
      const now = await ask()
      // What a colleague has changed elsewhere in the settings stays; what here, is looked at first.
      const isCrossed = (Object.keys(changes) as (keyof Newsroom)[]).some(
        (name) => JSON.stringify(now.newsroom[name]) !== JSON.stringify(seen.newsroom[name]),
      )
      const { version, newsroom } = isCrossed ? seen : now
      const changed = { ...newsroom, ...changes } as Sent
      await api.newsroom.$put({ json: { version, newsroom: changed } })
    },
    { changes: ['newsroom', 'me'], done: t('saved') },
  )
  return { ...settings, change: mutateAsync }
}

/** For a field's `validate`: whether the server would take a value, or what is wrong with it. */
export const rule =
  (schema: { safeParse: (value: unknown) => { success: boolean } }, wrong: string) =>
  (value: unknown) =>
    schema.safeParse(value).success || wrong
