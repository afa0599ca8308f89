import type { Editor } from '@tiptap/core'
import type { Node as PMNode } from '@tiptap/pm/model'
import { useEditorState } from '@tiptap/react'
import { Button, Checkbox } from 'react-aria-components'
import { PictureBrief } from '../library/brief.tsx'
import { Choose, Line } from '../parts/fields.tsx'
import { type TextKey, t } from '../texts.ts'
import { EntryTime } from './entry-time.tsx'
import { InGallery } from './in-gallery.tsx'
import { captionGallery, isCaption } from './pictures.ts'
import { TableParts } from './table.tsx'

/** What can be said of a block beside its words, by its name in the schema. */
const details: Record<string, { attr: string; label: TextKey }[]> = {
  blockquote: [{ attr: 'attribution', label: 'block.attribution' }],
  pullQuote: [{ attr: 'attribution', label: 'block.attribution' }],
  picture: [{ attr: 'alt', label: 'block.alt.own' }],
  embed: [
    { attr: 'url', label: 'block.address' },
    { attr: 'title', label: 'block.title' },
  ],
  gallery: [],
  table: [{ attr: 'caption', label: 'block.caption' }],
  box: [{ attr: 'title', label: 'block.title' }],
  liveEntry: [{ attr: 'headline', label: 'block.title' }],
  codeBlock: [{ attr: 'language', label: 'block.language' }],
}

type Place = {
  /** By it a block that is moved keeps its fields and the keyboard in them. */
  key: string
  name: string
  attrs: Record<string, unknown>
  at: number
  isCaptioned: boolean
}

/** The blocks around the cursor that have something to be said of them, innermost first. */
function around(editor: Editor): Place[] {
  const { $from } = editor.state.selection
  const places: Place[] = []
  const add = ({ type, attrs, lastChild }: PMNode, at: number, depth: number) => {
    const isCaptioned = lastChild !== null && isCaption(lastChild)
    const key = `${type.name} ${depth}`
    if (details[type.name]) places.push({ key, name: type.name, attrs, at, isCaptioned })
  }
  const { node: selected } = editor.state.selection as { node?: PMNode }
  if (selected) add(selected, $from.pos, $from.depth + 1)
  for (let depth = $from.depth; depth > 0; depth--)
    add($from.node(depth), $from.before(depth), depth)
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
  return (
    <section className="block-details" aria-label={t('block.details')}>
      {places.map(({ key, name, attrs, at, isCaptioned }) => (
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
          {name === 'gallery' && !isCaptioned && (
            <Button className="quiet" onPress={() => captionGallery(editor, at)}>
              {t('block.caption.add')}
            </Button>
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
          {name === 'table' && <TableParts editor={editor} at={at} />}
        </div>
      ))}
    </section>
  )
}
