import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Choose, Wrong } from '../parts/fields.tsx'
import { InRow } from '../parts/words.tsx'
import { isText, moment, t } from '../texts.ts'
import { Head } from './section.tsx'

type Sought = { actor?: string; room?: string; articleId?: string }

const look = (sought: Sought, before: string | undefined) =>
  said(api.audit.$get({ query: { ...sought, ...(before === undefined ? {} : { before }) } }))

type Deed = Awaited<ReturnType<typeof look>>[number]

/** Rows of one answer: whether more may follow. */
const AT_ONCE = 50

const rooms = [
  'article',
  'note',
  'front',
  'picture',
  'category',
  'contributor',
  'address',
  'newsroom',
  'staff',
  'commission',
  'site',
  'job',
] as const

const ANY = 'any'

/** Who did what, and when. */
export function LogScreen() {
  const [sought, seek] = useState<Sought>({})
  const [about, setAbout] = useState('')
  const timezone = useMe().data?.newsroom.timezone ?? 'UTC'
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: () => said(api.colleagues.$get()),
  })
  const { data, error, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['audit', sought],
    queryFn: ({ pageParam }) => look(sought, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.length < AT_ONCE ? undefined : page.at(-1)!.id),
    placeholderData: (before) => before,
  })
  const deeds = data?.pages.flat() ?? []
  const without = (name: keyof Sought) => {
    const { [name]: _, ...rest } = sought
    return rest
  }
  const choose = (name: 'actor' | 'room') => (id: string) =>
    seek(id === ANY ? without(name) : { ...sought, [name]: id })
  return (
    <>
      <Head title="settings.log" about="log.about" />
      <div className="with-end">
        <Choose
          label={t('log.who')}
          choices={[
            { id: ANY, name: t('log.anybody') },
            ...(colleagues.data ?? []).map(({ id, name }) => ({ id, name })),
          ]}
          value={sought.actor ?? ANY}
          onChange={choose('actor')}
        />
        <Choose
          label={t('log.kind')}
          choices={[
            { id: ANY, name: t('log.anything') },
            ...rooms.map((id) => ({ id, name: t(`log.room.${id}`) })),
          ]}
          value={sought.room ?? ANY}
          onChange={choose('room')}
        />
      </div>
      {sought.articleId && (
        <p>
          {t('log.article.only', { name: about })}{' '}
          <Button className="quiet" onPress={() => seek(without('articleId'))}>
            {t('log.everything')}
          </Button>
        </p>
      )}
      <Wrong error={error} />
      <ol className="rows">
        {deeds.map((deed) => (
          <Row
            key={deed.id}
            deed={deed}
            timezone={timezone}
            onArticle={
              sought.articleId
                ? undefined
                : ({ id, headline }) => {
                    setAbout(headline)
                    seek({ ...sought, articleId: id })
                  }
            }
          />
        ))}
      </ol>
      {data && deeds.length === 0 && <p className="soft">{t('log.none')}</p>}
      {hasNextPage && (
        <Button className="quiet" onPress={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

const whoOf = ({ actor }: Deed) =>
  actor === null ? t('log.itself') : actor.name || t('log.former')

/** Where the words are for what an event is about, by the room or the kind of the event. */
const wordings: Record<string, string> = {
  'article.moved': 'status',
  'newsroom.changed': 'settings',
  'staff.role-changed': 'role',
  'staff.role-kept': 'role',
  'staff.role-dropped': 'role',
  'job.tried-again': 'job',
  'job.dismissed': 'job',
}

/** What an event is about, in the desk's language where it is one of the newsroom's own words: `draft → submitted`. */
function wordsFor(type: string, about: string): string {
  const kind = wordings[type]
  if (!kind) return about
  const said = about.split(' → ').map((word) => {
    const keys = [`${kind}.${kind === 'job' ? word.split(' ').at(-1) : word}`, `may.${word}`]
    const key = keys.find(isText)
    return key ? t(key) : word
  })
  const [from = '', to] = said
  return to ? t('log.fromTo', { from, to }) : from
}

/** Characters of a picture's title: a caption may be long. */
const TITLE = 80

const short = (title: string) =>
  title.length > TITLE ? `${title.slice(0, TITLE).toWellFormed().trimEnd()}…` : title

function Row({
  deed,
  timezone,
  onArticle,
}: {
  deed: Deed
  timezone: string
  onArticle: ((article: NonNullable<Deed['article']>) => void) | undefined
}) {
  const { type, article, picture, about, happened } = deed
  const key = `log.${type}`
  return (
    <li className="row">
      <div>
        <span>
          <strong>
            <bdi>{whoOf(deed)}</bdi>
          </strong>{' '}
          {isText(key) ? t(key) : type}{' '}
          {article && (
            <Link to={`/articles/${article.id}` as '/'}>
              <bdi>{article.headline || t('log.untitled')}</bdi>
            </Link>
          )}
          {picture && (
            <Link to="/pictures" search={{ open: picture.id } as never}>
              <bdi>{short(picture.title) || t('pictures.nameless')}</bdi>
            </Link>
          )}
          <InRow said={about.map((one) => wordsFor(type, one))} />
        </span>
        <time className="soft" dateTime={happened}>
          {moment(happened, timezone)}
        </time>
      </div>
      {article && onArticle && (
        <Button className="quiet" onPress={() => onArticle(article)}>
          {t('log.of')}
        </Button>
      )}
    </li>
  )
}
