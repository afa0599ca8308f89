import { expect, test } from 'vitest'
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase } from '../../test/newsroom.ts'
import { addCategory, addTag } from '../categories/categories.ts'
import { addContributor } from '../contributors/contributors.ts'
import { uuid } from '../platform/ids.ts'
import type { ArticleDocument } from './document.ts'
import type { ArticleFields } from './fields.ts'
import { copyOnto } from './manuscript.ts'
import { keepUpdate, manuscriptOf, openManuscript, tidyManuscript } from './manuscripts.ts'
import { draft } from './write.ts'

const HOUR_MS = 3_600_000

const body = (type: string, text: string): ArticleDocument => ({
  type: 'doc',
  content: [{ type, content: [{ type: 'text', text }] }],
})

onEveryDatabase('the history of an article', (open) => {
  test('tells what changed beside the words: fields by their names, and what paragraphs are', async () => {
    const n = await open()
    const ada = await colleague(n, 'editor', 'Ada Haddad')
    const { id, category, tag, author } = await n.write(async (tx) => {
      const id = await draft(tx, { headline: 'Harbour', body: body('paragraph', 'Why') }, n.now())
      await openManuscript(tx, id)
      const category = (await addCategory(tx, { name: 'Europe' }, n.now())).id
      const tag = (await addTag(tx, { name: 'Ports' }, n.now())).id
      const author = (await addContributor(tx, { name: 'Mira Saleh' }, n.now())).id
      return { id, category, tag, author }
    })
    const say = (fields: Partial<ArticleFields>) =>
      n.write(async (tx) => {
        const manuscript = await manuscriptOf(tx, id)
        const before = encodeStateVector(manuscript)
        copyOnto(manuscript, { headline: 'Harbour', ...fields })
        const bytes = encodeStateAsUpdate(manuscript, before)
        await keepUpdate(tx, id, { id: uuid(n.now()), writtenBy: ada.id, bytes })
        await tidyManuscript(tx, id, n.now())
      })
    await say({ body: body('paragraph', 'Why') })
    n.later(HOUR_MS)
    await say({
      body: body('heading', 'Why'),
      categoryId: category,
      tagIds: [tag],
      bylines: [{ contributorId: author, role: 'translation' }],
      access: 'premium',
    })
    const revisions = (await ada.ask('GET', `/articles/${id}/revisions`)).said
    const [now, before] = revisions.map((one: { id: string }) => one.id)
    const at = `/articles/${id}/revisions/${now}/changes?since=${before}`
    expect((await ada.ask('GET', at)).said).toEqual({
      fields: expect.arrayContaining([
        { field: 'categoryId', from: [], to: ['Europe'] },
        { field: 'tagIds', from: [], to: ['Ports'] },
        { field: 'bylines', from: [], to: ['Mira Saleh\ttranslation'] },
        { field: 'access', from: ['standard'], to: ['premium'] },
      ]),
      alterations: [{ what: 'turned', from: ['paragraph'], to: ['heading'], words: 'Why' }],
      cut: false,
    })
    const same = `/articles/${id}/revisions/${now}/changes?since=${now}`
    expect((await ada.ask('GET', same)).said).toEqual({ fields: [], alterations: [], cut: false })
    const moderator = await colleague(n, 'moderator', 'Mo')
    expect((await moderator.ask('GET', at)).status).toBe(403)
    const other = await n.write((tx) => draft(tx, { headline: 'Other' }, n.now()))
    const foreign = `/articles/${other}/revisions/${now}/changes?since=${before}`
    expect((await ada.ask('GET', foreign)).status).toBe(404)
  })
})
