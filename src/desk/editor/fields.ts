import { useEffect, useState } from 'react'
import { type Doc, Text } from 'yjs'
import { bodyIn, fieldsIn, setField } from '../../articles/typed.ts'

/** What a manuscript says beside its text, as far as the side panel shows it. */
export type Fields = {
  headline: string
  standfirst: string
  seoTitle: string
  socialTitle: string
  kind: string
  access: string
  language: string
  path: string
  datelineDate: string
  categoryId: string | null
  categoryIds: string[]
  tagIds: string[]
  bylines: { contributorId: string; role: string }[]
  leadPictureId: string | null
  socialPictureId: string | null
}

const blank: Fields = {
  headline: '',
  standfirst: '',
  seoTitle: '',
  socialTitle: '',
  kind: 'news',
  access: 'standard',
  language: 'en',
  path: '',
  datelineDate: '',
  categoryId: null,
  categoryIds: [],
  tagIds: [],
  bylines: [],
  leadPictureId: null,
  socialPictureId: null,
}

const read = (document: Doc): Fields => {
  const said: Record<string, unknown> = { ...blank }
  for (const [name, value] of fieldsIn(document).entries())
    said[name] = value instanceof Text ? value.toString() : value
  return said as Fields
}

/** The fields of a manuscript as they are now, whoever changes them. */
export function useFields(document: Doc) {
  const [fields, setFields] = useState(() => read(document))
  useEffect(() => {
    const look = () => setFields(read(document))
    const map = fieldsIn(document)
    map.observeDeep(look)
    look()
    return () => map.unobserveDeep(look)
  }, [document])
  const set = <Name extends keyof Fields>(name: Name, value: Fields[Name]) =>
    setField(document, name, value)
  return { fields, set }
}

/** Calls back some time after the text has last changed. */
export function useBodyChange(document: Doc, heard: () => void, afterMs: number) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const hear = () => {
      clearTimeout(timer)
      timer = setTimeout(heard, afterMs)
    }
    const body = bodyIn(document)
    body.observeDeep(hear)
    hear()
    return () => {
      clearTimeout(timer)
      body.unobserveDeep(hear)
    }
  }, [document, heard, afterMs])
}
