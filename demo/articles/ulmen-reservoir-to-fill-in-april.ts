import { article, by, doc, picture, prose } from '../write.ts'

export default article({
  slug: 'ulmen-reservoir-to-fill-in-april',
  headline: 'Kesselia will begin to fill Ulmen reservoir on 1 April; Orlava protests',
  standfirst:
    'Veshten says a treaty of 1962 guarantees it a minimum flow. Harnau answers that it will keep to it.',
  datelinePlace: 'Harnau',
  datelineDate: '2019-03-27',
  category: 'kesselia',
  categories: ['orlava'],
  tags: ['torva', 'ulmen-dam'],
  bylines: [by('tna')],
  leadPicture: 'dam-at-dusk',
  published: '2019-03-27T13:05:00Z',
  body: doc(
    prose(`
The gates of the Ulmen dam on the upper Torva will be lowered on Monday and its reservoir allowed to rise by 26 metres
over two summers, Kesselia’s energy ministry announced on Wednesday.

Orlava, which lies downstream and draws most of its drinking water from the river, summoned the Kesselian ambassador
within the hour. Its foreign ministry said in a statement that it had received no filling schedule and that “a river
cannot be switched off by press release”.

Ruprecht Sahl, the energy minister in Harnau, told reporters that the flow at the border would stay within the Torva
Treaty, under which Kesselia must let pass at least 140 cubic metres a second, measured at Varsha, in every month of
the year. “We built a dam, not a wall,” he said.`),
    picture('map-torva-basin'),
    prose(`
The dam, 92 metres tall, was completed in November at a cost that the operator, Torva Kraft, puts at 1.3 billion
crowns. At full level its turbines are to supply a fifth of Kesselia’s electricity.

The Torva Commission, in which both countries sit, has not met since 2014, when they could not agree on a chairman.`),
  ),
})
