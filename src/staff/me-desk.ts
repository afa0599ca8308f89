import { createRoute, z } from '@hono/zod-openapi'
import { newsroomNow } from '../newsroom/settings.ts'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import { chooseLanguage } from './colleagues.ts'
import { deskLanguages } from './desk-language.ts'
import { CHALLENGE, type DeskEnv, forget, keep, kept } from './door.ts'
import { factorAddress, newFactor } from './factor.ts'
import {
  addPasskey,
  checkNew,
  keepChallenge,
  optionsToAdd,
  passkeysOf,
  removePasskey,
  takeChallenge,
} from './passkeys.ts'
import { hasPassword, passwordHash, removePassword, setPassword } from './passwords.ts'
import { endSession, endSessions, sessionsOf } from './sessions.ts'
import { ColleagueShape, colleagueWire } from './wire.ts'

/** One's own way in: sessions, passkeys, password. */

const Me = z
  .object({
    colleague: ColleagueShape,
    newsroom: z.object({
      name: z.string(),
      language: z.string(),
      timezone: z.string(),
      /** Its public address, without a slash at its end. */
      siteUrl: z.string(),
    }),
    hasPassword: z.boolean(),
  })
  .openapi('Me')

const SessionShape = z
  .object({ id: Id, began: z.string(), seen: z.string(), agent: z.string(), own: z.boolean() })
  .openapi('Session')

const PasskeyShape = z
  .object({ id: z.string(), name: z.string(), added: z.string(), used: z.string().nullable() })
  .openapi('Passkey')

/** What an authenticator says (WebAuthn level 3, 5.5): checked in full by the library that verifies it. */
const CredentialShape = z.looseObject({ id: z.string().max(2000), response: z.looseObject({}) })

const CHALLENGE_S = 5 * 60

export const meDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/me',
      responses: answers(Me, 'Who is signed in, and where'),
    }),
    async (c) => {
      const { colleague } = c.var.session
      const { name, language, timezone } = await newsroomNow(c.var.db)
      return c.json(
        {
          colleague: colleagueWire(colleague),
          newsroom: { name, language, timezone, siteUrl: c.var.siteUrl },
          hasPassword: await hasPassword(c.var.db, colleague.id),
        },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/me/language',
      description: 'The language of one’s desk; null for the newsroom’s.',
      request: { body: body(z.object({ language: z.enum(deskLanguages).nullable() })) },
      responses: done,
    }),
    async (c) => {
      const { language } = c.req.valid('json')
      await c.var.write((tx) => chooseLanguage(tx, c.var.session.colleague.id, language))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/sessions',
      responses: answers(z.array(SessionShape), 'Where one is signed in'),
    }),
    async (c) => {
      const { id, colleague } = c.var.session
      const sessions = await sessionsOf(c.var.db, colleague.id, c.var.now())
      return c.json(
        sessions.map((session) => ({ ...session, own: session.id === id })),
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/me/sessions/{id}',
      request: { params: idParam },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await c.var.write((tx) => endSession(tx, c.var.session.colleague.id, id, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/me/sessions',
      description: 'Ends every session but this one.',
      responses: done,
    }),
    async (c) => {
      const { id, colleague } = c.var.session
      await c.var.write((tx) => endSessions(tx, colleague.id, c.var.now(), id))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/passkeys',
      responses: answers(z.array(PasskeyShape), 'One’s passkeys'),
    }),
    async (c) => c.json(await passkeysOf(c.var.db, c.var.session.colleague.id), 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/me/passkeys/challenge',
      responses: answers(z.looseObject({}), 'What a browser needs to make a passkey'),
    }),
    async (c) => {
      const { colleague } = c.var.session
      const { name } = await newsroomNow(c.var.db)
      const options = await optionsToAdd(c.var.db, colleague, c.var.siteUrl, name)
      const now = c.var.now()
      const secret = await c.var.write((tx) =>
        keepChallenge(tx, options.challenge, colleague.id, now),
      )
      keep(c, CHALLENGE, secret, CHALLENGE_S)
      return c.json(options as never, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/me/passkeys',
      request: { body: body(z.object({ name: z.string().max(80), credential: CredentialShape })) },
      responses: done,
    }),
    async (c) => {
      const { name, credential } = c.req.valid('json')
      const { colleague } = c.var.session
      const now = c.var.now()
      const challenge = await c.var.write((tx) =>
        takeChallenge(tx, kept(c, CHALLENGE) ?? '', colleague.id, now),
      )
      forget(c, CHALLENGE)
      const checked = await checkNew(credential as never, challenge, c.var.siteUrl)
      await c.var.write((tx) => addPasskey(tx, colleague.id, name, checked, now))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/me/passkeys/{id}',
      request: { params: z.object({ id: z.string().max(2000) }) },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      await c.var.write((tx) => removePasskey(tx, c.var.session.colleague.id, id, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/me/factor',
      responses: answers(
        z.object({ factor: z.string(), address: z.string() }),
        'A new shared secret for an app, used once a password is set with it',
      ),
    }),
    async (c) => {
      const factor = newFactor()
      const { name } = await newsroomNow(c.var.db)
      return c.json(
        { factor, address: factorAddress(factor, c.var.session.colleague.email, name) },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/me/password',
      request: {
        body: body(
          z.object({
            password: z.string().max(1000),
            factor: z.string().regex(/^[A-Z2-7]{32}$/, 'Ask for a new one first.'),
            code: z.string().max(12),
          }),
        ),
      },
      responses: done,
    }),
    async (c) => {
      const { password, factor, code } = c.req.valid('json')
      const hash = await passwordHash(password)
      await c.var.write((tx) =>
        setPassword(tx, c.var.session.colleague.id, { hash, factor, code }, c.var.now()),
      )
      return c.body(null, 204)
    },
  )
  .openapi(createRoute({ method: 'delete', path: '/me/password', responses: done }), async (c) => {
    await c.var.write((tx) => removePassword(tx, c.var.session.colleague.id, c.var.now()))
    return c.body(null, 204)
  })
