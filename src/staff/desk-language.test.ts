import { expect, test } from 'vitest'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase } from '../../test/newsroom.ts'

onEveryDatabase('the language of the desk', (open) => {
  test('is a colleague’s own choice, and the newsroom’s where they make none', async () => {
    const n = await open()
    const { ask } = await colleague(n, 'reporter')
    const chosen = async () => (await ask('GET', '/me')).said.colleague.language
    expect(await chosen()).toBeNull()
    expect((await ask('PUT', '/me/language', { language: 'ar' })).status).toBe(204)
    expect(await chosen()).toBe('ar')
    expect((await ask('PUT', '/me/language', { language: null })).status).toBe(204)
    expect(await chosen()).toBeNull()
  })

  test('is one that the desk speaks', async () => {
    const n = await open()
    const { ask } = await colleague(n, 'reporter')
    for (const language of ['ja', 'constructor', '', undefined])
      expect(await ask('PUT', '/me/language', { language })).toMatchObject({
        status: 422,
        said: { code: 'api/language' },
      })
  })
})
