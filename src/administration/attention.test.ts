import { expect, test } from 'vitest'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { publish } from '../articles/publish.ts'
import { draft } from '../articles/write.ts'
import { ATTEMPTS, claim, dispatch, isAnyJobDue, putOff } from '../platform/outbox.ts'

/** Publishes an article whose hub does not answer, however often it is asked. */
async function failing(n: TestNewsroom, headline: string) {
  n.later(1)
  const articleId = await n.write((tx) => draft(tx, { headline }, n.now()))
  await n.write((tx) => publish(tx, articleId, n.now()))
  await n.write((tx) =>
    dispatch(tx, n.kind, { 'article.published': { tellHub: async () => {} } }, n.now()),
  )
  const [job] = await n.write((tx) => claim(tx, n.kind, n.now(), 1))
  await n.write((tx) =>
    putOff(tx, { ...job!, attempts: ATTEMPTS }, new Error('The hub is silent'), n.now()),
  )
  return { articleId, jobId: job!.id }
}

onEveryDatabase('what needs attention', (open) => {
  test('a job that gave up is named with its article, and tried again or dismissed', async () => {
    const n = await open()
    const ada = await colleague(n)
    const first = await failing(n, 'Dam inquest opens')
    const second = await failing(n, 'Harbour strike ends')
    const { said } = await ada.ask('GET', '/attention')
    expect(said.notices).toEqual([{ kind: 'mail' }])
    expect(said.jobs).toEqual([
      expect.objectContaining({ id: second.jobId, error: 'Error: The hub is silent' }),
      expect.objectContaining({
        id: first.jobId,
        handler: 'article.published tellHub',
        article: { id: first.articleId, headline: 'Dam inquest opens' },
      }),
    ])
    const rest = await ada.ask('GET', `/attention?before=${second.jobId}`)
    expect(rest.said.jobs.map(({ id }: { id: string }) => id)).toEqual([first.jobId])

    expect(await isAnyJobDue(n.db, n.now())).toBe(false)
    expect((await ada.ask('POST', `/attention/${first.jobId}/another-try`)).status).toBe(204)
    expect(await isAnyJobDue(n.db, n.now())).toBe(true)
    expect((await ada.ask('POST', `/attention/${first.jobId}/another-try`)).status).toBe(409)
    expect((await ada.ask('DELETE', `/attention/${first.jobId}`)).status).toBe(409)
    n.later(1)
    expect((await ada.ask('DELETE', `/attention/${second.jobId}`)).status).toBe(204)
    for (const [method, path] of [
      ['DELETE', `/attention/${second.jobId}`],
      ['POST', '/attention/none/another-try'],
    ] as const)
      expect((await ada.ask(method, path)).status).toBe(404)
    expect((await ada.ask('GET', '/attention')).said.jobs).toEqual([])
    expect((await ada.ask('GET', '/audit?room=job')).said).toEqual([
      expect.objectContaining({ type: 'job.dismissed', actor: { id: ada.id, name: 'Ada Haddad' } }),
      expect.objectContaining({ type: 'job.tried-again', about: ['article.published tellHub'] }),
    ])
  })

  test('only administrators see it', async () => {
    const n = await open()
    const { jobId } = await failing(n, 'Dam inquest opens')
    for (const role of ['reporter', 'editor', 'publisher', 'moderator']) {
      const { ask } = await colleague(n, role)
      for (const [method, path] of [
        ['GET', '/attention'],
        ['POST', `/attention/${jobId}/another-try`],
        ['DELETE', `/attention/${jobId}`],
      ] as const)
        expect([role, method, (await ask(method, path)).status]).toEqual([role, method, 403])
    }
    expect((await (await colleague(n)).ask('GET', '/attention')).said.jobs).toHaveLength(1)
  })

  test('who did what is looked up by colleague, by kind and by article, page after page', async () => {
    const n = await open()
    const ada = await colleague(n)
    const ben = await colleague(n, 'publisher', 'Ben Okoro')
    const { said } = await ada.ask('GET', '/newsroom')
    await ada.ask('PUT', '/newsroom', {
      ...said,
      newsroom: { ...said.newsroom, name: 'The Ferry' },
    })
    const { articleId } = await failing(n, 'Dam inquest opens')
    await failing(n, 'Harbour strike ends')

    const found = async (query: string) =>
      (await ben.ask('GET', `/audit${query}`)).said.map(
        ({ type, actor, article, about }: Record<string, never>) => [type, actor, article, about],
      )
    expect(await found(`?actor=${ada.id}`)).toEqual([
      ['newsroom.changed', { id: ada.id, name: 'Ada Haddad' }, null, ['name']],
    ])
    expect(await found(`?articleId=${articleId}`)).toEqual([
      ['article.published', null, { id: articleId, headline: 'Dam inquest opens' }, []],
    ])
    expect((await found('?room=staff')).map(([type]: [string]) => type)).toEqual([
      'staff.invited',
      'staff.invited',
    ])
    const all = (await ben.ask('GET', '/audit')).said
    const after = (await ben.ask('GET', `/audit?before=${all[1].id}`)).said
    expect(after).toEqual(all.slice(2))
    expect(await found('?actor=nobody')).toEqual([])
    expect((await ben.ask('GET', '/audit?room=article%25')).status).toBe(422)
    for (const role of ['reporter', 'editor', 'moderator'])
      expect((await (await colleague(n, role)).ask('GET', '/audit')).status).toBe(403)
  })
})
