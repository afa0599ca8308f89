import { QueryClient } from '@tanstack/react-query'
import { type ClientResponse, hc } from 'hono/client'
import type { DeskApi } from '../api.ts'
import { hasUnsaved } from './parts/unsaved.ts'
import { isText, t } from './texts.ts'

/** What the server refuses, in words for whoever sits at the screen. */
export class Refused extends Error {
  override name = 'Refused'
  readonly code: string
  readonly status: number
  /** Whether the desk has no words of its own for it, so that the server's stand here. */
  readonly isEnglish: boolean
  constructor(status: number, code: string, message: string, lacks?: string) {
    // Whom their role keeps from it, it tells what the role lacks, whatever was asked.
    const lacked = `may.${lacks}`
    const asked = status === 403 ? `403.${code}` : code
    const key = isText(lacked)
      ? 'refusal.lacks'
      : [`refusal.${asked}`, `refusal.${status}`].find(isText)
    // What it is about, the server says in quotation marks.
    const named = isText(lacked) ? t(lacked) : (/“(.+)”/.exec(message)?.[1] ?? '–')
    super(key ? t(key, { named }) : message)
    this.status = status
    this.code = code
    this.isEnglish = !key
  }
}

async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const answer = await fetch(input, init).catch(() => {
    throw new Refused(0, 'desk/offline', '')
  })
  if (answer.ok) return answer
  const said = (await answer.json().catch(() => ({}))) as {
    code?: string
    message?: string
    lacks?: string
  }
  // What was typed would go with the screen. It can wait until its writer has signed in beside it.
  if (answer.status === 401 && !hasUnsaved())
    location.assign(`/desk/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`)
  throw new Refused(answer.status, said.code ?? 'desk/offline', said.message ?? '', said.lacks)
}

/** The desk's API, typed by its doors. A refused request throws `Refused`. */
export const api = hc<DeskApi>('/desk/api', { fetch: ask, headers: { accept: 'application/json' } })

type Said<R> = R extends ClientResponse<infer Body, 200, 'json'> ? Body : never

/** What a request that went well was answered. */
export const said = async <R extends ClientResponse<unknown>>(
  answer: Promise<R>,
): Promise<Said<R>> => (await (await answer).json()) as Said<R>

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A browser that believes it has no network would otherwise wait for one, and say nothing.
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (tried, error) => tried < 2 && (error as Refused).status === 0,
      staleTime: 5000,
    },
    mutations: { networkMode: 'always' },
  },
})

/** Who is signed in, and where. */
export const me = { queryKey: ['me'], queryFn: () => said(api.me.$get()) }

export type Me = Awaited<ReturnType<typeof said<Awaited<ReturnType<typeof api.me.$get>>>>>
export type Colleague = Me['colleague']
export type Role = Colleague['role']
