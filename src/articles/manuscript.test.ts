import { expect, test } from 'vitest'
import {
  applyUpdate,
  encodeStateAsUpdate,
  encodeStateVector,
  type Text,
  XmlElement,
  XmlText,
} from 'yjs'
import { onEveryDatabase } from '../../test/newsroom.ts'
import { uuid } from '../platform/ids.ts'
import { digestOf } from './digest.ts'
import { documentText } from './document.ts'
import { copyOnto, newManuscript, readManuscript } from './manuscript.ts'
import {
  keepUpdate,
  manuscriptOf,
  openManuscript,
  readingOf,
  tidyManuscript,
} from './manuscripts.ts'
import { prepare } from './publication.ts'
import { publish } from './publish.ts'
import { joinTranslations } from './translations.ts'
import { bodyIn, fieldsIn } from './typed.ts'
import { draft, edit } from './write.ts'

onEveryDatabase('a manuscript', (open) => {
  async function begun() {
    const n = await open()
    const id = await n.write((tx) =>
      draft(tx, { headline: 'Dam inquest opens', standfirst: 'After six years.' }, n.now(), 'ada'),
    )
    await n.write((tx) => openManuscript(tx, id))
    /** Somebody writes on a copy of their own, and hands in what they changed. */
    const write = async (change: (manuscript: ReturnType<typeof newManuscript>) => void) => {
      const manuscript = await manuscriptOf(n.db, id)
      const updates: Uint8Array[] = []
      manuscript.on('update', (bytes: Uint8Array) => updates.push(bytes))
      change(manuscript)
      for (const bytes of updates)
        await n.write((tx) => keepUpdate(tx, id, { id: uuid(n.now()), writtenBy: 'ada', bytes }))
      return updates
    }
    const typed = (text: string) =>
      write((manuscript) => (fieldsIn(manuscript).get('headline') as Text).insert(0, text))
    const headline = async () =>
      (await n.db.selectFrom('articles').select('headline').where('id', '=', id).executeTakeFirst())
        ?.headline
    return { n, id, write, typed, headline }
  }

  test('a character that no database stores stands in it as the sign for one', async () => {
    const { n, id, write, typed, headline } = await begun()
    await typed('Orla\0va: ')
    await write((manuscript) => {
      const fields = fieldsIn(manuscript)
      fields.set('categoryId', 'no\0where')
      fields.set('tagIds', ['no\0tag'])
      const paragraph = new XmlElement('paragraph')
      const text = new XmlText('The gate\0 was open.')
      paragraph.insert(0, [text])
      bodyIn(manuscript).insert(0, [paragraph])
    })
    await n.write((tx) => tidyManuscript(tx, id, n.now()))
    expect(await headline()).toBe('Orla\ufffdva: Dam inquest opens')
    const { fields } = await readingOf(n.db, id)
    expect(documentText(fields.body)).toContain('The gate\ufffd was open.')
    await expect(n.write((tx) => prepare(tx, id, n.now()))).rejects.toThrow('not there any more')
    await write((manuscript) => {
      fieldsIn(manuscript).set('categoryId', null)
      fieldsIn(manuscript).set('tagIds', [])
    })
    await n.write((tx) => prepare(tx, id, n.now()))
    await n.write((tx) => publish(tx, id, n.now()))
  })

  test('what is written on it comes into a draft, and not into what readers have', async () => {
    const { n, id, typed, headline } = await begun()
    await typed('Orlava: ')
    await n.write((tx) => tidyManuscript(tx, id, n.now()))
    expect(await headline()).toBe('Orlava: Dam inquest opens')
    await n.write((tx) => publish(tx, id, n.now()))
    await typed('Late: ')
    await n.write((tx) => tidyManuscript(tx, id, n.now()))
    expect(await headline()).toBe('Orlava: Dam inquest opens')
    const reading = await readingOf(n.db, id)
    expect([reading.fields.headline, reading.same]).toEqual([
      'Late: Orlava: Dam inquest opens',
      false,
    ])
  })

  test('a draft takes no address that leads anywhere, and says nothing of its own, whatever its author writes', async () => {
    const { n, id, write, typed, headline } = await begun()
    const out = await n.write((tx) =>
      draft(tx, { headline: 'The harbour', path: '/harbour' }, n.now()),
    )
    await n.write((tx) => publish(tx, out, n.now()))
    await n.write((tx) => edit(tx, out, { path: '/the-harbour' }, n.now()))
    for (const path of ['/harbour', '/the-harbour', '/desk/mine', '//elsewhere.example']) {
      await write((manuscript) => void fieldsIn(manuscript).set('path', path))
      await typed(`${path} `)
      await n.write((tx) => tidyManuscript(tx, id, n.now()))
      expect(await headline()).toContain(`${path} `)
    }
    const former = await n.app.request('/harbour')
    expect([former.status, former.headers.get('location')]).toEqual([301, '/the-harbour'])

    await write((manuscript) => void fieldsIn(manuscript).set('path', '/minister-resigns'))
    await n.write((tx) => tidyManuscript(tx, id, n.now()))
    const { path } = await n.db
      .selectFrom('addresses')
      .select('path')
      .where('thing_id', '=', id)
      .where('retired', 'is not', null)
      .executeTakeFirstOrThrow()
    const answer = await n.app.request(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([404, null])
  })

  test('what names nothing that there is keeps no text from being stored', async () => {
    const { n, id, write, typed, headline } = await begun()
    for (const [field, value] of [
      ['categoryId', 'nobody'],
      ['tagIds', ['nobody']],
      ['bylines', [{ contributorId: 'nobody', role: 'author' }]],
      ['alsoIn', ['nobody']],
      ['leadPictureId', 'nobody'],
    ] as const) {
      await write((manuscript) => void fieldsIn(manuscript).set(field, value))
      await typed(`${field} `)
      await n.write((tx) => tidyManuscript(tx, id, n.now()))
      expect(await headline()).toContain(`${field} `)
    }
    const said = await n.write((tx) => prepare(tx, id, n.now())).catch((error) => error)
    expect(said).toMatchObject({ reason: 'invalid', code: 'articles/categoryId' })
  })

  test('a language that a translation has already keeps no text from being stored', async () => {
    const { n, id, write, typed } = await begun()
    const other = await n.write((tx) => draft(tx, { headline: 'Damm', language: 'de' }, n.now()))
    await n.write((tx) => joinTranslations(tx, [id, other], n.now()))
    await write((manuscript) => void fieldsIn(manuscript).set('language', 'de'))
    await typed('Orlava: ')
    await n.write((tx) => tidyManuscript(tx, id, n.now()))
    const waiting = await n.db.selectFrom('manuscript_updates').select('id').execute()
    expect(waiting).toEqual([])
  })

  const paragraph = (text: string) => ({
    type: 'paragraph',
    ...(text ? { content: [{ type: 'text', text }] } : {}),
  })
  const [dam, court, third] = [
    paragraph('The dam burst at night.'),
    paragraph('The court sits on Monday.'),
    paragraph('Nobody was charged.'),
  ]
  for (const [how, body, expected] of [
    [
      'made a heading',
      [dam, { type: 'heading', content: court!.content }, third],
      'The dam burst at night.\nThe court of Lomnik sits on Monday. It is open.\nNobody was charged.',
    ],
    [
      'set in a list within a quote',
      [
        dam,
        {
          type: 'blockquote',
          content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [court] }] }],
        },
        third,
      ],
      'The dam burst at night.\nThe court of Lomnik sits on Monday. It is open.\nNobody was charged.',
    ],
    [
      'joined to the one before',
      [paragraph('The dam burst at night. The court sits on Monday.'), third],
      'The dam burst at night. The court of Lomnik sits on Monday. It is open.\nNobody was charged.',
    ],
    [
      'deleted',
      [dam, third],
      'The dam burst at night.\n of Lomnik\n It is open.\nNobody was charged.',
    ],
    ['deleted with all others', [paragraph('')], ' of Lomnik\n It is open.'],
  ] as const)
    test(`what somebody writes in a paragraph that is ${how} meanwhile is not lost`, async () => {
      for (const first of ['words', 'change']) {
        const { n, id } = await begun()
        await n.write((tx) =>
          edit(tx, id, { body: { type: 'doc', content: [dam!, court!, third!] } }, n.now()),
        )
        await n.write((tx) => openManuscript(tx, id))
        const [ada, ben] = [await manuscriptOf(n.db, id), await manuscriptOf(n.db, id)]
        const since = encodeStateVector(ben)
        const { fields } = readManuscript(ada)
        copyOnto(ada, { ...fields, body: { type: 'doc', content: [...body] as never } })
        const words = (bodyIn(ben).get(1) as XmlElement).get(0) as XmlText
        words.insert(words.length, ' It is open?')
        words.delete(words.length - 1, 1)
        for (const [at, letter] of [...'.'].entries()) words.insert(words.length + at, letter)
        words.insert('The court'.length, ' of Lomnik')
        const updates = [ada, ben].map((one) => encodeStateAsUpdate(one, since))
        for (const bytes of first === 'words' ? updates.reverse() : updates) {
          await n.write((tx) => keepUpdate(tx, id, { id: uuid(n.now()), writtenBy: 'ada', bytes }))
          // Now and then in one go, and now and then each by itself.
          if (how !== 'made a heading') await n.write((tx) => tidyManuscript(tx, id, n.now()))
        }
        await n.write((tx) => tidyManuscript(tx, id, n.now()))
        const { body: found } = (await readingOf(n.db, id)).fields
        expect(documentText(found!)).toBe(expected)
        // Nobody meets it twice.
        await n.write((tx) =>
          keepUpdate(tx, id, { id: uuid(n.now()), writtenBy: 'ada', bytes: updates[0]! }),
        )
        await n.write((tx) => tidyManuscript(tx, id, n.now()))
        expect(documentText((await readingOf(n.db, id)).fields.body!)).toBe(expected)
      }
    })

  test('two who write at once, one of them from an older copy, both keep every letter', async () => {
    const { n, id, typed } = await begun()
    const old = await manuscriptOf(n.db, id)
    await typed('First ')
    await n.write((tx) => tidyManuscript(tx, id, n.now()))
    const updates: Uint8Array[] = []
    old.on('update', (bytes: Uint8Array) => updates.push(bytes))
    const text = fieldsIn(old).get('headline') as Text
    text.insert(text.length, ' at last')
    for (const bytes of updates)
      await n.write((tx) => keepUpdate(tx, id, { id: uuid(n.now()), writtenBy: 'ben', bytes }))
    expect((await readingOf(n.db, id)).fields.headline).toBe('First Dam inquest opens at last')
  })

  test('a change that is made to lose every second letter of thousands holds nobody up, and loses none', async () => {
    const { n, id, write: written } = await begun()
    const letters = 20_000
    const write: typeof written = (change) => {
      n.later(10)
      return written(change)
    }
    await write((manuscript) =>
      bodyIn(manuscript).insert(0, [new XmlElement('paragraph'), new XmlElement('paragraph')]),
    )
    await write((manuscript) =>
      (bodyIn(manuscript).get(0) as XmlElement).insert(0, [new XmlText('')]),
    )
    const before = await manuscriptOf(n.db, id)
    const textIn = (manuscript: typeof before) =>
      (bodyIn(manuscript).get(0) as XmlElement).get(0) as XmlText
    await write((manuscript) => textIn(manuscript).insert(0, 'x'.repeat(letters)))
    await write((manuscript) =>
      manuscript.transact(() => {
        for (let at = 0; at < letters; at++) textIn(manuscript).insert(2 * at + 1, 'z')
      }),
    )
    const changes = await write((manuscript) =>
      manuscript.transact(() => {
        for (let at = 0; at < letters; at++) textIn(manuscript).delete(at + 1, 1)
      }),
    )
    expect(changes).toHaveLength(1)
    // From an older copy: it names none of the letters.
    const since = encodeStateVector(before)
    bodyIn(before).delete(0, 1)
    n.later(10)
    await n.write((tx) =>
      keepUpdate(tx, id, {
        id: uuid(n.now()),
        writtenBy: 'ben',
        bytes: encodeStateAsUpdate(before, since),
      }),
    )
    const began = performance.now()
    await n.write((tx) => tidyManuscript(tx, id, n.now()))
    expect(performance.now() - began).toBeLessThan(8000)
    const { body } = readManuscript(await manuscriptOf(n.db, id)).fields
    expect(documentText(body).replace(/[^x]/g, '')).toHaveLength(letters)
  })

  test('what an import changes comes onto a manuscript on which nobody has written, once', async () => {
    const { n, id, typed } = await begun()
    await n.write((tx) => publish(tx, id, n.now()))
    const before = await manuscriptOf(n.db, id)
    await n.write((tx) => edit(tx, id, { headline: 'Dam inquest begins' }, n.now()))
    await n.write((tx) => openManuscript(tx, id))
    // Somebody's browser still has it as it was.
    applyUpdate(before, encodeStateAsUpdate(await manuscriptOf(n.db, id)))
    expect(readManuscript(before).fields.headline).toBe('Dam inquest begins')
    await typed('My ')
    await n.write((tx) => edit(tx, id, { headline: 'Other' }, n.now()))
    await n.write((tx) => openManuscript(tx, id))
    expect((await readingOf(n.db, id)).fields.headline).toBe('My Dam inquest begins')
  })

  test('a headline that is not there yet leaves the draft its former one, and the rest comes in', async () => {
    const { n, id, write, headline } = await begun()
    await write((manuscript) => {
      const text = fieldsIn(manuscript).get('headline') as Text
      text.delete(0, text.length)
      fieldsIn(manuscript).set('access', 'premium')
      fieldsIn(manuscript).set('language', { not: 'a language' })
      fieldsIn(manuscript).set('nonsense', 1)
    })
    await n.write((tx) => tidyManuscript(tx, id, n.now()))
    expect(await headline()).toBe('Dam inquest opens')
    const { fields, wrong } = await readingOf(n.db, id)
    expect([fields.access, fields.language, fields.headline]).toEqual(['premium', 'en', ''])
    expect(wrong.map(({ field }) => field)).toEqual(['headline', 'language'])
  })
})

