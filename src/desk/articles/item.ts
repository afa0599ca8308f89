import type { api, said } from '../client.ts'

/** An article as the desk's lists have it. */
export type Item = Awaited<
  ReturnType<typeof said<Awaited<ReturnType<(typeof api.articles)[':id']['$get']>>>>
>
