import { expect, test } from 'vitest'
import { Refused } from './client.ts'
import { speak } from './texts.ts'

test('whoever may not do something is told what their role lacks, in the language of the desk', async () => {
  const said = 'Your role, Reporter, may not publish, schedule and withhold articles.'
  await speak('de')
  const refused = new Refused(403, 'articles/publish', said, 'articles.publish')
  expect(refused.message).toContain('fehlt dieses Recht: veröffentlichen, planen und zurückziehen.')
  // What is no question of roles keeps its own words.
  expect(new Refused(403, 'staff/challenge', 'This took too long.').message).toContain(
    'zu lange gedauert',
  )
  // Of a permission that a later version has, the desk of before knows as much as that.
  expect(new Refused(403, 'money/permission', said, 'money.burn').message).toContain(
    'Ihre Rolle darf das nicht',
  )
})
