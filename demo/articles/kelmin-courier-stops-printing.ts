import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'kelmin-courier-stops-printing',
  headline: 'Kelmin Courier suspends its printed edition after 96 years',
  standfirst: 'The delta’s weekly names two reasons: closed kiosks and the cost of a lawyer.',
  datelinePlace: 'Kelmin',
  datelineDate: '2020-03-30',
  category: 'press-freedom',
  categories: ['orlava', 'work'],
  tags: ['press-law'],
  bylines: [by('tna'), by('reier', 'reporting')],
  leadPicture: 'printing-press',
  published: '2020-03-30T12:00:00Z',
  body: doc(
    prose(`
The Kelmin Courier, a weekly that has appeared in the Torva delta since 1924, will not print its next number. Its
editor, Jan Torba, told the seven members of staff on Monday morning and the readers, on a sheet pasted to the window,
at noon.

Two thirds of its 5,200 copies were sold at kiosks that have been closed because of the epidemic. That alone might have
been borne for a season, Mr Torba said. But the paper has also had to engage a lawyer since 1 March, when the media law
took full effect, and pays him more than it pays a reporter.

It has not been fined. Its lawyer has advised against four articles so far. One of them was on the price of the
lawyer.

The Courier will go on as a letter by e-mail, free of charge, written by three people. The printing press, a flatbed
of 1931, is for sale on condition that it stays in the district.`),
  ),
})
