import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, DialogTrigger } from 'react-aria-components'
import './articles.css'
import { canBeScheduled, mayAssign, type Step, steps } from '../../articles/workflow.ts'
import { instantAt, wallTime } from '../../platform/zone.ts'
import { mayPublish } from '../../staff/permission.ts'
import { api, said } from '../client.ts'
import { useMe } from '../frame.tsx'
import { DialogHead } from '../parts/dialog.tsx'
import { Choose, Line, Wrong } from '../parts/fields.tsx'
import { useDoing } from '../parts/form.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { moment, t } from '../texts.ts'
import type { Item } from './item.ts'
import { changed, stepName, targetsFor, useMove } from './moving.tsx'
import { When } from './when.tsx'

/** Where an article stands in the house, whose it is, by when, and what may be done about it. */
export function Status({ articleId, stored }: { articleId: string; stored: () => Promise<void> }) {
  const me = useMe().data
  const [isOpen, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['articles', 'one', articleId],
    queryFn: () => said(api.articles[':id'].$get({ param: { id: articleId } })),
    refetchInterval: 15_000,
  })
  const article = found.data
  if (!me || !article) return null
  const timezone = me.newsroom.timezone
  const status = t(`status.${article.status}`)
  const out = article.status === 'scheduled' && article.scheduled
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="standing" aria-label={t('stand.of', { status })}>
        <span className={`status-mark ${article.status}`}>{status}</span>
        <span aria-hidden="true" className="caret" />
      </Button>
      {out && <time dateTime={out}>{moment(out, timezone)}</time>}
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} className="stand">
        {(close) => (
          <>
            <DialogHead>{t('stand.title')}</DialogHead>
            <Steps article={article} stored={stored} />
            <Hands article={article} timezone={timezone} />
            {mayPublish(me.colleague) && canBeScheduled(article.status) && (
              <When
                key={article.scheduled}
                article={article}
                timezone={timezone}
                stored={stored}
                onDone={close}
              />
            )}
          </>
        )}
      </Sheet>
    </DialogTrigger>
  )
}

const isStep = (to: string): to is Step => (steps as readonly string[]).includes(to)

function Steps({ article, stored }: { article: Item; stored: () => Promise<void> }) {
  const me = useMe().data!.colleague
  const move = useMove(true, stored)
  const targets = targetsFor(me, article).filter(isStep)
  if (targets.length === 0) return null
  return (
    <>
      <div className="steps">
        {targets.map((to) => (
          <Button
            key={to}
            className="button light"
            isDisabled={move.isPending}
            onPress={() => move.mutate({ article, to })}
          >
            {stepName(article, to)}
          </Button>
        ))}
      </div>
      <Wrong error={move.error} />
    </>
  )
}

/** Who has it in hand, and by when it should be ready. */
function Hands({ article, timezone }: { article: Item; timezone: string }) {
  const { id, assignedTo, due } = article
  const me = useMe().data!.colleague
  const writers = useQuery({ queryKey: ['writers'], queryFn: () => said(api.writers.$get()) })
  const wall = due ? wallTime(new Date(due), timezone) : ''
  const [typed, setTyped] = useState(wall)
  const assign = useDoing(
    (to: string | null) =>
      api.articles[':id'].assignment.$put({
        param: { id },
        json: { from: assignedTo?.id ?? null, to },
      }),
    {
      changes: changed,
      done: (to) => {
        const name = writers.data?.find((one) => one.id === to)?.name
        return name ? t('stand.assigned', { name }) : t('stand.nobody')
      },
    },
  )
  const setDue = useDoing(
    (to: string | null) => api.articles[':id'].due.$put({ param: { id }, json: { from: due, to } }),
    { changes: changed, done: t('stand.due.set') },
  )
  if (!mayAssign(me))
    return (
      <p className="soft">
        {t('stand.hand')}: <bdi>{assignedTo?.name ?? t('articles.nobody')}</bdi>
        {due && ` · ${t('stand.due')}: ${moment(due, timezone)}`}
      </p>
    )
  const keep = () => {
    const instant = typed ? instantAt(typed, timezone)?.toISOString() : null
    if (instant !== undefined && instant !== due) setDue.mutate(instant)
  }
  const gone = assignedTo && !writers.data?.some((one) => one.id === assignedTo.id)
  return (
    <>
      <Choose
        label={t('stand.hand')}
        value={assignedTo?.id ?? ''}
        choices={[
          { id: '', name: t('articles.nobody') },
          ...(gone ? [assignedTo] : []),
          ...(writers.data ?? []),
        ]}
        onChange={(to) => assign.mutate(to || null)}
      />
      <Line
        label={t('stand.due')}
        type="datetime-local"
        value={typed}
        onChange={setTyped}
        onBlur={keep}
      />
      <Wrong error={assign.error ?? setDue.error} />
    </>
  )
}
