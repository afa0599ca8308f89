import { br, type DemoPage, doc, h2, link, p, prose } from '../write.ts'

export default {
  slug: 'imprint',
  headline: 'Imprint',
  body: doc(
    p(
      'The Sounding',
      br,
      'Lotline Press Cooperative',
      br,
      '14 Ropewalk, second yard',
      br,
      'Port Sarn 4020, Orlava',
    ),
    p('E-mail: ', link('mailto:editor@thesounding.example', 'editor@thesounding.example')),
    h2('Responsible for the content'),
    prose('Miriam Aldous, editor, at the address above.'),
    h2('Register'),
    prose('Register of publishers, no. 207. Cooperative register of Port Sarn, no. 1 188.'),
    h2('This is a demonstration'),
    prose(`
The Sounding comes with the publishing system Dateline, to show it at work. Its people, and the republics of Orlava and
Kesselia, are invented. Syria is not: what is written about it here rests on the sources that are named.`),
  ),
} satisfies DemoPage
