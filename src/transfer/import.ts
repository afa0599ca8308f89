import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { newsroomNow } from '../newsroom/settings.ts'
import { Refusal } from '../platform/refusals.ts'
import { articleTypes, standingOf } from './arrival.ts'
import { Batch, type Candidate } from './batch.ts'
import { bringMembers } from './ghost/members.ts'
import { bringRedirects } from './ghost/redirects.ts'
import { keepAccount } from './imported.ts'
import { Intake } from './intake.ts'
import { settleNewsroom } from './naming.ts'
import { Preparation } from './prepare.ts'
import type { Item, Site, WxrRecord } from './record.ts'
import { Redirects } from './redirects.ts'
import { Report, type Totals } from './report.ts'
import type { ImportOptions, Newsroom, Progress, Run } from './run.ts'
import { type ExportSource, exportIn, textFile } from './source.ts'
import { keyOf, languageOf, placeOf, Survey } from './survey.ts'
import { plain } from './tree.ts'

/** Articles in one transaction. */
const BATCH = 100

/**
 * Moves a site in from a WordPress export. The file is read twice: first for all that articles refer to, then for the
 * articles. What is here already is not brought in again, so a run that was cut short goes on where it ended, and a
 * second run changes nothing. Refuses what is no export; everything else ends in the report.
 */
export async function importSite(newsroom: Newsroom, options: ImportOptions): Promise<Totals> {
  const began = newsroom.now()
  const clock = performance.now()
  const size = await sizeOf(options)
  const source = await exportIn(options)
  const report = new Report(options.report)
  try {
    const survey = new Survey()
    const { run, intake } = await lookThrough(newsroom, options, report, survey, source, size)
    await survey.terms.bring(run)
    await survey.authors.bring(run, intake)
    const preparation = new Preparation(run, survey, intake)
    const redirects = new Redirects(run)
    await bringArticles(run, survey, preparation, redirects, source, size)
    await redirects.bring(survey.attachments, preparation.shownIn)
    const isSettled = await settleNewsroom(run, survey, intake)
    await bringFurther(run, source, isSettled)
    const totals = report.finish({
      system: source.system,
      file: options.file,
      site: {
        title: run.site.title,
        address: run.site.baseBlogUrl || run.site.link,
        language: run.language,
        version: run.site.version,
      },
      dryRun: options.dryRun === true,
      started: began.toISOString(),
      seconds: Math.round((performance.now() - clock) / 100) / 10,
    })
    if (!options.dryRun && report.anythingNew)
      await newsroom.write((tx) =>
        keepAccount(
          tx,
          { site: run.key, file: basename(options.file), started: totals.started },
          totals,
          newsroom.now(),
        ),
      )
    return totals
  } catch (error) {
    report.abandon()
    throw error
  }
}

async function sizeOf({ file, uploads }: ImportOptions): Promise<number> {
  const cannot = (what: string) =>
    new Refusal(
      'invalid',
      'transfer/file',
      `${what} cannot be opened. Check its path and that it may be read.`,
    )
  if (uploads !== undefined) {
    const folder = await stat(uploads).catch(() => undefined)
    if (!folder?.isDirectory())
      throw new Refusal(
        'invalid',
        'transfer/uploads',
        `${uploads} is not a folder. Name a copy of wp-content/uploads, or of Ghost’s content/images.`,
      )
  }
  const found = await stat(file).catch(() => undefined)
  if (!found) throw cannot(file)
  if (!found.isFile()) throw new Refusal('invalid', 'transfer/file', `${file} is not a file.`)
  return found.size
}

/** The records of the file; the caller hears how far it is. */
async function* records(
  source: ExportSource,
  { progress }: ImportOptions,
  step: Progress['step'],
  size: number,
): AsyncGenerator<WxrRecord> {
  const { list, read } = source.records()
  let items = 0
  for await (const record of list) {
    if (record.kind === 'item') items++
    progress?.({ step, read: read(), size, items })
    yield record
  }
}

/** The first reading: terms, authors, attachments, menus; pictures come in on the way. */
async function lookThrough(
  newsroom: Newsroom,
  options: ImportOptions,
  report: Report,
  survey: Survey,
  source: ExportSource,
  size: number,
): Promise<{ run: Run; intake: Intake }> {
  let run: Run | undefined
  let intake: Intake | undefined
  for await (const record of records(source, options, 'looking through', size)) {
    if (record.kind === 'site') {
      run = await runFor(newsroom, options, report, record)
      intake = new Intake(run)
      await intake.load()
    }
    if (!run || !intake) continue
    survey.note(run, record)
    if (record.kind === 'item' && record.type === 'attachment')
      await attachment(run, survey, intake, record)
  }
  if (!run || !intake) throw new Error('readWxr gives a site or throws')
  await intake.flush()
  return { run, intake }
}

async function runFor(
  newsroom: Newsroom,
  options: ImportOptions,
  report: Report,
  record: Site,
): Promise<Run> {
  const site = { ...record, title: plain(record.title), description: plain(record.description) }
  const language = languageOf(site) ?? (await newsroomNow(newsroom.db)).language
  return { newsroom, options, report, key: keyOf(site), site, ...placeOf(site), language }
}

