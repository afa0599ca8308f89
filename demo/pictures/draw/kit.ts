/** What all drawings share: paper, colours, chance that repeats, and how they become files. */

import sharp from 'sharp'

export const ink = '#14232b'
export const deep = '#1d3744'
export const teal = '#2f5d6b'
export const sea = '#6f979e'
export const mist = '#a9c0bf'
export const paper = '#efe6d4'
export const sand = '#d8c19b'
export const ochre = '#c98f4e'
export const rust = '#a2513a'
export const rose = '#dcab93'
export const moss = '#6d7b55'
export const olive = '#4a5840'

/** The same numbers for the same seed (mulberry32). */
export function chance(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const round = (value: number) => Math.round(value * 10) / 10

/** The heights of a ridge from left to right, by midpoint displacement. */
export function heights(seed: number, steps: number, roughness = 0.52): number[] {
  const next = chance(seed)
  const line = new Array<number>(steps + 1).fill(0)
  line[0] = next() - 0.5
  line[steps] = next() - 0.5
  for (let span = steps, swing = 1; span > 1; span /= 2, swing *= roughness)
    for (let at = span / 2; at < steps; at += span)
      line[at] = (line[at - span / 2]! + line[at + span / 2]!) / 2 + (next() - 0.5) * swing
  return line
}

/** A mountain ridge that fills everything below it. */
export function ridge(
  seed: number,
  fill: string,
  {
    y,
    swing,
    width = 1600,
    bottom = 1100,
    steps = 64,
    roughness = 0.52,
    opacity = 1,
  }: {
    y: number
    swing: number
    width?: number
    bottom?: number
    steps?: number
    roughness?: number
    opacity?: number
  },
) {
  const points = heights(seed, steps, roughness).map(
    (height, at) => `${round((at * width) / steps)},${round(y + height * swing)}`,
  )
  return `<path d="M0,${bottom} L${points.join(' L')} L${width},${bottom}Z" fill="${fill}" opacity="${opacity}"/>`
}

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${fill}" ${more}/>`
export const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" ${more}/>`
export const path = (d: string, fill: string, more = '') =>
  `<path d="${d}" fill="${fill}" ${more}/>`
export const stroke = (d: string, colour: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" ${more}/>`
export const times = (count: number, draw: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => draw(at)).join('')

/** A vertical run of colours, by its id. */
export const fade = (id: string, ...stops: [number, string, number?][]) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops
    .map(
      ([at, colour, opacity = 1]) =>
        `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('')}</linearGradient>`
export const across = (id: string, ...stops: [number, string, number?][]) =>
  fade(id, ...stops).replace('x2="0" y2="1"', 'x2="1" y2="0"')
export const glow = (id: string, colour: string, opacity = 1) =>
  `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${opacity}"/><stop offset="0.45" stop-color="${colour}" stop-opacity="${opacity * 0.35}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`

/** Fine grain and slow stains, as of printing ink on rough paper. */
const print = (seed: number, strength: number) => `
<filter id="grain" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="0.62" numOctaves="2" seed="${seed}"/><feColorMatrix values="0 0 0 0 0.07  0 0 0 0 0.12  0 0 0 0 0.15  0 0 0 -2.6 1.5"/></filter>
<filter id="stain" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="0.004 0.006" numOctaves="4" seed="${seed + 7}"/><feColorMatrix values="0 0 0 0 1  0 0 0 0 0.95  0 0 0 0 0.85  0 0 0 3.4 -1.55"/></filter>
<filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="14"/></filter>
<filter id="softer" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="42"/></filter>
<g id="print"><rect width="100%" height="100%" filter="url(#stain)" opacity="${strength * 0.42}"/><rect width="100%" height="100%" filter="url(#grain)" opacity="${strength}"/></g>`

export type Drawing = { key: string; width: number; height: number; svg: string; plain?: boolean }

/** A scene: its definitions, then its shapes, then the grain over all. */
export function scene(
  key: string,
  seed: number,
  defs: string,
  shapes: string,
  { width = 1600, height = 1067, strength = 0.16 } = {},
): Drawing {
  return {
    key,
    width,
    height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${print(seed, strength)}${defs}</defs>${shapes}<use href="#print"/></svg>`,
  }
}

/** A map or a chart: flat, so that its lettering stays sharp. */
export const sheet = (
  key: string,
  width: number,
  height: number,
  defs: string,
  shapes: string,
): Drawing => ({
  key,
  width,
  height,
  plain: true,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Lato, 'DejaVu Sans', sans-serif"><defs>${defs}</defs>${shapes}</svg>`,
})

export const label = (
  x: number,
  y: number,
  text: string,
  {
    size = 26,
    fill = ink,
    anchor = 'start',
    weight = 400,
    halo = '',
    style = 'normal',
    spacing = 0,
  }: {
    size?: number
    fill?: string
    anchor?: 'start' | 'middle' | 'end'
    weight?: number
    halo?: string
    style?: string
    spacing?: number
  } = {},
) => {
  const words = (more: string) =>
    `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}" font-weight="${weight}" font-style="${style}" letter-spacing="${spacing}" ${more}>${text}</text>`
  const under = halo
    ? words(`fill="${halo}" stroke="${halo}" stroke-width="${size / 4}" stroke-linejoin="round"`)
    : ''
  return under + words(`fill="${fill}"`)
}

/** Writes a drawing beside its sources. Grain costs bytes, so quality falls until the file is light. */
export async function render(drawing: Drawing, folder: URL) {
  const picture = sharp(Buffer.from(drawing.svg)).flatten({ background: paper })
  const raw = await picture.toBuffer()
  for (const quality of [88, 84, 78, 72, 66, 60, 52, 44, 36]) {
    const file = await sharp(raw)
      .jpeg({ quality, mozjpeg: true, chromaSubsampling: drawing.plain ? '4:4:4' : '4:2:0' })
      .toBuffer()
    if (file.length > 142_000 && quality > 36) continue
    await sharp(file).toFile(new URL(`${drawing.key}.jpg`, folder).pathname)
    return
  }
}
