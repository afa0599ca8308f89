import { parseArgs } from 'node:util'
import { readEnv, WrongSettings } from './env.ts'

/** The operator's command. Exit codes: 0 done, 1 could not, 2 wrong use or settings, 3 done in part (import, export, backup, restore). */

type Command = { summary: string; usage: string; run: (args: string[]) => Promise<number> }

const noOptions = (args: string[]) => parseArgs({ args, options: {}, allowPositionals: false })

const serve = (
  summary: string,
  usage: string,
  roles: { web: boolean; worker: boolean },
): Command => ({
  summary,
  usage,
  run: async (args) => {
    noOptions(args)
    const settings = readEnv()
    const { run } = await import('./main.ts')
    const told = waitUntilTold()
    const { address, first, editor, stop } = await run(settings, roles)
    if (address) process.stdout.write(`Dateline is open at ${address}\n`)
    else process.stdout.write('Dateline is working in the background\n')
    if (first)
      process.stdout.write(
        `Nobody can sign in to the desk yet. Create the administrator, once and within the hour, at\n${first}\n`,
      )
    if (editor)
      process.stdout.write(
        `Or look around the demo as its editor, once and within the hour, at\n${editor}\n`,
      )
    await told
    // Told twice means now.
    process.once('SIGINT', () => process.exit(1))
    await stop()
    return 0
  },
})

const commands: Record<string, Command> = {
  start: serve(
    'Run the newsroom: its pages and its background work',
    'dateline start\n\nOpens the newsroom at HOST and PORT and works off what follows from changes. Stop it with Ctrl-C or SIGTERM.',
    { web: true, worker: true },
  ),
  web: serve(
    'Run only the pages',
    'dateline web\n\nAnswers readers. Run one or more of these, and at least one worker, on one DATABASE_URL.',
    { web: true, worker: false },
  ),
  worker: serve(
    'Run only the background work',
    'dateline worker\n\nMakes renditions of pictures, publishes what is scheduled. Several may run on one DATABASE_URL.',
    { web: false, worker: true },
  ),
  import: {
    summary: 'Bring in a site from another system, or an archive of a newsroom',
    usage: `dateline import FILE [--uploads DIR] [--fetch-pictures] [--dry-run] [--report FILE.json]
                    [--site URL] [--redirects FILE] [--routes FILE] [--members FILE.csv]

Brings in a WordPress export (WXR 1.0 to 1.2, .xml or .xml.gz) or a Ghost export (1 to 6, .json or .json.gz), told by
its content, whether the newsroom is running or not. Run it again at any time: what is there already is not brought in
twice, and a run that was cut short goes on where it ended.

  --uploads DIR      take pictures from a copy of wp-content/uploads, or of Ghost's content/images
  --fetch-pictures   fetch pictures from the site they are on (never from private addresses)
  --dry-run          say what would happen and change nothing
  --site URL         where the Ghost site was: its export does not say
  --redirects FILE   the Ghost site's redirects.json or redirects.yaml
  --routes FILE      its routes.yaml, which says at which addresses its posts were
  --members FILE.csv its members, kept for the readers' accounts; nothing shows them
  --report FILE.json write the whole report for a program to read

An archive that “dateline export” has written is known by what it holds. It is checked as a whole and brought into an
empty newsroom, which then shows the same pages.

Exit codes: 0 all accounted for, 1 could not start, 2 wrong use, 3 finished, but some items could not be brought in.`,
    run: async (args) => (await import('./import.ts')).importCommand(args, readEnv()),
  },
  export: {
    summary: 'Write the whole newsroom to one archive, pictures included',
    usage: `dateline export FILE.tar.gz|FILE.tar|-

Writes everything that makes the pages, drafts and withheld articles included, whether the newsroom is running or not:
rows as JSON, pictures as they came, a manifest with the hash of each file. '-' writes to standard output, packed.
FILE appears when it is whole. “dateline import” brings it into an empty newsroom, on SQLite or Postgres.

Exit codes: 0 done, 1 could not, 2 wrong use, 3 done, but some pictures have no file.`,
    run: async (args) => (await import('./export.ts')).exportCommand(args, readEnv()),
  },
  backup: {
    summary: 'Copy the database and the pictures to one file while the newsroom runs',
    usage: `dateline backup FILE.tar|FILE.tar.gz

Copies the SQLite database as it is at one moment, checks the copy, and writes it with the pictures and a manifest of
hashes to FILE, which appears when it is whole. Needs room for the database twice beside FILE. On Postgres it says
which commands do the same.

Exit codes: 0 done, 1 could not, 2 wrong use, 3 done, but some pictures have no file.`,
    run: async (args) => (await import('./backup.ts')).backupCommand(args, readEnv()),
  },
  restore: {
    summary: 'Put a backup in place',
    usage: `dateline restore FILE [--replace]

Checks FILE as a whole, then puts its database and pictures into an empty DATA_DIR. Stop the newsroom first.

  --replace  into a DATA_DIR that is in use: the database there is kept under another name

Exit codes: 0 done, 1 could not and nothing was changed, 2 wrong use, 3 done, but some pictures have no file.`,
    run: async (args) => (await import('./restore.ts')).restoreCommand(args, readEnv()),
  },
  settings: {
    summary: 'Show or change the newsroom’s name, colours, navigation and house texts',
    usage: `dateline settings [FILE.json] [--logo PICTURE] [--icon PICTURE]

Prints the settings as JSON. With FILE, changes those that the file names; '-' reads standard input.

  --logo PICTURE  show this picture (JPEG, PNG, GIF, WebP, AVIF) in place of the name
  --icon PICTURE  show this picture, a square one, in tabs and on phones in place of the name’s first letter`,
    run: async (args) => (await import('./settings.ts')).settingsCommand(args, readEnv()),
  },
  staff: {
    summary: 'Let somebody into the desk from the server',
    usage: `dateline staff list
dateline staff invite EMAIL --role ROLE [--name NAME]
dateline staff reset EMAIL

invite gives somebody a place at the desk, as reporter, editor, publisher, moderator, administrator or in a role of the
newsroom's own, and prints an address at which they can sign in once within the hour. reset ends every session of somebody, takes away their passkeys and
password, and prints such an address.`,
    run: async (args) => (await import('./staff.ts')).staffCommand(args, readEnv()),
  },
  migrate: {
    summary: 'Bring the database up to date',
    usage:
      'dateline migrate\n\nThe other commands do this too; run it alone before a planned upgrade.',
    run: async (args) => {
      noOptions(args)
      const { openNewsroom } = await import('./open.ts')
      const { database, migrated } = await openNewsroom(readEnv())
      await database.close()
      process.stdout.write(
        migrated.length ? `Migrated: ${migrated.join(', ')}\n` : 'The database is up to date\n',
      )
      return 0
    },
  },
  doctor: {
    summary: 'Check that everything the newsroom needs is there',
    usage:
      'dateline doctor [--archive FILE]\n\nChecks settings, data folder, database and pictures, and says what is wrong and what to do.\n\n  --archive FILE  check an archive or a backup instead: every hash, row, reference and picture. Needs no newsroom',
    run: async (args) => {
      const { values } = parseArgs({ args, options: { archive: { type: 'string' } } })
      const doctor = await import('./doctor.ts')
      return values.archive === undefined
        ? doctor.examine(readEnv())
        : doctor.examineArchive(values.archive)
    },
  },
}

