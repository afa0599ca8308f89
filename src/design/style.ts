import { createHash } from 'node:crypto'
import { brandCss } from './colour.ts'
import { fontCss } from './fonts.ts'
import after from './style/after.css?inline'
import article from './style/article.css?inline'
import body from './style/body.css?inline'
import cards from './style/cards.css?inline'
import foot from './style/foot.css?inline'
import found from './style/found.css?inline'
import front from './style/front.css?inline'
import ground from './style/ground.css?inline'
import labels from './style/labels.css?inline'
import lists from './style/lists.css?inline'
import live from './style/live.css?inline'
import masthead from './style/masthead.css?inline'
import print from './style/print.css?inline'
import search from './style/search.css?inline'

/** In the order of the cascade. */
const css = [
  ground,
  labels,
  masthead,
  cards,
  front,
  lists,
  search,
  article,
  body,
  live,
  after,
  found,
  foot,
  print,
].join('')

type Colours = { accent: string; accentDark: string }

type Style = { style: string; source: string }

/** By colours and faces: a few at a time, and those of former colours are let go. */
const MOST = 12
const kept = new Map<string, Style>()

function styleWith(colours: Colours, language: string): Style {
  const faces = fontCss(language)
  const key = `${colours.accent} ${colours.accentDark} ${faces.length}`
  let made = kept.get(key)
  if (!made) {
    const style = brandCss(colours) + faces + css
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
