import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'court-suspends-two-articles',
  headline: 'Constitutional Court suspends two articles of Orlava’s media law',
  standfirst:
    'Orders to take texts down, and fines measured by an authority’s opinion, may not be used until the judges rule.',
  datelinePlace: 'Veshten',
  datelineDate: '2020-06-15',
  category: 'press-freedom',
  categories: ['orlava'],
  tags: ['press-law', 'courts'],
  bylines: [by('reier')],
  leadPicture: 'court-stair',
  published: '2020-06-15T14:25:00Z',
  body: doc(
    prose(`
Orlava’s Constitutional Court on Monday suspended two articles of the media law that came into force in March, and
left the remaining 29 standing for the present.

By seven judges to four it found that Article 7, under which the media council can have a text removed at once, and
Article 12, which sets fines for false information, might do “harm that no later judgment could repair”. They may not be
applied before the court decides on the law as a whole. It gave itself until the end of the year.

The order is four pages long. It does not say that the articles are unconstitutional. On Article 12 it asks the
government to explain, within sixty days, what an established position of a competent authority is and how a citizen
could learn of it in time.

Mr Brack, the culture minister, said the government would comply. The council has used Article 7 nine times. It was
not clear on Monday whether the nine texts could be restored; of three editors whom we reached, one had already done
so.

Judge Sofia Karn, who wrote for the minority, warned that the court was “suspending a sentence because it dislikes its
style”.

The challenge was brought by 40 members of the Assembly. A second, by the Guild of Journalists, was dismissed
because the Guild has no standing.`),
  ),
})
