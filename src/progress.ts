/** Milliseconds between two showings: on a terminal, and in a log. */
const OFTEN = 200
const SELDOM = 10_000

/** How far something is: of `size`, whatever they count, so many are done. */
export type Progress = { step: string; read: number; size: number; items?: number }

/** One line on standard error, written over and over on a terminal; in a log a plain line now and then. */
export function progressBar() {
  const { stderr } = process
  const began = performance.now()
  let last = stderr.isTTY ? 0 : began
  return {
    show: ({ step, read, size, items }: Progress) => {
      const now = performance.now()
      if (now - last < (stderr.isTTY ? OFTEN : SELDOM)) return
      last = now
      const done = size > 0 ? Math.min(1, read / size) : 1
      const percent = `${Math.round(done * 100)} %`.padStart(5)
      const seconds = Math.round((now - began) / 1000)
      const doing = items === undefined ? step : `${step}, ${items} items`
      if (!stderr.isTTY) {
        stderr.write(`${doing}: ${percent.trim()}, ${seconds} s\n`)
        return
      }
      const filled = Math.round(done * 24)
      const bar = '█'.repeat(filled) + '░'.repeat(24 - filled)
      stderr.write(`\r${bar} ${percent}  ${doing}, ${seconds} s\u001b[K`)
    },
    clear: () => {
      if (stderr.isTTY) stderr.write('\r\u001b[K')
    },
  }
}
