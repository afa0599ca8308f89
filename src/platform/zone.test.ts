import { expect, test } from 'vitest'
import { dayOf, instantAt, startOfDay, wallTime } from './zone.ts'

test('a day begins when the clocks of the place say so', () => {
  expect(startOfDay(2019, 5, 9, 'UTC').toISOString()).toBe('2019-05-09T00:00:00.000Z')
  expect(startOfDay(2019, 5, 9, 'Asia/Damascus').toISOString()).toBe('2019-05-08T21:00:00.000Z')
  expect(startOfDay(2019, 5, 9, 'America/New_York').toISOString()).toBe('2019-05-09T04:00:00.000Z')
  expect(startOfDay(2019, 13, 1, 'UTC').toISOString()).toBe('2020-01-01T00:00:00.000Z')
})

test('a day on which the clocks change is as long as it is', () => {
  const hours = (day: number) =>
    (startOfDay(2026, 3, day + 1, 'Europe/Berlin').getTime() -
      startOfDay(2026, 3, day, 'Europe/Berlin').getTime()) /
    3_600_000
  expect([hours(28), hours(29), hours(30)]).toEqual([24, 23, 24])
})

test('an instant belongs to the day of the place', () => {
  expect(dayOf(new Date('2019-05-08T22:30:00Z'), 'Asia/Damascus')).toEqual({
    year: 2019,
    month: 5,
    day: 9,
  })
  expect(dayOf(new Date('2019-05-08T22:30:00Z'), 'UTC')).toEqual({ year: 2019, month: 5, day: 8 })
})

test('what the clocks of a place show is an instant, and back', () => {
  for (const wall of [
    '2026-03-29T01:59',
    '2026-03-29T03:00',
    '2026-07-01T18:30',
    '2026-12-31T23:59',
  ])
    expect(wallTime(instantAt(wall, 'Europe/Berlin')!, 'Europe/Berlin')).toBe(wall)
  expect(instantAt('2026-07-01T18:30', 'Asia/Kathmandu')!.toISOString()).toBe(
    '2026-07-01T12:45:00.000Z',
  )
  expect(instantAt('soon', 'UTC')).toBe(undefined)
})
