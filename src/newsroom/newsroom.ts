import { z } from 'zod'
import { isLinkAddress, isWebAddress } from '../addresses/link.ts'
import { languageTag } from '../platform/language.ts'

/** What the newsroom is: its name, look and house texts. One row, changed by `changeNewsroom`. */

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'Write a colour as #rrggbb, for example #8a1c1c.')

/** A text in several languages, by BCP 47 tag. `und` stands for any language without its own. */
const texts = z.record(z.string(), z.string().max(2000))

/** The policies that schema.org knows of a news organisation, by its names for them. */
export const policyNames = [
  'actionableFeedbackPolicy',
  'correctionsPolicy',
  'diversityPolicy',
  'ethicsPolicy',
  'masthead',
  'missionCoveragePrioritiesPolicy',
  'noBylinesPolicy',
  'ownershipFundingInfo',
  'publishingPrinciples',
  'unnamedSourcesPolicy',
  'verificationFactCheckingPolicy',
] as const

export const Newsroom = z.object({
  name: z.string().trim().min(1).max(80),
  /** One sentence under the name on the front page. */
  tagline: z.string().max(200),
  /** The language of the front page and of what has no language of its own (BCP 47). */
  language: z
    .string()
    .max(35)
    .refine((tag) => languageTag(tag) !== undefined, 'Write a language tag such as en or ar.')
    .transform((tag) => languageTag(tag)!),
  /** IANA time zone in which readers see dates and archives are cut. */
  timezone: z
    .string()
    .refine((zone) => isTimezone(zone), 'Write an IANA time zone, for example Europe/Berlin.'),
  colours: z.object({ accent: colour, accentDark: colour }),
  /** A picture of the library, shown in place of the name. */
  logo: z.string().nullable(),
  /** A picture of the library, shown in tabs and on phones in place of the name's first letter. */
  icon: z.string().nullable().default(null),
  /** Links beside the categories: at the head of every page too, or only at its foot. */
  navigation: z
    .array(
      z.object({
        label: z.string().min(1).max(60),
        href: z.string().refine(isLinkAddress, 'Write a path such as /about or a web address.'),
        at: z.enum(['head', 'foot']).default('foot'),
      }),
    )
    .max(20),
  /** What stands under the articles of guests and under opinion, by language. */
  disclaimers: z.object({ guest: texts, opinion: texts }),
  /** One line at the foot of every page: who answers for this paper. */
  imprint: z.string().max(500),
  feeds: z
    .object({
      /** Whether feeds carry each article whole or its standfirst alone. */
      text: z.enum(['full', 'summary']).default('full'),
      /** The WebSub hub that is told of news at once; nobody is told without one. */
      hub: z
        .string()
        .max(500)
        .refine(isWebAddress, 'Write the hub’s web address, for example https://hub.example/.')
        // In the one spelling that may stand in a header.
        .transform((address) => new URL(address).href)
        .nullable()
        .default(null),
    })
    .prefault({}),
  /** Where readers and machines find what the newsroom holds itself to: a path or an address each. */
  policies: z
    .partialRecord(
      z.enum(policyNames),
      z.string().max(500).refine(isLinkAddress, 'Write a path such as /ethics or a web address.'),
    )
    .default({}),
  crawlers: z
    .object({
      /** Whether robots.txt asks those who collect text to train models to stay away. */
      training: z.enum(['welcome', 'refused']).default('welcome'),
    })
    .prefault({}),
})
export type Newsroom = z.infer<typeof Newsroom>
/** As somebody writes them: what has a usual value may be left out. */
export type NewsroomFields = z.input<typeof Newsroom>

function isTimezone(zone: string) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** What an empty newsroom is called until somebody names it. */
export const unnamed: Newsroom = {
  name: 'The Newsroom',
  tagline: '',
  language: 'en',
  timezone: 'UTC',
  colours: { accent: '#8c1d18', accentDark: '#f0a49b' },
  logo: null,
  icon: null,
  navigation: [],
  disclaimers: {
    guest: {
      und: 'The author is a guest contributor. The views expressed here are the author’s own and not necessarily those of the newsroom.',
    },
    opinion: {
      und: 'This is an opinion piece. It expresses the view of its author, not that of the newsroom.',
    },
  },
  imprint: '',
  feeds: { text: 'full', hub: null },
  policies: {},
  crawlers: { training: 'welcome' },
}

/** The text for a language, for its base language, or for any. */
export const textFor = (byLanguage: Record<string, string>, language: string) =>
  byLanguage[language] ?? byLanguage[language.split('-')[0]!] ?? byLanguage.und ?? ''
