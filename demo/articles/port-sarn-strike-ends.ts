import { article, by, doc, h2, list, prose } from '../write.ts'

export default article({
  slug: 'port-sarn-strike-ends',
  headline: 'Two weeks, 31 cranes, one chair: how the Port Sarn strike ended',
  standfirst:
    'Operators go back with 6.5 per cent and company in the cab. The last hour of talks was about furniture.',
  datelinePlace: 'Port Sarn',
  datelineDate: '2019-07-30',
  category: 'work',
  categories: ['orlava'],
  tags: ['port-sarn'],
  bylines: [by('reier')],
  leadPicture: 'harbour-cranes',
  published: '2019-07-30T06:30:00Z',
  body: doc(
    prose(`
A little after two on Monday night the negotiators in the customs house agreed on everything but the chair. If a second
person was to sit in the cab of a crane, on what was that person to sit? The cabs had been rebuilt in 2018 with one
seat, bolted to the floor. The company’s engineer thought a folding stool would pass inspection. The union’s safety
officer, a woman of few words, asked him to sit on one for six hours and come back.

There will be chairs. The fifteen days’ strike at Orlava’s only deep-water port is over, and the first ship, with
barley for which buyers had begun to look elsewhere, was being loaded by sunrise.`),
    h2('The terms'),
    list(
      'Pay rises by 6.5 per cent from August. The union had asked for nine, Sarn Terminals had offered four.',
      'Two people in each cab from ten at night to four in the morning, until an inspector whom both sides name has reported on the cameras.',
      'No dismissals, and no pay for the days on strike. A fund set up by the town’s parishes will cover half.',
    ),
    prose(`
Both sides claimed to be content, which in this town is unusual. Anton Kresh told a meeting of some 600 dockers that
they had won “the right not to be alone up there”. For the company Karl Venn spoke of a compromise that would cost it
less than one more week of silence.

What it has cost the country is harder to say. The finance ministry put the loss at 70 million crowns, counting grain
that was sold late as grain not sold at all. The exporters’ association has 22 million. The difference is a matter of
definitions and of who would like compensation.`),
    h2('3 May'),
    prose(`
The strike began, everyone here agrees, eleven weeks before it began. On 3 May Petar Doln, who was 46, fell from the
ladder of crane 17 at about half past three in the morning. He was found at the change of shift. The inquest has
not yet opened. His widow attended the talks on their last day and, at her own wish, said nothing.`),
  ),
})
