import { useEffect, useState } from 'react'
import { sourceOf, usePicture } from '../library/asking.ts'
import type { Fields } from './fields.ts'

/** Milliseconds after the last change: what is drawn is what is stored by then. */
const PAUSE_MS = 1500

/** How another site shows a link to the article: with its picture, or one of its words. */
export function Elsewhere({
  articleId,
  fields,
  siteUrl,
}: {
  articleId: string
  fields: Fields
  siteUrl: string
}) {
  const { headline, standfirst, socialTitle } = fields
  const pictureId = fields.socialPictureId ?? fields.leadPictureId
  return (
    <div className="result elsewhere" aria-hidden="true">
      {pictureId ? <Chosen id={pictureId} /> : <Drawn articleId={articleId} fields={fields} />}
      <span dir="ltr">{siteUrl.replace(/^https?:\/\//, '')}</span>
      <strong dir="auto">{socialTitle || headline}</strong>
      <span dir="auto">{standfirst}</span>
    </div>
  )
}

function Chosen({ id }: { id: string }) {
  const { data } = usePicture(id)
  return data ? <img src={sourceOf(data, 640)} alt="" /> : null
}

function Drawn({ articleId, fields }: { articleId: string; fields: Fields }) {
  const { headline, kind, language, categoryId } = fields
  const said = [headline, kind, language, categoryId].join()
  const [drawn, draw] = useState(said)
  useEffect(() => {
    const timer = setTimeout(draw, PAUSE_MS, said)
    return () => clearTimeout(timer)
  }, [said])
  const address = `/desk/preview/${articleId}/card?of=${encodeURIComponent(drawn.slice(0, 400))}`
  // Lazy: as long as nobody looks it is not drawn.
  return <img src={address} alt="" width="1200" height="630" loading="lazy" />
}
