import type { Files } from '../platform/files.ts'

const making = new Map<string, Promise<Buffer | undefined>>()
let queue: Promise<unknown> = Promise.resolve()

/**
 * A file's bytes: from where it is kept, or drawn now and kept, once however many ask. Strangers may ask for everything
 * at once: one is drawn after the other, so `draw` reads what it needs in its turn.
 */
export async function drawnOnce(
  files: Files,
  name: string,
  draw: () => Promise<Buffer | undefined>,
): Promise<Buffer | undefined> {
  const kept = await files.read(name)
  if (kept) return kept
  const running = making.get(name)
  if (running) return running
  const made = (async () => {
    const turn = queue.catch(() => {}).then(draw)
    queue = turn
    const bytes = await turn
    if (bytes) await files.write(name, bytes)
    return bytes
  })()
  making.set(name, made)
  try {
    return await made
  } finally {
    making.delete(name)
  }
}
