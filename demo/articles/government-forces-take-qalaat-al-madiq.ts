import { article, box, by, doc, foreign, h2, p, picture, prose } from '../write.ts'

export default article({
  slug: 'government-forces-take-qalaat-al-madiq',
  headline: 'Government forces take Qalaat al-Madiq, residents and monitor say',
  seoTitle: 'Qalaat al-Madiq taken by Syrian government forces, residents and monitor say',
  socialTitle: 'Rebels leave Qalaat al-Madiq after near encirclement, monitor says',
  standfirst:
    'Rebels withdrew from the town in Hama province after they were nearly encircled, according to the Syrian Observatory for Human Rights.',
  datelineDate: '2019-05-09',
  category: 'syria',
  tags: ['northwest-syria', 'hama', 'displacement'],
  bylines: [by('khatib'), by('brandvold', 'data')],
  leadPicture: 'map-qalaat-al-madiq',
  published: '2019-05-09T15:10:00Z',
  updated: '2019-05-09T19:40:00Z',
  body: doc(
    prose(`
Government forces have taken the town of Qalaat al-Madiq, on the southwestern edge of the rebel zone in northwest
Syria, some residents and a war monitor said on Thursday.

The Syrian Observatory for Human Rights, which is based in Britain, said the rebels withdrew after being nearly
encircled. Residents also named two nearby villages, Tal Hawash and al-Karkat, as having passed to government
control.`),
    p(
      'The town’s name, ',
      foreign('ar', 'قلعة المضيق'),
      ', means the fortress of the narrow pass. An old citadel stands above it, and the ruins of Apamea begin at its edge.',
    ),
    h2('The road to Hmeimim'),
    prose(`
Of all the places rebels held, this was the nearest to the Russian air base at Hmeimim, near Latakia. Insurgents
have aimed rockets at the base, and Russia has given such attacks as a reason to press the zone from the south.

It was also a gate. Under the surrender deals by which other rebel districts gave up in earlier years, fighters and
civilians were brought by bus to the edge of the northwest. Many of them entered it here.`),
    picture('map-southern-flank', 'wide'),
    h2('A week on the ground'),
    prose(`
The army, supported by Russian aircraft, began ground operations this week against the southern flank of the zone,
which covers Idlib and parts of the provinces next to it. All of it lies nominally under a deal that Russia and
Turkey concluded last year.

The fighting has displaced 150,000 civilians. On Wednesday the Union of Medical Care and Relief Organizations, a
relief group in the United States, said that some 13 health facilities had been hit.`),
    box(
      'What we know, and from whom',
      `That the town has changed hands rests on some residents and on the Observatory. That the rebels withdrew when
nearly encircled rests on the Observatory alone.

For the two villages we have residents only. We have seen no statement from the rebel side about them.`,
    ),
    prose(`
This article was updated on Thursday evening to set out which account comes from which source.`),
  ),
})
