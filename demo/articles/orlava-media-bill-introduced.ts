import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'orlava-media-bill-introduced',
  headline: 'Orlava’s government sends media bill to the Assembly',
  standfirst: 'Newspapers would have to enter a state register and declare money from abroad.',
  datelinePlace: 'Veshten',
  datelineDate: '2019-02-18',
  category: 'press-freedom',
  categories: ['orlava'],
  tags: ['press-law'],
  bylines: [by('reier')],
  leadPicture: 'assembly',
  published: '2019-02-18T16:20:00Z',
  body: doc(
    prose(`
The government of Prime Minister Dorota Halvic laid a media bill before the Assembly on Monday that would oblige every
newspaper, broadcaster and news site in Orlava to enter a state register and to declare each year what share of its
income comes from abroad.

Culture minister Leon Brack, who presented it, called the register “a telephone book, nothing more”. Publishers who
failed to enroll could be fined up to 40,000 crowns. Twelve of the bill’s 31 articles concern what it names false
information of public significance, to be judged in the first place by a council of nine, five of them appointed by
the minister.

The Civic Union, Mrs Halvic’s party, holds 64 of the Assembly’s 120 seats and can pass the text alone. Pavel Istrin,
leader of the opposition Land and Labour party, said his members would ask for hearings in public before the second
reading.

The Guild of Journalists, to which some 1,100 reporters belong, said that it had learned of the bill from the
Assembly’s printed agenda on Friday night. Its secretary, Jana Morav, asked members to read all 31 articles before
they signed anything.

No date has been set for the debate. Under the Assembly’s rules it cannot begin within three weeks.`),
  ),
})
