import {
  article,
  b,
  box,
  br,
  by,
  caption,
  code,
  doc,
  embed,
  folded,
  foreign,
  gallery,
  h2,
  h3,
  highlight,
  i,
  link,
  list,
  liveEntry,
  mono,
  more,
  note,
  numbered,
  p,
  picture,
  prose,
  pull,
  quote,
  rule,
  struck,
  sub,
  sup,
  table,
  turned,
  underlined,
} from '../write.ts'

export default article({
  slug: 'the-valley-below-ulmen',
  kind: 'feature',
  headline: 'The valley below Ulmen',
  seoTitle: 'The valley below Ulmen: a summer on the Torva as the reservoir filled',
  socialTitle: 'Ninety kilometres on foot along a river that is going missing',
  standfirst:
    'For six months Kesselia has been filling the largest reservoir in its history. We walked the ninety kilometres downstream to see who noticed.',
  datelinePlace: 'Lomnik',
  datelineDate: '2019-10-12',
  category: 'europe',
  categories: ['orlava', 'kesselia', 'work'],
  tags: ['torva', 'ulmen-dam', 'maps'],
  bylines: [
    by('reier'),
    by('sorina', 'reporting'),
    by('brandvold', 'data'),
    by('petrak', 'illustration'),
  ],
  leadPicture: 'dam-at-dusk',
  published: '2019-10-14T05:00:00Z',
  updated: '2019-10-16T10:20:00Z',
  body: doc(
    prose(`
The man who owns the last house below the dam keeps a bucket by his door with a line painted inside it. Every evening
at six he hangs it from the same nail under the same spout, where a spring comes out of the rock, and counts until the
water reaches the line. In April it took him 41 seconds. On the evening we met him, in the last week of September, he
had counted to 70 when his wife called him in to eat.

His name is Matej Hollar and he is 81. He does not claim that the dam has slowed his spring. The spring comes from
the mountain and not from the river. But no one told him anything when the gates went down, he says, so he decided to
measure what he could reach.`),
    p(
      'From his door to the weir at Lomnik the Torva runs ',
      b('ninety kilometres'),
      '. In the third week of September we set out to walk them, with a map from 1961, a measuring staff and a question that sounds simpler than it is: ',
      i('what does a river’s neighbour notice when a tenth of it stays behind?'),
    ),
    more,
    h2('Kilometre 0: the wall'),
    prose(`
Ulmen is handsome. The dam stands in a gorge, 92 metres from foot to crown, the concrete still pale as bread. In the
evening the lamps along the top go on one after another, from the Harnau side, and the swallows that have taken over
the inspection gallery rise and settle again.

Behind it the lake stood at 12.4 metres when we signed the visitors’ book. Torva Kraft, the operator, had promised 13
by the end of the month. An engineer named Gerda Lohn showed us the turbine hall, where two of six machines were
running, and the outlet, a steel throat four metres wide. She opened her hand to show how far it had been open all
summer. “As far as the treaty says,” she said. “I could do it in my sleep.”`),
    picture(
      'map-torva-basin',
      'wide',
      'The Torva from its sources to the Gulf of Sarn. We walked from Ulmen to Lomnik. Map: The Sounding.',
    ),
    p(
      'The treaty, of 1962, says 140 cubic metres a second at the bridge of Varsha. In the notation that both hydrological services use, Q',
      sub('min'),
      ' = 140 m',
      sup('3'),
      '/s. ',
      link('/europe/who-owns-a-river', 'How that number came to be'),
      ' has been told in this paper.',
      note(
        'See “Who owns a river?”, 20 June 2019. The treaty has been amended once, in 1977, to allow the bridge to be painted grey.',
      ),
    ),
    h2('Kilometre 11: the stone'),
    prose(`
At Varsha one crosses into Orlava by a bridge with a customs hut at either end. Below it, in the middle of the
stream, lies a flat boulder that is called the Table. When the Table can be seen before June, people say, there will be
no summer. This year it showed on the second of April, the day after the gates were lowered.

Vera Lukash hires out rowing boats. She had nineteen on the water last year and has six now; the others rest on
trestles with their bottoms turned to the sun, which is bad for them. She has been asked by so many reporters how she
feels about it that she has written her answer on a card and hung it on the landing stage.`),
    quote(
      'I feel that my boats are dry. For further questions please apply to a ministry.',
      'Card on the landing stage at Varsha',
    ),
    prose(`
Here also live the two people on whom both governments rely, the hydrologists Edda Roth and Osip Dran, who read one
gauge each and agree about everything except what it means. The figures below are theirs. No others exist.`),
    table(
      'Mean flow at Varsha in 2019, cubic metres a second, as published by the two services',
      ['Month', 'Kesselia', 'Orlava', 'Difference'],
      ['March', 188, 186, 2],
      ['April', 142, 121, 21],
      ['May', 141, 109, 32],
      ['June', 140, 103, 37],
      ['July', 140, 96, 44],
      ['August', 140, 97, 43],
      ['September', 141, 101, 40],
    ),
    p(
      'Something in this table ought to be noticed. A natural river does not flow at 140, 140 and 140. ',
      highlight('The Kesselian column has become as smooth as a road.'),
      ' That is what an outlet does when it is set to a number. It shows that Gerda Lohn in her turbine hall has told the truth about her hand. It does not show what reached the bridge.',
    ),
    h3('How the sum is done'),
    prose(`
Both services use the same rule, taken from a handbook of 1958. Height is read in metres; a curve turns it into
volume. The quarrel is over two constants.`),
    code(
      'python',
      `def flow(height, bed, width):
    """Cubic metres a second at Varsha, by the handbook of 1958."""
    depth = height - bed
    return 21.4 * width * depth ** 1.67 / 10

flow(1.12, bed=-0.31, width=36)  # Kesselia's survey: 140
flow(1.12, bed=-0.03, width=36)  # Orlava's survey:    97`,
    ),
    p(
      'The constant ',
      mono('bed'),
      ' is the height of the gravel. Twenty-eight centimetres of it, which may or may not be there, are the whole of the dispute between two republics.',
    ),
    h2('Kilometre 34: the canals'),
    prose(`
Below Varsha the gorge opens and one walks through orchards. They are watered by 212 small canals, some older than
either state, each with a wooden gate and a keeper. A canal does not need much water. It needs the river to be high
enough to enter it.`),
    p(
      'That is why Orlava minds about the day, when Kesselia speaks of the month. An orchard keeper put it to us with a hand held flat at the level of his chest, then of his belt: “At this height I have plums. At this height I have the whole river going past, and it is ',
      underlined('no use to me'),
      '.” Of 212 gates we counted 87 with their sills above the water.',
    ),
    gallery(
      picture('orchard-canal'),
      picture(
        'gauge',
        'text',
        'The staff at Varsha. Its foot is set in concrete that was poured in 1962.',
      ),
      picture('bridge-at-varsha', 'text', 'The bridge, with a customs hut at each end.'),
      caption('What the river passes below the gorge, at the lowest water of the year.'),
    ),
    prose(`
Some of the keepers belong to families that came upriver from the delta four generations ago, and a few to families
that came much farther. In the village of Sul we were given coffee by Yusuf Amari, whose grandfather, an engineer from
Aleppo, dug the newest of the canals in 1934. Over its gate he had a line cut in stone. It comes from the Quran, and
everyone in Sul, whatever their faith, can say what it means.`),
    turned('rtl', foreign('ar', 'وَجَعَلْنَا مِنَ الْمَاءِ كُلَّ شَيْءٍ حَيٍّ')),
    p(
      '“And We made from water every living thing.” Mr Amari’s neighbour, a Baptist, calls the canal ',
      foreign('ar', 'الساقية'),
      ' too, because that is its name.',
    ),
    pull('Twenty-eight centimetres of gravel are the whole of the dispute between two republics.'),
    h2('From the notebook'),
    liveEntry(
      '2019-09-20T14:40:00Z',
      'Kilometre 41, in the shade',
      `Depth at the ford 0.62 metres. The map of 1961 has 1.1. Two boys are catching crayfish in what they say is too
little water to be interesting.`,
    ),
    liveEntry(
      '2019-09-19T05:00:00Z',
      'Varsha, seven in the morning',
      `Both hydrologists down their ladders. Both say 1.12. One of them waves.`,
    ),
    h2('Kilometre 58: the mill'),
    prose(`
The mill at Kosta has two wheels, and one of them has stood since May. It made flour until 1970 and has made
electricity since, enough for the village and a little over. Ludmila Resch, who runs it, keeps accounts in an oilcloth
book. In a usual September she sells 31,000 kilowatt-hours. This September it was 12,600.

She does the sum for us without being asked. What she has lost since April comes to 18,200 crowns. Ulmen’s two running
turbines make that much before breakfast.

Does she think it wrong, then, that the dam was built? She takes some time over this. Her daughter lives in Harnau,
and there the lights go out on winter evenings. “I think it is a good dam,” she says. “I think somebody could have
come and sat here.” She points at the bench.`),
    box(
      'Ulmen in figures',
      list(
        'Height: 92 metres. Length of the crown: 316 metres.',
        'Reservoir when full: 26 metres above the old river, 0.9 cubic kilometres.',
        'Six turbines, together 410 megawatts: a fifth of Kesselia’s electricity.',
        'Cost, according to Torva Kraft: 1.3 billion crowns.',
        'Houses flooded: 64. People moved: 231, all compensated by May 2018, according to the energy ministry in Harnau.',
      ),
    ),
    h2('Kilometre 71: the fish'),
    prose(`
We had been told of dead fish and we looked for them. In nine days we found four, of which a heron had killed at least
one. The fishermen’s society at Brod says that nase, a fish that spawns on gravel in spring, did not come up this
year. The society’s records go back to 1949 and show four other years in which it did not. There was no dam in those.

This is perhaps the place to say what we cannot know. The spring of 2019 was dry in the whole basin: rain at Harnau
from March to May was a third below the average of thirty years, by Kesselia’s own weather service. A low river below a
new dam in a dry year has two explanations, and they do not exclude each other. Everyone we met had chosen one.`),
    folded(
      'How we measured, and what our staff is worth',
      `At fourteen points we read the depth at the deepest place that could be reached by wading or from a boat, three
times in an hour, and compared it with the depth on the map of 1961. The map was made in July, ours in September.`,
      `Rivers dig and rivers silt. A difference of less than twenty centimetres means nothing. At nine of the fourteen
points the difference was greater, between 24 and 61 centimetres, and at all nine the river was shallower than in 1961.`,
    ),
    embed(
      'map',
      'https://www.openstreetmap.org/about',
      'About OpenStreetMap',
      'Maps that anyone can correct: the project whose volunteers have drawn more of the world’s canals than any ministry.',
    ),
    h2('Kilometre 90: the weir'),
    prose(`
At Lomnik the Torva goes over a weir and under a street, and from there it belongs to the waterworks. The town has
61,000 inhabitants, a sugar factory and a mayor, Ana Brezic, who was a chemistry teacher. On the day we arrived she
had signed an order to ration water in the lower town from the fifteenth of October: four hours each morning, three
each evening.

She received us standing up. Yes, she had asked Harnau for the filling schedule, by registered letter, in January. No,
she had not had a reply. She had also asked her own government, in Veshten, what it was doing, and from there the reply
had been a brochure.`),
    p(
      'The order had hung on the town hall since noon. Someone had already corrected it in pencil. Where it said that rationing was ',
      struck('temporary'),
      ', it now said ',
      i('April'),
      '.',
    ),
    h3('What each side could do tomorrow'),
    numbered(
      'Kesselia could publish the schedule. It exists; we have seen its cover.',
      'Orlava could publish the survey on which its curve rests. It has been asked for in the Assembly three times.',
      [
        p('Both could send two people out in a boat.'),
        list('It takes four days.', 'The boat is at Varsha, under a tarpaulin.'),
      ],
    ),
    rule,
    p(
      'We telephoned Matej Hollar from the station at Lomnik.',
      br,
      'It was a few minutes past six, and he asked us to hold on.',
      br,
      'We could hear him counting.',
    ),
  ),
})
