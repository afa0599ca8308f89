import { z } from 'zod'
import { languageTag } from '../platform/language.ts'
import { EmailAddress } from '../staff/colleague.ts'

/** What a guest can be asked for. That it is a guest's, the byline says. */
export const commissionKinds = ['opinion', 'analysis', 'feature', 'interview', 'explainer'] as const

/** Days that a link can be used for when it is made or renewed. */
export const LASTS_DAYS = 30

/** What an editor says of a commission. */
export const CommissionFields = z.object({
  title: z.string().trim().min(1, 'Say in a few words what the guest is to write.').max(300),
  brief: z.string().trim().max(5000).default(''),
  name: z.string().trim().min(1, 'Write the guest’s name.').max(120),
  email: EmailAddress,
  language: z
    .string()
    .refine((tag) => languageTag(tag) !== undefined, 'Write a language tag such as en or ar.')
    .transform((tag) => languageTag(tag)!),
  kind: z.enum(commissionKinds).default('opinion'),
  categoryId: z.string().max(100).nullable().default(null),
  due: z.iso.date('Write the date as 2026-12-24.').nullable().default(null),
  /** Who of the newsroom's guests this is, or null for somebody new; left out, the e-mail address tells. */
  contributorId: z.string().max(100).nullable().optional(),
  agreement: z.string().trim().min(1, 'Write what the guest agrees to.').max(5000).optional(),
})
export type CommissionFields = z.input<typeof CommissionFields>

/** What a guest writes. The bounds keep what is stored and converted small. */
export const GuestDraft = z.object({
  headline: z.string().trim().max(300, 'Write at most 300 characters.'),
  text: z.string().max(200_000, 'Write at most 200,000 characters.'),
  biography: z.string().trim().max(2000, 'Write at most 2,000 characters.'),
  disclosures: z.string().trim().max(2000, 'Write at most 2,000 characters.'),
})
export type GuestDraft = z.infer<typeof GuestDraft>

export type CommissionState = 'open' | 'submitted' | 'published' | 'expired' | 'revoked'

/** How a commission stands at a time (ISO 8601 UTC). */
export function stateOf(
  row: { revoked: string | null; submitted: string | null; expires: string },
  articleStatus: string | null,
  now: string,
): CommissionState {
  if (articleStatus === 'published') return 'published'
  if (row.submitted) return 'submitted'
  if (row.revoked) return 'revoked'
  return row.expires <= now ? 'expired' : 'open'
}
