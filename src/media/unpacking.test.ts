import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { examine } from './originals.ts'
import { MOST_UNPACKED, unpacking } from './unpacking.ts'

/** An interlaced PNG with 16 bits a colour, all of it one colour: small as a file, and whole in memory when decoded. */
function interlaced(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([16, 6, 0, 0, 1], 8)
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const
  const along = (from: number, step: number) => Math.ceil((side - from) / step)
  const size = passes
    .map(([x, y, right, down]) => along(y, down) * (1 + along(x, right) * 8))
    .reduce((sum, one) => sum + one)
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const around = Buffer.alloc(8)
    around.writeUInt32BE(data.length, 0)
    around.writeUInt32BE(crc32(named), 4)
    return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(size))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a small file that would be huge in memory is not decoded', async () => {
  const bytes = interlaced(7100)
  expect(bytes.length).toBeLessThan(1_000_000)
  await expect(examine(bytes)).rejects.toThrow('takes more than 400 MB')
})

test('several that are large in memory are decoded one after the other', async () => {
  const bytes = interlaced(6000)
  let most = 0
  const looking = setInterval(() => {
    const { queue, process } = sharp.counters()
    most = Math.max(most, queue + process)
  }, 5)
  const seen = await Promise.all([examine(bytes), examine(bytes), examine(bytes)])
  clearInterval(looking)
  expect(seen.map(({ width }) => width)).toEqual([6000, 6000, 6000])
  expect(most).toBe(1)
})

test('small ones do not wait for each other, and one that cannot be decoded keeps no room', async () => {
  let atOnce = 0
  let most = 0
  const decode = (bytes: number, fails = false) =>
    unpacking(bytes, async () => {
      most = Math.max(most, ++atOnce)
      await new Promise((resolve) => setTimeout(resolve, 5))
      atOnce--
      if (fails) throw new Error('damaged')
    })
  await Promise.all([1, 2, 3, 4].map(() => decode(MOST_UNPACKED / 4)))
  expect(most).toBe(4)
  most = 0
  await Promise.allSettled([1, 2, 3].map(() => decode(MOST_UNPACKED, true)))
  await decode(MOST_UNPACKED)
  expect(most).toBe(1)
})
