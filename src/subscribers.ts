import { tellMentioned } from './articles/jobs.ts'
import { inviteGuest, tellGuest } from './commissions/jobs.ts'
import { drawRenditions, removeFiles } from './media/jobs.ts'
import type { House } from './platform/http.ts'
import type { Mail } from './platform/mail.ts'
import type { Subscribers } from './platform/outbox.ts'
import { compareAgain, compareAll } from './related/jobs.ts'
import { readAgain, readLater, renameContributor, renameTag } from './search/jobs.ts'
import { sendInvitation, sendSignIn } from './staff/jobs.ts'
import { tellHub } from './syndication/websub.ts'

/** What a job can reach: the newsroom without its pages, which belong to those who answer readers. */
export type Workshop = Omit<House, 'pages'> & { mail: Mail }

/** Who hears what. */
export const subscribers: Subscribers<Workshop> = {
  'article.published': { tellHub, readAgain, compareAgain, tellGuest },
  'article.edited': { tellHub, readAgain, compareAgain },
  'article.withheld': { tellHub, readAgain, compareAgain },
  'articles.brought': { readLater, compareAll },
  'commission.made': { inviteGuest },
  'commission.renewed': { inviteGuest },
  'contributor.edited': { renameContributor },
  'contributor.merged': { renameContributor },
  'note.written': { tellMentioned },
  'picture.added': { drawRenditions },
  'picture.removed': { removeFiles },
  'picture.replaced': { drawRenditions },
  'staff.invited': { sendInvitation },
  'staff.sign-in-asked': { sendSignIn },
  'tag.edited': { renameTag },
}

/** What draws pictures or waits for other sites: one after the other, while everything else goes on beside it. */
const slowOnes = new Set<unknown>([drawRenditions, tellHub])

/** The names under which jobs of these wait. */
export const slow = Object.entries(subscribers).flatMap(([type, all]) =>
  Object.entries(all).flatMap(([name, handler]) =>
    slowOnes.has(handler) ? [`${type} ${name}`] : [],
  ),
)
