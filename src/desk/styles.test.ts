import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The classes that a file styles by their names alone, wherever they stand. */
const styled = (file: string) =>
  readFileSync(`src/desk/${file}`, 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\([^()]*\)/g, '()')
    .split(/[{}]/)
    .flatMap((piece) => piece.split(','))
    .map((selector) => selector.trim())
    .filter((selector) => /^\.[a-z][a-z-]*$/.test(selector))

test('no two rooms of the desk style the same class: what one room has loaded stays for the next', () => {
  const files = readdirSync('src/desk', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  )
  const rooms = new Map<string, Set<string>>()
  for (const file of files)
    for (const name of styled(file)) rooms.set(name, (rooms.get(name) ?? new Set()).add(file))
  expect(rooms.size).toBeGreaterThan(50)
  expect([...rooms].filter(([, where]) => where.size > 1)).toEqual([])
})
