import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { LARGEST_FILE, type LibraryPicture } from '../../media/picture.ts'
import { Refused } from '../client.ts'
import { t } from '../texts.ts'

/** A file on its way into the library. */
export type Sending = {
  key: number
  file: File
  /** How much of it has gone, from 0 to 1. */
  gone: number
  /** The picture it has become. */
  picture?: LibraryPicture & { isNew: boolean }
  /** Why it was not taken. */
  wrong?: Error
}

/** Files on their way at once, and how often and when to ask again where the newsroom has its hands full. */
const AT_ONCE = 2
const ASKED_AGAIN = 60
const PAUSE_MS = 1000

/** Sends a file and tells how much has gone: `fetch` cannot say that. */
function send(file: File, tell: (gone: number) => void) {
  return new Promise<LibraryPicture & { isNew: boolean }>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/desk/api/pictures?name=${encodeURIComponent(file.name.slice(-200))}`)
    request.responseType = 'json'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0)
    const fail = (code: string, message: string, lacks?: string) =>
      reject(new Refused(request.status, code, message, lacks))
    request.onerror = () => fail('desk/offline', '')
    request.onload = () => {
      if (request.status === 200) resolve(request.response)
      else {
        const { code = 'desk/offline', message = '', lacks } = request.response ?? {}
        fail(code, message, lacks)
      }
    }
    request.send(file)
  })
}

async function sendPatiently(file: File, tell: (gone: number) => void) {
  if (file.size > LARGEST_FILE)
    throw new Error(t('pictures.large', { size: LARGEST_FILE / 1024 / 1024 }))
  for (let tried = 1; ; tried++)
    try {
      return await send(file, tell)
    } catch (error) {
      if ((error as Refused).code !== 'pictures/busy' || tried === ASKED_AGAIN) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
}

let keys = 0

/** Sends files one after the other. `taken` hears of each picture as it arrives. */
export function useSending() {
  const queries = useQueryClient()
  const [sendings, setSendings] = useState<Sending[]>([])
  const waiting = useRef<(() => Promise<void>)[]>([])
  const busy = useRef(0)
  const work = useCallback(async () => {
    while (busy.current < AT_ONCE && waiting.current.length > 0) {
      const next = waiting.current.shift()!
      busy.current++
      void next().finally(() => {
        busy.current--
        void work()
      })
    }
  }, [])
  const change = useCallback(
    (key: number, news: Partial<Sending>) =>
      setSendings((all) => all.map((one) => (one.key === key ? { ...one, ...news } : one))),
    [],
  )
  const sendAll = useCallback(
    (files: readonly File[], taken?: (picture: LibraryPicture) => void) => {
      for (const file of files) {
        const key = ++keys
        setSendings((all) => [...all, { key, file, gone: 0 }])
        waiting.current.push(async () => {
          try {
            const picture = await sendPatiently(file, (gone) => change(key, { gone }))
            change(key, { gone: 1, picture })
            taken?.(picture)
            await queries.invalidateQueries({ queryKey: ['pictures'] })
          } catch (error) {
            change(key, { wrong: error as Error })
          }
        })
      }
      void work()
    },
    [change, queries, work],
  )
  return { sendings, sendAll, clear: useCallback(() => setSendings([]), []) }
}
