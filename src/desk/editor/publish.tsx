import { useState } from 'react'
import type { Amendment } from '../../articles/correction.ts'
import { Amending, nothingSaid } from '../articles/amending.tsx'
import { api, queries } from '../client.ts'
import { described } from '../library/brief.tsx'
import { Ask } from '../parts/dialog.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'

type Standing = {
  id: string
  status: string
  version: number
  same: boolean
  amends: boolean
  suggestedNote: string
}

/** Gives readers what the manuscript says, once all that was written is stored. */
export function usePublication({ id, version }: Standing, stored: () => Promise<void>) {
  return useDoing(
    async (amendment: Amendment | undefined) => {
      await Promise.all([stored(), described()])
      await api.articles[':id'].publication.$post({
        param: { id },
        json: { version, ...amendment },
      })
    },
    { changes: ['manuscript', 'articles', 'revisions'], done: t('publish.done') },
  )
}

/** Gives readers an article for the first time, or again: of one that is withheld the changes come with it. */
export function Publish({
  article,
  language,
  stored,
}: {
  article: Standing
  language: string
  stored: () => Promise<void>
}) {
  const [said, say] = useState(nothingSaid)
  const publish = usePublication(article, stored)
  const { id, status, same, amends, suggestedNote } = article
  const isWithheld = status === 'withheld'
  if (status === 'published' || (isWithheld && same)) return null
  const open = () => {
    say(nothingSaid)
    // Words typed a moment ago may have made it a change that readers will see.
    void stored().then(
      () => queries.invalidateQueries({ queryKey: ['manuscript', id] }),
      () => {},
    )
  }
  const name = t(isWithheld ? 'publish.changes' : 'publish.now')
  return (
    <Ask button={name} title={name} onOpen={open}>
      {(close) =>
        isWithheld && amends ? (
          <>
            <p>{t('publish.withheld.text')}</p>
            <Amending
              said={said}
              onSay={say}
              suggestion={suggestedNote}
              language={language}
              publish={(amendment) => publish.mutateAsync(amendment).then(close)}
            />
          </>
        ) : (
          <Fill submit={name} onSubmit={() => publish.mutateAsync(undefined)} onDone={close}>
            <p>{t(isWithheld ? 'publish.withheld.text' : 'publish.text')}</p>
          </Fill>
        )
      }
    </Ask>
  )
}
