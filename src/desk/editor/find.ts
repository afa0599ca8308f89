import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Finding and replacing in the text: whatever is looked for is marked, in every block. */

export type Found = { from: number; to: number }

const key = new PluginKey<{ wanted: string; at: number }>('find')

/** Where a text stands in a document, whatever its case. A find does not reach across blocks. */
export function findIn(doc: Node, wanted: string): Found[] {
  const found: Found[] = []
  const needle = wanted.toLocaleLowerCase()
  if (!needle) return found
  doc.descendants((block, place) => {
    if (!block.isTextblock) return true
    // One character for what is no text keeps places in the string those in the block.
    const text = block.textBetween(0, block.content.size, undefined, '\ufffc').toLocaleLowerCase()
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
      found.push({ from: place + 1 + at, to: place + 1 + at + needle.length })
    return false
  })
  return found
}

export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key,
        state: {
          init: () => ({ wanted: '', at: 0 }),
          apply: (transaction, value) => transaction.getMeta(key) ?? value,
        },
        props: {
          decorations: (state) => {
            const { wanted, at } = key.getState(state)!
            return DecorationSet.create(
              state.doc,
              findIn(state.doc, wanted).map(({ from, to }, index) =>
                Decoration.inline(from, to, { class: index === at ? 'found here' : 'found' }),
              ),
            )
          },
        },
      }),
    ]
  },
})

export const looking = (wanted: string, at: number) => ({ key, value: { wanted, at } })
