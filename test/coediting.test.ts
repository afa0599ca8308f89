import { connect as dial } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { expect, test } from 'vitest'
import { ContentString, Doc, Item, XmlElement, XmlText } from 'yjs'
import { advance, assign } from '../src/articles/advance.ts'
import { edition } from '../src/articles/edition.ts'
import { manuscriptOf } from '../src/articles/manuscripts.ts'
import { draft } from '../src/articles/write.ts'
import { Delivery } from '../src/desk/editor/delivery.ts'
import { openDatabase } from '../src/platform/database.ts'
import { changeRole, invite } from '../src/staff/colleagues.ts'
import { roleById } from '../src/staff/roles.ts'
import { endSessions, openSession } from '../src/staff/sessions.ts'
import { line } from './line.ts'
import { databases, freshDatabase, testFolder } from './newsroom.ts'
import { freePort } from './postgres.ts'
import { eventually, startNewsroom } from './process.ts'

/** Several people in one manuscript, over connections that are cut and servers that are killed. */

/** How long two write, in milliseconds. */
const WRITING_MS = 12_000

for (const kind of databases())
  test(`two write through cut connections and killed servers, and no letter is lost (${kind})`, {
    timeout: 120_000,
  }, async () => {
    const house = await furnished(kind)
    const nodes =
      kind === 'postgres' ? [await house.node(), await house.node()] : [await house.node()]
    const lines = [await line(nodes[0]!.port), await line(nodes.at(-1)!.port)]
    const ada = await house.writer('ada', lines[0]!.port)
    const ben = await house.writer('ben', lines[1]!.port)
    const until = Date.now() + WRITING_MS
    const cutting = (async () => {
      while (Date.now() < until) {
        await wait(200 + Math.random() * 900)
        lines[Math.random() < 0.5 ? 0 : 1]!.cut()
      }
    })()
    const killing = (async () => {
      for (const share of [0.3, 0.65]) {
        await wait(WRITING_MS * share - (share === 0.65 ? WRITING_MS * 0.3 : 0))
        const node = nodes[Math.floor(Math.random() * nodes.length)]!
        await node.kill()
        await wait(300)
        await node.start()
      }
    })()
    const typed = await Promise.all([ada.type(until), ben.type(until)])
    await Promise.all([cutting, killing])
    expect(typed[0]!.length + typed[1]!.length).toBeGreaterThan(300)

    await eventually(
      async () => [
        ada.text(),
        ben.text(),
        ada.provider.unsyncedChanges,
        ben.provider.unsyncedChanges,
      ],
      ([one, other, mine, theirs]) => one === other && mine === 0 && theirs === 0,
      30_000,
    )
    // What is stored, with everything that was ever deleted from it.
    const kept = await manuscriptOf(house.db, house.articleId)
    expect(textOf(kept)).toBe(ada.text())
    const ever = [...kept.store.clients.values()]
      .flat()
      .filter((struct): struct is Item => struct instanceof Item)
      .map(({ content }) => (content instanceof ContentString ? content.str : ''))
      .join('')
    expect(
      typed.flat().filter((word) => ![...word].every((letter) => ever.includes(letter))),
    ).toEqual([])
    const count = (all: string, letter: string) => all.split(letter).length - 1
    for (const letter of ['α', 'β'])
      expect(count(ever, letter)).toBe(typed.flat().join('').split(letter).length - 1)
    await house.close([ada, ben], lines)
  })

for (const kind of databases())
  test(`what was on its way when a line was cut stays, though a colleague made its paragraph a heading (${kind})`, async () => {
    const house = await furnished(kind)
    const nodes =
      kind === 'postgres' ? [await house.node(), await house.node()] : [await house.node()]
    const cutLine = await line(nodes.at(-1)!.port)
    const ada = await house.writer('ada', nodes[0]!.port)
    const ben = await house.writer('ben', cutLine.port)
    ada.put('The court sits.')
    await eventually(
      async () => ben.text(),
      (text) => text.includes('The court sits.'),
    )

    cutLine.mute(true)
    const paragraph = ben.document.getXmlFragment('body').get(0) as XmlElement
    const words = paragraph.get(0) as XmlText
    words.insert(words.length - 1, ' on Monday')
    const body = ada.document.getXmlFragment('body')
    ada.document.transact(() => {
      const heading = new XmlElement('heading')
      heading.insert(0, [new XmlText('The court sits.')])
      body.delete(0, 1)
      body.insert(0, [heading])
    })
    await eventually(
      async () => ben.text(),
      (text) => text.includes('<heading'),
    )
    expect(ben.text()).not.toContain('Monday')

    cutLine.cut()
    cutLine.mute(false)
    await eventually(
      async () => [ada.text(), ben.text()],
      (texts) => texts.every((text) => text.includes('The court sits on Monday.')),
    )
    await house.close([ada, ben], [cutLine])
  })

