import { Mark, Node } from '@tiptap/core'
import type { AttributeSpec, MarkSpec, NodeSpec, TagParseRule } from '@tiptap/pm/model'
import { isLinkAddress } from '../../addresses/link.ts'
import { documentSchema, type MarkName, type NodeName } from '../../articles/document.ts'
import { type Me, queries } from '../client.ts'
import { pictureView } from '../library/view.ts'
import { moment, t } from '../texts.ts'

/**
 * The editor's schema is the article's own (articles/document.ts): every node and mark of it becomes an extension, with
 * how it looks while it is written and what of other programs' HTML it is read from.
 */

type Attributes = Record<string, AttributeSpec>
type Look = {
  /** The element it is shown as. */
  tag: (attrs: Record<string, unknown>) => string
  className?: string
  /** What else than its own element it is read from. */
  from?: TagParseRule[]
}

const plain = (tag: string) => () => tag
const nodeLooks: Record<Exclude<NodeName, 'doc' | 'text'>, Look> = {
  paragraph: { tag: plain('p'), from: [{ tag: 'p', getAttrs: way }] },
  heading: {
    tag: ({ level }) => `h${level}`,
    // A page's one h1 is its headline.
    from: [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      getAttrs: (heading) => ({ ...way(heading), level: Math.max(2, level) }),
    })),
  },
  blockquote: { tag: plain('blockquote'), from: [{ tag: 'blockquote' }] },
  pullQuote: { tag: plain('blockquote'), className: 'pull-quote' },
  bulletList: { tag: plain('ul'), from: [{ tag: 'ul' }] },
  orderedList: {
    tag: plain('ol'),
    from: [{ tag: 'ol', getAttrs: (list) => ({ start: (list as HTMLOListElement).start || 1 }) }],
  },
  listItem: { tag: plain('li'), from: [{ tag: 'li' }] },
  picture: { tag: plain('figure'), className: 'picture-block' },
  gallery: { tag: plain('div'), className: 'gallery-block' },
  caption: { tag: plain('figcaption'), className: 'gallery-caption' },
  embed: { tag: plain('div'), className: 'embed-block' },
  table: {
    tag: plain('table'),
    from: [{ tag: 'table', getAttrs: ({ dataset }) => ({ caption: dataset.caption || null }) }],
  },
  tableRow: { tag: plain('tr'), from: [{ tag: 'tr' }] },
  tableCell: { tag: plain('td'), from: [{ tag: 'td', getAttrs: spans }] },
  tableHeader: { tag: plain('th'), from: [{ tag: 'th', getAttrs: spans }] },
  codeBlock: { tag: plain('pre'), from: [{ tag: 'pre', preserveWhitespace: 'full' }] },
  box: { tag: plain('aside'), className: 'box-block', from: [{ tag: 'aside' }] },
  liveEntry: { tag: plain('section'), className: 'live-block' },
  keptHtml: { tag: plain('div'), className: 'kept-block' },
  more: { tag: plain('hr'), className: 'more-block' },
  horizontalRule: { tag: plain('hr'), from: [{ tag: 'hr' }] },
  hardBreak: { tag: plain('br'), from: [{ tag: 'br' }] },
  footnote: { tag: plain('span'), className: 'footnote-mark' },
}

const markLooks: Record<MarkName, Look> = {
  link: {
    tag: plain('a'),
    from: [
      {
        tag: 'a[href]',
        getAttrs: (link) => {
          const href = link.getAttribute('href')!
          return isLinkAddress(href) ? { href } : false
        },
      },
    ],
  },
  bold: {
    tag: plain('strong'),
    from: [{ tag: 'strong' }, { tag: 'b' }],
  },
  italic: {
    tag: plain('em'),
    from: [{ tag: 'em' }, { tag: 'i' }],
  },
  underline: { tag: plain('u'), from: [{ tag: 'u' }] },
  strike: { tag: plain('s'), from: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }] },
  code: { tag: plain('code'), from: [{ tag: 'code' }] },
  superscript: { tag: plain('sup'), from: [{ tag: 'sup' }] },
  subscript: { tag: plain('sub'), from: [{ tag: 'sub' }] },
  highlight: { tag: plain('mark'), from: [{ tag: 'mark' }] },
  foreign: { tag: plain('span') },
}

/** Which way a block runs that does not run as the article does. */
function way({ dir }: HTMLElement) {
  return { dir: dir === 'rtl' || dir === 'ltr' ? dir : null }
}

function spans(cell: HTMLElement) {
  const { colSpan, rowSpan } = cell as HTMLTableCellElement
  return { colspan: Math.min(colSpan || 1, 100), rowspan: Math.min(rowSpan || 1, 1000) }
}

/** What an element of ours says of itself, or false: a page elsewhere may have made it up. */
const attrsFrom = (attributes: Attributes) => (element: HTMLElement) => {
  try {
    const said = JSON.parse(element.dataset.attrs ?? '{}') as Record<string, unknown>
    for (const [name, { validate }] of Object.entries(attributes))
      if (name in said && typeof validate === 'function') validate(said[name])
    return said
  } catch {
    return false
  }
}

