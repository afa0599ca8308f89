import type { Entry } from './feed.ts'
import { element, textElement } from './xml.ts'

/** An entry's picture in Media RSS 1.5 (rssboard.org/media-rss), which Atom feeds carry as well. */
export function mediaOf({ picture }: Entry): string[] {
  if (!picture) return []
  const { address: url, width, height } = picture
  return [
    element('media:content', { url, medium: 'image', type: 'image/jpeg', width, height }, [
      textElement('media:description', picture.caption || picture.alt, { type: 'plain' }),
      picture.credit ? textElement('media:credit', picture.credit) : null,
      element('media:thumbnail', {
        url: picture.thumbnail,
        width: picture.thumbnailWidth,
        height: picture.thumbnailHeight,
      }),
    ]),
  ]
}

/** Where it happened, in GeoRSS Simple (OGC 17-002r1): latitude, then longitude. */
export const pointOf = ({ place }: Entry) =>
  place && textElement('georss:point', `${place.latitude} ${place.longitude}`)
