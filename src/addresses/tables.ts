export interface AddressTables {
  /** What answers at a path. A thing has one current address; its retired ones redirect to it. */
  addresses: {
    path: string
    kind: string
    thing_id: string
    /** When a newer address took its place (ISO 8601), or null for the current one. */
    retired: string | null
  }
}
