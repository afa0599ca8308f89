import { article, by, doc, h2, list, prose } from '../write.ts'

export default article({
  slug: 'idlib-zone-what-the-deal-says',
  kind: 'explainer',
  headline: 'What the Russian-Turkish deal over Idlib says, and what it leaves open',
  seoTitle: 'The Idlib deal of 2018 explained',
  standfirst:
    'Shelling along the edge of the last large rebel zone in Syria has tested an agreement that was thin from the start.',
  datelineDate: '2019-04-29',
  category: 'syria',
  categories: ['method'],
  tags: ['northwest-syria', 'idlib'],
  bylines: [by('khatib')],
  leadPicture: 'map-northwest-syria',
  published: '2019-04-29T11:30:00Z',
  body: doc(
    prose(`
The agreement that is supposed to keep the peace in northwest Syria is short. Presidents Vladimir Putin and Recep
Tayyip Erdogan announced it in the Russian resort of Sochi on 17 September 2018, when a government offensive on
Idlib seemed days away. It stopped that offensive. It did not settle who would rule the province.

The text has ten points. The central one is a strip 15 to 20 kilometres deep, to be cleared of tanks, rocket
launchers, artillery and mortars by 10 October of that year, and of what the two governments called radical
terrorist groups by 15 October. Two motorways that cross rebel land, the M4 and the M5, were to reopen by the end
of 2018.`),
    h2('Who signed, who did not'),
    prose(`
Russia and Turkey signed. The Syrian government, which Russia supports, did not, and neither did any of the armed
groups that hold the ground. The strongest of these, Hayat Tahrir al-Sham, grew out of the former Syrian branch of
al-Qaeda and is listed as a terrorist organisation by Turkey itself. In January it took large parts of the zone from
rival factions.

That is the first gap. A promise to remove fighters was made by two states on behalf of men who had promised
nothing. The second is the date for the motorways, which passed without traffic. The third is that disputes
are left to a coordination centre run by the states that back the two sides, and to no one else.`),
    h2('What exists on the ground'),
    list(
      'A line of twelve Turkish observation posts around the zone. They come from an older set of talks in Astana, not from Sochi.',
      'Russian military police and patrols on the government side of the line.',
      'Joint patrols on paper. In March Turkey announced patrols of its own inside the strip and Russia outside it.',
    ),
    prose(`
Each side reads the paper in its own way. Moscow speaks of an interim arrangement that does not protect terrorists,
and has said repeatedly that Turkey is late in separating them from others. Ankara says that attacks by the
government side make that work impossible.`),
    h2('How we will describe it'),
    prose(`
In our reports the zone is “nominally covered” by the deal. The word is chosen with care: the agreement has not been
renounced by either signatory, and it is not being kept. Our maps show places inside it as towns, not as areas of
control, unless we can say who reported that control and when.`),
  ),
})
