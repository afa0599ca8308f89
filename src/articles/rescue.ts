import {
  applyUpdate,
  ContentString,
  createID,
  type Doc,
  decodeUpdate,
  Item,
  isDeleted,
  iterateDeletedStructs,
  type Transaction,
  XmlElement,
  XmlFragment,
  XmlText,
} from 'yjs'
import { bodyIn } from './typed.ts'

/**
 * Words that nobody meant to delete. Whoever makes a paragraph a heading, joins it to another or sets it in a list
 * deletes it, for Yjs, and writes another in its place; what a colleague wrote in it meanwhile goes along, unseen by
 * either. Here it is put back.
 */

/** Characters beside lost words by which their place is found again; from the surest to the least that is one. */
const CONTEXTS = [32, 20, 12, 8, 4] as const

/** Texts on either side in which the place is looked for. */
const NEAR = 4

/**
 * Characters and stretches that are put back at once: more than people lose by each other. An update can be made to lose
 * millions, and looking for the place of each would hold up the newsroom. What is past them stays in the history.
 */
const MOST_CHARACTERS = 200_000
const MOST_STRETCHES = 500

/** Blocks that hold paragraphs. */
const holders = new Set(['blockquote', 'listItem', 'tableCell', 'tableHeader', 'box', 'liveEntry'])

/**
 * Applies what was written, in its order, and puts back what died by it; returns whether there was anything. Whoever
 * calls sees to it that every update comes here once, or its words would be put back twice.
 */
export function applyAndPutBack(manuscript: Doc, updates: readonly Uint8Array[]): boolean {
  const lost: Lost = { left: MOST_CHARACTERS, texts: new Map() }
  for (const bytes of updates) applyAndMiss(manuscript, bytes, lost)
  const isAny = lost.texts.size > 0
  if (isAny) putBack(manuscript, lost)
  return isAny
}

/**
 * Characters that are lost, by the text in which they stood: who wrote each, and as which of theirs. `left` is how many
 * more are noted.
 */
type Lost = { left: number; texts: Map<XmlText, Set<string>> }

/** Applies what somebody wrote, and notes what died by it, or in it, without anybody having meant that. */
function applyAndMiss(manuscript: Doc, bytes: Uint8Array, lost: Lost) {
  const gone: Transaction['deleteSet'][] = []
  const hear = ({ deleteSet }: Transaction) => gone.push(deleteSet)
  manuscript.on('afterTransaction', hear)
  applyUpdate(manuscript, bytes)
  manuscript.off('afterTransaction', hear)
  if (gone.every(({ clients }) => clients.size === 0)) return
  // Who deletes a paragraph names every character of it that they have seen.
  const { ds: meant } = decodeUpdate(bytes)
  manuscript.transact((transaction) => {
    for (const deleted of gone)
      iterateDeletedStructs(transaction, deleted, (struct) => {
        if (!isWords(struct) || !(struct.parent instanceof XmlText)) return
        const { client, clock } = struct.id
        for (let at = clock; at < clock + struct.length && lost.left > 0; at++)
          if (!isDeleted(meant, createID(client, at))) {
            const characters = lost.texts.get(struct.parent) ?? new Set()
            lost.texts.set(struct.parent, characters.add(`${client} ${at}`))
            lost.left--
          }
      })
  })
}

const isWords = (struct: unknown): struct is Item & { content: ContentString } =>
  struct instanceof Item && struct.content instanceof ContentString

/** Puts lost words back: into what stands in their paragraph's place, else as a paragraph where it was. */
function putBack(manuscript: Doc, lost: Lost) {
  manuscript.transact(() => {
    let left = MOST_STRETCHES
    for (const [text, characters] of lost.texts) {
      if (left === 0) return
      const runs = runsIn(text, characters, left)
      left -= runs.length
      for (const run of runs) {
        const place = placeOf(manuscript, text, run)
        if (place) place.text.insert(place.at, run.words)
        else standAlone(manuscript, text, run.words)
      }
    }
  })
}

type Run = { before: string; words: string; after: string }

