import { IntlMessageFormat } from 'intl-messageformat'
import en from './texts/en.json' with { type: 'json' }

/** The desk's words: ICU messages, one file a language, of which a browser loads its own and English. */
export type TextKey = keyof typeof en

const files: Record<string, () => Promise<{ default: Partial<Record<TextKey, string>> }>> = {
  ar: () => import('./texts/ar.json'),
  de: () => import('./texts/de.json'),
  fr: () => import('./texts/fr.json'),
  ru: () => import('./texts/ru.json'),
}

let language = 'en'
let own: Partial<Record<TextKey, string>> = en
const compiled = new Map<TextKey, IntlMessageFormat>()

/** Loads the words of a language (BCP 47). Called once, before anything is shown. */
export async function speak(wanted: string) {
  const load = files[wanted.split('-')[0]!]
  if (!load) return
  own = (await load()).default
  language = wanted
}

/** A message in the desk's language, or in English where that lacks it. */
export function t(key: TextKey, values?: Record<string, string | number>): string {
  let message = compiled.get(key)
  if (!message) {
    message = new IntlMessageFormat(own[key] ?? en[key], own[key] ? language : 'en')
    compiled.set(key, message)
  }
  return String(message.format(values))
}

/** Whether there are words for a key that is put together from what the server says. */
export const isText = (key: string): key is TextKey => key in en

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

/** A day (2026-03-02) or a part of it, as people here write it. */
export const dateOf = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T12:00Z`),
  )
