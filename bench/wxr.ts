import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { headline, paragraphs, random, sentence } from './text.ts'

const WORDS = 400
const CATEGORIES = 12
const TAGS = 400
const AUTHORS = 40
const MINUTES_APART = 10

/** Writes a WordPress export with so many posts of 400 words: blocks, a byline, a category, three tags, a comment. */
export const writeExport = (file: string, posts: number) =>
  pipeline(Readable.from(pieces(posts)), createWriteStream(file))

function* pieces(posts: number) {
  const next = random(11)
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Old Paper</title><link>https://old.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://old.example</wp:base_site_url><wp:base_blog_url>https://old.example</wp:base_blog_url>\n`
  for (let n = 1; n <= AUTHORS; n++)
    yield `<wp:author><wp:author_id>${n}</wp:author_id><wp:author_login>reporter-${n}</wp:author_login><wp:author_display_name>${cdata(`Reporter ${n}`)}</wp:author_display_name></wp:author>\n`
  for (let n = 1; n <= CATEGORIES; n++)
    yield `<wp:category><wp:term_id>${n}</wp:term_id><wp:category_nicename>region-${n}</wp:category_nicename><wp:cat_name>${cdata(`Region ${n}`)}</wp:cat_name></wp:category>\n`
  for (let at = 0; at < posts; at++) yield post(at, next)
  yield '</channel></rss>\n'
}

function post(at: number, next: () => number) {
  const published = new Date(Date.UTC(2012, 0, 1) + at * MINUTES_APART * 60_000)
  const time = published.toISOString().slice(0, 19).replace('T', ' ')
  const tags = [0, 1, 2].map(() => 1 + Math.floor(next() * TAGS))
  const body = paragraphs(next, WORDS)
    .map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`)
    .join('\n\n')
  return `<item><title>${cdata(headline(next))}</title><link>https://old.example/${time.slice(0, 4)}/post-${at}/</link><dc:creator>${cdata(`reporter-${1 + (at % AUTHORS)}`)}</dc:creator>
<content:encoded>${cdata(body)}</content:encoded><excerpt:encoded>${cdata(sentence(next))}</excerpt:encoded>
<wp:post_id>${at + 10}</wp:post_id><wp:post_date_gmt>${time}</wp:post_date_gmt><wp:post_modified_gmt>${time}</wp:post_modified_gmt><wp:post_name>post-${at}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="region-${1 + (at % CATEGORIES)}">${cdata(`Region ${1 + (at % CATEGORIES)}`)}</category>${tags.map((tag) => `<category domain="post_tag" nicename="subject-${tag}">${cdata(`Subject ${tag}`)}</category>`).join('')}
<wp:comment><wp:comment_id>${at + 1}</wp:comment_id><wp:comment_author>${cdata('A reader')}</wp:comment_author><wp:comment_date_gmt>${time}</wp:comment_date_gmt><wp:comment_content>${cdata(sentence(next))}</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment></item>\n`
}

const cdata = (text: string) => `<![CDATA[${text}]]>`
