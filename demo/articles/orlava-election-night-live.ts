import { article, by, doc, liveEntry, p, picture, prose, table } from '../write.ts'

export default article({
  slug: 'orlava-election-night-live',
  kind: 'live',
  headline: 'Orlava votes: election night as it happened',
  socialTitle: 'Orlava election: results through the night',
  standfirst:
    'The Civic Union lost its majority after eight years. How the night went, from the first polling station to the last.',
  datelinePlace: 'Veshten',
  datelineDate: '2020-10-04',
  category: 'orlava',
  categories: ['europe'],
  tags: ['election-2020'],
  bylines: [
    by('reier', 'reporting'),
    by('sorina', 'reporting'),
    by('brandvold', 'data'),
    by('aldous', 'editing'),
  ],
  leadPicture: 'ballot-box',
  published: '2020-10-04T16:30:00Z',
  updated: '2020-10-05T01:50:00Z',
  body: doc(
    liveEntry(
      '2020-10-05T01:50:00Z',
      'Good night',
      `All but 19 of 2,346 polling stations have reported and none of the missing can move a seat. A full report is on
our front page. We are going to bed.`,
    ),
    liveEntry(
      '2020-10-05T00:40:00Z',
      'Halvic: “I can count”',
      `The prime minister has spoken for three minutes at her party’s house in Mill Street. She did not use the word
defeat. “I can count, and so can Mr Istrin,” she said. “He has the harder sum.”`,
    ),
    liveEntry(
      '2020-10-04T23:55:00Z',
      'Where it stands with nine tenths counted',
      table(
        'Seats by party, electoral commission, 23.50 UTC',
        ['Party', 'Now', '2016'],
        ['Civic Union', 49, 64],
        ['Land and Labour', 41, 33],
        ['Democratic Forum', 22, 17],
        ['Seven Valleys List', 8, 6],
      ),
      p('Sixty-one are needed.'),
    ),
    liveEntry(
      '2020-10-04T22:30:00Z',
      'Lomnik turns',
      `The Civic Union has lost both seats in Lomnik, where water was rationed last winter. Mayor Ana Brezic, who is of no
party, is said by her office to be asleep.`,
    ),
    liveEntry(
      '2020-10-04T21:05:00Z',
      'A correction from us',
      `At 20.50 we gave turnout in Port Sarn as 76.1 per cent. That was the share of polling stations that had reported.
Turnout there was 66.1. We are sorry.`,
    ),
    liveEntry(
      '2020-10-04T20:20:00Z',
      'How we count tonight',
      prose(`
We take figures from the commission’s own feed and from nobody else. Exit polls exist; two parties have paid for
them, and we shall not print those before midnight.`),
      picture('map-orlava'),
    ),
    liveEntry(
      '2020-10-04T19:40:00Z',
      'First result, as ever, from Sul',
      `All 83 voters of Sul had voted by noon and the box was opened as soon as the law allowed. Land and Labour 39,
Democratic Forum 21, Civic Union 20, Valleys 3. In 2016 the Union led here.`,
    ),
    liveEntry(
      '2020-10-04T19:00:00Z',
      'Polls close',
      `People who stand in the queue may still vote. In Kelmin the queue goes twice round the fish market, with two
metres between one voter and the next.`,
    ),
    liveEntry(
      '2020-10-04T16:30:00Z',
      'Quiet, with umbrellas',
      `Turnout at six in the evening was 58 per cent, three points above 2016, says the commission. It has had 41
complaints so far, most of them about masks and one about a goat.`,
    ),
  ),
})
