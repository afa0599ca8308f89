import { newsroomNow } from '../newsroom/settings.ts'
import type { Database } from '../platform/database.ts'
import type { Mail } from '../platform/mail.ts'
import { colleagueById } from './colleagues.ts'
import { makeLink } from './sign-in.ts'

type Post = Pick<Database, 'db' | 'write'> & { mail: Mail; siteUrl: string; now: () => Date }

/** Sends the link and the code that somebody asked for. Sent again, only the newer letter's work. */
export async function sendSignIn(post: Post, { attemptId }: { attemptId: string }) {
  const made = await post.write((tx) => makeLink(tx, attemptId, post.now()))
  if (!made) return
  const { name } = await newsroomNow(post.db)
  await post.mail.send({
    to: made.colleague.email,
    subject: `${made.code} lets you into ${name}`,
    text: `Somebody, we hope you, wants to sign in to the desk of ${name}.

Type this code where you asked for it:

    ${made.code}

Or open this page and press its button, on any device:

    ${post.siteUrl}/desk/sign-in/link?key=${made.link}

Both work once, for fifteen minutes. If it was not you, ignore this letter: nothing happens without it.
`,
  })
}

/** Tells somebody that a place at the desk waits for them. */
export async function sendInvitation(post: Post, { colleagueId }: { colleagueId: string }) {
  const colleague = await colleagueById(post.db, colleagueId)
  if (colleague.left !== null || colleague.joined !== null) return
  const { name } = await newsroomNow(post.db)
  await post.mail.send({
    to: colleague.email,
    subject: `A place at the desk of ${name}`,
    text: `${colleague.name},

you have a place at the desk of ${name}, as ${colleague.role.name.toLowerCase()}.

Sign in with this e-mail address, ${colleague.email}, at

    ${post.siteUrl}/desk

You get a code by mail; no password is needed.
`,
  })
}
