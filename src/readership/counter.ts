import { randomInt } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { isbot } from 'isbot'

/**
 * Counts how often pages are opened, in memory, and nothing else: no address, no browser, no cookie is kept or
 * written anywhere. Every kept answer passes here, so counting one costs well under a microsecond.
 */

/** Pages between two takes: more than any newsroom's readers open in seconds, and the bound under a flood. */
const MOST_PAGES = 20_000
/** User agents whose verdict is kept. Browsers send a few hundred; a stranger may send any. */
const MOST_AGENTS = 1_000
/** Characters of a user agent: no browser sends more, and matching costs time. */
const LONGEST_AGENT = 512
/** Reads of one page from one network in an hour: a family or an office, but not a script that asks all day. */
const FROM_ONE_NETWORK = 4
/** Counters of page and network, one byte each. Two that share one are counted as one, which is rare and harmless. */
const SLOTS = 1 << 20

export class ReadCounter {
  #pages = new Map<string, number>()
  #agents = new Map<string, boolean>()
  /** How often each network opened each page in this hour, under a hash whose salt is forgotten with the hour. */
  readonly #seen = new Uint8Array(SLOTS)
  #salt = randomInt(2 ** 32)
  #hour = ''
  /** Reads counted since start. */
  counted = 0

  /** `network` is where the request came from (`networkOf`), or undefined where that cannot be told. */
  read(page: string, headers: IncomingHttpHeaders, network: string | undefined) {
    if (isAhead(headers) || this.#isRobot(headers['user-agent'])) return
    const count = this.#pages.get(page)
    if (count === undefined && this.#pages.size >= MOST_PAGES) return
    if (network !== undefined) {
      const slot = hash(page, hash(network, this.#salt)) & (SLOTS - 1)
      if (this.#seen[slot]! >= FROM_ONE_NETWORK) return
      this.#seen[slot]!++
    }
    this.#pages.set(page, (count ?? 0) + 1)
    this.counted++
  }

  /** What was counted since the last take, by page. With a new hour everything about networks is forgotten. */
  take(hour: string): Map<string, number> {
    if (hour !== this.#hour) {
      this.#hour = hour
      this.#salt = randomInt(2 ** 32)
      this.#seen.fill(0)
    }
    const taken = this.#pages
    this.#pages = new Map()
    return taken
  }

  /** Adds what could not be written, for the next take. */
  giveBack(counts: ReadonlyMap<string, number>) {
    for (const [page, count] of counts)
      if (this.#pages.has(page) || this.#pages.size < MOST_PAGES)
        this.#pages.set(page, (this.#pages.get(page) ?? 0) + count)
  }

  #isRobot(agent: string | undefined): boolean {
    if (!agent || agent.length > LONGEST_AGENT) return true
    let robot = this.#agents.get(agent)
    if (robot === undefined) {
      if (this.#agents.size >= MOST_AGENTS) this.#agents.clear()
      robot = isbot(agent)
      this.#agents.set(agent, robot)
    }
    return robot
  }
}

/** Whether a browser asks ahead of its reader, who may never come. */
const isAhead = (headers: IncomingHttpHeaders) => {
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-moz']
  return typeof purpose === 'string' && purpose.includes('prefetch')
}

/** FNV-1a (Fowler, Noll, Vo), 32 bits, from a salt on. Not for secrets: what it makes never leaves memory. */
function hash(text: string, salt: number): number {
  let made = salt ^ 0x811c9dc5
  for (let at = 0; at < text.length; at++) made = Math.imul(made ^ text.charCodeAt(at), 0x01000193)
  return made ^ (made >>> 15)
}
