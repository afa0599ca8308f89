import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
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
  const { script, styles, preloads, texts } = deskFiles(pathToFileURL(`${folder}/`))
  expect(script).toBe('/desk/assets/main.js')
  expect(styles).toEqual(['/desk/assets/main.css', '/desk/assets/article.css'])
  expect(preloads).toContain('/desk/assets/article.js')
  expect(preloads).not.toContain('/desk/assets/editor.js')
  expect(texts('ar-EG')).toBe('/desk/assets/ar.js')
  rmSync(folder, { recursive: true })
})
