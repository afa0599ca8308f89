import type { Child } from 'hono/jsx'
import { hrefOf } from '../addresses/address.ts'
import { isLinkAddress } from '../addresses/link.ts'
import { type Texts, texts } from '../design/texts.ts'
import { PictureImage } from '../media/parts.tsx'
import type { Picture } from '../media/picture.ts'
import { type Byline, bylineRoles, type Contributor } from './contributor.ts'

const lists = new Map<string, Intl.ListFormat>()

function listOf(language: string) {
  let made = lists.get(language)
  if (!made) {
    made = new Intl.ListFormat(language, { type: 'conjunction' })
    lists.set(language, made)
  }
  return made
}

/** Things joined as the language joins them: A, B and C. */
function joined(language: string, things: Child[]): Child[] {
  if (things.length === 1) return things
  const pieces = listOf(language).formatToParts(things.map((_, index) => String(index)))
  return pieces.map(({ type, value }) => (type === 'element' ? things[Number(value)]! : value))
}

const keyOf = (role: Byline['role']) => {
  if (role === 'author') return 'article.by'
  return `article.${role}` as const
}

type Naming = (contributor: Contributor) => Child

const linked: Naming = (contributor) => (
  <a href={hrefOf(contributor.path)} rel="author">
    <bdi>{contributor.name}</bdi>
  </a>
)
const plain: Naming = (contributor) => <bdi>{contributor.name}</bdi>

const named = (t: Texts, role: Byline['role'], bylines: readonly Byline[], naming: Naming) => {
  const names = bylines.map(({ contributor }) => naming(contributor))
  return t.around(keyOf(role), { names: <>{joined(t.language, names)}</> })
}

/** Who did what for an article, a line for each role, the authors first. */
export const Bylines = ({
  bylines,
  language,
}: {
  bylines: readonly Byline[]
  language: string
}) => {
  const t = texts(language)
  const roles = bylineRoles.filter((role) => bylines.some((byline) => byline.role === role))
  return (
    <>
      {roles.map((role) => (
        <p class={role === 'author' ? 'by' : 'by role'}>
          {named(
            t,
            role,
            bylines.filter((byline) => byline.role === role),
            linked,
          )}
        </p>
      ))}
    </>
  )
}

/** The authors of an article as a list shows them, without links. */
export const Authors = ({
  bylines,
  language,
}: {
  bylines: readonly Byline[]
  language: string
}) => {
  const authors = bylines.filter(({ role }) => role === 'author')
  if (authors.length === 0) return null
  return <span class="by">{named(texts(language), 'author', authors, plain)}</span>
}

/** Who somebody is: picture, name, biography, links. */
export const ContributorBox = ({
  contributor,
  picture,
  language,
  children,
}: {
  contributor: Contributor
  picture: Picture | null
  language: string
  children: Child
}) => (
  <div class="contributor">
    {picture && (
      <span class="portrait">
        <PictureImage picture={picture} size="portrait" alt="" />
      </span>
    )}
    <div>
      {children}
      {contributor.biography && (
        <p class="biography" dir="auto">
          {contributor.biography}
        </p>
      )}
      {contributor.links.length > 0 && (
        <ul
          class="row"
          aria-label={texts(language)('contributor.links', { name: contributor.name })}
        >
          {contributor.links
            .filter(({ href }) => isLinkAddress(href))
            .map(({ label, href }) => (
              <li>
                <a href={href} rel="me noopener" dir="auto">
                  {label}
                </a>
              </li>
            ))}
        </ul>
      )}
    </div>
  </div>
)
