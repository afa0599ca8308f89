import type { Db } from './database.ts'
import type { OutboxTables } from './outbox.ts'

/** What is looked for in what happened. `room` is the first part of an event's name: `article`, `staff` … */
export type Sought = {
  actor?: string | undefined
  articleId?: string | undefined
  room?: string | undefined
  /** A name of events that are left out. */
  but?: string
  /** The id of an event: what happened before it. */
  before?: string | undefined
}

export type Happened = Pick<
  OutboxTables['events'],
  'id' | 'type' | 'payload' | 'happened' | 'actor' | 'article_id'
>

/** What happened, newest first. */
export async function happened(
  db: Db,
  { actor, articleId, room, but, before }: Sought,
  most: number,
): Promise<Happened[]> {
  return await db
    .selectFrom('events')
    .select(['id', 'type', 'payload', 'happened', 'actor', 'article_id'])
    .$if(actor !== undefined, (query) => query.where('actor', '=', actor!))
    .$if(articleId !== undefined, (query) => query.where('article_id', '=', articleId!))
    // All names that begin with the room and a full stop, which is followed by a slash.
    .$if(room !== undefined, (query) =>
      query.where('type', '>=', `${room}.`).where('type', '<', `${room}/`),
    )
    .$if(but !== undefined, (query) => query.where('type', '!=', but!))
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}
