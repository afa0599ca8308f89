import { article, b, by, doc, h2, note, p, picture, prose } from '../write.ts'

export default article({
  slug: 'who-owns-a-river',
  kind: 'explainer',
  headline: 'Who owns a river? The Torva Treaty in six answers',
  standfirst:
    'Fifty-seven years ago two governments promised each other water. They forgot to say how to measure it.',
  datelineDate: '2019-06-20',
  category: 'europe',
  categories: ['kesselia', 'orlava'],
  tags: ['torva', 'ulmen-dam'],
  bylines: [by('reier'), by('brandvold', 'data')],
  leadPicture: 'gauge',
  published: '2019-06-20T07:45:00Z',
  body: doc(
    h2('What does the treaty promise?'),
    p(
      'That at the bridge of Varsha, where the Torva leaves Kesselia, the flow shall be ',
      b('not less than 140 cubic metres a second in every month of the year'),
      '. That is all of Article 5. The rest concerns fish, log rafts and the painting of the bridge.',
    ),
    h2('Has it been kept?'),
    prose(`
Until this spring, yes. Since the Ulmen reservoir began to fill on 1 April, Orlava’s hydrological service has measured
an average of 121 cubic metres for April, 109 for May and 104 for the first half of June. Kesselia’s service gives 142,
141 and 140. The two gauges stand eleven metres apart.`),
    picture('chart-torva-flow'),
    h2('How can both be right?'),
    prose(`
They cannot; but they can both be sincere. A gauge measures height. To turn height into volume one needs the shape of
the river bed, and the bed at Varsha was last surveyed together in 1998. Gravel has moved since. Each side has made its
own survey and trusts it.`),
    h2('Does a country own the rain that falls on it?'),
    p(
      'Lawyers have two answers, both a century old. One holds that a state may do as it likes with water on its territory. The other, which prevails today, asks for use that is equitable and reasonable, and forbids significant harm to the neighbour.',
      note(
        'The wording is that of the United Nations Convention on the Law of the Non-navigational Uses of International Watercourses of 1997, in force since 2014.',
      ),
      ' Neither Orlava nor Kesselia has joined the convention that says so.',
    ),
    h2('Who decides?'),
    prose(`
A commission of three members from each side, under a chairman on whom both agree. There has been none for five years.
The treaty does not say what happens when there is no chairman. It was signed in a hopeful decade.`),
    h2('What happens next?'),
    prose(`
The reservoir is to reach its first mark, 13 metres, in September. If the autumn is wet the quarrel may be postponed
until April. If it is dry, Veshten has said that water will be rationed in the lower town from October, for the first
time since the war.`),
  ),
})
