import { article, by, doc, h2, list, prose } from '../write.ts'

export default article({
  slug: 'torva-interim-agreement',
  headline: 'Orlava and Kesselia sign two-year deal on the Torva',
  standfirst:
    'Harnau will release 120 cubic metres a second in summer, day by day, and a boat will go out in April.',
  datelinePlace: 'Varsha',
  datelineDate: '2021-01-25',
  category: 'europe',
  categories: ['kesselia', 'orlava'],
  tags: ['torva', 'ulmen-dam'],
  bylines: [by('reier'), by('tna', 'reporting')],
  leadPicture: 'bridge-at-varsha',
  published: '2021-01-25T15:30:00Z',
  body: doc(
    prose(`
The foreign ministers of Orlava and Kesselia signed an interim agreement on the river Torva on Monday, standing at two
tables pushed together across the painted line in the middle of Varsha bridge.

For two years Kesselia will let at least 120 cubic metres of water a second through the Ulmen dam on each day from May
to September. That is less than the treaty of 1962 demands over a month and more than Orlava has measured in either of
the past two summers. The treaty itself is not touched, and both governments reserve their reading of it.`),
    h2('What was agreed'),
    list(
      'A daily minimum in place of a monthly mean, in summer only.',
      'A joint survey of the river bed in April. Until its results are accepted, the flow is to be taken as the mean of the two services’ tables.',
      'The filling of the reservoir stops at 19 metres until 2023.',
      'The Torva Commission gets a chairman for one year, with power over “surveys, permits and boats”. He is Henrik Saal, a retired harbour pilot who belongs to neither country.',
    ),
    prose(`
Mira Tolvaj, for Orlava, called it a truce with arithmetic in it. Her Kesselian counterpart, Emil Wegen, said that his
country had given up nothing it could not afford.

In Harnau the opposition disagreed. The lost electricity, it said, would have to be bought at 60 million crowns a year;
the energy ministry did not dispute the sum. Orlava will contribute nine million, under a heading for fish.

Edda Roth and Osip Dran, who have read the two gauges for more than twenty years, were invited to the ceremony and
stood on their own banks. Asked what the river had shown that morning, both said 1.31.`),
  ),
})
