import { isLinkAddress } from '../../addresses/link.ts'
import type { ContributorLink } from '../../contributors/contributor.ts'
import { webAddress } from '../links.ts'
import { type Fields, said } from './fields.ts'

/** Where Ghost's people are found elsewhere: each site's name, and the address that a name there stands for. */
const sites: Record<string, [label: string, address: (name: string) => string]> = {
  facebook: ['Facebook', (name) => `https://www.facebook.com/${name}`],
  twitter: ['X', (name) => `https://x.com/${name}`],
  threads: ['Threads', (name) => `https://www.threads.net/@${name}`],
  bluesky: ['Bluesky', (name) => `https://bsky.app/profile/${name}`],
  mastodon: ['Mastodon', fediverse],
  tiktok: ['TikTok', (name) => `https://www.tiktok.com/@${name}`],
  youtube: ['YouTube', (name) => `https://www.youtube.com/${/\//.test(name) ? name : `@${name}`}`],
  instagram: ['Instagram', (name) => `https://www.instagram.com/${name}`],
  linkedin: [
    'LinkedIn',
    (name) => `https://www.linkedin.com/${/\//.test(name) ? name : `in/${name}`}`,
  ],
}

/** `@ana@social.example` and `social.example/@ana` are the same account. */
function fediverse(name: string) {
  const [user, server] = name.split('@')
  return server && !name.includes('/') ? `https://${server}/@${user}` : `https://${name}`
}

/** The links of somebody who writes: their own site, then their accounts. */
export function profileLinks(fields: Fields): ContributorLink[] {
  const own = webAddress(said(fields, 'website'), '')
  const links = own && isLinkAddress(own) ? [{ label: new URL(own).hostname, href: own }] : []
  for (const [field, [label, addressOf]] of Object.entries(sites)) {
    const written = said(fields, field).trim()
    if (!written) continue
    const whole = /^https?:\/\//i.test(written)
    const name = written.replace(/^[@/]+/, '')
    if (!whole && !/^[\p{L}\p{N}._@/-]{1,200}$/u.test(name)) continue
    const href = webAddress(whole ? written : addressOf(name), '')
    if (href && isLinkAddress(href)) links.push({ label, href })
  }
  return links
}
