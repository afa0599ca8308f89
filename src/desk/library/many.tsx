import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../client.ts'
import { Ask } from '../parts/dialog.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { Expiry, Rights, type Words } from './words.tsx'

const blank = { credit: '', licence: '', expires: null } satisfies Partial<Words>

/** Says the same of several pictures. What is left empty stays as it is. */
export function SayOfMany({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const queries = useQueryClient()
  const [words, setWords] = useState<Pick<Words, 'credit' | 'licence' | 'expires'>>(blank)
  const say = (news: Partial<typeof words>) => setWords((now) => ({ ...now, ...news }))
  const save = useDoing(
    () =>
      api.pictures.$put({
        json: {
          ids,
          words: Object.fromEntries(Object.entries(words).filter(([, value]) => value)),
        },
      }),
    { changes: ['pictures', 'picture'], done: t('pictures.many.done', { count: ids.length }) },
  )
  return (
    <Ask
      button={t('pictures.many')}
      title={t('pictures.many.title', { count: ids.length })}
      onOpen={() => setWords(blank)}
    >
      {(close) => (
        <Fill
          submit={t('save')}
          onSubmit={() => save.mutateAsync()}
          onDone={() => {
            void queries.invalidateQueries({ queryKey: ['picture'] })
            onDone()
            close()
          }}
        >
          <p>{t('pictures.many.about')}</p>
          <Rights words={words} say={say} />
          <Expiry value={words.expires} onChange={(expires) => say({ expires })} />
        </Fill>
      )}
    </Ask>
  )
}
