import { createHash } from 'node:crypto'
import type { Direction } from '../platform/language.ts'

/** A picture of words, for what has no picture that other sites could show. */
export type SocialCard = {
  /** The id of an article, or `newsroom`. */
  of: string
  direction: Direction
  /** Above the title: what it is. */
  label: string
  title: string
  /** Below it: whose it is. */
  foot: string
  /** #rrggbb */
  accent: string
}

/** Grows when cards are drawn in another way. */
const DRAWING = 1

/** Pixels: what the sites that show cards ask for. */
export const CARD = { width: 1200, height: 630 } as const

/** The last part of a card's address, which changes with what is on it. */
export function cardFile(card: SocialCard): string {
  const said = JSON.stringify([DRAWING, card])
  return `${card.of}-${createHash('sha256').update(said).digest('hex').slice(0, 12)}.jpeg`
}

export const cardPath = (card: SocialCard) => `/cards/${cardFile(card)}`
