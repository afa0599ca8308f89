import { describe, expect, test } from 'vitest'
import { bytesOf, Pages, pageOf, reading } from './pages.ts'

const page = (text: string) => pageOf(200, { 'content-type': 'text/html' }, text, 'gzip')
const show = (pages: Pages, key: string, reads: () => void, text = key) =>
  pages.page(key, async () => {
    reads()
    return page(text)
  })

describe('pages', () => {
  test('a page is kept until something it read is touched', async () => {
    const pages = new Pages({ bytes: 1e6 })
    await show(pages, '/a', () => reading('article:1'))
    await show(pages, '/b', () => reading('article:2'))
    expect(pages.drop([{ key: 'article:1' }])).toEqual(['/a'])
    expect(pages.addresses()).toEqual(['/b'])
  })

  test('an article that enters the top of a list leaves its older pages alone', async () => {
    const pages = new Pages({ bytes: 1e6 })
    await show(pages, '/first', () => reading('feed:x', { from: '2026-02', to: null }))
    await show(pages, '/second', () => reading('feed:x', { from: '2026-01', to: '2026-02' }))
    expect(pages.drop([{ key: 'feed:x', at: '2026-03' }])).toEqual(['/first'])
    expect(pages.addresses()).toEqual(['/second'])
    expect(pages.drop([{ key: 'feed:x', at: '2026-01-15' }])).toEqual(['/second'])
  })

  test('a change while a page is rendered is not lost: the page is answered once and not kept', async () => {
    const pages = new Pages({ bytes: 1e6 })
    const begun = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    const rendering = pages.page('/a', async () => {
      reading('article:1')
      begun.resolve()
      await gate.promise
      return page('old')
    })
    await begun.promise
    pages.drop([{ key: 'article:1' }])
    const fresh = await pages.page('/a', async () => {
      reading('article:1')
      return page('new')
    })
    gate.resolve()
    expect(bytesOf(await rendering, 'identity').toString()).toBe('old')
    expect(bytesOf(fresh, 'identity').toString()).toBe('new')
    expect(bytesOf(pages.answer('/a')!, 'identity').toString()).toBe('new')
  })

  test('a list that changes while it is read is not kept either', async () => {
    const pages = new Pages({ bytes: 1e6 })
    await pages.page('/a', async () => {
      await reading.list('feed:x', null, async () => {
        pages.drop([{ key: 'feed:x', at: '2020' }])
        return { value: [], from: '2026' }
      })
      return page('a')
    })
    expect(pages.addresses()).toEqual([])
  })

  test('a hundred readers of a page that is not kept cause one render', async () => {
    const pages = new Pages({ bytes: 1e6 })
    let renders = 0
    const all = Array.from({ length: 100 }, () =>
      pages.page('/a', async () => {
        renders++
        return page('a')
      }),
    )
    await Promise.all(all)
    expect(renders).toBe(1)
  })

  test('what a memo read, every page that used it has read', async () => {
    const pages = new Pages({ bytes: 1e6 })
    let name = 'Old name'
    const shell = () =>
      pages.memo('shell', async () => {
        reading('newsroom')
        return name
      })
    const render = (key: string) => pages.page(key, async () => page(await shell()))
    await render('/a')
    await render('/b')
    name = 'New name'
    expect(pages.drop([{ key: 'newsroom' }]).sort()).toEqual(['/a', '/b'])
    expect(bytesOf(await render('/a'), 'identity').toString()).toBe('New name')
  })

  test('a memo that is touched while it loads is loaded again', async () => {
    const pages = new Pages({ bytes: 1e6 })
    let loads = 0
    const value = await pages.memo('shell', async () => {
      reading('newsroom')
      if (++loads === 1) pages.drop([{ key: 'newsroom' }])
      return loads
    })
    expect(value).toBe(2)
  })

  test('a page that could not be found is not kept', async () => {
    const pages = new Pages({ bytes: 1e6 })
    await pages.page('/none', async () => pageOf(404, {}, 'no', 'gzip'))
    expect(pages.size.pages).toBe(0)
  })

  test('the cache stays within its bytes, and pages that left it are forgotten whole', async () => {
    const pages = new Pages({ bytes: 20_000 })
    for (let n = 0; n < 500; n++)
      await show(pages, `/${n}`, () => reading(`article:${n}`), `page ${n}`.repeat(50))
    expect(pages.size.bytes).toBeLessThanOrEqual(20_000)
    expect(pages.drop([{ key: 'article:0' }])).toEqual([])
  })

  test('every encoding holds the same page', () => {
    const kept = pageOf(200, {}, 'Ceasefire holds. '.repeat(100), 'br')
    const texts = (['br', 'gzip', 'identity'] as const).map(
      (encoding) => bytesOf(kept, encoding).length,
    )
    expect(new Set(texts).size).toBe(3)
    expect(bytesOf(kept, 'identity').toString()).toBe('Ceasefire holds. '.repeat(100))
  })
})
