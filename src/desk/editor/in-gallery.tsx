import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { Button } from 'react-aria-components'
import { t } from '../texts.ts'

/** Changes places with the picture before or after, within a gallery. */
function move(editor: Editor, at: number, by: -1 | 1) {
  const { doc, tr } = editor.state
  const place = doc.resolve(at)
  const picture = place.nodeAfter
  const other = by < 0 ? place.nodeBefore : place.parent.maybeChild(place.index() + 1)
  // A caption stays below the pictures.
  if (!picture || other?.type !== picture.type) return
  const to = by < 0 ? at - other.nodeSize : at + other.nodeSize
  tr.delete(at, at + picture.nodeSize).insert(to, picture)
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, to)).scrollIntoView())
}

/** Where a picture of a gallery stands among the others. */
export function InGallery({ editor, at }: { editor: Editor; at: number }) {
  const place = editor.state.doc.resolve(at)
  if (place.parent.type.name !== 'gallery') return null
  const count = place.parent.children.filter((child) => child.type.name === 'picture').length
  // A button that is switched off at the end of the way would take the keyboard away with it.
  return (
    <div className="buttons">
      <Button className="quiet" onPress={() => move(editor, at, -1)}>
        {t('block.earlier')}
      </Button>
      <Button className="quiet" onPress={() => move(editor, at, 1)}>
        {t('block.later')}
      </Button>
      <span className="soft" role="status">
        {t('find.count', { at: place.index() + 1, count })}
      </span>
    </div>
  )
}