test('who loses the right to write, or is signed out, writes no more from that moment', async () => {
  const house = await furnished('sqlite')
  const node = await house.node()
  const ada = await house.writer('ada', node.port)
  const ben = await house.writer('ben', node.port)
  ada.put('Before. ')
  await eventually(
    async () => ben.text(),
    (text) => text.includes('Before.'),
  )
  const id = await house.idOf('ada')
  await house.write((tx) => changeRole(tx, null, id, 'moderator', new Date()))
  ada.put('After. ')
  ben.put('Meanwhile. ')
  await eventually(
    async () => textOf(await manuscriptOf(house.db, house.articleId)),
    (text) => text.includes('Meanwhile.'),
  )
  await wait(500)
  expect(textOf(await manuscriptOf(house.db, house.articleId))).not.toContain('After.')
  const benId = await house.idOf('ben')
  await house.write((tx) => endSessions(tx, benId, new Date()))
  ben.put('Too late. ')
  await wait(500)
  expect(textOf(await manuscriptOf(house.db, house.articleId))).not.toContain('Too late.')
  await house.close([ada, ben], [])
})

test('who is signed out, or may read articles no more, hears nothing from that moment, even in silence', async () => {
  const house = await furnished('sqlite')
  const node = await house.node()
  const ada = await house.writer('ada', node.port)
  const ben = await house.writer('ben', node.port)
  ben.put('Before. ')
  await eventually(
    async () => ada.text(),
    (text) => text.includes('Before.'),
  )
  const adaId = await house.idOf('ada')
  await house.write((tx) => endSessions(tx, adaId, new Date()))
  await eventually(async () => ada.refused(), Boolean, 5000)
  ben.put('Secret. ')
  await eventually(
    async () => textOf(await manuscriptOf(house.db, house.articleId)),
    (text) => text.includes('Secret.'),
  )
  await wait(500)
  expect(ada.text()).not.toContain('Secret.')
  const benId = await house.idOf('ben')
  await house.write((tx) => changeRole(tx, null, benId, 'moderator', new Date()))
  await eventually(async () => ben.refused(), Boolean, 5000)
  await house.close([ada, ben], [])
})

for (const kind of databases())
  test(`a reporter whose article moves on is told so at once, and what was typed before is stored (${kind})`, async () => {
    const house = await furnished(kind)
    const nodes = [await house.node(), ...(kind === 'postgres' ? [await house.node()] : [])]
    const adaId = await house.idOf('ada')
    const ben = { id: await house.idOf('ben'), role: await roleById(house.db, 'editor') }
    await house.write((tx) => changeRole(tx, null, adaId, 'reporter', new Date()))
    const move = (from: 'draft' | 'submitted' | 'ready', to: 'submitted' | 'ready' | 'in_edit') =>
      house.write((tx) => advance(tx, ben, house.articleId, { from, to }, new Date()))
    await house.write((tx) =>
      assign(tx, ben, house.articleId, { from: null, to: adaId }, new Date()),
    )
    const ada = await house.writer('ada', nodes.at(-1)!.port)
    ada.put('Before. ')
    await eventually(
      async () => ada.provider.unsyncedChanges,
      (waiting) => waiting === 0,
    )
    await move('draft', 'submitted')
    await move('submitted', 'ready')
    await eventually(
      async () => ada.told(),
      (told) => told.includes('read'),
      5000,
    )
    ada.put('After. ')
    await wait(500)
    const kept = textOf(await manuscriptOf(house.db, house.articleId))
    expect([kept.includes('Before.'), kept.includes('After.')]).toEqual([true, false])
    // What was typed too late is still here, and goes through once the article comes back.
    expect(ada.text()).toContain('After.')
    await move('ready', 'in_edit')
    await eventually(
      async () => textOf(await manuscriptOf(house.db, house.articleId)),
      (text) => text.includes('After.'),
      10_000,
    )
    // Said a moment later than it is stored.
    await eventually(
      async () => ada.provider.unsyncedChanges,
      (waiting) => waiting === 0,
    )
    await house.close([ada], [])
  })

