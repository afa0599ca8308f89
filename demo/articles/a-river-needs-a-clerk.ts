import { article, by, doc, prose, pull } from '../write.ts'

export default article({
  slug: 'a-river-needs-a-clerk',
  kind: 'opinion',
  headline: 'A river needs a clerk before it needs a court',
  standfirst:
    'The Torva dispute will not be settled by law until somebody has written down, in one book, how much water there is.',
  datelineDate: '2020-02-11',
  category: 'europe',
  categories: ['kesselia', 'orlava'],
  tags: ['torva', 'ulmen-dam'],
  bylines: [by('aske'), by('aldous', 'editing')],
  leadPicture: 'ledger',
  published: '2020-02-11T07:30:00Z',
  body: doc(
    prose(`
When two states quarrel over a river, lawyers are sent for, and I have been one of those lawyers. We arrive with
principles. Equitable use, no significant harm, the duty to notify. They are good principles, and in thirty years I have
not seen a single litre flow because of them.

What I have seen is clerks. On one frontier river, which I shall not name because both sides would deny it, the peace
has been kept since the 1970s by an office of four people above a chemist’s shop. Two are paid by one country and two by
the other. Every morning they write down a number and all four initial it. Ministers come and go and denounce each
other, and the number is in the book.

The Torva has the treaty, the bridge and the office. It even has the clerks. What it lacks is a single book. Kesselia’s
hydrologist and Orlava’s read the same water and go home to two different tables, and for five years no one has had the
authority to make them one.`),
    pull('Ministers come and go and denounce each other, and the number is in the book.'),
    prose(`
It will be objected that the dispute is about power and not about arithmetic; that Harnau would find another reason to
hold water back, and Veshten another to complain. I do not believe it. States lie, but they dislike to be caught in a
lie that a schoolchild could check. Once there is one number the range of what can decently be said shrinks
astonishingly.

So I would not begin with arbitration, which both would have to accept and neither will. I would begin with the least
political act I can imagine. Let the two governments appoint, for one year and with no prejudice to any claim, a
chairman of the Torva Commission who may do a single thing: sign the permit for a boat.

If there is a boat there is a survey. A survey makes a table, and a table makes a month that both sides describe alike.
After that, by all means, send for me.`),
  ),
})
