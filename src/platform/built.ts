import type { Compilable, CompiledQuery } from 'kysely'
import { type Db, refuseReader } from './database.ts'

type Value = string | number
type Asked = Value | readonly Value[]

/** Stands in a query for a value that is not known yet. */
class Slot {
  readonly asked: number
  readonly at: number | undefined
  constructor(asked: number, at?: number) {
    this.asked = asked
    this.at = at
  }
  valueIn(asked: readonly Asked[]): unknown {
    const value = asked[this.asked] as Value & Value[]
    return this.at === undefined ? value : value[this.at]
  }
}

/** Lists of more values are seldom, and each length is a query of its own. */
const LONGEST = 40

/**
 * A query that is built once and asked again with other values: building one takes as long as SQLite takes to answer
 * it. `build` may do nothing with the values but put them into the query; a list must not be empty.
 */
export function built<Values extends readonly Asked[], Row>(
  build: (db: Db, ...asked: Values) => Compilable<Row>,
) {
  // A query of one database is no query of another: they do not speak the same SQL.
  const kept = new WeakMap<object, Map<string, CompiledQuery<Row>>>()

  const compiled = (db: Db, asked: Values): CompiledQuery<Row> => {
    const { adapter } = db.getExecutor()
    let shapes = kept.get(adapter)
    if (!shapes) {
      shapes = new Map()
      kept.set(adapter, shapes)
    }
    const shape = asked.map((one) => (isList(one) ? one.length : '')).join()
    let query = shapes.get(shape)
    if (!query) {
      const slots = asked.map((one, n) =>
        isList(one) ? one.map((_, at) => new Slot(n, at)) : new Slot(n),
      )
      query = build(db, ...(slots as unknown as Values)).compile()
      if (asked.every((one) => !isList(one) || one.length <= LONGEST)) shapes.set(shape, query)
    }
    const parameters = query.parameters.map((one) =>
      one instanceof Slot ? one.valueIn(asked) : one,
    )
    return { ...query, parameters }
  }

  return async (db: Db, ...asked: Values): Promise<Row[]> => {
    refuseReader(db)
    return (await db.executeQuery(compiled(db, asked))).rows
  }
}

const isList = (asked: Asked): asked is readonly Value[] => Array.isArray(asked)
