export interface ReadershipTables {
  /** How often an article was opened in an hour, `2026-03-02T09` (UTC). Nothing about who opened it. */
  reads: { article_id: string; hour: string; count: number }
  /** The hours of a month, `2026-03`, once they are old. */
  reads_by_month: { article_id: string; month: string; count: number }
  /** The most read of a list, in order. */
  most_read: { feed: string; position: number; article_id: string }
}
