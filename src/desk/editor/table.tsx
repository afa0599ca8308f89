import type { Editor } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  TableMap,
  toggleHeader,
} from '@tiptap/pm/tables'
import { useEditorState } from '@tiptap/react'
import { Button, Checkbox } from 'react-aria-components'
import { type TextKey, t } from '../texts.ts'

type Command = typeof addRowAfter

const changes: [TextKey, Command][] = [
  ['table.row', addRowAfter],
  ['table.column', addColumnAfter],
  ['table.column.before', addColumnBefore],
  ['table.row.remove', deleteRow],
  ['table.column.remove', deleteColumn],
]

function sizeOf(table: PMNode | null) {
  if (table?.type.name !== 'table') return undefined
  const { width: columns, height: rows } = TableMap.get(table)
  const hasHead = table.firstChild!.children.every(({ type }) => type.name === 'tableHeader')
  return { rows, columns, hasHead }
}

/** The rows and columns of the table that the cursor is in. */
export function TableParts({ editor, at }: { editor: Editor; at: number }) {
  const table = useEditorState({
    editor,
    selector: ({ editor }) => sizeOf(editor.state.doc.nodeAt(at)),
    equalityFn: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  })
  if (!table) return null
  const { rows, columns, hasHead } = table
  // The keyboard stays on the button: more than one row is added, mostly, and a phone's keyboard would cover the table.
  const change = (command: Command) => command(editor.state, editor.view.dispatch)
  return (
    <>
      <Checkbox className="check" isSelected={hasHead} onChange={() => change(toggleHeader('row'))}>
        <span className="box" aria-hidden="true" />
        {t('table.head')}
      </Checkbox>
      <div className="buttons">
        {changes.map(([key, command]) => (
          <Button key={key} className="quiet" onPress={() => change(command)}>
            {t(key)}
          </Button>
        ))}
        <Button
          className="quiet"
          onPress={() => {
            change(deleteTable)
            editor.commands.focus()
          }}
        >
          {t('table.remove')}
        </Button>
      </div>
      <p className="soft" role="status">
        {t('table.size', { rows, columns })}
      </p>
    </>
  )
}
