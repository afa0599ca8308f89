import { isAnythingDue, publishDue } from './articles/publish.ts'
import { pruneChanges } from './platform/changes.ts'
import type { Database } from './platform/database.ts'
import { pruneLimits } from './platform/limits.ts'
import type { Task } from './platform/worker.ts'
import { pruneChallenges } from './staff/passkeys.ts'
import { pruneSessions } from './staff/sessions.ts'
import { pruneAttempts } from './staff/sign-in.ts'

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
  {
    name: 'forget old sign-ins',
    everyMs: 3_600_000,
    run: () =>
      write(async (tx) => {
        await pruneAttempts(tx, now())
        await pruneChallenges(tx, now())
        await pruneSessions(tx, now())
        await pruneLimits(tx, now())
      }),
  },
]
