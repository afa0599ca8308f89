import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { Wrong } from '../parts/fields.tsx'
import { t } from '../texts.ts'
import { type Choice, Finder } from './finder.tsx'

/** The id of what is offered to be made. */
const NEW = 'new'

/** Several of many, found by typing a part of their names. */
export function Several({
  label,
  kind,
  ids,
  find,
  make,
  onChange,
  extra,
}: {
  label: string
  /** What these are, for what is kept of the answers. */
  kind: string
  ids: string[]
  find: (query: { search?: string; ids?: string }) => Promise<Choice[]>
  /** Makes one of a name that there is not yet. */
  make?: (name: string) => Promise<Choice>
  onChange: (ids: string[]) => void
  /** What stands beside each that was chosen. */
  extra?: (id: string) => ReactNode
}) {
  const [typed, setTyped] = useState('')
  const [news, tell] = useState('')
  const [wrong, setWrong] = useState<Error>()
  const field = useRef<HTMLInputElement>(null)
  const chosen = useQuery({
    queryKey: [kind, 'ids', ids.join()],
    queryFn: () => (ids.length > 0 ? find({ ids: ids.join() }) : Promise.resolve([])),
    placeholderData: (before) => before,
  })
  const found = useQuery({
    queryKey: [kind, 'search', typed],
    queryFn: () => find({ search: typed }),
    placeholderData: (before) => before,
  })
  const names = new Map(chosen.data?.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const wanted = typed.trim()
  const offered = (found.data ?? []).filter(({ id }) => !ids.includes(id))
  const isNew =
    make &&
    wanted &&
    !found.isPlaceholderData &&
    !found.data?.some(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  const items = [
    ...offered,
    ...(isNew ? [{ id: NEW, name: t('side.make', { name: wanted }) }] : []),
  ]
  // What is made comes later, when others may have been chosen.
  const now = useRef({ ids, onChange })
  useLayoutEffect(() => {
    now.current = { ids, onChange }
  })
  const add = ({ id, name }: Choice) => {
    const { ids, onChange } = now.current
    setTyped((now) => (now === typed ? '' : now))
    setWrong(undefined)
    if (ids.includes(id)) return
    onChange([...ids, id])
    tell(t('side.chosen', { name }))
  }
  const remove = (id: string) => {
    onChange(ids.filter((one) => one !== id))
    tell(t('side.removed', { name: nameOf(id) }))
  }
  const last = ids.at(-1)
  return (
    <div className="several">
      <Finder
        label={label}
        field={field}
        typed={typed}
        items={items}
        isLooking={found.isPending || found.isPlaceholderData}
        onType={setTyped}
        onChoose={(id) => {
          if (id === NEW && make) void make(wanted).then(add, setWrong)
          else add({ id, name: items.find((one) => one.id === id)?.name ?? '' })
        }}
        onBack={() => last && remove(last)}
      />
      <Wrong error={wrong} />
      <p role="status" className="unseen">
        {news}
      </p>
      {ids.length > 0 && (
        <ul className="chosen">
          {ids.map((id) => (
            <li key={id}>
              <bdi>{names.get(id) ?? '…'}</bdi>
              {extra?.(id)}
              <Button
                className="tool"
                aria-label={t('side.remove', { name: nameOf(id) })}
                onPress={() => {
                  remove(id)
                  // The button goes with what it removes.
                  field.current?.focus()
                }}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
