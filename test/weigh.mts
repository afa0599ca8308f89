import { chromium } from 'playwright-core'
const [, , site, ...paths] = process.argv
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const path of paths) {
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable'); await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const sizes = new Map<string, any>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => sizes.set(requestId, { bytes: 0, type, url: response.url }))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { const k = sizes.get(requestId); if (k) k.bytes = encodedDataLength })
  await page.goto(site + path, { waitUntil: 'networkidle' })
  let total = 0
  for (const { bytes, type, url } of sizes.values()) { if (type !== 'Image') { total += bytes; console.log(type, bytes, url.replace(site!, '')) } }
  console.log(path, total)
}
await browser.close()
