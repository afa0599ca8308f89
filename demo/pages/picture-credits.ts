import { type DemoPage, doc, h2, i, link, list, p, prose } from '../write.ts'

export default {
  slug: 'picture-credits',
  headline: 'Picture credits and data sources',
  body: doc(
    prose(`
Every picture on these pages was drawn for The Sounding. They may be reused under the Creative Commons
Attribution 4.0 licence with the credit that stands beneath them.`),
    h2('Events and places in Syria'),
    p(
      'UCDP Georeferenced Event Dataset, Uppsala Conflict Data Program, Department of Peace and Conflict Research, Uppsala University. Licensed under ',
      link('https://creativecommons.org/licenses/by/4.0/', 'CC BY 4.0'),
      '. We selected events in the provinces of Idlib, Hama and Latakia from 28 April to 31 May 2019, and used the positions of places for our maps.',
    ),
    list(
      [
        p(
          'Sundberg, Ralph, and Erik Melander (2013). Introducing the UCDP Georeferenced Event Dataset. ',
          i('Journal of Peace Research'),
          ' 50 (4): 523–532.',
        ),
      ],
      [
        p(
          'Högbladh, Stina (2019). ',
          i('UCDP GED Codebook'),
          ' version 19.1. Department of Peace and Conflict Research, Uppsala University.',
        ),
      ],
    ),
    h2('Coast, rivers and hills'),
    prose(`
The coastline and the course of the Orontes on our maps of Syria are drawn by hand and simplified. They show where
things lie in relation to one another and are not fit for navigation, or for claims about borders.`),
    h2('The Torva'),
    prose(`
Figures and maps of Orlava and Kesselia are invented along with those countries.`),
  ),
} satisfies DemoPage
