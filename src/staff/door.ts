import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import type { Env, House } from '../platform/http.ts'
import { Refusal } from '../platform/refusals.ts'
import { isWorthNoting, noteSeen, type Session, sessionOf } from './sessions.ts'

/** A request of somebody who is signed in. */
export type DeskEnv = Env & { Variables: { session: Session } }

type Desk = Context<Env>
/** Signed in or not. */
type Reached = Context<Env> | Context<DeskEnv>

/** Whether the newsroom is reached by https; without it browsers keep no `Secure` cookie. */
const isSecure = (c: Reached) => c.var.siteUrl.startsWith('https://')

/** `__Host-`: set by this host itself, for this host alone, over https alone (RFC 6265bis, 4.1.3.2). */
const cookieName = (siteUrl: string, name: string) =>
  siteUrl.startsWith('https://') ? `__Host-${name}` : name
const nameOf = (c: Reached, name: string) => cookieName(c.var.siteUrl, name)

/** Keeps a secret in the browser, out of reach of scripts and of other sites. */
export const keep = (c: Reached, name: string, secret: string, seconds: number) =>
  setCookie(c, nameOf(c, name), secret, {
    path: '/',
    httpOnly: true,
    secure: isSecure(c),
    sameSite: 'Lax',
    maxAge: seconds,
  })

export const kept = (c: Reached, name: string) => getCookie(c, nameOf(c, name))

export const forget = (c: Reached, name: string) =>
  void deleteCookie(c, nameOf(c, name), { path: '/', secure: isSecure(c) })

/** The cookies of the desk: who is in, who has asked to come in, and what a passkey answers to. */
export const SESSION = 'desk'
export const ASKING = 'desk-asking'
export const CHALLENGE = 'desk-challenge'

/** Whose browser this is, or undefined. */
export async function visitor(c: Desk): Promise<Session | undefined> {
  const secret = kept(c, SESSION)
  const session = secret ? await sessionOf(c.var.db, secret, c.var.now()) : undefined
  if (session && isWorthNoting(session, c.var.now()))
    await c.var.write((tx) => noteSeen(tx, session, c.var.now()))
  return session
}

/** The same of a request that no route sees, by its cookie header: the upgrade to a WebSocket. */
export async function visitorByCookie({ db, now, siteUrl }: House, cookies: string) {
  const name = cookieName(siteUrl, SESSION)
  const secret = parse(cookies, name)[name]
  return secret ? await sessionOf(db, secret, now()) : undefined
}

/** The colleague at the browser, or a refusal. */
export async function signedIn(c: Desk): Promise<Session> {
  const session = await visitor(c)
  if (!session)
    throw new Refusal('not-signed-in', 'staff/signed-out', 'You are signed out. Please sign in.')
  return session
}

/**
 * Refuses a change that another site's page asks for. Browsers say whose page asks (Fetch Metadata, Origin), and no
 * page can make them lie.
 */
export function refuseForeign(c: Desk) {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const same =
    site === undefined
      ? origin !== undefined &&
        URL.canParse(origin) &&
        new URL(origin).host === c.req.header('host')
      : site === 'same-origin'
  if (!same)
    throw new Refusal(
      'not-allowed',
      'staff/foreign',
      'This request came from another page. Open the desk itself and try again.',
    )
}
