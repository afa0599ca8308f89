export interface MediaTables {
  pictures: {
    id: string
    hash: string
    format: string
    width: number
    height: number
    bytes: number
    alt: string
    caption: string
    credit: string
    licence: string
    focal_x: number
    focal_y: number
    /** Where an import found it, or null. */
    source: string | null
    added: string
    /** When readers first had it, or null. */
    shown: string | null
  }
}
