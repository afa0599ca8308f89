import { publish } from '../../src/articles/publish.ts'
import { draft } from '../../src/articles/write.ts'
import { open } from './open.ts'

// Publishes one article after another and says the id of each only once it is committed.
const database = open()
for (let n = 0; ; n++) {
  const id = await database.write(async (tx) => {
    const made = await draft(tx, { headline: `Article ${n} of ${process.pid}` }, new Date())
    await publish(tx, made, new Date())
    return made
  })
  process.stdout.write(`${id}\n`)
}
