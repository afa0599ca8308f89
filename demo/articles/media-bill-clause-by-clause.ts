import { article, by, doc, h2, numbered, prose, quote } from '../write.ts'

export default article({
  slug: 'media-bill-clause-by-clause',
  kind: 'analysis',
  headline: 'Read slowly: what five articles of Orlava’s media bill would change',
  standfirst:
    'The register has drawn the anger. The trouble sits further back, in Articles 7, 12 and 26.',
  datelinePlace: 'Veshten',
  datelineDate: '2019-03-04',
  category: 'press-freedom',
  categories: ['orlava'],
  tags: ['press-law', 'courts'],
  bylines: [by('reier')],
  leadPicture: 'printing-press',
  published: '2019-03-04T08:00:00Z',
  body: doc(
    prose(`
The bill runs to nineteen pages and is, for long stretches, dull in a manner that does its drafters credit. A register
of publishers exists in many democracies. So do rules on who owns a broadcaster. We have read it with two lawyers, one
of whom acts for a newspaper and one for a ministry, and asked both which lines they would fight over. They chose the
same ones.`),
    numbered(
      'Article 4 creates the register. Enrolment is free and cannot be refused. Removal, however, follows on a third fine within two years, and an outlet that has been removed may not be printed, sold or transmitted.',
      'Article 7 lets the media council order that a text be taken down “without delay” before any court has seen it. An appeal does not suspend the order.',
      'Article 9 asks for the sources of income above 2,000 crowns. Readers’ donations count as income. Nothing protects the donor’s name.',
      'Article 12 sets the fines for false information. What is false is to be measured against “the established position of a competent authority”.',
      'Article 26 obliges a publisher to keep drafts and correspondence for five years and to show them to the council on request.',
    ),
    h2('An established position'),
    prose(`
Article 12 deserves to be read aloud. If the energy authority has said that a reservoir stands at 80 metres, and a
reporter with a measuring staff finds 74, the reporter has published false information on the day of publication. That
he may turn out to be right matters later, on appeal.

The lawyer who acts for a ministry did not defend the sentence. He thought it had been copied from a statute on food
labels.`),
    quote(
      'It makes sense for jam. An authority says how much sugar there is in jam, and that settles it.',
      'A lawyer who advises a ministry, and is not allowed to speak for it',
    ),
    h2('What would mend it'),
    prose(`
Not much ink is needed. Strike the second sentence of Article 7 and nobody’s article disappears before a judge has read
it. Replace “established position” by “facts that the court finds proven” and Article 12 becomes an ordinary law of
libel. Let Article 26 except correspondence with sources, as the law on criminal procedure already does.

The register could then stay. It would be a telephone book.`),
  ),
})