async function attachment(run: Run, survey: Survey, intake: Intake, item: Item) {
  const { file, picture } = survey.attachments.byId(item.id)!
  const { line, id, type, status } = item
  const title = plain(item.title).slice(0, 300)
  const tell = (what: string, fate: Parameters<Report['count']>[0], why?: string) =>
    run.report.item({ line, id, type, status, title, fate, why }, what)
  if (item.status === 'trash') tell('attachment', 'left out', 'WordPress has it as “trash”')
  else if (picture) await intake.offer(item, file, (fate, why) => tell('picture', fate, why))
  else
    tell(
      /\.svgz?$/i.test(file) ? 'attachment: SVG' : 'attachment: no picture',
      'left out',
      /\.svgz?$/i.test(file)
        ? 'an SVG can run programs; export it as PNG'
        : 'the library holds pictures; links to it keep their full address',
    )
  for (const comment of item.comments)
    run.report.count(
      'left out',
      comment.type || 'comment',
      'it was written under a picture, not an article',
    )
}

/** The second reading. */
async function bringArticles(
  run: Run,
  survey: Survey,
  preparation: Preparation,
  redirects: Redirects,
  source: ExportSource,
  size: number,
) {
  const batch = new Batch(run, survey, preparation)
  const seen = new Set<string>()
  let waiting: Candidate[] = []
  const flush = async () => {
    for (const settled of await batch.bringIn(waiting)) redirects.add(settled)
    waiting = []
  }
  for await (const record of records(source, run.options, 'bringing in', size)) {
    if (record.kind === 'problem') run.report.problem(record)
    if (record.kind !== 'item' || elsewhere.has(record.type)) continue
    const candidate = candidateOf(run, record)
    if (!candidate) continue
    if (seen.has(record.id)) {
      leaveOut(
        run,
        record,
        candidate.standing.what,
        'its number stands in the file twice; the first counts',
      )
      continue
    }
    seen.add(record.id)
    waiting.push(candidate)
    if (waiting.length === BATCH) await flush()
  }
  await flush()
}

/** What stands beside a Ghost export, and the tables in it that do not move in. */
async function bringFurther(run: Run, { ghost }: ExportSource, isSettled: boolean) {
  if (!ghost) return
  const { redirects, members } = run.options
  if (redirects !== undefined) await bringRedirects(run, await textFile(redirects))
  if (members !== undefined) await bringMembers(run, members)
  for (const left of ghost.permalinks.left)
    run.report.count('left out', left, 'the newsroom has its own pages')
  const { left, ofNewsroom } = ghost.catalogue
  for (const [told, times] of left) {
    const [what, why] = told.split('\t')
    run.report.count('left out', what!, why, undefined, times)
  }
  if (ofNewsroom === 0) return
  const row = 'row of settings'
  if (isSettled) run.report.count('converted', row, 'the newsroom', undefined, ofNewsroom)
  else run.report.count('left out', row, 'the newsroom is set up already', undefined, ofNewsroom)
}

/** Types that are accounted for in the first reading or with the menus. */
const elsewhere = new Set(['attachment', 'nav_menu_item'])

const reasons: Record<string, [fate: 'left out' | 'converted', why: string]> = {
  wp_block: ['converted', 'reusable blocks stand in the articles that use them'],
  'guest-author': ['converted', 'guest authors are contributors'],
  revision: ['left out', 'former versions stay with WordPress'],
  wp_navigation: ['left out', 'the newsroom has its own navigation'],
  wp_template: ['left out', 'themes stay with WordPress'],
  wp_template_part: ['left out', 'themes stay with WordPress'],
  wp_global_styles: ['left out', 'themes stay with WordPress'],
  wp_font_family: ['left out', 'themes stay with WordPress'],
  wp_font_face: ['left out', 'themes stay with WordPress'],
  custom_css: ['left out', 'themes stay with WordPress'],
  customize_changeset: ['left out', 'themes stay with WordPress'],
  oembed_cache: ['left out', 'it is WordPress’s own note of other sites'],
}

function candidateOf(run: Run, item: Item): Candidate | undefined {
  if (!Object.hasOwn(articleTypes, item.type)) {
    const [fate, why] = reasons[item.type] ?? [
      'left out',
      'it is a post type of a plug-in or theme',
    ]
    leaveOut(run, item, `post type ${item.type}`, why, fate)
    return undefined
  }
  const standing = standingOf(item)
  if (!('leftOut' in standing)) return { item, standing }
  leaveOut(run, item, standing.what, standing.leftOut)
  return undefined
}

function leaveOut(
  run: Run,
  item: Item,
  what: string,
  why: string,
  fate: 'left out' | 'converted' = 'left out',
) {
  const { line, id, type, status } = item
  run.report.item(
    { line, id, type, status, title: plain(item.title).slice(0, 300), fate, why },
    what,
  )
  for (const comment of item.comments)
    run.report.count('left out', comment.type || 'comment', 'what it was written under is left out')
}
