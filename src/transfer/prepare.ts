import { documentText } from '../articles/document.ts'
import { fieldsOf, languageIn, type Standing, shortened } from './arrival.ts'
import { convertContent } from './body.ts'
import type { AskedPicture, Source } from './conversion.ts'
import { convertGhost } from './ghost/text.ts'
import type { Known } from './imported.ts'
import type { Intake } from './intake.ts'
import { turnRightToLeft } from './letters.ts'
import type { Item } from './record.ts'
import type { Run } from './run.ts'
import type { Survey } from './survey.ts'

/** Makes articles of items, with all that the survey of the file and the library know. */
export class Preparation {
  /** Which article first shows a picture: where its own page on the old site leads. */
  shownIn = new Map<string, string>()
  #run: Run
  #survey: Survey
  #intake: Intake

  constructor(run: Run, survey: Survey, intake: Intake) {
    this.#run = run
    this.#survey = survey
    this.#intake = intake
  }

  async article(item: Item, standing: Standing) {
    const { run, survey } = { run: this.#run, survey: this.#survey }
    const rest = fieldsOf(item, standing, {
      siteTitle: run.site.title,
      language: run.language,
      terms: survey.terms,
      authors: survey.authors,
      now: run.newsroom.now(),
    })
    const source = this.#source(item, rest.language, rest.access === 'premium')
    const convert = () =>
      item.ghost ? convertGhost(item.ghost, source) : convertContent(item.content, source)
    let converted = convert()
    if (
      converted.lacking.length > 0 &&
      (await this.#intake.fetch(converted.lacking.map(({ address }) => address)))
    )
      converted = convert()
    const lacking = [...converted.lacking]
    const lead = item.meta.get('_thumbnail_id')?.[0]
    const leadPictureId = (lead && this.#intake.of(lead)) || null
    const leadFile = lead && !leadPictureId ? survey.attachments.byId(lead) : undefined
    if (lead && leadFile) lacking.push({ id: lead, address: leadFile.address })
    const social = item.ghost?.socialPicture
    const socialPictureId = (social && this.#intake.of(social)) || null
    const { body } = converted
    turnRightToLeft(body, rest.language)
    if (rest.language !== run.language && !languageIn(item))
      run.report.count('converted', 'language', `its letters say that it is “${rest.language}”`, {
        line: item.line,
        id: item.id,
        title: rest.headline,
      })
    // The words of a Premium article are nobody's to read in its headline.
    const words = rest.access === 'premium' ? '' : documentText(body)
    // A headline of blanks alone is none, nor is a name of them.
    const given = rest.headline.trim()
    const headline = given || untitled(words, item)
    if (!given)
      run.report.count(
        'converted',
        'headline',
        'it had none: its first words, or its name, stand for it',
        {
          line: item.line,
          id: item.id,
          title: headline,
        },
      )
    return {
      fields: { ...rest, headline, body, leadPictureId, socialPictureId },
      converted,
      lacking,
    }
  }

  #source(item: Item, language: string, premium: boolean): Source {
    const { attachments, reusable } = this.#survey
    const shown = (asked: AskedPicture) => {
      const attachment = attachments.shownBy(asked, this.#run.hosts)
      if (attachment && !this.shownIn.has(attachment)) this.shownIn.set(attachment, item.id)
      return attachment
    }
    return {
      base: item.link || `${this.#run.site.link}/`,
      language,
      premium,
      hosts: this.#run.hosts,
      picture: (asked) => {
        const attachment = shown(asked)
        return (attachment && this.#intake.of(attachment)) || this.#intake.from(asked.address)
      },
      attachment: (id) => {
        const attachment = attachments.byId(id)
        return attachment && { address: attachment.address, caption: '' }
      },
      attached: () => attachments.attachedTo(item.id),
      reusable,
      footnotes: notesOf(item),
    }
  }

  /** The address of a picture in its full size, where the file knows it. */
  originalOf(asked: AskedPicture): string {
    const id = this.#survey.attachments.shownBy(asked, this.#run.hosts)
    return (id && this.#survey.attachments.byId(id)?.address) || asked.address
  }

  /** Whether a picture that an article lacked can be had by now. */
  canFill({ lacking }: Known): boolean {
    if (lacking === '[]') return false
    return (JSON.parse(lacking) as AskedPicture[]).some((asked) => {
      const attachment = asked.id ?? this.#survey.attachments.shownBy(asked, this.#run.hosts)
      return (
        (attachment !== undefined && this.#intake.of(attachment) !== undefined) ||
        this.#intake.from(asked.address) !== undefined ||
        (this.#run.options.fetchPictures === true && !this.#intake.hasFailed(asked.address))
      )
    })
  }
}

/** A headline for an item without one. */
const untitled = (text: string, { name, id }: Item) =>
  shortened(text.replaceAll('\n', ' ').trim(), 80) || name.trim() || `#${id}`

function notesOf(item: Item): Map<string, string> {
  const written = item.meta.get('footnotes')?.[0]
  if (!written) return new Map()
  try {
    const notes: unknown = JSON.parse(written)
    if (!Array.isArray(notes)) return new Map()
    return new Map(
      notes.flatMap((note) =>
        typeof note?.id === 'string' && typeof note.content === 'string'
          ? [[note.id, note.content] as [string, string]]
          : [],
      ),
    )
  } catch {
    return new Map()
  }
}
