import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { publish, schedule, withhold } from '../articles/publish.ts'
import { joinTranslations, leaveTranslations } from '../articles/translations.ts'
import { draft, edit } from '../articles/write.ts'

onEveryDatabase('translations', (open) => {
  const write = (n: TestNewsroom, language: string) =>
    n.write((tx) =>
      draft(
        tx,
        { headline: `The river in ${language}`, path: `/river-${language}`, language },
        n.now(),
      ),
    )
  const out = async (n: TestNewsroom, language: string) => {
    const id = await write(n, language)
    await n.write((tx) => publish(tx, id, n.now()))
    return id
  }
  const join = (n: TestNewsroom, ...ids: string[]) =>
    n.write((tx) => joinTranslations(tx, ids, n.now()))
  const alternates = async (n: TestNewsroom, path: string) =>
    [
      ...(await (await n.app.request(path)).text()).matchAll(
        /<link rel="alternate" hreflang="([^"]+)" href="https:\/\/paper\.example([^"]+)"/g,
      ),
    ].map(([, language, href]) => `${language} ${href}`)

  test('every form of an article names all of them, itself too', async () => {
    const n = await open()
    const [en, ar, ru] = [await out(n, 'en'), await out(n, 'ar'), await out(n, 'ru')]
    await join(n, en, ar)
    await join(n, ru, ar)
    const all = ['ar /river-ar', 'en /river-en', 'ru /river-ru', 'x-default /river-en']
    for (const path of ['/river-en', '/river-ar', '/river-ru'])
      expect(await alternates(n, path)).toEqual(all)
    const page = await (await n.app.request('/river-en')).text()
    expect(page).toContain(
      'Also in: <a href="/river-ar" rel="alternate" hreflang="ar" lang="ar" dir="rtl">العربية</a> · ' +
        '<a href="/river-ru" rel="alternate" hreflang="ru" lang="ru" dir="ltr">Русский</a>',
    )
  })

  test('a translation shows when it comes out, and is gone from the others once it is taken back', async () => {
    const n = await open()
    const [en, ar] = [await out(n, 'en'), await write(n, 'ar')]
    await join(n, en, ar)
    expect(await alternates(n, '/river-en')).toEqual([])
    const soon = new Date(n.now().getTime() + 60_000)
    await n.write((tx) => schedule(tx, ar, soon, n.now()))
    expect(await alternates(n, '/river-en')).toEqual([])
    await n.write((tx) => publish(tx, ar, n.now()))
    expect(await alternates(n, '/river-en')).toContain('ar /river-ar')
    await n.write((tx) => edit(tx, ar, { path: '/nahr' }, n.now()))
    expect(await alternates(n, '/river-en')).toContain('ar /nahr')
    await n.write((tx) => withhold(tx, ar, 'Not ours.', n.now()))
    expect(await alternates(n, '/river-en')).toEqual([])
    expect(await alternates(n, '/nahr')).toEqual([])
  })

  test('an article that leaves its translations is named by none of them', async () => {
    const n = await open()
    const [en, ar, ru] = [await out(n, 'en'), await out(n, 'ar'), await out(n, 'ru')]
    await join(n, en, ar, ru)
    await n.app.request('/river-ar')
    await n.write((tx) => leaveTranslations(tx, en, n.now()))
    expect(await alternates(n, '/river-en')).toEqual([])
    expect(await alternates(n, '/river-ar')).toEqual([
      'ar /river-ar',
      'ru /river-ru',
      'x-default /river-ar',
    ])
    await n.write((tx) => leaveTranslations(tx, ru, n.now()))
    expect(await alternates(n, '/river-ar')).toEqual([])
  })

  test('a second translation in one language is refused with what to do', async () => {
    const n = await open()
    const [en, other, ar] = [await out(n, 'en'), await write(n, 'ru'), await out(n, 'ar')]
    await join(n, en, other)
    await n.write((tx) => edit(tx, ar, { language: 'en' }, n.now()))
    await expect(join(n, en, ar)).rejects.toThrow(
      /in en there is “The river in ar” and “The river in en”\. Take one out/,
    )
    await expect(n.write((tx) => edit(tx, other, { language: 'en' }, n.now()))).rejects.toThrow(
      /in en there is “The river in en”/,
    )
  })

  test('the front pages of all languages name each other', async () => {
    const n = await open()
    expect(await alternates(n, '/')).toEqual([])
    for (const language of ['en', 'ar', 'ru']) await out(n, language)
    for (const path of ['/', '/ar', '/ru'])
      expect(await alternates(n, path)).toEqual(['ar /ar', 'en /', 'ru /ru', 'x-default /'])
  })
})
