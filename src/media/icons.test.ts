import sharp from 'sharp'
import { expect, test } from 'vitest'
import { onEveryDatabase, type TestNewsroom } from '../../test/newsroom.ts'
import { type NewsroomFields, unnamed } from '../newsroom/newsroom.ts'
import { changeNewsroom } from '../newsroom/settings.ts'
import { iconOf, withoutArticle } from './icon.ts'
import { keepOriginal } from './originals.ts'
import { addPicture } from './pictures.ts'

const change = (n: TestNewsroom, changes: Partial<NewsroomFields>) =>
  n.write((tx) => changeNewsroom(tx, changes, n.now()))

type Manifest = {
  icons: { src: string; sizes: string; purpose: string }[]
  [member: string]: unknown
}

onEveryDatabase('the newsroom’s icon', (open) => {
  const bytesAt = async (n: TestNewsroom, path: string) => {
    const answer = await n.app.request(path)
    expect([path, answer.status]).toEqual([path, 200])
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const linked = async (n: TestNewsroom, rel: string) =>
    new RegExp(`<link rel="${rel}" href="([^"]+)"`).exec(
      await (await n.app.request('/')).text(),
    )![1]!
  const manifestOf = async (n: TestNewsroom) =>
    (await (await n.app.request('/manifest.webmanifest')).json()) as Manifest
  const colourAt = async (bytes: Buffer, left: number, top: number) => {
    const { data } = await sharp(bytes)
      .ensureAlpha()
      .extract({ left, top, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    return [...data]
  }

  test('every page names an icon for tabs, one for phones and a manifest, and all of them are there', async () => {
    const n = await open()
    await change(n, {
      name: 'The Sounding',
      tagline: 'Politics & conflict',
      colours: { accent: '#0a3a5c', accentDark: '#99ccee' },
    })
    const tab = await bytesAt(n, await linked(n, 'icon'))
    expect(tab.answer.headers.get('cache-control')).toContain('immutable')
    expect(tab.bytes.length).toBeLessThan(1500)
    expect(await colourAt(tab.bytes, 1, 1)).toEqual([10, 58, 92, 255])
    const phone = await bytesAt(n, await linked(n, 'apple-touch-icon'))
    expect((await sharp(phone.bytes).metadata()).width).toBe(180)
    expect((await bytesAt(n, '/apple-touch-icon.png')).bytes).toEqual(phone.bytes)
    expect(await linked(n, 'manifest')).toBe('/manifest.webmanifest')
    const manifest = await manifestOf(n)
    expect(manifest).toMatchObject({
      name: 'The Sounding',
      short_name: 'The Sounding',
      description: 'Politics & conflict',
      lang: 'en',
      dir: 'ltr',
      start_url: '/',
      theme_color: '#0a3a5c',
    })
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '192x192 maskable',
      '512x512 maskable',
    ])
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await sharp((await bytesAt(n, src)).bytes).metadata()
      expect(`${width}x${height}`).toBe(sizes)
    }
  })

  test('a browser that asks for an icon by its old name is answered, and keeps it for long', async () => {
    const n = await open()
    const { answer, bytes } = await bytesAt(n, '/favicon.ico')
    expect(answer.headers.get('content-type')).toBe('image/x-icon')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=604800')
    expect([...bytes.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 48, 48])
    const png = bytes.subarray(bytes.readUInt32LE(18))
    expect(png.length).toBe(bytes.readUInt32LE(14))
    expect((await sharp(png).metadata()).width).toBe(48)
  })

  test('a picture of the newsroom takes the letter’s place, at a new address', async () => {
    const n = await open()
    const former = await linked(n, 'icon')
    const wide = sharp({ create: { width: 80, height: 40, channels: 3, background: '#00aa00' } })
    const original = await keepOriginal(n.files, await wide.png().toBuffer())
    const { id } = await n.write((tx) => addPicture(tx, original, {}, n.now()))
    await change(n, { icon: id })
    const now = await linked(n, 'icon')
    expect(now).not.toBe(former)
    expect((await n.app.request(former)).status).toBe(404)
    const tab = (await bytesAt(n, now)).bytes
    expect(await colourAt(tab, 24, 24)).toEqual([0, 170, 0, 255])
    expect((await colourAt(tab, 24, 2))[3]).toBe(0)
    const phone = (await bytesAt(n, '/apple-touch-icon.png')).bytes
    expect(await colourAt(phone, 90, 5)).toEqual([250, 250, 248, 255])
    const masked = (await manifestOf(n)).icons.find(({ purpose }) => purpose === 'maskable')!
    expect(await colourAt((await bytesAt(n, masked.src)).bytes, 5, 96)).toEqual([
      250, 250, 248, 255,
    ])
  })

  test('no other size is drawn, whoever asks', async () => {
    const n = await open()
    const folder = (await linked(n, 'icon')).replace('48.png', '')
    for (const file of ['49.png', '999.png', 'maskable-49.png', '48.webp', '048.png'])
      expect([file, (await n.app.request(folder + file)).status]).toEqual([file, 404])
    expect((await n.app.request(`/icons/${'0'.repeat(12)}/48.png`)).status).toBe(404)
  })
})

test('an icon bears the letter that people know the newsroom by', () => {
  const letter = (name: string, language = 'en') =>
    iconOf({ ...unnamed, name, language }, null).letter
  expect(letter('The Sounding')).toBe('S')
  expect(letter('Die Wochenpost', 'de')).toBe('W')
  expect(letter('L’Écho', 'fr')).toBe('É')
  expect(letter('الخبر', 'ar')).toBe('خ')
  expect(letter('«новый день»', 'ru')).toBe('Н')
  expect(letter('istanbul', 'tr')).toBe('İ')
  expect(letter('The')).toBe('T')
  expect(letter('!!!')).toBe('')
  expect(withoutArticle('Theatre')).toBe('Theatre')
})
