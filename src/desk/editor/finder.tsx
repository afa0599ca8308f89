import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import {
  Autocomplete,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  TextField,
} from 'react-aria-components'
import { t } from '../texts.ts'
import './finder.css'

export type Choice = { id: string; name: string }

/**
 * A field that offers what is called as one types. React Aria's own `ComboBox` hides the rest of the page from screen
 * readers while its list is open, with what the keyboard can still reach; here the list is a part of the page.
 */
export function Finder({
  label,
  field,
  typed,
  items,
  isLooking,
  onType,
  onChoose,
  onBack,
}: {
  label: string
  field: RefObject<HTMLInputElement | null>
  typed: string
  items: Choice[]
  /** Whether what is offered is still that of what was typed before. */
  isLooking: boolean
  onType: (typed: string) => void
  onChoose: (id: string) => void
  /** Backspace where there is nothing to take back of what was typed. */
  onBack: () => void
}) {
  const [isOpen, setOpen] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a longer list reaches further down
  useEffect(() => {
    if (!isOpen) return
    const frame = requestAnimationFrame(() => list.current?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [isOpen, items.length])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && isOpen) {
      setOpen(false)
      // What is around the field stays open.
      event.preventDefault()
      event.stopPropagation()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !isOpen) {
      setOpen(true)
      event.preventDefault()
    } else if (event.key === 'Backspace' && typed === '' && !event.repeat) onBack()
  }
  return (
    <Group
      role="presentation"
      className="finder"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <Autocomplete
        inputValue={typed}
        onInputChange={(now) => {
          onType(now)
          setOpen(true)
        }}
        disableAutoFocusFirst
      >
        <TextField className="field">
          <Label>{label}</Label>
          <Input
            ref={field}
            role="combobox"
            aria-expanded={isOpen}
            dir="auto"
            placeholder={t('side.find')}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
          />
        </TextField>
        {isOpen && (
          <ListBox
            ref={list}
            className="popover finder-list"
            aria-label={label}
            items={items}
            onAction={(id) => {
              setOpen(false)
              onChoose(String(id))
            }}
            renderEmptyState={() => (
              <p className="soft pad">{t(isLooking ? 'wait' : 'side.none')}</p>
            )}
          >
            {({ id, name }) => (
              <ListBoxItem id={id} textValue={name}>
                <bdi>{name}</bdi>
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </Autocomplete>
      <p role="status" className="unseen">
        {isOpen && !isLooking && t('side.count', { count: items.length })}
      </p>
    </Group>
  )
}
