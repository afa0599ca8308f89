import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LibraryPicture } from '../../media/picture.ts'
import { mayChangePicture } from '../../staff/permission.ts'
import { api } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Line, Wrong } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'
import { usePicture, wanting } from './asking.ts'
import { Credit, Licence } from './words.tsx'

/** What readers are told of a picture, said beside the text that shows it. It holds wherever the picture stands. */
export function PictureBrief({ id }: { id: string }) {
  const picture = usePicture(id)
  if (picture.error) return <Wrong>{t('pictures.lost')}</Wrong>
  return picture.data ? <Brief key={picture.data.version} picture={picture.data} /> : null
}

function Brief({ picture }: { picture: LibraryPicture }) {
  const me = useMe().data
  const queries = useQueryClient()
  const { id, version } = picture
  const [words, setWords] = useState(() => ({
    alt: picture.alt,
    caption: picture.caption,
    credit: picture.credit,
    licence: picture.licence,
  }))
  const say = (news: Partial<typeof words>) => setWords((now) => ({ ...now, ...news }))
  const save = useDoing(
    () => api.pictures[':id'].$put({ param: { id }, json: { version, ...words } }),
    { changes: ['pictures'], done: t('saved') },
  )
  const lacks = wanting(picture)
  return (
    <div className="brief">
      {lacks && <p className="wrong">{lacks}</p>}
      {me && mayChangePicture(me.colleague, picture) && (
        <Fill
          submit={t('save')}
          onSubmit={() => save.mutateAsync()}
          onDone={() => void queries.invalidateQueries({ queryKey: ['picture', id] })}
        >
          <Line label={t('pictures.alt')} value={words.alt} onChange={(alt) => say({ alt })} />
          <Line
            label={t('pictures.caption')}
            value={words.caption}
            onChange={(caption) => say({ caption })}
          />
          <Credit value={words.credit} onChange={(credit) => say({ credit })} />
          <Licence value={words.licence} onChange={(licence) => say({ licence })} />
        </Fill>
      )}
      <Link to="/pictures" search={{ open: id } as never} target="_blank">
        {t('pictures.all')}
      </Link>
    </div>
  )
}
