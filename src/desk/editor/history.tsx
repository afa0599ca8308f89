import { useQuery } from '@tanstack/react-query'
import { diffWords } from 'diff'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { api, said } from '../client.ts'
import { Wrong } from '../parts/fields.tsx'
import { useDoing } from '../parts/form.tsx'
import { InRow } from '../parts/words.tsx'
import { moment, type TextKey, t } from '../texts.ts'
import { Alterations } from './alterations.tsx'

/** The versions of a manuscript, what changed from one to the next, and the way back. */
export function History({
  articleId,
  timezone,
  mayEdit,
  onDone,
}: {
  articleId: string
  timezone: string
  mayEdit: boolean
  onDone: () => void
}) {
  const [chosen, choose] = useState<string>()
  const revisions = useQuery({
    queryKey: ['revisions', articleId],
    queryFn: () => said(api.articles[':id'].revisions.$get({ param: { id: articleId } })),
    staleTime: 0,
  })
  const all = revisions.data ?? []
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === chosen),
  )
  const restore = useDoing(
    (revision: string) =>
      api.articles[':id'].revisions[':revision'].restoration.$post({
        param: { id: articleId, revision },
      }),
    { changes: ['revisions'], done: t('history.restored') },
  )
  if (revisions.data && all.length === 0) return <p className="soft">{t('history.empty')}</p>
  return (
    <div className="history">
      <ul className="versions">
        {all.map(({ id, kind, made, authors, words }, index) => (
          <li key={id}>
            <Button
              className={index === at ? 'version on' : 'version'}
              aria-pressed={index === at}
              onPress={() => choose(id)}
            >
              <strong>{moment(made, timezone)}</strong>
              <span>
                <InRow said={authors} />
              </span>
              <span className="soft">
                {kind === 'writing'
                  ? ''
                  : `${t(kind === 'restored' ? 'history.restored.kind' : (`history.${kind}` as TextKey))} · `}
                {t('editor.words', { count: words })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {all[at] && (
        <div>
          <Difference articleId={articleId} now={all[at].id} before={all[at + 1]?.id} />
          {all[at + 1] && (
            <Alterations articleId={articleId} now={all[at].id} before={all[at + 1]!.id} />
          )}
          <Wrong error={restore.error} />
          {mayEdit && (
            <Button
              className="button"
              onPress={() => restore.mutate(all[at]!.id, { onSuccess: onDone })}
            >
              {t('history.restore')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** Milliseconds after which two texts count as different altogether. */
const LONGEST_MS = 1000

const useVersion = (articleId: string, revision: string | undefined) =>
  useQuery({
    queryKey: ['revision', articleId, revision],
    queryFn: () =>
      said(
        api.articles[':id'].revisions[':revision'].$get({
          param: { id: articleId, revision: revision! },
        }),
      ),
    enabled: revision !== undefined,
  })

type Version = { headline: string; standfirst: string; text: string }

const whole = ({ headline, standfirst, text }: Version) =>
  [headline, standfirst, text].filter(Boolean).join('\n')

function Difference({
  articleId,
  now,
  before,
}: {
  articleId: string
  now: string
  before: string | undefined
}) {
  const one = useVersion(articleId, now)
  const other = useVersion(articleId, before)
  if (!one.data || (before && !other.data)) return <p className="soft">{t('wait')}</p>
  // The first version is no change of anything.
  const [was, is] = [whole(other.data ?? one.data), whole(one.data)]
  const parts = diffWords(was, is, { timeout: LONGEST_MS }) ?? [
    { value: was, added: false, removed: true },
    { value: is, added: true, removed: false },
  ]
  return (
    <div className="difference" dir="auto">
      {parts.map(({ value, added, removed }, index) => {
        const key = `${index} ${value.length}`
        if (added) return <ins key={key}>{value}</ins>
        if (removed) return <del key={key}>{value}</del>
        return <span key={key}>{value}</span>
      })}
    </div>
  )
}
