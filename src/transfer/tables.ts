export interface TransferTables {
  /** The site that moves in from the desk: one at a time. Its file is in the data folder's `imports`. */
  arrivals: {
    id: string
    /** `uploading`, `looking` (what it would do), `looked`, `bringing`, `done` or `failed`. */
    state: string
    /** What the file is called, and its bytes. */
    name: string
    size: number
    begun: string
    begun_by: string
    /** JSON: see `ArrivalOptions`. */
    options: string
    /** When the worker that has it in hand last said so (ISO 8601), or empty. */
    beat: string
    /** JSON: how far it is. */
    progress: string
    /** The last run's totals as JSON, or null. */
    account: string | null
    /** Why it ended without one, or null. */
    error: string | null
  }
  /** A run of an import that brought something in. */
  imports: {
    id: string
    /** Which site moves in: the address of its front page, without the scheme. */
    site: string
    file: string
    started: string
    finished: string
    /** The report's totals as JSON. */
    report: string
  }
  /** What has come in of a site, so that nothing comes in twice. */
  imported_items: {
    site: string
    /** WordPress's name for its kind (`post`, `attachment`, `category`, `author` …). */
    external_type: string
    external_id: string
    /** `article`, `picture`, `category`, `tag` or `contributor`. */
    kind: string
    local_id: string
    /** SHA-256 of the item in the file, 32 hexadecimal digits of it. */
    digest: string
    /** The article's version when it was last brought in; a greater one has been edited here. */
    version: number
    /** Its status then. */
    status: string
    /** Pictures that it shows and the library lacked, as JSON. */
    lacking: string
  }
  /** Members of a site, kept for the readers' accounts; never shown. */
  imported_members: {
    site: string
    /** In lower case. */
    email: string
    name: string
    note: string
    /** 1 when the newsletter goes to them. */
    subscribed: number
    /** 1 when they read everything without paying. */
    complimentary: number
    stripe_customer: string
    /** Names with commas between them, as in the file. */
    labels: string
    tiers: string
    /** ISO 8601 UTC, or empty where the file has none. */
    created: string
    deleted: string
  }
  /** Comments as they came, for the comments feature to take over. */
  imported_comments: {
    site: string
    external_id: string
    article_id: string
    /** The external id of the comment it answers, or null. */
    parent: string | null
    author: string
    email: string
    url: string
    ip: string
    /** ISO 8601 UTC, or empty where the file has none. */
    written: string
    /** `approved` or `held`. */
    status: string
    /** `comment`, `pingback`, `trackback`, or a plug-in's own. */
    type: string
    content: string
    /** Further data of plug-ins: pairs of key and value, as JSON. */
    meta: string
  }
}
