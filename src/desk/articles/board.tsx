import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  Button,
  GridList,
  GridListItem,
  isTextDropItem,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  useDragAndDrop,
} from 'react-aria-components'
import type { ArticleStatus } from '../../articles/article.ts'
import { type Step, steps } from '../../articles/workflow.ts'
import { api, type Colleague, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { DialogHead } from '../parts/dialog.tsx'
import { Wrong } from '../parts/fields.tsx'
import { Fill, useDoing } from '../parts/form.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { InRow } from '../parts/words.tsx'
import { moment, t } from '../texts.ts'
import { useFilters } from './filters.ts'
import type { Item } from './item.ts'
import { Due, isLate } from './list.tsx'
import { changed, stepName, targetsFor, useMove } from './moving.tsx'
import { ArticlesFrame } from './screen.tsx'
import { When } from './when.tsx'

/** What somebody wants to do with an article, where a word more is asked of them. */
type Asked = { article: Item; to: 'scheduled' | 'published' }

/** The server counts no further. */
const MOST = 1000

/** What is dragged is an article of this desk, and nothing from elsewhere. */
const DRAGGED = 'application/x-dateline-article'

/** The house at a glance: a column for each status, and what stands in it. */
export function BoardScreen() {
  const me = useMe().data
  const { filters } = useFilters()
  const { status: _, ...narrowing } = filters
  const board = useQuery({
    queryKey: ['articles', 'board', narrowing],
    queryFn: () => said(api.board.$get({ query: narrowing as never })),
    placeholderData: (before) => before,
    refetchInterval: 30_000,
  })
  const move = useMove()
  const [asked, ask] = useState<Asked>()
  const [wrong, tell] = useState('')
  const all = board.data?.flatMap(({ articles }) => articles) ?? []
  const take = (article: Item | undefined, to: ArticleStatus) => {
    if (!me || !article || article.status === to) return
    tell('')
    if (!targetsFor(me.colleague, article).includes(to))
      tell(t('board.cannot', { headline: article.headline }))
    else if (to === 'scheduled' || to === 'published') ask({ article, to })
    else if ((steps as readonly string[]).includes(to)) move.mutate({ article, to: to as Step })
  }
  return (
    <ArticlesFrame>
      <Wrong error={board.error ?? move.error}>{wrong}</Wrong>
      {me && board.data && (
        <div className="board">
          {board.data.map((column) => (
            <Column
              key={column.status}
              {...column}
              colleague={me.colleague}
              timezone={me.newsroom.timezone}
              onDrop={(id) =>
                take(
                  all.find((one) => one.id === id),
                  column.status,
                )
              }
              onMove={take}
            />
          ))}
        </div>
      )}
      {asked && me && (
        <Question asked={asked} timezone={me.newsroom.timezone} onDone={() => ask(undefined)} />
      )}
    </ArticlesFrame>
  )
}

function Column({
  status,
  count,
  articles,
  colleague,
  timezone,
  onDrop,
  onMove,
}: {
  status: ArticleStatus
  count: number
  articles: Item[]
  colleague: Colleague
  timezone: string
  onDrop: (id: string) => void
  onMove: (article: Item, to: ArticleStatus) => void
}) {
  const navigate = useNavigate()
  const name = t(`status.${status}`)
  const goes = articles.map((article) => ({ ...article, mayGo: targetsFor(colleague, article) }))
  const isFixed = goes.every(({ mayGo }) => mayGo.length === 0)
  const { dragAndDropHooks } = useDragAndDrop({
    ...(isFixed
      ? {}
      : {
          getItems: (keys: Set<string | number>) =>
            [...keys].map((key) => ({ [DRAGGED]: String(key) })),
        }),
    acceptedDragTypes: [DRAGGED],
    getDropOperation: () => 'move',
    onRootDrop: async ({ items }) => {
      for (const item of items) if (isTextDropItem(item)) onDrop(await item.getText(DRAGGED))
    },
  })
  return (
    <section className={`column ${status}`}>
      <h2>
        {name}{' '}
        <span className="soft" aria-hidden="true">
          {count < MOST ? count : `${MOST}+`}
        </span>
        <span className="unseen">{t('board.count', { count })}</span>
      </h2>
      <GridList
        // A list cannot begin to be draggable: it begins anew.
        key={String(isFixed)}
        aria-label={name}
        items={goes}
        dependencies={[timezone]}
        dragAndDropHooks={dragAndDropHooks}
        onAction={(id) => void navigate({ to: '/articles/$id', params: { id: String(id) } })}
        renderEmptyState={() => (
          <p className="soft">
            {status === 'draft' || status === 'published'
              ? t(`board.empty.${status}`)
              : t('board.empty')}
          </p>
        )}
      >
        {({ mayGo, ...article }) => (
          <GridListItem id={article.id} textValue={article.headline} className="slip">
            <strong lang={article.language} dir="auto">
              {article.headline}
            </strong>
            <span className="soft">
              <InRow
                said={[article.category?.name, article.assignedTo?.name].flatMap(
                  (one) => one ?? [],
                )}
              />
            </span>
            <Times article={article} timezone={timezone} />
            {!isFixed && (
              <span className="slip-tools">
                <Button
                  slot="drag"
                  className="grip"
                  aria-label={t('board.drag', { headline: article.headline })}
                >
                  <span aria-hidden="true">⠿</span>
                </Button>
                <MenuTrigger>
                  <Button
                    isDisabled={mayGo.length === 0}
                    className="grip"
                    aria-label={t('board.move', { headline: article.headline })}
                  >
                    <span aria-hidden="true">⋯</span>
                  </Button>
                  <Popover className="popover">
                    <Menu onAction={(to) => onMove(article, to as ArticleStatus)}>
                      {mayGo.map((to) => (
                        <MenuItem key={to} id={to}>
                          {stepName(article, to)}
                        </MenuItem>
                      ))}
                    </Menu>
                  </Popover>
                </MenuTrigger>
              </span>
            )}
          </GridListItem>
        )}
      </GridList>
      {count > articles.length && (
        <Link to="/" search={{ status } as never} className="soft">
          {t('board.all')}
        </Link>
      )}
    </section>
  )
}

function Times({ article, timezone }: { article: Item; timezone: string }) {
  const { status, scheduled, due } = article
  if (status === 'scheduled' && scheduled)
    return <time dateTime={scheduled}>{moment(scheduled, timezone)}</time>
  return due && status !== 'published' ? (
    <span>
      {!isLate(article) && `${t('articles.due')}: `}
      <Due article={article} timezone={timezone} />
    </span>
  ) : null
}

/** When it goes out, or whether it goes out at once. */
function Question({
  asked: { article, to },
  timezone,
  onDone,
}: {
  asked: Asked
  timezone: string
  onDone: () => void
}) {
  const publish = useDoing(
    () =>
      api.articles[':id'].publication.$post({
        param: { id: article.id },
        json: { version: article.version },
      }),
    { changes: changed, done: t('publish.done') },
  )
  return (
    <Sheet isOpen onClose={onDone}>
      {(close) => (
        <>
          <DialogHead>{article.headline}</DialogHead>
          {to === 'scheduled' ? (
            <When article={article} timezone={timezone} onDone={close} />
          ) : (
            <Fill submit={t('publish.now')} onSubmit={() => publish.mutateAsync()} onDone={close}>
              <p>{t('publish.text')}</p>
            </Fill>
          )}
        </>
      )}
    </Sheet>
  )
}
