import { api } from '../client.ts'
import { Ask } from '../parts/dialog.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'

/** Gives readers what the manuscript says. */
export function Publish({
  article: { id, status, version, same },
  stored,
}: {
  article: { id: string; status: string; version: number; same: boolean }
  stored: () => Promise<void>
}) {
  const isOut = status === 'published'
  const publish = useDoing(
    async () => {
      await stored()
      await api.articles[':id'].publication.$post({ param: { id }, json: { version } })
    },
    { changes: ['manuscript', 'articles', 'revisions'], done: t('publish.done') },
  )
  if (isOut && same) return null
  return (
    <Ask button={isOut ? t('publish.changes') : t('publish.now')} title={t('publish.title')}>
      {(close) => (
        <Fill
          submit={isOut ? t('publish.changes') : t('publish.now')}
          onSubmit={() => publish.mutateAsync()}
          onDone={close}
        >
          <p>{isOut ? t('publish.changes.text') : t('publish.text')}</p>
        </Fill>
      )}
    </Ask>
  )
}
