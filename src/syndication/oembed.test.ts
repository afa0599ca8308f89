import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { publish, withhold } from '../articles/publish.ts'
import { draft, edit } from '../articles/write.ts'
import { addContributor } from '../contributors/contributors.ts'
import { addPicture } from '../media/pictures.ts'

onEveryDatabase('oEmbed', (open) => {
  const out = async (n: TestNewsroom, fields: Parameters<typeof draft>[1]) => {
    const id = await n.write((tx) => draft(tx, fields, n.now()))
    await n.write((tx) => publish(tx, id, n.now()))
    return id
  }
  const ask = async (n: TestNewsroom, url: string, more = '') => {
    const answer = await n.app.request(`/oembed?url=${encodeURIComponent(url)}${more}`)
    const text = await answer.text()
    const json = answer.headers.get('content-type')?.startsWith('application/json')
    return { status: answer.status, text, card: json ? JSON.parse(text) : undefined }
  }

  test('another site gets an article’s card, found by the link on its page', async () => {
    const n = await open()
    const author = await n.write((tx) => addContributor(tx, { name: 'Ada Haddad' }, n.now()))
    const original = { hash: 'a'.repeat(32), format: 'jpeg', width: 1600, height: 900, bytes: 1 }
    const picture = await n.write((tx) =>
      addPicture(tx, original as never, { alt: 'A harbour' }, n.now()),
    )
    await out(n, {
      headline: '<b>Harbour</b> & "port"',
      standfirst: 'It reopens.',
      path: '/harbour',
      bylines: [{ contributorId: author.id, role: 'author' }],
      leadPictureId: picture.id,
    })
    const page = await (await n.app.request('/harbour')).text()
    const href = /type="application\/json\+oembed"[^>]* href="([^"]+)"/.exec(page)![1]!
    const answer = await n.app.request(href.replaceAll('&amp;', '&'))
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(await answer.json()).toEqual({
      type: 'rich',
      version: '1.0',
      title: '<b>Harbour</b> & "port"',
      author_name: 'Ada Haddad',
      author_url: 'https://paper.example/contributors/ada-haddad',
      provider_name: 'The Newsroom',
      provider_url: 'https://paper.example/',
      thumbnail_url: `https://paper.example/pictures/${original.hash}/320.webp`,
      thumbnail_width: 320,
      thumbnail_height: 180,
      html: '<blockquote lang="en" dir="ltr" cite="https://paper.example/harbour"><p><a href="https://paper.example/harbour">&lt;b&gt;Harbour&lt;/b&gt; &amp; &quot;port&quot;</a></p><p>It reopens.</p><p>The Newsroom</p></blockquote>',
      width: 600,
      height: 240,
    })
    const narrow = (await ask(n, 'https://paper.example/harbour', '&maxwidth=300&maxheight=100'))
      .card
    expect([narrow.width, narrow.height, narrow.thumbnail_url]).toEqual([300, 100, undefined])
    const { text } = await ask(n, 'http://paper.example/harbour/?utm=x', '&format=xml')
    expect(text).toContain('<title>&lt;b&gt;Harbour&lt;/b&gt; &amp; "port"</title>')
  })

  test('what is not here, not out, taken back or of another site has no card', async () => {
    const n = await open()
    const id = await out(n, { headline: 'News', path: '/news' })
    await n.write((tx) => draft(tx, { headline: 'Draft', path: '/draft' }, n.now()))
    for (const url of [
      'https://paper.example/draft',
      'https://paper.example/nothing',
      'https://paper.example/',
      'https://elsewhere.example/news',
      'https://paper.example.elsewhere.example/news',
      'https://paper.example@elsewhere.example/news',
      'javascript:alert(1)',
      'news',
    ])
      expect([url, (await ask(n, url)).status]).toEqual([url, 404])
    await n.write((tx) => edit(tx, id, { path: '/moved' }, n.now()))
    expect((await ask(n, 'https://paper.example/news')).card.html).toContain('/moved')
    expect((await ask(n, 'https://paper.example/moved', '&format=png')).status).toBe(501)
    expect((await n.app.request('/oembed')).status).toBe(400)
    await n.write((tx) => withhold(tx, id, 'Wrong.', n.now()))
    expect((await ask(n, 'https://paper.example/moved')).status).toBe(404)
  })

  test('a Premium article’s card says its headline and nothing of its body, and no question is kept', async () => {
    const n = await open()
    await out(n, {
      headline: 'For members',
      access: 'premium',
      path: '/members',
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'SECRET' }] }],
      },
    })
    for (let width = 200; width < 260; width++) {
      const { status, text } = await ask(n, 'https://paper.example/members', `&maxwidth=${width}`)
      expect([status, text.includes('For members'), text.includes('SECRET')]).toEqual([
        200,
        true,
        false,
      ])
    }
    expect(n.pages.addresses()).toEqual([])
  })
})
