import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'

/** A Chromium of this machine, else the one that comes from npm; undefined where neither runs. */
export async function findChromium(): Promise<string | undefined> {
  const installed = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path))
  if (installed) return installed
  if (process.platform !== 'linux') return undefined
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    return await packaged.executablePath()
  } catch {
    return undefined
  }
}

/** Starts a browser that asks nothing of the outside world; further arguments go to it. */
export async function openBrowser(executablePath: string, args: string[] = []): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...args,
    ],
  })
}
