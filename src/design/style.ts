import { createHash } from 'node:crypto'
import { brandCss } from './colour.ts'
import { fontCss } from './fonts.ts'
import css from './style.css?inline'

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
