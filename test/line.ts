import { createServer, connect as dial, type Socket } from 'node:net'
import { freePort } from './postgres.ts'

/** A connection to a server that can be cut, and kept cut. */
export async function line(port: number) {
  const open = new Set<Socket>()
  let isDown = false
  let isMute = false
  const server = createServer((near) => {
    if (isDown) {
      near.destroy()
      return
    }
    const far = dial(port, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (bytes) => isMute || far.write(bytes))
    far.pipe(near)
  })
  const own = await freePort()
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve))
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: own,
    cut,
    /** Lets nothing through until it is told otherwise. */
    keepCut: (down: boolean) => {
      isDown = down
      if (down) cut()
    },
    /** Loses what is sent and brings what comes, as a line may that is about to be cut. */
    mute: (mute: boolean) => {
      isMute = mute
    },
    close: () => {
      server.close()
      cut()
    },
  }
}
