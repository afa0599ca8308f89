import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

/** A program of this machine, or undefined. */
export function installed(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path))
}

const taskset = installed('taskset')

/** The core that is measured, and the one that its load comes from. */
export const MEASURED = 0
export const LOADING = 1

/** A command that runs on one core only, where the machine can do that. */
export const pinned = (core: number, command: string[]): string[] =>
  taskset && cpus().length > 1 ? [taskset, '-c', String(core), ...command] : command

/** Megabytes of memory a process holds now, and the most it ever held. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = `/proc/${pid}/status`
  if (!existsSync(status)) {
    const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString())
    return { now: kilobytes / 1024, peak: Number.NaN }
  }
  const text = readFileSync(status, 'utf8')
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1]) / 1024
  return { now: of('VmRSS'), peak: of('VmHWM') }
}

/** What the figures were measured on, in a sentence. */
export const machine = () => {
  const [cpu] = cpus()
  const load = loadavg()[0]!
  return [
    `${cpus().length} × ${cpu?.model.trim()}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.versions.node}`,
    `load ${load.toFixed(1)} before the run`,
  ].join(', ')
}

/** Clock ticks a second in which Linux counts processor time. */
const TICKS = 100

/** Seconds of processor time that a process and its children have had; undefined where nobody counts it. */
export function processorSeconds(pid: number): number | undefined {
  if (!existsSync(`/proc/${pid}/stat`)) return undefined
  // The second field is a name in brackets, which may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  const own = (Number(fields[11]) + Number(fields[12])) / TICKS
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')
  return children
    .filter(Boolean)
    .reduce((sum, child) => sum + (processorSeconds(Number(child)) ?? 0), own)
}
