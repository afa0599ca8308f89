import { rmSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { databases, freshDatabase, testFolder } from './newsroom.ts'
import { dateline, startNewsroom } from './process.ts'

/** Who comes in before anybody can let anybody in: real processes, as an operator starts them. */

for (const kind of databases())
  describe(`a first start (${kind})`, () => {
    const closing: (() => Promise<unknown>)[] = []
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close()
    })

    async function place() {
      const folder = testFolder()
      const { environment, remove } = await freshDatabase(kind, folder)
      closing.push(async () => {
        await remove()
        rmSync(folder, { recursive: true, force: true })
      })
      return { ...environment, DATA_DIR: folder, SITE_URL: 'http://localhost' }
    }

    async function start(environment: Record<string, string>, role = 'start') {
      const newsroom = await startNewsroom(environment, role)
      closing.push(newsroom.stop)
      /** Fills in the form of a page of the gate, as its button does; answers with the cookie and where it leads. */
      const fill = async (path: string, fields: Record<string, string>) => {
        const answer = await fetch(`${newsroom.address}${path}`, {
          method: 'POST',
          redirect: 'manual',
          headers: { 'sec-fetch-site': 'same-origin' },
          body: new URLSearchParams(fields),
        })
        const cookie = answer.headers
          .getSetCookie()
          .map((line) => line.split(';')[0]!)
          .find((line) => line.startsWith('desk='))
        return { status: answer.status, cookie }
      }
      const me = async (cookie = '') => {
        const answer = await fetch(`${newsroom.address}/desk/api/me`, { headers: { cookie } })
        if (answer.status !== 200) return answer.status
        const { colleague } = (await answer.json()) as {
          colleague: { name: string; role: { id: string } }
        }
        return [colleague.name, colleague.role.id]
      }
      return { ...newsroom, fill, me }
    }

    const keyAt = (path: string) => new RegExp(`^http://localhost${path}\\?key=(\\S+)$`, 'm')

    // The demo is the same on either.
    test.runIf(kind === 'sqlite')(
      'prints an address for the administrator and, in the demo, one for its editor; each works once',
      async () => {
        const environment = { ...(await place()), DEMO: 'on' }
        const first = await start(environment, 'web')
        const [, editor] = await first.says(keyAt('/desk/sign-in/link'))
        // Programs that follow the links of a log use nothing up.
        await fetch(`${first.address}/desk/sign-in/link?key=${editor}`)
        const entered = await first.fill('/desk/sign-in/link', { key: editor! })
        expect([entered.status, await first.me(entered.cookie)]).toEqual([
          303,
          ['Miriam Aldous', 'editor'],
        ])
        expect((await first.fill('/desk/sign-in/link', { key: editor! })).status).toBe(403)

        const [, key] = await first.says(keyAt('/desk/first'))
        const ada = { name: 'Ada Haddad', email: 'ada@paper.example' }
        const made = await first.fill('/desk/first', { key: key!, ...ada })
        expect(await first.me(made.cookie)).toEqual(['Ada Haddad', 'administrator'])
        await first.stop()

        // From then on the newsroom is somebody's.
        const second = await start(environment, 'web')
        expect(await second.me(made.cookie)).toEqual(['Ada Haddad', 'administrator'])
        expect(second.out()).not.toContain('key=')
      },
      60_000,
    )

    test('whoever has the server invites, and lets back in who has lost their way', async () => {
      const environment = await place()
      const staff = async (...args: string[]) => {
        const command = dateline(['staff', ...args], environment)
        return { code: await command.ended, out: command.out(), err: command.err() }
      }
      const invited = await staff(
        'invite',
        'Ben@paper.example',
        '--name',
        'Ben',
        '--role',
        'editor',
      )
      const [, link] = keyAt('/desk/sign-in/link').exec(invited.out)!
      const newsroom = await start(environment)
      const ben = await newsroom.fill('/desk/sign-in/link', { key: link! })
      expect(await newsroom.me(ben.cookie)).toEqual(['Ben', 'editor'])

      const again = await staff('reset', 'ben@paper.example')
      // What he was signed in with has ended at once, in the running newsroom.
      expect(await newsroom.me(ben.cookie)).toBe(401)
      const [, other] = keyAt('/desk/sign-in/link').exec(again.out)!
      const back = await newsroom.fill('/desk/sign-in/link', { key: other! })
      expect(await newsroom.me(back.cookie)).toEqual(['Ben', 'editor'])

      expect((await staff('list')).out).toBe('ben@paper.example  Ben  Editor\n')
      for (const wrong of [
        ['reset', 'nobody@paper.example'],
        ['invite', 'ben@paper.example', '--role', 'editor'],
        ['invite', 'zoe@paper.example', '--role', 'king'],
      ])
        expect([wrong, (await staff(...wrong)).code]).toEqual([wrong, 1])
      expect((await staff('dismiss', 'ben@paper.example')).code).toBe(2)
      // Nobody becomes mighty by what somebody forgot to type.
      const forgotten = await staff('invite', 'zoe@paper.example')
      expect([forgotten.code, forgotten.err]).toEqual([
        2,
        expect.stringContaining('--role as what zoe@paper.example comes in: reporter, editor'),
      ])
      expect((await staff('list')).out).not.toContain('zoe')
    }, 60_000)
  })
