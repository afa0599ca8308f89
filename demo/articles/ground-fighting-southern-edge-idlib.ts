import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'ground-fighting-southern-edge-idlib',
  headline: 'Syrian army begins ground operations on southern flank of rebel zone',
  standfirst:
    'A week of air and artillery strikes has been followed by an advance in the north of Hama province.',
  datelineDate: '2019-05-07',
  category: 'syria',
  tags: ['northwest-syria', 'hama'],
  bylines: [by('khatib')],
  leadPicture: 'map-southern-flank',
  published: '2019-05-07T16:45:00Z',
  body: doc(
    prose(`
The Syrian army, with Russian air support, has begun ground operations this week against the southern flank of the
rebel zone that takes in Idlib and parts of the adjoining provinces.

The Syrian Observatory for Human Rights, a monitor based in Britain that gathers reports from contacts inside the
country, said on Monday that government forces were advancing north of Hama after more than 4,000 air and missile
strikes in seven days. On Tuesday it reported that they had kept hold of a hill in the Hama countryside through
seven hours of a rebel counter-attack.

A separate clash was reported from the mountains near the coast, where the Observatory said rebel factions had
attacked army positions and killed about ten soldiers. None of these accounts could be checked independently.

The strip in question is nominally protected by an agreement that Russia and Turkey reached last year. Turkey,
which backs some of the rebel factions, keeps observation posts around the area.

The monitor has called the bombing of the past eight days the most violent escalation in about a year. It attributes
strikes to Syrian or to Russian aircraft, a distinction that we repeat only in its name.`),
  ),
})
