import type { DocumentNode } from '../articles/document.ts'
import { blockOf } from './blocks.ts'
import { cardOf, markedBox } from './cards.ts'
import type { AskedPicture, Conversion, Mark, Outcome, Reading, Source } from './conversion.ts'
import { figureOf, frameOf, pastedPost, playerOf, pullQuoteOf } from './figures.ts'
import { Flow, wordsOf } from './flow.ts'
import { footnote, noteOfBlock } from './footnotes.ts'
import { tableOf } from './grid.ts'
import { direction, isHidden, marksIn } from './inline.ts'
import { boxOf, headingOf, keptOf, listOf, preformattedOf, quotationOf } from './passages.ts'
import { galleryIn, noteLinkOnPicture, pictureOf } from './pictures.ts'
import { markShortcodes } from './shortcode.ts'
import { isShortcodeElement, shortcodeOf } from './shortcodes.ts'
import {
  find,
  hasClass,
  readTree,
  silent,
  type TreeElement,
  type TreeNode,
  textIn,
} from './tree.ts'

/** Elements that end a paragraph and are otherwise only what is in them. */
const containers = new Set(
  'div section article main header footer nav aside center address hgroup body html head fieldset legend summary figcaption dt dd li tr td th tbody thead tfoot caption search picture title'.split(
    ' ',
  ),
)
const frames = new Set(['iframe', 'frame', 'embed', 'object', 'portal', 'fencedframe'])
const ignored = new Set(
  'source track param col colgroup meta link base basefont bgsound area map wbr input progress meter datalist command keygen frameset'.split(
    ' ',
  ),
)

/** How often reusable blocks may be put into one item, and their characters together: they can hold one another. */
const MOST_REUSED = 100
const LONGEST_REUSED = 2 * 1024 * 1024

/** Turns the HTML of one item into body elements. */
export class Converter implements Conversion {
  source: Source
  notes = new Map<string, number>()
  lacking: AskedPicture[] = []
  #reusing: string[] = []
  #reused = 0
  #reusedText = 0

  constructor(source: Source) {
    this.source = source
  }

  note(outcome: Outcome, what: string, why = '') {
    const key = `${outcome}\t${what}\t${why}`
    this.notes.set(key, (this.notes.get(key) ?? 0) + 1)
  }

  lacks(asked: AskedPicture) {
    this.lacking.push(asked)
  }

  blocksIn(nodes: readonly TreeNode[], marks: readonly Mark[], reading: Reading): DocumentNode[] {
    const flow = new Flow()
    this.#nodes(nodes, marks, reading, flow)
    return flow.end()
  }

  wordsIn(nodes: readonly TreeNode[], marks: readonly Mark[], reading: Reading = 'flow') {
    return wordsOf(this.blocksIn(nodes, marks, reading))
  }

  reusableBlock(id: string, marks: readonly Mark[]): DocumentNode[] {
    const html = this.source.reusable(id)
    if (html !== undefined) this.#reusedText += html.length
    if (
      html === undefined ||
      this.#reusing.includes(id) ||
      ++this.#reused > MOST_REUSED ||
      this.#reusedText > LONGEST_REUSED
    ) {
      this.note('left out', 'reusable block', 'it is not in the file')
      return []
    }
    this.#reusing.push(id)
    const blocks = this.blocksIn(readTree(markShortcodes(html)), marks, 'flow')
    this.#reusing.pop()
    return blocks
  }

