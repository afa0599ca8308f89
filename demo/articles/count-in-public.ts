import { article, by, doc, h2, prose } from '../write.ts'

export default article({
  slug: 'count-in-public',
  kind: 'opinion',
  headline: 'Let the losers hold the ballot papers',
  standfirst: 'October’s election was clean. The reason is older and odder than the new machines.',
  datelineDate: '2020-12-07',
  category: 'orlava',
  tags: ['election-2020'],
  bylines: [by('orve')],
  leadPicture: 'ballot-box',
  published: '2020-12-07T07:00:00Z',
  body: doc(
    prose(`
In the village where I was first sent to observe a count, in 1994, the chairman of the polling station was a baker, and
he had a rule of his own. Each ballot paper was to be unfolded by the representative of the party that it would hurt.
He had guessed which that would be by the look on their faces. It took all night, and at five in the morning nobody
had anything to complain of.

The baker’s rule never entered the electoral code. Something like it did, in 2004: any party may appoint a teller, and
the teller may not merely watch but touch. It is this clause, section 88, that made October’s result beyond dispute,
and it is this clause that the present commission would like to drop now that it has scanners.`),
    h2('What a scanner cannot do'),
    prose(`
I have nothing against scanners. They were right in all but four of the 2,346 stations, and the four were found in a
day. But consider how they were found: by tellers, with thumbs, counting again because a Union woman in Brod did not
care for the look of a total. A scanner can be right. It cannot be seen to be right by a woman in Brod.

The commission says that tellers are slow, that they cost 1.1 million crowns in tea and overtime, and that in an epidemic
eight people should not lean over one table. The last point was true this year. The first is the purpose of the thing.
As for the tea, I know of no cheaper way to prevent a civil war.`),
    h2('A modest trade'),
    prose(`
Keep the scanners for the evening, so that the country may know by midnight. Keep the tellers for the morning, so that
it may believe it by noon. And let the law say what the baker knew: that the papers go first through the hands of those
who hope that they are wrong.`),
  ),
})
