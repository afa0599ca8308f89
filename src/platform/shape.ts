import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { openDatabase } from './database.ts'
import { sqlite } from './sqlite.ts'

export type Column = {
  name: string
  type: 'text' | 'integer' | 'real'
  nullable: boolean
  /** Whether a row may leave it out. */
  optional: boolean
}

export type Table = {
  columns: Column[]
  /** The columns of the primary key, in its order. */
  key: string[]
  /** Which table a column refers to. */
  references: Map<string, string>
}

/** The tables that migrations make, by name. */
export type Shape = Map<string, Table>

/**
 * Makes the tables in a database in memory and looks at them: what rows must be like, on either database and without
 * a newsroom.
 */
export async function shapeOf(migrations: Record<string, Migration>): Promise<Shape> {
  const database = openDatabase(sqlite(':memory:'))
  try {
    await database.migrate(migrations)
    return await database.write(async (tx) => {
      const { rows: tables } = await sql<{ name: string; type: string }>`pragma table_list`.execute(
        tx,
      )
      const shape: Shape = new Map()
      for (const { name, type } of tables) {
        // Full-text indexes keep shadow tables of their own.
        if (type === 'shadow' || name.startsWith('sqlite_')) continue
        const { rows: columns } = await sql<{
          name: string
          type: string
          notnull: number
          dflt_value: string | null
          pk: number
        }>`select * from pragma_table_info(${name})`.execute(tx)
        const { rows: keys } = await sql<{
          from: string
          table: string
        }>`select "from", "table" from pragma_foreign_key_list(${name})`.execute(tx)
        shape.set(name, {
          columns: columns.map((column) => ({
            name: column.name,
            type: typeIn(column.type),
            nullable: column.notnull === 0 && column.pk === 0,
            optional: (column.notnull === 0 && column.pk === 0) || column.dflt_value !== null,
          })),
          key: columns
            .filter((column) => column.pk > 0)
            .sort((a, b) => a.pk - b.pk)
            .map((column) => column.name),
          references: new Map(keys.map((key) => [key.from, key.table])),
        })
      }
      return shape
    })
  } finally {
    await database.close()
  }
}

function typeIn(declared: string): Column['type'] {
  const type = declared.toLowerCase()
  if (type.includes('int')) return 'integer'
  return type === 'real' ? 'real' : 'text'
}
