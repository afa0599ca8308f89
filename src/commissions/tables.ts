export interface CommissionTables {
  /** What a guest is asked to write, and what they have written so far. Times are ISO 8601 UTC. */
  commissions: {
    id: string
    title: string
    brief: string
    name: string
    email: string
    language: string
    kind: string
    category_id: string | null
    /** A date (ISO 8601), or null without a deadline. */
    due: string | null
    /** What the guest agrees to. */
    agreement: string
    /** Hashes of the link that the editor copies and of the one that was mailed. */
    link: string
    mailed_link: string | null
    expires: string
    revoked: string | null
    made: string
    made_by: string
    headline: string
    /** As it was typed: Markdown or plain. */
    text: string
    /** The uploaded file's name, and the document that it became; used where no text was typed. */
    file_name: string
    file_body: string | null
    biography: string
    picture_id: string | null
    disclosures: string
    agreed: string | null
    submitted: string | null
    article_id: string | null
    contributor_id: string | null
    /** When the guest was told that it is published. */
    told: string | null
  }
}
