import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Programs of Debian that read feeds, by which the tests see what readers see. */

/** A Python that has feedparser, or undefined. Debian's own may stand behind another on the path. */
export async function findFeedparser(): Promise<string | undefined> {
  for (const python of ['python3', '/usr/bin/python3'])
    if (await works(python, ['-c', 'import feedparser'])) return python
  return undefined
}

export const findNewsboat = async (): Promise<string | undefined> =>
  (await works('newsboat', ['-v'])) ? 'newsboat' : undefined

const works = (program: string, args: string[]) =>
  run(program, args, { timeout: 20_000 }).then(
    () => true,
    () => false,
  )

const reading = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps({
  'flaw': str(feed.get('bozo_exception', '')),
  'version': feed.version,
  'title': feed.feed.get('title'),
  'language': feed.feed.get('language'),
  'links': {link.rel: link.href for link in feed.feed.links},
  'entries': [{
    'id': entry.id,
    'title': entry.title,
    'link': entry.link,
    'authors': [author.get('name') for author in entry.get('authors', [])],
    'published': list(entry.published_parsed[:6]),
    'updated': list(entry.updated_parsed[:6]) if entry.get('updated_parsed') else None,
    'tags': [tag.term for tag in entry.get('tags', [])],
    'content': [content.value for content in entry.get('content', [])],
    'summary': entry.get('summary', ''),
    'media': [dict(media) for media in entry.get('media_content', [])],
  } for entry in feed.entries],
}))
`

export type Parsed = {
  flaw: string
  version: string
  title: string
  language: string
  links: Record<string, string>
  entries: {
    id: string
    title: string
    link: string
    authors: string[]
    published: number[]
    updated: number[] | null
    tags: string[]
    content: string[]
    summary: string
    media: { url: string; width: string }[]
  }[]
}

/** A feed as Python's feedparser reads it. */
export async function parsedBy(python: string, feed: string): Promise<Parsed> {
  const running = run(python, ['-c', reading], { maxBuffer: 64 * 1024 * 1024 })
  running.child.stdin!.end(feed)
  return JSON.parse((await running).stdout)
}
