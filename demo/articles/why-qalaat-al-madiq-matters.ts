import { article, by, doc, foreign, h2, list, p, picture, prose, pull } from '../write.ts'

export default article({
  slug: 'why-qalaat-al-madiq-matters',
  kind: 'explainer',
  headline: 'Why a small town under a citadel matters to three armies',
  standfirst:
    'Qalaat al-Madiq looks over the Ghab plain, the Orontes and the way to the coast. Five questions.',
  datelineDate: '2019-05-10',
  category: 'syria',
  categories: ['data'],
  tags: ['northwest-syria', 'hama', 'maps'],
  bylines: [by('brandvold'), by('khatib')],
  leadPicture: 'ghab-plain',
  published: '2019-05-10T09:00:00Z',
  body: doc(
    h2('Where is it?'),
    p(
      'At the southern end of the Ghab, the flat green trough through which the Orontes (',
      foreign('ar', 'العاصي'),
      ') runs north. To the west rise the mountains that separate the plain from the Mediterranean; to the east the ground climbs to Jabal Shashabo and the uplands of southern Idlib. Whoever stands on the citadel can see most of this.',
    ),
    h2('How far is it from the coast?'),
    prose(`
About forty kilometres in a straight line from the Russian air base at Hmeimim, near Latakia. No other rebel-held
place was closer. Insurgents have targeted the base with rockets, and distance decides which rockets reach it.`),
    picture('map-hmeimim', 'wide'),
    h2('What happened this week?'),
    prose(`
Some residents and the Syrian Observatory for Human Rights said on Thursday 9 May that government forces had
captured the town. By the Observatory’s account its defenders pulled out when they had almost been surrounded. The
same monitor had reported a first assault on the place six days earlier, under heavy cover from the air.`),
    h2('Why do former rebels from Damascus know it?'),
    prose(`
Because their buses stopped there. When besieged districts elsewhere in Syria surrendered, those who would not live
under the government were taken north, and Qalaat al-Madiq was an entry point both for fighters and for civilians.
For some families it was the first place in years where no one was shooting at them.`),
    pull('Distance decides which rockets reach the base.'),
    h2('What would it mean to lose it for good?'),
    list(
      'For the rebels: the loss of a foothold in the plain and of a crossing with government land.',
      'For the army: the high ground at the mouth of the plain.',
      'For Russia: more distance between the base and those who fire at it.',
      'For farmers of the Ghab: one more year in which the harvest lies between two lines.',
    ),
    prose(`
Whether the change lasts is another matter. Villages around here have been taken and left within hours, and a claim
of control made in the evening has a short life. We date every such claim for that reason.`),
  ),
})
