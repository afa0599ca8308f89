import JSZip from 'jszip'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { plainPicture, xmpOf } from '../../test/agency-picture.ts'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { trail } from '../administration/audit.ts'
import {
  keepUpdate,
  manuscriptOf,
  openManuscript,
  tidyManuscript,
} from '../articles/manuscripts.ts'
import { publish, withhold } from '../articles/publish.ts'
import { setField } from '../articles/typed.ts'
import { draft, load } from '../articles/write.ts'
import { awaitProfile } from '../contributors/awaited.ts'
import { addContributor, contributorById, editContributor } from '../contributors/contributors.ts'
import { keepOriginal } from '../media/originals.ts'
import { addPicture } from '../media/pictures.ts'
import { uuid } from '../platform/ids.ts'
import type { Letter } from '../platform/mail.ts'
import { invite } from '../staff/colleagues.ts'
import { openSession } from '../staff/sessions.ts'
import { inviteGuest, tellGuest } from './jobs.ts'

const site = 'https://paper.example'
const DAY = 86_400_000

const asked = {
  title: 'Who owns the harbour?',
  name: 'Mira Saleh',
  email: 'mira@x.example',
  language: 'en',
}
const written = {
  headline: 'The harbour is ours',
  text: '## Why\n\nIt **was** always <script>alert(1)</script> so.',
  biography: 'Mira Saleh is a dock worker.',
  disclosures: 'She is a member of the union.',
}

