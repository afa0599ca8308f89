import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as serbian } from '@orama/stemmers/serbian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian'
import { folded } from './words.ts'

/** Snowball's stemmers, by base language, and our own where a language writes small words onto the next one. */
const stemmers: Record<string, (word: string) => string> = {
  ar: lightArabic,
  da: danish,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  he: lightHebrew,
  hu: hungarian,
  it: italian,
  nb: norwegian,
  nl: dutch,
  nn: norwegian,
  no: norwegian,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sr: serbian,
  sv: swedish,
  tr: turkish,
  uk: ukrainian,
}

const scripts: [RegExp, (language: string) => boolean][] = [
  [/^\p{Script=Arabic}/u, (language) => language === 'ar'],
  [/^\p{Script=Hebrew}/u, (language) => language === 'he'],
  [/^\p{Script=Greek}/u, (language) => language === 'el'],
  [/^\p{Script=Cyrillic}/u, (language) => ['ru', 'uk', 'sr', 'bg'].includes(language)],
  [/^\p{Script=Latin}/u, (language) => !['ar', 'he', 'el', 'ru', 'uk'].includes(language)],
]

/** Whether a language is written in the letters of this word. */
const fits = (word: string, language: string) =>
  scripts.find(([script]) => script.test(word))?.[1](language) ?? false

/** Stems that are kept, of each language: the words of a newsroom repeat. */
const KEPT = 50_000
const kept = new Map<string, Map<string, string>>()

/** What a word has in common with its other forms in a language, folded; the folded word itself where nothing is known. */
export function stemOf(word: string, language: string): string {
  let stems = kept.get(language)
  if (!stems || stems.size > KEPT) {
    stems = new Map()
    // A stranger may ask for any language.
    if (language in stemmers) kept.set(language, stems)
  }
  let stem = stems.get(word)
  if (stem === undefined) {
    const plain = folded(word)
    const stemmer = stemmers[language]
    stem = stemmer && fits(plain, language) ? folded(stemmer(plain)) || plain : plain
    stems.set(word, stem)
  }
  return stem
}

/**
 * Light stemming after Larkey, Ballesteros and Connell (2002), light10: the article with what is written onto it, a
 * leading "and", then endings of number, gender and possession. Of the one-letter prefixes also ب ل ف ك, where enough
 * of the word is left.
 */
function lightArabic(word: string): string {
  let stem = word
  if (stem.length > 3 && stem.startsWith('و')) stem = stem.slice(1)
  const article = /^(?:[بكف]?ال|لل)/.exec(stem)?.[0]
  if (article && stem.length - article.length >= 2) stem = stem.slice(article.length)
  else if (stem.length > 4 && /^[بلفك]/.test(stem)) stem = stem.slice(1)
  for (const ending of ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي', 'ا'])
    if (stem.endsWith(ending) && stem.length - ending.length >= 3) {
      stem = stem.slice(0, -ending.length)
      break
    }
  return stem
}

/** Hebrew writes "and", "the", "in", "to", "from", "that" onto the next word. */
function lightHebrew(word: string): string {
  const stem = word.replace(/^(?:ו?[שכמבלה]?ה?)(?=.{3})/u, '')
  return stem.replace(/(?:ים|ות)$/u, '') || stem
}
