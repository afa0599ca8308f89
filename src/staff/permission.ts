import type { Told } from '../platform/refusals.ts'

/** What a colleague may do at the desk, and the pure rules that follow. */

export const permissions = {
  'articles.write': 'write articles and edit one’s own',
  'articles.edit': 'edit everybody’s articles',
  'articles.publish': 'publish, schedule and withhold articles',
  'articles.correct': 'correct published articles',
  'guests.invite': 'invite guests',
  'pictures.add': 'add pictures to the library',
  'pictures.edit': 'change and retire pictures of the library',
  'front.arrange': 'arrange the front page',
  'comments.moderate': 'moderate comments',
  'money.see': 'see donations and subscriptions',
  'newsroom.change': 'change the newsroom’s settings, pages and redirects',
  'site.import': 'bring in another site',
  'staff.change': 'invite colleagues and change their roles',
  'audit.read': 'read who did what',
} as const
export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as Permission[]

/** A role is a name for some permissions. Newsrooms may make their own beside these. */
export type Role = { id: string; name: string; permissions: readonly Permission[] }

const writing = ['articles.write', 'pictures.add'] as const
const editing = [
  ...writing,
  'articles.edit',
  'articles.publish',
  'articles.correct',
  'guests.invite',
  'pictures.edit',
  'front.arrange',
] as const

export const builtInRoles = [
  { id: 'reporter', name: 'Reporter', permissions: writing },
  { id: 'editor', name: 'Editor', permissions: editing },
  /** The person who has to fund it. */
  { id: 'publisher', name: 'Publisher', permissions: [...editing, 'money.see', 'audit.read'] },
  { id: 'moderator', name: 'Moderator', permissions: ['comments.moderate'] },
  { id: 'administrator', name: 'Administrator', permissions: permissionNames },
] as const satisfies readonly Role[]

/** Who acts, as far as rules look. */
export type Actor = { id: string; role: Role }

/** As far as rules about articles look. */
export type Authored = { status: string; createdBy: string | null; assignedTo?: string | null }

export const may = ({ role }: Actor, permission: Permission) =>
  role.permissions.includes(permission)

/** What a reporter began or has in hand, until it is ready: what stands before readers is an editor's. */
const isOwnDraft = (actor: Actor, article: Authored) =>
  may(actor, 'articles.write') &&
  [article.createdBy, article.assignedTo].includes(actor.id) &&
  ['draft', 'submitted', 'in_edit'].includes(article.status)

export const mayEdit = (actor: Actor, article: Authored) =>
  may(actor, 'articles.edit') || isOwnDraft(actor, article)

export const mayPublish = (actor: Actor) => may(actor, 'articles.publish')

/** Pictures one has added oneself, until readers have them; with the permission everybody's. */
export const mayChangePicture = (
  actor: Actor,
  { addedBy, shown }: { addedBy: string | null; shown: string | null },
) =>
  may(actor, 'pictures.edit') ||
  (may(actor, 'pictures.add') && addedBy === actor.id && shown === null)

/** Whether somebody may change what readers have, and say so. */
export const mayCorrect = (actor: Actor) => may(actor, 'articles.correct')

/** What somebody lacks to give this role away, if anything: nobody makes another mightier than themselves. */
export const lackedToGrant = (actor: Actor, role: Role): Permission | undefined =>
  (['staff.change', ...role.permissions] as const).find((permission) => !may(actor, permission))

/** What a refusal says: what was asked for, and what is missing for it. */
export const lacking = ({ role }: Actor, permission: Permission): Told => ({
  message: `Your role, ${role.name}, may not ${permissions[permission]}. An administrator can give you one that may.`,
  lacks: permission,
})
