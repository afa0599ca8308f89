import { join } from 'node:path'
import { findChromium } from '../test/browser.ts'
import { audits, categories } from './audit.ts'
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
    const made = await audits(chromium, await pagesOf(ours.address), RUNS)
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

/** The front page of the demo, its first category and its first article. */
export async function pagesOf(address: string) {
  const front = await (await fetch(address)).text()
  const first = (pattern: RegExp) => address + pattern.exec(front)![1]!
  return [
    { page: 'home', address: `${address}/` },
    { page: 'category', address: first(/<nav class="sections"[\s\S]*?<a href="([^"]+)"/) },
    { page: 'article', address: first(/<main[\s\S]*?<h2[^>]*><a href="([^"]+)"/) },
  ]
}
