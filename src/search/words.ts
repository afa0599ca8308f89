/**
 * Words as they are compared: folded, so that a reader finds what is written with marks that their keyboard lacks. The
 * same words go into the index and into the query, on both databases, so that both give the same answers.
 */

/** A word with where it stands in its text. */
export type Word = { word: string; from: number; to: number }

/** Scripts that leave no spaces between words: each of their characters is a word, and a run of them a phrase. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'

/** Letters, digits and marks without a break, and what stands inside of a word. */
const runs = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’ʼ·ـ](?=\p{L}))*/gu
/** What lengthens a sound in Japanese: of no script by itself, and part of the word. */
const lengthening = 'ーｰ'
/** Half as wide, marks that change a sound are characters of their own. */
const narrowMarks = 'ﾞﾟ'
const anyUnspaced = new RegExp(`[${unspaced}]`, 'u')
const pieces = new RegExp(
  `[${unspaced}][\\p{M}${narrowMarks}]*|[${lengthening}]|[^${unspaced}${lengthening}]+`,
  'gu',
)

const isUnspaced = new RegExp(`^[${unspaced}${lengthening}]`, 'u')

/** Whether a word is one character of a script without spaces. */
export const isCharacter = (word: string) => isUnspaced.test(word)

/** Characters of a word that are compared. */
const LONGEST = 40

/** The words of a text in its order. */
export function wordsIn(text: string): Word[] {
  const found: Word[] = []
  const put = (written: string, from: number) => {
    const word = folded(written)
    if (word) found.push({ word, from, to: from + written.length })
  }
  for (const { 0: run, index } of text.matchAll(runs))
    if (anyUnspaced.test(run))
      for (const piece of run.matchAll(pieces)) put(piece[0], index + piece.index)
    else put(run, index)
  return found
}

/** Letters that Unicode does not take apart, as people type them who lack them. */
const letters: Record<string, string> = {
  ß: 'ss',
  ς: 'σ',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  // Arabic, Persian and Urdu write the same letters in several ways.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ک: 'ك',
}

/** Marks over and under letters that are left out; those of Japanese, Thai and Indian scripts are letters themselves. */
const marks = /(?<!и)[\u0300-\u036f]|[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g
const joiners = /['’ʼ·ـ\u200c\u200d]/g

/** One spelling for a word, whatever its marks, its case and the width of its letters. */
export function folded(word: string): string {
  if (/^[a-z0-9]+$/i.test(word)) return word.toLowerCase().slice(0, LONGEST)
  const plain = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(joiners, '')
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 16))
  let spelt = ''
  for (const letter of plain) spelt += letters[letter] ?? letter
  return spelt.slice(0, LONGEST)
}
