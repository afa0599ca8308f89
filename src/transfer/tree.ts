import { Tokenizer } from 'htmlparser2'

/** HTML as it was written: text, and elements with what is in them. */
export type TreeNode = string | TreeElement
export type TreeElement = {
  /** In lower case. Blocks are `block:core/list`, the marks of a summary's end `#more` and `#nextpage`. */
  name: string
  attributes: Record<string, string>
  children: TreeNode[]
}

/** Elements nest no deeper than this; whatever is deeper joins the innermost, and no text is lost. */
const DEEPEST = 200

const voidElements = new Set(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
)

const names = (list: string) => new Set(list.split(' '))
const paragraph = names('p')
const cell = names('p td th')
const section = names('p td th tr thead tbody tfoot caption colgroup')
const heading = names('p h1 h2 h3 h4 h5 h6')

/** Which open elements end where another begins (HTML, 13.1.2.4, optional tags). */
const ends = new Map<string, Set<string>>([
  ...'p address article aside blockquote center details div dl fieldset figcaption figure footer form header hgroup hr main menu nav ol pre section summary table ul'
    .split(' ')
    .map((name) => [name, paragraph] as const),
  ...[...heading].slice(1).map((name) => [name, heading] as const),
  ['li', names('p li')],
  ['dt', names('p dt dd')],
  ['dd', names('p dt dd')],
  ['td', cell],
  ['th', cell],
  ['tr', names('p td th tr caption colgroup')],
  ['thead', section],
  ['tbody', section],
  ['tfoot', section],
  ['option', names('option')],
  ['a', names('a')],
  ['rt', names('rt rp')],
  ['rp', names('rt rp')],
])

/** The closing tag of anything else does not reach out of these. */
const walls = names('td th table')
const insideTables = names('td th tr thead tbody tfoot caption table')

/**
 * Reads HTML, well-formed or not, with the comments by which WordPress marks its blocks. Never fails, needs time in
 * proportion to its length, and nests no deeper than it can be walked.
 */
export function readTree(html: string): TreeNode[] {
  const builder = new Builder(html)
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder)
  tokenizer.write(html)
  tokenizer.end()
  return builder.root.children
}

class Builder {
  root: TreeElement = { name: '#root', attributes: {}, children: [] }
  #html: string
  #stack: TreeElement[] = [this.root]
  /** Elements that were too deep to be opened. */
  #tooDeep = 0
  #tag: TreeElement | undefined
  #attribute = ''
  #value = ''

  constructor(html: string) {
    this.#html = html
  }

  isInForeignContext() {
    return false
  }

  ontext(start: number, end: number) {
    this.#words(this.#html.slice(start, end))
  }

  ontextentity(codepoint: number) {
    this.#words(String.fromCodePoint(codepoint))
  }

  onopentagname(start: number, end: number) {
    const name = this.#html.slice(start, end).toLowerCase()
    this.#tag = { name: name === 'image' ? 'img' : name, attributes: {}, children: [] }
  }

  onattribname(start: number, end: number) {
    this.#attribute = this.#html.slice(start, end).toLowerCase()
    this.#value = ''
  }

  onattribdata(start: number, end: number) {
    this.#value += this.#html.slice(start, end)
  }

  onattribentity(codepoint: number) {
    this.#value += String.fromCodePoint(codepoint)
  }

  onattribend() {
    const attributes = this.#tag?.attributes
    if (
      attributes &&
      !Object.hasOwn(attributes, this.#attribute) &&
      this.#attribute !== '__proto__'
    )
      attributes[this.#attribute] = this.#value
  }

  onopentagend() {
    const tag = this.#tag
    this.#tag = undefined
    if (tag) this.#open(tag, voidElements.has(tag.name))
  }

  onselfclosingtag() {
    const tag = this.#tag
    this.#tag = undefined
    // <div/> opens a div in HTML; in SVG it would close it, which is dropped as a whole.
    if (tag)
      this.#open(tag, voidElements.has(tag.name) || /^(svg|path|iframe|object|a)$/.test(tag.name))
  }

  onclosetag(start: number, end: number) {
    const name = this.#html.slice(start, end).toLowerCase()
    if (name === 'br') this.#open({ name, attributes: {}, children: [] }, true)
    else if (!voidElements.has(name)) this.#close(name)
  }

  oncomment(start: number, end: number, offset: number) {
    const data = this.#html.slice(start, end - offset).trim()
    if (/^\/?wp:/.test(data)) this.#block(data)
    else if (/^more\b/.test(data)) this.#open({ name: '#more', attributes: {}, children: [] }, true)
    else if (data === 'nextpage')
      this.#open({ name: '#nextpage', attributes: {}, children: [] }, true)
  }

  oncdata() {}
  ondeclaration() {}
  onprocessinginstruction() {}
  onend() {}

  #block(data: string) {
    const match = /^(\/?)wp:((?:[a-z][\w-]*\/)?[a-z][\w-]*)/i.exec(data)
    if (!match) return
    const name = `block:${match[2]!.includes('/') ? '' : 'core/'}${match[2]!.toLowerCase()}`
    if (match[1]) {
      this.#close(name)
      return
    }
    const rest = data.slice(match[0].length).trim()
    const alone = rest.endsWith('/')
    const json = (alone ? rest.slice(0, -1) : rest).trim()
    this.#open({ name, attributes: json ? { json } : {}, children: [] }, alone)
  }

  #words(text: string) {
    const children = this.#stack.at(-1)!.children
    const last = children.length - 1
    if (typeof children[last] === 'string') children[last] += text
    else children.push(text)
  }

