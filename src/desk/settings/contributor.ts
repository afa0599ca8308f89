import { api, said } from '../client.ts'

/** The contributors whose name has this in it. */
export const look = (search: string) => said(api.settings.contributors.$get({ query: { search } }))

export type Contributor = Awaited<ReturnType<typeof look>>[number]

/** What is asked anew once one of them has changed. */
export const changes = ['contributors']
