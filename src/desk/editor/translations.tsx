import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { languageName } from '../../platform/language.ts'
import { api, said } from '../client.ts'
import { Wrong } from '../parts/fields.tsx'
import { t } from '../texts.ts'
import { Several } from './choices.tsx'

/** The articles that say the same in other languages: readers of one are led to the others. */
export function Translations({ articleId, language }: { articleId: string; language: string }) {
  const queries = useQueryClient()
  const queryKey = ['translations', articleId]
  const { data = [] } = useQuery({
    queryKey,
    queryFn: () => said(api.articles[':id'].translations.$get({ param: { id: articleId } })),
  })
  const ids = data.map(({ id }) => id)
  const change = useMutation({
    mutationFn: async (wanted: string[]) => {
      for (const id of wanted.filter((one) => !ids.includes(one)))
        await said(
          api.articles[':id'].translations.$post({
            param: { id: articleId },
            json: { articleId: id },
          }),
        )
      for (const id of ids.filter((one) => !wanted.includes(one)))
        await said(api.articles[':id'].translations.$delete({ param: { id } }))
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  const find = async ({ search, ids: named }: { search?: string; ids?: string }) => {
    if (named !== undefined) return data.map(({ id, headline }) => ({ id, name: headline }))
    const { articles } = await said(api.articles.$get({ query: search ? { search } : {} }))
    return articles
      .filter((one) => one.id !== articleId && one.language !== language)
      .map((one) => ({
        id: one.id,
        name: `${one.headline} – ${languageName(one.language)}`,
      }))
  }
  return (
    <>
      <Several
        label={t('side.translations')}
        kind={`translations of ${articleId}`}
        ids={ids}
        find={find}
        onChange={(wanted) => change.mutate(wanted)}
        extra={(id) => (
          <Link to="/articles/$id" params={{ id }} className="soft">
            {languageName(data.find((one) => one.id === id)?.language ?? '')}
          </Link>
        )}
      />
      <Wrong error={change.error} />
    </>
  )
}
