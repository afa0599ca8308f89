import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { mistakesIn } from '../../test/vocabulary.ts'
import { articleKinds } from '../articles/article.ts'
import { publish, withhold } from '../articles/publish.ts'
import { joinTranslations } from '../articles/translations.ts'
import { draft } from '../articles/write.ts'
import { loadDemo } from '../demo.ts'
import { changeNewsroom } from '../newsroom/settings.ts'

const saidBy = async (n: TestNewsroom, path: string) => {
  const html = await (await n.app.request(path)).text()
  const found = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)
  return found ? JSON.parse(found[1]!) : undefined
}
const allIn = (said: Record<string, unknown>) =>
  (said['@graph'] ?? [said]) as Record<string, unknown>[]

test('what schema.org does not know is found', () => {
  const found = mistakesIn({
    '@type': 'NewsArticle',
    headline: 'True',
    headlines: 'x',
    author: { '@type': 'Person', slogan: 'x' },
    publisher: { '@type': 'ImageObject' },
    image: { '@type': 'Picture' },
  })
  expect(found).toEqual([
    'NewsArticle has no headlines',
    'Person has no slogan',
    'publisher of NewsArticle',
    'image of NewsArticle',
    'Picture is no type',
  ])
})

onEveryDatabase('what pages say in schema.org’s words', (open) => {
  test('every page of the demo keeps to schema.org’s vocabulary', {
    timeout: 120_000,
  }, async () => {
    const n = await open()
    await loadDemo(n, n.files, n.now())
    const rows = await n.db.selectFrom('addresses').select('path').execute()
    const seen = new Set<unknown>()
    for (const path of ['/', '/ar', ...rows.map((row) => row.path)]) {
      const said = await saidBy(n, encodeURI(path))
      if (!said) continue
      expect({ path, mistakes: mistakesIn(said) }).toEqual({ path, mistakes: [] })
      for (const thing of allIn(said)) {
        seen.add(thing['@type'])
        if (thing.liveBlogUpdate) seen.add('entries')
      }
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'entries',
        'NewsArticle',
        'LiveBlogPosting',
        'ProfilePage',
        'CollectionPage',
      ]),
    )
  })

  test('an article is called by its headline and its kind, and names its translations', async () => {
    const n = await open()
    const out = (kind: (typeof articleKinds)[number], language = 'en') =>
      n.write(async (tx) => {
        const fields = { headline: `A ${kind}`, seoTitle: 'Ten secrets', kind, language }
        const id = await draft(tx, { ...fields, path: `/${kind}-${language}` }, n.now())
        await publish(tx, id, n.now())
        return id
      })
    const named: unknown[] = []
    for (const kind of articleKinds) {
      await out(kind)
      const [thing] = allIn(await saidBy(n, `/${kind}-en`))
      expect([thing!.headline, mistakesIn(thing)]).toEqual([`A ${kind}`, []])
      named.push(thing!['@type'])
    }
    expect(named).toEqual([
      'NewsArticle',
      'AnalysisNewsArticle',
      'OpinionNewsArticle',
      'NewsArticle',
      'ReportageNewsArticle',
      'BackgroundNewsArticle',
      'LiveBlogPosting',
      'WebPage',
    ])
    const [one, other] = [await out('news', 'ru'), await out('news', 'ar')]
    await n.write((tx) => joinTranslations(tx, [one, other], n.now()))
    const translated = { '@type': 'NewsArticle', '@id': 'https://paper.example/news-ar' }
    expect(allIn(await saidBy(n, '/news-ru'))[0]!.workTranslation).toEqual([translated])
    await n.write((tx) => withhold(tx, other, 'Wrong.', n.now()))
    expect(await saidBy(n, '/news-ar')).toBeUndefined()
  })

  test('a Premium article says which part of its page is not free', async () => {
    const n = await open()
    await n.write(async (tx) => {
      const fields = { headline: 'For members', access: 'premium' as const, path: '/members' }
      await publish(tx, await draft(tx, fields, n.now()), n.now())
    })
    const [thing] = allIn(await saidBy(n, '/members'))
    expect(thing).toMatchObject({
      isAccessibleForFree: false,
      hasPart: { isAccessibleForFree: false, cssSelector: '.premium-note' },
    })
  })

  test('the front page says what the newsroom holds itself to', async () => {
    const n = await open()
    const policies = { ethicsPolicy: '/ethics', masthead: 'https://people.example/' }
    await n.write((tx) => changeNewsroom(tx, { policies }, n.now()))
    const [newsroom] = allIn(await saidBy(n, '/'))
    expect(newsroom).toMatchObject({
      '@type': 'NewsMediaOrganization',
      ethicsPolicy: 'https://paper.example/ethics',
      masthead: 'https://people.example/',
    })
    expect(mistakesIn(newsroom)).toEqual([])
  })
})