test('a client that is none harms nobody: not the process, not the others’ names, not what is written', async () => {
  const house = await furnished('sqlite')
  const node = await house.node()
  const ada = await house.writer('ada', node.port)
  const ben = await house.writer('ben', node.port)
  const open = () =>
    new Promise<WebSocket>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${node.port}/desk/manuscripts`, {
        headers: { cookie: house.cookie('ada'), origin: `http://127.0.0.1:${node.port}` },
      } as never)
      socket.onerror = () => {}
      socket.onopen = () => resolve(socket)
    })
  const message = (name: string, ...rest: number[]) => {
    const bytes = Buffer.from(name)
    return Uint8Array.from([bytes.length, ...bytes, ...rest])
  }
  const token = [edition.length, ...Buffer.from(edition)]
  const enter = message(house.articleId, 2, 0, ...token)
  const junk: (string | Uint8Array<ArrayBuffer>)[] = [
    'words',
    new Uint8Array(0),
    Uint8Array.from([255, 255, 255, 255, 255]),
    message('__proto__', 0, 0, 1, 0),
    message('constructor', 2, 0, ...token),
    message(house.articleId, 0, 2, 3, 9, 9, 9),
    message(house.articleId, 0, 1, 200),
    message(house.articleId, 0, 99, 1, 0),
    message(house.articleId, 1, 5, 1, 1, 1, 1, 1),
    message(house.articleId, 5, 200),
    message(house.articleId, 6, 1, 65),
    message(house.articleId, 99),
    new Uint8Array(5 * 1024 * 1024),
  ]
  for (const bytes of junk) {
    const socket = await open()
    socket.send(enter)
    await wait(50)
    socket.send(bytes)
    await wait(50)
    socket.close()
  }
  for (let said = 0; said < 5; said++)
    ada.provider.setAwarenessField('user', { id: await house.idOf('ben'), name: 'ben' })
  ada.put('Still. ')
  await eventually(
    async () => ben.text(),
    (text) => text.includes('Still.'),
  )
  const seen = () => [...ben.provider.awareness!.getStates().values()].map(({ user }) => user?.name)
  await eventually(
    async () => seen(),
    (names) => names.includes('ada'),
  )
  expect(seen().filter((name) => name === 'ada')).toEqual(['ada'])
  expect(seen().length).toBe(2)
  await house.close([ada, ben], [])
})

test('a tab that writes by another schema is told so, hears nothing and writes nothing', async () => {
  const house = await furnished('sqlite')
  const node = await house.node()
  const ada = await house.writer('ada', node.port)
  ada.put('Before. ')
  await eventually(
    async () => ada.provider.unsyncedChanges,
    (waiting) => waiting === 0,
  )
  const late = await house.writer('ben', node.port, { token: '-' })
  await eventually(async () => late.refused(), Boolean)
  late.document.getXmlFragment('body').insert(0, [new XmlText('Late.')])
  await wait(500)
  expect(late.document.getXmlFragment('body').toString()).toBe('Late.')
  expect(late.refused()).toBe('gone')
  expect(textOf(await manuscriptOf(house.db, house.articleId))).not.toContain('Late.')
  await house.close([ada, late], [])
})

for (const [what, bring] of Object.entries<(writer: Doc) => void>({
  'a block': (doc) => doc.getXmlFragment('body').insert(0, [new XmlElement('script')]),
  'an attribute': (doc) =>
    (doc.getXmlFragment('body').get(0) as XmlElement).setAttribute('onclick', 'go()'),
  'a mark': (doc) => (doc.getXmlFragment('body').get(0) as XmlElement).insert(0, [blinking()]),
}))
  test(`${what} that no article can hold is not taken, and keeps nobody out`, async () => {
    const house = await furnished('sqlite')
    const node = await house.node()
    const ada = await house.writer('ada', node.port)
    const ben = await house.writer('ben', node.port)
    bring(ben.document)
    await wait(500)
    ada.put('Still. ')
    await eventually(
      async () => textOf(await manuscriptOf(house.db, house.articleId)),
      (text) => text.includes('Still.') && !/script|onclick|blink/.test(text),
    )
    expect(ada.text()).not.toMatch(/script|onclick|blink/)
    await house.close([ada, ben], [])
  })

