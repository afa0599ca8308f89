import { type MarkSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model'
import { isLinkAddress, isWebAddress } from '../addresses/link.ts'

/**
 * The one schema of an article's body, shared by server, import and desk. Attribute values are checked
 * when a document is read (`readDocument`), so that what is stored is always a document that renders.
 */

/** A document as it is stored: ProseMirror's JSON. */
export type DocumentNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: DocumentNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}
export type ArticleDocument = DocumentNode & { type: 'doc' }

/** What the value of an attribute must be. `says` tells it to whoever compares schemas: a function has no words. */
type Check = ((value: unknown) => void) & { says: string }

const must = (says: string, isRight: (value: unknown) => boolean): Check =>
  Object.assign(
    (value: unknown) => {
      if (!isRight(value)) throw new RangeError(`must ${says}`)
    },
    { says },
  )

const isText = (value: unknown) => typeof value === 'string'
const text = must('be text', isText)
const someText = must('be text that is not empty', (value) => isText(value) && value !== '')
const textOrNull = must('be text or null', (value) => value === null || isText(value))
const trueOrFalse = must('be true or false', (value) => typeof value === 'boolean')
const oneOf = (...allowed: unknown[]) =>
  must(`be one of ${allowed.join(', ')}`, (value) => allowed.includes(value))
const wholeNumber = (from: number, to: number) =>
  must(
    `be a whole number from ${from} to ${to}`,
    (value) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to,
  )
const webAddress = must(
  'be an http or https address',
  (value) => typeof value === 'string' && isWebAddress(value),
)
const linkAddress = must(
  'be an http, https, mailto or tel address, a path or a fragment',
  (value) => typeof value === 'string' && isLinkAddress(value),
)

type Attributes = Record<string, { default?: unknown; validate: Check }>

const direction = { default: null, validate: oneOf(null, 'ltr', 'rtl') }

const nodes = {
  doc: { content: 'block+' },
  paragraph: { group: 'block', content: 'inline*', attrs: { dir: direction } },
  heading: {
    group: 'block',
    content: 'inline*',
    attrs: { level: { default: 2, validate: wholeNumber(2, 6) }, dir: direction },
  },
  blockquote: {
    group: 'block',
    content: 'block+',
    attrs: { attribution: { default: null, validate: textOrNull } },
  },
  pullQuote: {
    group: 'block',
    content: 'inline*',
    attrs: { attribution: { default: null, validate: textOrNull } },
  },
  bulletList: { group: 'block', content: 'listItem+' },
  orderedList: {
    group: 'block',
    content: 'listItem+',
    attrs: { start: { default: 1, validate: wholeNumber(-1_000_000, 1_000_000) } },
  },
  listItem: { content: 'block+' },
  /** A picture of the library. Its inline content is a caption that stands in for the library's. */
  picture: {
    group: 'block',
    content: 'inline*',
    attrs: {
      // ProseMirror wants a default where a gallery requires a picture; no stored picture may have it.
      picture: { default: '', validate: someText },
      alt: { default: null, validate: textOrNull },
      size: { default: 'text', validate: oneOf('text', 'wide', 'full') },
    },
  },
  gallery: { group: 'block', content: 'picture+ caption?' },
  /** What is said of a gallery as a whole. */
  caption: { content: 'inline*' },
  /** Something on another site. Readers get a link card; nothing is fetched before they consent. */
  embed: {
    group: 'block',
    content: 'inline*',
    attrs: {
      url: { validate: webAddress },
      title: { default: null, validate: textOrNull },
      kind: {
        default: 'link',
        validate: oneOf('link', 'video', 'audio', 'post', 'file', 'map', 'picture'),
      },
    },
  },
  table: {
    group: 'block',
    content: 'tableRow+',
    attrs: { caption: { default: null, validate: textOrNull } },
  },
  tableRow: { content: '(tableCell | tableHeader)+' },
  tableCell: { content: 'block+', attrs: cellAttributes() },
  tableHeader: { content: 'block+', attrs: cellAttributes() },
  codeBlock: {
    group: 'block',
    content: 'text*',
    marks: '',
    code: true,
    attrs: { language: { default: null, validate: textOrNull } },
  },
  /** Background beside the text: a title and blocks. `folded` ones open when the reader asks. */
  box: {
    group: 'block',
    content: 'block+',
    attrs: {
      title: { default: null, validate: textOrNull },
      folded: { default: false, validate: trueOrFalse },
    },
  },
  /** One entry of a live article, newest first. `at` is an ISO 8601 time. */
  liveEntry: {
    group: 'block',
    content: 'block+',
    attrs: {
      at: { validate: text },
      headline: { default: null, validate: textOrNull },
    },
  },
  /** HTML that no other node can hold, kept from an import. Sanitised when stored and when shown. */
  keptHtml: { group: 'block', atom: true, attrs: { html: { validate: text } } },
  /** Where a summary ends. */
  more: { group: 'block', atom: true },
  horizontalRule: { group: 'block', atom: true },
  text: { group: 'inline' },
  hardBreak: { group: 'inline', inline: true, atom: true },
  /** A note set where it is referred to; readers find it numbered below the text. */
  footnote: { group: 'inline', inline: true, content: 'text*' },
} satisfies Record<string, NodeSpec & { attrs?: Attributes }>

