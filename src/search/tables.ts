export interface SearchTables {
  /** The articles that can be found, in the order of their publication. */
  search_entries: {
    /** Grows with the time of publication, so that the newest are found first: see `entryId`. */
    id: number
    article_id: string
    /** As the article was when it was read: a Premium one is found by its headline and standfirst alone. */
    access: string
    language: string
    /** Postgres: its words and where they stand. Null on SQLite, which keeps them in `search_index`. */
    words: string | null
  }
  /** SQLite: the full-text index, by the entry's id. */
  search_index: {
    rowid: number
    headline: string
    about: string
    body: string
    stems: string
    marks: string
    /** The name of the table as a column: what is looked for. */
    search_index: string
  }
  /** How many articles had a word when they were read: for suggestions. Not brought down again. */
  search_words: { word: string; articles: number }
  /** Articles that are to be read into the index. */
  search_waiting: { article_id: string }
}
