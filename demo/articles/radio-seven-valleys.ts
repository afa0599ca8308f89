import { article, box, by, doc, embed, foreign, h2, p, picture, prose } from '../write.ts'

export default article({
  slug: 'radio-seven-valleys',
  kind: 'feature',
  headline: 'The station that reads out the letters',
  standfirst:
    'In the mountains above Hollin a transmitter of 200 watts does what three ministries and a mobile network cannot.',
  datelinePlace: 'Hollin',
  datelineDate: '2021-02-20',
  category: 'press-freedom',
  categories: ['orlava'],
  tags: ['press-law'],
  bylines: [by('sorina'), by('petrak', 'illustration')],
  leadPicture: 'radio-mast',
  published: '2021-02-22T06:30:00Z',
  body: doc(
    prose(`
At ten minutes to seven each morning, when it is still dark in Hollin, Darka Ilm takes a paper bag off a hook, shakes the
letters out upon the mixing desk and sorts them by valley. There are seven heaps. She is on the air at seven and reads
until she has finished.

“To Anselm at Upper Roe, from his sister: the calf has come, both well, do not try the pass.” “To whoever has the blue
ladder.” “To the teacher in Tarn: Jakub has a fever and will not be in. He is sorry about the map.”

Seven Valleys Radio has 200 watts, one mast and, by its own reckoning, eleven thousand listeners, which would be every
adult in range. It has no news programme. In winter, when snow closes the passes and takes down the telephone line, it
does not need one.`),
    picture('mountains', 'wide'),
    h2('Entry number 314'),
    prose(`
When the media law came into force last March, the station enrolled with the others. It is number 314 in the register,
between a fishing magazine and a choir. In May a letter came from the media council. Somebody had written in, and Mrs
Ilm had read aloud, that the road at Skarn was blocked; the roads authority’s position, on that day, was that the road
at Skarn was open.

It had been open on paper. On the ground a lorry lay across it. The council proposed a fine of 4,000 crowns, which is
what the station spends in a year on electricity, and then the Constitutional Court suspended the article and no more
was heard.`),
    p(
      'The letter hangs framed beside the clock. Under it someone has written, in the Rovan dialect that most of the valleys speak, ',
      foreign('x-rovan', 'vey hallar, vey lugar'),
      ': what is true here is what you fall over.',
    ),
    h2('Who pays'),
    prose(`
Listeners do, in December, mostly in kind. The accounts for last year list 31,000 crowns, four cords of birch, a
gearbox and “cheese, various”. There is no advertising, since everyone knows already who has what to sell.

Mrs Ilm is 58 and has been asked to train a successor. Two have tried. Both read well, she says, and both made the same
mistake: they read the letters as if they were interesting.`),
    box(
      'Listening from afar',
      `The transmitter does not reach beyond the mountains. A listener in Veshten has put a receiver on his roof and, with
the station’s leave, passes the morning hour on by internet.`,
    ),
    embed(
      'audio',
      'https://sevenvalleys.example/morning',
      'Seven Valleys Radio, the morning hour',
      'In Orlavan and Rovan.',
    ),
  ),
})
