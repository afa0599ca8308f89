import { type ArticleDocument, picturesIn } from './document.ts'

/** The ids of the library's pictures that an article shows, its lead first. */
export const shownBy = (article: {
  leadPictureId: string | null
  socialPictureId: string | null
  body: ArticleDocument
}): string[] => {
  const { leadPictureId, socialPictureId, body } = article
  const all = [leadPictureId, socialPictureId, ...picturesIn(body)]
  return [...new Set(all.filter((id) => id !== null))]
}
