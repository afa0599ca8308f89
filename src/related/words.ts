import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as russian } from '@orama/stemmers/russian'
import { folded } from '../search/words.ts'

const stemmers: Record<string, (word: string) => string> = {
  ar: arabic,
  de: german,
  en: english,
  fr: french,
  ru: russian,
}

const word = /\p{L}[\p{L}\p{M}]{2,}(?:[-’'][\p{L}\p{M}]+)*/gu

export const wordsIn = (text: string) =>
  text.match(word)?.map((one) => one.replace(/[’']s$/, '')) ?? []
/** Stems kept, by language and word: a language uses the same few tens of thousands over and over. */
const KEPT = 50_000
const stems = new Map<string, Map<string, string>>()

/** A word without its endings, where the language has rules for that. */
export function stemOf(word: string, language: string): string {
  let kept = stems.get(language)
  if (!kept || kept.size >= KEPT) {
    kept = new Map()
    stems.set(language, kept)
  }
  let stem = kept.get(word)
  if (stem === undefined) {
    const bare = folded(word)
    stem = stemmers[language]?.(bare) ?? bare
    kept.set(word, stem)
  }
  return stem
}