test('a manuscript says of every kind of block and mark just what the article said', () => {
  const body = {
    type: 'doc' as const,
    content: [
      {
        type: 'heading',
        attrs: { level: 3, dir: null },
        content: [{ type: 'text', text: 'Hama' }],
      },
      {
        type: 'paragraph',
        attrs: { dir: 'rtl' },
        content: [
          {
            type: 'text',
            text: 'a',
            marks: [
              { type: 'link', attrs: { href: 'https://a.example/?a=1&b="x"' } },
              { type: 'bold' },
              { type: 'italic' },
            ],
          },
          { type: 'hardBreak' },
          { type: 'footnote', content: [{ type: 'text', text: 'A note' }] },
          {
            type: 'text',
            text: 'مرحبا',
            marks: [{ type: 'foreign', attrs: { lang: 'ar', dir: 'rtl' } }],
          },
        ],
      },
      {
        type: 'gallery',
        content: [
          {
            type: 'picture',
            attrs: { picture: 'p1', alt: '', size: 'wide' },
            content: [{ type: 'text', text: 'Caption' }],
          },
        ],
      },
      { type: 'embed', attrs: { url: 'https://v.example/1', title: null, kind: 'video' } },
      {
        type: 'table',
        attrs: { caption: 'Dead' },
        content: [
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableHeader',
                attrs: { colspan: 2, rowspan: 1, align: 'end' },
                content: [{ type: 'paragraph', attrs: { dir: null } }],
              },
            ],
          },
        ],
      },
      {
        type: 'box',
        attrs: { title: 'How we know', folded: true },
        content: [
          {
            type: 'bulletList',
            content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: { dir: null } }] }],
          },
        ],
      },
      {
        type: 'liveEntry',
        attrs: { at: '2026-03-01T10:00:00.000Z', headline: null },
        content: [
          {
            type: 'codeBlock',
            attrs: { language: 'ts' },
            content: [{ type: 'text', text: 'let a\n  = 1' }],
          },
        ],
      },
      { type: 'keptHtml', attrs: { html: '<p>kept</p>' } },
      { type: 'more' },
      { type: 'horizontalRule' },
    ],
  }
  const manuscript = newManuscript()
  copyOnto(manuscript, { headline: 'All', body })
  const reading = readManuscript(manuscript)
  expect(reading.wrong).toEqual([])
  expect(digestOf(reading.fields)).toBe(digestOf({ ...reading.fields, body }))
})
