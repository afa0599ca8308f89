import { expect, test } from 'vitest'
import { isUpload } from './uploads.ts'

test('files may come over a slow line, wherever they come in, and nothing else', () => {
  for (const [method, url] of [
    ['POST', '/desk/api/pictures?name=dam.jpg'],
    ['POST', '/desk/api/newsroom/pictures'],
    ['PUT', '/desk/api/import/0198/file?offset=8388608'],
    ['POST', '/guest?key=secret'],
  ] as const)
    expect([url, isUpload({ method, url })]).toEqual([url, true])
  for (const [method, url] of [
    ['GET', '/desk/api/pictures'],
    ['PUT', '/desk/api/pictures'],
    ['POST', '/desk/api/articles'],
    ['PUT', '/desk/api/import/0198/file/more'],
    ['POST', '/guests'],
    ['POST', '/desk/sign-in'],
  ] as const)
    expect([url, isUpload({ method, url })]).toEqual([url, false])
})
