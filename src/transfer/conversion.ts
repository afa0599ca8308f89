import type { DocumentNode } from '../articles/document.ts'
import type { TreeNode } from './tree.ts'

/** What the words of an item need to know of the world around them. */
export type Source = {
  /** The item's own address, against which relative ones are resolved. */
  base: string
  /** The article's language (BCP 47). */
  language: string
  /** Whether readers of Premium alone see it. */
  premium: boolean
  /** Hosts of the site that moves in, without `www.`. */
  hosts: ReadonlySet<string>
  /** The library's id of a picture, when it is there. */
  picture: (asked: AskedPicture) => string | undefined
  /** The address of an attachment by its WordPress id. */
  attachment: (id: string) => { address: string; caption: string } | undefined
  /** WordPress ids of the pictures that were uploaded to this item, in their order. */
  attached: () => readonly string[]
  /** The content of a reusable block (`wp_block`) by its WordPress id. */
  reusable: (id: string) => string | undefined
  /** HTML of the notes by their ids (post meta `footnotes`). */
  footnotes: ReadonlyMap<string, string>
}

export type AskedPicture = { id: string | undefined; address: string }

/** What became of a part of an item: `what` is a kind and a name, as in `block core/gallery`. */
export type Outcome = 'converted' | 'kept' | 'left out'

export type Mark = { type: string; attrs?: Record<string, unknown> }

/**
 * How line breaks are read: not at all (`flow`), as WordPress reads them in text that has no blocks (`lines`), or all
 * of them (`verse`).
 */
export type Reading = 'flow' | 'lines' | 'verse'

/** One item's body on its way from HTML to a document. */
export type Conversion = {
  source: Source
  note: (outcome: Outcome, what: string, why?: string) => void
  /** A picture that is not in the library yet. */
  lacks: (asked: AskedPicture) => void
  /** The nodes as body elements. */
  blocksIn: (nodes: readonly TreeNode[], marks: readonly Mark[], reading: Reading) => DocumentNode[]
  /** What stands in a reusable block, by its WordPress id. */
  reusableBlock: (id: string, marks: readonly Mark[]) => DocumentNode[]
  /** The nodes as one run of words, and what of them is no words. */
  wordsIn: (
    nodes: readonly TreeNode[],
    marks: readonly Mark[],
    reading?: Reading,
  ) => { words: DocumentNode[]; rest: DocumentNode[] }
}
