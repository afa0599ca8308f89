import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'thirteen-health-facilities-hit',
  headline: 'Some 13 health facilities hit in northwest Syria, relief group says',
  standfirst:
    'The count comes from the US-based Union of Medical Care and Relief Organizations, which supports clinics in the area.',
  datelineDate: '2019-05-08',
  category: 'syria',
  tags: ['northwest-syria', 'health-care'],
  bylines: [by('khatib', 'reporting'), by('brandvold', 'data')],
  leadPicture: 'hospital-corridor',
  published: '2019-05-08T18:20:00Z',
  body: doc(
    prose(`
Some 13 health facilities have been hit in the fighting in northwest Syria, the Union of Medical Care and Relief
Organizations said on Wednesday. The organisation is based in the United States.

We give the figure as it was given to the public: “some” 13, and “hit”. It does not tell whether a building was
destroyed, damaged or closed as a precaution, and a facility can be a surgical hospital or a room with two nurses.
The group did not, in the statement available to us, set out the thirteen one by one.

Hospitals and clinics are protected under the laws of war, and those who run them in the rebel zone have for some
years had to weigh whether passing on their positions makes them safer. Syria and Russia say that they aim
at armed groups only.

The fighting has displaced 150,000 civilians, which moves patients as well as doctors away from the places where
records of illness and injury are kept.

Readers should expect this number to change. We shall say who changed it, and why.`),
  ),
})
