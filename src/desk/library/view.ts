import type { NodeViewRenderer } from '@tiptap/core'
import { captionWords } from '../../media/picture.ts'
import { queries } from '../client.ts'
import { t } from '../texts.ts'
import { askPicture, nameOf, sourceOf, wanting } from './asking.ts'

/** Pixels that a picture is shown in while its text is written. */
const SHOWN_PX = 960

/** A picture of the text as its writers see it: itself, what it lacks, and its own caption below. */
export const pictureView: NodeViewRenderer = ({ node, editor, getPos }) => {
  const dom = document.createElement('figure')
  dom.className = 'picture-block'
  const frame = document.createElement('div')
  frame.contentEditable = 'false'
  const image = document.createElement('img')
  const note = document.createElement('p')
  note.className = 'picture-note'
  frame.append(image, note)
  const contentDOM = document.createElement('figcaption')
  dom.append(frame, contentDOM)

  // What is to be said of it stands beside the text once it is chosen. A browser leaves the cursor where it was when
  // somebody clicks on what cannot be written in.
  frame.addEventListener('click', () => {
    const at = getPos()
    if (at === undefined || !editor.isEditable) return
    editor.chain().focus(null, { scrollIntoView: false }).setNodeSelection(at).run()
  })

  let now = node
  const show = async () => {
    const id = String(now.attrs.picture)
    dom.dataset.size = String(now.attrs.size)
    try {
      const picture = await askPicture(id)
      if (id !== now.attrs.picture) return
      const source = sourceOf(picture, SHOWN_PX)
      if (image.getAttribute('src') !== source) image.src = source
      image.width = picture.width
      image.height = picture.height
      image.alt = String(now.attrs.alt ?? picture.alt) || nameOf(picture)
      contentDOM.dataset.usual = captionWords(picture.caption) || t('block.caption.own')
      const lacks = wanting(picture)
      const read = picture.fromFile.length > 0 && t('pictures.read.note')
      note.textContent = [lacks || picture.credit, !lacks && picture.licence, read]
        .filter(Boolean)
        .join(' · ')
      note.classList.toggle('lacks', lacks !== '')
    } catch (error) {
      note.textContent = (error as { status?: number }).status === 404 ? t('pictures.lost') : ''
      note.classList.add('lacks')
    }
  }
  const tellEmpty = () => contentDOM.classList.toggle('empty', now.content.size === 0)
  void show()
  tellEmpty()
  // Somebody says something of it in its details.
  const stop = queries.getQueryCache().subscribe(({ type, query }) => {
    const [kind, id] = query.queryKey
    if (type !== 'updated' || kind !== 'picture' || id !== now.attrs.picture) return
    if (query.state.status === 'success' && !query.state.isInvalidated) void show()
  })
  return {
    dom,
    contentDOM,
    update: (next) => {
      if (next.type !== now.type) return false
      now = next
      void show()
      tellEmpty()
      return true
    },
    ignoreMutation: (mutation) =>
      mutation.type !== 'selection' &&
      (mutation.type === 'attributes' || !contentDOM.contains(mutation.target)),
    destroy: stop,
  }
}
