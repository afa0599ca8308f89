import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as porter } from '@orama/stemmers/english'
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

type Stemmer = (word: string) => string | string[]

/** Snowball's stemmers, by base language, and our own where a language writes small words onto the next one. */
const stemmers: Record<string, Stemmer> = {
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
const kept = new Map<string, Map<string, string[]>>()

/**
 * What a word has in common with its other forms in a language, folded; the folded word itself where nothing is known.
 * Two words are forms of one where they share any: a letter at the beginning may be a small word or belong to the word,
 * and an ending may be known by its accent alone.
 */
export function stemsOf(word: string, language: string): readonly string[] {
  let stems = kept.get(language)
  if (!stems || stems.size > KEPT) {
    stems = new Map()
    // A stranger may ask for any language.
    if (language in stemmers) kept.set(language, stems)
  }
  let found = stems.get(word)
  if (!found) {
    found = stemmed(word, language)
    stems.set(word, found)
  }
  return found
}

function stemmed(word: string, language: string): string[] {
  const plain = folded(word)
  const stemmer = stemmers[language]
  if (!stemmer || !fits(plain, language)) return [plain]
  // Only where letters carry accents do endings have any.
  const written = /^\p{Script=Latin}/u.test(plain) ? [word.normalize('NFC').toLowerCase()] : []
  const stems = [plain, ...written].flatMap(stemmer).map(folded).filter(Boolean)
  return stems.length > 0 ? [...new Set(stems)] : [plain]
}

/** As Porter (1980) has it in step 4: the library takes the `s` or `t` off with the `ion`, so that "election" is no "elect". */
function english(word: string): string {
  const base = /^(.+[st])ions?$/.exec(word)?.[1]
  return base && !base.endsWith('at') && isLong.test(base) ? base : porter(word)
}

/** Two times a vowel and what closes it. */
const isLong = /^[^aeiou]*[aeiouy]+[^aeiouy]+[aeiouy]+[^aeiouy]/

/**
 * Light stemming after Larkey, Ballesteros and Connell (2002), light10: the article with what is written onto it, a
 * leading "and", then endings of number, gender and possession. Whether و ب ل ف ك at the beginning are small words or
 * belong to the word (وزير, لبنان) cannot be told, so both are kept.
 */
function lightArabic(word: string): string[] {
  const bare = new Set<string>()
  for (const one of word.length > 3 && word.startsWith('و') ? [word, word.slice(1)] : [word]) {
    const article = /^(?:[بكف]?ال|لل)/.exec(one)?.[0]
    if (article && one.length - article.length >= 2) {
      bare.add(one.slice(article.length))
      // "For the" loses the first letter of the article: للوزير; but للبنان is "for Lebanon".
      if (article === 'لل') bare.add(one.slice(1))
    } else {
      bare.add(one)
      if (one.length > 4 && /^[بلفك]/.test(one)) bare.add(one.slice(1))
    }
  }
  return [...bare].map(withoutEndings)
}

const endings = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي', 'ا']

/** One ending may follow another: a people is named by its country, and the many of it by that. */
function withoutEndings(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 3)
  return ending ? withoutEndings(word.slice(0, -ending.length)) : word
}

/** Hebrew writes "and", "that", "as", "in", "to", "from", "the" onto the next word, up to three; each may belong to it. */
function lightHebrew(word: string): string[] {
  const bare = [word]
  while (bare.length <= MOST_WRITTEN_ON && /^[ושכבלמה].{3}/u.test(bare.at(-1)!))
    bare.push(bare.at(-1)!.slice(1))
  return bare.map((one) => one.replace(/(?<=.{2})(?:ים|ות)$/u, ''))
}

const MOST_WRITTEN_ON = 3
