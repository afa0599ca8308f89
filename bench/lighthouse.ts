import { join } from 'node:path'
import { findChromium } from '../test/browser.ts'
import { audits, categories, demoPages } from './audit.ts'
import type { Bench } from './bench.ts'
import type { Figure } from './figure.ts'
import { dateline } from './processes.ts'

const RUNS = 3

/** Home, a category and an article of the demo, examined by Lighthouse. */
export async function lighthouse(bench: Bench): Promise<Figure[]> {
  const chromium = await findChromium()
  if (!chromium) {
    bench.say('lighthouse: LEFT OUT, no Chromium found')
    return []
  }
  const ours = await dateline(['start'], { DATA_DIR: join(bench.folder, 'audited'), DEMO: 'on' })
  try {
    const made = await audits(chromium, await demoPages(ours.address), RUNS)
    return made.map(({ page, setting, scores, short }) => {
      const met = categories.every((category) => scores[category] === 100)
      return {
        what: `Lighthouse, ${page}, ${setting}`,
        is: categories.map((category) => scores[category]).join(' / '),
        beside: short.join(', ') || 'performance, accessibility, best practices, search engines',
        target: '100 / 100 / 100 / 100',
        met,
      }
    })
  } finally {
    await ours.stop()
  }
}
