import { expect, test } from 'vitest'
import { isLinkAddress, isWebAddress } from './link.ts'

test('an address that a browser or a header would take for another is none', () => {
  for (const address of [
    'https://hub.example/\r\nset-cookie: x',
    'https://hub.example/\t',
    'java\nscript:x',
    'javascript:x',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    `https://x.example/${'a'.repeat(9000)}`,
  ])
    expect([address.slice(0, 30), isWebAddress(address) || isLinkAddress(address)]).toEqual([
      address.slice(0, 30),
      false,
    ])
  for (const address of ['https://x.example/é', 'http://x.example:8080/?a=b#c'])
    expect([isWebAddress(address), isLinkAddress(address)]).toEqual([true, true])
})
