import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  Button,
  GridList,
  GridListItem,
  type Key,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  useDragAndDrop,
} from 'react-aria-components'
import { languageName } from '../../platform/language.ts'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { Choose, Line, Wrong } from '../parts/fields.tsx'
import { useDoing } from '../parts/form.tsx'
import { Preview } from '../parts/preview.tsx'
import { Title } from '../parts/title.tsx'
import { moment, t } from '../texts.ts'
import { insert, type Places, put } from './arrangement.ts'
import './front.css'
import { useKept } from './kept.ts'

/** The front pages: what leads them, and what stands beside and below that. */
export function FrontScreen() {
  const me = useMe().data
  const languages = useQuery({ queryKey: ['fronts'], queryFn: () => said(api.fronts.$get()) })
  const [chosen, choose] = useState<string>()
  const own = me?.newsroom.language.split('-')[0]
  const all = languages.data?.length ? languages.data : own ? [own] : []
  const language = chosen ?? (own && all.includes(own) ? own : all[0])
  return (
    <div className="screen front">
      <header className="screen-head">
        <Title>{t('front.title')}</Title>
        <p>{t('front.about')}</p>
        {all.length > 1 && language && (
          <Choose
            label={t('front.language')}
            value={language}
            choices={all.map((id) => ({ id, name: languageName(id) }))}
            onChange={choose}
          />
        )}
      </header>
      <Wrong error={languages.error} />
      {language && me && (
        <Arrangement key={language} language={language} timezone={me.newsroom.timezone} />
      )}
    </div>
  )
}

type Article = { id: string; headline: string; published: string }

function Arrangement({ language, timezone }: { language: string; timezone: string }) {
  const front = useQuery({
    queryKey: ['front', language],
    queryFn: () => said(api.fronts[':language'].$get({ param: { language } })),
  })
  const { changed, keep, forget } = useKept(language)
  const [search, setSearch] = useState('')
  const places = changed?.places ?? front.data?.places
  const change = (places: Places) =>
    keep({ places, seen: changed?.seen ?? front.data?.places ?? [] })
  const live = useDoing(
    () => api.fronts[':language'].$put({ param: { language }, json: changed! }),
    { changes: ['front'], done: t('front.done') },
  )
  const leave = () => {
    forget()
    // The button that was pressed goes, and the place of the keyboard would go with it.
    document.getElementById('top')?.focus({ preventScroll: true })
  }
  if (front.error) return <Wrong error={front.error} />
  if (!front.data || !places) return <p className="soft">{t('wait')}</p>
  const { articles } = front.data
  const known = new Map(articles.map((article) => [article.id, article]))
  const wanted = search.trim().toLocaleLowerCase()
  const offered = articles.filter(
    ({ id, headline }) => !places.includes(id) && headline.toLocaleLowerCase().includes(wanted),
  )
  if (articles.length === 0) return <p className="soft">{t('front.empty')}</p>
  const query = new URLSearchParams({ language, places: places.map((id) => id ?? '').join() })
  return (
    <div>
      <div className={changed ? 'buttons front-buttons changed' : 'buttons front-buttons'}>
        <Preview address={`/desk/front-preview?${query}`} />
        {changed && (
          <>
            <Button
              className="button"
              onPress={() => live.mutate(undefined, { onSuccess: leave })}
              isDisabled={live.isPending}
            >
              {t('front.live')}
            </Button>
            <Button
              className="quiet"
              onPress={() => {
                leave()
                live.reset()
                void front.refetch()
              }}
            >
              {t('front.undo')}
            </Button>
            <span className="soft">{t('front.kept')}</span>
          </>
        )}
        <Wrong error={live.error} />
      </div>
      <div className="front-sheets">
        <Top
          places={places}
          known={known}
          fills={fillsOf(places, articles)}
          timezone={timezone}
          onChange={change}
        />
        <section aria-labelledby="offered">
          <h2 id="offered">{t('front.latest')}</h2>
          <Line label={t('front.search')} type="search" value={search} onChange={setSearch} />
          <Offered
            articles={offered}
            timezone={timezone}
            onPut={(id, at) => change(put(places, id, at))}
          />
        </section>
      </div>
    </div>
  )
}

/** What stands for now in the places that fill themselves. */
function fillsOf(places: Places, articles: Article[]): (Article | undefined)[] {
  const rest = articles
    .filter(({ id }) => !places.includes(id))
    .sort((one, other) => (one.published < other.published ? 1 : -1))
  return places.map((id) => (id === null ? rest.shift() : undefined))
}

