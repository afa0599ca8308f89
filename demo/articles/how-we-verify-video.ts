import { article, by, doc, h2, i, numbered, p, picture, prose } from '../write.ts'

export default article({
  slug: 'how-we-verify-video',
  kind: 'explainer',
  headline: 'Where, when, and who filmed it: how we check a video',
  standfirst:
    'Most false footage is real footage that has been moved. A walk through the afternoon of one clip.',
  datelineDate: '2020-01-20',
  category: 'method',
  categories: ['data'],
  tags: ['verification', 'maps'],
  bylines: [by('khatib'), by('brandvold')],
  leadPicture: 'roof-line',
  published: '2020-01-20T08:00:00Z',
  body: doc(
    prose(`
The clip lasts nineteen seconds. A street, seen from a balcony; a white van; then smoke from behind a row of roofs, a
sound like a slammed door, and somebody’s breath close to the microphone. It reached us at ten past two with a sentence
saying that it showed a market that morning. By six we knew that it did not, and roughly what it did show. This is how
the four hours went.`),
    h2('Who had it first'),
    prose(`
We took five frames and looked for them elsewhere, in three search engines that find pictures. None had an older copy,
which proves little. We then looked for the earliest post rather than the loudest. The account that had it first had
eleven followers and usually showed pigeons. We wrote to its owner and asked what stood behind him.`),
    h2('Where it was'),
    p(
      'While we waited, we drew. A minaret with two balconies, a water tower on four legs, a gap in the hills: from the camera, each lies in a certain direction, and there are few spots on earth from which all three line up. A satellite picture gave us four candidates in two towns. The ',
      i('shape of the hills'),
      ' removed three.',
    ),
    picture('sightlines'),
    h2('When it was'),
    prose(`
The shadow of a lamp post fell a little to the left of a doorstep. At that latitude, at that time of year, this happens
at about twenty to five in the afternoon. So it was not the morning. The fig tree in the yard had leaves. It was not
this month either.

At half past five the owner of the pigeons answered. He had filmed it in September, from his sister’s flat, and taken
it down when strangers began to write to him. Someone had kept it.`),
    h2('The order we follow'),
    numbered(
      'Find the first copy, not the best one.',
      'Speak to whoever held the camera, if it is safe for them.',
      'Fix the place by at least three landmarks that do not depend on each other.',
      'Fix the time by shadow, weather and plants, and be content with a range.',
      'Write down what remains unknown, above all who is responsible for what is seen.',
      'Have a colleague who has not followed the search try to knock it down.',
    ),
    prose(`
Nothing was published that day. Of the clips that pass through this desk about one in six ends in an article. The
others take as long.`),
  ),
})
