/**
 * Names of people, places and bodies in a text, found by how they are written. In scripts with capitals (Latin,
 * Cyrillic, Greek, Armenian) a name is a run of capitalised words: "Qalaat al-Madiq", "Syrian Observatory for Human
 * Rights". A capital at the start of a sentence says nothing, so the first word of one counts only when the text
 * also writes it so within a sentence, and never writes it small. What a run cannot tell (single German nouns,
 * scripts without capitals), the newsroom's own names do: `known`, by their folded spelling.
 */

/** A name as the text writes it. `opens`: at the start of a sentence, where languages with cases name a thing plainly. */
export type Named = { name: string; count: number; opens: boolean }

type Token = { text: string; key: string; opens: boolean; joined: boolean; capital: boolean }

/** What makes two spellings one: folding, and the stem in a language. */
export type Spelling = { folded: (word: string) => string; stem: (word: string) => string }

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-’'ʼ.](?=\p{L})[\p{L}\p{M}\p{N}]+)*/gu
/** A capital first letter, or one behind an article that is written small: "al-Madiq", "d’Ivoire". */
const capital = /^\p{Lu}|^\p{Ll}{1,3}[-’'ʼ]\p{Lu}/u
const cased = /\p{Lu}|\p{Ll}/u
const boundary = /[.!?…:;\n“”«"(—–•]/u
/** Small words that may stand within a name, not at its ends. */
const connecting = new Set('of for de du des del da di la le der von van bin ibn al el'.split(' '))
/** English runs pronouns and verbs together, and writes one of them with a capital wherever it stands. */
const shortened =
  /^(?:(?:I|You|He|She|It|We|They|Who|There|That|What)[’'ʼ](?:ve|m|d|ll|re)|\p{L}+n[’'ʼ]t)$/u
/** Languages that write every noun with a capital. */
const nounsAreCapital = new Set(['de', 'lb'])

/** Words in a name, and in one that is looked for. */
const LONGEST = 6
const LONGEST_KNOWN = 4
/** Words looked at: longer texts have named what they are about by then. */
const TOKENS = 6000
/** Share of capitalised words, of those with four letters or more, from which a line's capitals tell nothing. */
const TITLE_CASE = 0.8
/** Such words in a line below which that share says nothing. */
const SHORT_LINE = 3

/** The names in a text in a language (BCP 47, base). */
export function namesIn(
  text: string,
  language: string,
  known: ReadonlyMap<string, string>,
  spelling: Spelling,
): Named[] {
  const lines = linesOf(text, spelling)
  const telling = lines.filter((line) => {
    const long = line.filter((token) => token.text.length > 3)
    return (
      long.length < SHORT_LINE ||
      long.filter((token) => token.capital).length < long.length * TITLE_CASE
    )
  })
  const small = new Set<string>()
  const within = new Set<string>()
  for (const { key, capital, opens } of telling.flat())
    if (!capital) small.add(key)
    else if (!opens) within.add(key)

  const found = new Map<string, Named>()
  const add = (name: string, opens: boolean, count = 1) => {
    const there = found.get(name)
    found.set(name, {
      name,
      count: count + (there?.count ?? 0),
      opens: opens || (there?.opens ?? false),
    })
  }
  const isOrdinary = ordinaryIn(language)
  const isName = ([first, second]: Token[]) =>
    second ||
    (first &&
      (first.text.length > 2 || /^\p{Lu}{2}$/u.test(first.text)) &&
      (!first.opens || within.has(first.key)) &&
      !small.has(first.key) &&
      !nounsAreCapital.has(language))

  for (const run of telling.flatMap(runsIn)) {
    const isEnd = ({ capital, text }: Token) =>
      capital && !isOrdinary(text) && !shortened.test(text)
    const from = run.findIndex((token) => isEnd(token) && !(token.opens && small.has(token.key)))
    const name = from < 0 ? [] : run.slice(from, run.findLastIndex(isEnd) + 1)
    if (isName(name)) add(name.map((token) => token.text).join(' '), name[0]!.opens)
  }

  // "Pavel Istrin" and "Mr Istrin" are about Istrin: a last word that ends two different names is a name too.
  const endings = new Map<string, number>()
  for (const name of found.keys()) {
    const last = name.slice(name.lastIndexOf(' ') + 1)
    if (last !== name) endings.set(last, (endings.get(last) ?? 0) + 1)
  }
  for (const [last, names] of endings) if (names > 1 || found.has(last)) add(last, false, names)

  for (const name of knownIn(lines, known, spelling, nounsAreCapital.has(language)))
    if (!found.has(name)) add(name, true)
  return [...found.values()]
}

function linesOf(text: string, { folded, stem }: Spelling): Token[][] {
  let left = TOKENS
  return text.split('\n').map((line) => {
    const tokens: Token[] = []
    let end = 0
    for (const match of left > 0 ? line.matchAll(word) : []) {
      if (left-- <= 0) break
      const gap = line.slice(end, match.index)
      const bare = match[0].replace(/[’'ʼ]s$/u, '')
      tokens.push({
        text: bare,
        key: stem(folded(bare)),
        opens: end === 0 || boundary.test(gap),
        joined: gap === ' ' || gap === '\u00a0',
        capital: capital.test(bare),
      })
      end = match.index + match[0].length
    }
    return tokens
  })
}

/** Capitalised words that follow each other, with small ones between them. */
function runsIn(line: Token[]): Token[][] {
  const runs: Token[][] = []
  let run: Token[] = []
  for (const token of line) {
    const goesOn =
      run.length > 0 &&
      run.length < LONGEST &&
      token.joined &&
      (token.capital || connecting.has(token.text))
    if (goesOn) run.push(token)
    else {
      run = [token]
      if (token.capital) runs.push(run)
      else run = []
    }
  }
  return runs
}

/** The newsroom's own names where capitals tell nothing. */
function* knownIn(
  lines: Token[][],
  known: ReadonlyMap<string, string>,
  { folded }: Spelling,
  nounsAreCapital: boolean,
) {
  if (known.size === 0) return
  const speaks = (token: Token) => (nounsAreCapital ? token.capital : !cased.test(token.text))
  for (const line of lines)
    for (const [at, first] of line.entries())
      for (let words = 1; speaks(first) && words <= LONGEST_KNOWN; words++) {
        const run = line.slice(at, at + words).map((token) => token.text)
        const name = known.get(folded(run.join(' ')))
        if (name !== undefined) yield name
      }
}

const ordinary = new Map<string, (word: string) => boolean>()

/** Months, days and languages, which some languages write like names. */
function ordinaryIn(language: string) {
  let kept = ordinary.get(language)
  if (!kept) {
    const words = new Set<string>()
    const said = (options: Intl.DateTimeFormatOptions, date: Date) =>
      words.add(new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date))
    // Eight days apart: every month, and every day of the week.
    for (let day = 0; day < 366; day += 8)
      for (const width of ['long', 'short'] as const) {
        const date = new Date(Date.UTC(2024, 0, 1 + day))
        said({ month: width }, date)
        said({ weekday: width }, date)
      }
    const languages = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' })
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    for (const code of letters.flatMap((one) => letters.map((other) => one + other)))
      words.add(languages.of(code) ?? '')
    kept = (one) => words.has(one)
    ordinary.set(language, kept)
  }
  return kept
}
