import { createHash } from 'node:crypto'
import { brandCss } from './colour.ts'
import { fontCss } from './fonts.ts'
import after from './style/after.css?inline'
import article from './style/article.css?inline'
import body from './style/body.css?inline'
import cards from './style/cards.css?inline'
import foot from './style/foot.css?inline'
import front from './style/front.css?inline'
import gate from './style/gate.css?inline'
import ground from './style/ground.css?inline'
import labels from './style/labels.css?inline'
import lists from './style/lists.css?inline'
import live from './style/live.css?inline'
import masthead from './style/masthead.css?inline'
import print from './style/print.css?inline'

/** In the order of the cascade. */
const css = [
  ground,
  labels,
  masthead,
  cards,
  front,
  lists,
  article,
  body,
  live,
  after,
  foot,
  print,
].join('')

type Colours = { accent: string; accentDark: string }

export type Style = { style: string; source: string }

/** By colours and faces: a few at a time, and those of former colours are let go. */
const MOST = 12
const kept = new Map<string, Style>()

function styleWith(colours: Colours, language: string, rules = css): Style {
  const faces = fontCss(language)
  const key = `${colours.accent} ${colours.accentDark} ${faces.length} ${rules.length}`
  let made = kept.get(key)
  if (!made) {
    const style = brandCss(colours) + faces + rules
    made = { style, source: `'sha256-${createHash('sha256').update(style).digest('base64')}'` }
    if (kept.size >= MOST) kept.clear()
    kept.set(key, made)
  }
  return made
}

/** What stands in the one `<style>` of a page in a language. */
export const styleOf = (colours: Colours, language: string) => styleWith(colours, language).style

/** The same as a source for the `style-src` of a content security policy. */
export const styleSource = (colours: Colours, language: string) =>
  styleWith(colours, language).source

/** The style of the way into the desk, and its source for the policy. */
export const gateStyle = (colours: Colours, language: string): Style =>
  styleWith(colours, language, ground + gate)

/** The newsroom's colours and faces for the desk, which brings its own rules. */
export const deskStyle = (colours: Colours, language: string): Style =>
  styleWith(colours, language, '/* The desk’s rules come in a file of their own. */')
