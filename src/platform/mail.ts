import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Transporter } from 'nodemailer'

export type Letter = { to: string; subject: string; text: string }

/** Sends letters. Throws when one could not be handed over. */
export type Mail = { send: (letter: Letter) => Promise<void>; close: () => void }

/** Loaded with the first letter: few processes send any. */
const nodemailer = () => import('nodemailer')

/** Milliseconds. A mail server that says nothing must not hold up the worker. */
const PATIENCE_MS = 20_000

/** Through an SMTP server: `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://…:465`. */
export function bySmtp(url: string, from: string): Mail {
  let transport: Transporter | undefined
  return {
    send: async (letter) => {
      const { createTransport } = await nodemailer()
      transport ??= createTransport({
        url,
        connectionTimeout: PATIENCE_MS,
        greetingTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      } as never)
      await transport.sendMail({ ...letter, from })
    },
    close: () => transport?.close(),
  }
}

/** Into a folder, a file a letter: for a newsroom that has no mail server yet. */
export function intoFolder(folder: string, from: string, now: () => Date): Mail {
  let sent = 0
  return {
    send: async (letter) => {
      const { createTransport } = await nodemailer()
      const transport = createTransport({ streamTransport: true, buffer: true })
      const { message } = await transport.sendMail({ ...letter, from })
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = `${now().toISOString().replaceAll(':', '-')}-${process.pid}-${++sent}.eml`
      // Whoever looks into the folder finds whole letters only.
      await writeFile(join(folder, `${name}.part`), message as Buffer, { mode: 0o600 })
      await rename(join(folder, `${name}.part`), join(folder, name))
    },
    close: () => {},
  }
}