function blinking() {
  const text = new XmlText()
  text.insert(0, 'Words', { blink: {} })
  return text
}

test('a stranger cannot have the newsroom keep half of a long message', async () => {
  const house = await furnished('sqlite')
  const node = await house.node()
  /** Says how it ends: a colleague’s long message is waited for, a stranger’s is not. */
  const begin = (cookie: string) =>
    new Promise<string>((resolve) => {
      const socket = dial(node.port, '127.0.0.1', () =>
        socket.write(
          `GET /desk/manuscripts HTTP/1.1\r\nHost: 127.0.0.1:${node.port}\r\nOrigin: http://127.0.0.1:${node.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: ${cookie}\r\n\r\n`,
        ),
      )
      const timer = setTimeout(() => socket.destroy(), 1500)
      let waited = true
      socket.on('error', () => {})
      socket.once('data', () => {
        const head = Buffer.alloc(14)
        head.set([0x82, 0x80 | 127])
        head.writeBigUInt64BE(3_000_000n, 2)
        socket.write(Buffer.concat([head, Buffer.alloc(1000)]))
        socket.once('data', () => {
          waited = false
        })
      })
      socket.once('close', () => {
        clearTimeout(timer)
        resolve(waited ? 'waited for' : 'let go')
      })
    })
  expect(await begin('desk=made-up')).toBe('let go')
  expect(await begin(house.cookie('ada'))).toBe('waited for')
  await house.close([], [])
})

test('nobody writes into the newsroom’s log what they like', async () => {
  const house = await furnished('sqlite')
  const node = await house.node()
  const forged = '{"level":30,"msg":"Ada is an administrator"}'
  const call = (name: string) => {
    const bytes = Buffer.from(name)
    const length = []
    for (let left = bytes.length; ; left >>= 7) {
      length.push(left > 127 ? (left & 127) | 128 : left)
      if (left <= 127) break
    }
    return Uint8Array.from([...length, ...bytes, 0, 0, 1, 0])
  }
  for (const name of [`\n${forged}\n`, `${'x'.repeat(150)}\n${forged}\n`, 'x'.repeat(3_000_000)]) {
    const socket = await new Promise<WebSocket>((resolve) => {
      const opening = new WebSocket(`ws://127.0.0.1:${node.port}/desk/manuscripts`, {
        headers: { origin: `http://127.0.0.1:${node.port}` },
      } as never)
      opening.onerror = () => {}
      opening.onopen = () => resolve(opening)
    })
    const closed = new Promise((resolve) => {
      socket.onclose = resolve
    })
    // More than one may ask for before saying who they are: of the third is told.
    for (const one of ['a', 'b', name]) socket.send(call(one))
    await closed
  }
  expect(node.said()).not.toContain(forged)
  expect(node.said().length).toBeLessThan(10_000)
  await house.close([], [])
})

test('no other site’s page, and nobody who is not signed in, reaches a manuscript', async () => {
  const house = await furnished('sqlite')
  const node = await house.node()
  const answer = async (headers: Record<string, string>) =>
    (
      await new Promise<string>((resolve) => {
        const socket = dial(node.port, '127.0.0.1', () =>
          socket.write(
            `GET /desk/manuscripts HTTP/1.1\r\n${Object.entries({
              Host: `127.0.0.1:${node.port}`,
              Connection: 'Upgrade',
              Upgrade: 'websocket',
              'Sec-WebSocket-Version': '13',
              'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
              ...headers,
            })
              .map(([name, value]) => `${name}: ${value}\r\n`)
              .join('')}\r\n`,
          ),
        )
        socket.once('data', (bytes) => resolve(bytes.toString()))
      })
    ).split(' ')[1]
  expect(await answer({ Origin: 'https://elsewhere.example' })).toBe('403')
  expect(await answer({})).toBe('403')
  expect(await answer({ Origin: `http://127.0.0.1:${node.port}` })).toBe('101')
  const stranger = await house.writer('ada', node.port, { cookie: 'desk=made-up' })
  await eventually(async () => stranger.refused(), Boolean)
  expect(stranger.text()).toBe('')
  await house.close([stranger], [])
})

