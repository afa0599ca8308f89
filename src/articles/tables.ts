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
  }
  /** Categories beside the main one. */
  article_categories: { article_id: string; category_id: string; position: number }
  article_tags: { article_id: string; tag_id: string; position: number }
  bylines: { article_id: string; position: number; contributor_id: string; role: string }
  /** Articles of one group say the same in different languages. */
  translations: { article_id: string; group_id: string }
  /** The kept lists: which published article stands where in which list. */
  feed_entries: { feed: string; published: string; article_id: string }
}
