import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import type { ArticleFields } from '../articles/fields.ts'
import { publish, withhold } from '../articles/publish.ts'
import { draft } from '../articles/write.ts'
import { index } from './indexing.ts'
import { readQuery } from './query.ts'
import { search } from './search.ts'

const body = (text: string) => ({
  type: 'doc' as const,
  content: text
    .split('\n')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
})

onEveryDatabase('search', (open) => {
  async function out(n: TestNewsroom, fields: Partial<ArticleFields> & { headline: string }) {
    const id = await n.write(async (tx) => {
      const made = await draft(
        tx,
        { path: `/${fields.headline.length}-${Math.random()}`, ...fields },
        n.now(),
      )
      await publish(tx, made, n.now())
      await index(tx, n.kind, [made])
      return made
    })
    n.later(1000)
    return id
  }
  const find = async (
    n: TestNewsroom,
    text: string,
    languages = ['en', 'ar', 'ru', 'de', 'fr'],
  ) => {
    const { articleIds } = await search(n.db, n.kind, {
      query: readQuery(text),
      languages,
      marks: [],
      sort: 'relevance',
    })
    const rows = await n.db.selectFrom('articles').select(['id', 'headline']).execute()
    return articleIds.map((id) => rows.find((row) => row.id === id)!.headline)
  }

  test('every script is found as people type it', async () => {
    const n = await open()
    await out(n, { headline: 'Škoda and Łódź', body: body('A tram from Straße to Ærø.') })
    await out(n, {
      headline: 'النزوح',
      language: 'ar',
      body: body('قال وَزِيرُ الخارجيّة إنّ السوريين عادوا إلى سوريا وبسوريا.'),
    })
    await out(n, { headline: 'Ёлка', language: 'ru', body: body('Беженцы вернулись в город.') })
    await out(n, { headline: '北京的春天', language: 'zh', body: body('北京大学在海淀区。') })
    await out(n, { headline: 'Ειρήνη', language: 'el', body: body('Οι δρόμος ΔΡΌΜΟΣ') })
    await out(n, { headline: 'שלום', language: 'he', body: body('הממשלה בירושלים') })
    await out(n, { headline: 'ข่าว', language: 'th', body: body('กรุงเทพมหานครเป็นเมืองหลวง') })
    for (const [typed, found] of [
      ['skoda', 'Škoda and Łódź'],
      ['lodz', 'Škoda and Łódź'],
      ['STRASSE', 'Škoda and Łódź'],
      ['aero', 'Škoda and Łódź'],
      ['وزير', 'النزوح'],
      ['سوريا', 'النزوح'],
      ['الخارجية', 'النزوح'],
      ['خارجيه', 'النزوح'],
      ['елка', 'Ёлка'],
      ['беженцам', 'Ёлка'],
      ['города', 'Ёлка'],
      ['北京', '北京的春天'],
      ['大学', '北京的春天'],
      ['ειρηνη', 'Ειρήνη'],
      ['δρομος', 'Ειρήνη'],
      ['ירושלים', 'שלום'],
      ['เมืองหลวง', 'ข่าว'],
    ])
      expect([typed, await find(n, typed!, ['en', 'ar', 'ru', 'el', 'he'])]).toEqual([
        typed,
        [found],
      ])
    expect(await find(n, '京北')).toEqual([])
  })

  test('a word is found in its other forms, whichever of them is looked for', async () => {
    const n = await open()
    const forms = {
      en: [
        ['elected', 'election', 'elections'],
        ['corrupted', 'corruption'],
        ['party', 'parties'],
      ],
      ar: [
        ['سوريا', 'سورية', 'السوريين', 'وبسوريا'],
        ['لبنان', 'اللبنانية', 'لبناني', 'للبنان'],
        ['وزير', 'الوزير', 'ووزيرها', 'بالوزير'],
        ['فلسطين', 'الفلسطينيين', 'فلسطينية'],
        ['ليبيا', 'الليبية'],
        ['لاجئ', 'اللاجئون', 'لاجئين'],
      ],
      he: [['ממשלה', 'הממשלה', 'שבממשלה']],
      fr: [['réfugié', 'réfugiées', 'réfugiés']],
      ru: [['беженцы', 'беженцам', 'Беженцев']],
      de: [['Häuser', 'Haus', 'Hauses']],
    }
    for (const [language, groups] of Object.entries(forms))
      for (const group of groups)
        for (const written of group) {
          const headline = `${language} ${written}`
          const id = await out(n, { headline, language, body: body(written) })
          for (const typed of group)
            expect([written, typed, await find(n, typed, [language])]).toEqual([
              written,
              typed,
              [headline],
            ])
          await n.write((tx) => withhold(tx, id, 'Said already.', n.now()))
        }
  })

  test('a word of Japanese is looked for as a whole, with what lengthens its sounds, at any width', async () => {
    const n = await open()
    await out(n, { headline: '選挙データ', language: 'ja', body: body('コーヒー') })
    await out(n, { headline: 'デモ、タワー', language: 'ja' })
    for (const typed of ['データ', 'ﾃﾞｰﾀ', '"データ"', 'コーヒー'])
      expect([typed, await find(n, typed)]).toEqual([typed, ['選挙データ']])
    expect(await find(n, 'デモ')).toEqual(['デモ、タワー'])
  })

  test('phrases, exclusion, beginnings, either of two, and other forms', async () => {
    const n = await open()
    await out(n, { headline: 'Budget passed', body: body('The council voted on the river levy.') })
    await out(n, {
      headline: 'Levy suspended',
      body: body('A river of votes, said the clerk. Levy river.'),
    })
    expect(await find(n, '"river levy"')).toEqual(['Budget passed'])
    expect(await find(n, 'river -clerk')).toEqual(['Budget passed'])
    expect(await find(n, 'susp*')).toEqual(['Levy suspended'])
    expect(await find(n, 'budget OR clerk')).toEqual(['Budget passed', 'Levy suspended'])
    expect(await find(n, 'voting')).toEqual(['Levy suspended', 'Budget passed'])
    expect(await find(n, '"voting"')).toEqual([])
    expect(await find(n, 'levy')).toEqual(['Levy suspended', 'Budget passed'])
  })

  test('hostile queries get an answer', async () => {
    const n = await open()
    await out(n, { headline: 'Budget passed' })
    for (const typed of [
      '"',
      '"""',
      '*',
      '-',
      '- -',
      'OR',
      'a OR',
      'NEAR(a b)',
      'headline:budget',
      "'; drop table",
      '\\',
      "a'b\\c",
      'a:*',
      '!()&|<->',
      '\u0000',
      '\ud800',
      '💥',
      'word '.repeat(10_000),
      'x'.repeat(100_000),
      '(((((',
      'AND NOT OR',
      '-budget',
      '""',
      '~',
      '#c1',
    ])
      expect(Array.isArray(await find(n, typed))).toBe(true)
    expect(await find(n, 'headline:budget')).toEqual([])
  })
})
