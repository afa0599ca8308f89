import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'react-aria-components'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Wrong } from '../parts/fields.tsx'
import { useDoing } from '../parts/form.tsx'
import { Around, English } from '../parts/words.tsx'
import { isText, moment, t } from '../texts.ts'
import { Head } from './section.tsx'

const look = (before: string | undefined) =>
  said(api.attention.$get({ query: before === undefined ? {} : { before } }))

type Seen = Awaited<ReturnType<typeof look>>

/** Rows of one answer: whether more may follow. */
const AT_ONCE = 50

/** What the newsroom could not do by itself. */
export function AttentionScreen() {
  const { data, error, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['attention'],
    queryFn: ({ pageParam }) => look(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ jobs }) => (jobs.length < AT_ONCE ? undefined : jobs.at(-1)!.id),
    refetchInterval: 10_000,
  })
  const notices = data?.pages[0]?.notices ?? []
  const jobs = data?.pages.flatMap(({ jobs }) => jobs) ?? []
  return (
    <>
      <Head title="settings.attention" about="attention.about" />
      <Wrong error={error} />
      {notices.length > 0 && (
        <ul className="rows">
          {notices.map((notice) => (
            <li key={notice.kind} className="row">
              <div>
                <strong>{t(`attention.${notice.kind}`)}</strong>
                <span className="soft">{wordsOf(notice)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {jobs.length > 0 && (
        <ul className="rows">
          {jobs.map((job) => (
            <Row key={job.id} job={job} />
          ))}
        </ul>
      )}
      {data && notices.length + jobs.length === 0 && <p className="soft">{t('attention.none')}</p>}
      {hasNextPage && (
        <Button className="quiet" onPress={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

function wordsOf(notice: Seen['notices'][number]) {
  if (notice.kind === 'mail') return t('attention.mail.text')
  if (notice.kind === 'disk')
    return t('attention.disk.text', { size: Math.round(notice.free / 1024 / 1024) })
  return t(`attention.${notice.kind}.text`, { count: notice.waiting })
}

function Row({ job }: { job: Seen['jobs'][number] }) {
  const timezone = useMe().data?.newsroom.timezone ?? 'UTC'
  const param = { id: job.id }
  const retry = useDoing(() => api.attention[':id']['another-try'].$post({ param }), {
    changes: ['attention'],
    done: t('attention.retried'),
  })
  const dismiss = useDoing(() => api.attention[':id'].$delete({ param }), {
    changes: ['attention'],
    done: t('attention.dismissed'),
  })
  const key = `job.${job.handler.split(' ').at(-1)}`
  const what = isText(key) ? t(key) : job.handler
  const wrong = retry.error ?? dismiss.error
  const isBusy = retry.isPending || dismiss.isPending
  return (
    <li className="row">
      <div>
        <strong>{what}</strong>
        {job.article && (
          <Link to={`/articles/${job.article.id}` as '/'}>
            <bdi>{job.article.headline}</bdi>
          </Link>
        )}
        <span className="soft">
          <Around
            text="attention.failed"
            values={{ time: moment(job.failed, timezone), error: <English>{job.error}</English> }}
          />
        </span>
        <Wrong error={wrong} />
      </div>
      <div className="row-ends">
        <Button
          className="quiet"
          isDisabled={isBusy}
          aria-label={t('attention.of', { what: t('attention.retry'), name: what })}
          onPress={() => retry.mutate()}
        >
          {t('attention.retry')}
        </Button>
        <Button
          className="quiet"
          isDisabled={isBusy}
          aria-label={t('attention.of', { what: t('attention.dismiss'), name: what })}
          onPress={() => dismiss.mutate()}
        >
          {t('attention.dismiss')}
        </Button>
      </div>
    </li>
  )
}
