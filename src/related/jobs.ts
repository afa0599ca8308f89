import type { House } from '../platform/http.ts'
import { wait } from './waiting.ts'

type Workshop = Pick<House, 'write' | 'now'>

/** A new, changed or withheld article is compared anew, and so are those that it concerns. */
export const compareAgain = ({ write, now }: Workshop, { articleId }: { articleId: string }) =>
  write((tx) => wait(tx, [articleId], 'fresh', now()))

/** What an import brought is compared in the background. */
export const compareAll = ({ write, now }: Workshop, { articleIds }: { articleIds: string[] }) =>
  write((tx) => wait(tx, articleIds, 'sign', now()))
