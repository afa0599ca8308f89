import { useState } from 'react'
import { api, said } from '../../client.ts'

export type Looked = Awaited<ReturnType<typeof look>>
export type Arrival = NonNullable<Looked['import']>
export type Account = NonNullable<Arrival['account']>

export const look = () => said(api.import.$get())

/**
 * Sends a file piece by piece. What the newsroom has of it already is not sent again, so that the same file, chosen
 * again after a cut, goes on.
 */
export function useUpload(refresh: () => Promise<unknown>) {
  const [sent, setSent] = useState<{ done: number; size: number }>()
  const [wrong, setWrong] = useState<Error>()
  const send = async (file: File) => {
    setWrong(undefined)
    setSent({ done: 0, size: file.size })
    try {
      const { piece, import: there } = await look()
      const goesOn =
        there?.state === 'uploading' && there.name === file.name && there.size === file.size
      const id = goesOn
        ? there.id
        : (await said(api.import.$post({ json: { name: file.name, size: file.size } }))).id
      for (let offset = goesOn ? there.received : 0; offset < file.size; ) {
        setSent({ done: offset, size: file.size })
        const { received } = await said(
          api.import[':id'].file.$put(
            { param: { id }, query: { offset } },
            {
              init: {
                body: file.slice(offset, offset + piece),
                headers: { 'content-type': 'application/octet-stream' },
              },
            },
          ),
        )
        offset = received
      }
    } catch (error) {
      setWrong(error as Error)
    } finally {
      setSent(undefined)
      await refresh()
    }
  }
  return { sent, wrong, send }
}
