import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'what-the-customs-list-shows',
  status: 'withheld',
  headline: 'What a customs list from Port Sarn shows',
  standfirst: 'A document passed to this newspaper names forty consignments.',
  datelinePlace: 'Port Sarn',
  datelineDate: '2020-05-18',
  category: 'work',
  categories: ['orlava'],
  tags: ['port-sarn', 'courts'],
  bylines: [by('reier')],
  leadPicture: 'harbour-cranes',
  published: '2020-05-18T06:00:00Z',
  updated: '2020-05-20T17:00:00Z',
  withheldReason:
    'We have taken this article down because a detail in it could lead to the person who gave us the document. What it reported has not been challenged. We will publish it again in another form when we can.',
  body: doc(
    prose(`
Forty consignments marked as farm machinery left the second basin of Port Sarn between January and April without
passing the weighbridge, according to a list drawn up inside the customs house and seen by this newspaper.

The list gives a date, a berth and a weight for each. Compared with the port’s own register, the weights differ in
thirty-one cases by more than a tonne. Sarn Terminals said that it did not comment on documents it had not been shown.`),
  ),
})
