import type { IncomingMessage } from 'node:http'

/** Where files come in. Over a slow line each takes minutes, so these requests may take as long. */
const uploads = [
  /^POST \/desk\/api\/pictures$/,
  /^POST \/desk\/api\/newsroom\/pictures$/,
  /^PUT \/desk\/api\/import\/[^/]+\/file$/,
  /^POST \/guest$/,
]

export const isUpload = ({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>) =>
  uploads.some((upload) => upload.test(`${method} ${url.split('?')[0]}`))
