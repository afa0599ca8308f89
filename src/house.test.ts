import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingNames } from './env.ts'

/** A folder leans only on the folders above it. Rooms that are not built yet keep their place in the line. */
const ladder = [
  'platform',
  'addresses',
  'newsroom',
  'design',
  'staff',
  'media',
  'contributors',
  'readers',
  'categories',
  'articles',
  'stories',
  'reporting',
  'premium',
  'donations',
  'comments',
  'feedback',
  'newsletters',
  'readership',
  'search',
  'related',
  'syndication',
  'transfer',
  'administration',
  'commissions',
  'site',
  'desk',
]

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
const source = (file: string) => readFileSync(`src/${file}`, 'utf8')
const statements = (file: string) =>
  [...source(file).matchAll(/(import|export)\s([^;]*?)from '([^']+)'/g)].map((match) => ({
    from: match[3]!,
    typeOnly: match[2]!.startsWith('type '),
  }))
const importsOf = (file: string) =>
  statements(file)
    .filter(({ from }) => from.startsWith('.'))
    .map(({ from, typeOnly }) => ({
      to: new URL(from, `file:///src/${file}`).pathname.replace(/^\/src\//, ''),
      typeOnly,
    }))
const room = (file: string) => (file.includes('/') ? file.split('/')[0]! : '')
const nameOf = (file: string) => file.split('/').at(-1)!

test('every folder has its place on the ladder', () => {
  const rooms = [...new Set(files.map(room).filter(Boolean))]
  expect(rooms.filter((name) => !ladder.includes(name))).toEqual([])
})

test('a folder leans only on the folders above it', () => {
  const leaning = files.filter(room).flatMap((file) =>
    importsOf(file)
      .filter(({ to, typeOnly }) => {
        // Two looks upwards: the database is typed by the tables of every feature.
        if (to === 'tables.ts' && typeOnly && room(file) === 'platform') return false
        // And the desk's client by the doors that it asks.
        if (to === 'api.ts' && typeOnly && file === 'desk/client.ts') return false
        return !room(to) || ladder.indexOf(room(to)) > ladder.indexOf(room(file))
      })
      .map(({ to }) => `${file} → ${to}`),
  )
  expect(leaning).toEqual([])
})

test('doors, jobs and mails are entered by nobody but those who mount them', () => {
  const inner = /^(routes|desk|webhooks|jobs|emails)\.tsx?$/
  const burglars = files.filter(room).flatMap((file) =>
    importsOf(file)
      .filter(({ to }) => room(to) !== room(file) && inner.test(nameOf(to)))
      .map(({ to }) => `${file} → ${to}`),
  )
  expect(burglars).toEqual([])
})

test('what a thing is, is said without a database, a server or a page', () => {
  const singular = [
    'addresses/address.ts',
    'addresses/link.ts',
    'newsroom/newsroom.ts',
    'media/picture.ts',
    'contributors/contributor.ts',
    'categories/category.ts',
    'articles/article.ts',
    'articles/correction.ts',
    'articles/document.ts',
    'articles/feed.ts',
  ]
  const allowed = [...singular, 'platform/language.ts']
  const strays = singular.flatMap((file) =>
    statements(file)
      .filter(({ from }) => {
        if (from === 'zod' || from === 'prosemirror-model') return false
        if (!from.startsWith('.')) return true
        return !allowed.includes(new URL(from, `file:///${file}`).pathname.slice(1))
      })
      .map(({ from }) => `${file} → ${from}`),
  )
  expect(strays).toEqual([])
})

test('SQL, HTTP and HTML each keep to their own files', () => {
  const strays = files.filter(room).flatMap((file) => {
    if (room(file) === 'platform') return []
    return statements(file).flatMap(({ from, typeOnly }) => {
      if (typeOnly) return []
      if (from.startsWith('kysely') && /(routes|parts|emails)\.tsx?$|\.tsx$/.test(file))
        return [`${file} speaks SQL`]
      if (from === 'hono' && !/(routes|desk|webhooks)\.tsx?$/.test(file))
        return [`${file} speaks HTTP`]
      return []
    })
  })
  const html = files
    .filter(
      (file) =>
        file.endsWith('.tsx') &&
        !/(routes|parts|emails)\.tsx$/.test(file) &&
        !/^(site|design|desk)\//.test(file),
    )
    .map((file) => `${file} speaks HTML`)
  expect([...strays, ...html]).toEqual([])
})

test('parts of a page await nothing', () => {
  const waiting = files.filter(
    (file) => /(^|\/)parts\.tsx$|^site\/pages\//.test(file) && /\bawait\b/.test(source(file)),
  )
  expect(waiting).toEqual([])
})

test('only env.ts reads the environment', () => {
  expect(files.filter((file) => file !== 'env.ts' && source(file).includes('process.env'))).toEqual(
    [],
  )
})

test('every setting is documented for the operator', () => {
  const page = readFileSync('docs/operators.md', 'utf8')
  expect(settingNames.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('no folder is a drawer', () => {
  const drawers =
    /(^|\/)(utils?|helpers?|common|shared|services?|managers?|repositories|misc)(\/|\.tsx?$)/
  const barrels = files.filter((file) => /(^|\/)index\.tsx?$/.test(file))
  expect([...files.filter((file) => drawers.test(file)), ...barrels]).toEqual([])
})

test('functions are not called get, handle, process or manage', () => {
  const vague = /\b(?:function|const)\s+(get|handle|process|manage)(?:[A-Z]\w*)?\b(?=\s*(?:=|\(|<))/
  expect(files.filter((file) => vague.test(source(file)))).toEqual([])
})

/** Files that were looked at and hold one noun. */
const looked: string[] = []

test('a file past 300 lines is looked at for a second noun', () => {
  const long = files.filter((file) => source(file).split('\n').length > 300)
  expect(long.filter((file) => !looked.includes(file))).toEqual([])
})