function cellAttributes() {
  return {
    colspan: { default: 1, validate: wholeNumber(1, 100) },
    rowspan: { default: 1, validate: wholeNumber(1, 1000) },
    align: { default: null, validate: oneOf(null, 'start', 'center', 'end') },
  }
}

const marks = {
  link: { attrs: { href: { validate: linkAddress } }, inclusive: false },
  bold: {},
  italic: {},
  underline: {},
  strike: {},
  code: {},
  superscript: {},
  subscript: {},
  highlight: {},
  /** A run in another language than its surroundings. */
  foreign: { attrs: { lang: { validate: text }, dir: direction } },
} satisfies Record<string, MarkSpec & { attrs?: Attributes }>

export const documentSchema = new Schema({ nodes, marks })

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

/**
 * Reads a stored or submitted document and checks its structure and every attribute.
 * Throws RangeError with what is wrong and where.
 */
export function readDocument(json: unknown): Node {
  const node = documentSchema.nodeFromJSON(json)
  if (node.type.name !== 'doc') throw new RangeError('A document must start with the node "doc"')
  node.check()
  return node
}

/** The document with nothing in it. */
export const emptyDocument: ArticleDocument = { type: 'doc', content: [{ type: 'paragraph' }] }

/** The words of a document as plain text, a line break between blocks. */
export function documentText(doc: DocumentNode): string {
  const lines: string[] = []
  let line = ''
  const walk = (node: DocumentNode) => {
    if (node.type === 'text') line += node.text ?? ''
    else if (node.type === 'hardBreak') line += ' '
    else if (node.type === 'footnote') return
    else {
      for (const child of node.content ?? []) walk(child)
      if (line && !isInline(node.type)) {
        lines.push(line)
        line = ''
      }
    }
  }
  walk(doc)
  return lines.join('\n')
}

const isInline = (type: string) => documentSchema.nodes[type]?.isInline ?? false

/** The ids of the library's pictures that a document shows, in order. */
export function picturesIn(doc: DocumentNode): string[] {
  const found: string[] = []
  const walk = (node: DocumentNode) => {
    if (node.type === 'picture') found.push(String(node.attrs?.picture))
    for (const child of node.content ?? []) walk(child)
  }
  walk(doc)
  return found
}

const segmenters = new Map<string, Intl.Segmenter>()

/** Counts words by the rules of the language (Unicode UAX 29), also where words have no spaces. */
export function wordCount(content: string, language: string): number {
  // Segmenting costs 30 times a split, and only scripts without spaces need it.
  if (
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u.test(
      content,
    )
  )
    return content.match(/\S+/g)?.length ?? 0
  let segmenter = segmenters.get(language)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' })
    segmenters.set(language, segmenter)
  }
  let words = 0
  for (const segment of segmenter.segment(content)) if (segment.isWordLike) words++
  return words
}
