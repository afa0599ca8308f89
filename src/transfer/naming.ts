import { hrefOf } from '../addresses/address.ts'
import { articleRecord } from '../articles/articles.ts'
import { allCategories, categoryById, tagById } from '../categories/categories.ts'
import { shadesOf } from '../design/colour.ts'
import { changeNewsroom, isNamed } from '../newsroom/settings.ts'
import { shortened } from './arrival.ts'
import { knownAmong } from './imported.ts'
import type { Intake } from './intake.ts'
import { type Run, writing } from './run.ts'
import { languageOf, type Survey } from './survey.ts'

/**
 * Gives a newsroom that nobody has set up yet the name, language, look and navigation of the site that moved in. False
 * where somebody has.
 */
export async function settleNewsroom(run: Run, survey: Survey, intake: Intake): Promise<boolean> {
  const { db } = run.newsroom
  const { title, description, look } = run.site
  if ((await isNamed(db)) || title === '') {
    survey.menus.leaveOut(run)
    return false
  }
  const navigation = await survey.menus.links(
    run,
    (type, object, id) => thingOf(run, survey, type, object, id),
    await sectionsOf(run),
  )
  const language = languageOf(run.site)
  const colours = look && accentOf(look.accent)
  await writing(run, undefined, async (tx) => {
    await changeNewsroom(
      tx,
      {
        name: shortened(title, 80),
        tagline: shortened(description, 200),
        ...(language ? { language } : {}),
        ...(look?.timezone ? { timezone: look.timezone } : {}),
        ...(colours ? { colours } : {}),
        logo: intake.of(look?.logo ?? '') ?? null,
        icon: intake.of(look?.icon ?? '') ?? null,
        navigation,
      },
      run.newsroom.now(),
    )
  })
  run.report.count('converted', 'name of the site', 'the newsroom had none yet')
  return true
}

/** The colours that Ghost gives to a new site: nobody has chosen them. */
const unchosen = /^#(ff1a75|15171a)$/i

const accentOf = (accent: string) =>
  /^#[0-9a-f]{6}$/i.test(accent) && !unchosen.test(accent) ? shadesOf(accent) : undefined

/** So many categories stand at the head of every page without a list of all. */
const FEW = 9

/** The addresses of the categories that stand at the head of every page. */
async function sectionsOf(run: Run): Promise<Set<string>> {
  const tops = (await allCategories(run.newsroom.db)).filter(({ parentId }) => parentId === null)
  // Of many, not all stand there.
  return new Set(tops.length <= FEW ? tops.map(({ path }) => hrefOf(path)) : [])
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
