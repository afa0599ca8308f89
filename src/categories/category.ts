/** The navigation a reader browses by. */
export type Category = {
  id: string
  name: string
  /** The name in other languages, by BCP 47 tag. */
  names: Record<string, string>
  description: string
  path: string
  parentId: string | null
  position: number
}

/** A free keyword. */
export type Tag = { id: string; name: string; path: string }

export const categoryName = (category: Pick<Category, 'name' | 'names'>, language: string) =>
  category.names[language] ?? category.names[language.split('-')[0]!] ?? category.name

/** A category's ancestors from the top, then itself. A cycle in the data ends the walk. */
export function lineage<C extends Pick<Category, 'id' | 'parentId'>>(
  all: readonly C[],
  id: string,
): C[] {
  const byId = new Map(all.map((category) => [category.id, category]))
  const line: C[] = []
  for (
    let at = byId.get(id);
    at && !line.includes(at);
    at = at.parentId ? byId.get(at.parentId) : undefined
  )
    line.unshift(at)
  return line
}
