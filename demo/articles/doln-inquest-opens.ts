import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'doln-inquest-opens',
  headline: 'Inquest on Port Sarn crane death opens after 21 months',
  standfirst:
    'A log from the night of 3 May 2019 shows an alarm that was acknowledged and not answered.',
  datelinePlace: 'Port Sarn',
  datelineDate: '2021-02-09',
  category: 'work',
  categories: ['orlava'],
  tags: ['port-sarn', 'courts'],
  bylines: [by('tna'), by('reier', 'reporting')],
  leadPicture: 'harbour-cranes',
  published: '2021-02-09T16:00:00Z',
  body: doc(
    prose(`
The inquest on Petar Doln, the crane operator whose fall led to the longest strike in the history of Port Sarn, opened
on Tuesday in a courtroom with room for twelve people, sitting apart.

The coroner, Alma Reed, read out a page from the control room’s log. At 3.31 on the morning of 3 May 2019 a sensor on
crane 17 reported that the door of the cab had been open for two minutes. Somebody pressed the button that acknowledges
an alarm. The next entry is at 5.52.

Sarn Terminals said in a statement read by its lawyer that the control room was staffed that night by one man
for eleven cranes, “in keeping with the plan then in force”. The plan was changed a month later.

Irena Doln, the widow, was asked whether she wished to speak and asked in turn who had drawn up the plan. The coroner
said that this was the question for Thursday.

The hearing is expected to last two weeks. An inspector’s report on the cameras in the cabs, agreed when the strike was
settled, has been finished since November and is to be heard first.`),
  ),
})
