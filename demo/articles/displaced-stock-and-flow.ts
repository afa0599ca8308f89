import { article, by, doc, h2, h3, link, note, p, picture, prose, table } from '../write.ts'

export default article({
  slug: 'displaced-stock-and-flow',
  kind: 'explainer',
  headline: '150,000 displaced: what such a figure counts, and what it cannot',
  standfirst:
    'Two numbers can both be right and differ by a factor of three. The difference is between a stock and a flow.',
  datelineDate: '2019-05-14',
  category: 'method',
  categories: ['syria'],
  tags: ['northwest-syria', 'displacement'],
  bylines: [by('brandvold')],
  leadPicture: 'chart-stock-flow',
  published: '2019-05-14T08:30:00Z',
  body: doc(
    prose(`
The fighting in northwest Syria has displaced 150,000 civilians. The sentence has gone round the world in the past
days and it is a fair one to print. It is also less plain than it looks.`),
    h2('A bath and a tap'),
    prose(`
How much water is in the bath is a stock. How much came out of the tap in the last hour is a flow. A report that
“150,000 people are displaced” speaks of the bath: so many are away from home now. A report that “150,000 people were
displaced since the end of April” speaks of the tap: so many moved, whether or not some have since gone back, or
moved a second time.

In a place such as Idlib the bath was already very full. Several million people live in the zone, and a large part
of them had fled from elsewhere in Syria before this year. A family that leaves its third address adds one household
to the flow and nothing to the stock.`),
    p(
      'Agencies that count displacement know this and say which they mean.',
      note(
        'The Internal Displacement Monitoring Centre publishes both: the number of movements in a year and the number of people living in displacement at its end.',
      ),
      ' It is lost on the way, usually in a headline.',
    ),
    picture('chart-stock-flow'),
    h2('Four questions for any figure'),
    table(
      'What to ask before two displacement figures are compared',
      ['Question', 'Why it matters'],
      ['People or movements?', 'One person may move three times.'],
      ['Since when, until when?', 'A week and a month are not rivals.'],
      ['Which area?', 'A province, a front, or the whole zone.'],
      [
        'Counted how?',
        'Lists at arrival points, estimates from local councils, telephone surveys.',
      ],
    ),
    h3('And a fifth'),
    prose(`
Who was left out? Counting is done where people arrive. Those who sleep under olive trees between two villages, or who
stay because a grandmother cannot travel, are counted late or not at all.`),
    h2('Our rule'),
    p(
      'We never add figures from two counters together, and never subtract last week’s from this week’s unless the same body counted both in the same manner. The full rule is in ',
      link('/how-we-work', 'How we work'),
      '.',
    ),
  ),
})
