import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import { t } from '../texts.ts'

export type Choice = { id: string; name: string }

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
  const wanted = typed.trim()
  const offered = (found.data ?? []).filter(({ id }) => !ids.includes(id))
  const isNew =
    make && wanted && !found.data?.some(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  const NEW = 'new'
  const items = [
    ...offered,
    ...(isNew ? [{ id: NEW, name: t('side.make', { name: wanted }) }] : []),
  ]
  return (
    <div className="several">
      <ComboBox
        className="field"
        items={items}
        inputValue={typed}
        onInputChange={setTyped}
        selectedKey={null}
        allowsEmptyCollection
        menuTrigger="focus"
        onSelectionChange={(key) => {
          if (key === null) return
          setTyped('')
          if (key === NEW && make) void make(wanted).then(({ id }) => onChange([...ids, id]))
          else onChange([...ids, String(key)])
        }}
      >
        <Label>{label}</Label>
        <Input placeholder={t('side.find')} />
        <Popover className="popover">
          <ListBox renderEmptyState={() => <p className="soft pad">{t('side.none')}</p>}>
            {(item: Choice) => <ListBoxItem id={item.id}>{item.name}</ListBoxItem>}
          </ListBox>
        </Popover>
      </ComboBox>
      {ids.length > 0 && (
        <ul className="chosen">
          {ids.map((id) => (
            <li key={id}>
              <bdi>{names.get(id) ?? '…'}</bdi>
              {extra?.(id)}
              <Button
                className="tool"
                aria-label={t('side.remove', { name: names.get(id) ?? '' })}
                onPress={() => onChange(ids.filter((one) => one !== id))}
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
