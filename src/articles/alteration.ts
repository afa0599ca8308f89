import { diffArrays } from 'diff'
import type { ArticleDocument, DocumentNode } from './document.ts'

/**
 * What changed in a text beside its words: what a paragraph is, how words are set and where they lead, what stands
 * between the paragraphs. A browser shows it beside the words (desk/editor/history.tsx).
 */
export type Alteration =
  /** A block that came or went; of one without words, they are empty. */
  | { what: 'block'; change: 'added' | 'removed'; block: string; words: string }
  /** A paragraph that became something else: `from` and `to` name blocks, the outer ones first. */
  | { what: 'turned'; from: string[]; to: string[]; words: string }
  /** Words that are set another way; `href` tells where a link led or leads. */
  | { what: 'set'; change: 'added' | 'removed'; mark: string; words: string; href: string }
  /** Something said of a block, such as the caption of a table. */
  | { what: 'said'; block: string; name: string; from: string; to: string }

/** Blocks put in and taken out beyond which two texts count as different altogether. */
const MOST_BLOCKS = 1000
/** Blocks of a text that are looked at. */
const LOOKED_AT = 20_000
/** Alterations that are shown. */
const SHOWN = 200
/** Characters of words that stand for a block, and of what is said of one. */
const EXCERPT = 80
const LONGEST = 300

/** Where words are, and nothing that is looked for by name. */
const silent = new Set(['doc', 'listItem', 'tableRow', 'tableCell', 'tableHeader'])
/** What a text consists of: it comes and goes with its words. */
const plain = new Set(['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'])

/** A run of words set in one way. */
type Run = { from: number; to: number; mark: string; href: string }

/** A block without blocks in it. */
type Leaf = {
  words: string
  /** What stands for it where it is compared: two pictures are the same if they show the same. */
  key: string
  /** Its block and those around it, the outermost first. */
  kinds: string[]
  said: Map<string, { block: string; name: string; value: string }>
  runs: Run[]
  /** Which block of the text's own it is or is in. */
  top: number
  topKind: string
}

/** How a text altered beside its words. Bounded in time and size, whatever the two hold. */
export function alterationsOf(
  before: ArticleDocument,
  after: ArticleDocument,
): { alterations: Alteration[]; cut: boolean } {
  const [former, latter] = [leavesOf(before), leavesOf(after)]
  const runs = diffArrays(former.leaves, latter.leaves, {
    maxEditLength: MOST_BLOCKS,
    comparator: (one, other) => one.key === other.key,
  })
  if (!runs) return { alterations: [], cut: true }
  const found: Alteration[] = []
  const [gone, come] = [new Set<Leaf>(), new Set<Leaf>()]
  let [was, is] = [0, 0]
  for (let at = 0; at < runs.length; at++) {
    const { added, removed, count } = runs[at]!
    if (!added && !removed)
      for (let step = 0; step < count; step++)
        compare(former.leaves[was++]!, latter.leaves[is++]!, found)
    else {
      const next = runs[at + 1]
      const pairs = removed && next?.added
      const [out, into] = [removed ? count : 0, added ? count : pairs ? next.count : 0]
      if (pairs) at++
      replace(
        former.leaves.slice(was, was + out),
        latter.leaves.slice(is, is + into),
        found,
        gone,
        come,
      )
      was += out
      is += into
    }
  }
  found.push(...blocksOf(gone, former.leaves, 'removed'), ...blocksOf(come, latter.leaves, 'added'))
  return {
    alterations: found.slice(0, SHOWN),
    cut: found.length > SHOWN || former.cut || latter.cut,
  }
}

/** Blocks in the place of others: each is the next one's successor while both are words. */
function replace(out: Leaf[], into: Leaf[], found: Alteration[], gone: Set<Leaf>, come: Set<Leaf>) {
  for (let at = 0; at < Math.max(out.length, into.length); at++) {
    const [before, after] = [out[at], into[at]]
    if (before && after && plain.has(before.topKind) && plain.has(after.topKind)) {
      turn(before, after, found)
      speak(before, after, found)
    } else {
      if (before) gone.add(before)
      if (after) come.add(after)
    }
  }
}

function compare(before: Leaf, after: Leaf, found: Alteration[]) {
  turn(before, after, found)
  speak(before, after, found)
  // The same picture or embed under other words: what is set in a caption is told by the caption.
  if (before.words !== after.words) {
    const [from, to] = [before.words.slice(0, LONGEST), after.words.slice(0, LONGEST)]
    found.push({ what: 'said', block: after.kinds.at(-1)!, name: 'caption', from, to })
    return
  }
  for (const [change, one, other] of [
    ['removed', before, after],
    ['added', after, before],
  ] as const) {
    const there = new Set(other.runs.map(nameOf))
    for (const run of one.runs)
      if (!there.has(nameOf(run)))
        found.push({
          what: 'set',
          change,
          mark: run.mark,
          words: excerpt(one.words.slice(run.from, run.to)),
          href: run.href.slice(0, LONGEST),
        })
  }
}

const nameOf = ({ from, to, mark, href }: Run) => `${from} ${to} ${mark} ${href}`