/** Lost words of a text, each stretch with what stood before and after it; past `most` of them, the last has the rest. */
function runsIn(text: XmlText, characters: ReadonlySet<string>, most: number): Run[] {
  const runs: Run[] = []
  // Those that do not know yet what stood after them.
  const open: Run[] = []
  const since = new Map<number, number>()
  for (const character of characters) {
    const [client, clock] = character.split(' ').map(Number) as [number, number]
    since.set(client, Math.min(clock, since.get(client) ?? clock))
  }
  let known = ''
  let run: Run | undefined
  for (let item = text._start; item; item = item.right) {
    if (!isWords(item)) continue
    const { client, clock } = item.id
    for (const [at, unit] of item.content.str.split('').entries())
      if (characters.has(`${client} ${clock + at}`)) {
        if (!run && runs.length === most) run = runs.at(-1)!
        if (!run) {
          run = { before: known, words: '', after: '' }
          runs.push(run)
          open.push(run)
        }
        run.words += unit
      } else if (clock + at < (since.get(client) ?? Number.POSITIVE_INFINITY)) {
        // What came after the first lost one by the same hand, and is not lost, its writer took back.
        run = undefined
        known = (known + unit).slice(-CONTEXTS[0])
        for (const earlier of open) earlier.after += unit
        while (open[0]?.after.length === CONTEXTS[0]) open.shift()
      }
  }
  return runs
}

/** Where the words beside a run stand now, near where its paragraph was. */
function placeOf(manuscript: Doc, text: XmlText, { before, after }: Run) {
  const body = bodyIn(manuscript)
  const living = textsIn(body)
  const here = textsBefore(text)
  const candidates = living
    .map((text, index) => ({ text, away: index < here ? here - 1 - index : index - here }))
    .filter(({ away }) => away < NEAR)
    .sort((one, other) => one.away - other.away)
    .map(({ text }) => ({ text, words: wordsOf(text) }))
  for (const length of CONTEXTS) {
    const [left, right] = [before.slice(-length), after.slice(0, length)]
    for (const { text, words } of candidates) {
      if (left.length >= Math.min(length, before.length) && left.trim()) {
        const at = words.lastIndexOf(left)
        if (at >= 0) return { text, at: at + left.length }
      }
      if (right.trim()) {
        const at = words.indexOf(right)
        if (at >= 0) return { text, at }
      }
    }
  }
  return undefined
}

/** Makes lost words a paragraph of their own, in the nearest block that is left of those that theirs stood in. */
function standAlone(manuscript: Doc, text: XmlText, words: string) {
  let child: Item | null = text._item
  let holder = child?.parent
  while (child && holder !== bodyIn(manuscript) && !isHolder(holder)) {
    child = (holder as XmlElement)._item
    holder = child?.parent
  }
  if (!child || !(holder instanceof XmlFragment)) return
  let index = 0
  for (let item = holder._start; item && item !== child; item = item.right)
    if (!item.deleted) index++
  // What holds the paragraph in which it stood is still there: then behind that.
  if (!child.deleted) index++
  const paragraph = new XmlElement('paragraph')
  paragraph.insert(0, [new XmlText(words)])
  holder.insert(index, [paragraph])
}

const isHolder = (block: unknown) =>
  block instanceof XmlElement && holders.has(block.nodeName) && block._item?.deleted === false

const wordsOf = (text: XmlText) =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('')

/** The texts that are left in a block, in the order in which they are read. */
const textsIn = (block: XmlFragment): XmlText[] =>
  (block.toArray() as (XmlText | XmlElement)[]).flatMap((child) =>
    child instanceof XmlText ? [child] : child instanceof XmlFragment ? textsIn(child) : [],
  )

/** How many of the texts that are left stand before a text, be it deleted. */
function textsBefore(text: XmlText): number {
  let count = 0
  for (let item: Item | null = text._item; item; item = (item.parent as XmlElement)._item)
    for (let left = item.left; left; left = left.left) {
      const type = left.deleted ? undefined : (left.content as { type?: unknown }).type
      if (type instanceof XmlText) count++
      else if (type instanceof XmlFragment) count += textsIn(type).length
    }
  return count
}
