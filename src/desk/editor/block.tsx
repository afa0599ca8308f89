import type { Editor } from '@tiptap/core'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import { useEditorState } from '@tiptap/react'
import { Button, Checkbox } from 'react-aria-components'
import { PictureBrief } from '../library/brief.tsx'
import { Choose, Line } from '../parts/fields.tsx'
import { type TextKey, t } from '../texts.ts'
import { EntryTime } from './entry-time.tsx'
import { InGallery } from './in-gallery.tsx'

/** What can be said of a block beside its words, by its name in the schema. */
const details: Record<string, { attr: string; label: TextKey }[]> = {
  blockquote: [{ attr: 'attribution', label: 'block.attribution' }],
  pullQuote: [{ attr: 'attribution', label: 'block.attribution' }],
  picture: [{ attr: 'alt', label: 'block.alt.own' }],
  embed: [
    { attr: 'url', label: 'block.address' },
    { attr: 'title', label: 'block.title' },
  ],
  table: [{ attr: 'caption', label: 'block.caption' }],
  box: [{ attr: 'title', label: 'block.title' }],
  liveEntry: [{ attr: 'headline', label: 'block.title' }],
  codeBlock: [{ attr: 'language', label: 'block.language' }],
}

/** By its `key`, a block that is moved keeps its fields and the keyboard in them. */
type Place = { key: string; name: string; attrs: Record<string, unknown>; at: number }

const keyOf = (name: string, depth: number) => `${name} ${depth}`

/** The blocks around the cursor that have something to be said of them, innermost first. */
function around(editor: Editor): Place[] {
  const { $from } = editor.state.selection
  const places: Place[] = []
  const selected = (editor.state.selection as { node?: { type: { name: string }; attrs: object } })
    .node
  if (selected && details[selected.type.name])
    places.push({
      key: keyOf(selected.type.name, $from.depth + 1),
      name: selected.type.name,
      attrs: selected.attrs as Record<string, unknown>,
      at: $from.pos,
    })
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (details[node.type.name])
      places.push({
        key: keyOf(node.type.name, depth),
        name: node.type.name,
        attrs: node.attrs,
        at: $from.before(depth),
      })
  }
  return places
}

/** What is said of the block at the cursor: who is quoted, a picture's description, a table's rows. */
export function BlockDetails({ editor }: { editor: Editor }) {
  const places = useEditorState({
    editor,
    selector: ({ editor }) => around(editor),
    equalityFn: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  })
  if (places.length === 0) return null
  const set = (at: number, attr: string, value: unknown) => {
    const { tr } = editor.state
    editor.view.dispatch(tr.setNodeAttribute(at, attr, value))
  }
  const inTable = (command: typeof addRowAfter) => () => {
    command(editor.state, editor.view.dispatch)
    editor.commands.focus()
  }
  return (
    <section className="block-details" aria-label={t('block.details')}>
      {places.map(({ key, name, attrs, at }) => (
        <div key={key} className="fields">
          {details[name]!.map(({ attr, label }) => (
            <Line
              key={attr}
              label={t(label)}
              value={String(attrs[attr] ?? '')}
              onChange={(value) => set(at, attr, value || (attr === 'url' ? attrs.url : null))}
            />
          ))}
          {name === 'liveEntry' && (
            <EntryTime
              key={String(attrs.at)}
              at={String(attrs.at)}
              onChange={(time) => set(at, 'at', time)}
            />
          )}
          {name === 'picture' && <InGallery editor={editor} at={at} />}
          {name === 'picture' && (
            <Choose
              label={t('block.size')}
              value={String(attrs.size)}
              choices={(['text', 'wide', 'full'] as const).map((id) => ({
                id,
                name: t(`block.size.${id}`),
              }))}
              onChange={(size) => set(at, 'size', size)}
            />
          )}
          {name === 'picture' && (
            <details className="more" open>
              <summary>{t('pictures.details')}</summary>
              <PictureBrief key={String(attrs.picture)} id={String(attrs.picture)} />
            </details>
          )}
          {name === 'box' && (
            <Checkbox
              className="check"
              isSelected={attrs.folded === true}
              onChange={(folded) => set(at, 'folded', folded)}
            >
              <span className="box" aria-hidden="true" />
              {t('block.folded')}
            </Checkbox>
          )}
          {name === 'table' && (
            <div className="buttons">
              <Button className="quiet" onPress={inTable(addRowAfter)}>
                {t('table.row')}
              </Button>
              <Button className="quiet" onPress={inTable(addColumnAfter)}>
                {t('table.column')}
              </Button>
              <Button className="quiet" onPress={inTable(toggleHeaderRow)}>
                {t('table.head')}
              </Button>
              <Button className="quiet" onPress={inTable(deleteRow)}>
                {t('table.row.remove')}
              </Button>
              <Button className="quiet" onPress={inTable(deleteColumn)}>
                {t('table.column.remove')}
              </Button>
              <Button className="quiet" onPress={inTable(deleteTable)}>
                {t('table.remove')}
              </Button>
            </div>
          )}
        </div>
      ))}
    </section>
  )
}
