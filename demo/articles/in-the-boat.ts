import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'in-the-boat',
  kind: 'feature',
  status: 'draft',
  headline: 'Four days in the boat',
  standfirst: 'Working title. For April, if the commission lets us aboard.',
  datelinePlace: 'Varsha',
  category: 'europe',
  categories: ['kesselia', 'orlava'],
  tags: ['torva'],
  bylines: [by('reier')],
  published: '2021-03-12T10:00:00Z',
  body: doc(
    prose(`
The tarpaulin came off at six. Under it, besides the boat, were two life jackets stamped 1998 and a nest with three
eggs, and the joint survey of the Torva began with a joint decision to move a wren.`),
  ),
})
