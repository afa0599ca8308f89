import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brandCss, contrast, readable, shadesOf, surfaces } from './colour.ts'

test('contrast as WCAG counts it', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('quiet words read on both surfaces of both themes', () => {
  for (const { paper, tint, ink, soft } of Object.values(surfaces))
    for (const words of [ink, soft])
      for (const surface of [paper, tint]) expect(contrast(words, surface)).toBeGreaterThan(4.5)
})

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test('whatever accent an owner chooses, words can be read', () => {
  fc.assert(
    fc.property(hex, hex, (accent, accentDark) => {
      const css = brandCss({ accent, accentDark })
      const [light, dark] = ['light', 'dark'].map((_, index) => css.split('@media')[index]!)
      for (const [rules, theme] of [
        [light!, surfaces.light],
        [dark!, surfaces.dark],
      ] as const) {
        const value = (name: string) => new RegExp(`${name}:(#[0-9a-f]{6})`).exec(rules)![1]!
        expect(contrast(value('--accent-text'), theme.paper)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(value('--accent-text'), theme.tint)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(value('--on-accent'), value('--accent'))).toBeGreaterThanOrEqual(4.5)
      }
    }),
  )
})

test('a colour from elsewhere is kept where words in it can be read, and else made darker or lighter', () => {
  for (const colour of ['#ffdd00', '#ff1a75', '#15171a', '#0000ff', '#ffffff', '#000000']) {
    const { accent, accentDark } = shadesOf(colour)
    expect([colour, readable(accent, surfaces.light)]).toEqual([colour, accent])
    expect([colour, readable(accentDark, surfaces.dark)]).toEqual([colour, accentDark])
  }
  expect(shadesOf('#ffdd00').accentDark).toBe('#ffdd00')
  expect(shadesOf('#8c1d18').accent).toBe('#8c1d18')
  expect(shadesOf('#ffffff').accent).not.toBe('#ffffff')
})
