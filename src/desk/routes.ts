import { Hono } from 'hono'
import { fontsFor } from '../design/fonts.ts'
import { escaped } from '../design/html.ts'
import { deskStyle } from '../design/style.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import { type Env, encodingFor } from '../platform/http.ts'
import { directionOf } from '../platform/language.ts'
import { Refusal } from '../platform/refusals.ts'
import { newSecret } from '../platform/secrets.ts'
import { deskLanguage } from '../staff/desk-language.ts'
import { visitor } from '../staff/door.ts'
import type { DeskFiles } from './files.ts'

/** The desk's one document and the files it asks for. What it shows comes from the API. */
export const screens = (read: () => DeskFiles) => {
  const desk = new Hono<Env>()
  let opened: DeskFiles | undefined
  // Readers' pages do without them.
  const files = () => {
    opened ??= read()
    return opened
  }

  desk.get('/desk/assets/:file', (c) => {
    const file = files().asset(c.req.param('file'), encodingFor(c.req.header('accept-encoding')))
    if (!file) throw new Refusal('not-found', 'desk/file', 'There is no such file.')
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(file.encoding === 'identity' ? {} : { 'content-encoding': file.encoding }),
    })
  })

  // Every other address is a screen's: the one document finds out which.
  desk.on('GET', ['/desk', '/desk/*'], async (c) => {
    const { pathname, search } = new URL(c.req.url)
    const session = await visitor(c)
    if (!session)
      return c.redirect(`/desk/sign-in?next=${encodeURIComponent(pathname + search)}`, 303)
    const { name, language: newsrooms, colours } = await newsroomNow(c.var.db)
    const language = deskLanguage(session.colleague.language, newsrooms)
    const { style } = deskStyle(colours, language)
    const { script, styles, preloads, ahead, texts } = files()
    // Its scripts would else be asked for when the others have been read.
    const own = EDITOR.test(pathname) ? ahead('src/desk/editor/editor.tsx') : undefined
    // Components add styles of their own; by the nonce the browser knows them for ours.
    const nonce = newSecret()
    c.header('content-security-policy', `${POLICY}; style-src 'self' 'nonce-${nonce}'`)
    c.header('cache-control', 'no-store')
    return c.html(`<!doctype html>
<html lang="${escaped(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(name)}</title>
<meta property="csp-nonce" nonce="${nonce}">
<style nonce="${nonce}">${style}</style>
${fontsFor(language)
  .map(
    ({ path }) =>
      `<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin="anonymous">`,
  )
  .join('\n')}
${styles.map((path) => `<link rel="stylesheet" href="${path}">`).join('\n')}
<script type="module" src="${script}"></script>
${(own?.styles ?? []).map((path) => `<link rel="preload" href="${path}" as="style" crossorigin>`).join('\n')}
${[...preloads, texts(language), ...(own?.scripts ?? [])].map((path) => `<link rel="modulepreload" href="${path}">`).join('\n')}
</head>
<body><div id="desk"><header class="head"><span class="name">${escaped(name)}</span></header></div><noscript><p lang="en" dir="ltr">The desk needs JavaScript. The paper does not: <a href="/">read it</a>.</p></noscript></body>
</html>`)
  })

  return desk
}

const EDITOR = /^\/desk\/articles\/[^/]+$/

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
