import type { Editor, JSONContent } from '@tiptap/core'
import { insert } from './commands.ts'

const pictureOf = (id: string) => ({ type: 'picture', attrs: { picture: id } })

/** Puts a picture into the text where the cursor is; after the picture that the cursor is at, never into its caption. */
export const showIn = (editor: Editor, { id }: { id: string }) => show(editor, pictureOf(id))

/** Puts pictures into the text side by side; further ones into the gallery that the cursor is in. */
export function showGalleryIn(editor: Editor, ids: readonly string[]) {
  if (ids.length === 0) return
  const pictures = ids.map(pictureOf)
  const { $to } = editor.state.selection
  for (let depth = $to.depth; depth > 0; depth--) {
    const { type, lastChild } = $to.node(depth)
    if (type.name !== 'gallery') continue
    const below = lastChild && isCaption(lastChild) ? lastChild.nodeSize : 0
    editor
      .chain()
      .focus()
      .insertContentAt($to.end(depth) - below, pictures)
      .run()
    return
  }
  show(editor, { type: 'gallery', content: [...pictures, { type: 'caption' }] })
}

export const isCaption = ({ type }: { type: { name: string } }) => type.name === 'caption'

/** Puts an empty caption below the gallery at a place of the text, and the cursor into it. */
export function captionGallery(editor: Editor, at: number) {
  const gallery = editor.state.doc.nodeAt(at)
  if (!gallery?.lastChild || isCaption(gallery.lastChild)) return
  const end = at + gallery.nodeSize - 1
  editor
    .chain()
    .insertContentAt(end, { type: 'caption' })
    .setTextSelection(end + 1)
    .focus()
    .run()
}

function show(editor: Editor, content: JSONContent) {
  const { selection } = editor.state
  const { $to } = selection
  let after = 'node' in selection ? selection.to : undefined
  for (let depth = $to.depth; depth > 0; depth--)
    if (['picture', 'gallery'].includes($to.node(depth).type.name)) after = $to.after(depth)
  if (after === undefined) insert(content)(editor)
  else editor.chain().focus().insertContentAt(after, content).setNodeSelection(after).run()
}
