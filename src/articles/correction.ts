import { z } from 'zod'

/**
 * What a change of a published article is. An update tells more than was known; a correction puts right what was
 * wrong; a clarification says better what could be misunderstood.
 */
export const correctionKinds = ['update', 'correction', 'clarification'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/** Characters of a note. */
export const LONGEST_NOTE = 2000

/** What an editor says of a change that readers will see. */
export const Amendment = z.object({
  kind: z.enum(correctionKinds),
  /** For readers, in the language of the article. Only an update may do without. */
  note: z.string().trim().max(LONGEST_NOTE),
  /** Whether the wording until now is kept from readers, because the law or somebody's safety asks for it. */
  closes: z.boolean(),
  /** Whether the note is the one that the change itself suggests. It is refused once the change is another. */
  suggested: z.boolean(),
})
export type Amendment = z.output<typeof Amendment>

/** A note to readers about a change. */
export type Correction = {
  id: string
  kind: CorrectionKind
  note: string
  /** ISO 8601 UTC. */
  made: string
}

/** Whether a change may stand without a word about it. */
export const mayBeSilent = (kind: CorrectionKind) => kind === 'update'
