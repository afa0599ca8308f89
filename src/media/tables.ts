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
    /** What its file was called, or empty. */
    name: string
    /** What the licence asks for, in the words of whoever gave it. */
    terms: string
    /** What of its words was read from its file, a JSON list of their names. */
    from_file: string
    /** Grows with every change. */
    version: number
    /** When it may not be shown any more (ISO 8601 UTC), or null. */
    expires: string | null
    /** When it was taken off every page, or null. */
    expired: string | null
    /** The colleague who added it; null for what was brought in. */
    added_by: string | null
  }
  /** Where each picture of the library stands. */
  picture_uses: {
    picture_id: string
    /** `article`: what readers have or will have; `manuscript`: what the desk writes on; `contributor`. */
    kind: string
    thing_id: string
  }
}
