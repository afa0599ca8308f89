import type { ContributorLink } from '../contributors/contributor.ts'

/** What a WXR file holds, one record a thing, in the file's order. `line` is where it begins, from 1. */
export type WxrRecord = Site | Author | Term | Item | Problem

export type Site = {
  kind: 'site'
  line: number
  title: string
  description: string
  link: string
  /** A BCP 47 tag, or empty. */
  language: string
  baseSiteUrl: string
  baseBlogUrl: string
  /** As the file says, or empty. */
  version: string
  /** Under which name its items are remembered, where its address is not what tells it from others. */
  key?: string
  /** How it looks and when its days begin, where its file says so. Pictures are ids of attachments. */
  look?: { timezone: string; accent: string; logo: string; icon: string }
}

export type Author = {
  kind: 'author'
  line: number
  id: string
  login: string
  email: string
  displayName: string
  firstName: string
  lastName: string
  biography?: string
  links?: ContributorLink[]
  /** The id of an attachment, or empty. */
  picture?: string
}

/** A category, a tag, or a term of another taxonomy (`nav_menu`, `author`, a site's own). */
export type Term = {
  kind: 'term'
  line: number
  id: string
  /** `category` and `post_tag` for the usual two. */
  taxonomy: string
  slug: string
  /** The parent's slug; in old files its name. */
  parent: string
  /** HTML: may hold entities. */
  name: string
  description: string
  /** Its path on the old site where that does not follow from its slug and taxonomy. */
  path?: string
}

export type Filing = { taxonomy: string; slug: string; name: string }

export type WxrComment = {
  id: string
  author: string
  email: string
  url: string
  ip: string
  /** `YYYY-MM-DD HH:MM:SS`, local and UTC. */
  date: string
  dateGmt: string
  content: string
  /** `1`, `0`, `spam`, `trash`. */
  approved: string
  /** Empty or `comment` for a comment, else `pingback`, `trackback` or a plugin's own. */
  type: string
  /** `0` for none. */
  parent: string
  userId: string
  meta: [key: string, value: string][]
}

export type Item = {
  kind: 'item'
  line: number
  id: string
  type: string
  status: string
  title: string
  link: string
  guid: string
  guidIsPermalink: boolean
  /** RFC 822, or empty. */
  pubDate: string
  /** `YYYY-MM-DD HH:MM:SS`, local and UTC; `0000-00-00 00:00:00` for none. */
  date: string
  dateGmt: string
  modified: string
  modifiedGmt: string
  name: string
  creator: string
  content: string
  excerpt: string
  parent: string
  menuOrder: number
  sticky: boolean
  password: string
  attachmentUrl: string
  filings: Filing[]
  /** A key may stand more than once. Serialised PHP stays text; see `readPhp`. */
  meta: Map<string, string[]>
  comments: WxrComment[]
  /** What only a post of Ghost has; its text is here, not in `content`. */
  ghost?: GhostText
}

/** The text of a Ghost post in the forms it has, each empty when it has none, and what else Ghost says of it. */
export type GhostText = {
  lexical: string
  mobiledoc: string
  html: string
  plaintext: string
  /** `public`, `members`, `paid`, `tiers`, or a filter. */
  visibility: string
  seoTitle: string
  socialTitle: string
  /** The id of an attachment, or empty. */
  socialPicture: string
  canonical: string
  codeinjection: boolean
  /** How many internal tags it has. */
  marks: number
  /** What it says that has no place here: each what it is, and why, with a tab between them. */
  unplaced: string[]
}

/** Something that could not be read as it stands. `lost` tells whether something is missing because of it. */
export type Problem = { kind: 'problem'; line: number; message: string; lost: boolean }
