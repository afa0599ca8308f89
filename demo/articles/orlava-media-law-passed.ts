import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'orlava-media-law-passed',
  headline: 'Orlava adopts media law by 63 votes to 51',
  standfirst:
    'Two amendments softened the register. The article on false information passed unchanged.',
  datelinePlace: 'Veshten',
  datelineDate: '2019-12-02',
  category: 'press-freedom',
  categories: ['orlava'],
  tags: ['press-law'],
  bylines: [by('reier')],
  leadPicture: 'assembly',
  published: '2019-12-02T21:10:00Z',
  body: doc(
    prose(`
The Assembly adopted the media law on Monday evening after eleven hours of debate, by 63 votes to 51 with five members
abstaining. One seat is vacant. A single deputy of the governing Civic Union, the former editor Marta Vell, voted
against her party and left the chamber before the result was read.

Publishers will have to enroll by 1 March. Fines for publishing what the law calls false information of public
significance stay at up to 40,000 crowns, and the new media council may order a text to be taken down before a court
has considered it.

The opposition won two changes in committee. An outlet can now be struck off only after a fourth fine, not a third,
and income from abroad must be declared from 10,000 crowns instead of 2,000. An amendment to protect
correspondence with sources failed by six votes.

Culture minister Leon Brack told members that “an honest newspaper will not notice this law”. Mr Istrin, for Land and
Labour, answered that he would know a dishonest one by its silence, and announced that 40 deputies, as many as the
constitution requires, would take the text to the Constitutional Court.

About two thousand people stood in the square outside in wet snow. Many held up blank sheets of newsprint. Police
counted eight hundred; our own count, from a photograph divided into squares, was 1,900 at seven o’clock.

President Ilia Marchen has fifteen days to sign.`),
  ),
})
