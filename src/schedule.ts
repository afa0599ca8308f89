import { isAnythingDue, publishDue } from './articles/publish.ts'
import { pruneChanges } from './platform/changes.ts'
import type { Database } from './platform/database.ts'
import type { Task } from './platform/worker.ts'

/** What happens by the clock. */
export const schedule = (
  { db, write }: Pick<Database, 'db' | 'write'>,
  now: () => Date,
): Task[] => [
  {
    name: 'publish what is due',
    everyMs: 1000,
    // Looking costs a read; a write, only when there is something to do.
    run: async () => {
      if (await isAnythingDue(db, now())) await write((tx) => publishDue(tx, now()))
    },
  },
  {
    name: 'forget old changes',
    everyMs: 3_600_000,
    run: () => write((tx) => pruneChanges(tx, now())),
  },
]
