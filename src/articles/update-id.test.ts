import { expect, test } from 'vitest'
import { idAfter, latestOf } from './update-id.ts'

test('an answer comes after what it answers, on a node whose clock is a minute behind, too', () => {
  const [now, behind] = [new Date('2026-11-29T12:01:00Z'), new Date('2026-11-29T12:00:00Z')]
  const question = idAfter(undefined, now)
  const answer = idAfter(latestOf([question]), behind)
  const more = idAfter(latestOf([answer, question]), behind)
  expect([more, answer, question].toSorted()).toEqual([question, answer, more])
})

test('what is written within one millisecond keeps its order', () => {
  const now = new Date('2026-11-29T12:00:00Z')
  const ids: string[] = []
  for (let written = 0; written < 50; written++) ids.push(idAfter(ids.at(-1), now))
  expect(ids.toSorted()).toEqual(ids)
})
