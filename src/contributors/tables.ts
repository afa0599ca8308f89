export interface ContributorTables {
  contributors: {
    id: string
    kind: string
    name: string
    path: string
    biography: string
    picture_id: string | null
    links: string
    disclaimer: string
    added: string
    /** The one that this turned out to be, whose articles these are now; or null. */
    merged_into: string | null
  }
  /** What a guest says of themselves with an article that readers do not have yet. */
  awaited_profiles: {
    article_id: string
    contributor_id: string
    biography: string
    picture_id: string | null
    disclaimer: string
  }
}
