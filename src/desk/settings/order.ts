/** A list in which some things were moved before or after another. */
export function moved<Key, Thing extends { id: Key }>(
  list: readonly Thing[],
  keys: ReadonlySet<Key>,
  target: Key,
  place: string,
): Thing[] {
  if (keys.has(target)) return [...list]
  const taken = list.filter(({ id }) => keys.has(id))
  const rest = list.filter(({ id }) => !keys.has(id))
  const at = rest.findIndex(({ id }) => id === target) + (place === 'after' ? 1 : 0)
  return [...rest.slice(0, at), ...taken, ...rest.slice(at)]
}
