/**
 * What decodes and draws pictures, loaded with the first of them: a newsroom that only answers readers does without.
 * It is to be had from here alone, with its bounds.
 */
export function decoder() {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    // One picture at a time on one thread: two large ones at once take the memory of a small server.
    sharp.concurrency(1)
    sharp.cache(false)
    // It knows many more formats, SVG among them, and tells them apart in its own way.
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif'].map((name) => `VipsForeignLoad${name}`),
    })
    return sharp
  })
  return loaded
}

let loaded: Promise<typeof import('sharp').default> | undefined
