import { article, by, doc, h2, picture, prose } from '../write.ts'

export default article({
  slug: 'halvic-loses-majority',
  headline: 'Civic Union loses its majority in Orlava after eight years',
  seoTitle: 'Orlava election 2020: Civic Union loses majority',
  standfirst:
    'Dorota Halvic’s party remains the largest. Two opposition parties together have 63 seats of 120.',
  datelinePlace: 'Veshten',
  datelineDate: '2020-10-05',
  category: 'orlava',
  categories: ['europe'],
  tags: ['election-2020'],
  bylines: [by('reier')],
  leadPicture: 'ballot-box',
  published: '2020-10-05T05:40:00Z',
  updated: '2020-10-05T11:15:00Z',
  change: {
    kind: 'correction',
    note: 'An earlier version gave the turnout as 76.4 per cent. It was 67.4.',
    now: 'Turnout was 67.4 per cent, the highest since 2000.',
    formerly: 'Turnout was 76.4 per cent, the highest since 2000.',
  },
  body: doc(
    prose(`
Voters in Orlava have ended eight years of government by a single party. The Civic Union of Prime Minister Dorota
Halvic took 49 of the Assembly’s 120 seats on Sunday, fifteen fewer than in 2016, the electoral commission said on
Monday morning.

Land and Labour, led by Pavel Istrin, won 41 seats and the Democratic Forum 22. Between them they have 63, two more than
they need. The Seven Valleys List has eight. Turnout was 67.4 per cent, the highest since 2000.

Mr Istrin, a former veterinary surgeon, said at dawn that he would speak to the Forum “today, and to anybody else who
has got out of bed”. Mira Tolvaj, the Forum’s chairwoman, named two conditions: the repeal of Articles 7 and 12 of the
media law, and publication of all correspondence with Kesselia about the Torva.`),
    picture('chart-seats', 'wide'),
    h2('Water and paper'),
    prose(`
The swing was not even. In the capital the Union lost a tenth of its vote, in the delta a sixth, and along the middle
Torva, where canals ran dry in two summers out of two, more than a third. It gained only in Hollin and the upper
valleys, which drink from other rivers.

Leon Brack, the author of the media law, lost his seat in Kelmin by 211 votes to a retired printer.

Mrs Halvic stays in office until a successor has been sworn in. By custom the president asks the leader of the largest
party first, and President Ilia Marchen said through a spokesman that he saw no reason to depart from it.`),
  ),
})
