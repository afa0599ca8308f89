import type { DocumentNode } from '../articles/document.ts'
import type { Conversion, Mark } from './conversion.ts'
import { coverPicture, embedded, fileOf } from './figures.ts'
import { galleryIn, galleryOf, placed } from './pictures.ts'
import { find, type TreeElement, textIn } from './tree.ts'

const core = (list: string) => new Set(list.split(' ').map((name) => `block:core/${name}`))

/** Blocks whose HTML says all there is to say. */
const written = core(
  'paragraph heading list list-item quote pullquote image media-text columns column group row stack grid table code preformatted verse separator buttons button audio video details accordion accordion-item accordion-heading accordion-panel text-columns subhead missing math',
)

/** Blocks that only keep a distance or number pages. */
const empty = core('spacer nextpage footnotes')

/** Blocks that WordPress fills anew whenever it shows them, with what is around them in the file. */
const filled =
  /^block:core\/(latest-|archives|calendar|categories|tag-cloud|rss|search|loginout|page-list|navigation|home-link|query|post-|comment|site-|avatar|term-|template-part|pattern|breadcrumbs|read-more|social-link|widget|legacy-widget|tabs|terms)/

/** How a block is to be read: as body elements, or through what is in it. */
export type BlockShown = { nodes: DocumentNode[] } | { through: 'flow' | 'lines' }

export function blockOf(c: Conversion, block: TreeElement, marks: readonly Mark[]): BlockShown {
  const name = block.name.slice('block:'.length)
  const settings = settingsOf(block)
  if (written.has(block.name)) {
    c.note('converted', `block ${name}`)
    return { through: 'flow' }
  }
  if (empty.has(block.name)) {
    c.note('left out', `block ${name}`, 'it shows no words')
    return { nodes: [] }
  }
  const shown = special(c, block, settings, marks)
  if (shown) {
    c.note('converted', `block ${name}`)
    return shown
  }
  if (filled.test(block.name)) {
    c.note('left out', `block ${name}`, 'WordPress fills it anew whenever it is shown')
    return { nodes: [] }
  }
  if (
    textIn(block.children).trim() ||
    find(block.children, 'img') ||
    find(block.children, 'iframe')
  ) {
    c.note('kept', `block ${name}`, 'its HTML is kept without what its plug-in adds')
    return { through: 'flow' }
  }
  c.note('left out', `block ${name}`, 'only its plug-in knows what it shows')
  return { nodes: [] }
}

function special(
  c: Conversion,
  block: TreeElement,
  settings: Record<string, unknown>,
  marks: readonly Mark[],
): BlockShown | undefined {
  const name = block.name.slice('block:'.length)
  switch (name) {
    case 'core/freeform':
    case 'core/shortcode':
      return { through: 'lines' }
    case 'core/html':
      return { through: 'flow' }
    case 'core/more':
      return { nodes: [{ type: 'more' }] }
    case 'core/gallery':
      return { nodes: galleryBlock(c, block, settings, marks) }
    case 'core/cover': {
      const picture = find(block.children, 'img')
        ? undefined
        : coverPicture(c, settings.url, settings.id)
      return {
        nodes: [...(picture ? [picture] : []), ...c.blocksIn(block.children, marks, 'flow')],
      }
    }
    case 'core/file':
      return { nodes: fileOf(c, block) }
    case 'core/social-links':
      return { nodes: socialLinks(block) }
    case 'core/block':
      return { nodes: c.reusableBlock(String(settings.ref ?? ''), marks) }
    default:
      return isEmbed(name) ? embedBlock(c, block, settings) : undefined
  }
}

const isEmbed = (name: string) => name === 'core/embed' || name.startsWith('core-embed/')

function embedBlock(
  c: Conversion,
  block: TreeElement,
  { url }: Record<string, unknown>,
): BlockShown | undefined {
  // The figure in it holds the address and the caption; a block that was never filled in has neither.
  if (textIn(block.children).trim() || find(block.children, 'iframe')) return { through: 'flow' }
  return typeof url === 'string' && /^https?:\/\/\S+$/.test(url) && URL.canParse(url)
    ? { nodes: [embedded(c, url, null)] }
    : undefined
}

function galleryBlock(
  c: Conversion,
  block: TreeElement,
  { ids }: Record<string, unknown>,
  marks: readonly Mark[],
): DocumentNode[] {
  if (find(block.children, 'img') || !Array.isArray(ids)) return galleryIn(c, block.children, marks)
  return galleryOf(
    ids.map((id) => {
      const attachment = c.source.attachment(String(id))
      return attachment && placed(c, { id: String(id), address: attachment.address }, null, [])
    }),
  )
}

function socialLinks(block: TreeElement): DocumentNode[] {
  const links = block.children.flatMap((node) => {
    const inside = typeof node === 'string' ? [] : [node, ...node.children]
    return inside.flatMap((child) => {
      if (typeof child === 'string' || child.name !== 'block:core/social-link') return []
      const { url, service, label } = settingsOf(child)
      if (typeof url !== 'string' || !/^https?:\/\/\S+$/.test(url) || !URL.canParse(url)) return []
      const text = String(label || service || url)
      return [{ type: 'text', text, marks: [{ type: 'link', attrs: { href: url } }] }]
    })
  })
  return links.map((link) => ({ type: 'paragraph', content: [link] }))
}

/** The settings in a block's comment; none when they are not JSON. */
export function settingsOf(block: TreeElement): Record<string, unknown> {
  try {
    const settings: unknown = JSON.parse(block.attributes.json ?? '{}')
    return typeof settings === 'object' && settings !== null ? { ...settings } : {}
  } catch {
    return {}
  }
}
