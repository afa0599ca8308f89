import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ContentString, type Doc, Item } from 'yjs'
import { documentText } from '../src/articles/document.ts'
import { readManuscript } from '../src/articles/manuscript.ts'
import { manuscriptOf } from '../src/articles/manuscripts.ts'
import { draft } from '../src/articles/write.ts'
import { openDatabase } from '../src/platform/database.ts'
import { invite } from '../src/staff/colleagues.ts'
import { openSession } from '../src/staff/sessions.ts'
import { openBrowser } from './browser.ts'
import { line } from './line.ts'
import { databases, freshDatabase, testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { eventually, startNewsroom } from './process.ts'

/**
 * Two browsers in one manuscript for minutes, over lines that are cut and servers that are killed. Mostly it waits for
 * the clock, so both databases are written on at once.
 */

const chromium = inject('chromium')

/** How long two write, in milliseconds, and when in that time a server is killed. */
const WRITING_MS = 120_000
const KILLED_AT = [0.3, 0.65]

/** Milliseconds that opening the editor may take on a machine that is busy with everything else, and how often it is tried. */
const OPENING_MS = 30_000
const OPENED = 4

/** Milliseconds between keystrokes of somebody who types fast, and with which lines are cut, or stay cut. */
const KEYSTROKE_MS = 60
const CUT_MS = { from: 300, to: 2500 }
const DOWN_MS = { from: 1500, to: 6000 }

/**
 * The share of what was typed that may be in the history alone though nobody took it back. Were nothing put back, it
 * would be more than 0.05 on one node and 0.02 on two.
 */
const MISSED = 0.005

/** Every character is typed once, so that none stands in for another: ideographs, of which there are enough. */
const FIRST = 0x4e00

describe.skipIf(!chromium).concurrent('for minutes', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser(chromium!)
  })
  afterAll(() => browser?.close())

  for (const [index, kind] of databases().entries())
    test(`two browsers end with the same text, and every character is in it or in the history (${kind})`, {
      timeout: WRITING_MS + 300_000,
    }, async () => {
      const seed = Number(process.env.SEED) || (Date.now() + index) % 1_000_000
      console.info(`two browsers (${kind}): SEED=${seed}`)
      const chance = randomFrom(seed)
      const between = ({ from, to }: { from: number; to: number }) => from + chance() * (to - from)
      const house = await furnished(kind)
      const nodes =
        kind === 'postgres' ? [await house.node(), await house.node()] : [await house.node()]
      const lines = [await line(nodes[0]!.port), await line(nodes.at(-1)!.port)]
      const ada = await writer(
        browser,
        await house.seat('Ada', lines[0]!.port),
        FIRST,
        randomFrom(seed + 1),
      )
      const ben = await writer(
        browser,
        await house.seat('Ben', lines[1]!.port),
        FIRST + 1,
        randomFrom(seed + 2),
      )

      const until = Date.now() + WRITING_MS
      let cuts = 0
      const cutting = (async () => {
        while (Date.now() < until) {
          await wait(between(CUT_MS))
          const one = lines[Math.floor(chance() * lines.length)]!
          cuts++
          one.keepCut(true)
          if (chance() < 0.15) await wait(between(DOWN_MS))
          one.keepCut(false)
        }
      })()
      const killing = (async () => {
        const began = Date.now()
        for (const share of KILLED_AT) {
          await wait(began + WRITING_MS * share - Date.now())
          const node = nodes[Math.floor(chance() * nodes.length)]!
          await node.kill()
          await wait(300)
          await node.start()
        }
      })()
      await Promise.all([ada.write(until), ben.write(until), cutting, killing])
      const typed = [...ada.typed, ...ben.typed]
      const takenBack = ada.takenBack() + ben.takenBack()
      expect(typed.length).toBeGreaterThan(WRITING_MS / 500)
      expect(cuts).toBeGreaterThan(WRITING_MS / 10_000)

      const missingIn = (text: string) => typed.filter((character) => !text.includes(character))
      const { kept: text } = await eventually(
        async () => ({
          ada: await ada.text(),
          ben: await ben.text(),
          kept: plain(
            documentText(
              readManuscript(await manuscriptOf(house.db, house.articleId)).fields.body!,
            ),
          ),
          stored: [await ada.isStored(), await ben.isStored()],
        }),
        ({ ada, ben, kept, stored }) => ada === ben && ada === kept && stored.every(Boolean),
        60_000,
      )
      const ever = everIn(await manuscriptOf(house.db, house.articleId))
      expect(missingIn(text).filter((character) => !ever.has(character))).toEqual([])
      expect(missingIn(text).length - takenBack).toBeLessThanOrEqual(MISSED * typed.length)
      expect([...ada.wrong, ...ben.wrong]).toEqual([])
      console.info(
        `two browsers (${kind}): ${typed.length} characters, ${takenBack} taken back, ${missingIn(text).length} only in the history, ${cuts} cuts`,
      )
      for (const one of [ada, ben]) await one.close()
      for (const one of lines) one.close()
      await house.close()
    })
})

