import { type Db, type Tx, touch } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { type Actor, lacking, mayEdit } from '../staff/permission.ts'
import type { Anchor } from './anchor.ts'
import { keepMentions, mentionsIn } from './mentions.ts'
import { load } from './write.ts'

/** Notes in the margin of a manuscript: for those who work on it. Nothing that readers have is made of them. */

type Named = { id: string; name: string }
export type Words = { id: string; text: string; said: string; by: Named; mentions: Named[] }
export type Note = {
  id: string
  anchor: Anchor | null
  quote: string
  resolved: { when: string; by: string } | null
  words: Words[]
}

/** What somebody writes: under an id of their own, so that it can be sent twice. */
export type Writing = { text: string; mentions: readonly string[] }

/** Bounds of what one article's margin holds. */
const MOST_NOTES = 500
const MOST_WORDS = 200

/** The touch that says that the notes of an article have changed. */
const marginKey = (articleId: string) => `margin:${articleId}`

/** The article whose notes a touch speaks of, if it does. */
export const marginIn = (key: string) => /^margin:(.+)$/.exec(key)?.[1]

/** The notes on an article, oldest first, each with what is said in it. */
export async function notesOn(db: Db, articleId: string): Promise<Note[]> {
  const notes = await db
    .selectFrom('margin_notes')
    .leftJoin('colleagues', 'colleagues.id', 'resolved_by')
    .select(['margin_notes.id', 'anchor', 'quote', 'resolved', 'name'])
    .where('article_id', '=', articleId)
    .orderBy('made')
    .orderBy('margin_notes.id')
    .execute()
  const said = await db
    .selectFrom('margin_words')
    .innerJoin('margin_notes', 'margin_notes.id', 'note_id')
    .innerJoin('colleagues', 'colleagues.id', 'said_by')
    .select(['margin_words.id', 'note_id', 'text', 'said', 'said_by', 'name'])
    .where('article_id', '=', articleId)
    .orderBy('said')
    .orderBy('margin_words.id')
    .execute()
  const mentions = await mentionsIn(db, articleId)
  const words = Map.groupBy(said, (row) => row.note_id)
  return notes.map(({ id, anchor, quote, resolved, name }) => ({
    id,
    anchor: anchor === null ? null : (JSON.parse(anchor) as Anchor),
    quote,
    resolved: resolved === null ? null : { when: resolved, by: name ?? '' },
    words: (words.get(id) ?? []).map((row) => ({
      id: row.id,
      text: row.text,
      said: row.said,
      by: { id: row.said_by, name: row.name },
      mentions: mentions.get(row.id) ?? [],
    })),
  }))
}

/** Puts a note into the margin. Harmless when it is there already. */
export async function writeNote(
  tx: Tx,
  actor: Actor,
  articleId: string,
  { id, anchor, quote, ...writing }: Writing & { id: string; anchor: Anchor | null; quote: string },
  now: Date,
) {
  await refuseReader(tx, actor, articleId)
  if (await isSaid(tx, actor, id)) return
  const { count } = await tx
    .selectFrom('margin_notes')
    .select((e) => e.fn.countAll().as('count'))
    .where('article_id', '=', articleId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_NOTES)
    throw new Refusal('invalid', 'notes/many', `There are ${MOST_NOTES} notes on this article.`)
  await tx
    .insertInto('margin_notes')
    .values({
      id,
      article_id: articleId,
      anchor: anchor && JSON.stringify(anchor),
      quote,
      made: now.toISOString(),
      resolved: null,
      resolved_by: null,
    })
    .execute()
  await say(tx, actor, { articleId, noteId: id, id, ...writing }, now)
}

