import { IntlMessageFormat } from 'intl-messageformat'
import ar from './texts/ar.json' with { type: 'json' }
import de from './texts/de.json' with { type: 'json' }
import en from './texts/en.json' with { type: 'json' }
import fr from './texts/fr.json' with { type: 'json' }
import ru from './texts/ru.json' with { type: 'json' }

/** The words that pages put around the newsroom's own: ICU messages, one file a language. */
export type TextKey = keyof typeof en

type Values = Record<string, string | number>

export type Texts = {
  /** A message in the language, or in English where the language lacks it. */
  (key: TextKey, values?: Values): string
  /** A message around things that are not text, such as links: its pieces in order. */
  around: <T extends object>(key: TextKey, values: Record<string, T>) => (string | T)[]
  /** The BCP 47 tag whose messages these are, when it was asked for. */
  language: string
}

const languages: Record<string, Partial<Record<TextKey, string>>> = { ar, de, en, fr, ru }

/** The languages that have texts of their own. */
export const writtenLanguages = Object.keys(languages)

/** Whether there are words for a key that is put together. */
export const isText = (key: string): key is TextKey => Object.hasOwn(en, key)

const kept = new Map<string, Texts>()

/** The messages of a language (BCP 47), of its base language, or English. Compiled once. */
export function texts(language: string): Texts {
  let made = kept.get(language)
  if (!made) {
    made = compile(language)
    kept.set(language, made)
  }
  return made
}

function compile(language: string): Texts {
  const base = language.split('-')[0]!.toLowerCase()
  const own = languages[base] ?? {}
  const messages = new Map<TextKey, IntlMessageFormat>()
  const message = (key: TextKey) => {
    let found = messages.get(key)
    if (!found) {
      const written = own[key]
      const locale = written === undefined || !(base in languages) ? 'en' : language
      found = new IntlMessageFormat(written ?? en[key], locale)
      messages.set(key, found)
    }
    return found
  }
  const t = (key: TextKey, values?: Values) =>
    values ? String(message(key).format(values)) : (own[key] ?? en[key])
  const around = <T extends object>(key: TextKey, values: Record<string, T>) =>
    message(key)
      .formatToParts<T>(values)
      .map((part) => part.value as string | T)
  return Object.assign(t, { around, language })
}
