import type { IncomingMessage } from 'node:http'
import type { Database } from '../platform/database.ts'
import type { Logger } from '../platform/log.ts'
import { ReadCounter } from './counter.ts'
import { networks } from './network.ts'
import { addReads, hourOf } from './readership.ts'

/** Milliseconds between writes: what a killed process loses at most. */
const WRITE_MS = 5_000

type CountingOptions = {
  write: Database['write']
  isTrustedProxy: (address: string) => boolean
  log: Logger
  now: () => Date
}

/** Counts what this node's readers open, and writes it down every few seconds. `stop` writes the rest. */
export function startCounting({ write, isTrustedProxy, log, now }: CountingOptions) {
  const counter = new ReadCounter()
  const networkOf = networks(isTrustedProxy)
  let writing: Promise<void> | undefined

  const writeDown = async () => {
    const hour = hourOf(now())
    const counts = counter.take(hour)
    if (counts.size === 0) return
    try {
      await write((tx) => addReads(tx, counts, hour))
    } catch (error) {
      counter.giveBack(counts)
      log.warn({ err: error }, 'could not write down what was read; tries again')
    }
  }
  const turn = () => {
    writing ??= writeDown().finally(() => {
      writing = undefined
    })
    return writing
  }
  const timer = setInterval(turn, WRITE_MS)
  timer.unref()
  return {
    read: (page: string, request: IncomingMessage) =>
      counter.read(page, request.headers, networkOf(request)),
    counted: () => counter.counted,
    stop: async () => {
      clearInterval(timer)
      await writing
      await turn()
    },
  }
}
