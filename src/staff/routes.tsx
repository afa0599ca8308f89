import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Child } from 'hono/jsx'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { newsroomNow } from '../newsroom/settings.ts'
import type { Env } from '../platform/http.ts'
import { Refusal } from '../platform/refusals.ts'
import { holdsNul, storable } from '../platform/unstorable.ts'
import { ASKING, CHALLENGE, forget, keep, kept, refuseForeign, SESSION, visitor } from './door.ts'
import { AskPage, CodePage, FirstPage, gateDocument, LinkPage, Why } from './parts.tsx'
import {
  checkPasskey,
  keepChallenge,
  optionsToSignIn,
  signInByPasskey,
  takeChallenge,
} from './passkeys.ts'
import { knownBy, refuseGuessing, signInByPassword } from './passwords.ts'
import { signOut } from './sessions.ts'
import {
  askToSignIn,
  becomeAdministrator,
  refuseFlood,
  signInByCode,
  signInByLink,
} from './sign-in.ts'

/** The way into the desk. Works without script, but for passkeys. */
export const gate = new Hono<Env>()

type Gate = Context<Env>

const SIGN_IN = '/desk/sign-in'
/** Seconds: as long as a letter can be used; as long as a session may last; as long as a passkey may take. */
const ASKING_S = 15 * 60
const SESSION_S = 90 * 86_400
const CHALLENGE_S = 5 * 60

/** Bytes of a form of the gate's. */
const bound = bodyLimit({ maxSize: 64 * 1024 })

gate.use('/desk/sign-in/*', bound)
gate.use('/desk/*', async (c, next) => {
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'same-origin')
  c.header('x-robots-tag', 'noindex')
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') refuseForeign(c)
  await next()
})

/** A page of the desk to go on to. Anything else could be another site. */
const nextOf = (wanted: unknown) =>
  typeof wanted === 'string' && /^\/desk(\/[\w\-./?=&%]*)?$/.test(wanted) ? wanted : '/desk'

const fieldsOf = async (c: Gate) => {
  const body = await c.req.parseBody()
  return (name: string) =>
    typeof body[name] === 'string' ? storable(body[name].slice(0, 1000)) : ''
}

const agentOf = (c: Gate) => c.req.header('user-agent') ?? ''

const show = async (
  c: Gate,
  page: (newsroom: Newsroom) => unknown,
  status: 200 | 403 | 422 | 429 = 200,
) => {
  const newsroom = await newsroomNow(c.var.db)
  const { html, policy } = gateDocument(newsroom, page(newsroom) as string)
  c.header('content-security-policy', policy)
  return c.html(html, status)
}

/** Shows the form again with what was wrong, where that is for the person at it to mend. */
const orAgain = async (
  c: Gate,
  work: () => Promise<Response>,
  page: (newsroom: Newsroom, message: Child) => unknown,
) => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const status = error.reason === 'invalid' ? 422 : error.reason === 'too-many' ? 429 : 403
    return await show(
      c,
      (newsroom) => page(newsroom, <Why language={newsroom.language} refusal={error} />),
      status,
    )
  }
}

function enter(c: Gate, secret: string, next: unknown) {
  keep(c, SESSION, secret, SESSION_S)
  forget(c, ASKING)
  return c.redirect(nextOf(next), 303)
}

gate.get(SIGN_IN, async (c) => {
  if (await visitor(c)) return c.redirect(nextOf(c.req.query('next')), 303)
  return show(c, (newsroom) => <AskPage newsroom={newsroom} next={nextOf(c.req.query('next'))} />)
})

gate.post(SIGN_IN, async (c) => {
  const field = await fieldsOf(c)
  const next = nextOf(field('next'))
  return orAgain(
    c,
    async () => {
      const now = c.var.now()
      const browser = await c.var.write(async (tx) => {
        await refuseFlood(tx, c.var.network, now)
        return await askToSignIn(tx, field('email'), now)
      })
      keep(c, ASKING, browser, ASKING_S)
      return c.redirect(`/desk/sign-in/code?next=${encodeURIComponent(next)}`, 303)
    },
    (newsroom, message) => (
      <AskPage newsroom={newsroom} next={next} email={field('email')} message={message} />
    ),
  )
})

gate.get('/desk/sign-in/code', (c) =>
  show(c, (newsroom) => <CodePage newsroom={newsroom} next={nextOf(c.req.query('next'))} />),
)

