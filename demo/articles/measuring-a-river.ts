import { article, b, by, doc, p, picture, prose } from '../write.ts'

const asked = (question: string) => p(b(question))

export default article({
  slug: 'measuring-a-river',
  kind: 'interview',
  headline: '“A river is never the same height twice, but a ruler is”',
  standfirst:
    'Edda Roth has read the gauge at Varsha for Kesselia since 1991. Across the bridge stands her opposite number, whom she calls Mr Left Bank.',
  datelinePlace: 'Varsha',
  datelineDate: '2019-09-08',
  category: 'kesselia',
  categories: ['europe'],
  tags: ['torva'],
  bylines: [by('reier'), by('petrak', 'illustration')],
  leadPicture: 'bridge-at-varsha',
  published: '2019-09-08T07:00:00Z',
  body: doc(
    asked(
      'You and your colleague from Orlava stand eleven metres apart and get different numbers. How?',
    ),
    prose(`
We do not get different numbers. We get the same height, nearly always. On Thursday it was 1.12 metres in his book and
1.12 in mine. Then he goes to his office and I go to mine, and there each of us has a table that says how many cubic
metres that is. The tables differ. I have seen his. It is a perfectly good table.`),
    asked('Whose is right?'),
    prose(`
Mine was right in 2003. His was right, I should think, in 2011. The gravel does not read tables. To make a new one you
need a boat, a line across the river, a calm week and both of us in the boat. We have the boat.`),
    asked('What is missing?'),
    prose(`
A signature. To go on the water together is an act of the Commission, and the Commission has no chairman. We asked in
2015 whether we might do it privately, on a Sunday. They said that a measurement made on a Sunday would have no
standing.`),
    picture('gauge'),
    asked('Do you like him?'),
    prose(`
Mr Left Bank? He is called Osip Dran and he has been coming since 1996. His wife makes a plum cake. When my mother
died he read my gauge for me for four days and wrote the figures on a separate slip, so that nobody could say he had
touched my book. I do not know what you call that.`),
    asked('This summer the ministers have quoted the two of you against each other.'),
    prose(`
They quote the tables. I heard Mr Sahl say on the radio that the science was on our side. There is no science on a
side. There is a stick in the water, and there is what people wish the stick had said.`),
    asked('What would you do, if it were yours to decide?'),
    prose(`
I would take the two tables and average them and call it the treaty value, and everybody would be wrong by the same
amount. Mr Left Bank says a lawyer could never agree to it. But he laughed.`),
    p(
      'The conversation was held in Varsha in the presence of a Kesselian press officer. It has been shortened.',
    ),
  ),
})
