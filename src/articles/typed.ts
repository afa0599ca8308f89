import { type Doc, type Map as Fields, Text, type XmlFragment } from 'yjs'

/** Where things stand in a manuscript, for servers and browsers alike (see manuscript.ts). */

/** Fields in which two people may type at once; the others are set as a whole, and the last one counts. */
export const typedFields = [
  'headline',
  'standfirst',
  'seoTitle',
  'socialTitle',
  'datelinePlace',
] as const
export type TypedField = (typeof typedFields)[number]

export const fieldsIn = (manuscript: Doc): Fields<unknown> => manuscript.getMap('fields')
export const bodyIn = (manuscript: Doc): XmlFragment => manuscript.getXmlFragment('body')

/** Makes a text the wanted one by as little as that takes, so that what others type in it meanwhile stays. */
export function typeInto(text: Text, wanted: string) {
  const present = text.toString()
  const most = Math.min(present.length, wanted.length)
  let start = 0
  while (start < most && present[start] === wanted[start]) start++
  let end = 0
  while (end < most - start && present.at(-1 - end) === wanted.at(-1 - end)) end++
  const write = () => {
    if (present.length - end > start) text.delete(start, present.length - end - start)
    if (wanted.length - end > start) text.insert(start, wanted.slice(start, wanted.length - end))
  }
  if (text.doc) text.doc.transact(write)
  else write()
}

/** Sets a field of a manuscript. */
export function setField(manuscript: Doc, name: string, value: unknown) {
  const fields = fieldsIn(manuscript)
  if (!(typedFields as readonly string[]).includes(name)) {
    if (JSON.stringify(fields.get(name)) !== JSON.stringify(value)) fields.set(name, value)
    return
  }
  const present = fields.get(name)
  if (present instanceof Text) typeInto(present, String(value))
  else fields.set(name, new Text(String(value)))
}
