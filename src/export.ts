import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { migrations } from '../migrations/index.ts'
import type { Settings } from './env.ts'
import { openNewsroom } from './open.ts'
import { shapeOf } from './platform/shape.ts'
import { writeWhole } from './platform/whole.ts'
import { progressBar } from './progress.ts'
import { exportNewsroom } from './transfer/export.ts'
import { version } from './version.ts'

/** `dateline export`: writes the whole newsroom to one archive. */
export async function exportCommand(args: string[], settings: Settings): Promise<number> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true })
  const [file, more] = positionals
  if (!file || more || !/^-$|\.tar(\.gz)?$|\.tgz$/.test(file)) {
    process.stderr.write('dateline export: name one file that ends in .tar.gz or .tar, or -\n')
    return 2
  }
  const { database, files } = await openNewsroom(settings)
  const bar = progressBar()
  try {
    const shape = await shapeOf(migrations)
    const origin = {
      now: new Date(),
      dateline: version,
      migrations: Object.keys(migrations),
    }
    const write = (sink: Writable, gzip: boolean) =>
      exportNewsroom({ ...database, files }, shape, origin, sink, {
        gzip,
        end: file !== '-',
        heard: bar.show,
      })
    const { counts, missing, digest } =
      file === '-'
        ? await write(process.stdout, true)
        : await writeWhole(file, (sink) => write(sink, !file.endsWith('.tar')))
    bar.clear()
    const say = file === '-' ? process.stderr : process.stdout
    say.write(
      `Exported ${counts.articles} articles and ${counts.files} pictures to ${file}\nDigest of its manifest: ${digest}\n`,
    )
    for (const name of missing) say.write(`missing: ${name} (its original is not on the disk)\n`)
    return missing.length > 0 ? 3 : 0
  } catch (error) {
    bar.clear()
    throw error
  } finally {
    await database.close()
  }
}
