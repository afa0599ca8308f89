import { article, by, doc, h2, prose } from '../write.ts'

export default article({
  slug: 'letters-about-a-river',
  kind: 'analysis',
  headline: 'Six years, 412 letters, one question left unanswered',
  standfirst:
    'Orlava has published its correspondence with Kesselia about the Torva. Most of it is about the chairman.',
  datelinePlace: 'Veshten',
  datelineDate: '2020-12-02',
  category: 'orlava',
  categories: ['kesselia'],
  tags: ['torva', 'ulmen-dam'],
  bylines: [by('reier'), by('sorina', 'reporting')],
  leadPicture: 'ledger',
  published: '2020-12-02T06:45:00Z',
  body: doc(
    prose(`
They were put on the foreign ministry’s site at midnight, as promised: 412 letters, notes and drafts that passed between
Veshten and Harnau from 2014 to this autumn. We read them in three shifts. Anyone hoping for a scandal will find
a filing cabinet.

Of the 412, 167 concern the appointment of a chairman for the Torva Commission. Eleven people were proposed. Each
government turned down the other’s names, and twice its own, which the other had meanwhile accepted. A retired judge from
a third country was agreed upon in 2017 and had died by the time anyone wrote to him.`),
    h2('The schedule'),
    prose(`
For two years Orlava’s previous government told the Assembly that Kesselia had refused to hand over the plan for filling
the Ulmen reservoir. The letters show that it never asked. On 14 January 2019 an official in the water department drafted a
request. It was returned to him with a note in the margin, “premature”, and no initials. On 27 March the filling was
announced.

The mayor of Lomnik did ask, that same month, by registered post. A copy of her letter is in the cabinet too. Somebody has
stamped it “for information”.`),
    h2('What is missing'),
    prose(`
Numbers 288 to 296 are marked as withdrawn, with no reason. They fall in the summer of 2019. The ministry said on
Wednesday that these nine letters were never sent and that it was looking for them, two statements that one would like to
see in the same sentence again some day.

Dorota Halvic, prime minister at the time, said through her office that she stood by all decisions of her government,
including those it had not taken.`),
  ),
})
