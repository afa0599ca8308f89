import {
  prosemirrorToYXmlFragment,
  updateYFragment,
  yXmlFragmentToProseMirrorRootNode,
} from '@tiptap/y-tiptap'
import { Doc, type Map as Fields, Text, type XmlFragment } from 'yjs'
import { type ArticleDocument, documentSchema, emptyDocument, readDocument } from './document.ts'
import { ArticleFields, blank } from './fields.ts'

/**
 * What the desk writes on: everything an editor says of an article, as one document of Yjs that several people change
 * at once, on several machines, with or without a connection. Readers have what was last published of it.
 */

/** Fields in which two people may type at once; the others are set as a whole, and the last one counts. */
export const typedFields = [
  'headline',
  'standfirst',
  'seoTitle',
  'socialTitle',
  'datelinePlace',
] as const
const isTyped = (name: string) => (typedFields as readonly string[]).includes(name)

/** Everything that an editor may say of an article. */
export const fieldNames = Object.keys(ArticleFields.shape) as (keyof ArticleFields)[]

export const fieldsIn = (manuscript: Doc): Fields<unknown> => manuscript.getMap('fields')
export const bodyIn = (manuscript: Doc): XmlFragment => manuscript.getXmlFragment('body')

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

/** Sets a field. A typed one is changed by as little as makes it the new text, so that what others type there stays. */
export function setField(manuscript: Doc, name: string, value: unknown) {
  const fields = fieldsIn(manuscript)
  if (!isTyped(name)) {
    if (JSON.stringify(fields.get(name)) !== JSON.stringify(value)) fields.set(name, value)
    return
  }
  const wanted = String(value)
  const present = fields.get(name)
  if (!(present instanceof Text)) {
    fields.set(name, new Text(wanted))
    return
  }
  const before = present.toString()
  let start = 0
  while (start < before.length && start < wanted.length && before[start] === wanted[start]) start++
  let end = 0
  while (
    end < before.length - start &&
    end < wanted.length - start &&
    before.at(-1 - end) === wanted.at(-1 - end)
  )
    end++
  manuscript.transact(() => {
    if (before.length - end > start) present.delete(start, before.length - end - start)
    if (wanted.length - end > start) present.insert(start, wanted.slice(start, wanted.length - end))
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
    if (checked.success) fields[name] = checked.data
    else {
      // An empty headline is wrong and must still read as what it is.
      if (typeof plain === 'string' && isTyped(name)) fields[name] = plain
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
    return readDocument(root.toJSON()).toJSON() as ArticleDocument
  } catch (error) {
    wrong.push({ field: 'body', message: (error as Error).message })
    return emptyDocument
  }
}
