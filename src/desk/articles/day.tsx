import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { Button, isTextDropItem, useDrag, useDrop } from 'react-aria-components'
import { dateOf, t } from '../texts.ts'
import type { Item } from './item.ts'

/** What is due, goes out or went out at a time of a day (as the newsroom's clocks have it). */
export type Entry = {
  article: Item
  time: string
  what: 'due' | 'out' | 'published'
  mayMove: boolean
}

/** What is dragged is an entry of this calendar, and nothing from elsewhere. */
const DRAGGED = 'application/x-dateline-entry'
const keyOf = ({ article, what }: Entry) => `${article.id} ${what}`

/** One day of the calendar. What is put down here keeps its time of day. */
export function Day({
  day,
  entries,
  isToday,
  isBeside,
  onMove,
}: {
  day: string
  entries: Entry[]
  isToday: boolean
  isBeside: boolean
  onMove: (key: string) => void
}) {
  const place = useRef<HTMLLIElement>(null)
  const { dropProps, isDropTarget } = useDrop({
    ref: place,
    getDropOperation: (types) => (types.has(DRAGGED) ? 'move' : 'cancel'),
    onDrop: async ({ items }) => {
      for (const item of items) if (isTextDropItem(item)) onMove(await item.getText(DRAGGED))
    },
  })
  const marks = [
    isToday && 'today',
    isBeside && 'beside',
    entries.length === 0 && 'free',
    isDropTarget && 'target',
  ]
  return (
    <li
      {...dropProps}
      ref={place}
      tabIndex={-1}
      aria-label={dateOf(day, { dateStyle: 'full' })}
      className={marks.filter(Boolean).join(' ')}
    >
      <h3>
        <time dateTime={day} aria-current={isToday ? 'date' : undefined}>
          <span className="weekday">{dateOf(day, { weekday: 'short' })}</span>
          <span className="number">{dateOf(day, { day: 'numeric' })}</span>
          <span className="month">{dateOf(day, { month: 'short' })}</span>
        </time>
      </h3>
      <ul>
        {[...entries]
          .sort((one, other) => (one.time < other.time ? -1 : 1))
          .map((entry) => (
            <Listed key={keyOf(entry)} entry={entry} />
          ))}
      </ul>
    </li>
  )
}

function Listed({ entry }: { entry: Entry }) {
  const { article, time, what, mayMove } = entry
  const { dragProps, dragButtonProps, isDragging } = useDrag({
    getItems: () => [{ [DRAGGED]: keyOf(entry) }],
    getAllowedDropOperations: () => ['move'],
    hasDragButton: true,
    isDisabled: !mayMove,
  })
  return (
    <li {...(mayMove ? dragProps : {})} className={isDragging ? `${what} dragging` : what}>
      <Link to="/articles/$id" params={{ id: article.id }} preload={false} draggable={false}>
        <span className="soft">
          {time} {t(`calendar.${what}`)}
        </span>
        <span lang={article.language} dir="auto">
          {article.headline}
        </span>
      </Link>
      {mayMove && (
        <Button
          {...dragButtonProps}
          className="grip"
          aria-label={t('board.drag', { headline: article.headline })}
        >
          <span aria-hidden="true">⠿</span>
        </Button>
      )}
    </li>
  )
}
