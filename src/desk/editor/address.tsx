import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, said } from '../client.ts'
import { Line } from '../parts/fields.tsx'
import { type TextKey, t } from '../texts.ts'

/** Milliseconds after the last keystroke: half an address is not asked about. */
const PAUSE_MS = 300

/** Why an article cannot have an address, in the words in which its publication is refused. */
const refusals: Record<string, TextKey> = {
  taken: 'refusal.addresses/taken',
  reserved: 'refusal.addresses/reserved',
  malformed: 'refusal.addresses/path',
}

/** Where readers find the article, and whether they can. */
export function Address({
  articleId,
  path,
  onChange,
}: {
  articleId: string
  path: string
  onChange: (path: string) => void
}) {
  const [asked, ask] = useState(path)
  useEffect(() => {
    const timer = setTimeout(ask, PAUSE_MS, path)
    return () => clearTimeout(timer)
  }, [path])
  const { data } = useQuery({
    queryKey: ['address', articleId, asked],
    queryFn: () =>
      said(api.articles[':id'].address.$get({ param: { id: articleId }, query: { path: asked } })),
    // Of an empty one there is nothing to say: it will follow from the headline.
    enabled: asked !== '',
  })
  const found = asked === path ? data : undefined
  const refused = found && refusals[found.state]
  return (
    <div className="field" aria-live="polite">
      <Line
        label={t('side.path')}
        dir="ltr"
        value={path}
        onChange={onChange}
        wrong={refused && t(refused)}
        maxLength={1000}
      />
      {found?.articleId && (
        <Link to="/articles/$id" params={{ id: found.articleId }}>
          <bdi>{path}</bdi>
        </Link>
      )}
      {found?.leads && (
        <p className="soft">
          {t('side.path.about')} <bdi dir="ltr">{`${found.leads} → ${path}`}</bdi>
        </p>
      )}
    </div>
  )
}
