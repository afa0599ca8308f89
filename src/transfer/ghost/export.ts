import type { WxrRecord } from '../record.ts'
import { blankItem } from './blank.ts'
import type { Catalogue } from './catalogue.ts'
import { cutRows } from './cutter.ts'
import { asText, type Fields, fieldsIn, listIn, said } from './fields.ts'
import type { Permalinks } from './permalinks.ts'
import { addressesIn, Files, featureOf, featureWords, pictureId } from './pictures.ts'
import { itemOf } from './post.ts'
import { timezoneIn } from './timezone.ts'

/** Ghost's word for its own address, which an export does not say. */
const PLACEHOLDER = '__GHOST_URL__'

/**
 * The records of a Ghost export, as those of any other: the site, its people and tags, its menus, then posts, each
 * after its feature picture, which comes with its words; at the end what else is shown or linked to.
 */
export async function* readGhost(
  text: AsyncIterable<string>,
  catalogue: Catalogue,
  site: { base: string; permalinks: Permalinks },
): AsyncGenerator<WxrRecord> {
  const files = new Files(site.base)
  yield siteOf(catalogue, site.base)
  for (const problem of catalogue.problems) yield { kind: 'problem', ...problem }
  yield* people(catalogue, files, site.base)
  yield* terms(catalogue)
  yield* menu(catalogue, site.base)
  for (const name of ['logo', 'icon'])
    yield* files.shown(placed(catalogue.settings.get(name) ?? '', site.base), 0)
  for await (const cut of cutRows(text, (table) => table === 'posts')) {
    if (cut.kind === 'problem' && cut.line > 0) yield cut
    if (cut.kind !== 'row') continue
    const fields = resolved(fieldsIn(cut.value), site.base)
    const id = said(fields, 'id')
    if (!id) {
      const message = `Row ${cut.row} of “posts”, at character ${cut.at}, has no id. It is left out.`
      yield { kind: 'problem', line: cut.row, message, lost: true }
      continue
    }
    const meta = resolved(catalogue.meta.get(id) ?? {}, site.base)
    yield* files.shown(featureOf(fields), cut.row, featureWords(meta))
    for (const address of addressesIn(fields, meta, site.base)) files.mention(address, cut.row)
    const item = itemOf(fields, cut.row, catalogue, site)
    if (!files.saysSo(featureOf(fields), featureWords(meta))) item.ghost!.unplaced.push(OTHER_WORDS)
    yield item
  }
  yield* files.further()
}

const OTHER_WORDS =
  'words of a feature picture\ta picture has one caption and one text for those who cannot see it; it came with others'

/** The fields with Ghost's word for its address replaced. */
function resolved(fields: Fields, base: string): Fields {
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string' && value.includes(PLACEHOLDER))
      Object.defineProperty(fields, name, { value: value.replaceAll(PLACEHOLDER, base) })
  return fields
}

function siteOf({ settings, version, mark }: Catalogue, base: string): WxrRecord {
  const title = settings.get('title') ?? ''
  return {
    kind: 'site',
    line: 0,
    title: asText(title),
    description: asText(settings.get('description') ?? ''),
    link: base,
    language:
      settings.get('locale') || settings.get('lang') || settings.get('default_locale') || '',
    baseSiteUrl: base,
    baseBlogUrl: base,
    version,
    look: {
      timezone: timezoneIn(settings),
      accent: settings.get('accent_color') ?? '',
      logo: pictureId(placed(settings.get('logo') ?? '', base), base)?.id ?? '',
      icon: pictureId(placed(settings.get('icon') ?? '', base), base)?.id ?? '',
    },
    // The address is what somebody names on the command line: the same export may come with another one.
    ...(mark ? { key: `ghost ${mark}` } : {}),
  }
}

/** An address that a row names. */
const placed = (address: string, base: string) => address.replace(PLACEHOLDER, base)

function* people({ users }: Catalogue, files: Files, base: string): Generator<WxrRecord> {
  for (const { row, id, slug, name, bio, picture, links } of users.values()) {
    const address = placed(picture, base)
    yield* files.shown(address, row)
    yield {
      kind: 'author',
      line: row,
      id,
      login: slug,
      email: '',
      displayName: asText(name),
      firstName: '',
      lastName: '',
      biography: bio,
      links,
      picture: pictureId(address, base)?.id ?? '',
    }
  }
}

function* terms(catalogue: Catalogue): Generator<WxrRecord> {
  for (const tag of catalogue.tags.values()) {
    const taxonomy = tag.internal
      ? 'Ghost’s internal tags'
      : catalogue.isPrimary(tag)
        ? 'category'
        : 'post_tag'
    yield {
      kind: 'term',
      line: tag.row,
      id: '',
      taxonomy,
      slug: tag.slug,
      parent: '',
      name: asText(tag.name),
      description: asText(tag.description),
      path: `/tag/${encodeURIComponent(tag.slug)}`,
    }
  }
}

function* menu({ settings }: Catalogue, base: string): Generator<WxrRecord> {
  for (const name of ['navigation', 'secondary_navigation'])
    for (const [at, entry] of entriesOf(settings.get(name)).entries()) {
      const url = placed(said(entry, 'url'), base)
      yield {
        ...blankItem,
        type: 'nav_menu_item',
        line: at + 1,
        id: `${name} ${at + 1}`,
        title: asText(said(entry, 'label')),
        menuOrder: at,
        filings: [{ taxonomy: 'nav_menu', slug: name === 'navigation' ? 'main' : name, name }],
        meta: new Map([
          ['_menu_item_type', ['custom']],
          ['_menu_item_url', [url.startsWith('#') ? '' : url]],
        ]),
      }
    }
}

function entriesOf(written: string | undefined): Fields[] {
  try {
    return listIn(JSON.parse(written || '[]')).map(fieldsIn)
  } catch {
    return []
  }
}
