import {
  prosemirrorToYXmlFragment,
  updateYFragment,
  yXmlFragmentToProseMirrorRootNode,
} from '@tiptap/y-tiptap'
import { Doc, Text } from 'yjs'
import { storableIn } from '../platform/unstorable.ts'
import { type ArticleDocument, documentSchema, emptyDocument, readDocument } from './document.ts'
import { ArticleFields, blank } from './fields.ts'
import { bodyIn, fieldsIn, setField, typedFields } from './typed.ts'

/**
 * What the desk writes on: everything an editor says of an article, as one document of Yjs that several people change
 * at once, on several machines, with or without a connection. Readers have what was last published of it.
 */

const isTyped = (name: string) => (typedFields as readonly string[]).includes(name)

/** Everything that an editor may say of an article. */
export const fieldNames = Object.keys(ArticleFields.shape) as (keyof ArticleFields)[]

/** A manuscript that keeps what was deleted from it, so that every version of it can be seen again. */
export const newManuscript = () => new Doc({ gc: false })

/** Makes a manuscript say what an article says, by as few changes as that takes. */
export function copyOnto(manuscript: Doc, { body, ...fields }: Partial<ArticleFields>) {
  manuscript.transact(() => {
    for (const [name, value] of Object.entries({ ...blank, ...fields }))
      if (name !== 'body' && value !== undefined) setField(manuscript, name, value)
    const root = readDocument(body ?? emptyDocument)
    const fragment = bodyIn(manuscript)
    if (fragment.length === 0) prosemirrorToYXmlFragment(root, fragment)
    else updateYFragment(manuscript, fragment, root, { mapping: new Map(), isOMark: new Map() })
  })
}

export type Reading = {
  fields: ArticleFields
  /** Fields that cannot be stored as they stand, each with what is wrong. */
  wrong: { field: string; message: string }[]
}

/** What a manuscript says now. Whatever somebody put into it, this answers. */
export function readManuscript(manuscript: Doc): Reading {
  const wrong: Reading['wrong'] = []
  const fields: Record<string, unknown> = { ...blank, headline: '' }
  const written = fieldsIn(manuscript)
  for (const [name, shape] of Object.entries(ArticleFields.shape)) {
    if (name === 'body' || !written.has(name)) continue
    const value = written.get(name)
    const plain = value instanceof Text ? value.toString() : value
    const checked = shape.safeParse(plain)
    if (checked.success) fields[name] = storableIn(checked.data)
    else {
      // An empty headline is wrong and must still read as what it is.
      if (typeof plain === 'string' && isTyped(name)) fields[name] = storableIn(plain)
      wrong.push({ field: name, message: checked.error.issues[0]!.message })
    }
  }
  fields.body = bodyOf(manuscript, wrong)
  return { fields: fields as ArticleFields, wrong }
}

function bodyOf(manuscript: Doc, wrong: Reading['wrong']): ArticleDocument {
  try {
    const fragment = bodyIn(manuscript)
    if (fragment.length === 0) return emptyDocument
    const root = yXmlFragmentToProseMirrorRootNode(fragment, documentSchema)
    return readDocument(storableIn(root.toJSON())).toJSON() as ArticleDocument
  } catch (error) {
    wrong.push({ field: 'body', message: (error as Error).message })
    return emptyDocument
  }
}
