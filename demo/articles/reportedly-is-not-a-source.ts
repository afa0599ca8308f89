import { article, by, doc, i, p, prose, pull } from '../write.ts'

export default article({
  slug: 'reportedly-is-not-a-source',
  kind: 'opinion',
  headline: '“Reportedly” is not a source',
  standfirst: 'An adverb that was made to show caution has become a way of hiding who said what.',
  category: 'method',
  categories: ['press-freedom'],
  tags: ['verification'],
  bylines: [by('aldous')],
  leadPicture: 'empty-chair',
  datelineDate: '2019-02-05',
  published: '2019-02-05T07:00:00Z',
  body: doc(
    prose(`
Every trade has a word that does the work its people would rather not do. Cooks have “seasonal”. Diplomats have
“frank”. Ours is “reportedly”, and I should like to see it retired.

Consider a bridge. “The bridge was reportedly blown up on Tuesday.” By whom was this reported? It may have been a
shepherd who saw it fall, a ministry that wanted it believed, or another newspaper, which had it from the ministry.
A reader who knew which would know how far to trust the sentence. I knew, when I wrote it. I have taken that
knowledge out of the sentence and put an adverb in its place.

The defence is always that the adverb is short. So it is, by about four words. “The bridge was blown up on Tuesday, a
shepherd said.” Those four words are the whole of our profession. Anyone can repeat that a bridge is gone.`),
    pull('I have taken that knowledge out of the sentence and put an adverb in its place.'),
    p(
      'There are cousins. ',
      i('It is understood'),
      ' generally means that a press officer asked not to be named. ',
      i('Sources say'),
      ' is plural more often than the sources are. ',
      i('Critics argue'),
      ' is the writer, clearing his throat.',
    ),
    prose(`
I do not say that every source can be named. Some would lose their posts and some their lives, and then we owe them
silence. We still owe the reader what we can give: how this person could know, whether they stood there or heard of
it, and on which side of the matter their bread is buttered. “A customs officer who was on duty that night” harms
nobody and tells a great deal.

From today this paper will not print the word unless someone in a quotation has used it. If you find it, write to
me. I shall correct the article and, since penance is good for editors, I shall do so under my own name.`),
  ),
})
