import type { Db } from '../platform/database.ts'

/** Why something that was due did not go out. `code` names the field for those who say it in other words. */
export type Stopped = { why: string; code: string; at: string }

/** What says of an article that is ready how it came to be so. */
const steps = [
  'article.stopped',
  'article.moved',
  'article.scheduled',
  'article.published',
  'article.withheld',
] as const

/** Those of some articles whose time had come last and who could not go out then. */
export async function stoppedAmong(db: Db, ids: readonly string[]): Promise<Map<string, Stopped>> {
  if (ids.length === 0) return new Map()
  const events = await db
    .selectFrom('events')
    .select(['article_id', 'type', 'payload', 'happened'])
    .where('article_id', 'in', ids)
    .where('type', 'in', steps)
    .orderBy('id')
    .execute()
  const last = new Map(events.map((event) => [event.article_id!, event]))
  return new Map(
    [...last].flatMap(([id, { type, payload, happened }]) => {
      if (type !== 'article.stopped') return []
      const { why, field = '' } = JSON.parse(payload) as { why: string; field?: string }
      return [[id, { why, code: `articles/${field}`, at: happened }] as const]
    }),
  )
}
