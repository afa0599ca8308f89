import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll } from 'vitest'

/** Real processes of the newsroom, started and ended by the tests that need them. */

const running = new Set<ChildProcess>()
// Also when a test fails half-way: none may outlive its file.
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

type Running = {
  child: ChildProcess
  out: () => string
  err: () => string
  /** The line of standard output that matches, once it is there. */
  says: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Resolves with the exit code, or null when a signal ended it. */
  ended: Promise<number | null>
}

function watch(child: ChildProcess): Running {
  running.add(child)
  let out = ''
  let err = ''
  child.stdout!.on('data', (chunk) => {
    out += chunk
  })
  child.stderr!.on('data', (chunk) => {
    err += chunk
  })
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  return {
    child,
    out: () => out,
    err: () => err,
    ended,
    says: async (pattern) => {
      for (let waited = 0; waited < 20_000; waited += 20) {
        const said = pattern.exec(out)
        if (said) return said
        if (child.exitCode !== null || child.signalCode !== null) break
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      throw new Error(`It never said ${pattern}. It said:\n${out}\n${err}`)
    },
  }
}

const clean = (environment: Record<string, string>) => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  NODE_NO_WARNINGS: '1',
  ...environment,
})

/** A TypeScript program of the tests. */
export const program = (file: string, args: string[], environment: Record<string, string> = {}) =>
  watch(spawn(process.execPath, [`test/programs/${file}`, ...args], { env: clean(environment) }))

/** The operator's command, as it is built here or elsewhere. */
export const dateline = (
  args: string[],
  environment: Record<string, string>,
  built = 'dist/dateline.js',
) =>
  watch(
    spawn(process.execPath, [built, ...args], {
      env: clean({
        PORT: '0',
        METRICS_PORT: 'off',
        LOG_LEVEL: 'warn',
        DEMO: 'off',
        ...environment,
      }),
    }),
  )

/** A newsroom that answers at `address`. */
export async function startNewsroom(
  environment: Record<string, string>,
  role = 'start',
  built?: string,
) {
  const newsroom = dateline([role], environment, built)
  const [, address] = await newsroom.says(/^Dateline is open at (\S+)$/m)
  return {
    ...newsroom,
    address: address!,
    stop: async () => {
      newsroom.child.kill('SIGTERM')
      return await newsroom.ended
    },
    kill: async () => {
      newsroom.child.kill('SIGKILL')
      await newsroom.ended
    },
  }
}

/** Waits until what is asked becomes true; throws with the last answer when it does not. */
export async function eventually<T>(
  ask: () => Promise<T>,
  good: (answer: T) => boolean,
  ms = 20_000,
): Promise<T> {
  const until = Date.now() + ms
  for (;;) {
    const answer = await ask()
    if (good(answer)) return answer
    if (Date.now() > until)
      throw new Error(`Still ${JSON.stringify(answer)?.slice(0, 300)} after ${ms} ms`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
