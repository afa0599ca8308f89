import { type Editor, Extension, type Range } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { exitSuggestion, Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import { useEffect, useRef, useState } from 'react'
import { t } from '../texts.ts'
import { type BlockCommand, choose } from './commands.ts'

/** The menu that a slash opens: what can be put here, narrowed down by what is typed after it. */

const LIST = 'slash-menu'

/** Pixels, as its style has it. */
const WIDTH = 256

export type SlashState = SuggestionProps<BlockCommand, BlockCommand> | undefined
/** Tells the menu of a key; returns whether it took it. */
export type SlashKeys = { current: (event: KeyboardEvent) => boolean }

export const slashMenu = (
  commands: () => BlockCommand[],
  show: (state: SlashState) => void,
  keys: SlashKeys,
) =>
  Extension.create({
    name: 'slash',
    addProseMirrorPlugins() {
      return [
        Suggestion<BlockCommand, BlockCommand>({
          editor: this.editor,
          char: '/',
          allow: ({ state }) => !state.selection.$from.parent.type.spec.code,
          items: ({ query }) => matching(commands(), query),
          command: ({ editor, range: { from, to }, props }) =>
            choose(editor, { from: from - spaceBefore(editor), to }, props),
          render: () => ({
            onStart: show,
            onUpdate: show,
            onKeyDown: ({ event }) => keys.current(event),
            onExit: ({ editor, range }) => {
              show(undefined)
              takeBack(editor, range)
            },
          }),
        }),
        // Whoever goes on elsewhere has done with it, and on a phone has no Escape key to say so.
        new Plugin({
          props: {
            handleDOMEvents: {
              blur: (view) => {
                exitSuggestion(view)
                return false
              },
            },
          },
        }),
      ]
    },
  })

/** What the button for the menu has put into a text to open it. */
const put = new WeakMap<Editor, string>()

/** Opens the menu of all blocks: a slash does that where a word could begin. */
export function openMenu(editor: Editor) {
  const { $from } = editor.state.selection
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset)
  const slash = before && before !== ' ' ? ' /' : '/'
  put.set(editor, slash)
  editor.chain().focus().insertContent(slash).run()
}

/** Characters that were put before the slash. What is chosen takes their place, too. */
function spaceBefore(editor: Editor) {
  const before = (put.get(editor)?.length ?? 1) - 1
  put.delete(editor)
  return before
}

/** A slash that nobody typed does not stay in the text of whoever chose nothing. */
function takeBack(editor: Editor, { to }: Range) {
  const slash = put.get(editor)
  put.delete(editor)
  if (!slash) return
  // Once the change that ended the menu is done.
  setTimeout(() => {
    if (editor.isDestroyed) return
    const { doc, tr } = editor.state
    const from = to - slash.length
    if (to <= doc.content.size && doc.textBetween(from, to) === slash)
      editor.view.dispatch(tr.delete(from, to))
  })
}

export function matching(commands: BlockCommand[], query: string) {
  const wanted = query.trim().toLowerCase()
  return commands.filter(({ id, also }) =>
    `${t(id).toLowerCase()} ${also}`.split(' ').some((word) => word.startsWith(wanted)),
  )
}

export function SlashMenu({ state, keys }: { state: SlashState; keys: SlashKeys }) {
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const items = state?.items ?? []
  const place = state?.clientRect?.()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query begins at its top
  useEffect(() => setAt(0), [state?.query])
  useEffect(() => {
    keys.current = (event) => {
      if (!state || items.length === 0) return false
      const last = items.length - 1
      if (event.key === 'ArrowDown') setAt((now) => (now === last ? 0 : now + 1))
      else if (event.key === 'ArrowUp') setAt((now) => (now === 0 ? last : now - 1))
      else if (event.key === 'Enter' || event.key === 'Tab') state.command(items[at]!)
      else return false
      return true
    }
  })
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const isOpen = state !== undefined && place != null && items.length > 0
  const writing = state?.editor.view.dom
  useEffect(() => {
    if (!isOpen || !writing) return
    // The cursor stays in the text, so the text says what the arrows are at.
    writing.setAttribute('aria-controls', LIST)
    writing.setAttribute('aria-activedescendant', `${LIST}-${at}`)
    return () => {
      writing.removeAttribute('aria-controls')
      writing.removeAttribute('aria-activedescendant')
    }
  }, [isOpen, writing, at])
  if (!state || !place || items.length === 0) return null
  const below = place.bottom + 320 < innerHeight || place.top < 340
  const beginning = writing?.dir === 'rtl' ? place.right - WIDTH : place.left
  return (
    <div
      ref={list}
      id={LIST}
      className="slash"
      role="listbox"
      aria-label={t('editor.insert')}
      style={{
        left: Math.max(8, Math.min(beginning, innerWidth - WIDTH - 8)),
        ...(below ? { top: place.bottom + 6 } : { bottom: innerHeight - place.top + 6 }),
      }}
    >
      {items.map((command, index) => (
        <button
          key={command.id}
          type="button"
          role="option"
          id={`${LIST}-${index}`}
          data-at={index}
          aria-selected={index === at}
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault()
            state.command(command)
          }}
        >
          <span className="sign" aria-hidden="true">
            {command.sign}
          </span>
          {t(command.id)}
        </button>
      ))}
    </div>
  )
}