/** Answers a note. One that was resolved meanwhile is open again, so that nobody answers unheard. */
export async function answerNote(
  tx: Tx,
  actor: Actor,
  articleId: string,
  { noteId, id, ...writing }: Writing & { noteId: string; id: string },
  now: Date,
) {
  await refuseReader(tx, actor, articleId)
  const note = await noteOf(tx, articleId, noteId)
  if (await isSaid(tx, actor, id)) return
  if ((await countWords(tx, noteId)) >= MOST_WORDS)
    throw new Refusal('invalid', 'notes/many', `There are ${MOST_WORDS} answers to this note.`)
  if (note.resolved !== null) await reopen(tx, actor, articleId, noteId, now)
  await say(tx, actor, { articleId, noteId, id, ...writing }, now)
}

/** Resolves a note, or opens it again. `seen` is how many have spoken in it, as far as the actor saw. */
export async function resolveNote(
  tx: Tx,
  actor: Actor,
  articleId: string,
  { noteId, to, seen }: { noteId: string; to: boolean; seen: number },
  now: Date,
) {
  await refuseReader(tx, actor, articleId)
  const note = await noteOf(tx, articleId, noteId)
  if (to === (note.resolved !== null)) return
  if (!to) {
    await reopen(tx, actor, articleId, noteId, now)
    return
  }
  if ((await countWords(tx, noteId)) !== seen)
    throw new Refusal('conflict', 'notes/stale', 'Somebody has answered meanwhile. Read it first.')
  await tx
    .updateTable('margin_notes')
    .set({ resolved: now.toISOString(), resolved_by: actor.id })
    .where('id', '=', noteId)
    .execute()
  await record(tx, 'note.resolved', { articleId, noteId, by: actor.id }, now)
  touch(tx, marginKey(articleId))
}

/** Says where the words of a note stand now, where writing has moved them to another place. */
export async function moveNote(
  tx: Tx,
  actor: Actor,
  articleId: string,
  { noteId, anchor }: { noteId: string; anchor: Anchor },
) {
  await refuseReader(tx, actor, articleId)
  await noteOf(tx, articleId, noteId)
  await tx
    .updateTable('margin_notes')
    .set({ anchor: JSON.stringify(anchor) })
    .where('id', '=', noteId)
    .execute()
  touch(tx, marginKey(articleId))
}

async function say(
  tx: Tx,
  actor: Actor,
  words: Writing & { articleId: string; noteId: string; id: string },
  now: Date,
) {
  const { articleId, noteId, id, text } = words
  await tx
    .insertInto('margin_words')
    .values({ id, note_id: noteId, text, said: now.toISOString(), said_by: actor.id })
    .execute()
  await keepMentions(tx, actor, id, words.mentions)
  await record(tx, 'note.written', { articleId, noteId, wordsId: id, by: actor.id }, now)
  touch(tx, marginKey(articleId))
}

async function reopen(tx: Tx, actor: Actor, articleId: string, noteId: string, now: Date) {
  await tx
    .updateTable('margin_notes')
    .set({ resolved: null, resolved_by: null })
    .where('id', '=', noteId)
    .execute()
  await record(tx, 'note.reopened', { articleId, noteId, by: actor.id }, now)
  touch(tx, marginKey(articleId))
}

/** Notes are for those who may write where they stand. */
async function refuseReader(tx: Tx, actor: Actor, articleId: string) {
  const { row } = await load(tx, articleId)
  const { status, created_by: createdBy, assigned_to: assignedTo } = row
  if (!mayEdit(actor, { status, createdBy, assignedTo }))
    throw new Refusal('not-allowed', 'notes/write', lacking(actor, 'articles.edit'))
}

async function noteOf(tx: Tx, articleId: string, noteId: string) {
  const row = await tx
    .selectFrom('margin_notes')
    .select('resolved')
    .where('article_id', '=', articleId)
    .where('id', '=', noteId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'notes/unknown', 'There is no such note.')
  return row
}

/** Whether somebody has said this already; what another said under this id is not theirs to say. */
async function isSaid(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('margin_words')
    .select('said_by')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row && row.said_by !== actor.id)
    throw new Refusal('conflict', 'notes/id', 'There is another note of this id.')
  return row !== undefined
}

async function countWords(tx: Tx, noteId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('margin_words')
    .select((e) => e.fn.countAll().as('count'))
    .where('note_id', '=', noteId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
