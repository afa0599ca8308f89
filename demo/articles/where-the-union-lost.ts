import { article, by, doc, h2, note, p, picture, prose, table } from '../write.ts'

export default article({
  slug: 'where-the-union-lost',
  kind: 'analysis',
  access: 'premium',
  headline: 'Two hundred and twelve canals and an election',
  standfirst:
    'We laid the results of 2,346 polling stations over the map of Orlava’s irrigation. What the overlap shows, and what it does not.',
  datelineDate: '2020-10-19',
  category: 'data',
  categories: ['orlava'],
  tags: ['election-2020', 'torva', 'maps'],
  bylines: [by('brandvold'), by('reier', 'reporting')],
  leadPicture: 'map-orlava',
  published: '2020-10-19T06:00:00Z',
  body: doc(
    prose(`
The story told on election night was tidy: the river fell, the canals dried, and the Civic Union paid. It was told by us
as well. Two weeks later, with results from every polling station, we can say that it is about half true.

Where at least one irrigation canal stood dry for thirty days or more in 2019, the Union lost 37 per cent of the votes
it had in 2016. Everywhere else it lost 14. That is a wide gap, and it survives all the obvious objections: these
places are not poorer than others, nor older, and in 2016 they voted much as the country did.`),
    table(
      'Change in the Civic Union’s vote, 2016 to 2020, by what happened to water',
      ['Polling districts', 'Number', 'Change, per cent'],
      ['Canal dry 30 days or more', 311, '−37'],
      ['Canal dry under 30 days', 164, '−22'],
      ['No canal, water rationed', 97, '−31'],
      ['No canal, not rationed', 1774, '−12'],
    ),
    h2('Now the other half'),
    prose(`
The third line should give us pause. Lomnik and its suburbs have no canals. What they had was seven hours of tap water a
day for eleven weeks, and they punished the government nearly as hard. It may be, then, that voters were not angry about
the river; they were angry that nobody had told them anything. Every one of the 97 rationed districts got its notice
on the day rationing began.

And the numbers cannot tell us who changed. When a party loses a third of its vote in a village, a third may have
switched, or half may have stayed at home while others came out for the first time. Turnout rose most just where the
Union fell most, which suggests the second.`),
    p(
      'There is a trap in this kind of work.',
      note(
        'It is called the ecological fallacy. W. S. Robinson described it in 1950 with an example on literacy in the United States.',
      ),
      ' We know how districts voted and which districts were dry. We do not know how the farmers voted.',
    ),
    picture('chart-torva-flow'),
    h2('A test that failed'),
    prose(`
If dry canals moved votes, then more dry days should have moved more of them. Among the 311 districts they did not.
Whether a gate stood above the water for thirty days or for ninety, the loss was about the same. One explanation is that
a season is lost at thirty. Another is that we are looking at the wrong thing. We publish the table so that
someone may find out which.`),
  ),
})
