import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Heading } from 'react-aria-components'
import type { LibraryPicture } from '../../media/picture.ts'
import { mayChangePicture } from '../../staff/permission.ts'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Line, Wrong } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { moment, type TextKey, t } from '../texts.ts'
import { askAnew, nameOf, usePicture, wanting } from './asking.ts'
import { Focus } from './focus.tsx'
import { Area, Expiry, Rights, readIn, type Words, wordsOf } from './words.tsx'

/** One picture, with all that is said of it, its focus and crops, and where it stands. */
export function PictureDetails({ id, onClose }: { id: string; onClose: () => void }) {
  const picture = usePicture(id)
  return (
    <Sheet isOpen onClose={onClose} className="library-modal" label={t('pictures.details')}>
      {(close) => (
        <>
          <Wrong error={picture.error} />
          {picture.data ? (
            <Details picture={picture.data} onClose={close} />
          ) : (
            <Button className="quiet" slot="close">
              {t('close')}
            </Button>
          )}
        </>
      )}
    </Sheet>
  )
}

function Details({ picture, onClose }: { picture: LibraryPicture; onClose: () => void }) {
  const me = useMe().data
  const { id } = picture
  const [news, setNews] = useState<Partial<Words>>()
  const [seen, setSeen] = useState(picture)
  const words = { ...wordsOf(picture), ...news }
  const say = (more: Partial<Words>) => {
    if (!news) setSeen(picture)
    setNews((before) => ({ ...before, ...more }))
  }
  const save = useDoing(
    async () => {
      const now = await askAnew(id)
      // What a colleague has said of something else meanwhile stands beside it; what of the same, is looked at first.
      const isCrossed = (Object.keys(news ?? {}) as (keyof Words)[]).some(
        (name) => now[name] !== seen[name],
      )
      const { version } = isCrossed ? seen : now
      await api.pictures[':id'].$put({ param: { id }, json: { version, ...news } })
    },
    { changes: ['pictures', 'picture'], done: t('saved') },
  )
  const mayChange = me ? mayChangePicture(me.colleague, picture) : false
  const lacks = wanting(picture)
  const isRead = readIn(picture, words)
  const timezone = me?.newsroom.timezone ?? 'UTC'
  return (
    <>
      <div className="library-head">
        <Heading slot="title" dir="auto">
          {nameOf(picture)}
        </Heading>
        <Button className="quiet" slot="close">
          {t('close')}
        </Button>
      </div>
      {lacks && <p className="wrong">{lacks}</p>}
      <div className="details">
        <div>
          <Focus picture={picture} point={words} onChange={say} />
          <p className="soft">
            {t('pictures.facts', {
              width: picture.width,
              height: picture.height,
              size: Math.max(1, Math.round(picture.bytes / 1024)),
              format: picture.format.toUpperCase(),
              time: moment(picture.added, timezone),
            })}
            {picture.name && (
              <>
                {' '}
                <bdi>{picture.name}</bdi>
              </>
            )}
          </p>
        </div>
        <div className="section">
          {mayChange ? (
            <Fill
              submit={t('save')}
              isChanged={news !== undefined}
              onSubmit={() => save.mutateAsync()}
              onDone={() => setNews(undefined)}
            >
              <Area
                label={t('pictures.alt')}
                description={t(isRead('alt') ? 'pictures.read' : 'pictures.alt.about')}
                value={words.alt}
                onChange={(alt) => say({ alt })}
              />
              <Area
                label={t('pictures.caption')}
                description={[isRead('caption') && t('pictures.read'), t('pictures.caption.about')]
                  .filter(Boolean)
                  .join(' ')}
                value={words.caption}
                onChange={(caption) => say({ caption })}
              />
              <Rights words={words} isRead={isRead} say={say} />
              <Line
                label={t('pictures.source')}
                {...(isRead('source') ? { description: t('pictures.read') } : {})}
                value={words.source}
                onChange={(source) => say({ source })}
              />
              <Area
                label={t('pictures.terms')}
                {...(isRead('terms') ? { description: t('pictures.read') } : {})}
                value={words.terms}
                onChange={(terms) => say({ terms })}
              />
              <Expiry
                isRead={isRead('expires')}
                value={words.expires}
                onChange={(expires) => say({ expires })}
              />
            </Fill>
          ) : (
            <p className="soft">{t('pictures.others')}</p>
          )}
          <Uses id={id} />
          {mayChange && picture.uses === 0 && <Remove picture={picture} onDone={onClose} />}
        </div>
      </div>
    </>
  )
}

/** Where a picture stands, with the way there. */
function Uses({ id }: { id: string }) {
  const uses = useQuery({
    queryKey: ['pictures', 'uses', id],
    queryFn: () => said(api.pictures[':id'].uses.$get({ param: { id } })),
  })
  return (
    <section aria-labelledby="uses">
      <h3 id="uses">{t('pictures.uses')}</h3>
      {uses.data?.length === 0 && <p className="soft">{t('pictures.uses.none')}</p>}
      <ul>
        {uses.data?.map(({ kind, id, name, status }) => (
          <li key={`${kind} ${id}`}>
            {status ? (
              <Link to="/articles/$id" params={{ id }}>
                <bdi>{name}</bdi>
              </Link>
            ) : (
              <bdi>{name || t(`pictures.uses.${kind}` as TextKey)}</bdi>
            )}
            {status && (
              <span className="soft">
                {' '}
                {kind === 'manuscript' && status === 'published'
                  ? t('pictures.uses.manuscript')
                  : t(`status.${status}`)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Remove({
  picture: { id, version },
  onDone,
}: {
  picture: LibraryPicture
  onDone: () => void
}) {
  const [isSure, setSure] = useState(false)
  const remove = useDoing(
    () => api.pictures[':id'].$delete({ param: { id }, query: { version: String(version) } }),
    { changes: ['pictures'], done: t('pictures.removed') },
  )
  return (
    <div className="row-ends">
      {isSure ? (
        <>
          <span>{t('pictures.remove.sure')}</span>
          <Button
            className="button"
            onPress={() => remove.mutate(undefined, { onSuccess: onDone })}
          >
            {t('remove')}
          </Button>
          <Button className="quiet" onPress={() => setSure(false)}>
            {t('cancel')}
          </Button>
        </>
      ) : (
        <Button className="quiet" onPress={() => setSure(true)}>
          {t('pictures.remove')}
        </Button>
      )}
      <Wrong error={remove.error} />
    </div>
  )
}
