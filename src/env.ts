import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { trustedProxies } from './platform/proxies.ts'

/** The only reader of process.env. Every setting, checked together. docs/operators.md tells each one's story. */

const port = z.coerce
  .number({ error: 'Write a port number' })
  .int('Write a port number')
  .min(0, 'Write a port from 0 to 65535')
  .max(65535, 'Write a port from 0 to 65535')

const Settings = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .min(1, 'Write an address to listen at, for example 127.0.0.1 or ::')
    .default('127.0.0.1'),
  SITE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'Write the address readers use, for example https://paper.example',
    })
    .refine(
      (address) => !URL.canParse(address) || new URL(address).pathname === '/',
      'Write the address without a path: the newsroom answers at the top of its host',
    )
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'Write a Postgres address, postgres://user:password@host/database, or leave it out for SQLite in the data folder',
    )
    .optional(),
  DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(2, 'Write at least 2')
    .max(500, 'Write at most 500')
    .default(10),
  DEMO: z.enum(['on', 'off'], { error: 'Write on or off' }).default('on'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'Write debug, info, warn, error or silent',
    })
    .default('info'),
  CACHE_MB: z.coerce
    .number()
    .int()
    .min(1, 'Write at least 1')
    .max(65536, 'Write at most 65536')
    .default(64),
  METRICS_PORT: z
    .union([z.literal('off'), port], { error: 'Write a port number, or off' })
    .default(9464),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  SMTP_URL: z
    .string()
    .regex(
      /^smtps?:\/\//,
      'Write a mail server such as smtp://user:password@mail.example:587, or leave it out: letters then go into DATA_DIR/mail',
    )
    .optional(),
  MAIL_FROM: z.string().min(3).max(300).optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine(
      isNetworkList,
      'Write networks with commas between them, for example loopback,10.0.0.0/8',
    )
    .default('loopback'),
})

export const settingNames = Object.keys(Settings.shape)

export type Settings = z.output<typeof Settings> & { SITE_URL: string; MAIL_FROM: string }

function isNetworkList(list: string) {
  try {
    trustedProxies(list)
    return true
  } catch {
    return false
  }
}

/** One or more settings are wrong. The message has a line for each: which, why, what to write. */
export class WrongSettings extends Error {
  override name = 'WrongSettings'
}

/** Reads the settings from the environment and, below it, from a `.env` file in the working folder. */
export function readEnv(
  environment: NodeJS.ProcessEnv = process.env,
  folder = process.cwd(),
): Settings {
  const file = resolve(folder, '.env')
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  // A setting that is there but empty counts as left out: that is how compose files unset one.
  const given = Object.fromEntries(
    Object.entries({ ...fromFile, ...environment }).filter(
      ([name, value]) => name in Settings.shape && value !== '',
    ),
  )
  const checked = Settings.safeParse(given)
  if (!checked.success)
    throw new WrongSettings(
      checked.error.issues
        .map((issue) => {
          const name = String(issue.path[0])
          const shown =
            name === 'DATABASE_URL' || name === 'SMTP_URL' ? '' : ` (it is “${given[name]}”)`
          return `${name}${shown}: ${issue.message}.`
        })
        .join('\n'),
    )
  const settings = checked.data
  const siteUrl = (settings.SITE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, '')
  return {
    ...settings,
    DATA_DIR: resolve(folder, settings.DATA_DIR),
    SITE_URL: siteUrl,
    MAIL_FROM: settings.MAIL_FROM ?? `newsroom@${new URL(siteUrl).hostname}`,
  }
}
