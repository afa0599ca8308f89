import sharp from 'sharp'
import { expect, test } from 'vitest'
import { onEveryDatabase } from '../../test/newsroom.ts'
import type { Files } from '../platform/files.ts'
import { drawRenditions } from './jobs.ts'
import { examine, keepOriginal } from './originals.ts'
import { renditionPath, widthsOf } from './picture.ts'
import { addPicture, originalAt, replacePicture, showPictures } from './pictures.ts'
import { rendition, renditionName } from './renditions.ts'

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#88aacc' } })

onEveryDatabase('pictures', (open) => {
  const added = async (bytes: Buffer) => {
    const n = await open()
    const original = await keepOriginal(n.files, bytes)
    const picture = await n.write(async (tx) => {
      const made = await addPicture(tx, original, { alt: 'A sea' }, n.now())
      await showPictures(tx, [made.id], n.now())
      return made
    })
    return { n, picture }
  }

  test('a picture is served in two formats at every width that it has, for ever', async () => {
    const { n, picture } = await added(await drawn(1000, 500).jpeg().toBuffer())
    expect(widthsOf(picture)).toEqual([320, 640, 960, 1000])
    for (const width of widthsOf(picture))
      for (const format of ['avif', 'webp'] as const) {
        const answer = await n.app.request(renditionPath(picture, width, format))
        expect([answer.status, answer.headers.get('content-type')]).toEqual([
          200,
          `image/${format}`,
        ])
        expect(answer.headers.get('cache-control')).toContain('immutable')
        const seen = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
        expect([seen.width, seen.height]).toEqual([width, Math.round(width / 2)])
      }
  })

  test('a width that a picture does not have is not made, whoever asks', async () => {
    const { n, picture } = await added(await drawn(500, 500).png().toBuffer())
    for (const file of ['321.webp', '640.webp', '1920.avif', '9999.webp', '320.jpeg', '320.png'])
      expect([file, (await n.app.request(`/pictures/${picture.hash}/${file}`)).status]).toEqual([
        file,
        404,
      ])
    expect(await n.files.size(renditionName(picture.hash, 640, 'webp'))).toBeUndefined()
  })

  test('where a picture was taken and by whom is in no rendition', async () => {
    const bytes = await drawn(400, 300)
      .withExif({ IFD0: { Artist: 'Source Name' }, IFD3: { GPSLatitude: '35/1 24/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect(bytes.includes('Source Name')).toBe(true)
    const { n, picture } = await added(bytes)
    for (const file of ['320.webp', '320.avif', '1200.jpeg']) {
      const answer = Buffer.from(
        await (await n.app.request(`/pictures/${picture.hash}/${file}`)).arrayBuffer(),
      )
      const seen = await sharp(answer).metadata()
      expect([file, seen.exif, seen.xmp, answer.includes('Source Name')]).toEqual([
        file,
        undefined,
        undefined,
        false,
      ])
    }
  })

  test('a picture that was taken sideways stands upright', async () => {
    const { n, picture } = await added(
      await drawn(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    )
    expect([picture.width, picture.height]).toEqual([200, 400])
    const answer = await n.app.request(renditionPath(picture, 200, 'webp'))
    expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).height).toBe(400)
  })

  test('a file is told by its content: no SVG, no page, no archive, whatever it is called', async () => {
    const others = [
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      '<!doctype html><p>not a picture',
      '%PDF-1.7',
      'PK\x03\x04',
      '',
    ]
    for (const other of others)
      await expect(examine(Buffer.from(other))).rejects.toThrow(
        'not a JPEG, PNG, GIF, WebP or AVIF',
      )
  })

  test('a damaged picture is refused when it comes, and so is one that unpacks to gigabytes', async () => {
    const whole = await drawn(600, 600).png().toBuffer()
    await expect(examine(whole.subarray(0, whole.length / 2))).rejects.toThrow('damaged')
    const bomb = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: 'red' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(2_000_000)
    await expect(examine(bomb)).rejects.toThrow('million pixels')
  })

  test('nothing but a picture is ever decoded, however it comes to be asked for', async () => {
    for (const other of [
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      'P3 1 1 1 0 0 0\n',
    ])
      await expect(sharp(Buffer.from(other)).metadata()).rejects.toThrow()
  })

  test('a picture taller than any format allows is drawn smaller', async () => {
    const { n, picture } = await added(await drawn(400, 20_000).png().toBuffer())
    for (const file of ['400.webp', '1200.jpeg'])
      expect([file, (await n.app.request(`/pictures/${picture.hash}/${file}`)).status]).toEqual([
        file,
        200,
      ])
  })

  test('a hundred readers of a hundred renditions hold one original in memory', async () => {
    const { n, picture } = await added(await drawn(1920, 40).png().toBuffer())
    let held = 0
    let most = 0
    const files: Files = {
      ...n.files,
      read: async (name) => {
        if (name.startsWith('originals/')) most = Math.max(most, ++held)
        return await n.files.read(name)
      },
      write: async (name, bytes) => {
        held--
        await n.files.write(name, bytes)
      },
    }
    const original = (await originalAt(n.db, picture.hash))!
    const all = widthsOf(picture).map((width) => rendition(files, original, width, 'webp'))
    expect((await Promise.all(all)).every(Boolean)).toBe(true)
    // The next is read while the last is written.
    expect(most).toBeLessThanOrEqual(2)
  })

  test('the renditions are drawn before a reader asks; drawing them twice changes nothing', async () => {
    const { n, picture } = await added(await drawn(700, 400).png().toBuffer())
    await drawRenditions(n, { hash: picture.hash })
    const size = await n.files.size(renditionName(picture.hash, 640, 'avif'))
    expect(size).toBeGreaterThan(0)
    await drawRenditions(n, { hash: picture.hash })
    expect(await n.files.size(renditionName(picture.hash, 640, 'avif'))).toBe(size)
  })

  test('a replaced picture has a new address, and the former one answers no more', async () => {
    const { n, picture } = await added(await drawn(400, 400).png().toBuffer())
    await n.app.request(renditionPath(picture, 320, 'webp'))
    const fresh = await keepOriginal(n.files, await drawn(400, 200).png().toBuffer())
    await n.write((tx) => replacePicture(tx, picture.id, fresh, n.now()))
    expect((await n.app.request(`/pictures/${fresh.hash}/320.webp`)).status).toBe(200)
    expect((await n.app.request(renditionPath(picture, 320, 'webp'))).status).toBe(404)
  })
})