const entryTitle = ({ at, headline }: Record<string, unknown>) => {
  const timezone = queries.getQueryData<Me>(['me'])?.newsroom.timezone ?? 'UTC'
  const time = Number.isNaN(Date.parse(String(at))) ? '' : moment(String(at), timezone)
  return [time, headline].filter(Boolean).join(' · ')
}

const written = (name: string, attrs: Record<string, unknown>, look: Look) => ({
  'data-node': name,
  ...(Object.keys(attrs).length > 0 ? { 'data-attrs': JSON.stringify(attrs) } : {}),
  ...(look.className ? { class: look.className } : {}),
  ...(name === 'caption' || name === 'embed' ? { 'data-usual': t('block.caption') } : {}),
  ...(attrs.dir ? { dir: attrs.dir } : {}),
  ...(attrs.lang ? { lang: attrs.lang } : {}),
  ...(attrs.href ? { href: attrs.href } : {}),
  ...(Number(attrs.colspan) > 1 ? { colspan: attrs.colspan } : {}),
  ...(Number(attrs.rowspan) > 1 ? { rowspan: attrs.rowspan } : {}),
  ...(attrs.title ? { 'data-title': attrs.title } : {}),
  ...(attrs.attribution ? { 'data-attribution': attrs.attribution } : {}),
  ...(attrs.url ? { 'data-title': attrs.title || attrs.url } : {}),
  ...(attrs.at ? { 'data-title': entryTitle(attrs) } : {}),
})

const attributesOf = ({ attrs = {} }: { attrs?: Attributes | null }) =>
  Object.fromEntries(
    Object.entries(attrs ?? {}).map(([name, spec]) => [
      name,
      {
        rendered: false,
        parseHTML: () => undefined,
        ...('default' in spec ? { default: spec.default } : { isRequired: true }),
        ...(spec.validate ? { validate: spec.validate } : {}),
      },
    ]),
  )

/** What prosemirror-tables knows the parts of a table by. */
const tableRoles: Partial<Record<NodeName, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
}

function nodeFrom(name: Exclude<NodeName, 'doc' | 'text'>, spec: NodeSpec) {
  const look = nodeLooks[name]
  const attributes = (spec.attrs ?? {}) as Attributes
  const hasContent = spec.content !== undefined
  const role = tableRoles[name]
  return Node.create({
    name,
    ...(spec.group ? { group: spec.group } : {}),
    ...(spec.content === undefined ? {} : { content: spec.content }),
    ...(spec.marks === undefined ? {} : { marks: spec.marks }),
    inline: spec.inline ?? false,
    atom: spec.atom ?? false,
    code: spec.code ?? false,
    // A caption or a box is left by the keyboard, not joined by accident.
    isolating: [
      'tableCell',
      'tableHeader',
      'picture',
      'caption',
      'box',
      'liveEntry',
      'embed',
    ].includes(name),
    defining: ['heading', 'blockquote', 'pullQuote', 'listItem', 'box', 'codeBlock'].includes(name),
    draggable: ['picture', 'gallery', 'embed', 'keptHtml'].includes(name),
    // It is asked about every node, not only about this one.
    extendNodeSchema: (node) => (role && node.name === name ? { tableRole: role } : {}),
    ...(name === 'picture' ? { addNodeView: () => pictureView } : {}),
    addAttributes: () => attributesOf(spec as never),
    parseHTML: () => [
      { tag: `[data-node="${name}"]`, priority: 60, getAttrs: attrsFrom(attributes) },
      ...(look.from ?? []),
    ],
    renderHTML: ({ node }) => {
      const element = written(name, node.attrs, look)
      const tag = look.tag(node.attrs)
      if (name === 'table') return [tag, element, ['tbody', 0]]
      if (name === 'codeBlock') return [tag, element, ['code', 0]]
      return hasContent ? [tag, element, 0] : [tag, element]
    },
  })
}

function markFrom(name: MarkName, spec: MarkSpec) {
  const look = markLooks[name]
  const attributes = (spec.attrs ?? {}) as Attributes
  return Mark.create({
    name,
    ...(spec.inclusive === undefined ? {} : { inclusive: spec.inclusive }),
    addAttributes: () => attributesOf(spec as never),
    parseHTML: () => [
      { tag: `[data-node="${name}"]`, priority: 60, getAttrs: attrsFrom(attributes) },
      ...(look.from ?? []),
    ],
    renderHTML: ({ mark }) => [look.tag(mark.attrs), written(name, mark.attrs, look), 0],
  })
}

const { nodes, marks } = documentSchema.spec

export const schemaExtensions = [
  Node.create({ name: 'doc', topNode: true, content: 'block+' }),
  Node.create({ name: 'text', group: 'inline' }),
  ...entries(nodes)
    .filter(([name]) => name !== 'doc' && name !== 'text')
    .map(([name, spec]) => nodeFrom(name as Exclude<NodeName, 'doc' | 'text'>, spec)),
  ...entries(marks).map(([name, spec]) => markFrom(name as MarkName, spec)),
]

function entries<Spec>(specs: { forEach: (each: (name: string, spec: Spec) => void) => void }) {
  const all: [string, Spec][] = []
  specs.forEach((name, spec) => {
    all.push([name, spec])
  })
  return all
}
