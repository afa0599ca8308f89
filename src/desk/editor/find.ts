import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Finding and replacing in the text: whatever is looked for is marked, in every block. */

export type Found = { from: number; to: number }

const key = new PluginKey<{ wanted: string; at: number }>('find')

/** Stands where text is interrupted. */
const GAP = '\ufffc'

const lower = (text: string) =>
  // Letter by letter, so that places in the text stay those in the block: a small İ is two.
  [...text]
    .map((sign) =>
      sign.toLocaleLowerCase().length === sign.length ? sign.toLocaleLowerCase() : sign,
    )
    .join('')

/** The text of a block and where each of its characters stands. A note within it is text of its own. */
function textIn(block: Node, start: number) {
  let text = ''
  const places: number[] = []
  block.descendants((node, place) => {
    const at = start + place
    if (places.length > 0 && at !== places.at(-1)! + 1) {
      text += GAP
      places.push(at - 1)
    }
    if (!node.isText) return true
    text += lower(node.text!)
    for (let index = 0; index < node.text!.length; index++) places.push(at + index)
    return true
  })
  return { text, places }
}

/** Where a text stands in a document, whatever its case. A find does not reach across blocks. */
export function findIn(doc: Node, wanted: string): Found[] {
  const found: Found[] = []
  const needle = lower(wanted)
  if (!needle) return found
  doc.descendants((block, place) => {
    if (!block.isTextblock) return true
    const { text, places } = textIn(block, place + 1)
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
      found.push({ from: places[at]!, to: places[at + needle.length - 1]! + 1 })
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
