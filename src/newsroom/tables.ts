export interface NewsroomTables {
  /** One row, id 'newsroom'. */
  newsroom: { id: string; settings: string; changed: string }
}
