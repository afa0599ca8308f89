import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Db, Tx } from '../platform/database.ts'
import { record } from '../platform/outbox.ts'
import { Refusal } from '../platform/refusals.ts'
import { hashOf, newSecret } from '../platform/secrets.ts'
import type { Colleague } from './colleague.ts'
import { openSession } from './sessions.ts'

/** Signing in with a passkey (W3C Web Authentication, level 3). */

/** Loaded when somebody uses a passkey: it is larger than all that answers readers. */
const webauthn = () => import('@simplewebauthn/server')

/** Milliseconds that a browser may take to answer. */
const LASTS_MS = 5 * 60_000

const relyingParty = (siteUrl: string) => new URL(siteUrl).hostname

const unknown = () =>
  new Refusal(
    'not-allowed',
    'staff/passkey',
    'This passkey is not known here. Ask for a link by mail, then add it under your own settings.',
  )

/** What a browser needs to make a passkey for a colleague. */
export async function optionsToAdd(db: Db, colleague: Colleague, siteUrl: string, name: string) {
  const there = await passkeysOf(db, colleague.id)
  const { generateRegistrationOptions } = await webauthn()
  return await generateRegistrationOptions({
    rpName: name,
    rpID: relyingParty(siteUrl),
    userName: colleague.email,
    userDisplayName: colleague.name,
    userID: new TextEncoder().encode(colleague.id),
    attestationType: 'none',
    excludeCredentials: there.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** What a browser needs to show a passkey of whoever sits at it. */
export async function optionsToSignIn(siteUrl: string) {
  const { generateAuthenticationOptions } = await webauthn()
  return await generateAuthenticationOptions({
    rpID: relyingParty(siteUrl),
    userVerification: 'required',
  })
}

/** Keeps a challenge until its answer comes; returns the secret that the browser shows with it. */
export async function keepChallenge(
  tx: Tx,
  challenge: string,
  colleagueId: string | null,
  now: Date,
): Promise<string> {
  const secret = newSecret()
  await tx
    .insertInto('challenges')
    .values({
      hash: hashOf(secret),
      challenge,
      colleague_id: colleagueId,
      expires: new Date(now.getTime() + LASTS_MS).toISOString(),
    })
    .execute()
  return secret
}

/** Takes a challenge out, so that no answer to it counts twice. */
export async function takeChallenge(tx: Tx, secret: string, colleagueId: string | null, now: Date) {
  const row = await tx
    .deleteFrom('challenges')
    .where('hash', '=', hashOf(secret))
    .where('expires', '>', now.toISOString())
    .where('colleague_id', colleagueId === null ? 'is' : '=', colleagueId)
    .returning('challenge')
    .executeTakeFirst()
  if (!row)
    throw new Refusal('not-allowed', 'staff/challenge', 'This took too long. Please try again.')
  return row.challenge
}

/** Checks a browser's answer to `optionsToAdd`. Outside of any transaction: it may take a while. */
export async function checkNew(
  response: RegistrationResponseJSON,
  challenge: string,
  siteUrl: string,
) {
  const { verifyRegistrationResponse } = await webauthn()
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: new URL(siteUrl).origin,
    expectedRPID: relyingParty(siteUrl),
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!checked?.verified) throw unknown()
  return checked.registrationInfo.credential
}

type Credential = Awaited<ReturnType<typeof checkNew>>

export async function addPasskey(
  tx: Tx,
  colleagueId: string,
  name: string,
  credential: Credential,
  now: Date,
) {
  const there = await tx
    .selectFrom('passkeys')
    .select('id')
    .where('id', '=', credential.id)
    .executeTakeFirst()
  if (there)
    throw new Refusal('conflict', 'staff/passkey-known', 'This passkey is known here already.')
  await tx
    .insertInto('passkeys')
    .values({
      id: credential.id,
      colleague_id: colleagueId,
      name: name.trim().slice(0, 80) || 'Passkey',
      public_key: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: JSON.stringify(credential.transports ?? []),
      added: now.toISOString(),
      used: null,
    })
    .execute()
  await record(tx, 'staff.passkey-added', { colleagueId }, now)
}

export const passkeysOf = (db: Db, colleagueId: string) =>
  db
    .selectFrom('passkeys')
    .select(['id', 'name', 'added', 'used'])
    .where('colleague_id', '=', colleagueId)
    .orderBy('added')
    .execute()

export async function removePasskey(tx: Tx, colleagueId: string, id: string, now: Date) {
  const { numDeletedRows } = await tx
    .deleteFrom('passkeys')
    .where('colleague_id', '=', colleagueId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n)
    throw new Refusal('not-found', 'staff/no-passkey', 'You have no such passkey any more.')
  await record(tx, 'staff.passkey-removed', { colleagueId }, now)
}

/** Checks a browser's answer to `optionsToSignIn`; says whose passkey it is and where its counter stands. */
export async function checkPasskey(
  db: Db,
  response: AuthenticationResponseJSON,
  challenge: string,
  siteUrl: string,
) {
  const row = await db
    .selectFrom('passkeys')
    .innerJoin('colleagues', 'colleagues.id', 'passkeys.colleague_id')
    .select([
      'passkeys.id',
      'passkeys.colleague_id',
      'passkeys.public_key',
      'passkeys.counter',
      'passkeys.transports',
    ])
    .where('passkeys.id', '=', String(response.id))
    .where('colleagues.left', 'is', null)
    .executeTakeFirst()
  if (!row) throw unknown()
  const { verifyAuthenticationResponse } = await webauthn()
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: new URL(siteUrl).origin,
    expectedRPID: relyingParty(siteUrl),
    requireUserVerification: true,
    credential: {
      id: row.id,
      publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
      counter: Number(row.counter),
      transports: JSON.parse(row.transports) as AuthenticatorTransport[],
    },
  }).catch(() => undefined)
  if (!checked?.verified) throw unknown()
  return {
    passkeyId: row.id,
    colleagueId: row.colleague_id,
    counter: checked.authenticationInfo.newCounter,
  }
}

export async function signInByPasskey(
  tx: Tx,
  shown: Awaited<ReturnType<typeof checkPasskey>>,
  agent: string,
  now: Date,
) {
  const { numUpdatedRows } = await tx
    .updateTable('passkeys')
    .set({ counter: shown.counter, used: now.toISOString() })
    .where('id', '=', shown.passkeyId)
    .executeTakeFirst()
  // Taken away while it was checked.
  if (numUpdatedRows === 0n) throw unknown()
  await record(tx, 'staff.signed-in', { colleagueId: shown.colleagueId, by: 'passkey' }, now)
  return await openSession(tx, shown.colleagueId, agent, now)
}

export const pruneChallenges = (tx: Tx, now: Date) =>
  tx.deleteFrom('challenges').where('expires', '<', now.toISOString()).execute()
