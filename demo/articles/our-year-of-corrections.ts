import { article, by, doc, h2, link, p, prose, table } from '../write.ts'

export default article({
  slug: 'our-year-of-corrections',
  kind: 'explainer',
  headline: 'What we got wrong in 2020',
  standfirst:
    'Thirty-eight corrections, sorted by how they came about. The worst kind is the one that nobody wrote in about.',
  datelineDate: '2021-01-11',
  category: 'method',
  categories: ['press-freedom'],
  tags: ['verification'],
  bylines: [by('aldous'), by('brandvold', 'data')],
  leadPicture: 'empty-chair',
  published: '2021-01-11T07:00:00Z',
  body: doc(
    prose(`
Last year this paper published 611 articles and corrected 38 of them. We do not know whether that is many. A low rate can mean
careful writers or readers who have given up.`),
    table(
      'Corrections in 2020 by what had gone wrong',
      ['What', 'Number', 'Found by readers'],
      ['A name or title', 13, 9],
      ['A figure', 11, 4],
      ['A date or place', 6, 5],
      ['A translation', 4, 3],
      ['Who said it', 3, 0],
      ['A picture', 1, 1],
    ),
    h2('Figures'),
    prose(`
Seven of the eleven wrong figures were right in the notebook and wrong on the page: a line slipped in a table, a share was
read as a total. On the night of the Orlavan election we gave the portion of stations that had reported as turnout. It
stood for a quarter of an hour. Since then two people look at every number on a live page, one of whom has not been
awake since morning.`),
    h2('Who said it'),
    prose(`
Three times we credited a statement to the wrong source. In no case did a reader notice, and there is no reason why one
should have. We found them ourselves, in the autumn, when we went through our archive sentence by sentence to
note down who stands behind each. That is the kind of error that can live for years.`),
    h2('Time'),
    p(
      'Half of all corrections were made within five hours of publication. The slowest took 214 days and concerned the width of a bridge. If you see something, the address is in ',
      link('/how-we-work', 'How we work'),
      '. No error is too small; the bridge was very small.',
    ),
  ),
})
