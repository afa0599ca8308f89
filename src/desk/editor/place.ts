import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** What a cursor can stand behind: the beginning of a block, or a character. */
type Stop = { sign: string; place: number }

/** The stops of some of a document's blocks, one after the other. */
function stopsIn(doc: Node, from: number, to: number): Stop[] {
  const stops: Stop[] = []
  doc.nodesBetween(from, to, (node, place) => {
    if (node.isTextblock) stops.push({ sign: '\n', place: place + 1 })
    if (node.isText)
      for (let at = 0; at < node.text!.length; at++)
        stops.push({ sign: node.text![at]!, place: place + at + 1 })
    else if (node.isInline && node.isLeaf) stops.push({ sign: '\ufffc', place: place + 1 })
  })
  return stops
}

/** How many are the same, counted from the beginning or from the end. */
function alike<T>(one: T[], other: T[], isSame: (one: T, other: T) => boolean, isFromEnd = false) {
  const most = Math.min(one.length, other.length)
  const at = (all: T[], index: number) => all[isFromEnd ? all.length - 1 - index : index]!
  let count = 0
  while (count < most && isSame(at(one, count), at(other, count))) count++
  return count
}

const sizeOf = (nodes: readonly Node[]) => nodes.reduce((size, { nodeSize }) => size + nodeSize, 0)

/** Where a place is once a document has become another; undefined where its words have changed. */
function followed(before: Node, after: Node): (place: number) => number | undefined {
  const [former, now] = [[...before.children], [...after.children]]
  const isSame = (one: Node, other: Node) => one.eq(other)
  const head = alike(former, now, isSame)
  const tail = alike(former.slice(head), now.slice(head), isSame, true)
  const from = sizeOf(former.slice(0, head))
  const [end, endNow] = [former, now].map((all) => sizeOf(all.slice(0, all.length - tail)))
  const [stops, stopsNow] = [stopsIn(before, from, end!), stopsIn(after, from, endNow!)]
  const isSameStop = (one: Stop, other: Stop) => one.sign === other.sign
  const first = alike(stops, stopsNow, isSameStop)
  const last = alike(stops, stopsNow, isSameStop, true)
  return (place) => {
    if (place < from) return place
    if (place > end!) return place + endNow! - end!
    const at = stops.findIndex((stop) => stop.place === place)
    if (at < 0) return undefined
    if (at < first) return stopsNow[at]!.place
    return at >= stops.length - last
      ? stopsNow[at + stopsNow.length - stops.length]!.place
      : undefined
  }
}

type Change = { isChangeOrigin?: boolean; isUndoRedoOperation?: boolean }

/**
 * Whoever divides a paragraph, or makes a heading of it, deletes its words to Yjs and writes them anew: a colleague's
 * cursor would be left behind. So after what others did it goes on to where its words are now.
 */
export const Place = Extension.create({
  name: 'place',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, before, { doc, selection, tr }) => {
        const changes = transactions.map((one) => one.getMeta(ySyncPluginKey) as Change | undefined)
        const isTheirs = changes.some((change) => change?.isChangeOrigin)
        // An undoing puts the cursor where it was.
        const isUndone = changes.some((change) => change?.isUndoRedoOperation)
        if (!isTheirs || isUndone || !(before.selection instanceof TextSelection)) return null
        const follow = followed(before.doc, doc)
        const anchor = follow(before.selection.anchor)
        const head = follow(before.selection.head)
        if (anchor === undefined || head === undefined) return null
        if (anchor === selection.anchor && head === selection.head) return null
        return (
          tr
            .setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)))
            .setMeta('addToHistory', false)
            // Else what is typed before and after it here would be undone in two steps.
            .setMeta(ySyncPluginKey, { isChangeOrigin: true })
        )
      },
    }),
  ],
})