  #open(element: TreeElement, alone: boolean) {
    const ended = ends.get(element.name)
    if (ended)
      while (this.#stack.length > 1 && ended.has(this.#stack.at(-1)!.name)) this.#stack.pop()
    if (!alone && this.#stack.length > DEEPEST) {
      this.#tooDeep++
      return
    }
    this.#stack.at(-1)!.children.push(element)
    if (!alone) this.#stack.push(element)
  }

  #close(name: string) {
    if (this.#tooDeep > 0) {
      this.#tooDeep--
      return
    }
    const isBlock = name.startsWith('block:')
    for (let at = this.#stack.length - 1; at > 0; at--) {
      const open = this.#stack[at]!.name
      if (open === name) {
        this.#stack.length = at
        return
      }
      if (!isBlock && open.startsWith('block:')) return
      if (walls.has(open) && !insideTables.has(name) && !isBlock) return
    }
  }
}

/** All text below some nodes, as it is written. */
export function textIn(nodes: readonly TreeNode[]): string {
  let text = ''
  for (const node of nodes)
    if (typeof node === 'string') text += node
    else if (node.name === 'br') text += '\n'
    else if (!silent.has(node.name)) text += textIn(node.children)
  return text
}

/** Elements whose text no reader ever sees. */
export const silent = names(
  'script style template noscript noembed noframes svg math object applet iframe',
)

/** The first element with this name, at any depth. */
export function find(nodes: readonly TreeNode[], name: string): TreeElement | undefined {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    const found = node.name === name ? node : find(node.children, name)
    if (found) return found
  }
  return undefined
}

/** Every element with this name, at any depth, in order. */
export const findAll = (nodes: readonly TreeNode[], name: string): TreeElement[] =>
  nodes.flatMap((node) =>
    typeof node === 'string'
      ? []
      : node.name === name
        ? [node, ...findAll(node.children, name)]
        : findAll(node.children, name),
  )

/** The nodes without some elements, and without what is empty because of it. */
export const without = (nodes: readonly TreeNode[], gone: ReadonlySet<TreeElement>): TreeNode[] =>
  nodes.flatMap((node): TreeNode[] => {
    if (typeof node === 'string') return [node]
    if (gone.has(node)) return []
    const children = without(node.children, gone)
    return children.length === 0 && node.children.length > 0 ? [] : [{ ...node, children }]
  })

/** The nodes with blocks replaced by what is in them. */
export const withoutBlocks = (nodes: readonly TreeNode[]): TreeNode[] =>
  nodes.some((node) => typeof node !== 'string' && node.name.startsWith('block:'))
    ? nodes.flatMap((node) =>
        typeof node !== 'string' && node.name.startsWith('block:')
          ? withoutBlocks(node.children)
          : [node],
      )
    : [...nodes]

export const hasClass = (element: TreeElement, name: string) =>
  (element.attributes.class ?? '').split(/\s+/).includes(name)

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The nodes as HTML again. */
export const writeTree = (nodes: readonly TreeNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return escapeText(node)
      const inside = writeTree(node.children)
      if (!/^[a-z][a-z0-9]*$/.test(node.name)) return inside
      const attributes = Object.entries(node.attributes)
        .filter(([name]) => /^[a-z][a-z-]*$/.test(name))
        .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
        .join('')
      return voidElements.has(node.name)
        ? `<${node.name}${attributes}>`
        : `<${node.name}${attributes}>${inside}</${node.name}>`
    })
    .join('')

/** HTML as plain words on one line: what a title or a name is where it may hold tags and entities. */
export const plain = (html: string): string =>
  (/[<&]/.test(html) ? textIn(readTree(html)) : html)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .toWellFormed()