async function furnished(kind: 'sqlite' | 'postgres') {
  const folder = testFolder()
  const { engine, environment } = await freshDatabase(kind, folder)
  const { migrations } = await import('../migrations/index.ts')
  const database = openDatabase(engine())
  await database.migrate(migrations)
  const { db, write } = database
  const now = new Date()
  const sessions = new Map<string, string>()
  for (const name of ['ada', 'ben']) {
    const id = await write((tx) =>
      invite(tx, null, { email: `${name}@paper.example`, name, roleId: 'editor' }, now),
    )
    sessions.set(name, await write((tx) => openSession(tx, id, 'test', now)))
  }
  const articleId = await write((tx) => draft(tx, { headline: 'Both', language: 'en' }, now))

  const running: { kill: () => Promise<void> }[] = []
  const node = async () => {
    const port = await freePort()
    const begin = () =>
      startNewsroom({
        ...environment,
        PORT: String(port),
        SITE_URL: `http://127.0.0.1:${port}`,
      })
    let newsroom = await begin()
    const one = {
      port,
      said: () => newsroom.out() + newsroom.err(),
      kill: () => newsroom.kill(),
      start: async () => {
        newsroom = await begin()
      },
    }
    running.push(one)
    return one
  }

  const writer = async (
    name: string,
    port: number,
    { cookie = `desk=${sessions.get(name)}`, token = edition } = {},
  ) => {
    const address = `127.0.0.1:${port}`
    class Socket extends WebSocket {
      constructor(url: string | URL) {
        super(url, { headers: { cookie, origin: `http://${address}` } } as never)
      }
    }
    const document = new Doc({ gc: false })
    let refused = ''
    const told: string[] = []
    const socket = new HocuspocusProviderWebsocket({
      url: `ws://${address}/desk/manuscripts`,
      WebSocketPolyfill: Socket,
      delay: 50,
      minDelay: 50,
      maxDelay: 500,
    })
    const provider = new Delivery({
      name: articleId,
      document,
      token,
      websocketProvider: socket,
      onAuthenticationFailed: ({ reason }) => {
        refused = reason
      },
      onStateless: ({ payload }) => {
        told.push(payload)
        if (payload === 'write') provider.forceSync()
      },
    })
    provider.attach()
    if (cookie !== 'desk=made-up' && token === edition)
      await eventually(async () => provider.isSynced, Boolean)
    const lines = () => document.getXmlFragment('body').get(0) as XmlElement
    const put = (words: string) => {
      const paragraph = lines()
      let text = paragraph.get(0) as XmlText | undefined
      if (!text) {
        text = new XmlText()
        paragraph.insert(0, [text])
      }
      text.insert(Math.floor(Math.random() * text.length), words)
    }
    const letter = name === 'ada' ? 'α' : 'β'
    return {
      provider,
      socket,
      document,
      put,
      refused: () => refused,
      told: () => told,
      text: () => textOf(document),
      type: async (until: number) => {
        const words: string[] = []
        while (Date.now() < until) {
          const word = letter.repeat(1 + Math.floor(Math.random() * 4))
          put(word)
          words.push(word)
          // Now and then something is taken out again.
          const text = lines().get(0) as XmlText
          if (Math.random() < 0.15 && text.length > 10)
            text.delete(Math.floor(Math.random() * (text.length - 5)), 3)
          await wait(Math.random() * 30)
        }
        return words
      },
    }
  }

  return {
    db,
    write,
    articleId,
    cookie: (name: string) => `desk=${sessions.get(name)}`,
    idOf: async (name: string) =>
      (
        await db
          .selectFrom('colleagues')
          .select('id')
          .where('name', '=', name)
          .executeTakeFirstOrThrow()
      ).id,
    node,
    writer,
    close: async (
      writers: { provider: HocuspocusProvider; socket: HocuspocusProviderWebsocket }[],
      lines: { close: () => void }[],
    ) => {
      for (const { provider, socket } of writers) {
        provider.destroy()
        socket.destroy()
      }
      for (const one of lines) one.close()
      for (const one of running) await one.kill()
      await database.close()
    },
  }
}

const textOf = (document: Doc) =>
  document.getXmlFragment('body').length === 0 ? '' : document.getXmlFragment('body').toString()
