import { hrefOf } from '../addresses/address.ts'
import type { Branch } from '../design/layout.tsx'
import { type Category, categoryName, type Tag } from './category.ts'

/** A category as a label that leads to it. */
export const CategoryLink = ({ category, language }: { category: Category; language: string }) => (
  <a class="category" href={hrefOf(category.path)}>
    {categoryName(category, language)}
  </a>
)

const trees = new WeakMap<readonly Category[], Map<string, Branch[]>>()

/** The categories as a tree of links, in the newsroom's order. Kept as long as the list it is made from. */
export function branchesOf(categories: readonly Category[], language: string): Branch[] {
  const kept = trees.get(categories) ?? new Map<string, Branch[]>()
  const tree = kept.get(language) ?? treeOf(categories, language)
  trees.set(categories, kept.set(language, tree))
  return tree
}

function treeOf(categories: readonly Category[], language: string): Branch[] {
  const below = (parentId: string | null, above: readonly string[]): Branch[] =>
    categories
      .filter((category) => category.parentId === parentId && !above.includes(category.id))
      .sort((a, b) => a.position - b.position)
      .map((category) => ({
        label: categoryName(category, language),
        href: hrefOf(category.path),
        below: below(category.id, [...above, category.id]),
      }))
  return below(null, [])
}

/** Where a category stands: those above it, from the top. */
export const CategoryPath = ({
  line,
  language,
  label,
}: {
  line: readonly Category[]
  language: string
  label: string
}) => (
  <nav class="path" aria-label={label}>
    <ol>
      {line.map((category) => (
        <li>
          <CategoryLink category={category} language={language} />
        </li>
      ))}
    </ol>
  </nav>
)

/** A row of links to categories. */
export const CategoryList = ({
  categories,
  language,
}: {
  categories: readonly Category[]
  language: string
}) => (
  <ul class="row">
    {categories.map((category) => (
      <li>
        <CategoryLink category={category} language={language} />
      </li>
    ))}
  </ul>
)

/** A row of links to tags, which keep the language they were written in. */
export const TagList = ({ tags }: { tags: readonly Tag[] }) => (
  <ul class="row tags">
    {tags.map((tag) => (
      <li>
        <a href={hrefOf(tag.path)} rel="tag" dir="auto">
          {tag.name}
        </a>
      </li>
    ))}
  </ul>
)
