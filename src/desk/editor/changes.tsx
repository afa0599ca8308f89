import './changes.css'
import { useState } from 'react'
import type { Amendment } from '../../articles/correction.ts'
import { Amending, nothingSaid } from '../articles/amending.tsx'
import { queries, type Refused } from '../client.ts'
import { Fill } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { usePublication } from './publish.tsx'

/** What is refused because the change is another one than the screen knows. */
const outdated = new Set(['articles/amendment', 'articles/unchanged', 'articles/suggestion'])

/** What of a published article readers do not have yet, and how they get it. Nothing as long as they have all. */
export function Changes({
  article,
  kind,
  language,
  stored,
}: {
  article: Parameters<typeof usePublication>[0]
  kind: string
  language: string
  stored: () => Promise<void>
}) {
  const [said, say] = useState(nothingSaid)
  const publication = usePublication(article, stored)
  const { id, status, same, amends, suggestedNote } = article
  if (status !== 'published' || same) return null
  const publish = async (amendment?: Amendment) => {
    try {
      await publication.mutateAsync(amendment)
    } catch (error) {
      // Words typed a moment ago have made it a change that readers will see, or unmade it.
      if (outdated.has((error as Refused).code))
        await queries.invalidateQueries({ queryKey: ['manuscript', id] })
      throw error
    }
    say(nothingSaid)
    // What was pressed is gone.
    document.querySelector<HTMLElement>('.standing')?.focus()
  }
  return (
    <section className="changes" aria-label={t('editor.changed')}>
      {amends ? (
        <Amending
          said={said}
          onSay={say}
          suggestion={suggestedNote}
          language={language}
          publish={publish}
        />
      ) : (
        <Fill submit={t('publish.changes')} onSubmit={() => publish()}>
          <p>{t(kind === 'page' ? 'publish.changes.page' : 'publish.changes.unseen')}</p>
        </Fill>
      )}
    </section>
  )
}
