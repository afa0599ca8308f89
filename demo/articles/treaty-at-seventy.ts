import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'treaty-at-seventy',
  kind: 'explainer',
  status: 'scheduled',
  headline: 'The Torva Treaty at seventy',
  standfirst: 'Signed in a hopeful decade. What has become of its nineteen articles?',
  datelinePlace: 'Varsha',
  datelineDate: '2032-05-03',
  category: 'europe',
  categories: ['kesselia', 'orlava'],
  tags: ['torva'],
  bylines: [by('brandvold')],
  leadPicture: 'gauge',
  published: '2032-05-03T05:00:00Z',
  body: doc(
    prose(`
Seventy years ago today, on a bridge that had been painted for the day, two prime ministers who disliked each other
signed nineteen articles about a river. Sixteen of them have never been quoted since.`),
  ),
})
