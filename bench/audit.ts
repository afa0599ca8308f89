import { desktopConfig, default as run } from 'lighthouse'
import { openBrowser } from '../test/browser.ts'
import { freePort } from '../test/postgres.ts'
import { median } from './figure.ts'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof categories)[number]

/** What Lighthouse says of one page in one setting. */
export type Audit = {
  page: string
  setting: 'phone' | 'desktop'
  /** 0 to 100. */
  scores: Record<Category, number>
  /** What falls short, as "category: audit (score)". */
  short: string[]
}

/** Examines pages as Lighthouse does on a phone and on a desk; performance that falls short is the middle of so many runs. */
export async function audits(
  chromium: string,
  pages: { page: string; address: string }[],
  runs: number,
): Promise<Audit[]> {
  const port = await freePort()
  const browser = await openBrowser(chromium, [`--remote-debugging-port=${port}`])
  try {
    const made: Audit[] = []
    for (const { page, address } of pages)
      for (const setting of ['phone', 'desktop'] as const) {
        const first = { page, setting, ...(await one(address, setting, port, true)) }
        const performances = [first.scores.performance]
        while (performances[0]! < 100 && performances.length < runs)
          performances.push((await one(address, setting, port, false)).scores.performance)
        first.scores.performance = median(performances)
        made.push(first)
      }
    return made
  } finally {
    await browser.close()
  }
}

/** Runs in which Lighthouse may find nothing to go by: it then says itself that it should be run again. */
const ATTEMPTS = 3
const RUN_AGAIN = ['NO_NAVSTART', 'NO_FCP', 'NO_SCREENSHOTS']

async function reportOn(address: string, setting: Audit['setting'], port: number, all: boolean) {
  for (let attempt = 1; ; attempt++) {
    const report = await examine(address, setting, port, all)
    if (report && !report.runtimeError) return report
    if (attempt === ATTEMPTS || !RUN_AGAIN.includes(report?.runtimeError?.code ?? ''))
      throw new Error(`Lighthouse could not look at ${address}: ${report?.runtimeError?.message}`)
  }
}

async function examine(address: string, setting: Audit['setting'], port: number, all: boolean) {
  const result = await run(
    address,
    {
      port,
      logLevel: 'silent',
      output: 'json',
      onlyCategories: all ? [...categories] : ['performance'],
      disableFullPageScreenshot: true,
    },
    setting === 'desktop' ? desktopConfig : undefined,
  )
  return result?.lhr
}

/** One run; the categories that are not timed say the same each time and are asked for once. */
async function one(address: string, setting: Audit['setting'], port: number, all: boolean) {
  const report = await reportOn(address, setting, port, all)
  const scores = {} as Record<Category, number>
  const short: string[] = []
  for (const category of categories) {
    const found = report.categories[category]
    if (!found) continue
    scores[category] = Math.round(100 * (found.score ?? 0))
    for (const { id, weight } of found.auditRefs) {
      const score = report.audits[id]?.score
      if (weight > 0 && typeof score === 'number' && score < 1)
        short.push(`${category}: ${id} (${Math.round(100 * score)})`)
    }
  }
  return { scores, short }
}

/** The front page of the demo, its first category and its first article. */
export async function demoPages(address: string) {
  const front = await (await fetch(address)).text()
  const first = (pattern: RegExp) => address + pattern.exec(front)![1]!
  return [
    { page: 'home', address: `${address}/` },
    { page: 'category', address: first(/<nav class="sections"[\s\S]*?<a href="([^"]+)"/) },
    { page: 'article', address: first(/<main[\s\S]*?<h2[^>]*><a href="([^"]+)"/) },
  ]
}
