import { readFile } from 'node:fs/promises'
import { demo } from '../demo/demo.ts'
import type { DemoArticle } from '../demo/write.ts'
import { explain } from './articles/corrections.ts'
import type { ArticleDocument, DocumentNode } from './articles/document.ts'
import { publish, schedule, withhold } from './articles/publish.ts'
import { joinTranslations } from './articles/translations.ts'
import { draft, edit } from './articles/write.ts'
import { addCategory, addTag } from './categories/categories.ts'
import { addContributor } from './contributors/contributors.ts'
import { keepOriginal, type Original } from './media/originals.ts'
import { addPicture } from './media/pictures.ts'
import { changeNewsroom, isNamed } from './newsroom/settings.ts'
import type { Database, Tx } from './platform/database.ts'
import type { Files } from './platform/files.ts'
import { invite } from './staff/colleagues.ts'

/** The demo's folder, from src/ and from dist/ alike. */
const folder = new URL('../demo/pictures/', import.meta.url)

/** Fills a newsroom that nobody has set up yet with the demo; leaves any other alone. Whole or not at all. */
export async function loadDemo(
  { db, write }: Pick<Database, 'db' | 'write'>,
  files: Files,
  now: Date,
) {
  if (await isTaken(db)) return
  const originals = new Map<string, Original>()
  for (const { key, file } of demo.pictures)
    originals.set(key, await keepOriginal(files, await readFile(new URL(file, folder))))
  await write(async (tx) => {
    // Another process may have been faster.
    if (!(await isTaken(tx))) await fill(tx, originals, now)
  })
}

async function isTaken(db: Database['db']) {
  if (await isNamed(db)) return true
  return (await db.selectFrom('articles').select('id').limit(1).executeTakeFirst()) !== undefined
}

async function fill(tx: Tx, originals: Map<string, Original>, now: Date) {
  await changeNewsroom(tx, demo.newsroom, now)
  const joined = now.toISOString()
  await invite(tx, null, { ...demo.editor, roleId: 'editor', joined }, now)
  const pictures = new Map<string, string>()
  for (const { key, alt, caption, credit, licence, focalX, focalY } of demo.pictures) {
    const words = { alt, caption, credit, licence, focalX, focalY }
    pictures.set(key, (await addPicture(tx, originals.get(key)!, words, now)).id)
  }
  const contributors = new Map<string, string>()
  for (const { key, slug, picture, ...fields } of demo.contributors) {
    const pictureId = picture ? pictures.get(picture)! : null
    const made = await addContributor(
      tx,
      { ...fields, pictureId, path: `/contributors/${slug}` },
      now,
    )
    contributors.set(key, made.id)
  }
  const categories = new Map<string, { id: string; path: string }>()
  for (const [
    position,
    { key, slug, parent, name, names, description },
  ] of demo.categories.entries()) {
    const above = parent ? categories.get(parent)! : undefined
    const path = `${above?.path ?? ''}/${slug}`
    const made = await addCategory(
      tx,
      { name, names, description, position, path, parentId: above?.id ?? null },
      now,
    )
    categories.set(key, made)
  }
  const tags = new Map<string, string>()
  for (const { key, name, slug } of demo.tags)
    tags.set(key, (await addTag(tx, { name, path: `/tags/${slug}` }, now)).id)

  const articles = new Map<string, string>()
  for (const article of demo.articles) {
    const category = categories.get(article.category)!
    const id = await draft(
      tx,
      {
        kind: article.kind,
        access: article.access,
        headline: article.headline,
        seoTitle: article.seoTitle ?? '',
        socialTitle: article.socialTitle ?? '',
        standfirst: article.standfirst,
        datelinePlace: article.datelinePlace,
        datelineDate: article.datelineDate,
        language: article.language,
        categoryId: category.id,
        categoryIds: article.categories.map((key) => categories.get(key)!.id),
        tagIds: article.tags.map((key) => tags.get(key)!),
        bylines: article.bylines.map(({ role, contributor }) => ({
          role,
          contributorId: contributors.get(contributor)!,
        })),
        leadPictureId: article.leadPicture ? pictures.get(article.leadPicture)! : null,
        path: `${category.path}/${article.slug}`,
        body: formerly(article, withPictures(article.body, pictures)),
      },
      workedOn(article, now),
    )
    articles.set(article.slug, id)
    await bringOut(tx, id, article, withPictures(article.body, pictures), now)
  }
  for (const { slug, translationOf } of demo.articles)
    if (translationOf)
      await joinTranslations(tx, [articles.get(slug)!, articles.get(translationOf)!], now)
  for (const { slug, headline, body } of demo.pages) {
    const page = {
      kind: 'page',
      headline,
      path: `/${slug}`,
      body: withPictures(body, pictures),
    } as const
    await publish(tx, await draft(tx, page, now), now)
  }
}

/** What is still to appear was worked on today. */
const workedOn = ({ status, published }: DemoArticle, now: Date) =>
  status === 'scheduled' ? now : new Date(published)

async function bringOut(
  tx: Tx,
  id: string,
  article: DemoArticle,
  body: ArticleDocument,
  now: Date,
) {
  const published = new Date(article.published)
  if (article.status === 'scheduled') await schedule(tx, id, published, now)
  if (article.status !== 'published' && article.status !== 'withheld') return
  await publish(tx, id, published)
  const { change, updated } = article
  if (change && updated) {
    const at = new Date(updated)
    const versionId = (await edit(tx, id, { body }, at))!
    await explain(tx, { articleId: id, versionId, by: null }, change, at)
  } else if (updated)
    await tx
      .updateTable('articles')
      .set({ updated: new Date(updated).toISOString() })
      .where('id', '=', id)
      .execute()
  if (article.status === 'withheld')
    await withhold(
      tx,
      id,
      article.withheldReason ?? '',
      new Date(article.updated ?? article.published),
    )
}

/** What an article said before it changed. */
const formerly = ({ change }: DemoArticle, body: ArticleDocument): ArticleDocument =>
  change ? JSON.parse(JSON.stringify(body).replace(change.now, () => change.formerly)) : body

/** The demo names pictures by its own keys; documents by the library's ids. */
function withPictures(doc: ArticleDocument, ids: Map<string, string>): ArticleDocument {
  const turn = (node: DocumentNode): DocumentNode => ({
    ...node,
    ...(node.type === 'picture'
      ? { attrs: { ...node.attrs, picture: ids.get(String(node.attrs?.picture))! } }
      : {}),
    ...(node.content ? { content: node.content.map(turn) } : {}),
  })
  return { ...doc, content: (doc.content ?? []).map(turn) }
}
