import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'react-aria-components'
import { languageName } from '../../platform/language.ts'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Wrong } from '../parts/fields.tsx'
import { InRow } from '../parts/words.tsx'
import { moment, t } from '../texts.ts'
import { useFilters } from './filters.ts'
import type { Item } from './item.ts'
import { ArticlesFrame } from './screen.tsx'
import { Stopped } from './stopped.tsx'

/** Every article there is, latest changed first. */
export function ListScreen() {
  const timezone = useMe().data?.newsroom.timezone ?? 'UTC'
  const { filters, isNarrowed } = useFilters()
  const list = useInfiniteQuery({
    queryKey: ['articles', 'list', filters],
    queryFn: ({ pageParam }) =>
      said(
        api.articles.$get({
          query: { ...filters, ...(pageParam ? { before: pageParam } : {}) } as never,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  })
  const articles = list.data?.pages.flatMap((page) => page.articles) ?? []
  return (
    <ArticlesFrame withStatus>
      <Wrong error={list.error} />
      {list.data && articles.length === 0 ? (
        isNarrowed ? (
          <p className="empty">{t('articles.none')}</p>
        ) : (
          <div className="empty">
            <h2>{t('articles.first')}</h2>
            <p>{t('articles.first.text')}</p>
          </div>
        )
      ) : (
        <table className="articles-table" aria-busy={list.isFetching}>
          <caption className="unseen">{t('articles.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('articles.headline')}</th>
              <th scope="col">{t('articles.status')}</th>
              <th scope="col">{t('articles.hand')}</th>
              <th scope="col">{t('articles.due')}</th>
              <th scope="col">{t('articles.changed')}</th>
            </tr>
          </thead>
          <tbody>
            {articles.map((article) => (
              <Row key={article.id} article={article} timezone={timezone} />
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <Button
          className="quiet"
          onPress={() => void list.fetchNextPage()}
          isDisabled={list.isFetchingNextPage}
        >
          {list.isFetchingNextPage ? t('wait') : t('articles.more')}
        </Button>
      )}
    </ArticlesFrame>
  )
}

function Row({ article, timezone }: { article: Item; timezone: string }) {
  const { id, status, kind, headline, language, category, assignedTo, due, scheduled } = article
  const newsrooms = useMe().data?.newsroom.language
  const said = [
    ...(kind === 'news' ? [] : [t(`kind.${kind}`)]),
    ...(category ? [category.name] : []),
    ...(language === newsrooms ? [] : [languageName(language)]),
    t('editor.words', { count: article.words }),
  ]
  return (
    <tr>
      <th scope="row">
        <Link to="/articles/$id" params={{ id }} preload={false} lang={language} dir="auto">
          {headline}
        </Link>
        <span className="soft">
          <InRow said={said} />
        </span>
        {article.stopped && (
          <strong className="late">
            <Stopped article={article} />
          </strong>
        )}
      </th>
      <td>
        <span className={`status-mark ${status}`}>{t(`status.${status}`)}</span>
        {scheduled && status === 'scheduled' && (
          <span className="soft">{moment(scheduled, timezone)}</span>
        )}
      </td>
      <td className={assignedTo ? '' : 'none'}>
        <bdi>{assignedTo?.name ?? t('articles.nobody')}</bdi>
      </td>
      <td className={due ? '' : 'none'}>
        {due ? (
          <>
            {!isLate(article) && <span className="on-phone soft">{t('articles.due')} </span>}
            <Due article={article} timezone={timezone} />
          </>
        ) : (
          '–'
        )}
      </td>
      <td className="soft">
        <span className="on-phone">{t('articles.changed')} </span>
        <time dateTime={article.edited}>{moment(article.edited, timezone)}</time>
      </td>
    </tr>
  )
}

export const isLate = ({ due, status }: Item) =>
  due !== null && ['draft', 'submitted', 'in_edit'].includes(status) && Date.parse(due) < Date.now()

/** By when an article should be ready; said louder once that has passed. */
export function Due({ article, timezone }: { article: Item; timezone: string }) {
  const { due } = article
  if (!due) return null
  const time = moment(due, timezone)
  return isLate(article) ? (
    <strong className="late">{t('articles.late', { time })}</strong>
  ) : (
    <time dateTime={due}>{time}</time>
  )
}
