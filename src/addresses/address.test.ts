import { describe, expect, test } from 'vitest'
import { canonicalPath, hrefOf, slugOf } from './address.ts'

describe('addresses', () => {
  test('every spelling of an address is one address', () => {
    const spellings = [
      '/2019/05/hello/',
      '/2019/05/hello',
      '//2019//05/hello',
      '/2019/05/hello?utm_source=x',
      '/2019/05/h%65llo',
    ]
    expect(new Set(spellings.map(canonicalPath))).toEqual(new Set(['/2019/05/hello']))
    expect(canonicalPath('/%D8%B3%D9%88%D8%B1%D9%8A%D8%A7/')).toBe('/سوريا')
    // é as one character, and as e with a combining accent
    expect(canonicalPath('/caf%C3%A9')).toBe(canonicalPath('/cafe%CC%81'))
  })

  test('an address by number keeps its number and nothing else', () => {
    expect(canonicalPath('/?p=12&utm_medium=mail')).toBe('/?p=12')
    expect(canonicalPath('/?page_id=7')).toBe('/?page_id=7')
  })

  test('what cannot be an address is none', () => {
    for (const path of [
      'no-slash',
      '/%',
      '/%ff',
      '/a%00b',
      '/a%0d%0aset-cookie:x',
      '/\u202eevil',
      '/..\\x',
      '/a/../b',
      '/%2e/a',
      '/..%2f..%2fpasswd%2f..',
      '/?p=%00',
      '/?p=1%0d%0aset-cookie:x',
      `/${'x'.repeat(4000)}`,
    ])
      expect([path.slice(0, 20), canonicalPath(path)]).toEqual([path.slice(0, 20), undefined])
  })

  test('an address in any script is written so that every browser follows it', () => {
    expect(hrefOf('/شمال/قلعة المضيق')).toBe(
      '/%D8%B4%D9%85%D8%A7%D9%84/%D9%82%D9%84%D8%B9%D8%A9%20%D8%A7%D9%84%D9%85%D8%B6%D9%8A%D9%82',
    )
    expect(hrefOf('/a"b<c')).toBe('/a%22b%3Cc')
    expect(hrefOf('//evil.example/\\x')).toBe('/evil.example/%5Cx')
  })

  test('a headline becomes a readable address in its own script', () => {
    expect(slugOf('Rebels withdraw from Qalaat al-Madiq, monitor says')).toBe(
      'rebels-withdraw-from-qalaat-al-madiq-monitor-says',
    )
    expect(slugOf('قُوّاتُ الحكومة')).toBe('قوات-الحكومة')
    expect(slugOf('Выборы: что дальше?')).toBe('выборы-что-дальше')
    expect(slugOf('¡¿…')).toBe('')
    expect(slugOf('a '.repeat(200)).length).toBeLessThanOrEqual(80)
  })
})
