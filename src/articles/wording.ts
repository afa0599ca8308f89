/**
 * What a text says twice, or in the wrong order, or as somebody's opinion. Nobody looks at warnings that are mostly
 * wrong, so each of these would rather miss something than cry at ordinary prose.
 */

export type Slip = { kind: 'doubled' | 'garbled' | 'opinion'; words: string }

const LETTER = '[\\p{L}\\p{M}\\p{N}]'

/** A word twice in a row, capitals aside. */
const doubled = new RegExp(
  `(?<!${LETTER}|[-‐’'])([\\p{L}\\p{M}]{2,})\\s+(\\1)(?!${LETTER}|[-‐’'])`,
  'giu',
)

/** Words that a language doubles where nothing is wrong: “he had had”, “die Gesetze, die die Regierung …”, “nous nous”. */
const mayDouble: Record<string, RegExp> = {
  en: /^(had|that|is|do|her|no)$/i,
  de: /^(die|der|das|den|dem|sie|ihr|es|was|so)$/i,
  fr: /^(nous|vous|faire|en)$/i,
  nl: /^(die|dat|het|de|ze|had)$/i,
  es: /^(se|no|ya)$/i,
  ru: /^(еле|чуть|вот|да|нет)$/i,
  // Adverbs are doubled for weight: “رويدا رويدا”.
  ar: /ا[ًٌٍ]?$/,
}

/** Languages in which saying a word twice is grammar. */
const doubling = /^(tr|az|fa|ur|hi|bn|id|ms|vi|th|tl|sw|so|am|ha|zh|ja|ko)\b/

const auxiliary = '(?:has|have|had)'

/** English in the wrong order; what stands in quotation marks after these words is no sentence of ours. */
const garbledEnglish = [
  // “The Syrian has government captured”: between “has” and its participle stands an adverb, and no noun.
  new RegExp(
    `\\b(?:The|A|An)\\s+\\p{L}+\\s+${auxiliary}\\s+(\\p{Ll}+)\\s+\\p{Ll}+(?:ed|en|ught)\\b`,
    'gu',
  ),
  // “The has government captured”, “the of”.
  /\b(?:The|the|an)\s+(?:has|have|had|was|were|is|are|of|because|they|he|she)\b(?![-/])/gu,
  // “the a”, “a the”, “has have”.
  /\b(?:the\s+an?|an?\s+the|has\s+have|have\s+has|was\s+were|were\s+was)\b(?![-/])/gu,
]

/** What may stand between “has” and a participle: adverbs, participles, and what makes a clause of its own. */
const between =
  /(?:ly|ed|en|wn|ught|has|have|had|not|also|never|ever|always|just|since|now|then|still|once|twice|often|later|again|far|long|so|too|most?|to|the|a|an|no|both|all|yet|even|well|by|in|on|as|at|for|under|soon|first|next|last|less|thus|instead|perhaps|indeed|meanwhile|already|half|largely|better|best|worse|together|elsewhere|become|come|left|gone|got|kept|stood|lain|felt|made|sat|set|put|held|found|lost|met|run|begun|won|hit|cut|little|much|many|few|some|any|its|his|her|their|our|my|none|nothing|either|neither|each|it|them|him|us|up|out|off|back|down)$/

/** French that begins with an article and goes on with a verb. */
const garbledFrench = [
  /(?<=^|[.!?…]\s)(?:Le|La|Les)\s+(?:a|ont|est|sont|avait|avaient|sera|seront)\s/gu,
]

/** A label that somebody wrote by hand, where the kind should say it. */
const handmade =
  /^(opinions?|op-ed|comment|commentary|editorial|viewpoint|meinung|kommentar|leitartikel|tribune|éditorial|point de vue|мнение|колонка|комментарий|رأي|مقال رأي|وجهة نظر)\s*[:|–—-]\s/iu

/** Somebody’s own judgement, in the words of whoever signs. */
const judgement: Record<string, RegExp> = {
  en: /\b(?:I (?:think|believe|fear|doubt|suspect|urge|disagree|am convinced)|(?:in|to) my (?:view|opinion|judgement|judgment|mind))\b/giu,
  de: /(?<!\p{L})(?:ich (?:glaube|denke|meine|finde|fürchte|bezweifle)|meiner (?:meinung|ansicht) nach|meines erachtens)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:je (?:crois|pense|crains|doute|trouve)|à mon (?:avis|sens))(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:я (?:думаю|считаю|полагаю|боюсь|уверен|уверена)|по-моему|на мой взгляд)(?!\p{L})/giu,
  ar: /(?<!\p{L})(?:و?أعتقد|و?أظن|(?:في|ب)رأيي|من وجهة نظري)(?!\p{L})/gu,
}

const said = /“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|"[^"]*(?:"|$)|‘[^’]{20,}(?:’|$)/gu

export function slipsIn(text: string, language: string): Slip[] {
  const [short = ''] = language.split('-')
  const slips: Slip[] = []
  if (!doubling.test(short))
    for (const { 1: one = '', 2: other = '', index } of text.matchAll(doubled)) {
      // Pago Pago, Baden Baden: names, unless a sentence begins there.
      const isName = /^\p{Lu}/u.test(one) && one === other && index > 0
      if (!mayDouble[short]?.test(one) && !isName)
        slips.push({ kind: 'doubled', words: text.slice(index) })
    }
  for (const pattern of { en: garbledEnglish, fr: garbledFrench }[short] ?? [])
    for (const { 0: words, 1: middle, index } of text.matchAll(pattern))
      if (!middle || !between.test(middle))
        slips.push({ kind: 'garbled', words: middle ? words : text.slice(index) })
  return slips
}

/** Where a text that is labelled as reporting speaks as somebody’s opinion. What others are quoted with is theirs. */
export function opinionsIn(text: string, language: string): Slip[] {
  const [short = ''] = language.split('-')
  const own = text.replace(said, ' ')
  return [...own.matchAll(judgement[short] ?? /$^/g)].map(({ index }) => ({
    kind: 'opinion',
    words: own.slice(index),
  }))
}

export const isLabelledByHand = (headline: string) => handmade.test(headline.trim())