const plain = (text: string) => text.replace(/\s/g, '')

/** All that was ever typed into a manuscript, also what was deleted since. */
const everIn = (manuscript: Doc) =>
  new Set(
    [...manuscript.store.clients.values()]
      .flat()
      .filter((struct): struct is Item => struct instanceof Item)
      .flatMap(({ content }) => (content instanceof ContentString ? [...content.str] : [])),
  )

/** Numbers from 0 to 1 that come again with the same seed (mulberry32). */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Somebody who types, goes elsewhere in the text, takes letters back, and makes paragraphs headings and lists. */
async function writer(
  browser: Browser,
  seat: { address: string; cookie: string; site: string },
  first: number,
  chance: () => number,
) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } })
  await context.addCookies([{ name: 'desk', value: seat.cookie, url: seat.site }])
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  // On a busy machine a script may be too late on its way; whoever sees an empty screen loads it again.
  for (let tried = 1; ; tried++)
    try {
      await page.goto(seat.address, { timeout: OPENING_MS })
      await page.locator('.writing').click({ timeout: OPENING_MS })
      break
    } catch (error) {
      if (tried === OPENED) throw error
    }
  const typed: string[] = []
  let next = first
  let takenBack = 0
  const presses = async (key: string, times = 1) => {
    for (let done = 0; done < times; done++) await page.keyboard.press(key)
  }
  const some = (most: number) => 1 + Math.floor(chance() * most)
  const write = async (until: number) => {
    while (Date.now() < until) {
      const length = some(6)
      for (let written = 0; written < length; written++) {
        const character = String.fromCodePoint(next)
        next += 2
        typed.push(character)
        await page.keyboard.insertText(character)
        await wait(chance() * KEYSTROKE_MS * 2)
      }
      const what = chance()
      if (what < 0.12) {
        const back = some(length)
        takenBack += back
        await presses('Backspace', back)
      } else if (what < 0.22) await presses('Enter')
      else if (what < 0.4) {
        await presses('Control+Home')
        await presses('ArrowDown', some(12))
        if (chance() < 0.5) await presses('End')
      } else if (what < 0.44) await presses('Control+Alt+2')
      else if (what < 0.47) await presses('Control+Shift+8')
      else await page.keyboard.insertText(' ')
    }
  }
  return {
    ...{ typed, write, wrong, takenBack: () => takenBack },
    text: () => textOn(page),
    isStored: async () => (await page.getByText('Stored', { exact: true }).count()) === 1,
    close: () => context.close(),
  }
}

/** The words on a screen, without whose cursors stand in them. */
const textOn = (page: Page) =>
  page.locator('.writing').evaluate((writing) => {
    const copy = writing.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.their-caret')) caret.remove()
    return copy.textContent!.replace(/[\s\u2060]/g, '')
  })

async function furnished(kind: 'sqlite' | 'postgres') {
  const folder = testFolder()
  const fresh = await freshDatabase(kind, folder)
  const { migrations } = await import('../migrations/index.ts')
  const database = openDatabase(fresh.engine())
  await database.migrate(migrations)
  const { db, write } = database
  const articleId = await write((tx) => draft(tx, { headline: 'Both', language: 'en' }, new Date()))
  const running: { kill: () => Promise<void> }[] = []
  return {
    db,
    articleId,
    node: async () => {
      const port = await freePort()
      const begin = () =>
        startNewsroom({
          ...fresh.environment,
          PORT: String(port),
          SITE_URL: `http://localhost:${port}`,
        })
      let newsroom = await begin()
      const one = {
        port,
        kill: () => newsroom.kill(),
        start: async () => {
          newsroom = await begin()
        },
      }
      running.push(one)
      return one
    },
    seat: async (name: string, port: number) => {
      const now = new Date()
      const cookie = await write(async (tx) => {
        const email = `${name}@paper.example`
        return openSession(
          tx,
          await invite(tx, null, { email, name, roleId: 'editor' }, now),
          'test',
          now,
        )
      })
      const site = `http://localhost:${port}`
      return { cookie, site, address: `${site}/desk/articles/${articleId}` }
    },
    close: async () => {
      for (const one of running) await one.kill()
      await database.close()
      await fresh.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
