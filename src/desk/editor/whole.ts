import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * A gallery must have a picture, so where its last one is deleted ProseMirror puts in one that is none. It could not be
 * published; here it goes, and its gallery with it.
 */
export const Whole = Extension.create({
  name: 'whole',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, _, { doc, tr }) => {
          if (!transactions.some(({ docChanged }) => docChanged)) return null
          doc.descendants((node, at) => {
            const isNone = (child: typeof node | null) =>
              child?.type.name === 'picture' && child.attrs.picture === ''
            const isHollow =
              node.type.name === 'gallery' &&
              isNone(node.firstChild) &&
              node.content.content.slice(1).every(({ type }) => type.name === 'caption')
            if (!isHollow && !isNone(node)) return true
            const from = tr.mapping.map(at)
            tr.delete(from, from + node.nodeSize)
            return false
          })
          return tr.docChanged ? tr : null
        },
      }),
    ]
  },
})
