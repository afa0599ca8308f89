import { type Converted, converted } from '../body.ts'
import type { Source } from '../conversion.ts'
import { bindFootnotes } from '../footnotes.ts'
import { Converter } from '../html.ts'
import type { GhostText } from '../record.ts'
import { readTree, type TreeNode } from '../tree.ts'
import { isPartlyClosed, openHtml } from './audience.ts'
import { lexicalTree } from './lexical.ts'
import { mobiledocTree } from './mobiledoc.ts'
import { withCards } from './shown.ts'
import { element } from './tree.ts'

/** Whether a text ends for readers who have not paid somewhere: then the whole article is Premium. */
export const isCut = ({ lexical, mobiledoc, html }: GhostText) =>
  /"paywall"/.test(lexical) || /"paywall"/.test(mobiledoc) || /<!--\s*members-only\s*-->/.test(html)

/** Members, payers or tiers: here it is one, Premium. */
export const isPremium = (text: GhostText) => text.visibility !== 'public' || isCut(text)

/** The text of a post as a document of ours: of its Lexical or Mobiledoc, else its HTML, else its words. */
export function convertGhost(text: GhostText, source: Source): Converted {
  const converter = new Converter(source)
  note(converter, text)
  const nodes = treeOf(converter, text)
  bindFootnotes(nodes)
  return converted(converter, converter.blocksIn(nodes, [], 'flow'))
}

function treeOf(c: Converter, { lexical, mobiledoc, html, ...text }: GhostText): TreeNode[] {
  const structured = lexical
    ? lexicalTree(c, lexical)
    : mobiledoc
      ? mobiledocTree(c, mobiledoc)
      : undefined
  if (structured) return structured
  // Bare words do not say which of them are for members alone.
  const isClosed = isPartlyClosed(lexical || mobiledoc) && !c.source.premium
  const plaintext = isClosed ? '' : text.plaintext
  const damaged = lexical ? 'Lexical' : mobiledoc ? 'Mobiledoc' : ''
  if (damaged)
    c.note(
      html || plaintext ? 'converted' : 'left out',
      `text in ${damaged}`,
      html
        ? 'it cannot be read: its HTML stands for it'
        : plaintext
          ? 'it cannot be read: its words stand for it'
          : 'it cannot be read, and there is nothing that could stand for it',
    )
  if (html) {
    const hide = (why: string) => c.note('left out', 'part of a text', why)
    return withCards(c, readTree(openHtml(html, c.source.premium, hide)))
  }
  return plaintext.split(/\n{2,}/).map((words) => element('p', [words]))
}

function note(c: Converter, text: GhostText) {
  if (text.visibility !== 'public')
    c.note('converted', `article for ${text.visibility.slice(0, 40)}`, 'it is Premium')
  if (isCut(text))
    c.note('converted', 'paywall', 'articles have no open part yet: all of it is Premium')
  if (text.codeinjection)
    c.note('left out', 'code injection', 'programs and styles stay with Ghost')
  if (text.canonical)
    c.note('left out', 'canonical address', 'an article’s own address is the canonical one')
  for (const told of text.unplaced) {
    const [what, why] = told.split('\t')
    c.note('left out', what!, why)
  }
  for (let times = 0; times < text.marks; times++)
    c.note('left out', 'internal tag', 'a mark of the editors, which Ghost shows to nobody')
}
