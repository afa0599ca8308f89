/** Who a byline names. Needs no account. */
export const contributorKinds = ['staff', 'guest', 'agency'] as const
export type ContributorKind = (typeof contributorKinds)[number]

export type ContributorLink = { label: string; href: string }

export type Contributor = {
  id: string
  kind: ContributorKind
  name: string
  path: string
  biography: string
  pictureId: string | null
  links: ContributorLink[]
  /** What this contributor's own articles must say, in place of the newsroom's text for guests. */
  disclaimer: string
}

/** What a contributor did for an article (IPTC and CRediT roles in a newsroom's words). */
export const bylineRoles = [
  'author',
  'reporting',
  'translation',
  'photography',
  'illustration',
  'data',
  'editing',
] as const
export type BylineRole = (typeof bylineRoles)[number]

export type Byline = { role: BylineRole; contributor: Contributor }
