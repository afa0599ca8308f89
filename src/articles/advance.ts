import { type Tx, touch } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { colleagueById } from '../staff/colleagues.ts'
import { type Actor, lacking, may, mayPublish } from '../staff/permission.ts'
import type { ArticleStatus } from './article.ts'
import { manuscriptOf, openManuscript, reviseNow, tidyManuscript } from './manuscripts.ts'
import { prepare } from './publication.ts'
import { schedule } from './publish.ts'
import { canBeScheduled, isWay, lackedFor, mayAssign, type Step } from './workflow.ts'
import { load } from './write.ts'

/** What somebody saw before they acted. When it is so no more, they are told instead. */
type Seen<T> = { from: T }

/** Moves an article one step through the house, or back; off its schedule, too. */
export async function advance(
  tx: Tx,
  actor: Actor,
  id: string,
  { from, to }: Seen<ArticleStatus> & { to: Step },
  now: Date,
) {
  const { row } = await load(tx, id)
  const status = row.status as ArticleStatus
  const lacked = lackedFor(
    actor,
    { status, createdBy: row.created_by, assignedTo: row.assigned_to },
    to,
  )
  if (lacked) throw new Refusal('not-allowed', 'articles/status', lacking(actor, lacked))
  refuseStale(status, from)
  if (!isWay(status, to))
    throw new Refusal(
      'conflict',
      'articles/status',
      'From where this article stands it cannot be moved there. What readers have had is withheld, not moved.',
    )
  if (to === 'submitted') {
    await openManuscript(tx, id)
    await tidyManuscript(tx, id, now)
    await reviseNow(tx, id, await manuscriptOf(tx, id), 'submitted', now)
  }
  await change(tx, id, { status: to, scheduled: null }, now)
  await record(tx, 'article.moved', { articleId: id, from: status, to, by: actor.id }, now)
}

/** Puts an article into a colleague's hands, or into nobody's. */
export async function assign(
  tx: Tx,
  actor: Actor,
  id: string,
  { from, to }: Seen<string | null> & { to: string | null },
  now: Date,
) {
  const { row } = await load(tx, id)
  refuseAssigning(actor)
  refuseStale(row.assigned_to, from)
  const colleague = to === null ? null : await colleagueById(tx, to)
  if (colleague && (colleague.left !== null || !canWrite(colleague)))
    throw new Refusal(
      'invalid',
      'articles/assigned',
      `to: ${colleague.name} may not write articles here. Choose somebody who may.`,
    )
  await change(tx, id, { assigned_to: to }, now)
  await record(tx, 'article.assigned', { articleId: id, to, by: actor.id }, now)
}

const canWrite = (actor: Actor) => may(actor, 'articles.write') || may(actor, 'articles.edit')

/** Says by when an article should be ready, or that it need not be by any time. */
export async function setDue(
  tx: Tx,
  actor: Actor,
  id: string,
  { from, to }: Seen<string | null> & { to: string | null },
  now: Date,
) {
  const { row } = await load(tx, id)
  refuseAssigning(actor)
  refuseStale(row.due, from)
  await change(tx, id, { due: to }, now)
  await record(tx, 'article.due-set', { articleId: id, due: to, by: actor.id }, now)
}

/** Milliseconds: who schedules for later than this has mistaken the year. */
const FURTHEST_MS = 5 * 366 * 86_400_000

/** Has an article go out by itself at a time (ISO 8601): what its manuscript says then. */
export async function scheduleManuscript(
  tx: Tx,
  actor: Actor,
  id: string,
  { from, to }: Seen<string | null> & { to: string },
  now: Date,
) {
  const { row } = await load(tx, id)
  if (!mayPublish(actor))
    throw new Refusal('not-allowed', 'articles/schedule', lacking(actor, 'articles.publish'))
  refuseStale(row.scheduled, from)
  if (!canBeScheduled(row.status as ArticleStatus))
    throw new Refusal(
      'conflict',
      'articles/status',
      'Readers have had this article already. Publish its changes instead.',
    )
  const ahead = Date.parse(to) - now.getTime()
  if (ahead <= 0)
    throw new Refusal(
      'invalid',
      'articles/scheduled',
      'to: This time has passed. Choose a later one, or publish it now.',
    )
  if (ahead > FURTHEST_MS)
    throw new Refusal(
      'invalid',
      'articles/scheduled',
      'to: This is more than five years away. Choose an earlier time.',
    )
  await prepare(tx, id, now)
  await schedule(tx, id, new Date(to), now, actor.id)
}

function refuseAssigning(actor: Actor) {
  if (!mayAssign(actor))
    throw new Refusal('not-allowed', 'articles/assigned', lacking(actor, 'articles.edit'))
}

function refuseStale(is: string | null, seen: string | null) {
  if (is !== seen)
    throw new Refusal(
      'conflict',
      'articles/stale',
      'Somebody else has changed this meanwhile. Look at it again.',
    )
}

async function change(
  tx: Tx,
  id: string,
  values: { status?: string; scheduled?: null; assigned_to?: string | null; due?: string | null },
  now: Date,
) {
  await tx
    .updateTable('articles')
    .set((e) => ({ ...values, version: e('version', '+', 1), edited: now.toISOString() }))
    .where('id', '=', id)
    .execute()
  touch(tx, `article:${id}`)
}
