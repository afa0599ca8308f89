import { type ArticleDocument, type DocumentNode, emptyDocument } from '../articles/document.ts'
import type { AskedPicture, Source } from './conversion.ts'
import { loneAddress } from './embeds.ts'
import { bindFootnotes } from './footnotes.ts'
import { Converter } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { markShortcodes } from './shortcode.ts'
import { readTree } from './tree.ts'

export type Converted = {
  body: ArticleDocument
  /** How often something was converted, kept or left out: outcome, what and why, with tabs between them. */
  notes: ReadonlyMap<string, number>
  /** Pictures that the library lacks, each time they are shown. */
  lacking: readonly AskedPicture[]
}

/**
 * The content of a WordPress item as a document of ours. Content with block markup is read block by block; without
 * any, line breaks are paragraphs as `wpautop` makes them. Whatever it is given, the result is a valid document.
 */
export function convertContent(content: string, source: Source): Converted {
  const converter = new Converter(source)
  const nodes = readTree(markShortcodes(content))
  if (content.includes('href="#') || content.includes("href='#")) bindFootnotes(nodes)
  const reading = content.includes('<!-- wp:') ? 'flow' : 'lines'
  return converted(converter, converter.blocksIn(nodes, [], reading).map(embedded))
}

/** Markdown that somebody wrote or pasted, as a document of ours. */
export function convertLetter(text: string, source: Source): Converted {
  const converter = new Converter(source)
  const nodes = readMarkdown(text, 'letter')
  return converted(converter, converter.blocksIn(nodes, [], 'flow').map(embedded))
}

const embedded = (block: DocumentNode) =>
  block.type === 'paragraph' ? (loneAddress(block) ?? block) : block

/** Blocks as a document, with what the converter tells of them. */
export const converted = ({ notes, lacking }: Converter, blocks: DocumentNode[]): Converted => ({
  body: blocks.length > 0 ? { type: 'doc', content: one(blocks) } : emptyDocument,
  notes,
  lacking,
})

/** Only one mark can tell where the summary ends. */
function one(blocks: DocumentNode[]): DocumentNode[] {
  const first = blocks.findIndex((block) => block.type === 'more')
  return first < 0 ? blocks : blocks.filter((block, at) => block.type !== 'more' || at === first)
}