gate.post('/desk/sign-in/code', async (c) => {
  const field = await fieldsOf(c)
  const next = nextOf(field('next'))
  return orAgain(
    c,
    async () => {
      const now = c.var.now()
      const secret = await c.var.write((tx) =>
        signInByCode(tx, kept(c, ASKING) ?? '', field('code'), agentOf(c), now),
      )
      if (secret) return enter(c, secret, next)
      return show(c, (newsroom) => <CodePage newsroom={newsroom} next={next} wrong />, 422)
    },
    (newsroom, message) => <AskPage newsroom={newsroom} next={next} message={message} />,
  )
})

// Programs that look at links in mails follow GET: nothing happens before the button is pressed.
gate.get('/desk/sign-in/link', (c) =>
  show(c, (newsroom) => <LinkPage newsroom={newsroom} link={c.req.query('key') ?? ''} />),
)

gate.post('/desk/sign-in/link', async (c) => {
  const field = await fieldsOf(c)
  return orAgain(
    c,
    async () => {
      const now = c.var.now()
      const secret = await c.var.write((tx) => signInByLink(tx, field('key'), agentOf(c), now))
      return enter(c, secret, '/desk')
    },
    (newsroom, message) => <AskPage newsroom={newsroom} next="/desk" message={message} />,
  )
})

gate.post('/desk/sign-in/password', async (c) => {
  const field = await fieldsOf(c)
  const next = nextOf(field('next'))
  const again = (newsroom: Newsroom, message: Child) => (
    <AskPage newsroom={newsroom} next={next} email={field('email')} message={message} password />
  )
  return orAgain(
    c,
    async () => {
      const now = c.var.now()
      await c.var.write(async (tx) => {
        await refuseFlood(tx, c.var.network, now)
        await refuseGuessing(tx, field('email'), now)
      })
      const known = await knownBy(c.var.db, field('email'), field('password'))
      const secret = await c.var.write((tx) =>
        signInByPassword(tx, known, field('code'), agentOf(c), now),
      )
      // One answer for a wrong address, password or code: which it was is nobody's business.
      if (!secret)
        throw new Refusal(
          'not-allowed',
          'staff/wrong',
          'The address, the password or the code is not right.',
        )
      return enter(c, secret, next)
    },
    again,
  )
})

gate.post('/desk/sign-in/challenge', async (c) => {
  const now = c.var.now()
  const options = await optionsToSignIn(c.var.siteUrl)
  const secret = await c.var.write(async (tx) => {
    await refuseFlood(tx, c.var.network, now)
    return await keepChallenge(tx, options.challenge, null, now)
  })
  keep(c, CHALLENGE, secret, CHALLENGE_S)
  return c.json(options)
})

gate.post('/desk/sign-in/passkey', async (c) => {
  const now = c.var.now()
  const response = await c.req.json().catch(() => undefined)
  if (typeof response?.id !== 'string' || holdsNul(response.id))
    throw new Refusal('invalid', 'staff/passkey', 'This is no passkey’s answer.')
  const challenge = await c.var.write((tx) =>
    takeChallenge(tx, kept(c, CHALLENGE) ?? '', null, now),
  )
  const shown = await checkPasskey(c.var.db, response, challenge, c.var.siteUrl)
  const secret = await c.var.write((tx) => signInByPasskey(tx, shown, agentOf(c), now))
  forget(c, CHALLENGE)
  keep(c, SESSION, secret, SESSION_S)
  return c.json({ next: nextOf(c.req.query('next')) })
})

gate.get('/desk/first', (c) =>
  show(c, (newsroom) => <FirstPage newsroom={newsroom} link={c.req.query('key') ?? ''} />),
)

gate.post('/desk/first', bound, async (c) => {
  const field = await fieldsOf(c)
  const fields = { name: field('name'), email: field('email') }
  return orAgain(
    c,
    async () => {
      const now = c.var.now()
      const secret = await c.var.write((tx) =>
        becomeAdministrator(tx, field('key'), fields, agentOf(c), now),
      )
      return enter(c, secret, '/desk')
    },
    (newsroom, message) => (
      <FirstPage newsroom={newsroom} link={field('key')} {...fields} message={message} />
    ),
  )
})

gate.post('/desk/sign-out', async (c) => {
  const now = c.var.now()
  const session = await visitor(c)
  if (session) await c.var.write((tx) => signOut(tx, session.colleague.id, session.id, now))
  forget(c, SESSION)
  // What the desk kept in this browser is not for whoever sits at it next: manuscripts above all.
  c.header('clear-site-data', '"cache", "storage"')
  return c.redirect(SIGN_IN, 303)
})
