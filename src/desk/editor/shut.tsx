import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, type Refused, said } from '../client.ts'
import { Lost } from '../parts/lost.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../texts.ts'

/** Why there is nothing to write in: it has gone, or is not this colleague's. */
export function Shut({ id }: { id: string }) {
  const { error, isPending } = useManuscript(id)
  if (isPending) return null
  if ((error as Refused | null)?.status === 404) return <Lost />
  return (
    <section className="screen lost">
      <Title>{t('editor.shut')}</Title>
      <p className="soft">{t('editor.refused')}</p>
      <p>
        <Link to="/">{t('editor.back')}</Link>
      </p>
    </section>
  )
}

/** Whether readers have what the manuscript says, and what may be done with it. */
export const useManuscript = (id: string) =>
  useQuery({
    queryKey: ['manuscript', id],
    queryFn: () => said(api.articles[':id'].manuscript.$get({ param: { id } })),
    refetchInterval: 15_000,
  })
