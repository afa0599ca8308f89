import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Group } from 'react-aria-components'
import { type LibraryPicture, longest } from '../../media/picture.ts'
import { mayChangePicture } from '../../staff/permission.ts'
import { api, queries, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Line, Wrong } from '../parts/fields.tsx'
import { say as tell } from '../parts/notice.tsx'
import { t } from '../texts.ts'
import { usePicture, wanting } from './asking.ts'
import { Rights, readIn, type Words, wordsOf } from './words.tsx'

/** What readers are told of a picture, said beside the text that shows it. It holds wherever the picture stands. */
export function PictureBrief({ id }: { id: string }) {
  const picture = usePicture(id)
  if (picture.error) return <Wrong>{t('pictures.lost')}</Wrong>
  return picture.data ? <Brief key={id} picture={picture.data} /> : null
}

type Told = Pick<Words, 'alt' | 'caption' | 'credit' | 'licence'>

function Brief({ picture }: { picture: LibraryPicture }) {
  const me = useMe().data
  const { id } = picture
  const [typed, type] = useState<Partial<Told>>({})
  const words = { ...wordsOf(picture), ...typed }
  const say = (news: Partial<Told>) => type((now) => ({ ...now, ...news }))
  const keep = useKept(picture, typed, type)
  const lacks = wanting(picture)
  const isRead = readIn(picture, words)
  const fromFile = (name: 'alt' | 'caption') =>
    isRead(name) ? { description: t('pictures.read') } : {}
  return (
    <div className="brief">
      {lacks && <p className="wrong">{lacks}</p>}
      {me && mayChangePicture(me.colleague, picture) && (
        <Group className="fields" aria-label={t('pictures.details')} onBlur={() => keep.mutate()}>
          <Line
            label={t('pictures.alt')}
            {...fromFile('alt')}
            value={words.alt}
            maxLength={longest.alt}
            onChange={(alt) => say({ alt })}
          />
          <Line
            label={t('pictures.caption')}
            {...fromFile('caption')}
            value={words.caption}
            maxLength={longest.caption}
            onChange={(caption) => say({ caption })}
          />
          <Rights words={words} isRead={isRead} say={say} />
          <Wrong error={keep.error} />
        </Group>
      )}
      <Link to="/pictures" search={{ open: id } as never} target="_blank">
        {t('pictures.all')}
      </Link>
    </div>
  )
}

/**
 * Keeps what was typed once its field is left: nothing beside an article has to be saved. One after the other, since each
 * names the version that it changes.
 */
function useKept(
  { id }: LibraryPicture,
  typed: Partial<Told>,
  type: (change: (now: Partial<Told>) => Partial<Told>) => void,
) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: describing,
    scope: { id: `describing ${id}` },
    mutationFn: async () => {
      const now = client.getQueryData<LibraryPicture>(['picture', id])!
      const news = Object.fromEntries(
        Object.entries(typed).filter(([name, value]) => now[name as keyof Told] !== value.trim()),
      )
      if (Object.keys(news).length > 0) {
        const { version } = now
        const kept = await said(
          api.pictures[':id'].$put({ param: { id }, json: { version, ...news } }),
        )
        client.setQueryData(['picture', id], kept)
        void client.invalidateQueries({ queryKey: ['pictures'] })
        tell(t('saved'))
      }
      // What was typed on meanwhile stays.
      type((later) =>
        Object.fromEntries(
          Object.entries(later).filter(([name, value]) => typed[name as keyof Told] !== value),
        ),
      )
    },
    onError: () => client.invalidateQueries({ queryKey: ['picture', id] }),
  })
}

const describing = ['describing']

/** Resolves once everything that was said of pictures here is kept. */
export async function described() {
  while (queries.isMutating({ mutationKey: describing }) > 0)
    await new Promise((resolve) => setTimeout(resolve, 50))
}
