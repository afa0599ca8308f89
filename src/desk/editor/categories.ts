import { useQuery } from '@tanstack/react-query'
import { api, said } from '../client.ts'

/** The categories of the paper. They change seldom. */
export const useCategories = () =>
  useQuery({
    queryKey: ['categories'],
    queryFn: () => said(api.categories.$get()),
    staleTime: 60_000,
  })
