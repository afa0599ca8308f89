import { useQuery } from '@tanstack/react-query'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { api, said } from '../client.ts'
import { useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'

type Sent = Parameters<typeof api.newsroom.$put>[0]['json']['newsroom']

/** The newsroom's settings, and what changes some of them. */
export function useSettings() {
  const settings = useQuery({
    queryKey: ['newsroom'],
    queryFn: () => said(api.newsroom.$get()),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const { mutateAsync } = useDoing(
    async (changes: Partial<Newsroom>) => {
      const { version, newsroom } = settings.data!
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
