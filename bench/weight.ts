import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findChromium, openBrowser } from '../test/browser.ts'
import type { Bench } from './bench.ts'
import { bounded, type Figure, kilobytes } from './figure.ts'
import { dateline } from './processes.ts'

/** Kilobytes that a browser transfers for an article of peers, measured with the same articles. */
const GHOST = { all: 959, script: 887 }
const WORDPRESS = 100

/** What a real browser transfers for pages of the demo, with nothing kept from before. */
export async function weight(bench: Bench): Promise<Figure[]> {
  const chromium = await findChromium()
  if (!chromium) {
    bench.say('weight: LEFT OUT, no Chromium found')
    return []
  }
  const ours = await dateline(['start'], { DATA_DIR: join(bench.folder, 'demo'), DEMO: 'on' })
  const browser = await openBrowser(chromium)
  try {
    const page = await browser.newPage({ viewport: { width: 412, height: 900 } })
    await page.goto(ours.address)
    const article = await page.locator('main article h2 a').first().getAttribute('href')
    const category = await page.locator('nav.sections a').first().getAttribute('href')
    const figures: Figure[] = []
    for (const [what, path] of [
      ['article', article],
      ['category', category],
      ['home', '/'],
    ] as const) {
      const bytes = await transferred(page, ours.address + path)
      const all = sum(bytes)
      const pictures = bytes.get('Image') ?? 0
      const script = bytes.get('Script') ?? 0
      const beside =
        what === 'article'
          ? `${(GHOST.all / (all / 1024)).toFixed(0)} times less than Ghost, ${(WORDPRESS / (all / 1024)).toFixed(1)} times less than WordPress, pictures included here`
          : `pictures ${kilobytes(pictures / 1024)} beside it`
      figures.push(
        bounded(
          `${what} in a browser, pictures apart`,
          (all - pictures) / 1024,
          kilobytes,
          beside,
          what === 'article' ? { under: 60 } : null,
        ),
      )
      if (what === 'article')
        figures.push(
          bounded('script of an article', script / 1024, kilobytes, `Ghost ${GHOST.script} KB`, {
            under: 15,
          }),
        )
    }
    return figures
  } finally {
    await browser.close()
    await ours.stop()
  }
}

/** Bytes on the wire by type of resource, headers included. */
async function transferred(page: Page, address: string): Promise<Map<string, number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const types = new Map<string, string>()
  const bytes = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other'
    bytes.set(type, (bytes.get(type) ?? 0) + encodedDataLength)
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await session.detach()
  return bytes
}

const sum = (bytes: Map<string, number>) => [...bytes.values()].reduce((all, one) => all + one, 0)
