import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import type { TextKey } from '../src/desk/texts.ts'
import { deskInBrowser, violations } from './desk-in-browser.ts'

/** The desk in the languages that it speaks: a real process with the demo's content, a real browser. */

const chromium = inject('chromium')

const written = (language: string): Record<TextKey, string> =>
  JSON.parse(readFileSync(`src/desk/texts/${language}.json`, 'utf8'))
const english = written('en')
const arabic = written('ar')

/** The screens, by their addresses, and the buttons that open something there. */
type Screen = [path: string, opens?: TextKey[]]
const screens: Screen[] = [
  ['/', ['articles.new']],
  ['/board'],
  ['/calendar'],
  ['/front'],
  ['/pictures'],
  ['/guests', ['guests.invite']],
  ['/staff', ['staff.invite', 'roles.add']],
  ['/account', ['account.password.begin']],
  ['/settings'],
  ['/settings/colours'],
  ['/settings/navigation', ['settings.navigation.add']],
  ['/settings/languages'],
  ['/settings/disclaimers'],
  ['/settings/policies'],
  ['/settings/pages', ['pages.begin']],
  ['/settings/categories', ['categories.add']],
  ['/settings/redirects', ['redirects.add']],
  ['/settings/import'],
  ['/settings/attention'],
  ['/settings/log'],
]

/** Every English sentence that a screen could show, where Arabic says it otherwise. */
const sentences = (Object.keys(english) as TextKey[])
  .filter((key) => english[key] !== arabic[key] && !english[key].includes(', plural,'))
  .map((key) => english[key])
  .filter((message) => /[a-z]{3}/i.test(message.replace(/\{\w+\}/g, '')))
  .map(
    (message) =>
      `^${message
        .split(/\{\w+\}/)
        .map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.+')}$`,
  )

describe.skipIf(!chromium)('the desk in Arabic', () => {
  const desk = deskInBrowser({ DEMO: 'on' })

  async function sitDown(language: string | null) {
    const layla = await desk.colleague({
      name: 'ليلى حداد',
      roleId: 'administrator',
      ...(language === null ? {} : { language }),
    })
    layla.page.on('console', (message) => {
      if (message.type() === 'error') layla.wrong.push(message.text())
    })
    return layla
  }

  const open = async (page: Page, path: string) => {
    await page.goto(`${desk.site}/desk${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    // The library's first visitor waits for its pictures to be made, long on a busy machine.
    await page.waitForLoadState('networkidle', { timeout: 30_000 })
  }

  /** What is shown, or said to screen readers, in the desk's own words; not what articles and people are called. */
  const inEnglish = (page: Page) =>
    page.evaluate((patterns) => {
      const said: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL)
      const isOwn = (element: Element | null) =>
        !element?.closest('span[lang=en], bdi, [contenteditable], option')
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Element) {
          if (!isOwn(node)) continue
          for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'])
            said.push(node.getAttribute(name) ?? '')
        } else if (isOwn(node.parentElement)) said.push(node.textContent ?? '')
      }
      const shown = [...new Set(said.map((text) => text.trim()))].filter(Boolean)
      return shown.filter((text) => patterns.some((pattern) => new RegExp(pattern).test(text)))
    }, sentences)

  /** Whatever is wrong with what is open now. */
  async function faults(page: Page, where: string) {
    const found: unknown[] = []
    found.push(...(await violations(page)).map((violation) => [where, ...violation]))
    const words = await inEnglish(page)
    if (words.length > 0) found.push([where, 'English', words])
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        if (scrollWidth <= clientWidth) return []
        return [...document.querySelectorAll('body *')]
          .filter((element) => {
            const { left, right, width } = element.getBoundingClientRect()
            return width > 0 && (left < -1 || right > clientWidth + 1)
          })
          .slice(0, 5)
          .map((element) => element.outerHTML.slice(0, 120))
      })
      if (beyond.length > 0) found.push([where, `wider than ${width}`, beyond])
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    return found
  }

  test('every screen runs from right to left, in Arabic alone, within a phone’s width', async () => {
    const { page, context, wrong } = await sitDown('ar')
    const { id } = await desk.database.db
      .selectFrom('articles')
      .select('id')
      .where('status', '=', 'published')
      .where('language', '=', 'ar')
      .where('kind', '!=', 'page')
      .limit(1)
      .executeTakeFirstOrThrow()
    const editor: Screen = [
      `/articles/${id}`,
      ['editor.find', 'editor.history', 'editor.side', 'withhold'],
    ]
    const found: unknown[] = []
    for (const [path, opens = []] of [...screens, editor]) {
      await open(page, path)
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      found.push(...(await faults(page, path)))
      for (const key of opens) {
        await page.getByRole('button', { name: arabic[key], exact: true }).first().click()
        if (key === 'articles.new')
          await page.getByLabel(arabic['editor.headline'], { exact: true }).waitFor()
        else if (key.startsWith('editor.')) await page.waitForLoadState('networkidle')
        else await page.getByRole('dialog').waitFor()
        found.push(...(await faults(page, `${path} ${key}`)))
        if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
      }
      if (path === '/pictures') {
        await page.getByRole('row').first().click()
        await page.getByRole('dialog').getByLabel(arabic['pictures.alt']).waitFor()
        found.push(...(await faults(page, 'a picture')))
      }
    }
    expect(found).toEqual([])
    expect(wrong).toEqual([])
    await context.close()
  }, 300_000)

  test('a colleague chooses the language of the desk, and it is spoken from then on', async () => {
    const { page, context, wrong } = await sitDown(null)
    await open(page, '/account')
    await page.getByRole('button', { name: 'Language of the desk' }).click()
    await page.getByRole('option', { name: 'Русский' }).click()
    await page.getByRole('heading', { name: 'Ваша учётная запись' }).waitFor()
    await page.getByRole('link', { name: 'Сотрудники' }).click()
    await page.getByRole('button', { name: 'Пригласить коллегу' }).waitFor()
    await open(page, '/account')
    await page.getByRole('button', { name: 'Язык редакции' }).click()
    await page.getByRole('option', { name: 'Язык газеты' }).click()
    await page.getByRole('heading', { name: 'Your account' }).waitFor()
    // What is looked for on Arabic screens is found on an English one.
    expect(await inEnglish(page)).toContain('Your account')
    expect(wrong).toEqual([])
    await context.close()
  }, 60_000)
})
