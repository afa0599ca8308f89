import { type Fields, fieldsIn } from './fields.ts'

/** For whom Ghost shows a card on the web: a part of an open article may be for members alone. */
export type Audience = {
  /** Readers who have not signed in. */
  visitors: boolean
  /** Members, in Ghost's words for a segment of them; empty for none. */
  members: string
}

const FREE_MEMBERS = 'status:free'

/** Why a part of a text is not for those who read the article here, or undefined when it is. */
export function whyNotShown({ visitors, members }: Audience, isPremium: boolean) {
  if (!visitors && !members) return 'it was for the newsletter only'
  if (isPremium) {
    if (!members) return 'those who read this article are no longer visitors'
    if (members === FREE_MEMBERS) return 'it was for members who do not pay'
    return undefined
  }
  return visitors ? undefined : 'members alone saw it, and everybody reads this article'
}

const NO_LIMIT: Audience = { visitors: true, members: 'all' }

/** The audience that a card of Lexical names; former Ghosts said no more than whether it is on the web at all. */
export function audienceOf(card: Fields): Audience {
  const visibility = fieldsIn(card.visibility)
  const web = fieldsIn(visibility.web)
  if (typeof web.nonMember === 'boolean' && typeof web.memberSegment === 'string')
    return { visitors: web.nonMember, members: web.memberSegment }
  const isOff = visibility.emailOnly === true || visibility.showOnWeb === false
  return isOff ? { visitors: false, members: '' } : NO_LIMIT
}

/** Ghost's marks around a part of a text that is not for everybody. */
const gate = /<!--\s{0,20}kg-gated-block:(begin [^>]{0,300}|begin|end)\s{0,20}-->/

/** HTML without what is not for those who read the article here; `hide` hears why, for each part that is left out. */
export function openHtml(html: string, isPremium: boolean, hide: (why: string) => void): string {
  if (!html.includes('kg-gated-block:')) return html
  let open = ''
  let isHidden = false
  for (const [at, piece] of html.split(gate).entries()) {
    if (at % 2 === 0) open += isHidden ? '' : piece
    else if (piece === 'end') isHidden = false
    else {
      const why = whyNotShown(markedAudience(piece), isPremium)
      isHidden = why !== undefined
      if (why) hide(why)
    }
  }
  return open
}

const markedAudience = (mark: string): Audience => ({
  visitors: /\bnonMember:true\b/.test(mark),
  members: /\bmemberSegment:"([^"]*)"/.exec(mark)?.[1] ?? '',
})

/** Whether a text, however damaged, holds something that is not for everybody. */
export const isPartlyClosed = (written: string) => /"nonMember"\s{0,9}:\s{0,9}false/.test(written)