function turn({ kinds: from }: Leaf, { kinds: to, words }: Leaf, found: Alteration[]) {
  if (from.join() !== to.join()) found.push({ what: 'turned', from, to, words: excerpt(words) })
}

/** What is said of the blocks that two leaves are in; once, at the first of each. */
function speak(before: Leaf, after: Leaf, found: Alteration[]) {
  for (const key of new Set([...before.said.keys(), ...after.said.keys()])) {
    const [was, is] = [before.said.get(key), after.said.get(key)]
    const { block, name } = (is ?? was)!
    const [from, to] = [was?.value ?? '', is?.value ?? '']
    // What became another block has other things said of it.
    if (from !== to && before.kinds.includes(block) && after.kinds.includes(block))
      found.push({
        what: 'said',
        block,
        name,
        from: from.slice(0, LONGEST),
        to: to.slice(0, LONGEST),
      })
  }
}

/** What came or went as a whole: a table, not its cells. Of what is plain text, the words tell. */
function blocksOf(
  leaves: ReadonlySet<Leaf>,
  all: readonly Leaf[],
  change: 'added' | 'removed',
): Alteration[] {
  const whole = new Map<number, { topKind: string; words: string[]; left: number }>()
  for (const { top } of leaves) whole.set(top, { topKind: '', words: [], left: 0 })
  for (const leaf of all) {
    const block = whole.get(leaf.top)
    if (!block) continue
    block.topKind = leaf.topKind
    const words = leaf.words || nameIn(leaf)
    if (words && block.words.length < 3) block.words.push(words)
    if (!leaves.has(leaf)) block.left++
  }
  return [...whole.values()]
    .filter(({ topKind, left }) => left === 0 && !plain.has(topKind))
    .map(({ topKind, words }) => ({
      what: 'block',
      change,
      block: topKind,
      words: excerpt(words.join(' ')),
    }))
}

/** What stands for a block without words. */
function nameIn({ said }: Leaf) {
  const all = [...said.values()]
  for (const wanted of ['title', 'alt', 'url'])
    for (const { name, value } of all) if (name === wanted) return value
  return ''
}

function leavesOf(doc: ArticleDocument): { leaves: Leaf[]; cut: boolean } {
  const leaves: Leaf[] = []
  let cut = false
  const walk = (
    node: DocumentNode,
    kinds: string[],
    said: Leaf['said'],
    top: number,
    topKind: string,
  ) => {
    if (leaves.length >= LOOKED_AT) {
      cut = true
      return
    }
    const here = silent.has(node.type) ? kinds : [...kinds, node.type]
    for (const [name, value] of Object.entries(node.attrs ?? {}))
      if (value !== null && value !== undefined && value !== '' && !silent.has(node.type))
        said.set(`${here.length} ${name}`, { block: node.type, name, value: String(value) })
    const content = node.content ?? []
    if (isLeaf(node)) {
      leaves.push({ ...wordsOf(node), key: '', kinds: here, said, top, topKind })
      const leaf = leaves.at(-1)!
      leaf.key = keyOf(node, leaf.words)
      return
    }
    content.forEach((child, at) => {
      // What is said of a block is said at its first: at each it would be told as often as it has lines.
      const [place, kind] = node.type === 'doc' ? [at, child.type] : [top, topKind]
      walk(child, here, at === 0 ? said : new Map(), place, kind)
      if (node.type === 'doc') said = new Map()
    })
  }
  walk(doc, [], new Map(), 0, '')
  return { leaves, cut }
}

const inline = new Set(['text', 'hardBreak', 'footnote'])

const isLeaf = ({ content }: DocumentNode) => (content ?? []).every(({ type }) => inline.has(type))

/** Words are the same paragraph whatever it is; what has none is the same thing. */
const keyOf = ({ type, attrs }: DocumentNode, words: string) =>
  type === 'picture'
    ? `picture ${attrs?.picture}`
    : type === 'embed'
      ? `embed ${attrs?.url}`
      : words
        ? `words ${words}`
        : `${type} ${type === 'keptHtml' ? attrs?.html : ''}`

function wordsOf({ content = [] }: DocumentNode): { words: string; runs: Run[] } {
  let words = ''
  const open = new Map<string, Run>()
  const runs: Run[] = []
  for (const node of content) {
    const from = words.length
    words +=
      node.type === 'text'
        ? (node.text ?? '')
        : node.type === 'footnote'
          ? `[${(node.content ?? []).map(({ text }) => text ?? '').join('')}]`
          : ' '
    for (const { type: mark, attrs } of node.marks ?? []) {
      const href = mark === 'link' ? String(attrs?.href ?? '') : String(attrs?.lang ?? '')
      const name = `${mark} ${href}`
      const run = open.get(name)
      // What is set alike goes on over what else is set in it.
      if (run && run.to === from) run.to = words.length
      else {
        const fresh = { from, to: words.length, mark, href }
        open.set(name, fresh)
        runs.push(fresh)
      }
    }
  }
  return { words, runs }
}

const excerpt = (words: string) => {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1)}…` : line
}
