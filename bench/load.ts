import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installed, LOADING, processorSeconds } from './machine.ts'
import { finished, program, type Running } from './processes.ts'

export type Load = {
  server: Pick<Running, 'address' | 'pid'>
  /** Asked for in turn. */
  paths: string[]
  headers: Record<string, string>
  seconds: number
  connections: number
  /** The status that the server is to answer with, where it is neither 200 nor 304. */
  expects?: number
}
export type Answered = {
  /** Answers for each second of processor time that the server had: what a core of its own would give. */
  perSecond: number
  requests: number
  /** Answers of another status than 200 and 304, and connections that broke. */
  failed: number
}

const wrk = installed('wrk')
export const loadMaker = wrk ? 'wrk' : 'a load generator of its own'

/** Asks a server as fast as it answers, from a process on another core: wrk, or our own where there is none. */
export async function load(wanted: Load): Promise<Answered> {
  const before = processorSeconds(wanted.server.pid)
  const answered = await (wrk ? throughWrk(wrk, wanted) : throughOwn(wanted))
  if (answered.failed > 0 && wanted.expects === undefined)
    throw new Error(`${answered.failed} requests of ${wanted.paths[0]} … failed`)
  const after = processorSeconds(wanted.server.pid)
  if (before === undefined || after === undefined) return answered
  return { ...answered, perSecond: answered.requests / (after - before) }
}

async function throughOwn(wanted: Load): Promise<Answered> {
  return JSON.parse(await finished(program('load', [JSON.stringify(wanted)]), {}, LOADING))
}

async function throughWrk(wrk: string, wanted: Load): Promise<Answered> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-load-'))
  const script = join(folder, 'load.lua')
  writeFileSync(script, lua(wanted))
  try {
    const said = await finished(
      [
        wrk,
        '-t1',
        `-c${wanted.connections}`,
        `-d${wanted.seconds}s`,
        '-s',
        script,
        `${wanted.server.address}${wanted.paths[0]}`,
      ],
      {},
      LOADING,
    )
    return JSON.parse(said.slice(said.lastIndexOf('\n{')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Requests are made before the run, so that wrk only sends them. */
const lua = ({ paths, headers }: Load) => `
wrk.headers = { ${Object.entries(headers)
  .map(([name, value]) => `[${JSON.stringify(name)}] = ${JSON.stringify(value)}`)
  .join(', ')} }
local paths = { ${paths.map((path) => JSON.stringify(path)).join(', ')} }
local made, at = {}, 0
function init()
  for n, path in ipairs(paths) do made[n] = wrk.format("GET", path) end
end
${paths.length > 1 ? 'function request() at = at % #made + 1; return made[at] end' : ''}
function done(summary)
  local e = summary.errors
  io.write(string.format('\\n{"perSecond":%f,"requests":%d,"failed":%d}',
    summary.requests / summary.duration * 1e6, summary.requests, e.connect + e.read + e.write + e.status + e.timeout))
end
`
