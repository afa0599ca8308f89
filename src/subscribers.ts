import { drawRenditions } from './media/jobs.ts'
import type { House } from './platform/http.ts'
import type { Mail } from './platform/mail.ts'
import type { Subscribers } from './platform/outbox.ts'
import { sendInvitation, sendSignIn } from './staff/jobs.ts'

/** What a job can reach: the newsroom without its pages, which belong to those who answer readers. */
export type Workshop = Omit<House, 'pages'> & { mail: Mail }

/** Who hears what. */
export const subscribers: Subscribers<Workshop> = {
  'picture.added': { drawRenditions },
  'picture.replaced': { drawRenditions },
  'staff.invited': { sendInvitation },
  'staff.sign-in-asked': { sendSignIn },
}
