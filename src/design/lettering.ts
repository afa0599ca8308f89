import cyrillic from './fonts/literata-cyrillic.ttf?inline'
import latin from './fonts/literata-latin.ttf?inline'
import latinExtended from './fonts/literata-latin-ext.ttf?inline'
import arabic from './fonts/naskh-arabic.ttf?inline'

/** The faces that pictures are lettered with, in the weight of headlines. `fonts/drawn.ts` makes the files. */
export const drawnFaces = (): Uint8Array[] =>
  [latin, latinExtended, cyrillic, arabic].map((dataAddress) =>
    Buffer.from(dataAddress.slice(dataAddress.indexOf(',') + 1), 'base64'),
  )

/** Their families by name, with the weight that tells them from what a machine may have under the same names. */
export const DRAWN_FAMILIES = 'Literata, Noto Naskh Arabic Semi-Bold'
