import { type Kysely, sql } from 'kysely'
import { textIn } from './columns.ts'

type Body = { type?: string; attrs?: { picture?: unknown }; content?: Body[] }

/** Bodies in memory at a time. */
const AT_ONCE = 100
/** Rows in one statement. */
const IN_ONE = 500

/** What the desk knows of pictures, and where each stands (src/media/tables.ts). */
export async function up(db: Kysely<unknown>) {
  const text = textIn(db)
  const add = (column: string, type: typeof text | 'integer', usual: string | number) =>
    db.schema
      .alterTable('pictures')
      .addColumn(column, type, (c) => c.notNull().defaultTo(usual))
      .execute()
  await add('name', text, '')
  await add('terms', text, '')
  await add('version', 'integer', 1)
  for (const column of ['expires', 'expired', 'added_by'])
    await db.schema.alterTable('pictures').addColumn(column, text).execute()
  await db.schema
    .createIndex('pictures_expires')
    .on('pictures')
    .column('expires')
    .where('expired' as never, 'is', null)
    .execute()

  await db.schema
    .createTable('picture_uses')
    .addColumn('picture_id', text, (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('thing_id', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('picture_uses_key', ['picture_id', 'kind', 'thing_id'])
    .execute()
  await db.schema
    .createIndex('picture_uses_thing')
    .on('picture_uses')
    .columns(['kind', 'thing_id'])
    .execute()
  await noteUses(db)
}

/** Notes where the pictures stand of what is there already. */
export async function noteUses(db: Kysely<unknown>) {
  for (let after = ''; ; ) {
    const { rows } = await sql<{
      id: string
      lead: string | null
      social: string | null
      body: string
    }>`select id, lead_picture_id as lead, social_picture_id as social, body from articles
      where id > ${after} order by id limit ${AT_ONCE}`.execute(db)
    const uses = rows.flatMap(({ id, lead, social, body }) => {
      const all = [lead, social, ...picturesIn(JSON.parse(body) as Body)]
      return [...new Set(all)]
        .filter((picture) => picture !== null)
        .map((picture) => ({ id, picture }))
    })
    for (let at = 0; at < uses.length; at += IN_ONE) {
      const values = uses
        .slice(at, at + IN_ONE)
        .map(({ id, picture }) => sql`(${picture}, 'article', ${id})`)
      await sql`insert into picture_uses (picture_id, kind, thing_id) values ${sql.join(values)}`.execute(
        db,
      )
    }
    if (rows.length < AT_ONCE) break
    after = rows.at(-1)!.id
  }
  await sql`insert into picture_uses (picture_id, kind, thing_id)
    select picture_id, 'contributor', id from contributors where picture_id is not null`.execute(db)
}

const picturesIn = (node: Body): string[] => [
  ...(node.type === 'picture' ? [String(node.attrs?.picture)] : []),
  ...(node.content ?? []).flatMap(picturesIn),
]
