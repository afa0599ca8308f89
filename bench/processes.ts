import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { pinned } from './machine.ts'

/** A process that was started to be measured. */
export type Running = {
  child: ChildProcess
  pid: number
  /** Where it answers. */
  address: string
  /** Milliseconds from its start to the line that said so. */
  startedMs: number
  stop: () => Promise<void>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a command; `core` pins it. Its errors are shown only when it fails. */
export function start(
  command: string[],
  environment: Record<string, string> = {},
  core?: number,
): { child: ChildProcess; said: () => string; ended: Promise<number | null> } {
  const [file, ...args] = core === undefined ? command : pinned(core, command)
  const child = spawn(file!, args, {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    complained = (complained + chunk).slice(-4000)
  })
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    if (code !== 0 && child.signalCode === null)
      process.stderr.write(`${command.join(' ').slice(0, 200)}\n${complained}\n`)
    return code as number | null
  })
  return { child, said: () => said, ended }
}

/** Runs a command to its end and returns what it said; fails when it does. */
export async function finished(
  command: string[],
  environment: Record<string, string> = {},
  core?: number,
): Promise<string> {
  const { said, ended } = start(command, environment, core)
  const code = await ended
  if (code !== 0) throw new Error(`${command.join(' ').slice(0, 200)} ended with ${code}`)
  return said()
}

/** Starts a command that says where it answers, and waits until it does. */
export async function serving(
  command: string[],
  environment: Record<string, string> = {},
  core?: number,
): Promise<Running> {
  const began = performance.now()
  const { child, said, ended } = start(command, environment, core)
  const address = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = /open at (http:\S+)\n/.exec(said())
      if (found) resolve(found[1]!)
    }
    child.stdout!.on('data', look)
    ended.then((code) => reject(new Error(`It ended with ${code} and never opened`)))
  })
  return {
    child,
    pid: child.pid!,
    address,
    startedMs: performance.now() - began,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The newsroom as operators run it, quiet and without the demo. */
export const dateline = (args: string[], environment: Record<string, string>, core?: number) =>
  serving(['bin/dateline', ...args], quiet(environment), core)

export const quiet = (environment: Record<string, string>) => ({
  NODE_NO_WARNINGS: '1',
  NODE_COMPILE_CACHE: 'dist/.compiled',
  PORT: '0',
  METRICS_PORT: 'off',
  LOG_LEVEL: 'warn',
  DEMO: 'off',
  ...environment,
})

/** A program of the benches: TypeScript as it stands, or as it was built when it renders pages. */
export const program = (name: string, args: string[] = []) => [
  process.execPath,
  `bench/programs/${name}.ts`,
  ...args,
]
export const builtProgram = (name: string, args: string[] = [], nodeOptions: string[] = []) => [
  process.execPath,
  ...nodeOptions,
  `dist/bench/${name}.js`,
  ...args,
]
