import { articleRecord } from '../articles/articles.ts'
import { categoryById, tagById } from '../categories/categories.ts'
import { changeNewsroom, isNamed } from '../newsroom/settings.ts'
import { shortened } from './arrival.ts'
import { knownAmong } from './imported.ts'
import { type Run, writing } from './run.ts'
import { languageOf, type Survey } from './survey.ts'

/** Gives a newsroom that nobody has set up yet the name, language and navigation of the site that moved in. */
export async function settleNewsroom(run: Run, survey: Survey) {
  const { db } = run.newsroom
  const unset = !(await isNamed(db)) && run.site.title !== ''
  survey.menus.count(run, unset)
  if (!unset) return
  const navigation = await survey.menus.links(run, (type, object, id) =>
    thingOf(run, survey, type, object, id),
  )
  const language = languageOf(run.site)
  await writing(run, undefined, async (tx) => {
    await changeNewsroom(
      tx,
      {
        name: shortened(run.site.title, 80),
        tagline: shortened(run.site.description, 200),
        ...(language ? { language } : {}),
        navigation,
      },
      run.newsroom.now(),
    )
  })
  run.report.count('converted', 'name of the site', 'the newsroom had none yet')
}

/** What a menu's entry points at, if it came in. */
async function thingOf(run: Run, survey: Survey, type: string, object: string, id: string) {
  const { db } = run.newsroom
  if (run.options.dryRun) return undefined
  if (type === 'post_type') {
    const known = (await knownAmong(db, run.key, 'article', [id])).get(id)
    const article = known && (await articleRecord(db, known.local_id))
    return article?.status === 'published'
      ? { title: article.headline, path: article.path }
      : undefined
  }
  const slug = survey.terms.slugOfId(object, id)
  if (!slug) return undefined
  const categoryId = object === 'category' ? survey.terms.categoryIds.get(slug) : undefined
  if (categoryId) {
    const { name, path } = await categoryById(db, categoryId)
    return { title: name, path }
  }
  const tagId = object === 'post_tag' ? survey.terms.tagIds.get(slug) : undefined
  if (!tagId) return undefined
  const { name, path } = await tagById(db, tagId)
  return { title: name, path }
}
