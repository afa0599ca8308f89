import { parseArgs } from 'node:util'
import type { Settings } from './env.ts'
import { openNewsroom } from './open.ts'
import type { Database } from './platform/database.ts'
import { Refusal } from './platform/refusals.ts'
import { EmailAddress } from './staff/colleague.ts'
import { allColleagues, hasAdministrator, invite, resetColleague } from './staff/colleagues.ts'
import { builtInRoles } from './staff/permission.ts'
import { linkAtTheServer } from './staff/sign-in.ts'

/** `dateline staff`: who works at the desk, for whoever has the server and no way in. */
export async function staffCommand(args: string[], settings: Settings): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    options: { name: { type: 'string' }, role: { type: 'string' } },
    allowPositionals: true,
  })
  const [what, email, ...more] = positionals
  const known = what === 'list' ? !email : (what === 'invite' || what === 'reset') && email
  if (!known || more.length > 0) {
    process.stderr.write(
      'dateline staff: write list, invite EMAIL --role ROLE [--name NAME], or reset EMAIL\n',
    )
    return 2
  }
  if (what === 'invite' && !values.role) {
    process.stderr.write(
      `dateline staff invite: say with --role as what ${email} comes in: ${builtInRoles.map(({ id }) => id).join(', ')}, or a role of the newsroom’s own\n`,
    )
    return 2
  }
  const { database } = await openNewsroom(settings)
  try {
    if (what === 'list') await list(database)
    else if (what === 'invite')
      say(
        settings,
        email!,
        await database.write(async (tx) => {
          const fields = {
            email: email!,
            name: values.name ?? email!.split('@')[0]!,
            roleId: values.role!,
          }
          return await linkAtTheServer(tx, await invite(tx, null, fields, new Date()), new Date())
        }),
      )
    else say(settings, email!, await database.write((tx) => reset(tx, email!)))
    return 0
  } finally {
    await database.close()
  }
}

async function list({ db }: Database) {
  for (const { email, name, role, joined, left } of await allColleagues(db))
    process.stdout.write(
      `${email}  ${name}  ${role.name}${left ? '  has left' : joined ? '' : '  has not signed in yet'}\n`,
    )
}

async function reset(tx: Parameters<typeof resetColleague>[0], address: string) {
  const email = EmailAddress.parse(address)
  const colleague = (await allColleagues(tx)).find((one) => one.email === email && !one.left)
  if (!colleague)
    throw new Refusal(
      'not-found',
      'staff/unknown',
      `Nobody with the address ${email} works here. \`dateline staff list\` says who does.`,
    )
  await resetColleague(tx, colleague.id, new Date())
  return await linkAtTheServer(tx, colleague.id, new Date())
}

const say = ({ SITE_URL }: Settings, email: string, link: string) =>
  process.stdout.write(
    `${email} can sign in once within the hour at\n${SITE_URL}/desk/sign-in/link?key=${link}\n`,
  )

/** The address at which a newsroom without an administrator gets one, or undefined when it has one. */
export async function firstAddress({ db, write }: Database, siteUrl: string, now: Date) {
  if (await hasAdministrator(db)) return undefined
  const link = await write(async (tx) =>
    (await hasAdministrator(tx)) ? undefined : await linkAtTheServer(tx, null, now),
  )
  return link && `${siteUrl}/desk/first?key=${link}`
}

/** The address at which one comes in as the editor of the demo, or undefined where there is none. */
export async function editorAddress({ db, write }: Database, siteUrl: string, now: Date) {
  const { demo } = await import('../demo/demo.ts')
  const editor = (await allColleagues(db)).find(
    ({ email, left }) => email === demo.editor.email && left === null,
  )
  if (!editor) return undefined
  const link = await write((tx) => linkAtTheServer(tx, editor.id, now))
  return `${siteUrl}/desk/sign-in/link?key=${link}`
}
