import { z } from 'zod'
import type { Role } from './permission.ts'

/** Somebody who works at the desk. */
export type Colleague = {
  id: string
  email: string
  name: string
  role: Role
  /** ISO 8601 UTC. */
  invited: string
  joined: string | null
  left: string | null
  /** In which they want the desk (BCP 47), or null for the newsroom's. */
  language: string | null
}

/** An e-mail address as it is stored and compared: domains know no case, and mailboxes in practice neither. */
export const EmailAddress = z
  .string()
  .trim()
  .max(254)
  .regex(
    /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()"]+$/,
    'Write an e-mail address such as ada@paper.example.',
  )
  .transform((address) => address.normalize('NFC').toLowerCase())

export const ColleagueName = z.string().trim().min(1, 'Write a name.').max(120)

/** The touch that says that somebody's rights or sessions have changed: who is connected is looked at again. */
export const STAFF = 'staff'
