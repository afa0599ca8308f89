import { type ArticleStatus, articleStatuses } from '../../articles/article.ts'
import { canBeScheduled, type Step, stepsFor } from '../../articles/workflow.ts'
import { mayPublish } from '../../staff/permission.ts'
import { api, type Colleague } from '../client.ts'
import { useDoing } from '../parts/form.tsx'
import { t } from '../texts.ts'
import type { Item } from './item.ts'

/** Where somebody may take an article: by a step, onto the schedule, or to the readers. */
export function targetsFor(colleague: Colleague, article: Item): ArticleStatus[] {
  const { status, createdBy, assignedTo } = article
  const authored = { status, createdBy: createdBy?.id ?? null, assignedTo: assignedTo?.id ?? null }
  return [
    ...stepsFor(colleague, authored),
    ...(mayPublish(colleague) && canBeScheduled(status)
      ? (['scheduled', 'published'] as const)
      : []),
  ]
}

/** What a step is called from where the article stands. */
export function stepName(article: Pick<Item, 'status'>, to: ArticleStatus) {
  const isBack = articleStatuses.indexOf(to) < articleStatuses.indexOf(article.status)
  if (article.status === 'scheduled' && to === 'ready') return t('stand.ready.unschedule')
  if (isBack && to === 'in_edit') return t('stand.in_edit.back')
  if (isBack && to === 'submitted') return t('stand.submitted.back')
  if (to === 'withheld') return t('status.withheld')
  return t(`step.${to}`)
}

/** What changes on the screens when an article has moved. */
export const changed = ['articles', 'manuscript']

/** `isOpen`: the article is what the screen shows; elsewhere the notice names it. `stored`: what was written on it goes first. */
export const useMove = (isOpen = false, stored?: () => Promise<void>) =>
  useDoing(
    async ({ article, to }: { article: Item; to: Step }) => {
      await stored?.()
      await api.articles[':id'].status.$put({
        param: { id: article.id },
        json: { from: article.status, to },
      })
    },
    {
      changes: changed,
      done: ({ article, to }) =>
        isOpen
          ? t('stand.moved', { status: t(`status.${to}`) })
          : t('board.moved', { headline: article.headline, status: t(`status.${to}`) }),
    },
  )
