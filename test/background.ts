import { claim, dispatch, finish } from '../src/platform/outbox.ts'
import { catchingUp } from '../src/related/catch-up.ts'
import { nextStep } from '../src/related/waiting.ts'
import { readWaiting } from '../src/search/waiting.ts'
import { subscribers } from '../src/subscribers.ts'
import type { TestNewsroom } from './newsroom.ts'

// Renditions are drawn when they are asked for, too, and take their time.
const { 'picture.added': _, 'picture.replaced': __, ...heard } = subscribers

// Letters are looked at where they are written.
const mail = { send: async () => {}, close: () => {} }

/** Does what follows from all that has happened, as the worker does, until nothing is left to do. */
export async function afterwards(n: TestNewsroom) {
  while (await n.write((tx) => dispatch(tx, n.kind, heard, n.now())));
  for (;;) {
    const jobs = await n.write((tx) => claim(tx, n.kind, n.now(), 10))
    if (jobs.length === 0) break
    for (const job of jobs) {
      const [type, name] = job.handler.split(' ') as [keyof typeof heard, string]
      const handler = (heard[type] as Record<string, (...all: never[]) => Promise<void>>)[name]!
      await handler({ ...n, mail } as never, JSON.parse(job.payload) as never)
      await n.write((tx) => finish(tx, job.id))
    }
  }
  const compare = catchingUp(n, n.now)
  while (await nextStep(n.db, n.now())) await compare()
  await readWaiting(n)
}
