import { type Actor, type Authored, may, mayPublish, type Permission } from '../staff/permission.ts'
import type { ArticleStatus } from './article.ts'

/** How an article goes through the house. What readers have, and when, is decided by publication, schedule and withholding. */

/** Where somebody may put an article by hand. */
export const steps = ['draft', 'submitted', 'in_edit', 'ready'] as const
export type Step = (typeof steps)[number]

/** From each status the steps it may take: what readers have had never becomes a draft again. */
const ways: Record<ArticleStatus, readonly Step[]> = {
  draft: ['submitted', 'in_edit', 'ready'],
  submitted: ['draft', 'in_edit', 'ready'],
  in_edit: ['draft', 'submitted', 'ready'],
  ready: ['draft', 'in_edit'],
  scheduled: ['draft', 'in_edit', 'ready'],
  published: [],
  withheld: [],
}

export const isWay = (from: ArticleStatus, to: Step) => ways[from].includes(to)

/** Whether an article can be given a time at which it goes out by itself. */
export const canBeScheduled = (status: ArticleStatus) =>
  status !== 'published' && status !== 'withheld'

/** What somebody lacks to move an article, if anything: a reporter hands in what is theirs, and takes it back. */
export function lackedFor(actor: Actor, article: Authored, to: Step): Permission | undefined {
  if (article.status === 'scheduled' && !mayPublish(actor)) return 'articles.publish'
  if (may(actor, 'articles.edit')) return undefined
  const between = [article.status, to]
  const handsIn = between.includes('draft') && between.includes('submitted')
  return handsIn && isOwn(actor, article) ? undefined : 'articles.edit'
}

const isOwn = (actor: Actor, { createdBy, assignedTo }: Authored) =>
  may(actor, 'articles.write') && [createdBy, assignedTo].includes(actor.id)

/** The steps somebody may take with an article now. */
export const stepsFor = (actor: Actor, article: Authored & { status: ArticleStatus }): Step[] =>
  ways[article.status].filter((to) => lackedFor(actor, article, to) === undefined)

/** Whether somebody may say who has an article in hand, and by when it should be ready. */
export const mayAssign = (actor: Actor) => may(actor, 'articles.edit')
