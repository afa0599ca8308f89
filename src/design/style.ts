import { createHash } from 'node:crypto'
import { brandCss } from './colour.ts'
import { fontCss } from './fonts.ts'
import after from './style/after.css?inline'
import article from './style/article.css?inline'
import body from './style/body.css?inline'
import cards from './style/cards.css?inline'
import foot from './style/foot.css?inline'
import front from './style/front.css?inline'
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

let last: { key: string; style: string; source: string } | undefined

function styleWith(colours: Colours) {
  const key = `${colours.accent} ${colours.accentDark}`
  if (last?.key !== key) {
    const style = brandCss(colours) + fontCss + css
    const hash = createHash('sha256').update(style).digest('base64')
    last = { key, style, source: `'sha256-${hash}'` }
  }
  return last
}

/** What stands in the one `<style>` of every page. */
export const styleOf = (colours: Colours) => styleWith(colours).style

/** The same as a source for the `style-src` of a content security policy. */
export const styleSource = (colours: Colours) => styleWith(colours).source
