import { useState } from 'react'
import { AmendmentQuestion, nothingSaid } from '../articles/amendment.tsx'
import { api, queries, type Refused } from '../client.ts'
import { Ask } from '../parts/dialog.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'

/** Gives readers what the manuscript says; of a change to what they have, asks what it is. */
export function Publish({
  article: { id, status, version, same, amends },
  language,
  stored,
}: {
  article: { id: string; status: string; version: number; same: boolean; amends: boolean }
  language: string
  stored: () => Promise<void>
}) {
  const isOut = status === 'published' || status === 'withheld'
  const [said, say] = useState(nothingSaid)
  const [refused, setRefused] = useState(false)
  const asks = amends || refused
  const publish = useDoing(
    async () => {
      await stored()
      await api.articles[':id'].publication.$post({
        param: { id },
        json: { version, ...(asks ? said : {}) },
      })
    },
    { changes: ['manuscript', 'articles', 'revisions'], done: t('publish.done') },
  )
  const open = () => {
    say(nothingSaid)
    setRefused(false)
    // Words typed a moment ago may have made it a change that readers will see.
    void stored().then(
      () => queries.invalidateQueries({ queryKey: ['manuscript', id] }),
      () => {},
    )
  }
  if (isOut && same) return null
  return (
    <Ask
      button={isOut ? t('publish.changes') : t('publish.now')}
      title={t(isOut ? 'publish.changes' : 'publish.title')}
      onOpen={open}
    >
      {(close) => (
        <Fill
          submit={isOut ? t('publish.changes') : t('publish.now')}
          onSubmit={() =>
            publish.mutateAsync().catch((error: Refused) => {
              if (error.code === 'articles/amendment') setRefused(true)
              throw error
            })
          }
          onDone={close}
        >
          <p>
            {t(
              status === 'withheld'
                ? 'publish.withheld.text'
                : isOut
                  ? 'publish.changes.text'
                  : 'publish.text',
            )}
          </p>
          {asks && <AmendmentQuestion said={said} onSay={say} language={language} />}
        </Fill>
      )}
    </Ask>
  )
}
