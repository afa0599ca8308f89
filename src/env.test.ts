import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readEnv, WrongSettings } from './env.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})
const empty = () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-env-'))
  folders.push(folder)
  return folder
}

test('without any setting there is a newsroom on port 3000 of this machine, on SQLite', () => {
  const folder = empty()
  expect(readEnv({}, folder)).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    SITE_URL: 'http://localhost:3000',
    DATA_DIR: join(folder, 'data'),
    DEMO: 'on',
  })
})

test('the environment stands above the file, and an empty setting is left out', () => {
  const folder = empty()
  writeFileSync(join(folder, '.env'), 'PORT=4000\nDEMO=off\nSITE_URL=https://paper.example/\n')
  expect(readEnv({ PORT: '5000', DATABASE_URL: '' }, folder)).toMatchObject({
    PORT: 5000,
    DEMO: 'off',
    SITE_URL: 'https://paper.example',
  })
})

test('every wrong setting is named with its value, the reason and what to write', () => {
  const wrong = {
    PORT: '70000',
    DATABASE_URL: 'mysql://root:secret@db/x',
    DEMO: 'yes',
    TRUSTED_PROXIES: 'proxy',
    SITE_URL: 'https://paper.example/blog',
    CACHE_MB: 'many',
  }
  let message = ''
  try {
    readEnv(wrong, empty())
  } catch (error) {
    expect(error).toBeInstanceOf(WrongSettings)
    message = (error as Error).message
  }
  for (const name of Object.keys(wrong)) expect(message).toContain(name)
  expect(message).toContain('without a path')
  expect(message.split('\n')).toHaveLength(6)
  // A password does not belong into a terminal's history.
  expect(message).not.toContain('secret')
})
