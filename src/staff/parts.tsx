import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { passkeyScript } from '../design/assets.ts'
import { fontsFor } from '../design/fonts.ts'
import { documentOf } from '../design/layout.tsx'
import { gateStyle } from '../design/style.ts'
import { isText, texts } from '../design/texts.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { directionOf } from '../platform/language.ts'
import type { Refusal } from '../platform/refusals.ts'

/** The pages of the way into the desk. */

export type GateProps = { newsroom: Newsroom; message?: Child | undefined }

/** Why the newsroom declines, in the page's language where there are words for it. */
export const Why = ({ language, refusal }: { language: string; refusal: Refusal }) => {
  const key = `refusal.${refusal.code}`
  return isText(key) ? (
    <span>{texts(language)(key)}</span>
  ) : (
    <span lang="en" dir="ltr">
      {refusal.message}
    </span>
  )
}

/** One column, one question: a page outside the paper, that no search engine keeps. */
export const Gate = ({
  newsroom,
  title,
  message,
  script,
  children,
}: GateProps & { title: string; script?: string; children: Child }) => {
  const { language, colours, name } = newsroom
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{`${title} – ${name}`}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        {fontsFor(language).map((font) => (
          <link rel="preload" href={font.path} as="font" type="font/woff2" crossorigin="" />
        ))}
        <style>{raw(gateStyle(colours, language).style)}</style>
        {script && <script type="module" src={script} />}
      </head>
      <body>
        <main class="gate">
          <p class="name">
            <a href="/">{name}</a>
          </p>
          <h1>{title}</h1>
          {message && (
            <p class="wrong" role="alert">
              {message}
            </p>
          )}
          {children}
        </main>
      </body>
    </html>
  )
}

/** A page with the policy that it is sent with. */
export const gateDocument = ({ colours, language }: Newsroom, page: string) => ({
  html: documentOf(page),
  policy: `default-src 'none'; style-src ${gateStyle(colours, language).source}; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
})

type AskProps = GateProps & { next: string; email?: string; password?: boolean }

export const AskPage = ({ newsroom, message, next, email, password }: AskProps) => {
  const t = texts(newsroom.language)
  const address = (
    <label>
      {t('sign-in.email')}
      <input
        type="email"
        name="email"
        value={email}
        required
        autocomplete="username webauthn"
        dir="ltr"
      />
    </label>
  )
  return (
    <Gate
      newsroom={newsroom}
      title={t('sign-in.title')}
      message={message}
      script={passkeyScript.path}
    >
      <form method="post" action="/desk/sign-in">
        {address}
        <input type="hidden" name="next" value={next} />
        <button type="submit">{t('sign-in.ask')}</button>
        <button
          type="button"
          class="quiet"
          hidden
          data-passkey={t('sign-in.passkey.failed')}
          aria-describedby="said"
        >
          {t('sign-in.passkey')}
        </button>
        <p id="said" role="status" data-said=""></p>
      </form>
      <details open={password}>
        <summary>{t('sign-in.password')}</summary>
        <form method="post" action="/desk/sign-in/password">
          {address}
          <label>
            {t('sign-in.password.label')}
            <input
              type="password"
              name="password"
              required
              autocomplete="current-password"
              dir="ltr"
            />
          </label>
          <CodeField label={t('sign-in.factor')} />
          <input type="hidden" name="next" value={next} />
          <button type="submit">{t('sign-in.enter')}</button>
        </form>
      </details>
    </Gate>
  )
}

const CodeField = ({ label }: { label: string }) => (
  <label>
    {label}
    <input
      name="code"
      required
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength={12}
      dir="ltr"
    />
  </label>
)

export const CodePage = ({
  newsroom,
  next,
  wrong,
}: GateProps & { next: string; wrong?: boolean }) => {
  const t = texts(newsroom.language)
  return (
    <Gate
      newsroom={newsroom}
      title={t('sign-in.sent.title')}
      message={wrong ? t('sign-in.wrong') : undefined}
    >
      <p>{t('sign-in.sent.text')}</p>
      <form method="post" action="/desk/sign-in/code">
        <CodeField label={t('sign-in.code')} />
        <input type="hidden" name="next" value={next} />
        <button type="submit">{t('sign-in.enter')}</button>
      </form>
      <p>
        <a href="/desk/sign-in">{t('sign-in.again')}</a>
      </p>
    </Gate>
  )
}

export const LinkPage = ({ newsroom, link }: GateProps & { link: string }) => {
  const t = texts(newsroom.language)
  return (
    <Gate newsroom={newsroom} title={t('sign-in.link.title')}>
      <p>{t('sign-in.link.text')}</p>
      <form method="post" action="/desk/sign-in/link">
        <input type="hidden" name="key" value={link} />
        <button type="submit">{t('sign-in.enter')}</button>
      </form>
    </Gate>
  )
}

type FirstProps = GateProps & { link: string; name?: string; email?: string }

export const FirstPage = ({ newsroom, message, link, name, email }: FirstProps) => {
  const t = texts(newsroom.language)
  return (
    <Gate newsroom={newsroom} title={t('first.title')} message={message}>
      <p>{t('first.text')}</p>
      <form method="post" action="/desk/first">
        <label>
          {t('first.name')}
          <input name="name" value={name} required autocomplete="name" maxlength={120} />
        </label>
        <label>
          {t('sign-in.email')}
          <input type="email" name="email" value={email} required autocomplete="email" dir="ltr" />
        </label>
        <input type="hidden" name="key" value={link} />
        <button type="submit">{t('first.create')}</button>
      </form>
    </Gate>
  )
}
