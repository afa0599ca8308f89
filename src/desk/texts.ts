import { IntlMessageFormat } from 'intl-messageformat'
import type en from './texts/en.json'

/** The desk's words: ICU messages, one file a language, of which a browser loads its own. Each says everything. */
export type TextKey = keyof typeof en
type Words = Record<TextKey, string>

const files: Record<string, () => Promise<{ default: Words }>> = {
  ar: () => import('./texts/ar.json'),
  de: () => import('./texts/de.json'),
  en: () => import('./texts/en.json'),
  fr: () => import('./texts/fr.json'),
  ru: () => import('./texts/ru.json'),
}

let language = 'en'
let words: Words
const compiled = new Map<TextKey, IntlMessageFormat>()

/** Loads the words of a language that the desk speaks (BCP 47). Called once, before anything is shown. */
export async function speak(wanted: string) {
  words = (await files[wanted.split('-')[0]!]!()).default
  language = wanted
}

function message(key: TextKey) {
  let found = compiled.get(key)
  if (!found) {
    found = new IntlMessageFormat(words[key], language)
    compiled.set(key, found)
  }
  return found
}

/** A message in the desk's language. */
export const t = (key: TextKey, values?: Record<string, string | number>): string =>
  String(message(key).format(values))

/** A message around things that are not text: its pieces in order. */
export const around = <T extends object>(
  key: TextKey,
  values: Record<string, string | number | T>,
): (string | T)[] =>
  message(key)
    .formatToParts<T>(values)
    .map(({ value }) => value as string | T)

/** Whether there are words for a key that is put together from what the server says. */
export const isText = (key: string): key is TextKey => Object.hasOwn(words, key)

const formats = new Map<string, Intl.DateTimeFormat>()

/** A moment (ISO 8601) as people here write it. */
export function moment(iso: string, timezone: string): string {
  let format = formats.get(timezone)
  if (!format) {
    format = new Intl.DateTimeFormat(language, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: timezone,
    })
    formats.set(timezone, format)
  }
  return format.format(new Date(iso))
}

const noon = (day: string) => new Date(`${day}T12:00Z`)

/** The days from one to another, as people here write them. */
export const datesOf = (from: string, to: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    noon(from),
    noon(to),
  )

/** A day (2026-03-02) or a part of it, as people here write it. */
export const dateOf = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(noon(day))
