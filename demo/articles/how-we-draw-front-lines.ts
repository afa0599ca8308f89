import { article, by, doc, h2, link, list, p, picture, prose } from '../write.ts'

export default article({
  slug: 'how-we-draw-front-lines',
  kind: 'explainer',
  headline: 'Why there is no front line on our maps',
  standfirst: 'A line is a claim that someone stood on both sides of it. Mostly nobody has.',
  datelineDate: '2020-09-14',
  category: 'method',
  categories: ['data'],
  tags: ['maps', 'verification'],
  bylines: [by('brandvold')],
  leadPicture: 'contour-desk',
  published: '2020-09-14T07:00:00Z',
  body: doc(
    prose(`
Readers ask for it every month. Other papers, they write, show a war as two colours with a border between them. Why do
you print dots?

I was a surveyor before I was a journalist, and in that trade you put a line on paper when you have walked it. Between
two pegs you may interpolate, if the ground is even and you say so. A front line in a newspaper is commonly
interpolated between two telephone calls.`),
    h2('What a dot can carry'),
    prose(`
A dot says: this place exists, here. In our register each dot has, behind it, what was reported about the place, by
whom and when. If residents say on a Thursday that a town has been taken, the dot gets a record with that day and those
residents. It does not change colour, and it does not pull its neighbours along.

Colour is where it goes wrong. To fill an area is to say something about every farm in it. Most of those farms have
not been heard from, and in a moving war a filled map is a week old at the edges while it looks as new as the middle.`),
    picture('map-southern-flank'),
    h2('Lines that we do draw'),
    list(
      'Lines that are written in a document, such as a ceasefire line with coordinates, labelled with the name and date of the document.',
      'Borders, by a policy that we publish and date, with “claimed by” where they are.',
      'Rivers, roads and coasts, which hold still.',
    ),
    h2('Ceasefire lines are harder than they look'),
    prose(`
One might think that a line agreed at a table is simple. Often it was drawn on a small map with a thick pen. At a scale
of one to half a million, a stroke one millimetre wide covers five hundred metres of ground, and people live in those
five hundred metres. Where we show such a line we show its width too, as a band.

Then there are agreements that describe a strip by its depth and never say from where it is to be measured. The one
for northwest Syria of 2018 speaks of 15 to 20 kilometres. From which line? The published text does not tell.`),
    p(
      'What you may do with our maps, and where the positions come from, stands in ',
      link('/picture-credits', 'Picture credits and data sources'),
      '.',
    ),
  ),
})
