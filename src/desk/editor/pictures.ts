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
  for (let depth = $to.depth; depth > 0; depth--)
    if ($to.node(depth).type.name === 'gallery') {
      editor.chain().focus().insertContentAt($to.end(depth), pictures).run()
      return
    }
  show(editor, { type: 'gallery', content: pictures })
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
