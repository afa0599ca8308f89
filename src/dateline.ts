import { parseArgs } from 'node:util'
import { readEnv, WrongSettings } from './env.ts'

/** The operator's command. Exit codes: 0 done, 1 could not, 2 wrong use or settings, 3 done in part (import). */

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
    const { address, first, stop } = await run(settings, roles)
    if (address) process.stdout.write(`Dateline is open at ${address}\n`)
    else process.stdout.write('Dateline is working in the background\n')
    if (first)
      process.stdout.write(
        `Nobody can sign in to the desk yet. Create the administrator, once and within the hour, at\n${first}\n`,
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
    summary: 'Bring in a site from another system',
    usage: `dateline import FILE [--uploads DIR] [--fetch-pictures] [--dry-run] [--report FILE.json]

Brings in a WordPress export (WXR 1.0 to 1.2, .xml or .xml.gz), whether the newsroom is running or not. Run it again
at any time: what is there already is not brought in twice, and a run that was cut short goes on where it ended.

  --uploads DIR      take pictures from a copy of wp-content/uploads
  --fetch-pictures   fetch pictures from the site they are on (never from private addresses)
  --dry-run          say what would happen and change nothing
  --report FILE.json write the whole report for a program to read

Exit codes: 0 all accounted for, 1 could not start, 2 wrong use, 3 finished, but some items could not be brought in.`,
    run: async (args) => (await import('./import.ts')).importCommand(args, readEnv()),
  },
  settings: {
    summary: 'Show or change the newsroom’s name, colours, navigation and house texts',
    usage: `dateline settings [FILE.json] [--logo PICTURE]

Prints the settings as JSON. With FILE, changes those that the file names; '-' reads standard input.

  --logo PICTURE  show this picture (JPEG, PNG, GIF, WebP, AVIF) in place of the name`,
    run: async (args) => (await import('./settings.ts')).settingsCommand(args, readEnv()),
  },
  staff: {
    summary: 'Let somebody into the desk from the server',
    usage: `dateline staff list
dateline staff invite EMAIL [--name NAME] [--role ROLE]
dateline staff reset EMAIL

invite gives somebody a place at the desk (an administrator's, unless --role says otherwise) and prints an address at
which they can sign in once within the hour. reset ends every session of somebody, takes away their passkeys and
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
      'dateline doctor\n\nChecks settings, data folder, database and pictures, and says what is wrong and what to do.',
    run: async (args) => {
      noOptions(args)
      return (await import('./doctor.ts')).examine(readEnv())
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

/** What went wrong in the operator's words, where it is known; the whole error otherwise. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE')
    return `Another program is using this port. Set PORT to another one.\n${error.message}`
  if (code === 'EACCES' || code === 'EPERM')
    return `The file or port may not be used by this user.\n${error.message}`
  if (code === 'ENOSPC') return `The disk is full.\n${error.message}`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '3D000' || code === '28P01')
    return `The database cannot be reached. Check DATABASE_URL.\n${error.message}`
  return error.name === 'Refusal' ? error.message : (error.stack ?? error.message)
}

process.exitCode = await main(process.argv.slice(2))
