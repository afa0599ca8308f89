import { useNavigate, useSearch } from '@tanstack/react-router'

/** What the list, the board and the calendar are narrowed by. They stand in the address, so that a look can be shared. */
export const filterNames = ['status', 'kind', 'category', 'language', 'whose', 'search'] as const
export type Filters = Partial<Record<(typeof filterNames)[number], string>>

/** Filters out of an address, whatever somebody wrote there. */
export const filtersOf = (search: Record<string, unknown>): Filters =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = search[name]
      return value === undefined || value === '' ? [] : [[name, String(value)]]
    }),
  )

/** The filters now, and how to change one: an empty text takes it away. */
export function useFilters() {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const filters = filtersOf(search)
  const set = (change: Filters) =>
    void navigate({
      to: '.',
      search: ((before: Record<string, unknown>) => {
        const now: Record<string, unknown> = { ...before, ...change }
        return Object.fromEntries(Object.entries(now).filter(([, value]) => value))
      }) as never,
      replace: true,
    })
  return { filters, set, isNarrowed: Object.keys(filters).length > 0 }
}
