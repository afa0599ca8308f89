import { expect, test } from 'vitest'
import { assets, embedScript } from './assets.ts'
import { fontCss, fontsFor } from './fonts.ts'

test('the script for embeds is plain JavaScript, and small', () => {
  const source = Buffer.from(embedScript.bytes).toString()
  expect(() => new Function(source)).not.toThrow()
  expect(source.length).toBeLessThan(1024)
})

test('every face that a style names is served', () => {
  const named = [
    ...['en', 'ru', 'ar']
      .map(fontCss)
      .join('')
      .matchAll(/url\(([^)]+)\)/g),
  ].map((match) => match[1])
  expect(named.length).toBeGreaterThan(0)
  for (const path of named) expect(assets.map((asset) => asset.path)).toContain(path)
  for (const { path } of fontsFor('ar')) expect(named).toContain(path)
})

test('faces stay within what a reader should have to fetch', () => {
  const weight = (name: string) =>
    assets.find(({ path }) => path.includes(`/${name}-`))!.bytes.length
  expect(weight('literata-latin')).toBeLessThan(28_000)
  expect(weight('literata-latin-italic')).toBeLessThan(22_000)
  expect(weight('naskh-arabic')).toBeLessThan(22_000)
})
