import type { Editor, Extension } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import CollaborationCaret from '@tiptap/extension-collaboration-caret'
import { Dropcursor, Gapcursor, Placeholder } from '@tiptap/extensions'
import { EditorContent, useEditor } from '@tiptap/react'
import { useMemo, useRef, useState } from 'react'
import { bodyIn } from '../../articles/typed.ts'
import { t } from '../texts.ts'
import { type Asks, blockCommands } from './commands.ts'
import type { Connection } from './connection.ts'
import { Find } from './find.ts'
import { Keys } from './keys.ts'
import { cleanHtml, isMarkdown, markdownHtml, picturesIn } from './paste.ts'
import { pasteAddress } from './paste-address.ts'
import { colourOf } from './people.tsx'
import { Place } from './place.ts'
import { schemaExtensions } from './schema.ts'
import { SlashMenu, type SlashState, slashMenu } from './slash.tsx'
import { partedBy } from './unknown.ts'
import { Whole } from './whole.ts'

/** Pixels at the top and the foot of the window in which bars may stand. */
const BEHIND_BARS = { top: 130, bottom: 80, left: 0, right: 0 }

type WritingProps = {
  connection: Connection
  me: { id: string; name: string }
  language: string
  direction: 'ltr' | 'rtl'
  readOnly: boolean
  asks: Asks
  /** Marks the words that notes are about. */
  margin: Extension
  /** Pictures that were dropped or pasted. */
  onFiles: (files: File[], editor: Editor) => void
  onEditor: (editor: Editor) => void
}

/** The text of an article, written by whoever is here. */
export function Writing(props: WritingProps) {
  const { connection, me, language, direction, readOnly, asks, margin, onFiles, onEditor } = props
  const [slash, setSlash] = useState<SlashState>()
  /** Pictures of what was pasted last that could not come along. */
  const [left, setLeft] = useState(0)
  const keys = useRef((_: KeyboardEvent) => false)
  const latest = useRef({ asks, onFiles })
  latest.current = { asks, onFiles }
  const extensions = useMemo(
    () => [
      ...schemaExtensions,
      Keys,
      Whole,
      Place,
      Find,
      margin,
      Dropcursor.configure({ class: 'dropping' }),
      Gapcursor,
      Placeholder.configure({ placeholder: () => t('editor.placeholder') }),
      slashMenu(() => blockCommands(latest.current.asks), setSlash, keys),
      partedBy(connection.lookout),
      Collaboration.configure({ fragment: bodyIn(connection.document) }),
      CollaborationCaret.configure({
        provider: connection.provider,
        user: me,
        render: caret,
        selectionRender: (user) => ({
          class: 'their-selection',
          style: `--colour:${colourOf(String(user.id))}`,
        }),
      }),
    ],
    [connection, me, margin],
  )
  const editor = useEditor(
    {
      extensions,
      editable: !readOnly,
      // editor.css has what it would add: the desk's policy knows no other style.
      injectCSS: false,
      onCreate: ({ editor }) => onEditor(editor),
      editorProps: {
        // As far from the edges as the bars that stick there are high: the caret is never behind one.
        scrollThreshold: BEHIND_BARS,
        scrollMargin: BEHIND_BARS,
        attributes: {
          class: 'writing body',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': t('editor.body'),
          lang: language,
          dir: direction,
          spellcheck: 'true',
        },
        transformPastedHTML: (html) => cleanHtml(html, direction),
        handlePaste: (view, event) => {
          const { clipboardData } = event
          const files = filesIn(clipboardData)
          const html = clipboardData?.getData('text/html') ?? ''
          const text = clipboardData?.getData('text/plain') ?? ''
          if (files.length > 0 && !text) {
            latest.current.onFiles(files, editor!)
            return true
          }
          if (view.state.selection.$from.parent.type.spec.code) return false
          if (html) {
            const { files, left } = picturesIn(html)
            // Once the words are in: the pictures follow them.
            if (files.length > 0) setTimeout(() => latest.current.onFiles(files, editor!))
            setLeft(left)
            return false
          }
          if (pasteAddress(editor!, text)) return true
          if (!isMarkdown(text)) return false
          editor!.commands.insertContent(cleanHtml(markdownHtml(text), direction))
          return true
        },
        handleDrop: (view, event) => {
          const files = filesIn(event.dataTransfer)
          if (files.length === 0) return false
          event.preventDefault()
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (place) editor!.commands.setTextSelection(place.pos)
          latest.current.onFiles(files, editor!)
          return true
        },
      },
    },
    [extensions, readOnly, language, direction],
  )
  return (
    <>
      <EditorContent editor={editor} />
      <p className={left > 0 ? 'warn' : 'unseen'} role="status">
        {left > 0 && t('paste.pictures', { count: left })}
      </p>
      <SlashMenu state={slash} keys={keys} />
    </>
  )
}

const filesIn = (data: DataTransfer | null) =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))

function caret(user: Record<string, unknown>) {
  const mark = document.createElement('span')
  mark.className = 'their-caret'
  mark.style.setProperty('--colour', colourOf(String(user.id)))
  const name = document.createElement('span')
  name.className = 'their-name'
  // Drawn, not written: a browser that joins paragraphs by itself would take its words along into the text.
  name.dataset.name = String(user.name ?? '')
  mark.append(name)
  return mark
}
