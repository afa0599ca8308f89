import { drawRenditions } from './media/jobs.ts'
import type { House } from './platform/http.ts'
import type { Subscribers } from './platform/outbox.ts'
import { compareAgain, compareAll } from './related/jobs.ts'
import { tellHub } from './syndication/websub.ts'

/** What a job can reach: the newsroom without its pages, which belong to those who answer readers. */
export type Workshop = Omit<House, 'pages'>

/** Who hears what. */
export const subscribers: Subscribers<Workshop> = {
  'article.published': { tellHub, compareAgain },
  'article.edited': { tellHub, compareAgain },
  'article.withheld': { tellHub, compareAgain },
  'articles.brought': { compareAll },
  'picture.added': { drawRenditions },
  'picture.replaced': { drawRenditions },
}
