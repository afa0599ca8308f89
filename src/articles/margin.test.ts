import { expect, test } from 'vitest'
import { createRelativePositionFromTypeIndex, Doc } from 'yjs'
import { colleague } from '../../test/colleague.ts'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import type { Letter } from '../platform/mail.ts'
import { changeRole, letGo } from '../staff/colleagues.ts'
import { placeIn } from './anchor.ts'
import { tellMentioned } from './jobs.ts'
import { publish } from './publish.ts'
import { draft } from './write.ts'

const place = placeIn(createRelativePositionFromTypeIndex(new Doc().getText('body'), 0))
const anchor = { from: place, to: place }
const noted = { anchor, quote: 'two districts', text: 'Which two?', mentions: [] as string[] }
const newId = () => crypto.randomUUID()

onEveryDatabase('notes in the margin', (open) => {
  async function staffed() {
    const n = await open()
    const [ada, ben] = [await colleague(n, 'editor', 'Ada'), await colleague(n, 'editor', 'Ben')]
    const rana = await colleague(n, 'reporter', 'Rana')
    const id = await n.write((tx) => draft(tx, { headline: 'Recount' }, n.now(), rana.id))
    const at = `/articles/${id}/notes`
    return { n, ada, ben, rana, id, at }
  }

  /** What goes out by mail while all the work that waits is done, each piece of it twice. */
  async function told(n: TestNewsroom): Promise<Letter[]> {
    const letters: Letter[] = []
    const mail = { send: async (letter: Letter) => void letters.push(letter), close: () => {} }
    const events = await n.db
      .selectFrom('events')
      .select('payload')
      .where('type', '=', 'note.written')
      .orderBy('id')
      .execute()
    for (const { payload } of [...events, ...events])
      await tellMentioned({ ...n, mail }, JSON.parse(payload))
    return letters
  }

  test('a note is written, answered, resolved and opened again, and says who did each and when', async () => {
    const { n, ada, ben, at } = await staffed()
    const note = newId()
    expect((await ada.ask('PUT', `${at}/${note}`, noted)).status).toBe(204)
    n.later(60_000)
    const answer = { text: 'Harnau and Lomnik.', mentions: [] }
    expect((await ben.ask('PUT', `${at}/${note}/answers/${newId()}`, answer)).status).toBe(204)
    n.later(60_000)
    const resolve = (seen: number) =>
      ben.ask('PUT', `${at}/${note}/resolution`, { to: true, seen }).then(({ status }) => status)
    expect([await resolve(1), await resolve(2), await resolve(2)]).toEqual([409, 204, 204])
    expect((await ada.ask('GET', at)).said).toMatchObject([
      {
        id: note,
        anchor,
        quote: 'two districts',
        resolved: { by: 'Ben', when: '2026-03-02T09:02:00.000Z' },
        words: [
          { text: 'Which two?', by: { name: 'Ada' }, said: '2026-03-02T09:00:00.000Z' },
          {
            text: 'Harnau and Lomnik.',
            by: { name: 'Ben' },
            said: '2026-03-02T09:01:00.000Z',
          },
        ],
      },
    ])
    await ada.ask('PUT', `${at}/${note}/resolution`, { to: false, seen: 2 })
    expect((await ada.ask('GET', at)).said[0].resolved).toBeNull()
  })

  test('an answer to a resolved note opens it, so that nobody answers unheard', async () => {
    const { ada, ben, at } = await staffed()
    const note = newId()
    await ada.ask('PUT', `${at}/${note}`, noted)
    await ada.ask('PUT', `${at}/${note}/resolution`, { to: true, seen: 1 })
    await ben.ask('PUT', `${at}/${note}/answers/${newId()}`, { text: 'Wait.', mentions: [] })
    expect((await ada.ask('GET', at)).said[0].resolved).toBeNull()
  })

  test('what is sent twice is said once, and nobody speaks under another’s id', async () => {
    const { ada, ben, at } = await staffed()
    const [note, answer] = [newId(), newId()]
    const words = { text: 'Both.', mentions: [] }
    for (const _ of [1, 2]) {
      expect((await ada.ask('PUT', `${at}/${note}`, noted)).status).toBe(204)
      expect((await ada.ask('PUT', `${at}/${note}/answers/${answer}`, words)).status).toBe(204)
    }
    expect((await ben.ask('PUT', `${at}/${note}`, noted)).status).toBe(409)
    expect((await ben.ask('PUT', `${at}/${note}/answers/${answer}`, words)).status).toBe(409)
    const { said } = await ada.ask('GET', at)
    expect(said.map(({ words }: { words: unknown[] }) => words.length)).toEqual([2])
  })

  test('who may write in an article may note in it, who may read it may read its notes', async () => {
    const { n, ada, rana, id, at } = await staffed()
    const other = await colleague(n, 'reporter', 'Omar')
    const moderator = await colleague(n, 'moderator', 'Mo')
    const note = newId()
    expect((await rana.ask('PUT', `${at}/${note}`, noted)).status).toBe(204)
    for (const [asked, json] of [
      [`${at}/${newId()}`, noted],
      [`${at}/${note}/answers/${newId()}`, { text: 'x', mentions: [] }],
      [`${at}/${note}/resolution`, { to: true, seen: 1 }],
      [`${at}/${note}/anchor`, { anchor }],
    ] as const)
      expect([asked, (await other.ask('PUT', asked, json)).status]).toEqual([asked, 403])
    expect((await other.ask('GET', at)).said).toHaveLength(1)
    expect((await moderator.ask('GET', at)).status).toBe(403)
    await n.write((tx) => publish(tx, id, n.now()))
    // What stands before readers is an editor's.
    expect((await rana.ask('PUT', `${at}/${newId()}`, noted)).status).toBe(403)
    expect((await ada.ask('PUT', `${at}/${newId()}`, noted)).status).toBe(204)
  })

  test('a note belongs to its article, and its place to a text', async () => {
    const { n, ada, at } = await staffed()
    const another = await n.write((tx) => draft(tx, { headline: 'Other' }, n.now()))
    const note = newId()
    await ada.ask('PUT', `${at}/${note}`, noted)
    for (const [path, json] of [
      ['resolution', { to: true, seen: 1 }],
      ['anchor', { anchor }],
      [`answers/${newId()}`, { text: 'x', mentions: [] }],
    ] as const) {
      const asked = `/articles/${another}/notes/${note}/${path}`
      expect((await ada.ask('PUT', asked, json)).status).toBe(404)
    }
    for (const wrong of [
      { ...noted, anchor: { from: 'nowhere', to: place } },
      { ...noted, anchor: { from: place } },
      { ...noted, text: ' \n ' },
      { ...noted, text: 'x'.repeat(4001) },
      { ...noted, quote: 'x'.repeat(1001) },
      { ...noted, mentions: Array(21).fill(ada.id) },
    ])
      expect((await ada.ask('PUT', `${at}/${newId()}`, wrong)).status).toBe(422)
    expect((await ada.ask('PUT', `${at}/not-an-id`, noted)).status).toBe(422)
    expect((await ada.ask('GET', at)).said).toHaveLength(1)
  })

  test('whoever is mentioned gets one letter, with the words, the headline and the way there', async () => {
    const { n, ada, ben, rana, id, at } = await staffed()
    const note = newId()
    const text = 'Which two?\n@Ben, @Rana: please.'
    const mentions = [ben.id, rana.id, ada.id, ben.id]
    expect((await ada.ask('PUT', `${at}/${note}`, { ...noted, text, mentions })).status).toBe(204)
    const letters = await told(n)
    const addresses = await n.db
      .selectFrom('colleagues')
      .select('email')
      .where('id', 'in', [ben.id, rana.id])
      .execute()
    expect(letters.map(({ to }) => to).sort()).toEqual(addresses.map(({ email }) => email).sort())
    expect(letters[0]!.subject).toBe('Ada mentions you in a note on “Recount”')
    expect(letters[0]!.text).toContain('    Which two?\n    @Ben, @Rana: please.')
    expect(letters[0]!.text).toContain(`https://paper.example/desk/articles/${id}?note=${note}\n`)
    expect(await told(n)).toEqual([])
    n.later(60_000)
    const answer = { text: '@Ada: these.', mentions: [ada.id] }
    await ben.ask('PUT', `${at}/${note}/answers/${newId()}`, answer)
    expect((await told(n)).map(({ subject }) => subject)).toEqual([
      'Ben mentions you in a note on “Recount”',
    ])
    expect((await ada.ask('GET', at)).said[0].words[1].mentions).toEqual([
      { id: ada.id, name: 'Ada' },
    ])
  })

  test('nobody is written to who cannot open the article, has left, or is not there', async () => {
    const { n, ada, ben, rana, at } = await staffed()
    const moderator = await colleague(n, 'moderator', 'Mo')
    const asked = (mentions: string[]) => ada.ask('PUT', `${at}/${newId()}`, { ...noted, mentions })
    const refused = await asked([moderator.id])
    expect([refused.status, refused.said.message]).toEqual([422, expect.stringContaining('Mo')])
    expect((await asked(['nobody'])).status).toBe(422)
    expect((await asked([ben.id, rana.id])).status).toBe(204)
    // Between the note and the letter.
    await n.write((tx) => letGo(tx, null, ben.id, n.now()))
    await n.write((tx) => changeRole(tx, null, rana.id, 'moderator', n.now()))
    expect(await told(n)).toEqual([])
  })

  test('who noted is in the log, and not what', async () => {
    const { n, ada, at } = await staffed()
    await ada.ask('PUT', `${at}/${newId()}`, noted)
    const event = await n.db
      .selectFrom('events')
      .select(['actor', 'payload'])
      .where('type', '=', 'note.written')
      .executeTakeFirstOrThrow()
    expect(event.actor).toBe(ada.id)
    expect(event.payload).not.toContain('Which two')
  })
})
