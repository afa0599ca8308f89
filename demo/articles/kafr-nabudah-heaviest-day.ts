import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'kafr-nabudah-heaviest-day',
  headline: 'Monitor reports heaviest day yet around Kafr Nabudah',
  standfirst:
    'More than 1,725 air and ground strikes and about 85 combatants killed on Sunday, the Observatory says.',
  datelineDate: '2019-05-27',
  category: 'syria',
  tags: ['northwest-syria', 'hama', 'casualty-figures'],
  bylines: [by('khatib')],
  leadPicture: 'hills-at-night',
  published: '2019-05-27T07:15:00Z',
  body: doc(
    prose(`
Sunday brought the highest toll since fighting intensified at the end of April, according to the Syrian Observatory
for Human Rights, which counted more than 1,725 air and ground strikes within the northwestern zone and spoke of about
85 fighters killed on both sides.

Most of the ground fighting that the monitor has described this month has turned on one place, Kafr Nabudah, a small
town in the north of Hama province on the line between government and rebel ground. The Observatory reported clashes
in or around it on 8 and 10 May, again from 21 May, and on Sunday.

Between these days lay a pause. On 18 and 19 May the monitor wrote of an undeclared truce from the air, during which,
it said, shelling and raids did not quite stop: on Sunday 19 May it reported that warplanes it called Russian had
killed nine people, most of them children and women, in Kafr Nabl. Russia has denied striking civilians in Syria.

Reports from Kafr Nabudah are hard to verify at the best of times. Its residents have left, both sides film for
their own purposes, and videos from one week look much like those of the next. We have therefore described what was
reported and by whom, and do not say who holds the town this morning.`),
  ),
})
