import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import type { Doc } from 'yjs'
import { type ArticleDocument, documentSchema, emptyDocument } from '../../articles/document.ts'
import { bodyIn } from '../../articles/typed.ts'

/** The text of a manuscript as ProseMirror's JSON. */
export function bodyJson(document: Doc): ArticleDocument {
  const fragment = bodyIn(document)
  return fragment.length === 0
    ? emptyDocument
    : (yXmlFragmentToProseMirrorRootNode(fragment, documentSchema).toJSON() as ArticleDocument)
}
