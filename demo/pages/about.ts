import { type DemoPage, doc, h2, link, p, prose } from '../write.ts'

export default {
  slug: 'about',
  headline: 'About The Sounding',
  body: doc(
    prose(`
A sounding is what a ship takes in waters it does not trust: a weight on a line, let down to find how deep it is here,
now. Somebody calls the figure and somebody else writes it in a book. We thought it a fair description of the trade.

The Sounding is a small independent paper on politics and conflict. We publish in English, Arabic, Russian and, when a
good text comes our way, French. Seven people work here, most of them part of the week.`),
    h2('Who pays'),
    prose(`
Readers do. Our news is free for everyone and is paid for by donations. Longer analyses are for readers who
subscribe. We take no money from governments, parties or companies that we report on, and we publish the name of anyone
who gives more than 1,000 euros in a year.`),
    h2('Who decides'),
    p(
      'The editor decides what is printed, and the editor alone. How we report, correct and protect those who speak to us is set down in ',
      link('/how-we-work', 'How we work'),
      '.',
    ),
  ),
} satisfies DemoPage
