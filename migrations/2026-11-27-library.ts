import { type Kysely, sql } from 'kysely'
import { textIn } from './columns.ts'

type Body = { type?: string; attrs?: { picture?: unknown }; content?: Body[] }

/** Bodies in memory at a time. */
const AT_ONCE = 100

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

async function noteUses(db: Kysely<unknown>) {
  const note = async (kind: string, thing: string, pictures: Iterable<string>) => {
    for (const picture of new Set(pictures))
      await sql`insert into picture_uses (picture_id, kind, thing_id) values (${picture}, ${kind}, ${thing})`.execute(
        db,
      )
  }
  for (let after = ''; ; ) {
    const { rows } = await sql<{
      id: string
      lead: string | null
      social: string | null
      body: string
    }>`select id, lead_picture_id as lead, social_picture_id as social, body from articles
      where id > ${after} order by id limit ${AT_ONCE}`.execute(db)
    for (const { id, lead, social, body } of rows)
      await note('article', id, [
        ...(lead ? [lead] : []),
        ...(social ? [social] : []),
        ...picturesIn(JSON.parse(body) as Body),
      ])
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
