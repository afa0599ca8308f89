import { article, by, doc, liveEntry, p, prose } from '../write.ts'

export default article({
  slug: 'northwest-syria-live-may-2019',
  kind: 'live',
  headline: 'Northwest Syria: reports from the southern front, 6 to 11 May',
  standfirst:
    'What was said, by whom and when. Nothing below has been checked independently unless an entry says so.',
  datelineDate: '2019-05-11',
  category: 'syria',
  tags: ['northwest-syria', 'hama', 'idlib'],
  bylines: [by('khatib', 'reporting'), by('aldous', 'editing')],
  leadPicture: 'map-southern-flank',
  published: '2019-05-06T17:00:00Z',
  updated: '2019-05-11T20:30:00Z',
  body: doc(
    liveEntry(
      '2019-05-11T20:30:00Z',
      'We close this page',
      `Reports continue, and so does our coverage, in single articles. The entries below stay as they were written; where
one was overtaken by another we have left both.`,
    ),
    liveEntry(
      '2019-05-11T18:10:00Z',
      'Monitor counts nine places taken',
      `The Syrian Observatory for Human Rights says government forces have advanced again in the Hama countryside and
have now taken nine places in all. It puts the dead of Saturday’s clashes at about 25.`,
    ),
    liveEntry(
      '2019-05-10T21:00:00Z',
      'Friday: more than 550 strikes, by the monitor’s count',
      `Air strikes and shells together, according to the Observatory, which says ten civilians were killed. It describes
Friday as the eleventh day of the escalation.`,
    ),
    liveEntry(
      '2019-05-09T15:00:00Z',
      'Qalaat al-Madiq',
      prose(`
Some residents and the Observatory say the town is in government hands. Residents add the villages of Tal Hawash and
al-Karkat.`),
      p('We have a fuller article on the front page, in English and in Arabic.'),
    ),
    liveEntry(
      '2019-05-09T09:20:00Z',
      'A quieter morning, with exceptions',
      `The Observatory speaks of relative calm, broken by raids on al-Habit, in the south of Idlib, that it ascribes to
Russian aircraft.`,
    ),
    liveEntry(
      '2019-05-08T20:15:00Z',
      'Car bomb near Kafr Nabudah, monitor says',
      `Hayat Tahrir al-Sham detonated a vehicle driven by a suicide bomber in the Kafr Nabudah area, the Observatory
reports, while clashes and bombardment went on. It counts more than 900 air, missile and artillery strikes for
Wednesday.`,
    ),
    liveEntry(
      '2019-05-08T18:25:00Z',
      'Relief group: some 13 health facilities hit',
      `The figure was given today by the Union of Medical Care and Relief Organizations, in the United States.`,
    ),
    liveEntry(
      '2019-05-07T19:00:00Z',
      'Fighting near the coast as well',
      `Factions of the National Front attacked army positions in the coastal mountains, the Observatory says, and killed
about ten soldiers.`,
    ),
    liveEntry(
      '2019-05-06T17:00:00Z',
      'Army reported to be advancing',
      `Government forces are moving north of Hama, says the Observatory. It has counted more than 4,000 strikes from the
air and by missile in a week, a total that we cannot verify and that no other body has published.`,
    ),
  ),
})
