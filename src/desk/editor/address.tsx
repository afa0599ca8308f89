import { useQuery } from '@tanstack/react-query'
import { api, said } from '../client.ts'
import { Line } from '../parts/fields.tsx'
import { t } from '../texts.ts'

/** The address under which readers find an article, and what is wrong with it while it is typed. */
export function Address({
  articleId,
  path,
  onChange,
}: {
  articleId: string
  path: string
  onChange: (path: string) => void
}) {
  const { data } = useQuery({
    queryKey: ['address', articleId, path],
    queryFn: () =>
      said(
        api.articles[':id'].address.$get({
          param: { id: articleId },
          query: { path: path.slice(0, LONGEST) },
        }),
      ),
    placeholderData: (before) => before,
  })
  const fits = data?.fits ?? 'same'
  const isWrong = fits === 'taken' || fits === 'reserved' || fits === 'unfit'
  return (
    <Line
      label={t('side.path')}
      dir="ltr"
      value={path}
      onChange={onChange}
      description={t('side.path.about')}
      wrong={isWrong ? t(`side.path.${fits}`) : undefined}
    />
  )
}

/** Characters of an address that are asked about: what is longer fits nowhere. */
const LONGEST = 2000