function help() {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  )
  return `dateline: a newsroom on the web\n\n${lines.join('\n')}\n\ndateline COMMAND --help says more. Settings come from the environment and from .env: see docs/operators.md.\n`
}

function waitUntilTold() {
  return new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help())
    return name ? 0 : 2
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    process.stderr.write(`dateline: there is no command “${name}”\n\n${help()}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${command.usage}\n`)
    return 0
  }
  try {
    return await command.run(rest)
  } catch (error) {
    if (error instanceof WrongSettings)
      process.stderr.write(`dateline: these settings need another value\n${error.message}\n`)
    else if (
      error instanceof TypeError &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS')
    )
      process.stderr.write(`dateline ${name}: ${error.message}\n\n${command.usage}\n`)
    else {
      process.stderr.write(`dateline: ${explain(error)}\n`)
      return 1
    }
    return 2
  }
}

const SQLITE_FULL = 13

/** What went wrong in the operator's words, where it is known; the whole error otherwise. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE')
    return `Another program is using this port. Set PORT to another one.\n${error.message}`
  if (code === 'EACCES' || code === 'EPERM')
    return `The file or port may not be used by this user.\n${error.message}`
  if (code === 'ENOSPC' || ('errcode' in error && error.errcode === SQLITE_FULL))
    return `The disk is full.\n${error.message}`
  if (code === 'EFBIG' || code === 'EDQUOT')
    return `The file may not grow any further: this user's limit is reached.\n${error.message}`
  if (error.message === 'disk I/O error')
    return 'The disk cannot be written or read: a limit is reached, or it fails.'
  if (code === 'EPIPE') return 'Whoever reads the output has stopped.'
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '3D000' || code === '28P01')
    return `The database cannot be reached. Check DATABASE_URL.\n${error.message}`
  return error.name === 'Refusal' ? error.message : (error.stack ?? error.message)
}

// What is not published is nobody else's on this machine: database, pictures, reports.
process.umask(0o027)
process.exitCode = await main(process.argv.slice(2))
