import { createReadStream } from 'node:fs'
import type { Db } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusals.ts'
import { detached } from '../detached.ts'
import { textOf } from '../encoding.ts'
import { type Run, writing } from '../run.ts'
import type { TransferTables } from '../tables.ts'
import { csvRows } from './csv.ts'

type Member = Omit<TransferTables['imported_members'], 'site'>

/** Members in one transaction. */
const BATCH = 500
/** The longest address there is (RFC 5321, 4.5.3.1.3). */
const LONGEST_EMAIL = 254

/**
 * Keeps the members of a site for the readers' accounts: nothing shows them. What is said of them names the line of
 * the file, never an address.
 */
export async function bringMembers(run: Run, file: string) {
  let columns: string[] | undefined
  const seen = new Set<string>()
  let waiting: Member[] = []
  const flush = async () => {
    await keep(run, waiting)
    waiting = []
  }
  for await (const { line, cells } of csvRows(textOf(createReadStream(file)))) {
    if (!columns) {
      columns = cells.map((cell) => cell.trim().toLowerCase())
      if (!columns.includes('email'))
        throw new Refusal(
          'invalid',
          'transfer/members',
          'The members file has no column “email” in its first line. Export it in Ghost: Members, Export all.',
        )
      continue
    }
    if (cells.length === 1 && cells[0]!.trim() === '') continue
    const member = memberOf(columns, cells)
    if (!member) {
      run.report.problem({
        line,
        message: `Line ${line} of the members file has no e-mail address. It is left out.`,
        lost: true,
      })
      run.report.count('failed', 'member', 'without an e-mail address')
      continue
    }
    if (seen.has(member.email)) {
      run.report.count(
        'left out',
        'member',
        'the address stands in the file twice; the first counts',
      )
      continue
    }
    seen.add(detached(member.email))
    waiting.push(member)
    if (waiting.length === BATCH) await flush()
  }
  await flush()
}

/** How many members are kept, of all sites. */
export async function keptMembers(db: Db): Promise<number> {
  const row = await db
    .selectFrom('imported_members')
    .select((e) => e.fn.countAll().as('members'))
    .executeTakeFirstOrThrow()
  return Number(row.members)
}

function memberOf(columns: string[], cells: string[]): Member | undefined {
  const said = (name: string, longest = 2000) => {
    const written = cells[columns.indexOf(name)] ?? ''
    // Ghost puts an apostrophe before what a spreadsheet would take for a formula.
    return written
      .replace(/^'(?=[=+\-@\t\r])/, '')
      .replaceAll('\0', '')
      .trim()
      .slice(0, longest)
      .toWellFormed()
  }
  const email = said('email', 1000).toLowerCase()
  if (email.length > LONGEST_EMAIL || !/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(email))
    return undefined
  const yes = (name: string) => (/^(true|1|yes)$/i.test(said(name)) ? 1 : 0)
  return {
    email,
    name: said('name', 300),
    note: said('note'),
    subscribed: columns.includes('subscribed_to_emails') ? yes('subscribed_to_emails') : 0,
    complimentary: yes('complimentary_plan'),
    stripe_customer: said('stripe_customer_id', 300),
    labels: said('labels'),
    tiers: said('tiers'),
    created: timeOf(said('created_at')),
    deleted: timeOf(said('deleted_at')),
  }
}

function timeOf(written: string): string {
  const ms = Date.parse(written)
  return Number.isNaN(ms) || ms < 0 || ms > 253_402_300_799_000 ? '' : new Date(ms).toISOString()
}

async function keep(run: Run, list: Member[]) {
  if (list.length === 0) return
  const here = await run.newsroom.db
    .selectFrom('imported_members')
    .selectAll()
    .where('site', '=', run.key)
    .where(
      'email',
      'in',
      list.map(({ email }) => email),
    )
    .execute()
  const before = new Map(here.map(({ site: _, ...member }) => [member.email, member]))
  const isSame = (member: Member) => {
    const known = before.get(member.email)
    return known !== undefined && columnsOf.every((column) => known[column] === member[column])
  }
  const told = list.filter((member) => !isSame(member))
  await writing(run, undefined, async (tx) => {
    for (let at = 0; at < told.length; at += 50)
      await tx
        .insertInto('imported_members')
        .values(told.slice(at, at + 50).map((member) => ({ site: run.key, ...member })))
        .onConflict((conflict) =>
          conflict
            .columns(['site', 'email'])
            .doUpdateSet((e) =>
              Object.fromEntries(columnsOf.map((column) => [column, e.ref(`excluded.${column}`)])),
            ),
        )
        .execute()
  })
  for (const member of list)
    run.report.count(
      isSame(member) ? 'unchanged' : before.has(member.email) ? 'changed' : 'new',
      'member',
    )
}

const columnsOf = [
  'name',
  'note',
  'subscribed',
  'complimentary',
  'stripe_customer',
  'labels',
  'tiers',
  'created',
  'deleted',
] as const
