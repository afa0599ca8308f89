import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The ceiling: `node:http` that does nothing but send given bytes with given headers, or a 304. */

type Page = { headers: string[]; notModified: string[]; etag: string; file: string }
const pages = new Map(
  Object.entries(JSON.parse(process.argv[2]!) as Record<string, Page>).map(([key, page]) => [
    key,
    { ...page, bytes: readFileSync(page.file) },
  ]),
)

const server = createServer((request, response) => {
  const page = pages.get(request.url!)!
  if (request.headers['if-none-match'] === page.etag)
    response.writeHead(304, page.notModified).end()
  else response.writeHead(200, page.headers).end(page.bytes)
})
server.listen(0, '127.0.0.1', 4096, () => {
  process.stdout.write(`open at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
