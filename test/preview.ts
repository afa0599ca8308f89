/**
 * Every page of the site with the demo's articles, for looking at and for checking without a database.
 *
 *   node test/preview.ts                      serves them at http://127.0.0.1:4300
 *   node test/preview.ts shots [pages]        screenshots in three widths, light and dark
 *   node test/preview.ts check [pages]        axe (WCAG 2.2 AA), overflow at 320 px, layout shift, vnu
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { createServer as createVite } from 'vite'
import { findChromium, openBrowser } from './browser.ts'

const [verb = 'serve', ...names] = process.argv.slice(2)
const PORT = Number(process.env.PREVIEW_PORT ?? 4300)
const folder = join(tmpdir(), 'dateline-preview')
mkdirSync(folder, { recursive: true })

const vite = await createVite({
  configFile: 'vite.config.ts',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  appType: 'custom',
  logLevel: 'error',
})
const samples = (await vite.ssrLoadModule(
  '/test/preview/samples.tsx',
)) as typeof import('./preview/samples.tsx')

const drawn = new Map<string, Promise<Buffer>>()

/** A sky, hills and water in tones of its own for every address: enough to judge a layout by. */
function draw(path: string): Promise<Buffer> {
  const [, , hash = '', file = ''] = path.split('/')
  const seed = Number.parseInt(hash.slice(0, 6), 16)
  const known = [...samples.pictures.values()].find((picture) => picture.hash === hash)
  const width = Number.parseInt(file, 10)
  const photograph = known && samples.fileOf(known.id)
  if (photograph) {
    const scaled = sharp(photograph).resize({ width })
    return (file.endsWith('avif') ? scaled.avif({ effort: 0 }) : scaled.webp()).toBuffer()
  }
  const height = Math.round((width * (known?.height ?? 2)) / (known?.width ?? 3))
  const hue = seed % 360
  const hill = (at: number) => 45 + ((seed >> at) % 25)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 100" preserveAspectRatio="none" width="${width}" height="${height}"><rect width="150" height="100" fill="hsl(${hue},18%,72%)"/><circle cx="${20 + (seed % 110)}" cy="30" r="9" fill="hsl(${hue + 30},40%,86%)"/><path d="M0 ${hill(2)}L40 ${hill(5)}L90 ${hill(8)}L150 ${hill(3)}V100H0Z" fill="hsl(${hue + 20},16%,48%)"/><path d="M0 ${hill(7) + 12}L60 ${hill(4) + 16}L150 ${hill(9) + 10}V100H0Z" fill="hsl(${hue + 40},20%,30%)"/><rect y="86" width="150" height="14" fill="hsl(${hue + 10},22%,40%)"/></svg>`
  const image = sharp(Buffer.from(svg))
  return (file.endsWith('avif') ? image.avif({ effort: 0 }) : image.webp()).toBuffer()
}

const server = createServer(async (request, response) => {
  const path = decodeURI(request.url ?? '/').split('?')[0]!
  const asset = samples.assets.find((one) => one.path === path)
  if (asset) response.writeHead(200, { 'content-type': asset.type }).end(asset.bytes)
  else if (path.startsWith('/pictures/')) {
    if (!drawn.has(path)) drawn.set(path, draw(path))
    response
      .writeHead(200, { 'content-type': path.endsWith('avif') ? 'image/avif' : 'image/webp' })
      .end(await drawn.get(path))
  } else if (path.slice(1) in samples.pages)
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(samples.render(path.slice(1)))
  else
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
      Object.keys(samples.pages)
        .map((name) => `<p><a href="/${name}">${name}</a>`)
        .join(''),
    )
})
server.listen(PORT, '127.0.0.1')

const chosen = names.length > 0 ? names : Object.keys(samples.pages)
if (verb === 'serve') console.info(`http://127.0.0.1:${PORT}`)
else {
  const path = await findChromium()
  if (!path) throw new Error('No Chromium was found.')
  const browser = await openBrowser(path)
  if (verb === 'shots') await shoot(browser)
  else await check(browser)
  await browser.close()
  server.close()
  await vite.close()
  process.exit()
}

async function shoot(browser: Browser) {
  const full = process.env.PREVIEW_FULL !== '0'
  const widths = (process.env.PREVIEW_WIDTHS ?? '360,768,1280').split(',').map(Number)
  for (const scheme of (process.env.PREVIEW_SCHEMES ?? 'light,dark').split(',') as (
    | 'light'
    | 'dark'
  )[])
    for (const width of widths) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme })
      for (const name of chosen) {
        await page.goto(`http://127.0.0.1:${PORT}/${name}`)
        await page.evaluate(() => {
          for (const image of document.images) image.loading = 'eager'
        })
        await page.waitForLoadState('networkidle')
        await page.screenshot({
          path: join(folder, `${name}-${width}-${scheme}.png`),
          fullPage: full,
        })
      }
      await page.close()
    }
  console.info(folder)
}

async function check(browser: Browser) {
  const { AxeBuilder } = await import('@axe-core/playwright')
  const complaints: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      colorScheme: scheme,
    })
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
    })
    for (const name of chosen) {
      await page.goto(`http://127.0.0.1:${PORT}/${name}`)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      for (const { id, nodes } of violations)
        complaints.push(
          `${name} ${scheme} axe ${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 160))
            .join(' | ')}`,
        )
      if (scheme === 'dark') continue
      for (const width of [320, 768]) {
        await page.setViewportSize({ width, height: 700 })
        const wide = await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)
        if (wide > 0) complaints.push(`${name} is ${wide} px too wide at ${width} px`)
      }
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    await context.close()
  }
  for (const name of chosen) writeFileSync(join(folder, `${name}.html`), samples.render(name))
  const pages = chosen.map((name) => join(folder, `${name}.html`))
  try {
    execFileSync('java', ['-jar', 'node_modules/vnu-jar/build/dist/vnu.jar', ...pages], {
      stdio: 'pipe',
    })
  } catch (error) {
    complaints.push(String((error as { stderr: Buffer }).stderr))
  }
  console.info(
    complaints.length > 0 ? complaints.join('\n') : `${chosen.length} pages: no complaint`,
  )
}
