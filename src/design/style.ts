import { createHash } from 'node:crypto'
import { brandCss } from './colour.ts'
import { fontCss } from './fonts.ts'
import after from './style/after.css?inline'
import article from './style/article.css?inline'
import body from './style/body.css?inline'
import cards from './style/cards.css?inline'
import foot from './style/foot.css?inline'
import found from './style/found.css?inline'
import frames from './style/frames.css?inline'
import front from './style/front.css?inline'
import gate from './style/gate.css?inline'
import ground from './style/ground.css?inline'
import labels from './style/labels.css?inline'
import lists from './style/lists.css?inline'
import live from './style/live.css?inline'
import masthead from './style/masthead.css?inline'
import most from './style/most.css?inline'
import notes from './style/notes.css?inline'
import print from './style/print.css?inline'
import rivers from './style/rivers.css?inline'
import search from './style/search.css?inline'
import versions from './style/versions.css?inline'

/** What a page is made up as: what it does without is not sent with it. The desk brings rules of its own in a file. */
export type Makeup = 'article' | 'list' | 'gate' | 'desk'

/** In the order of the cascade. */
const parts = [
  ...[ground, labels, masthead, frames, cards, rivers, front, lists, search],
  ...[article, body, live, after, notes, versions, found, most, foot, print],
]
const forLists = [cards, front, lists, search, versions, most]

const css: Record<Makeup, string> = {
  list: parts.join(''),
  article: parts.filter((part) => !forLists.includes(part)).join(''),
  gate: ground + gate,
  desk: '',
}

type Colours = { accent: string; accentDark: string }

export type Style = { style: string; source: string }

/** By colours and faces: a few at a time, and those of former colours are let go. */
const MOST = 24
const kept = new Map<string, Style>()

function styleWith(colours: Colours, language: string, makeup: Makeup): Style {
  const faces = fontCss(language)
  const key = `${colours.accent} ${colours.accentDark} ${faces.length} ${makeup}`
  let made = kept.get(key)
  if (!made) {
    const style = brandCss(colours) + faces + css[makeup]
    made = { style, source: `'sha256-${createHash('sha256').update(style).digest('base64')}'` }
    if (kept.size >= MOST) kept.clear()
    kept.set(key, made)
  }
  return made
}

/** What stands in the one `<style>` of a page in a language. */
export const styleOf = (colours: Colours, language: string, makeup: Makeup) =>
  styleWith(colours, language, makeup).style

/** The same, whether an article or a list, as sources for the `style-src` of a content security policy. */
export const styleSources = (colours: Colours, language: string) =>
  (['article', 'list'] as const)
    .map((makeup) => styleWith(colours, language, makeup).source)
    .join(' ')

/** The style of the way into the desk, and its source for the policy. */
export const gateStyle = (colours: Colours, language: string): Style =>
  styleWith(colours, language, 'gate')

/** The newsroom's colours and faces for the desk. */
export const deskStyle = (colours: Colours, language: string): Style =>
  styleWith(colours, language, 'desk')
