import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'press-law-struck-down',
  headline: 'Court strikes two articles from Orlava’s media law for good',
  standfirst: 'The judges also set a limit to what a register of newspapers may be used for.',
  datelinePlace: 'Veshten',
  datelineDate: '2020-12-18',
  category: 'press-freedom',
  categories: ['orlava'],
  tags: ['press-law', 'courts'],
  bylines: [by('reier')],
  leadPicture: 'court-stair',
  published: '2020-12-18T12:10:00Z',
  body: doc(
    prose(`
Orlava’s Constitutional Court on Friday annulled the two articles of the media law that it had suspended in June, and
laid down that nobody may be struck from the register of publishers except by a judge.

The ruling was unanimous, unlike the order of the summer. Judge Sofia Karn, who had then dissented, wrote it. Of the
phrase “established position of a competent authority” it says that an authority may hold a position, but that a court
cannot hold a citizen to it. The government’s explanation, which arrived on the fifty-ninth of sixty days, had been
one page long.

Since the coalition of Prime Minister Pavel Istrin means to repeal both articles in any case, the effect is mostly on
the past. Nine texts that had been taken down may be published again, and fines of 61,000 crowns are to be repaid.

Jan Torba of the Kelmin Courier, which gave up printing in March, was in the gallery. He said that the press was still
for sale but that he had raised the price.`),
  ),
})
