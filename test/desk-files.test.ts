import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { deskFiles } from '../src/desk/files.ts'
import { testFolder } from './newsroom.ts'

test('the desk’s document names the styles of every chunk that its script needs, and no other', () => {
  const folder = testFolder()
  mkdirSync(join(folder, '.vite'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, '.vite/manifest.json'),
    JSON.stringify({
      main: {
        file: 'assets/main.js',
        css: ['assets/main.css'],
        imports: ['screen'],
        isEntry: true,
      },
      screen: { file: 'assets/screen.js', imports: ['article', 'main'] },
      article: { file: 'assets/article.js', css: ['assets/article.css'] },
      'src/desk/texts/ar.json': { file: 'assets/ar.js' },
      editor: { file: 'assets/editor.js', css: ['assets/editor.css'], imports: ['article'] },
    }),
  )
  const { script, styles, preloads, ahead, texts } = deskFiles(pathToFileURL(`${folder}/`))
  expect(script).toBe('/desk/assets/main.js')
  expect(styles).toEqual(['/desk/assets/main.css', '/desk/assets/article.css'])
  expect(preloads).toContain('/desk/assets/article.js')
  expect(preloads).not.toContain('/desk/assets/editor.js')
  expect(ahead('editor')).toEqual({
    scripts: ['/desk/assets/editor.js'],
    styles: ['/desk/assets/editor.css'],
  })
  expect(texts('ar-EG')).toBe('/desk/assets/ar.js')
  rmSync(folder, { recursive: true })
})

const built = () => deskFiles(new URL('../dist/desk/', import.meta.url))
const nameOf = (path: string) => path.slice('/desk/assets/'.length)

test('the desk opens without the editor, and with less than 200 KB of script', () => {
  const { script, preloads, ahead, texts } = built()
  const names = [script, ...preloads, texts('en')].map(nameOf)
  const manifest: Record<string, { file: string }> = JSON.parse(
    readFileSync('dist/desk/.vite/manifest.json', 'utf8'),
  )
  const editor = nameOf(`/desk/${manifest['src/desk/editor/editor.tsx']!.file}`)
  expect(names).not.toContain(editor)
  expect(ahead('src/desk/editor/editor.tsx').scripts.map(nameOf)).toContain(editor)
  const sizeOf = (name: string) => statSync(`dist/desk/assets/${name}.br`).size
  expect(sizeOf(editor)).toBeGreaterThan(100_000)
  expect(names.reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThan(200_000)
})

test('every file of the desk is sent packed as the browser asks, from what was packed with it', () => {
  const { script, styles, preloads, asset } = built()
  for (const name of [script, ...styles, ...preloads].map(nameOf)) {
    const plain = asset(name, 'identity')!
    const [br, gzip] = [asset(name, 'br')!, asset(name, 'gzip')!]
    expect([br.encoding, gzip.encoding]).toEqual(['br', 'gzip'])
    expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true)
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true)
    expect(asset(`${name}.br`, 'identity')).toBeUndefined()
  }
})
