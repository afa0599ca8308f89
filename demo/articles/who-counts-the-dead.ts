import { article, by, doc, h2, list, more, prose, pull } from '../write.ts'

export default article({
  slug: 'who-counts-the-dead',
  kind: 'analysis',
  access: 'premium',
  headline: 'Who counts the dead, and why their totals will never agree',
  standfirst:
    'A name, a body, a report, a household: four things that can be counted, and four different answers.',
  datelineDate: '2020-08-04',
  category: 'data',
  categories: ['method', 'syria'],
  tags: ['casualty-figures', 'verification'],
  bylines: [by('brandvold'), by('aldous', 'editing')],
  leadPicture: 'ledger',
  published: '2020-08-04T06:00:00Z',
  body: doc(
    prose(`
A reader wrote to us in July to complain that we had given two figures for the same month of the same war. He wanted
to know which was true. Both were, in the sense that each had been arrived at by the method its makers describe; and
neither was, in the sense that he meant.

Those who count deaths in war fall into a few families. It is useful to know them by sight, because a headline
seldom says which one is speaking.`),
    more,
    h2('Those who count names'),
    prose(`
The strictest demand a name, a date and a place, and usually a second source. They publish lists. A list can be
checked, mourned over and brought before a court, and what is on it is rarely wrong. It is always short. Whole families
vanish from such counts when no one is left to report them, and combatants, whose commanders prefer silence, are thin
in them everywhere.

The United Nations human rights office compared lists of this kind for Syria until 2014 and then stopped for lack of
access to the sources. What it had published it called a minimum, which is the honest word of this family.`),
    h2('Those who count reports'),
    prose(`
Event data sets read what others have published and turn it into rows. Their strength is evenness: the same rule for
Monday and for Friday, for one side and for the other. Their weakness is that they see only what was reported, and
reporting follows roads, telephones and the interest of the public. In a month when correspondents look elsewhere, a
war appears to calm down.`),
    pull('In a month when correspondents look elsewhere, a war appears to calm down.'),
    h2('Those who have someone there'),
    prose(`
Monitors keep contacts in towns and hospitals who telephone or write each evening. They are fast, they know the
nicknames of hills, and they are believed because they have often been right. Their readers cannot see the contacts.
A monitor may be close to one party in the war, or dependent on it for access, and remain the best source there is.`),
    h2('Those who ask households'),
    prose(`
Survey researchers go from door to door when it is safe, generally after the war, and ask who has died. They find
deaths that nobody reported, including those from untreated illness, and so their totals are the highest. They come
with a margin as wide as a barn, and with years of delay.`),
    h2('How to read them together'),
    list(
      'Do not average. The mean of a list of names and a survey is a number with no meaning.',
      'Ask what is excluded. Fighters? Those who died of wounds? Those killed by their own side?',
      'Follow the chain. Three totals that rest on one monitor are one total.',
      'Prefer a count whose mistakes you can find over one whose mistakes you cannot.',
    ),
    prose(`
We print the figure that fits the sentence. For a raid last night it will be the monitor’s, with its name. For a
year, it will be rows. For a war that has ended it should be the survey’s, and where there is a list of names, we
link to it, since that is the only one of the four in which the dead are more than a quantity.`),
  ),
})
