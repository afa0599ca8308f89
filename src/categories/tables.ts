export interface CategoryTables {
  categories: {
    id: string
    name: string
    names: string
    description: string
    path: string
    parent_id: string | null
    position: number
  }
  tags: { id: string; name: string; path: string }
}
