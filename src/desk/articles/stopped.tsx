import { useQuery } from '@tanstack/react-query'
import { api, Refused, said } from '../client.ts'
import { Why } from '../parts/words.tsx'
import { t } from '../texts.ts'
import type { Item } from './item.ts'

/** Why an article did not go out at its time, for everybody who works on it; nothing where it did. */
export function Stopped({ article: { stopped } }: { article: Item }) {
  if (!stopped) return null
  const { code, why } = stopped
  return (
    <>
      {t('stand.stopped')} <Why error={new Refused(422, code, why)} />
    </>
  )
}

/** The same at the head of its text. */
export function StoppedAbove({ articleId }: { articleId: string }) {
  const { data } = useQuery({
    queryKey: ['articles', 'one', articleId],
    queryFn: () => said(api.articles[':id'].$get({ param: { id: articleId } })),
  })
  return data?.stopped ? (
    <p className="wrong" role="status">
      <Stopped article={data} />
    </p>
  ) : null
}
