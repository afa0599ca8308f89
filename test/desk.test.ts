import { expect, test } from 'vitest'
import { staffOnly } from '../src/site/access.ts'
import { onEveryDatabase } from './newsroom.ts'

/** The desk's API, asked by those who have no business there. */

onEveryDatabase('the desk', (open) => {
  test('nobody reaches any door of the API without signing in', async () => {
    const n = await open()
    const doors = n.app.routes.filter(
      ({ path, method }) => path.startsWith(staffOnly) && method !== 'ALL',
    )
    expect(doors.length).toBeGreaterThan(10)
    for (const { method, path } of doors) {
      const answer = await n.app.request(path.replace(/:\w+/g, 'x'), {
        method,
        headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' },
      })
      expect([method, path, answer.status]).toEqual([method, path, 401])
      expect(await answer.json()).toMatchObject({ code: 'staff/signed-out' })
    }
  })

  test('whoever is not signed in is asked to, and comes back to where they were going', async () => {
    const n = await open()
    const answer = await n.app.request('/desk/articles/1?tab=history')
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/desk/sign-in?next=%2Fdesk%2Farticles%2F1%3Ftab%3Dhistory',
    ])
  })
})
