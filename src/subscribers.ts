import { drawRenditions } from './media/jobs.ts'
import type { House } from './platform/http.ts'
import type { Subscribers } from './platform/outbox.ts'
import { compareAgain, compareAll } from './related/jobs.ts'

/** What a job can reach: the newsroom without its pages, which belong to those who answer readers. */
export type Workshop = Omit<House, 'pages'>

/** Who hears what. */
export const subscribers: Subscribers<Workshop> = {
  'picture.added': { drawRenditions },
  'picture.replaced': { drawRenditions },
  'article.published': { compareAgain },
  'article.edited': { compareAgain },
  'article.withheld': { compareAgain },
  'articles.brought': { compareAll },
}
