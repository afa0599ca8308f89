import { publishDue } from './articles/due.ts'
import { expireDue, isAnyPictureOver } from './media/expiry.ts'
import { pruneChanges } from './platform/changes.ts'
import type { House } from './platform/http.ts'
import { pruneLimits } from './platform/limits.ts'
import type { Task } from './platform/worker.ts'
import { rankAnew } from './readership/ranking.ts'
import { foldOldest } from './readership/readership.ts'
import { catchingUp } from './related/catch-up.ts'
import { readWaiting } from './search/waiting.ts'
import { pruneChallenges } from './staff/passkeys.ts'
import { pruneSessions } from './staff/sessions.ts'
import { pruneAttempts } from './staff/sign-in.ts'
import { bringArrival } from './transfer/bring-arrival.ts'

/** What happens by the clock. */
export const schedule = (
  workshop: Pick<House, 'db' | 'write' | 'kind' | 'files' | 'log' | 'dataFolder' | 'siteUrl'>,
  now: () => Date,
): Task[] => {
  const { db, write, kind } = workshop
  return [
    {
      name: 'publish what is due',
      everyMs: 1000,
      run: async () => void (await publishDue({ db, write }, now())),
    },
    {
      name: 'take expired pictures off every page',
      everyMs: 5000,
      run: async () => {
        while (await isAnyPictureOver(db, now())) await write((tx) => expireDue(tx, now()))
      },
    },
    {
      name: 'compare articles',
      everyMs: 0,
      run: catchingUp({ db, write, kind }, now),
    },
    {
      name: 'rank the most read',
      everyMs: 120_000,
      run: () => rankAnew({ db, write }, now()),
    },
    {
      name: 'fold old reads',
      everyMs: 600_000,
      run: async () => {
        while (await write((tx) => foldOldest(tx, now())));
      },
    },
    {
      name: 'read articles into the index',
      everyMs: 0,
      run: () => readWaiting({ db, write, kind }),
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
    {
      name: 'bring in a site',
      everyMs: 1000,
      run: (stopping) => bringArrival(workshop, now, stopping),
    },
  ]
}
