import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'istrin-sworn-in',
  headline: 'Istrin sworn in at the head of a two-party cabinet',
  standfirst: 'The former vet promises letters to Harnau “in a language that both sides can read”.',
  datelinePlace: 'Veshten',
  datelineDate: '2020-11-09',
  category: 'orlava',
  tags: ['election-2020'],
  bylines: [by('tna')],
  leadPicture: 'assembly',
  published: '2020-11-09T13:20:00Z',
  body: doc(
    prose(`
Pavel Istrin took the oath as prime minister of Orlava on Monday before an Assembly half of whose members followed by
screen from their offices. His cabinet of Land and Labour and the Democratic Forum was confirmed by 63 votes to 55.

Mira Tolvaj becomes foreign minister and will lead talks with Kesselia on the Torva. The culture ministry, from which
the media law came, is to be dissolved by spring and its archives opened, the coalition’s programme says.

The programme has 38 pages and eleven dates. The first of them is 1 December, when all letters about the river since
2014 are to be published.

Dorota Halvic shook her successor’s hand with a glove on and took her seat on the left of the chamber, where she last
sat in 2012.`),
  ),
})
