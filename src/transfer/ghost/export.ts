import type { WxrRecord } from '../record.ts'
import type { Catalogue } from './catalogue.ts'
import { cutRows } from './cutter.ts'
import { type Fields, fieldsIn, listIn, said } from './fields.ts'
import type { Permalinks } from './permalinks.ts'
import { blankItem, itemOf, picturesOf } from './post.ts'

const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Ghost's word for its own address, which an export does not say. */
const PLACEHOLDER = '__GHOST_URL__'

/**
 * The records of a Ghost export, as those of any other: the site, its people and tags, its menu, then posts, each
 * after the pictures that no post before it has shown.
 */
export async function* readGhost(
  text: AsyncIterable<string>,
  catalogue: Catalogue,
  site: { base: string; permalinks: Permalinks },
): AsyncGenerator<WxrRecord> {
  yield siteOf(catalogue, site.base)
  for (const problem of catalogue.problems) yield { kind: 'problem', ...problem }
  yield* people(catalogue)
  yield* terms(catalogue)
  yield* menu(catalogue, site.base)
  const shown = new Set<string>()
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
    for (const picture of picturesOf(fields, cut.row, meta, site.base))
      if (!shown.has(picture.id)) {
        shown.add(picture.id)
        yield picture
      }
    yield itemOf(fields, cut.row, catalogue, site)
  }
}

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
    // The address is what somebody names on the command line: the same export may come with another one.
    ...(mark ? { key: `ghost ${mark}` } : {}),
  }
}

function* people({ users }: Catalogue): Generator<WxrRecord> {
  for (const { row, id, slug, name, bio, website } of users.values())
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
      website,
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
      const url = said(entry, 'url').replace(PLACEHOLDER, base)
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
