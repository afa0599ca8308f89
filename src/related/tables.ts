export interface RelatedTables {
  /** What stands under an article, in order. */
  related: {
    article_id: string
    position: number
    other_id: string
    /** JSON of a `Reason`. */
    reason: string
    /** How readers could reach both when they were compared: a reason may only show what they can read. */
    own_access: string
    other_access: string
    /** The versions that were compared: a reason holds for these alone. */
    own_edited: string
    other_edited: string
  }
  /** What an article is about, in a few weighted terms (JSON of a `Signature`). */
  article_signatures: {
    article_id: string
    /** Base language: articles of different languages are not compared. */
    language: string
    access: string
    published: string
    /** When the version was written that it was made of. */
    edited: string
    terms: string
  }
  /** The strongest terms of the signatures, each with its articles in the order of publication. */
  article_terms: { term: string; published: string; article_id: string; weight: number }
  /** In how many of a language's articles a term stands: what tells a rare word from a common one. */
  term_counts: {
    language: string
    /** Articles that were counted. */
    articles: number
    counted: string
    /** JSON: articles by term, for terms of more than one article. */
    counts: string
  }
  /** Articles that wait to be compared. `since` is when they began to wait for this step. */
  related_waiting: { article_id: string; step: string; since: string }
}