async function docx(paragraph: string) {
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  )
  zip.file(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  )
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${paragraph}</w:t></w:r></w:p></w:body></w:document>`,
  )
  return await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

onEveryDatabase('guests', (open) => {
  async function desk(n: TestNewsroom, roleId: string) {
    const id = await n.write((tx) =>
      invite(tx, null, { email: `${roleId}@paper.example`, name: roleId, roleId }, n.now()),
    )
    const secret = await n.write((tx) => openSession(tx, id, 'test', n.now()))
    const cookie = n.siteUrl.startsWith('https') ? `__Host-desk=${secret}` : `desk=${secret}`
    return (path: string, method = 'GET', body?: unknown) =>
      n.app.request(`${site}/desk/api${path}`, {
        method,
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
  }

  async function commissioned(n: TestNewsroom) {
    const editor = await desk(n, 'editor')
    const answer = await editor('/commissions', 'POST', asked)
    expect(answer.status).toBe(200)
    const { id, link } = (await answer.json()) as { id: string; link: string }
    return { editor, id, key: new URL(link).searchParams.get('key')! }
  }

  const send = (n: TestNewsroom, key: string, fields: Record<string, string | File>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    return n.app.request(`${site}/guest?key=${key}`, { method: 'POST', body: form })
  }
  const look = (n: TestNewsroom, key: string) => n.app.request(`${site}/guest?key=${key}`)

  const articleOf = async (n: TestNewsroom) => {
    const { article_id } = await n.db
      .selectFrom('commissions')
      .select('article_id')
      .executeTakeFirstOrThrow()
    return article_id!
  }

  test('a guest’s portrait is added once, and no more pictures than one takes tries', async () => {
    const n = await open()
    const { key } = await commissioned(n)
    const portrait = async (green: number) => {
      const colour = { r: 9, g: green, b: 9 }
      const create = { width: 8, height: 8, channels: 3, background: colour } as const
      return new File([new Uint8Array(await sharp({ create }).png().toBuffer())], 'me.png')
    }
    const keep = async (green: number) =>
      (await send(n, key, { ...written, picture: await portrait(green), do: 'keep' })).status
    const pictures = async () => (await n.db.selectFrom('pictures').select('id').execute()).length
    expect([await keep(0), await keep(0), await pictures()]).toEqual([303, 303, 1])
    for (let green = 1; green <= 18; green++) expect(await keep(green)).toBe(303)
    expect([await keep(19), await pictures()]).toEqual([429, 19])
    // What they write is kept all the same.
    expect((await send(n, key, { ...written, do: 'keep' })).status).toBe(303)
    n.later(DAY)
    expect([await keep(19), await pictures()]).toEqual([303, 20])
  })

  test('a guest writes, sends, and is told once that it is published', async () => {
    const n = await open()
    const { editor, id, key } = await commissioned(n)
    const letters: Letter[] = []
    const post = {
      ...n,
      siteUrl: site,
      mail: { send: async (letter: Letter) => void letters.push(letter), close: () => {} },
    }
    await inviteGuest(post, { commissionId: id })
    const mailed = /key=(\S+)/.exec(letters[0]!.text)![1]!
    expect([letters[0]!.to, (await look(n, mailed)).status]).toEqual([asked.email, 200])
    const page = await look(n, key)
    expect([
      page.headers.get('referrer-policy'),
      page.headers.get('cache-control'),
      page.headers.get('x-robots-tag'),
    ]).toEqual(['no-referrer', 'no-store', 'noindex, nofollow'])

    expect((await send(n, key, { ...written, do: 'keep' })).status).toBe(303)
    expect(await (await look(n, key)).text()).toContain('It **was** always')
    const disagreed = await send(n, key, { ...written, headline: 'Typed anew', do: 'send' })
    expect([disagreed.status, await disagreed.text()]).toEqual([
      422,
      expect.stringContaining('Typed anew'),
    ])
    expect((await send(n, key, { ...written, agreed: 'on', do: 'send' })).status).toBe(303)
    expect((await send(n, key, { ...written, do: 'keep' })).status).toBe(409)

    const { row, fields } = await load(n.db, await articleOf(n))
    expect([row.status, fields.kind, fields.headline]).toEqual([
      'submitted',
      'opinion',
      written.headline,
    ])
    expect(fields.body.content!.map(({ type }) => type)).toEqual(['heading', 'paragraph'])
    const author = await contributorById(n.db, fields.bylines[0]!.contributorId)
    expect([author.kind, author.disclaimer]).toEqual([
      'guest',
      expect.stringContaining(written.disclosures),
    ])

    await n.write((tx) => publish(tx, row.id, n.now()))
    await tellGuest(post, { articleId: row.id })
    await tellGuest(post, { articleId: row.id })
    expect([letters.length, letters[1]!.text]).toEqual([2, expect.stringContaining(`${site}/`)])
    expect((await editor(`/commissions/${id}/renewal`, 'POST')).status).toBe(409)
  })

  test('a guest sends again by a newer link, but never over what an editor wrote meanwhile', async () => {
    const n = await open()
    const { editor, id, key } = await commissioned(n)
    const sent = { ...written, agreed: 'on', do: 'send' }
    const renewed = async () => {
      const answer = await editor(`/commissions/${id}/renewal`, 'POST')
      if (!answer.ok) return { status: answer.status, key: '' }
      const { link } = (await answer.json()) as { link: string }
      return { status: answer.status, key: new URL(link).searchParams.get('key')! }
    }
    expect((await send(n, key, sent)).status).toBe(303)
    const again = await renewed()
    expect((await send(n, again.key, { ...sent, headline: 'Ours, still' })).status).toBe(303)
    const articleId = await articleOf(n)
    expect((await load(n.db, articleId)).fields.headline).toBe('Ours, still')

    const third = await renewed()
    await n.write(async (tx) => {
      await openManuscript(tx, articleId)
      const manuscript = await manuscriptOf(tx, articleId)
      const before = encodeStateVector(manuscript)
      setField(manuscript, 'headline', 'Whose harbour?')
      const bytes = encodeStateAsUpdate(manuscript, before)
      await keepUpdate(tx, articleId, { id: uuid(n.now()), writtenBy: 'editor', bytes })
    })
    const refused = await send(n, third.key, sent)
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('The editors have worked on this text'),
    ])
    await n.write((tx) => tidyManuscript(tx, articleId, n.now()))
    expect((await load(n.db, articleId)).fields.headline).toBe('Whose harbour?')
    expect((await send(n, third.key, sent)).status).toBe(409)
    expect((await renewed()).status).toBe(409)
  })

  test('of a guest nobody is told before their article is out, and their portrait comes with its credit', async () => {
    const n = await open()
    const { editor, key } = await commissioned(n)
    const grey = { create: { width: 400, height: 400, channels: 3 as const, background: '#888' } }
    const bytes = await sharp(grey).png().toBuffer()
    const portrait = new File([bytes as BlobPart], 'me.png')
    const said = { ...written, agreed: 'on', do: 'send' }
    const uncredited = await send(n, key, { ...said, picture: portrait })
    expect([uncredited.status, await uncredited.text()]).toEqual([
      422,
      expect.stringContaining('Say who took the portrait'),
    ])
    const unused = await editor('/pictures?filter=unused')
    expect((await unused.json()) as object).toMatchObject({ pictures: [] })
    expect((await send(n, key, { ...said, credit: 'Ben Orlan' })).status).toBe(303)
    const id = await articleOf(n)
    const { fields } = await load(n.db, id)
    const author = await contributorById(n.db, fields.bylines[0]!.contributorId)
    const { hash } = await n.db.selectFrom('pictures').selectAll().executeTakeFirstOrThrow()
    const surfaces = [
      author.path,
      ...['feed.rss', 'feed.json', 'ninjs.json'].map((name) => `${author.path}/${name}`),
      `/pictures/${hash}/400.webp`,
    ]
    const statuses = () =>
      Promise.all(surfaces.map(async (path) => (await n.app.request(site + path)).status))
    expect(new Set(await statuses())).toEqual(new Set([404]))
    const published = await editor(`/articles/${id}/publication`, 'POST', { version: 1 })
    expect(published.status).toBe(200)
    expect(new Set(await statuses())).toEqual(new Set([200]))
    const page = await (await n.app.request(site + author.path)).text()
    for (const shown of [written.biography, 'Ben Orlan', 'Sent by Mira Saleh'])
      expect(page).toContain(shown)
    await n.write((tx) => withhold(tx, id, 'The author is in danger.', n.now()))
    expect((await n.app.request(site + author.path)).status).toBe(404)
  })

  test('a guest who comes again is the same contributor, and what they change waits for the new article', async () => {
    const n = await open()
    const editor = await desk(n, 'editor')
    const commissionFor = async (more: object) => {
      const answer = await editor('/commissions', 'POST', { ...asked, ...more })
      expect(answer.status).toBe(200)
      const { link } = (await answer.json()) as { link: string }
      return { key: new URL(link).searchParams.get('key')! }
    }
    const sendAs = async (key: string, changes: object) => {
      const sent = await send(n, key, { ...written, ...changes, agreed: 'on', do: 'send' })
      expect(sent.status).toBe(303)
      const { article_id, contributor_id } = await n.db
        .selectFrom('commissions')
        .selectAll()
        .where('submitted', 'is not', null)
        .orderBy('submitted', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      n.later(1000)
      return { articleId: article_id!, contributorId: contributor_id! }
    }
    const first = await sendAs((await commissionFor({})).key, {})
    // Nothing of theirs is out yet, so nothing of them is told to whoever has the next link.
    const early = await commissionFor({ email: 'MIRA@x.example', name: 'mira saleh' })
    expect(await (await look(n, early.key)).text()).not.toContain(written.biography)
    await n.write((tx) => publish(tx, first.articleId, n.now()))
    const author = await contributorById(n.db, first.contributorId)

    const again = await commissionFor({ title: 'And the quay?' })
    const page = await (await look(n, again.key)).text()
    for (const known of [written.biography, written.disclosures]) expect(page).toContain(known)
    const said = {
      headline: 'The quay, too',
      biography: 'Mira Saleh sits on the city council.',
      disclosures: 'She is a candidate.',
    }
    const second = await sendAs(again.key, said)
    expect(second.contributorId).toBe(first.contributorId)
    const seen = async () => (await n.app.request(site + author.path)).text()
    expect(await seen()).toContain(written.biography)
    expect(await seen()).not.toContain(said.biography)
    const listed = await editor('/settings/contributors?search=mira')
    expect(await listed.json()).toMatchObject([
      { id: author.id, awaited: { biography: said.biography } },
    ])
    await n.write((tx) => publish(tx, second.articleId, n.now()))
    expect(await seen()).toContain(said.biography)
    expect(await seen()).not.toContain(written.biography)
    expect((await contributorById(n.db, author.id)).disclaimer).toContain(said.disclosures)

    // Another person at the same address is somebody else, unless the editor says they are not.
    const offered = await editor('/commissions/guests?name=nobody&email=mira@x.example')
    expect(await offered.json()).toEqual([{ id: author.id, name: author.name, isFrom: true }])
    const other = await sendAs((await commissionFor({ name: 'Sami Saleh' })).key, {})
    expect(other.contributorId).not.toBe(author.id)
    const chosen = await commissionFor({ email: 'new@x.example', contributorId: author.id })
    expect((await sendAs(chosen.key, {})).contributorId).toBe(author.id)
    const anew = await sendAs((await commissionFor({ contributorId: null })).key, {})
    expect([author.id, other.contributorId]).not.toContain(anew.contributorId)
    const staff = await n.write((tx) => addContributor(tx, { name: 'Ada Haddad' }, n.now()))
    const refused = async (contributorId: string) => {
      const answer = await editor('/commissions', 'POST', { ...asked, contributorId })
      return [answer.status, await answer.text()]
    }
    expect(await refused(staff.id)).toEqual([422, expect.stringContaining('is not a guest')])
    expect((await refused('made-up'))[0]).toBe(404)
  })

  test('an article waits for the credit of a portrait that its guest changes with it', async () => {
    const n = await open()
    const { editor, key } = await commissioned(n)
    const sent = { ...written, agreed: 'on', do: 'send' }
    await send(n, key, sent)
    const first = await articleOf(n)
    await n.write((tx) => publish(tx, first, n.now()))
    const { contributorId } = (await load(n.db, first)).fields.bylines[0]!
    const grey = { create: { width: 90, height: 90, channels: 3 as const, background: '#888' } }
    const original = await keepOriginal(n.files, await sharp(grey).png().toBuffer())
    const second = await n.write(async (tx) => {
      const { id: pictureId } = await addPicture(tx, original, { alt: 'Mira, later' }, n.now())
      const fields = { headline: 'B', bylines: [{ contributorId, role: 'author' as const }] }
      const articleId = await draft(tx, fields, n.now())
      const profile = { biography: 'Later.', pictureId, disclaimer: '' }
      await awaitProfile(tx, { articleId, contributorId }, profile)
      return articleId
    })
    const answer = await editor(`/articles/${second}/publication`, 'POST', { version: 1 })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('“Mira, later” has no credit'),
    ])
  })

  test('a portrait whose file says who took it needs no other word, and what the guest says counts more', async () => {
    for (const [credit, credited] of [
      ['', 'Ben Orlan / Sound Agency'],
      ['Lea Orlan', 'Lea Orlan'],
    ] as const) {
      const n = await open()
      const { key } = await commissioned(n)
      const words = { creator: ['Ben Orlan'], credit: 'Sound Agency', caption: 'At the harbour' }
      const bytes = await plainPicture().withXmp(xmpOf(words)).jpeg().toBuffer()
      const picture = new File([bytes as BlobPart], 'me.jpg')
      const sent = { ...written, agreed: 'on', do: 'send', picture, credit }
      expect((await send(n, key, sent)).status).toBe(303)
      const row = await n.db.selectFrom('pictures').selectAll().executeTakeFirstOrThrow()
      expect([row.credit, row.alt, row.caption]).toEqual([credited, 'Mira Saleh', ''])
      expect(JSON.parse(row.from_file)).toEqual(credit ? [] : ['credit'])
    }
  })

  test('an article waits for the credit of a portrait that came without one', async () => {
    const n = await open()
    const { editor, key } = await commissioned(n)
    expect((await send(n, key, { ...written, agreed: 'on', do: 'send' })).status).toBe(303)
    const id = await articleOf(n)
    const { contributorId } = (await load(n.db, id)).fields.bylines[0]!
    const grey = { create: { width: 90, height: 90, channels: 3 as const, background: '#888' } }
    const original = await keepOriginal(n.files, await sharp(grey).png().toBuffer())
    await n.write(async (tx) => {
      const { id: pictureId } = await addPicture(tx, original, { alt: 'Mira Saleh' }, n.now())
      await editContributor(tx, contributorId, { pictureId }, n.now())
    })
    const answer = await editor(`/articles/${id}/publication`, 'POST', { version: 1 })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('“Mira Saleh” has no credit'),
    ])
  })

  test('a text and a file are not sent both: the guest says which', async () => {
    const n = await open()
    const { key } = await commissioned(n)
    const word = new File([(await docx('From Word.')) as BlobPart], 'text.docx')
    const said = { ...written, agreed: 'on', do: 'send' }
    const both = await send(n, key, { ...said, file: word })
    expect([both.status, await both.text()]).toEqual([
      422,
      expect.stringContaining('only the text above is sent'),
    ])
    expect((await send(n, key, said)).status).toBe(303)
    const { fields } = await load(n.db, await articleOf(n))
    expect(JSON.stringify(fields.body)).not.toContain('From Word.')
  })

  test('a Word document is read, and what is none is refused with what was typed', async () => {
    const n = await open()
    const { key } = await commissioned(n)
    const word = new File([(await docx('From Word.')) as BlobPart], 'text.docx')
    const said = { ...written, text: '', agreed: 'on', do: 'send' }
    const bad = await send(n, key, { ...said, file: new File(['PK no zip'], 'text.docx') })
    expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining(written.headline)])
    expect((await send(n, key, { ...said, file: word })).status).toBe(303)
    const { fields } = await load(n.db, await articleOf(n))
    expect(JSON.stringify(fields.body)).toContain('From Word.')
  })

  test('a Word document that unpacks to gigabytes is refused', async () => {
    const n = await open()
    const { key } = await commissioned(n)
    const bomb = new File([(await docx('x'.repeat(45 * 1024 * 1024))) as BlobPart], 'text.docx')
    expect((await send(n, key, { ...written, file: bomb, do: 'keep' })).status).toBe(422)
  })

  test('a Word document that hides what it unpacks to is refused', async () => {
    const n = await open()
    const { key } = await commissioned(n)
    const bomb = Buffer.from(await docx('x'.repeat(45 * 1024 * 1024)))
    const end = bomb.length - 22
    const directory = bomb.subarray(bomb.readUInt32LE(end + 16), end)
    const none = Buffer.from(bomb)
    none.writeUInt16LE(0, end + 8)
    none.writeUInt16LE(0, end + 10)
    const one = Buffer.from(bomb)
    one.writeUInt16LE(1, end + 8)
    one.writeUInt16LE(1, end + 10)
    // A small directory stands where it is said to be, and the large one where other readers look for it.
    const plain = Buffer.from(await docx('Small.'))
    const moved = Buffer.concat([plain.subarray(0, -22), bomb])
    plain.copy(moved, moved.length - 22 + 12, plain.length - 22 + 12, plain.length - 22 + 20)
    const elsewhere = Buffer.from(bomb)
    elsewhere.writeUInt16LE(0xffff, end + 4)
    expect(directory.readUInt32LE(0)).toBe(0x02014b50)
    for (const bytes of [none, one, moved, elsewhere]) {
      const file = new File([bytes], 'text.docx')
      const answer = await send(n, key, { ...written, file, do: 'keep' })
      expect(answer.status).toBe(422)
      const { file_name } = await n.db
        .selectFrom('commissions')
        .select('file_name')
        .executeTakeFirstOrThrow()
      expect(file_name).toBe('')
    }
  })

  test('a Word document has no more text than can be typed', async () => {
    const n = await open()
    const { key } = await commissioned(n)
    const keep = async (text: string) => {
      const file = new File([(await docx(text)) as BlobPart], 'text.docx')
      return (await send(n, key, { ...written, file, do: 'keep' })).status
    }
    expect(await keep('[caption]'.repeat(25_000))).toBe(422)
    expect(await keep('[caption]'.repeat(20_000))).toBe(303)
  })

  test('what a guest sends at once is read one after the other, and another guest does not wait', async () => {
    const n = await open()
    const { editor, key } = await commissioned(n)
    const { link } = (await (await editor('/commissions', 'POST', asked)).json()) as {
      link: string
    }
    const other = new URL(link).searchParams.get('key')!
    const form = `headline=${encodeURIComponent(written.headline)}&text=a&biography=b&disclosures=`
    const begun: string[] = []
    const end = Promise.withResolvers<void>()
    const slowly = (link: string, name: string) =>
      n.app.request(
        new Request(`${site}/guest?key=${link}`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new ReadableStream(
            {
              pull: async (controller) => {
                begun.push(name)
                await end.promise
                controller.enqueue(new TextEncoder().encode(form))
                controller.close()
              },
            },
            { highWaterMark: 0 },
          ),
          duplex: 'half',
        } as RequestInit),
      )
    const first = slowly(key, 'first')
    const second = slowly(key, 'second')
    const third = slowly(other, 'another guest’s')
    for (let waited = 0; begun.length < 2 && waited < 2000; waited += 10)
      await new Promise((resolve) => setTimeout(resolve, 10))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(begun.toSorted()).toEqual(['another guest’s', 'first'])
    end.resolve()
    const answers = await Promise.all([first, second, third])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(begun).toContain('second')
  })

  test('nobody without a link that works has the newsroom read a file', async () => {
    const n = await open()
    const { key } = await commissioned(n)
    const form = new FormData()
    form.append('key', key)
    form.append('headline', 'Slipped in')
    for (const address of [`${site}/guest`, `${site}/guest?key=made-up`]) {
      const answer = await n.app.request(address, { method: 'POST', body: form })
      expect(answer.status).toBe(404)
    }
    const endless = new ReadableStream({
      pull: () => {
        throw new Error('The body was read')
      },
    })
    const answer = await n.app.request(`${site}/guest?key=made-up`, {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(404)
  })

  test('a link ends by the clock, when it is revoked, and when a newer one is made', async () => {
    const n = await open()
    const { editor, id, key } = await commissioned(n)
    const renewal = await editor(`/commissions/${id}/renewal`, 'POST')
    const { link } = (await renewal.json()) as { link: string }
    const newer = new URL(link).searchParams.get('key')!
    expect([(await look(n, key)).status, (await look(n, newer)).status]).toEqual([404, 200])
    expect((await editor(`/commissions/${id}/revocation`, 'POST')).status).toBe(204)
    const over = await look(n, newer)
    expect([over.status, await over.text(), over.headers.get('cache-control')]).toEqual([
      404,
      expect.stringContaining('Ask the editor who sent it for a new one'),
      'no-store',
    ])
    const late = await send(n, newer, { ...written, do: 'keep' })
    // Not sent from our own page, it could be anybody's words under our name.
    expect([late.status, await late.text()]).toEqual([
      404,
      expect.not.stringContaining(written.headline),
    ])
    const again = (await (await editor(`/commissions/${id}/renewal`, 'POST')).json()) as {
      link: string
    }
    const last = new URL(again.link).searchParams.get('key')!
    expect((await look(n, last)).status).toBe(200)
    n.later(31 * DAY)
    expect((await look(n, last)).status).toBe(404)
    const deeds = await trail(n.db, { room: 'commission' }, 10)
    expect(deeds.map(({ type, about }) => [type, ...about]).toSorted()).toEqual([
      ['commission.made', asked.title],
      ['commission.renewed', asked.title],
      ['commission.renewed', asked.title],
      ['commission.revoked', asked.title],
    ])
  })

  test('only those who may invite guests do, and only what can be stored', async () => {
    const n = await open()
    const { editor, id } = await commissioned(n)
    const reporter = await desk(n, 'reporter')
    for (const [path, method, body] of [
      ['/commissions', 'GET'],
      ['/commissions', 'POST', asked],
      [`/commissions/${id}/renewal`, 'POST'],
      [`/commissions/${id}/revocation`, 'POST'],
    ] as const)
      expect([path, (await reporter(path, method, body)).status]).toEqual([path, 403])
    for (const verb of ['renewal', 'revocation'])
      expect((await editor(`/commissions/nobody/${verb}`, 'POST')).status).toBe(404)
    expect((await editor('/commissions', 'POST', { ...asked, email: 'nowhere' })).status).toBe(422)
    const [one, ...others] = (await (await editor('/commissions')).json()) as { state: string }[]
    expect([one!.state, others]).toEqual(['open', []])
  })
})
