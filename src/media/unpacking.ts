/** Bytes that pictures may take unpacked, one by itself and all together. */
export const MOST_UNPACKED = 400_000_000

/** Of what is read line by line only some is in memory at a time. */
const LINE_BY_LINE = 1 / 8

type Facts = {
  format: string
  width: number
  height: number
  channels: number
  depth: string
  isProgressive: boolean
}

/**
 * Bytes of memory that decoding a picture takes. Interlaced and progressive ones, and formats that know no lines, are in
 * it as a whole.
 */
export function unpackedBytes({ format, width, height, channels, depth, isProgressive }: Facts) {
  const whole = width * height * channels * (depth === 'uchar' ? 1 : 2)
  const isRead = !isProgressive && (format === 'jpeg' || format === 'png')
  return isRead ? whole * LINE_BY_LINE : whole
}

let room = MOST_UNPACKED
const waiting: { bytes: number; begin: () => void }[] = []

/** Decodes a picture once there is room for it; those who came before go first. */
export async function unpacking<T>(bytes: number, decode: () => Promise<T>): Promise<T> {
  await new Promise<void>((begin) => {
    waiting.push({ bytes, begin })
    next()
  })
  try {
    return await decode()
  } finally {
    room += bytes
    next()
  }
}

function next() {
  while (waiting[0] && waiting[0].bytes <= room) {
    const { bytes, begin } = waiting.shift()!
    room -= bytes
    begin()
  }
}
