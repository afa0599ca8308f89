import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import {
  type LibraryPicture,
  lackingIn,
  renditionPath,
  titleOf,
  widthsOf,
} from '../../media/picture.ts'
import { api, queries, said } from '../client.ts'
import { t } from '../texts.ts'

/** What the desk asks of the library, and how a picture is called and shown there. */

export type Filter = 'all' | 'unused' | 'lacking' | 'expiring' | 'expired'
export const filters: readonly Filter[] = ['all', 'unused', 'lacking', 'expiring', 'expired']

/** Pictures of the library, newest first, a stretch at a time. */
export const useLibrary = (search: string, filter: Filter) =>
  useInfiniteQuery({
    queryKey: ['pictures', search, filter],
    queryFn: ({ pageParam }) =>
      said(
        api.pictures.$get({
          query: {
            ...(search ? { search } : {}),
            ...(filter === 'all' ? {} : { filter }),
            ...(pageParam ? { after: pageParam } : {}),
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  })

const one = (id: string) => ({
  queryKey: ['picture', id],
  queryFn: () => said(api.pictures[':id'].$get({ param: { id } })) as Promise<LibraryPicture>,
  staleTime: 30_000,
})

export const usePicture = (id: string) => useQuery(one(id))
export const askPicture = (id: string) => queries.fetchQuery(one(id))
export const askAnew = (id: string) => queries.fetchQuery({ ...one(id), staleTime: 0 })

/** These pictures by their ids, as far as they are there. */
export const usePictures = (ids: string[]) =>
  useQuery({
    queryKey: ['pictures', 'ids', ids.join()],
    queryFn: async () => {
      const found =
        ids.length > 0 ? await said(api.pictures.$get({ query: { ids: ids.join() } })) : undefined
      return new Map(found?.pictures.map((picture) => [picture.id, picture as LibraryPicture]))
    },
    placeholderData: (before) => before,
  })

/** Where a picture is shown from at the desk, wide enough for `width` pixels. One that has expired only the desk sees. */
export function sourceOf(picture: LibraryPicture, width: number) {
  if (picture.expired) return `/desk/api/pictures/${picture.id}/image`
  const widths = widthsOf(picture)
  return renditionPath(picture, widths.find((one) => one >= width) ?? widths.at(-1)!, 'webp')
}

export const nameOf = (picture: LibraryPicture) => titleOf(picture) || t('pictures.nameless')

/** What keeps a picture from readers, in a few words; empty when nothing does. */
export function wanting(picture: LibraryPicture): string {
  if (picture.expired) return t('pictures.expired')
  const lacking = lackingIn(picture)
  if (lacking.length === 2) return t('pictures.lacks.both')
  return lacking[0] ? t(`pictures.lacks.${lacking[0]}`) : ''
}