  #nodes(nodes: readonly TreeNode[], marks: readonly Mark[], reading: Reading, flow: Flow) {
    for (const node of nodes)
      if (typeof node === 'string') flow.text(node, marks, reading)
      else this.#element(node, marks, reading, flow)
  }

  #element(element: TreeElement, marks: readonly Mark[], reading: Reading, flow: Flow) {
    const { name, children } = element
    if (name.startsWith('block:')) return this.#block(element, marks, flow)
    if (isShortcodeElement(element)) return this.#shortcode(element, marks, reading, flow)
    if (isHidden(element)) {
      if (textIn(children).trim()) this.note('left out', 'hidden text', 'no reader could see it')
      return
    }
    if (frames.has(name)) return this.#floating(frameOf(this, element), flow)
    if (silent.has(name)) {
      this.note('left out', name, 'it runs or draws something')
      return
    }
    if (ignored.has(name)) return
    if (this.#ofBody(element, marks, reading, flow)) return
    if (containers.has(name)) return this.#container(element, marks, reading, flow)
    if (name === 'sup' && element.attributes['data-fn'] !== undefined) {
      const note = noteOfBlock(this, element)
      if (note) flow.inline(note)
      return
    }
    if (name === 'a' && find(children, 'img')) noteLinkOnPicture(this, element)
    const inside = marksIn(this, element, marks)
    if (name === 'q') flow.text('“', inside, 'flow')
    this.#nodes(children, inside, name === 'textarea' ? 'verse' : reading, flow)
    if (name === 'q') flow.text('”', inside, 'flow')
  }

  /** Elements with a body element, or a sign, of their own. False when there is none. */
  #ofBody(element: TreeElement, marks: readonly Mark[], reading: Reading, flow: Flow): boolean {
    const { name, children } = element
    const add = (blocks: DocumentNode[]) => {
      flow.endParagraph()
      for (const block of blocks) flow.block(block)
      return true
    }
    switch (name) {
      case 'br':
        flow.lineBreak(reading)
        return true
      case 'p':
        return this.#paragraph(element, marks, reading, flow)
      case 'img':
        this.#floating(pictureOf(this, element), flow, marks)
        return true
      case 'hr':
        return add([{ type: 'horizontalRule' }])
      case '#more':
        return add([{ type: 'more' }])
      case '#nextpage':
        this.note('left out', 'page break', 'articles are not cut into pages')
        return add([])
      case '#note':
        return this.#note(element, flow)
      case '#card':
        return add(cardOf(this, element, marks))
      case '#box':
        return add(markedBox(this, element, marks))
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return add(headingOf(this, element, marks))
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        return add(listOf(this, element, marks, reading))
      case 'blockquote':
        return add(quotationOf(this, element, marks, reading))
      case 'pre':
      case 'xmp':
      case 'listing':
      case 'plaintext':
        return add(preformattedOf(this, element, marks))
      case 'table':
        return add(tableOf(this, element, marks, reading))
      case 'figure':
        return add(
          hasClass(element, 'wp-block-pullquote')
            ? pullQuoteOf(this, element, marks)
            : figureOf(this, element, marks),
        )
      case 'audio':
      case 'video':
        this.#floating(playerOf(this, element), flow)
        return true
      case 'details':
        return add(boxOf(this, element, marks, reading))
      case 'dl':
        if (!/\bgallery-/.test(element.attributes.class ?? ''))
          return add(keptOf(this, element, marks))
        return add(galleryIn(this, children, marks))
      case 'form':
      case 'ruby':
        return name === 'form' ? add(keptOf(this, element, marks)) : false
      case 'select':
        this.note('left out', 'form field', 'it does nothing without its form')
        return true
      case 'rt':
        flow.text('(', marks, 'flow')
        this.#nodes(children, marks, 'flow', flow)
        flow.text(')', marks, 'flow')
        return true
      case 'rp':
        return true
      default:
        return false
    }
  }

  #block(element: TreeElement, marks: readonly Mark[], flow: Flow) {
    flow.endParagraph()
    const shown = blockOf(this, element, marks)
    if ('nodes' in shown) for (const node of shown.nodes) flow.block(node)
    else this.#nodes(element.children, marks, shown.through, flow)
    flow.endParagraph()
  }

  #shortcode(element: TreeElement, marks: readonly Mark[], reading: Reading, flow: Flow) {
    const shown = shortcodeOf(this, element, marks, reading)
    if (shown === 'enclosed') this.#nodes(element.children, marks, reading, flow)
    else if ('inline' in shown) flow.inline(shown.inline)
    else {
      flow.endParagraph()
      for (const block of shown.blocks) flow.block(block)
    }
  }

  #floating(node: DocumentNode | string | undefined, flow: Flow, marks: readonly Mark[] = []) {
    if (typeof node === 'string') flow.text(node, marks, 'flow')
    else if (node) flow.floating(node)
  }

  #note(element: TreeElement, flow: Flow): true {
    const { note } = footnote(this, element.children, [])
    if (note) {
      this.note('converted', 'footnote')
      flow.inline(note)
    }
    return true
  }

  #paragraph(element: TreeElement, marks: readonly Mark[], reading: Reading, flow: Flow): true {
    flow.endParagraph()
    const outer = flow.direction
    flow.direction = direction(element.attributes.dir) ?? outer
    const inside = marksIn(this, element, marks)
    const verse = hasClass(element, 'wp-block-verse') ? 'verse' : reading
    this.#nodes(element.children, inside, verse, flow)
    flow.endParagraph()
    flow.direction = outer
    return true
  }

  #container(element: TreeElement, marks: readonly Mark[], reading: Reading, flow: Flow) {
    flow.endParagraph()
    const gallery = /(^|\s)(gallery|wp-block-gallery|tiled-gallery)(\s|$)/
    if (gallery.test(element.attributes.class ?? '') && find(element.children, 'img')) {
      for (const block of galleryIn(this, element.children, marks)) flow.block(block)
      return
    }
    const post = pastedPost(this, element, marks)
    if (post) return flow.block(post)
    const outer = flow.direction
    flow.direction = direction(element.attributes.dir) ?? outer
    const { dir: _, ...attributes } = element.attributes
    this.#nodes(element.children, marksIn(this, { ...element, attributes }, marks), reading, flow)
    flow.endParagraph()
    flow.direction = outer
  }
}
