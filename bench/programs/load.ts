import { connect } from 'node:net'
import type { Answered, Load } from '../load.ts'

/** Asks as fast as it is answered, over kept connections: where wrk is not installed. */

const wanted = JSON.parse(process.argv[2]!) as Load
const { hostname, port, host } = new URL(wanted.server.address)
const headers = Object.entries(wanted.headers).map(([name, value]) => `${name}: ${value}\r\n`)
const requests = wanted.paths.map((path) =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${headers.join('')}\r\n`, 'latin1'),
)

let next = 0
let answered = 0
let failed = 0
let stopping = false

function reader() {
  const socket = connect(Number(port), hostname)
  let head = ''
  /** Bytes of the body still to come; undefined while the head is read. */
  let left: number | undefined
  const ask = () => {
    if (stopping) return socket.destroy()
    socket.write(requests[next++ % requests.length]!)
  }
  socket.on('connect', ask)
  socket.on('data', (chunk: Buffer) => {
    let at = 0
    if (left === undefined) {
      head += chunk.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      const status = Number(head.slice(9, 12))
      if (status !== 200 && status !== 304) failed++
      left = status === 304 ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
      at = chunk.length - (head.length - end - 4)
      head = ''
    }
    left -= chunk.length - at
    if (left > 0) return
    left = undefined
    answered++
    ask()
  })
  socket.on('error', () => {
    failed++
  })
  socket.on('close', () => {
    if (!stopping) reader()
  })
}

const began = performance.now()
for (let n = 0; n < wanted.connections; n++) reader()
setTimeout(() => {
  stopping = true
  const seconds = (performance.now() - began) / 1000
  const figures: Answered = { perSecond: answered / seconds, requests: answered, failed }
  process.stdout.write(JSON.stringify(figures), () => process.exit(0))
}, wanted.seconds * 1000)
