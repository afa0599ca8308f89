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
  }
}
