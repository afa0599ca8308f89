import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as russian } from '@orama/stemmers/russian'

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
export const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .toLowerCase()

export function stemOf(word: string, language: string) {
  const plain = folded(word)
  return stemmers[language]?.(plain) ?? plain
}
