import type { Role } from '../client.ts'
import { type TextKey, t } from '../texts.ts'

const builtIn = ['reporter', 'editor', 'publisher', 'moderator', 'administrator']

/** A role's name: the built-in ones are said in the desk's language. */
export const roleName = ({ id, name }: Role) =>
  builtIn.includes(id) ? t(`role.${id}` as TextKey) : name
