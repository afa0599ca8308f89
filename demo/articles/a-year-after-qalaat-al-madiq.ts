import { article, by, doc, h2, picture, prose, rule, table } from '../write.ts'

export default article({
  slug: 'a-year-after-qalaat-al-madiq',
  kind: 'analysis',
  headline: 'A year after Qalaat al-Madiq: what the first reports got right',
  standfirst:
    'We went back to every claim we printed in the spring of 2019 and asked what had become of it.',
  datelineDate: '2020-05-08',
  category: 'syria',
  categories: ['method'],
  tags: ['northwest-syria', 'hama', 'verification'],
  bylines: [by('khatib'), by('brandvold', 'data')],
  leadPicture: 'road-north',
  published: '2020-05-08T06:00:00Z',
  body: doc(
    prose(`
On 9 May last year this newspaper reported, on the word of some residents and a monitor in Britain, that a town in
northern Hama had changed hands. The sentence had two sources and no photograph. A year later it stands, and that is
worth saying, because so much that is written on the evening of a battle does not.

Much has happened on the map since. In August 2019 government forces entered Khan Shaykhun, the largest town on the
southern side of the zone. Between December and February they took the whole of the M5 motorway. On 5 March, after
weeks in which dozens of Turkish soldiers were killed, Presidents Putin and Erdogan agreed in Moscow on a ceasefire
and on joint patrols along the M4. The United Nations put the number of people displaced by that winter’s offensive
at close to one million.`),
    h2('Claim by claim'),
    table(
      'Five things we reported in May 2019, and their standing a year later',
      ['What we reported', 'On whose word', 'Now'],
      [
        'Government forces have taken Qalaat al-Madiq',
        'Some residents; Syrian Observatory for Human Rights',
        'Borne out. The town has stayed under government control.',
      ],
      [
        'The rebels withdrew after being nearly encircled',
        'The Observatory',
        'Still a single source. We have found no account that contradicts it.',
      ],
      [
        'Tal Hawash and al-Karkat taken too',
        'Residents',
        'Fighting was reported at both later in May. “Taken” was true of a day, perhaps of hours.',
      ],
      [
        'Some 13 health facilities hit',
        'Union of Medical Care and Relief Organizations',
        'Overtaken by higher counts from several bodies, which are not comparable with each other.',
      ],
      ['150,000 civilians displaced', 'Printed without a counter', 'Our fault. See below.'],
    ),
    h2('What we would do otherwise'),
    prose(`
We printed the displacement figure with no name beside it more than once. It was widely used that week and nobody
doubted it, which is how a number loses its parent. Since July our desk cannot file such a figure without saying who
counted.

We were also slow to say that clashes at the villages had resumed. For some days a reader who opened our map saw two
dots in the colour of one side and had no means of knowing that the report behind them was old. The dots on our maps
have had no colours since.`),
    picture('map-southern-flank'),
    h2('What nobody has settled'),
    prose(`
Who bombed which clinic. A board of inquiry set up by the United Nations Secretary-General looked at seven incidents in
the northwest, and the summary of its report, released last month, found it in several cases highly probable that the
Syrian government or its allies had carried out the attack. It did not name Russia. Both governments reject the
findings. The report itself has not been made public.`),
    rule,
    prose(`
Anyone who was in the town that spring and remembers it differently can write to us in Arabic or English. The address
stands at the foot of this page, and we do not pass on names.`),
  ),
})