const TYPE = 'text/x-article'
const dragged = (keys: Set<Key>) => [...keys].map((key) => ({ [TYPE]: String(key) }))
const placeName = (place: number) => (place === 0 ? t('front.lead') : t('front.place', { place }))

function Top({
  places,
  known,
  fills,
  timezone,
  onChange,
}: {
  places: Places
  known: Map<string, Article>
  fills: (Article | undefined)[]
  timezone: string
  onChange: (places: Places) => void
}) {
  const rows = places.map((id, place) => ({ key: id ?? `fills ${place}`, id, place }))
  const placeOf = (key: Key) => rows.findIndex((row) => row.key === key)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => dragged(keys as Set<Key>).filter((item) => known.has(item[TYPE]!)),
    acceptedDragTypes: [TYPE],
    onReorder: ({ keys, target }) => {
      const id = String([...keys][0])
      if (!known.has(id)) return
      const from = placeOf(id)
      const to = placeOf(target.key) + (target.dropPosition === 'after' ? 1 : 0)
      const rest = places.filter((_, place) => place !== from)
      rest.splice(to > from ? to - 1 : to, 0, id)
      onChange(rest)
    },
    onInsert: async ({ items, target }) => {
      const id = await textOf(items[0])
      if (id)
        onChange(
          insert(places, id, placeOf(target.key) + (target.dropPosition === 'after' ? 1 : 0)),
        )
    },
    onItemDrop: async ({ items, target }) => {
      const id = await textOf(items[0])
      if (id) onChange(put(places, id, placeOf(target.key)))
    },
  })
  return (
    <section aria-labelledby="top">
      <h2 id="top" tabIndex={-1}>
        {t('front.top')}
      </h2>
      <GridList
        aria-labelledby="top"
        className="front-list"
        items={rows}
        dependencies={[fills]}
        dragAndDropHooks={dragAndDropHooks}
      >
        {({ key, id, place }) => {
          const article = id ? known.get(id) : fills[place]
          return (
            <GridListItem
              id={key}
              // Whoever drags by ear is told where they are, and what stands there.
              textValue={
                article
                  ? t('attention.of', { what: placeName(place), name: article.headline })
                  : placeName(place)
              }
              className={id ? 'placed' : 'placed fills'}
            >
              {id && <Handle headline={article?.headline ?? ''} />}
              <span className="place">{placeName(place)}</span>
              <bdi className="words">{article?.headline ?? t('front.gone')}</bdi>
              <span className="soft">
                {id
                  ? article
                    ? moment(article.published, timezone)
                    : t('front.gone.text')
                  : t('front.fills')}
              </span>
              {id && (
                <Button
                  className="tool"
                  aria-label={t('front.unpin', { headline: article?.headline ?? '' })}
                  onPress={() => onChange(places.map((one) => (one === id ? null : one)))}
                >
                  ×
                </Button>
              )}
            </GridListItem>
          )
        }}
      </GridList>
    </section>
  )
}

function Offered({
  articles,
  timezone,
  onPut,
}: {
  articles: Article[]
  timezone: string
  onPut: (id: string, place: number) => void
}) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => dragged(keys as Set<Key>),
    getAllowedDropOperations: () => ['copy', 'move'],
  })
  return (
    <GridList
      aria-labelledby="offered"
      className="front-list front-offered"
      items={articles}
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <p className="soft">{t('front.none')}</p>}
    >
      {({ id, headline, published }) => (
        <GridListItem id={id} textValue={headline} className="placed">
          <Handle headline={headline} />
          <bdi className="words">{headline}</bdi>
          <span className="soft">{moment(published, timezone)}</span>
          <MenuTrigger>
            <Button className="quiet" aria-label={t('front.pin.label', { headline })}>
              {t('front.pin')}
            </Button>
            <Popover className="popover">
              <Menu onAction={(key) => onPut(id, Number(key))}>
                {[0, 1, 2, 3, 4, 5].map((place) => (
                  <MenuItem key={place} id={place}>
                    {placeName(place)}
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
        </GridListItem>
      )}
    </GridList>
  )
}

const Handle = ({ headline }: { headline: string }) => (
  <Button slot="drag" className="tool handle" aria-label={t('front.drag', { headline })}>
    <span aria-hidden="true">⠿</span>
  </Button>
)

type Dropped = { kind: string; getText?: (type: string) => Promise<string> }

const textOf = async (item: unknown) => {
  const { kind, getText } = item as Dropped
  return kind === 'text' ? await getText!(TYPE) : undefined
}
