export interface ArticleTables {
  articles: {
    id: string
    kind: string
    status: string
    access: string
    headline: string
    seo_title: string
    social_title: string
    social_picture_id: string | null
    standfirst: string
    dateline_place: string
    dateline_date: string
    /** ProseMirror JSON. */
    body: string
    words: number
    language: string
    direction: string
    category_id: string | null
    lead_picture_id: string | null
    path: string
    /** Grows with every change. */
    version: number
    created: string
    edited: string
    published: string | null
    /** When readers last got something new of it. */
    updated: string | null
    scheduled: string | null
    withheld: string | null
    withheld_reason: string
    /** The colleague who began it; null for what was brought in. */
    created_by: string | null
    /** The colleague who has it in hand. */
    assigned_to: string | null
    /** By when it should be ready. */
    due: string | null
  }
  /** Categories beside the main one. */
  article_categories: { article_id: string; category_id: string; position: number }
  article_tags: { article_id: string; tag_id: string; position: number }
  bylines: { article_id: string; position: number; contributor_id: string; role: string }
  /** Articles of one group say the same in different languages. */
  translations: { article_id: string; group_id: string }
  /** What the desk writes on, beside what readers have. */
  manuscripts: {
    article_id: string
    /** A document of Yjs (manuscript.ts), with everything that was merged into it. */
    state: Uint8Array
    /** How often updates were folded into `state`: who has an older count reads it again. */
    folded: number
    /** The digest of the article as it was last the same as the manuscript (manuscript.ts). */
    base: string
    /** Ids of the colleagues who wrote since the last revision, JSON. */
    authors: string
  }
  /** What was written since the last fold, one update of Yjs a row. */
  manuscript_updates: {
    id: string
    article_id: string
    bytes: Uint8Array
    written_by: string
  }
  /** Versions of a manuscript that somebody may want to see again. */
  revisions: {
    id: string
    article_id: string
    kind: string
    /** A snapshot of Yjs: which of the manuscript's characters stood there. */
    snapshot: Uint8Array
    words: number
    headline: string
    /** Ids of the colleagues who wrote since the one before, JSON. */
    authors: string
    made: string
  }
  /** Notes in the margin of a manuscript. */
  margin_notes: {
    id: string
    article_id: string
    /** Where the words stand that it is about (anchor.ts), JSON; null for one about the article as a whole. */
    anchor: string | null
    /** These words, as they were when it was written. */
    quote: string
    made: string
    resolved: string | null
    resolved_by: string | null
  }
  /** What is said in a note: by whoever wrote it, and by those who answer. The first has the note's id. */
  margin_words: { id: string; note_id: string; text: string; said: string; said_by: string }
  /** Who is named in it, and when their letter went out. */
  margin_mentions: { words_id: string; colleague_id: string; told: string | null }
  /** What editors pinned to the places at the top of a language's front page, from 0, the lead. */
  front_places: { language: string; place: number; article_id: string; since: string }
  /** Filters of the desk's list that a colleague wants to find again. */
  saved_views: { id: string; colleague_id: string; name: string; filters: string; saved: string }
  /** What an article said before readers, from one change that they could see to the next. */
  versions: {
    id: string
    article_id: string
    /** From 1; an article that never changed has none. */
    number: number
    /** From when it stood there. */
    since: string
    access: string
    headline: string
    standfirst: string
    /** ProseMirror JSON. */
    body: string
    /** Since when its wording is kept from readers; null when they may see it. */
    closed: string | null
  }
  /** What readers were told about a change. */
  corrections: {
    id: string
    article_id: string
    /** The version that the change made. */
    version_id: string
    kind: string
    /** Empty for an update that says nothing of itself. */
    note: string
    made: string
    /** The colleague who made it. */
    made_by: string | null
  }
  /** The kept lists: which published article stands where in which list. */
  feed_entries: { feed: string; published: string; article_id: string }
}
